//! What an agreement can say beside its rule: limits, flat rates, chosen costs, payments as they are written and
//! as they come, provisions; and what is only there to be read.

use std::collections::BTreeMap;
use std::sync::Arc;

use previ_engine::agreement::{Amendment, FundingAgreement, Tranche};
use previ_engine::id::{ActivityId, InKindId, LineId, PositionId};
use previ_engine::in_kind::{InKind, InKindKind};
use previ_engine::line::BudgetLine;
use previ_engine::month::Month;
use previ_engine::payment::{Part, Receipt, Trigger};
use previ_engine::plan::Plan;
use previ_engine::provision::{Provision, Release};
use previ_engine::rule::{Ceiling, ChosenCost, ChosenKind, CostNature, FlatRate, FlatRateBase};
use previ_engine::schedule::{Schedule, ScheduleRule};
use previ_engine::timing::Settlement;

use super::{Maker, values};

const CHOSEN_ACCOUNTS: [u32; 6] = [60, 613, 641, 64, 6, 65];

impl Maker {
    /// Gives agreements details, and some plans costs of the structure and volunteers that they look at.
    pub fn add_details(&mut self, plan: &mut Plan) {
        let positions: Vec<PositionId> = plan.positions.iter().map(|position| position.id).collect();
        let has_details = self.dice.chance(60);
        if has_details && self.dice.chance(50) {
            plan.lines.push(Arc::new(self.structure_line()));
        }
        for agreement in plan.agreements.iter_mut().map(Arc::make_mut) {
            self.add_words(agreement);
            if has_details {
                self.add_limits(agreement);
                self.add_payments(agreement);
                if self.dice.chance(30) {
                    let activities: Vec<Option<ActivityId>> =
                        plan.lines.iter().map(|line| line.activity).collect();
                    self.add_choices(agreement, &activities, &positions);
                }
                if agreement.eligible.in_kind && self.dice.chance(60) {
                    let activity = agreement.tranches.first().and_then(|tranche| tranche.lines.first());
                    let activity = activity.and_then(|line| line.activity);
                    plan.in_kind.push(Arc::new(self.volunteers(activity)));
                }
            }
        }
    }

    /// What nothing follows from.
    fn add_words(&mut self, agreement: &mut FundingAgreement) {
        if self.dice.chance(20) {
            agreement.total = Some(self.plain_amount());
        }
        if self.dice.chance(20) {
            agreement.person = "trésorière".to_owned();
        }
        for tranche in &mut agreement.tranches {
            if self.dice.chance(15) {
                tranche.filing = Some(tranche.decision.plus(-(self.dice.between(0, 12) as i32)));
            }
            if self.dice.chance(10) {
                let month = tranche.decision.plus(self.dice.between(0, 6) as i32);
                let before = tranche.lines.clone();
                tranche.amendments.push(Amendment { month, reason: "avenant".to_owned(), before });
            }
        }
    }

    fn add_limits(&mut self, agreement: &mut FundingAgreement) {
        if self.dice.chance(25) {
            agreement.ceilings.push(Ceiling::PublicMoney(self.percent_between(30, 110)));
        }
        for _ in 0..if self.dice.chance(30) { self.dice.between(1, 3) } else { 0 } {
            let nature = self.dice.pick(&[CostNature::Staff, CostNature::OtherDirect, CostNature::Indirect]);
            let part = if self.dice.chance(50) {
                Part::Share(self.percent_between(5, 90))
            } else {
                Part::Amount(self.thousands(6))
            };
            agreement.ceilings.push(Ceiling::Nature(nature, part));
        }
        if self.dice.chance(25) {
            let of = self.dice.pick(&[FlatRateBase::DirectCost, FlatRateBase::StaffCost]);
            agreement.eligible.flat_rate = Some(FlatRate { rate: self.percent_between(5, 40), of });
        }
        agreement.eligible.in_kind = self.dice.chance(20);
        if agreement.investment.is_none() && self.dice.chance(25) {
            let (received, unpaid) = (self.percent_between(0, 20), self.percent_between(0, 50));
            agreement.provision = Some(Provision { received, unpaid });
            for tranche in &mut agreement.tranches {
                for _ in 0..self.dice.below(3) {
                    let month = tranche.to.plus(self.dice.between(-6, 18) as i32);
                    tranche.releases.push(Release { month, amount: self.thousands(1) });
                }
            }
        }
    }

    /// Whole percents.
    fn percent_between(&mut self, least: i64, most: i64) -> previ_engine::money::Percent {
        values::percent(self.dice.between(least, most) * 1_000_000)
    }

    fn add_payments(&mut self, agreement: &mut FundingAgreement) {
        for tranche in &mut agreement.tranches {
            if tranche.instalments.is_empty() && self.dice.chance(40) {
                for _ in 0..self.dice.between(1, 3) {
                    tranche.instalments.push(self.instalment());
                }
            }
            if self.dice.chance(25) {
                tranche.signature = Some(tranche.decision.plus(self.dice.between(0, 5) as i32));
            }
            if self.dice.chance(20) {
                let length = i64::from(tranche.to.since(tranche.from));
                tranche.interim_report = Some(tranche.from.plus(self.dice.between(0, length) as i32));
            }
            for place in 0..tranche.instalments.len() {
                if self.dice.chance(60) {
                    tranche.instalments[place].trigger = self.trigger();
                }
                if self.dice.chance(15) {
                    tranche.instalments[place].received = Some(self.receipt(tranche));
                }
            }
        }
    }

    fn trigger(&mut self) -> Trigger {
        let months = self.dice.between(0, 9) as u8;
        match self.dice.below(7) {
            0 => Trigger::OnSignature,
            1 => Trigger::EachYearIn(self.dice.between(1, 12) as u8),
            2 => Trigger::Quarterly,
            3 => Trigger::OnInterimReport,
            4 => Trigger::AfterReport { months },
            5 => Trigger::WhenSpent(self.percent_between(0, 110)),
            _ => Trigger::AfterOthers { months },
        }
    }

    /// About as much as there is to come.
    fn receipt(&mut self, tranche: &Tranche) -> Receipt {
        let all: i64 = tranche.lines.iter().map(|line| line.amount().cents()).sum();
        let amount = previ_engine::money::Amount::from_cents(all / 100 * self.dice.between(0, 70));
        Receipt { month: tranche.decision.plus(self.dice.between(-2, 14) as i32), amount }
    }

    fn add_choices(
        &mut self,
        agreement: &mut FundingAgreement,
        activities: &[Option<ActivityId>],
        positions: &[PositionId],
    ) {
        for tranche in &mut agreement.tranches {
            for _ in 0..self.dice.between(1, 2) {
                let own = tranche.lines.first().and_then(|line| line.activity);
                let activity = self.dice.pick_any(activities).unwrap_or(own);
                let position = self.dice.pick_any(positions).filter(|_| self.dice.chance(30));
                let cost = match position {
                    Some(position) => ChosenKind::Position(position),
                    None => ChosenKind::Account(self.account_of(&CHOSEN_ACCOUNTS)),
                };
                tranche.chosen.push(ChosenCost { activity, cost, amount: self.thousands(5) });
            }
        }
    }

    /// A month of the first three years of the plan.
    fn early_month(&mut self) -> Month {
        let months = 12 * i64::from(self.years.min(3));
        self.first.plus(self.dice.between(0, months - 1) as i32)
    }

    fn once(&mut self) -> Schedule {
        let rule = ScheduleRule::Once { month: self.early_month(), amount: self.thousands(6) };
        Schedule { rule, from: None, to: None, overrides: Default::default() }
    }

    fn structure_line(&mut self) -> BudgetLine {
        BudgetLine {
            id: LineId(self.number()),
            label: "structure".to_owned(),
            account: self.account_of(&[613, 622, 641]),
            activity: None,
            schedule: self.once(),
            settlement: Settlement::default(),
            only_if: None,
            pool: None,
            actual: BTreeMap::new(),
        }
    }

    fn volunteers(&mut self, activity: Option<ActivityId>) -> InKind {
        InKind {
            id: InKindId(self.number()),
            label: "bénévoles".to_owned(),
            kind: InKindKind::Volunteering,
            activity,
            schedule: self.once(),
            only_if: None,
            hourly: None,
        }
    }
}

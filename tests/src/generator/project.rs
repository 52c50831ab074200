//! A project whose costs several funders pay at once: amounts of the same size, so that they compete.

use std::collections::BTreeMap;
use std::sync::Arc;

use previ_engine::agreement::{FundingAgreement, FundingLine, Tranche};
use previ_engine::certainty::Stage;
use previ_engine::id::{ActivityId, AgreementId, LineId, TrancheId};
use previ_engine::line::BudgetLine;
use previ_engine::money::Amount;
use previ_engine::month::Month;
use previ_engine::plan::Plan;
use previ_engine::rule::{Eligibility, PaymentRule};
use previ_engine::schedule::{Schedule, ScheduleRule};
use previ_engine::timing::Settlement;

use super::Maker;

const COST_ACCOUNTS: [u32; 4] = [60, 613, 641, 65];

impl Maker {
    /// Adds costs and what pays them.
    pub fn add_project(&mut self, plan: &mut Plan) {
        let activity = self.any_activity();
        for _ in 0..self.dice.between(3, 6) {
            plan.lines.push(Arc::new(self.project_line(activity)));
        }
        for place in 0..self.dice.between(2, 4) {
            let id = AgreementId(super::AGREEMENTS + 100 + place as u32);
            plan.agreements.push(Arc::new(self.project_agreement(id, activity)));
        }
    }

    pub fn thousands(&mut self, most: i64) -> Amount {
        Amount::from_cents(self.dice.between(1, 4 * most) * 25_000)
    }

    /// A cost, rarely something earned, in a month or in each month of a year.
    fn project_line(&mut self, activity: Option<ActivityId>) -> BudgetLine {
        let (from, _) = self.fiscal_year();
        let rule = if self.dice.chance(60) {
            let month = from.plus(self.dice.between(0, 11) as i32);
            ScheduleRule::Once { month, amount: self.thousands(12) }
        } else {
            ScheduleRule::Monthly(self.thousands(1))
        };
        let account = if self.dice.chance(8) { &[706][..] } else { &COST_ACCOUNTS };
        BudgetLine {
            id: LineId(self.number()),
            label: "projet".to_owned(),
            account: self.account_of(account),
            activity: if self.dice.chance(80) { activity } else { self.any_activity() },
            schedule: Schedule { rule, from: Some(from), to: None, overrides: Default::default() },
            settlement: Settlement::default(),
            only_if: None,
            pool: None,
            actual: BTreeMap::new(),
        }
    }

    fn project_agreement(&mut self, id: AgreementId, activity: Option<ActivityId>) -> FundingAgreement {
        let tranches = (0..self.dice.between(1, 2)).map(|_| self.project_tranche(activity)).collect();
        let funder = self.dice.pick(&self.funders);
        let stage = if self.dice.chance(60) { Stage::Signed } else { self.dice.pick(&Stage::ALL) };
        let mut agreement = FundingAgreement::new(id, "projet".to_owned(), funder, stage, tranches);
        while agreement.payment == PaymentRule::General {
            agreement.payment = self.payment_rule();
        }
        let accounts = (0..self.dice.below(3)).map(|_| self.account_of(&COST_ACCOUNTS)).collect();
        agreement.eligible = Eligibility { accounts, ..Eligibility::default() };
        agreement
    }

    fn project_tranche(&mut self, activity: Option<ActivityId>) -> Tranche {
        let (from, to) = self.fiscal_year();
        let to = if self.dice.chance(30) { to.plus(12) } else { to };
        let activity = if self.dice.chance(80) { activity } else { None };
        let line = FundingLine::new(activity, self.thousands(8));
        let mut tranche = Tranche::new(TrancheId(self.number()), from, to, vec![line]);
        if self.dice.chance(30) {
            tranche.decision = from.plus(self.dice.between(-2, 16) as i32);
        }
        tranche
    }

    /// First and last month of a fiscal year of the plan.
    fn fiscal_year(&mut self) -> (Month, Month) {
        let from = self.first.plus(12 * self.dice.below(u64::from(self.years.min(3))) as i32);
        (from, from.plus(11))
    }
}

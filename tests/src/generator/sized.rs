//! Plans of a given size, as ordinary as a real one, for measuring.

use std::collections::BTreeMap;
use std::sync::Arc;

use previ_engine::account::AccountNumber;
use previ_engine::activity::Activity;
use previ_engine::agreement::{FundingAgreement, FundingLine, Tranche};
use previ_engine::certainty::Stage;
use previ_engine::employer::Employer;
use previ_engine::frame::{Association, Assumptions, ContributionRhythm, Frame, Horizon, Index, IndexStep};
use previ_engine::funder::{Funder, FunderKind};
use previ_engine::id::{
    ActivityId, AgreementId, FunderId, IndexId, InvestmentId, LineId, LoanId, PositionId, TrancheId,
    TreasuryId,
};
use previ_engine::investment::Investment;
use previ_engine::line::BudgetLine;
use previ_engine::loan::{Loan, Repayment};
use previ_engine::money::Amount;
use previ_engine::month::Month;
use previ_engine::opening::OpeningBalance;
use previ_engine::payment::{Instalment, Part, Trigger};
use previ_engine::plan::Plan;
use previ_engine::position::{Position, TimeShare};
use previ_engine::rule::{PaymentRule, UnspentRule};
use previ_engine::schedule::{Schedule, ScheduleRule, YearKind};
use previ_engine::timing::{Settlement, Timing};
use previ_engine::treasury::TreasuryAccount;

use super::dice::Dice;
use super::pools::share_all;
use super::values::{month, percent};

const FIRST_YEAR: i32 = 2027;

/// The usual plan: 100 lines, 12 positions, 20 agreements, 5 years.
#[must_use]
pub fn usual_plan() -> Plan {
    sized(1, 100, 12, 20, 8, 40, 5)
}

/// The large plan: 2,000 lines, 30 % of them shared by 10 pools, 150 positions, 200 agreements, 50 activities, 300
/// accounts, 10 years.
#[must_use]
pub fn large_plan() -> Plan {
    let mut plan = sized(1, 2_000, 150, 200, 50, 300, 10);
    share_all(&mut plan);
    plan
}

/// A plan of this size; one agreement of ten may pay anything, the others pay three activities.
#[must_use]
pub fn sized(
    seed: u64,
    lines: u32,
    positions: u32,
    agreements: u32,
    activities: u32,
    accounts: u32,
    years: u8,
) -> Plan {
    let mut maker = Sized { dice: Dice::new(seed), activities, accounts, years, last_number: 100_000 };
    let mut plan = Plan::new(maker.frame());
    plan.treasury = vec![account(1, 512, 4_000_000, false), account(2, 512, 1_500_000, false)];
    plan.treasury.push(account(3, 508, 1_000_000, true));
    plan.activities = (1..=activities).map(|number| maker.activity(number)).collect();
    plan.funders = (1..=11).map(funder).collect();
    plan.lines = (0..lines).map(|_| maker.line()).collect();
    plan.positions = (0..positions).map(|place| maker.position(place)).collect();
    plan.agreements = (0..agreements).map(|place| maker.agreement(place)).collect();
    plan.investments = (0..activities / 5 + 1).map(|_| maker.investment()).collect();
    plan.loans = vec![maker.loan(Repayment::ConstantPayment), maker.loan(Repayment::ConstantPrincipal)];
    plan
}

fn account(number: u32, class: u32, opening: i64, blocked: bool) -> Arc<TreasuryAccount> {
    Arc::new(TreasuryAccount {
        id: TreasuryId(number),
        label: "compte".to_owned(),
        account: AccountNumber::of(class),
        opening: Amount::from_cents(opening),
        overdraft_limit: None,
        blocked,
    })
}

fn funder(number: u32) -> Arc<Funder> {
    let kind = FunderKind::ALL[(number as usize - 1) % FunderKind::ALL.len()];
    let delay_months = (number % 4) as u8;
    Arc::new(Funder { id: FunderId(number), name: "financeur".to_owned(), kind, delay_months })
}

struct Sized {
    dice: Dice,
    activities: u32,
    accounts: u32,
    years: u8,
    last_number: u32,
}

impl Sized {
    fn number(&mut self) -> u32 {
        self.last_number += 1;
        self.last_number
    }

    fn any_month(&mut self) -> Month {
        month(FIRST_YEAR, 1).plus(self.dice.between(0, i64::from(self.years) * 12 - 1) as i32)
    }

    fn any_activity(&mut self) -> Option<ActivityId> {
        let number = self.dice.below(u64::from(self.activities)) as u32 + 1;
        (self.activities > 0 && self.dice.chance(70)).then_some(ActivityId(number))
    }

    fn euros(&mut self, least: i64, most: i64) -> Amount {
        Amount::from_cents(self.dice.between(least, most) * 100)
    }

    fn frame(&mut self) -> Frame {
        let index = |number: u32, name: &str, yearly: i64| Index {
            id: IndexId(number),
            name: name.to_owned(),
            steps: IndexStep::January,
            yearly: percent(yearly),
            by_year: BTreeMap::new(),
        };
        Frame {
            association: Association {
                name: "Maison des associations".to_owned(),
                rna: None,
                siren: None,
                fiscal_year_starts: 1,
                contributions: ContributionRhythm::Monthly,
                vat: None,
                employer: Employer::default(),
            },
            horizon: Horizon { first_year: FIRST_YEAR, years: self.years, as_of: None },
            assumptions: Assumptions {
                indexes: vec![index(1, "prix", 1_800_000), index(2, "salaires", 2_200_000)],
                ..Assumptions::default()
            },
            opening: OpeningBalance::default(),
        }
    }

    fn activity(&mut self, number: u32) -> Arc<Activity> {
        let parent = (number > 10).then_some(ActivityId(number % 10 + 1));
        Arc::new(Activity { parent, ..Activity::new(ActivityId(number), "action".to_owned()) })
    }

    fn line(&mut self) -> Arc<BudgetLine> {
        let place = self.dice.below(u64::from(self.accounts)) as u32;
        let account = if place.is_multiple_of(4) { 7000 + place % 300 } else { 6000 + place };
        let yearly = self.euros(100, 20_000);
        let rule = match self.dice.below(20) {
            0..=4 => ScheduleRule::Monthly(self.euros(10, 2_000)),
            5 | 6 => ScheduleRule::Once { month: self.any_month(), amount: yearly },
            7 | 8 => ScheduleRule::Indexed { yearly, index: IndexId(1) },
            9 | 10 => ScheduleRule::Yearly {
                amounts: BTreeMap::from([(FIRST_YEAR, yearly)]),
                years: YearKind::Calendar,
                months: vec![3, 6, 9, 12],
            },
            _ => ScheduleRule::Yearly {
                amounts: (0..i32::from(self.years))
                    .map(|year| (FIRST_YEAR + year, self.euros(100, 20_000)))
                    .collect(),
                years: YearKind::Fiscal,
                months: Vec::new(),
            },
        };
        let timing = match self.dice.below(10) {
            0..=4 => Timing::SameMonth,
            5..=7 => Timing::After { months: 1 },
            8 => Timing::InMonths { months: vec![1, 4, 7, 10] },
            _ => Timing::OnReceipt,
        };
        Arc::new(BudgetLine {
            id: LineId(self.number()),
            label: "ligne".to_owned(),
            account: AccountNumber::of(account),
            activity: self.any_activity(),
            schedule: Schedule::new(rule),
            settlement: Settlement { timing, account: None },
            only_if: None,
            pool: None,
            actual: BTreeMap::new(),
        })
    }

    /// A post; every third with calculated contributions.
    fn position(&mut self, place: u32) -> Arc<Position> {
        let from = month(FIRST_YEAR, 1).plus(self.dice.between(-24, 12) as i32);
        let mut time = Vec::new();
        for share in [40, 30, 10] {
            if let Some(activity) = self.any_activity() {
                time.push(TimeShare::share(activity, percent(share * 1_000_000)));
            }
        }
        Arc::new(Position {
            to: self.dice.chance(30).then(|| self.any_month()),
            gross: BTreeMap::from([(from, self.euros(1_800, 3_500))]),
            index: Some(IndexId(2)),
            employer_rate: (!place.is_multiple_of(3)).then(|| percent(38_500_000)),
            time,
            ..Position::new(PositionId(self.number()), "poste".to_owned(), from)
        })
    }

    fn agreement(&mut self, place: u32) -> Arc<FundingAgreement> {
        let pays_anything = place.is_multiple_of(10);
        let activities: Vec<Option<ActivityId>> =
            if pays_anything { vec![None] } else { (0..3).map(|_| self.any_activity()).collect() };
        let first = self.dice.between(0, i64::from(self.years) - 1) as i32;
        let last = i32::from(self.years).min(first + self.dice.between(1, 4) as i32);
        let tranches = (first..last).map(|year| self.tranche(FIRST_YEAR + year, &activities)).collect();
        let id = AgreementId(self.number());
        let funder = FunderId(self.dice.below(11) as u32 + 1);
        let stage = self.dice.pick(&Stage::ALL);
        let mut agreement = FundingAgreement::new(id, "convention".to_owned(), funder, stage, tranches);
        agreement.payment = match place % 3 {
            0 => PaymentRule::Fixed(UnspentRule::Carry { until: None }),
            1 => PaymentRule::Rate(percent(50_000_000)),
            _ => PaymentRule::Fixed(UnspentRule::GiveBack),
        };
        if !pays_anything {
            // Half of the classes of costs.
            let classes = if place.is_multiple_of(2) { [60, 61, 62, 63] } else { [62, 64, 65, 66] };
            agreement.eligible.accounts = classes.map(AccountNumber::of).into();
        }
        Arc::new(agreement)
    }

    fn tranche(&mut self, year: i32, activities: &[Option<ActivityId>]) -> Tranche {
        let share =
            |share: i64, trigger: Trigger| Instalment::new(Part::Share(percent(share * 1_000_000)), trigger);
        let lines = activities
            .iter()
            .map(|activity| FundingLine {
                activity: *activity,
                asked: self.euros(1_000, 30_000),
                granted: None,
                certainty: None,
                actual: None,
            })
            .collect();
        Tranche {
            instalments: vec![
                share(50, Trigger::OnDecision),
                share(30, Trigger::InMonth(month(year, 10))),
                share(20, Trigger::InMonth(month(year + 1, 6))),
            ],
            decision: month(year, self.dice.between(1, 6) as u8),
            ..Tranche::new(TrancheId(self.number()), month(year, 1), month(year, 12), lines)
        }
    }

    fn investment(&mut self) -> Arc<Investment> {
        Arc::new(Investment {
            id: InvestmentId(self.number()),
            label: "matériel".to_owned(),
            account: AccountNumber::of(2183),
            activity: self.any_activity(),
            purchase: self.any_month(),
            amount: self.euros(500, 20_000),
            in_use: None,
            life_months: Some(36),
            settlement: Settlement::default(),
            only_if: None,
        })
    }

    fn loan(&mut self, repayment: Repayment) -> Arc<Loan> {
        Arc::new(Loan {
            id: LoanId(self.number()),
            label: "prêt".to_owned(),
            account: AccountNumber::of(164),
            drawn: month(FIRST_YEAR, 3),
            amount: self.euros(10_000, 50_000),
            yearly_rate: percent(3_200_000),
            months: 60,
            repayment,
            treasury: None,
            only_if: None,
        })
    }
}

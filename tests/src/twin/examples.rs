//! Agreements worked out by hand, for the twin itself.

mod assignment;
mod ceiling;
mod choice;
mod fixed;
mod payment;
mod rate;

use std::collections::BTreeMap;
use std::sync::Arc;

use previ_engine::account::AccountNumber;
use previ_engine::activity::Activity;
use previ_engine::agreement::{FundingAgreement, FundingLine, Tranche};
use previ_engine::certainty::{CertaintyView, Stage};
use previ_engine::employer::Employer;
use previ_engine::frame::{Association, Assumptions, Frame, Horizon};
use previ_engine::funder::{Funder, FunderKind};
use previ_engine::id::{ActivityId, AgreementId, FunderId, InvestmentId, ItemId, LineId, TrancheId};
use previ_engine::investment::Investment;
use previ_engine::line::BudgetLine;
use previ_engine::money::{Amount, Percent};
use previ_engine::month::Month;
use previ_engine::opening::OpeningBalance;
use previ_engine::payment::{Instalment, Part, Trigger};
use previ_engine::plan::Plan;
use previ_engine::rule::{Eligibility, PaymentRule, UnspentRule};
use previ_engine::schedule::{Schedule, ScheduleRule};
use previ_engine::timing::Settlement;
use rust_decimal::Decimal;

use super::movement::Place;
use super::movements;
use super::situation::Situation;

const GIVE_BACK: PaymentRule = PaymentRule::Fixed(UnspentRule::GiveBack);
const CARRY: PaymentRule = PaymentRule::Fixed(UnspentRule::Carry { until: None });

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn euros(euros: i64) -> Amount {
    Amount::from_cents(euros * 100)
}

fn percent(value: i64) -> Percent {
    Percent::new(Decimal::from(value)).unwrap()
}

/// A plan of calendar years from 2027 with an activity 1, an activity 2 below it, and the State.
fn plan(years: u8) -> Plan {
    let mut plan = Plan::new(Frame {
        association: Association {
            name: String::new(),
            rna: None,
            siren: None,
            fiscal_year_starts: 1,
            contributions: Default::default(),
            vat: None,
            employer: Employer::default(),
        },
        horizon: Horizon { first_year: 2027, years, as_of: None },
        assumptions: Assumptions::default(),
        opening: OpeningBalance::default(),
    });
    let activity = |id, parent| {
        let label = String::new();
        Arc::new(Activity { parent, ..Activity::new(ActivityId(id), label) })
    };
    plan.activities = vec![activity(1, None), activity(2, Some(ActivityId(1)))];
    let (id, name) = (FunderId(1), String::new());
    plan.funders.push(Arc::new(Funder { id, name, kind: FunderKind::State, delay_months: 0 }));
    plan
}

/// A cost or an income of a month.
fn once(plan: &mut Plan, account: u32, activity: Option<u32>, when: &str, amount: i64) {
    let rule = ScheduleRule::Once { month: month(when), amount: euros(amount) };
    plan.lines.push(Arc::new(BudgetLine {
        id: LineId(100 + plan.lines.len() as u32),
        label: String::new(),
        account: AccountNumber::of(account),
        activity: activity.map(ActivityId),
        schedule: Schedule { rule, from: None, to: None, overrides: Default::default() },
        settlement: Settlement::default(),
        only_if: None,
        pool: None,
        actual: BTreeMap::new(),
    }));
}

/// A tranche decided in its first month.
fn tranche(id: u32, from: &str, to: &str, activity: Option<u32>, amount: i64) -> Tranche {
    let activity = activity.map(ActivityId);
    let line = FundingLine::new(activity, euros(amount));
    Tranche::new(TrancheId(id), month(from), month(to), vec![line])
}

/// An agreement that may pay costs of these accounts, of any when there are none.
fn agreement<'a>(
    plan: &'a mut Plan,
    id: u32,
    payment: PaymentRule,
    accounts: &[u32],
    tranches: Vec<Tranche>,
) -> &'a mut FundingAgreement {
    let new = FundingAgreement::new(AgreementId(id), String::new(), FunderId(1), Stage::Signed, tranches);
    let accounts = accounts.iter().copied().map(AccountNumber::of).collect();
    let eligible = Eligibility { accounts, ..Eligibility::default() };
    plan.agreements.push(Arc::new(FundingAgreement { payment, eligible, ..new }));
    Arc::make_mut(plan.agreements.last_mut().unwrap())
}

/// What an account receives on its credit side, less its debit side, from one month to another.
fn credit(plan: &Plan, view: CertaintyView, account: u32, from: &str, to: &str) -> Decimal {
    let situation = Situation::new(plan, view);
    let here = |place| place == Place::account(account);
    let mut credit = Decimal::ZERO;
    for (_, movement) in movements(&situation).0 {
        if movement.month.is_some_and(|when| (month(from)..=month(to)).contains(&when)) {
            credit += if here(movement.credit) { movement.euros } else { Decimal::ZERO };
            credit -= if here(movement.debit) { movement.euros } else { Decimal::ZERO };
        }
    }
    credit
}

/// The same for a whole year, everything counted.
fn in_year(plan: &Plan, account: u32, year: i32) -> Decimal {
    credit(plan, CertaintyView::Everything, account, &format!("{year}-01"), &format!("{year}-12"))
}

fn in_month(plan: &Plan, account: u32, when: &str) -> Decimal {
    credit(plan, CertaintyView::Everything, account, when, when)
}

/// Money of funders that comes in, less what goes back, by months.
fn all_paid(plan: &Plan) -> BTreeMap<Month, Decimal> {
    let situation = Situation::new(plan, CertaintyView::Everything);
    let mut paid: BTreeMap<Month, Decimal> = BTreeMap::new();
    for (item, movement) in movements(&situation).0 {
        if let (ItemId::Agreement(_), Some(month)) = (item, movement.month) {
            let of_month = paid.entry(month).or_default();
            *of_month += if movement.debit == Place::Treasury(None) { movement.euros } else { Decimal::ZERO };
            *of_month -=
                if movement.credit == Place::Treasury(None) { movement.euros } else { Decimal::ZERO };
        }
    }
    paid.retain(|_, euros| !euros.is_zero());
    paid
}

/// The same in one month.
fn paid(plan: &Plan, when: &str) -> Decimal {
    all_paid(plan).get(&month(when)).copied().unwrap_or_default()
}

fn of(euros: i64) -> Decimal {
    Decimal::from(euros)
}

//! One position.

use previ_engine::condition::Condition;
use previ_engine::contract::Contract;
use previ_engine::diagnostic::Arg;
use previ_engine::id::{ActivityId, IndexId, PoolId, PositionId};
use previ_engine::lending::{Lending, most_lent};
use previ_engine::money::Percent;
use previ_engine::month::Month;
use previ_engine::position::{Position, Time, TimeShare, usual_employee_rate};
use previ_words::{Language, month_short, percent, text, text_with};
use rust_decimal::Decimal;

use super::choices::PayBy;
use super::condition;
use super::page::StaffRow;
use crate::open::Session;

/// One position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionForm {
    /// As in the list.
    pub row: StaffRow,
    /// How it is paid, each from its month on.
    pub pay: Vec<PayStep>,
    /// The index that raises the pay.
    pub index: Option<IndexId>,
    /// The indexes to choose from, none first.
    pub indexes: Vec<(Option<IndexId>, String)>,
    /// The employer's share typed; its contributions are calculated when absent.
    pub typed_employer_rate: Option<Percent>,
    /// The employee's share typed, where it is not the usual one.
    pub typed_employee_rate: Option<Percent>,
    /// The employee's share that counts.
    pub employee_rate: Percent,
    /// What the contract says besides, to be changed and given back.
    pub contract: Contract,
    /// Share of its time meant for activities, where it is not all of it.
    pub operational_share: Option<Percent>,
    /// The pool by whose key the structure's part is shared out.
    pub pool: Option<PoolId>,
    /// The pools to choose from, none first.
    pub pools: Vec<(Option<PoolId>, String)>,
    /// The agreements without whose money it does not exist.
    pub only_if: Option<Condition>,
    /// The conditions to choose from, none first.
    pub conditions: Vec<(Option<Condition>, String)>,
    /// Time for other associations, in the order of the plan.
    pub lent: Vec<Lending>,
    /// Shares of time by activity, every activity of the plan in order, 0 % included.
    pub time: Vec<TimeForm>,
    /// What shares without a period and time lent leave for the structure.
    pub structure: Percent,
}

/// How a position is paid from a month on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PayStep {
    /// From which month on.
    pub month: Month,
    /// How.
    pub pay: PayBy,
}

/// Time of a position on an activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeForm {
    /// Which activity.
    pub activity: ActivityId,
    /// Its name.
    pub name: String,
    /// How much; none when absent. Of several periods the first one.
    pub time: Option<TimeShare>,
    /// All of it in words where it has days or dates, which are typed in the workload; empty otherwise.
    pub in_periods: String,
}

impl PositionForm {
    /// The share of full time, each from its month on; full time from the first month where none is typed.
    #[must_use]
    pub fn working_time(&self) -> Vec<(Month, Percent)> {
        let typed: Vec<_> =
            self.contract.working_time.iter().map(|(month, share)| (*month, *share)).collect();
        if typed.is_empty() { vec![(self.row.from, Percent::WHOLE)] } else { typed }
    }

    pub(crate) fn new(session: &Session, id: PositionId) -> Option<Self> {
        let position = session.plan().positions.iter().find(|position| position.id == id)?;
        let time = session.plan().activities.iter().map(|activity| TimeForm {
            activity: activity.id,
            name: activity.label.clone(),
            time: position.time.iter().find(|share| share.activity == activity.id).copied(),
            in_periods: in_periods(session.language(), position, activity.id),
        });
        let language = session.language();
        let plan = session.plan();
        let named = |id: &str| text(language, id);
        let indexes = plan.frame.assumptions.indexes.iter();
        let indexes = indexes.map(|index| (Some(index.id), index.name.clone()));
        let pools = plan.pools.iter().map(|pool| (Some(pool.id), pool.label.clone()));
        Some(Self {
            row: StaffRow::new(session, position),
            pay: steps(position),
            index: position.index,
            indexes: std::iter::once((None, named("staff-no-index"))).chain(indexes).collect(),
            contract: position.contract.clone(),
            operational_share: position.operational_share,
            pool: position.pool,
            pools: std::iter::once((None, named("staff-no-pool"))).chain(pools).collect(),
            only_if: condition::listed(position.only_if.as_ref()),
            conditions: condition::conditions(language, plan, position.only_if.as_ref()),
            lent: position.lent.clone(),
            typed_employer_rate: position.employer_rate,
            typed_employee_rate: position.employee_rate,
            employee_rate: position.employee_rate.unwrap_or_else(usual_employee_rate),
            time: time.collect(),
            structure: left_for_structure(position),
        })
    }
}

/// The amounts and scales by which it is paid; a scale holds in a month that has both.
fn steps(position: &Position) -> Vec<PayStep> {
    let amounts = position.gross.iter().filter(|(month, _)| !position.scale.contains_key(month));
    let amounts = amounts.map(|(month, amount)| PayStep { month: *month, pay: PayBy::Amount(*amount) });
    let scales = position.scale.iter();
    let scales = scales.map(|(month, scale)| PayStep { month: *month, pay: PayBy::Scale(*scale) });
    let mut steps: Vec<PayStep> = amounts.chain(scales).collect();
    steps.sort_by_key(|step| step.month);
    steps
}

fn left_for_structure(position: &Position) -> Percent {
    let shares: Decimal = position.time.iter().filter_map(lasting_share).map(Percent::value).sum();
    let given = shares.saturating_add(most_lent(position));
    Percent::new((Decimal::ONE_HUNDRED - given).max(Decimal::ZERO)).unwrap_or_default()
}

/// A share that holds as long as the position does.
fn lasting_share(share: &TimeShare) -> Option<Percent> {
    match share.time {
        Time::Share(percent) if share.from.is_none() && share.to.is_none() => Some(percent),
        Time::Share(_) | Time::Days(_) => None,
    }
}

/// The time of an activity with its dates, such as "50 % jusqu'à déc. 2027 ; 12 jours de janv. 2028 à déc.
/// 2028"; empty where it lasts as long as the position does.
fn in_periods(language: Language, position: &Position, activity: ActivityId) -> String {
    let times: Vec<&TimeShare> = position.time.iter().filter(|known| known.activity == activity).collect();
    if times.iter().all(|known| lasting_share(known).is_some()) {
        return String::new();
    }
    let said = |known: &&TimeShare| {
        let time = time_in_words(language, known.time);
        let month = |month| Arg::Text(month_short(language, month));
        let (id, args) = match (known.from, known.to) {
            (None, None) => return time,
            (Some(from), None) => ("staff-time-from", vec![("from", month(from))]),
            (None, Some(to)) => ("staff-time-until", vec![("to", month(to))]),
            (Some(from), Some(to)) => ("staff-time-between", vec![("from", month(from)), ("to", month(to))]),
        };
        text_with(language, id, &[vec![("time", Arg::Text(time))], args].concat())
    };
    times.iter().map(said).collect::<Vec<String>>().join("; ")
}

/// How much time it is, in words.
#[must_use]
pub fn time_in_words(language: Language, time: Time) -> String {
    match time {
        Time::Share(share) => percent(language, share),
        Time::Days(days) => text_with(language, "staff-days-a-year", &[("days", Arg::Number(days.value()))]),
    }
}

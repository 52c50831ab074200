//! Positions paid with typed rates.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::condition::Condition;
use crate::frame::ContributionRhythm;
use crate::id::{ActivityId, IndexId, PositionId};
use crate::is_default;
use crate::journal::{ActivityIndex, Book, Context, Rule, accounts};
use crate::money::{Amount, Percent, spread, to_cents};
use crate::month::Month;
use crate::schedule::stepped;

/// A position (*poste*): a job with its pay, its dates and where its time goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// Identity.
    pub id: PositionId,
    /// Name of the job.
    pub label: String,
    /// Who holds it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub holder: Option<String>,
    /// First month; before the plan for those already there.
    pub from: Month,
    /// Last month.
    #[serde(default, skip_serializing_if = "is_default")]
    pub to: Option<Month>,
    /// Gross pay of a month (*salaire brut mensuel*), each amount from its month on.
    pub gross: BTreeMap<Month, Amount>,
    /// The index that raises the pay, from the month of the last typed amount on.
    #[serde(default, skip_serializing_if = "is_default")]
    pub index: Option<IndexId>,
    /// Employer's share on top of gross pay (*charges patronales*): covers 645, 633 and 6311.
    pub employer_rate: Percent,
    /// Employee's share inside gross pay (*charges salariales*); 22 % when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub employee_rate: Option<Percent>,
    /// Share of time per activity; what is left is the structure's.
    #[serde(default, skip_serializing_if = "is_default")]
    pub time: Vec<TimeShare>,
    /// Exists only if these agreements are granted.
    #[serde(default, skip_serializing_if = "is_default")]
    pub only_if: Option<Condition>,
}

/// A share of a position's time (*temps par action*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeShare {
    /// The activity.
    pub activity: ActivityId,
    /// Share of the position's time, 50 meaning 50 %.
    pub share: Percent,
}

/// The employee's share used when a position says nothing: 22 %, the usual order of magnitude for
/// non-executive pay.
#[must_use]
pub fn usual_employee_rate() -> Percent {
    Percent::new(Decimal::from(22)).unwrap_or_default()
}

impl Position {
    /// Gross pay of `month` in cents, 0 outside its dates.
    #[must_use]
    pub fn gross_cents(&self, month: Month, context: &Context<'_>) -> i64 {
        if month < self.from || self.to.is_some_and(|to| month > to) {
            return 0;
        }
        let typed = stepped(&self.gross, &month);
        let Some(index) = self.index.and_then(|id| context.indexes().iter().find(|index| index.id == id))
        else {
            return typed.cents();
        };
        let since = self.gross.range(..=month).next_back().map_or(month, |(since, _)| *since);
        let timeline = context.timeline();
        let level = index.applied(typed, month, timeline);
        let base = index.factor(since, timeline);
        to_cents(if base.is_zero() { level } else { level / base })
    }
}

/// Posts pay, contributions and their payments.
pub(crate) fn post(position: &Position, book: &mut Book<'_>) {
    let context = book.context();
    let [pay, contributions] = [accounts::PAY, accounts::CONTRIBUTIONS].map(|a| book.account(a));
    let [net_due, social_due] = [accounts::STAFF, accounts::SOCIAL_SECURITY].map(|a| book.account(a));
    let treasury = book.treasury(None);
    let employee_rate = position.employee_rate.unwrap_or_else(usual_employee_rate);
    let last = position.to.unwrap_or(context.timeline().last()).min(context.timeline().last());
    for month in (0..=last.since(position.from)).map(|n| position.from.plus(n)) {
        let gross = position.gross_cents(month, context);
        let employee = employee_rate.of_cents(gross);
        let employer = position.employer_rate.of_cents(gross);
        let (activities, weights) = time_of(position, month, context);
        let parts = |cents: i64| activities.iter().zip(spread(Decimal::new(cents, 2), &weights));
        for (activity, part) in parts(gross - employee) {
            book.for_activity(*activity).post(month, Rule::Pay, pay, net_due, part);
        }
        for (activity, part) in parts(employee) {
            book.for_activity(*activity).post(month, Rule::Pay, pay, social_due, part);
        }
        for (activity, part) in parts(employer) {
            let rule = Rule::EmployerContributions;
            book.for_activity(*activity).post(month, rule, contributions, social_due, part);
        }
        book.for_activity(ActivityIndex::STRUCTURE);
        book.post(month, Rule::NetPayPayment, net_due, treasury, gross - employee);
        let due = match context.contributions() {
            ContributionRhythm::Monthly => month.plus(1),
            ContributionRhythm::Quarterly => month.next_among(&[3, 6, 9, 12]).plus(1),
        };
        book.post(due, Rule::ContributionsPayment, social_due, treasury, employee + employer);
    }
}

/// Where the time of `month` goes: activities outside their dates leave it to the structure, shares
/// above 100 % in all are reduced in proportion.
fn time_of(position: &Position, month: Month, context: &Context<'_>) -> (Vec<ActivityIndex>, Vec<u64>) {
    let mut activities = alloc::vec![ActivityIndex::STRUCTURE];
    let mut weights = alloc::vec![0];
    // Millionths of a percent: the precision of a percentage.
    let mut left: u64 = 100_000_000;
    for share in &position.time {
        let weight = to_cents(share.share.value() * Decimal::from(10_000)).max(0).unsigned_abs();
        let (activity, window) = context.activity(Some(share.activity));
        if window.contains(month) {
            activities.push(activity);
            weights.push(weight);
            left = left.saturating_sub(weight);
        }
    }
    weights[0] = left;
    (activities, weights)
}

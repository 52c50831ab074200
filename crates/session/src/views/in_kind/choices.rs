//! What may be chosen of a contribution in kind, and what a new one begins with.

use std::collections::BTreeMap;

use previ_engine::diagnostic::Arg;
use previ_engine::in_kind::{HourlyValue, InKindKind};
use previ_engine::money::{Amount, Quantity};
use previ_engine::month::Month;
use previ_engine::payroll::Growth;
use previ_engine::schedule::{Schedule, ScheduleRule, YearKind};
use previ_words::{Decimals, Language, in_kind_kind, money, month_long, text, text_with};
use rust_decimal::Decimal;

use super::InKindMeasure;
use crate::open::Session;

/// The calendar of a new contribution: so many hours or euros each year from the first one of the plan on. None beyond
/// the bounds of hours or amounts.
#[must_use]
pub fn every_year(
    session: &Session,
    measure: InKindMeasure,
    number: Decimal,
    price: Amount,
) -> Option<Schedule> {
    let timeline = session.plan().frame.timeline();
    let key = timeline.fiscal_year(timeline.first()).key();
    let rule = match measure {
        InKindMeasure::Hours => ScheduleRule::QuantityPrice {
            quantities: BTreeMap::from([(key, Quantity::new(number)?)]),
            unit_price: price,
            months: Vec::new(),
        },
        InKindMeasure::Amount | InKindMeasure::Other => ScheduleRule::Yearly {
            amounts: BTreeMap::from([(key, Amount::new(number)?)]),
            years: YearKind::Fiscal,
            months: Vec::new(),
        },
    };
    Some(Schedule::new(rule))
}

/// In what most people count a kind.
#[must_use]
pub fn usual_measure(kind: InKindKind) -> InKindMeasure {
    match kind {
        InKindKind::Volunteering => InKindMeasure::Hours,
        InKindKind::Relief | InKindKind::FreeUse | InKindKind::Services => InKindMeasure::Amount,
    }
}

/// The kinds to choose from, the most usual first.
#[must_use]
pub fn in_kind_kinds(language: Language) -> Vec<(InKindKind, String)> {
    let all = [InKindKind::Volunteering, InKindKind::FreeUse, InKindKind::Services, InKindKind::Relief];
    all.map(|kind| (kind, in_kind_kind(language, kind))).into()
}

/// What an hour may be worth, with what that makes in the first month of the plan; a price of one's own is last.
#[must_use]
pub fn hour_values(session: &Session) -> Vec<(Option<HourlyValue>, String)> {
    let (language, plan) = (session.language(), session.plan());
    let month = plan.frame.timeline().first();
    let of_law = |value: HourlyValue, id| {
        let growth = Growth::of(&plan.frame.assumptions.indexes);
        let cents = value.cents(month, &session.reference().payroll, &growth);
        (Some(value), text_with(language, id, &hour(language, cents, month)))
    };
    vec![
        of_law(HourlyValue::MinimumWage, "in-kind-hour-minimum"),
        of_law(HourlyValue::MinimumWageWithContributions, "in-kind-hour-minimum-charged"),
        (None, text(language, "in-kind-hour-own")),
    ]
}

fn hour(language: Language, cents: i64, month: Month) -> [(&'static str, Arg); 2] {
    [
        ("amount", Arg::Text(money(language, cents, Decimals::Two))),
        ("month", Arg::Text(month_long(language, month))),
    ]
}

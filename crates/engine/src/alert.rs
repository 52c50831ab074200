//! What a treasurer should look at first.

use alloc::vec::Vec;

use crate::cash::CashForecast;
use crate::diagnostic::{Arg, ArgKind, Code, CodeSpec, Diagnostic, Field, Place, Severity};
use crate::funding_statement::funding_by_agreement;
use crate::income::IncomeStatement;
use crate::note::NoteState;
use crate::query::{AccountFilter, Query, sum};
use crate::timeline::MonthIndex;
use crate::view::View;

const CASH_NEGATIVE: Code = Code("alert.cash-negative");
const CASH_NEGATIVE_INSIDE: Code = Code("alert.cash-negative-inside-month");
const BELOW_RESERVE: Code = Code("alert.below-reserve");
const DEFICIT: Code = Code("alert.deficit");
const UNEXPLAINED: Code = Code("alert.unexplained-difference");
const MONEY_WITHOUT_COST: Code = Code("alert.money-without-cost");
const TO_BE_SPECIFIED: Code = Code("alert.to-be-specified");

/// The codes of this module.
pub const CODES: &[CodeSpec] = &[
    CodeSpec {
        code: CASH_NEGATIVE,
        args: &[("month", ArgKind::Month), ("lowest", ArgKind::Cents), ("low_month", ArgKind::Month)],
    },
    CodeSpec { code: CASH_NEGATIVE_INSIDE, args: &[("month", ArgKind::Month), ("worst", ArgKind::Cents)] },
    CodeSpec { code: BELOW_RESERVE, args: &[("count", ArgKind::Number), ("month", ArgKind::Month)] },
    CodeSpec { code: DEFICIT, args: &[("year", ArgKind::Year), ("amount", ArgKind::Cents)] },
    CodeSpec { code: UNEXPLAINED, args: &[("item", ArgKind::Text), ("amount", ArgKind::Cents)] },
    CodeSpec {
        code: MONEY_WITHOUT_COST,
        args: &[("item", ArgKind::Text), ("year", ArgKind::Year), ("amount", ArgKind::Cents)],
    },
    CodeSpec { code: TO_BE_SPECIFIED, args: &[("count", ArgKind::Number)] },
];

/// The alerts of a view, the gravest first.
#[must_use]
pub fn alerts(view: &View, income: &IncomeStatement, cash: &CashForecast) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    found.extend(negative_cash(cash));
    found.extend(deficits(income));
    found.extend(below_reserve(cash));
    found.extend(money_without_cost(view));
    found.extend(unexplained(view));
    found.extend(to_be_specified(view));
    found.sort_by_key(|alert| core::cmp::Reverse(alert.severity));
    found
}

/// The first month that ends below zero, else the first one inside which cash may run out.
fn negative_cash(cash: &CashForecast) -> Option<Diagnostic> {
    let by_month = cash.months.iter().copied();
    if let Some(month) = cash.first_negative_end {
        let lowest = by_month.zip(cash.closing_cents.iter().copied()).min_by_key(|(_, cents)| *cents);
        let (low_month, lowest) = lowest.unwrap_or((month, 0));
        let alert = Diagnostic::new(CASH_NEGATIVE, Severity::Error, Place::Whole);
        let alert = alert.with("month", Arg::Month(month)).with("lowest", Arg::Cents(lowest));
        return Some(alert.with("low_month", Arg::Month(low_month)));
    }
    let month = cash.first_negative_inside?;
    let worst = by_month.zip(cash.worst_cents.iter().copied()).find(|(known, _)| *known == month);
    let alert = Diagnostic::new(CASH_NEGATIVE_INSIDE, Severity::Warning, Place::Whole);
    let worst = worst.map_or(0, |(_, cents)| cents);
    Some(alert.with("month", Arg::Month(month)).with("worst", Arg::Cents(worst)))
}

fn deficits(income: &IncomeStatement) -> impl Iterator<Item = Diagnostic> {
    let years = income.years.iter().zip(&income.to_find_cents).filter(|(_, cents)| **cents > 0);
    years.map(|(year, cents)| {
        let alert = Diagnostic::new(DEFICIT, Severity::Warning, Place::Whole);
        alert.with("year", Arg::Year(year.key())).with("amount", Arg::Cents(*cents))
    })
}

fn below_reserve(cash: &CashForecast) -> Option<Diagnostic> {
    let reserve = cash.reserve_cents.as_ref()?;
    let both = cash.closing_cents.iter().zip(reserve).zip(&cash.months);
    let below: Vec<_> = both.filter(|((closing, reserve), _)| closing < reserve).map(|(_, m)| *m).collect();
    let first = *below.first()?;
    let alert = Diagnostic::new(BELOW_RESERVE, Severity::Warning, Place::Whole);
    Some(alert.with("count", Arg::Number(below.len().into())).with("month", Arg::Month(first)))
}

/// Money of a project that no cost uses and that will be owed back to its funder.
fn money_without_cost(view: &View) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for row in funding_by_agreement(view) {
        let years = view.timeline().fiscal_years().into_iter().zip(row.given_back_cents);
        for (year, cents) in years.filter(|(_, cents)| *cents > 0) {
            let item = row.agreement.into();
            let place = Place::Item(item, Field("payment"));
            let alert = Diagnostic::new(MONEY_WITHOUT_COST, Severity::Warning, place);
            let alert = alert.with("item", Arg::Text(view.plan().label(item).into()));
            found.push(alert.with("year", Arg::Year(year.key())).with("amount", Arg::Cents(cents)));
        }
    }
    found
}

fn unexplained(view: &View) -> impl Iterator<Item = Diagnostic> {
    let end = MonthIndex(view.timeline().month_count() as u16);
    view.plan().readings.iter().filter_map(move |reading| {
        let item = reading.id.into();
        let mut query = Query::new(AccountFilter::UsableTreasury, MonthIndex::OPENING, end);
        query.item = Some(item);
        let cents = sum(view, &query);
        let alert = Diagnostic::new(UNEXPLAINED, Severity::Note, Place::Item(item, super::check::BALANCE));
        let label = view.plan().label(item);
        let alert = alert.with("item", Arg::Text(label.into())).with("amount", Arg::Cents(cents));
        (cents != 0).then_some(alert)
    })
}

fn to_be_specified(view: &View) -> Option<Diagnostic> {
    let notes = view.plan().notes.iter();
    let count = notes.filter(|note| note.state == NoteState::ToBeSpecified).count();
    let alert = Diagnostic::new(TO_BE_SPECIFIED, Severity::Note, Place::Whole);
    (count > 0).then(|| alert.with("count", Arg::Number(count.into())))
}

//! What a treasurer should look at first: small functions in a list, each looking at one thing of a view.

use alloc::vec::Vec;

use crate::cash::CashForecast;
use crate::diagnostic::{Arg, ArgKind, Code, CodeSpec, Diagnostic, Field, Place, Severity};
use crate::id::ItemId;
use crate::income::IncomeStatement;
use crate::month::Month;
use crate::view::View;

mod activities;
mod cash;
mod funders;
mod money;
mod result;

/// What alerts look at.
#[derive(Clone, Copy)]
struct Seen<'a> {
    view: &'a View,
    income: &'a IncomeStatement,
    cash: &'a CashForecast,
    as_of: Option<Month>,
}

/// Something that finds alerts.
type Finder = fn(Seen<'_>) -> Vec<Diagnostic>;

const FINDERS: &[Finder] = &[
    cash::negative,
    result::deficits,
    cash::below_reserve,
    cash::late_instalment,
    money::without_cost,
    money::entitlement_without_cost,
    money::base_too_small,
    money::nothing_eligible,
    money::public_ceiling,
    money::overdue_reports,
    activities::over_funded,
    activities::costs_after_money,
    funders::agreements_needed,
    funders::auditor_needed,
    funders::one_funder,
    result::unexplained,
    result::to_be_specified,
];

const fn code(code: &'static str, args: &'static [(&'static str, ArgKind)]) -> CodeSpec {
    CodeSpec { code: Code(code), args }
}

const ITEM: (&str, ArgKind) = ("item", ArgKind::Text);
const AMOUNT: (&str, ArgKind) = ("amount", ArgKind::Cents);
const YEAR: (&str, ArgKind) = ("year", ArgKind::Year);
const MONTH: (&str, ArgKind) = ("month", ArgKind::Month);

const CASH_NEGATIVE: CodeSpec =
    code("alert.cash-negative", &[MONTH, ("lowest", ArgKind::Cents), ("low_month", ArgKind::Month)]);
const CASH_NEGATIVE_INSIDE: CodeSpec =
    code("alert.cash-negative-inside-month", &[MONTH, ("worst", ArgKind::Cents)]);
const BELOW_RESERVE: CodeSpec = code("alert.below-reserve", &[("count", ArgKind::Number), MONTH]);
const DEFICIT: CodeSpec = code("alert.deficit", &[YEAR, AMOUNT]);
const UNEXPLAINED: CodeSpec = code("alert.unexplained-difference", &[ITEM, AMOUNT]);
const MONEY_WITHOUT_COST: CodeSpec = code("alert.money-without-cost", &[ITEM, YEAR, AMOUNT]);
const TO_BE_SPECIFIED: CodeSpec = code("alert.to-be-specified", &[("count", ArgKind::Number)]);
const LATE_INSTALMENT: CodeSpec =
    code("alert.late-instalment", &[ITEM, AMOUNT, MONTH, ("short_month", ArgKind::Month)]);
const ENTITLEMENT: CodeSpec = code("alert.entitlement-without-cost", &[ITEM, AMOUNT]);
const BASE_TOO_SMALL: CodeSpec = code("alert.base-too-small", &[ITEM, AMOUNT, ("most", ArgKind::Cents)]);
const NOTHING_ELIGIBLE: CodeSpec = code("alert.nothing-eligible", &[ITEM]);
const PUBLIC_CEILING: CodeSpec = code("alert.public-ceiling", &[ITEM, AMOUNT]);
const REPORT_OVERDUE: CodeSpec = code("alert.report-overdue", &[ITEM, MONTH]);
const OVER_FUNDED: CodeSpec = code("alert.over-funded", &[ITEM, YEAR, AMOUNT, ("count", ArgKind::Number)]);
const COSTS_AFTER_MONEY: CodeSpec = code("alert.costs-after-money", &[ITEM, MONTH, AMOUNT]);
const AGREEMENT_NEEDED: CodeSpec =
    code("alert.agreement-needed", &[ITEM, YEAR, AMOUNT, ("limit", ArgKind::Cents)]);
const AUDITOR_NEEDED: CodeSpec = code("alert.auditor-needed", &[YEAR, AMOUNT, ("limit", ArgKind::Cents)]);
const ONE_FUNDER: CodeSpec =
    code("alert.one-funder", &[ITEM, YEAR, ("percent", ArgKind::Number), ("limit", ArgKind::Number)]);

/// The codes of this module.
pub const CODES: &[CodeSpec] = &[
    CASH_NEGATIVE,
    CASH_NEGATIVE_INSIDE,
    BELOW_RESERVE,
    DEFICIT,
    UNEXPLAINED,
    MONEY_WITHOUT_COST,
    TO_BE_SPECIFIED,
    LATE_INSTALMENT,
    ENTITLEMENT,
    BASE_TOO_SMALL,
    NOTHING_ELIGIBLE,
    PUBLIC_CEILING,
    REPORT_OVERDUE,
    OVER_FUNDED,
    COSTS_AFTER_MONEY,
    AGREEMENT_NEEDED,
    AUDITOR_NEEDED,
    ONE_FUNDER,
];

/// The alerts of a view, the gravest first, seen from the month `as_of`; without it, nothing is late.
#[must_use]
pub fn alerts(
    view: &View,
    income: &IncomeStatement,
    cash: &CashForecast,
    as_of: Option<Month>,
) -> Vec<Diagnostic> {
    let seen = Seen { view, income, cash, as_of };
    let mut found: Vec<Diagnostic> = FINDERS.iter().flat_map(|finder| finder(seen)).collect();
    found.sort_by_key(|alert| core::cmp::Reverse(alert.severity));
    found
}

/// An alert about the plan as a whole.
fn whole(spec: CodeSpec, severity: Severity) -> Diagnostic {
    Diagnostic::new(spec.code, severity, Place::Whole)
}

/// An alert about a field of an item, with the item's name.
fn about(view: &View, spec: CodeSpec, severity: Severity, item: ItemId, field: &'static str) -> Diagnostic {
    let label = Arg::Text(view.plan().label(item).into());
    Diagnostic::new(spec.code, severity, Place::Item(item, Field(field))).with("item", label)
}

#[cfg(test)]
mod tests;

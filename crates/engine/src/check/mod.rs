//! What is wrong with a plan: small functions in a list, each looking at one thing. The projection runs
//! whatever they find.

use alloc::vec::Vec;

use crate::diagnostic::{Arg, ArgKind, Code, CodeSpec, Diagnostic, Field, Place, Severity};
use crate::id::ItemId;
use crate::plan::Plan;
use crate::reference::Reference;

mod accounts;
mod agreements;
mod amounts;
mod certainty;
mod dates;
mod effect;
mod identity;
mod pools;
mod references;
mod shared;
mod shares;
mod staff;
mod time;
mod whole;

/// The balance of a reading.
pub(crate) const BALANCE: Field = Field("balance");

/// A validator.
type Validator = fn(&Plan, &Reference) -> Vec<Diagnostic>;

const VALIDATORS: &[Validator] = &[
    whole::nothing_to_project,
    whole::first_month,
    whole::horizon_years,
    whole::value_added_tax,
    whole::treasury_account,
    identity::unique,
    references::dangling,
    references::activity_cycles,
    accounts::classes,
    accounts::known_numbers,
    dates::inside_horizon,
    dates::in_order,
    dates::calendar_months,
    dates::overlong_timings,
    time::over,
    time::outside_activity,
    time::below_zero,
    shares::instalments,
    shares::payment_rates,
    shares::percentages,
    amounts::below_zero,
    dates::papers_in_order,
    agreements::totals,
    agreements::overlapping,
    agreements::waiting_in_a_circle,
    certainty::against_stage,
    effect::rules_without_effect,
    effect::chosen_costs,
    staff::pay_before_parameters,
    staff::fixed_term_without_end,
    shared::lent_time,
    shared::lendings,
    shared::partners,
    pools::parts_below_zero,
    pools::unused,
    pools::not_shared_out,
];

const fn code(code: &'static str, args: &'static [(&'static str, ArgKind)]) -> CodeSpec {
    CodeSpec { code: Code(code), args }
}

const ITEM: (&str, ArgKind) = ("item", ArgKind::Text);

pub(crate) const NOTHING: CodeSpec = code("plan.nothing-to-project", &[]);
pub(crate) const FIRST_MONTH: CodeSpec = code("plan.fiscal-year-month", &[("number", ArgKind::Number)]);
pub(crate) const HORIZON: CodeSpec = code("plan.horizon-years", &[("number", ArgKind::Number)]);
pub(crate) const VAT: CodeSpec = code("plan.vat-not-supported", &[]);
pub(crate) const NO_TREASURY: CodeSpec = code("plan.no-treasury-account", &[]);
pub(crate) const DUPLICATE: CodeSpec = code("plan.duplicate-id", &[ITEM, ("number", ArgKind::Number)]);
pub(crate) const DANGLING: CodeSpec =
    code("plan.dangling-id", &[ITEM, ("wanted", ArgKind::Text), ("number", ArgKind::Number)]);
pub(crate) const CYCLE: CodeSpec = code("plan.activity-cycle", &[ITEM]);
pub(crate) const CLASS: CodeSpec = code("plan.account-class", &[ITEM, ("account", ArgKind::Account)]);
pub(crate) const UNKNOWN_ACCOUNT: CodeSpec =
    code("plan.unknown-account", &[ITEM, ("account", ArgKind::Account), ("nearest", ArgKind::Account)]);
pub(crate) const OUTSIDE: CodeSpec = code("plan.outside-horizon", &[ITEM, ("month", ArgKind::Month)]);
pub(crate) const REVERSED: CodeSpec =
    code("plan.dates-reversed", &[ITEM, ("from", ArgKind::Month), ("to", ArgKind::Month)]);
pub(crate) const MONTH_NUMBER: CodeSpec = code("plan.month-number", &[ITEM, ("number", ArgKind::Number)]);
pub(crate) const TIMING: CodeSpec = code("plan.timing-too-long", &[ITEM, ("number", ArgKind::Number)]);
pub(crate) const TIME_SHARES: CodeSpec = code("plan.shares-over-100", &[ITEM, ("percent", ArgKind::Number)]);
pub(crate) const DAYS_OVER: CodeSpec = code(
    "plan.days-over",
    &[
        ITEM,
        ("from", ArgKind::Month),
        ("to", ArgKind::Month),
        ("days", ArgKind::Number),
        ("available", ArgKind::Number),
    ],
);
pub(crate) const TIME_OUTSIDE: CodeSpec =
    code("plan.time-outside-activity", &[ITEM, ("activity", ArgKind::Text), ("month", ArgKind::Month)]);
pub(crate) const TIME_BELOW_ZERO: CodeSpec =
    code("plan.time-below-zero", &[ITEM, ("number", ArgKind::Number)]);
pub(crate) const INSTALMENTS_OVER: CodeSpec =
    code("plan.instalments-over", &[ITEM, ("amount", ArgKind::Cents), ("total", ArgKind::Cents)]);
pub(crate) const INSTALMENTS_UNDER: CodeSpec =
    code("plan.instalments-under", &[ITEM, ("amount", ArgKind::Cents), ("total", ArgKind::Cents)]);
pub(crate) const PAYMENT_RATE: CodeSpec = code("plan.payment-rate", &[ITEM, ("percent", ArgKind::Number)]);
pub(crate) const BELOW_ZERO: CodeSpec = code("plan.amount-below-zero", &[ITEM, ("amount", ArgKind::Cents)]);
pub(crate) const LATE_FILING: CodeSpec =
    code("plan.filing-after-decision", &[ITEM, ("filing", ArgKind::Month), ("decision", ArgKind::Month)]);
pub(crate) const INTERIM_REPORT: CodeSpec = code(
    "plan.interim-report-outside",
    &[ITEM, ("month", ArgKind::Month), ("from", ArgKind::Month), ("report", ArgKind::Month)],
);
pub(crate) const TRANCHES_TOTAL: CodeSpec =
    code("plan.tranches-total", &[ITEM, ("amount", ArgKind::Cents), ("total", ArgKind::Cents)]);
pub(crate) const OVERLAPPING: CodeSpec = code(
    "plan.overlapping-agreements",
    &[ITEM, ("other", ArgKind::Text), ("from", ArgKind::Month), ("to", ArgKind::Month)],
);
pub(crate) const CIRCULAR: CodeSpec = code("plan.circular-instalments", &[ITEM, ("other", ArgKind::Text)]);
pub(crate) const AGAINST_STAGE: CodeSpec =
    code("plan.certainty-against-stage", &[ITEM, ("level", ArgKind::Number), ("usual", ArgKind::Number)]);
pub(crate) const WITHOUT_EFFECT: CodeSpec = code("plan.rule-without-effect", &[ITEM]);
pub(crate) const CHOSEN_COST: CodeSpec = code("plan.chosen-cost", &[ITEM]);
pub(crate) const PAY_BEFORE: CodeSpec =
    code("plan.pay-before-parameters", &[ITEM, ("known", ArgKind::Month)]);
pub(crate) const FIXED_TERM: CodeSpec = code("plan.fixed-term-without-end", &[ITEM]);
pub(crate) const LENT_OVER: CodeSpec = code("plan.lent-over-100", &[ITEM, ("percent", ArgKind::Number)]);
pub(crate) const PARTNERS_OVER: CodeSpec =
    code("plan.partners-over-100", &[ITEM, ("percent", ArgKind::Number)]);
pub(crate) const PARTNER_WITHOUT_SHARE: CodeSpec =
    code("plan.partner-without-share", &[ITEM, ("partner", ArgKind::Text)]);
pub(crate) const KEY_SUMS_TO_ZERO: CodeSpec =
    code("plan.key-sums-to-zero", &[ITEM, ("year", ArgKind::Year), ("amount", ArgKind::Cents)]);
pub(crate) const PART_BELOW_ZERO: CodeSpec =
    code("plan.part-below-zero", &[ITEM, ("activity", ArgKind::Text), ("number", ArgKind::Number)]);
pub(crate) const POOL_UNUSED: CodeSpec = code("plan.pool-unused", &[ITEM]);
pub(crate) const NOT_SHARED_OUT: CodeSpec = code("plan.not-shared-out", &[ITEM, ("pool", ArgKind::Text)]);
pub(crate) const TOO_MANY: CodeSpec = code("plan.too-many-items", &[("what", ArgKind::Text)]);

/// The codes of this module.
pub const CODES: &[CodeSpec] = &[
    NOTHING,
    FIRST_MONTH,
    HORIZON,
    VAT,
    NO_TREASURY,
    DUPLICATE,
    DANGLING,
    CYCLE,
    CLASS,
    UNKNOWN_ACCOUNT,
    OUTSIDE,
    REVERSED,
    MONTH_NUMBER,
    TIMING,
    TIME_SHARES,
    DAYS_OVER,
    TIME_OUTSIDE,
    TIME_BELOW_ZERO,
    INSTALMENTS_OVER,
    INSTALMENTS_UNDER,
    PAYMENT_RATE,
    BELOW_ZERO,
    LATE_FILING,
    INTERIM_REPORT,
    TRANCHES_TOTAL,
    OVERLAPPING,
    CIRCULAR,
    AGAINST_STAGE,
    WITHOUT_EFFECT,
    CHOSEN_COST,
    PAY_BEFORE,
    FIXED_TERM,
    LENT_OVER,
    PARTNERS_OVER,
    PARTNER_WITHOUT_SHARE,
    KEY_SUMS_TO_ZERO,
    PART_BELOW_ZERO,
    POOL_UNUSED,
    NOT_SHARED_OUT,
    TOO_MANY,
];

/// Everything the validators find, in their order.
#[must_use]
pub fn check(plan: &Plan, reference: &Reference) -> Vec<Diagnostic> {
    VALIDATORS.iter().flat_map(|validator| validator(plan, reference)).collect()
}

/// A diagnostic about a field of an item, with the item's name.
pub(crate) fn about(
    plan: &Plan,
    spec: CodeSpec,
    severity: Severity,
    item: ItemId,
    field: &'static str,
) -> Diagnostic {
    let label = Arg::Text(plan.label(item).into());
    Diagnostic::new(spec.code, severity, Place::Item(item, Field(field))).with("item", label)
}

#[cfg(test)]
mod tests;

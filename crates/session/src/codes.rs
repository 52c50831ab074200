//! The codes of this crate.

use previ_engine::diagnostic::{ArgKind, Code, CodeSpec};

const fn code(code: &'static str, args: &'static [(&'static str, ArgKind)]) -> CodeSpec {
    CodeSpec { code: Code(code), args }
}

const ITEM: (&str, ArgKind) = ("item", ArgKind::Text);

pub(crate) const GONE: CodeSpec = code("session.item-gone", &[]);
pub(crate) const NO_MORE_IDS: CodeSpec = code("session.no-more-ids", &[]);
pub(crate) const NAME_EMPTY: CodeSpec = code("session.name-empty", &[]);
pub(crate) const STILL_USED: CodeSpec =
    code("session.still-used", &[ITEM, ("users", ArgKind::Text), ("count", ArgKind::Number)]);
pub(crate) const DATES_REVERSED: CodeSpec =
    code("session.dates-reversed", &[("from", ArgKind::Month), ("to", ArgKind::Month)]);
pub(crate) const YEAR_OUTSIDE: CodeSpec =
    code("session.year-outside-dates", &[ITEM, ("year", ArgKind::Text)]);
pub(crate) const MONTH_OUTSIDE: CodeSpec =
    code("session.month-outside-dates", &[ITEM, ("month", ArgKind::Month)]);
pub(crate) const LINE_CLASS: CodeSpec = code("session.line-class", &[("account", ArgKind::Account)]);
pub(crate) const INCOME_CLASS: CodeSpec = code("session.income-class", &[("account", ArgKind::Account)]);
pub(crate) const COST_CLASS: CodeSpec = code("session.cost-class", &[("account", ArgKind::Account)]);
pub(crate) const TREASURY_CLASS: CodeSpec = code("session.treasury-class", &[("account", ArgKind::Account)]);
pub(crate) const TIMING: CodeSpec = code("session.timing-out-of-range", &[]);
pub(crate) const DELAY: CodeSpec = code("session.delay-out-of-range", &[("number", ArgKind::Number)]);
pub(crate) const RATE: CodeSpec = code("session.rate-out-of-range", &[("percent", ArgKind::Number)]);
pub(crate) const TRIGGER_MONTH: CodeSpec = code("session.trigger-month", &[("number", ArgKind::Number)]);
pub(crate) const TOO_MANY_TRANCHES: CodeSpec =
    code("session.too-many-tranches", &[("number", ArgKind::Number)]);
pub(crate) const NO_INVESTMENT: CodeSpec = code("session.investment-missing", &[]);
pub(crate) const TIME_OVER: CodeSpec = code("session.time-over-100", &[ITEM, ("percent", ArgKind::Number)]);
pub(crate) const DAYS: CodeSpec = code("session.days-out-of-range", &[("number", ArgKind::Number)]);
pub(crate) const BELOW_ITSELF: CodeSpec = code("session.activity-below-itself", &[ITEM]);
pub(crate) const YEARS: CodeSpec = code("session.horizon-years", &[("number", ArgKind::Number)]);
pub(crate) const FIRST_YEAR: CodeSpec = code("session.first-year", &[("year", ArgKind::Year)]);
pub(crate) const STARTS: CodeSpec = code("session.fiscal-year-month", &[("number", ArgKind::Number)]);
pub(crate) const RESERVE: CodeSpec = code("session.reserve-months", &[("number", ArgKind::Number)]);
pub(crate) const DAYS_OFF: CodeSpec = code("session.days-off", &[("number", ArgKind::Number)]);
pub(crate) const PART_NEGATIVE: CodeSpec = code("session.negative-part", &[("number", ArgKind::Number)]);
pub(crate) const SCALE: CodeSpec = code("session.pay-scale", &[("number", ArgKind::Number)]);
pub(crate) const NEGATIVE: CodeSpec = code("session.negative-amount", &[("amount", ArgKind::Cents)]);
pub(crate) const STALE_IMPORT: CodeSpec = code("session.stale-import", &[]);
pub(crate) const SUM_CELL: CodeSpec = code("session.cell-is-a-sum", &[]);
pub(crate) const STAFF_CELL: CodeSpec = code("session.cell-from-staff", &[ITEM]);
pub(crate) const AGREEMENT_CELL: CodeSpec = code("session.cell-from-agreement", &[ITEM]);
pub(crate) const COMPUTED_CELL: CodeSpec = code("session.cell-computed", &[ITEM]);
pub(crate) const DAYS_CELL: CodeSpec = code("session.cell-of-days", &[]);
pub(crate) const NO_DAYS: CodeSpec =
    code("session.no-days", &[ITEM, ("activity", ArgKind::Text), ("year", ArgKind::Text)]);
pub(crate) const NOT_AN_AMOUNT: CodeSpec = code("session.not-an-amount", &[("text", ArgKind::Text)]);
pub(crate) const AMBIGUOUS: CodeSpec = code(
    "session.ambiguous-amount",
    &[("text", ArgKind::Text), ("decimals", ArgKind::Number), ("thousands", ArgKind::Number)],
);
pub(crate) const TOO_LARGE: CodeSpec = code("session.amount-too-large", &[("text", ArgKind::Text)]);
pub(crate) const BY_ZERO: CodeSpec = code("session.division-by-zero", &[("text", ArgKind::Text)]);
pub(crate) const PASTE_CELL: CodeSpec =
    code("session.paste-not-an-amount", &[("text", ArgKind::Text), ITEM, ("column", ArgKind::Text)]);
pub(crate) const PASTE_SIZE: CodeSpec =
    code("session.paste-too-large", &[("rows", ArgKind::Number), ("columns", ArgKind::Number)]);
pub(crate) const PASTE_NOTHING: CodeSpec = code("session.nothing-to-paste", &[]);
pub(crate) const NOTHING_TO_CLEAR: CodeSpec = code("session.nothing-to-clear", &[]);

/// Every code this crate may give, with its arguments.
pub const CODES: &[CodeSpec] = &[
    GONE,
    NO_MORE_IDS,
    NAME_EMPTY,
    STILL_USED,
    DATES_REVERSED,
    YEAR_OUTSIDE,
    MONTH_OUTSIDE,
    LINE_CLASS,
    INCOME_CLASS,
    COST_CLASS,
    TREASURY_CLASS,
    TIMING,
    DELAY,
    RATE,
    TRIGGER_MONTH,
    TOO_MANY_TRANCHES,
    NO_INVESTMENT,
    TIME_OVER,
    DAYS,
    BELOW_ITSELF,
    YEARS,
    FIRST_YEAR,
    STARTS,
    RESERVE,
    DAYS_OFF,
    PART_NEGATIVE,
    SCALE,
    NEGATIVE,
    STALE_IMPORT,
    SUM_CELL,
    STAFF_CELL,
    AGREEMENT_CELL,
    COMPUTED_CELL,
    DAYS_CELL,
    NO_DAYS,
    NOT_AN_AMOUNT,
    AMBIGUOUS,
    TOO_LARGE,
    BY_ZERO,
    PASTE_CELL,
    PASTE_SIZE,
    PASTE_NOTHING,
    NOTHING_TO_CLEAR,
];

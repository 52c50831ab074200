//! The codes of the import; their texts are in previ-words.

use previ_engine::diagnostic::{ArgKind, Code, CodeSpec, Diagnostic, Place, Severity};

const fn code(code: &'static str, args: &'static [(&'static str, ArgKind)]) -> CodeSpec {
    CodeSpec { code: Code(code), args }
}

const ACCOUNT: (&str, ArgKind) = ("account", ArgKind::Account);
const COMPUTED: (&str, ArgKind) = ("computed", ArgKind::Cents);
const DIFFERENCE: (&str, ArgKind) = ("difference", ArgKind::Cents);
const LABEL: (&str, ArgKind) = ("label", ArgKind::Text);
const MOST: (&str, ArgKind) = ("most", ArgKind::Number);
const OTHERS: (&str, ArgKind) = ("others", ArgKind::Text);
const SHEET: (&str, ArgKind) = ("sheet", ArgKind::Text);
const SHEETS: (&str, ArgKind) = ("sheets", ArgKind::Text);
const SUGGESTED: (&str, ArgKind) = ("suggested", ArgKind::Account);
const TEXT: (&str, ArgKind) = ("text", ArgKind::Text);
const WRITTEN: (&str, ArgKind) = ("written", ArgKind::Cents);
const COUNT: (&str, ArgKind) = ("count", ArgKind::Number);

// The file as a whole.
pub(crate) const EMPTY_FILE: CodeSpec = code("sheets.empty-file", &[]);
pub(crate) const FILE_TOO_LARGE: CodeSpec =
    code("sheets.file-too-large", &[("megabytes", ArgKind::Number), MOST]);
pub(crate) const UNPACKS_TOO_LARGE: CodeSpec = code("sheets.unpacks-too-large", &[MOST]);
pub(crate) const TOO_MANY_CELLS: CodeSpec = code("sheets.too-many-cells", &[MOST]);
pub(crate) const PASSWORD: CodeSpec = code("sheets.password-protected", &[]);
pub(crate) const UNREADABLE: CodeSpec = code("sheets.unreadable", &[]);
pub(crate) const UNKNOWN_FORMAT: CodeSpec = code("sheets.unknown-format", &[]);
pub(crate) const OLD_FORMAT: CodeSpec = code("sheets.old-format", &[]);
pub(crate) const NO_CELLS: CodeSpec = code("sheets.no-cells", &[]);

// Which sheet, which column, which year.
pub(crate) const NO_BLOCK: CodeSpec = code("sheets.no-block-found", &[SHEETS]);
pub(crate) const UNKNOWN_SHEET: CodeSpec = code("sheets.unknown-sheet", &[SHEET, SHEETS]);
pub(crate) const SHEET_CHOSEN: CodeSpec = code("sheets.sheet-chosen", &[SHEET, OTHERS]);
pub(crate) const HIDDEN_SHEETS: CodeSpec = code("sheets.hidden-sheets", &[SHEETS]);
pub(crate) const COLUMN_CHOSEN: CodeSpec = code("sheets.column-chosen", &[("column", ArgKind::Text), OTHERS]);
pub(crate) const COLUMN_GUESSED: CodeSpec =
    code("sheets.column-guessed", &[("column", ArgKind::Text), OTHERS]);
pub(crate) const YEAR_ASSUMED: CodeSpec = code("sheets.year-assumed", &[("year", ArgKind::Year)]);
pub(crate) const YEAR_PAST: CodeSpec = code("sheets.year-past", &[("year", ArgKind::Year)]);
pub(crate) const THOUSANDS: CodeSpec = code("sheets.thousands", &[TEXT]);
pub(crate) const SIDE_GUESSED: CodeSpec = code("sheets.side-guessed", &[LABEL]);
pub(crate) const SIDE_UNKNOWN: CodeSpec = code("sheets.side-unknown", &[LABEL]);
pub(crate) const DUPLICATE_TABLE: CodeSpec = code("sheets.duplicate-table", &[TEXT]);
pub(crate) const NEGATIVE_CHARGES: CodeSpec = code("sheets.negative-charges", &[]);

// Totals.
pub(crate) const TOTAL_DIFFERS: CodeSpec =
    code("sheets.total-differs", &[LABEL, WRITTEN, COMPUTED, DIFFERENCE]);
pub(crate) const HEADING_DIFFERS: CodeSpec =
    code("sheets.heading-differs", &[LABEL, WRITTEN, COMPUTED, DIFFERENCE]);
pub(crate) const BOTH_KEPT: CodeSpec = code("sheets.both-kept", &[LABEL, WRITTEN, COMPUTED]);
pub(crate) const IN_KIND_UNBALANCED: CodeSpec =
    code("sheets.in-kind-unbalanced", &[("uses", ArgKind::Cents), ("resources", ArgKind::Cents)]);

// Accounts.
pub(crate) const ACCOUNT_FROM_LABEL: CodeSpec = code("sheets.account-from-label", &[LABEL, ACCOUNT]);
pub(crate) const ACCOUNT_GUESSED: CodeSpec = code("sheets.account-guessed", &[LABEL, ACCOUNT]);
pub(crate) const ACCOUNT_UNKNOWN: CodeSpec =
    code("sheets.account-unknown", &[LABEL, ACCOUNT, ("nearest", ArgKind::Account)]);
pub(crate) const LABEL_DISAGREES: CodeSpec =
    code("sheets.label-says-otherwise", &[LABEL, ACCOUNT, SUGGESTED]);
pub(crate) const WITHOUT_CLASS: CodeSpec = code("sheets.account-without-class", &[LABEL, TEXT]);
pub(crate) const NOT_BUDGET: CodeSpec = code("sheets.account-not-budget", &[LABEL, ACCOUNT]);

// Cells.
pub(crate) const OTHER_UNIT: CodeSpec = code("sheets.other-unit", &[LABEL, TEXT]);
pub(crate) const AMBIGUOUS: CodeSpec = code("sheets.ambiguous-amount", &[TEXT, ("amount", ArgKind::Cents)]);
pub(crate) const TOO_LARGE: CodeSpec = code("sheets.amount-too-large", &[LABEL, TEXT]);
pub(crate) const ERROR_CELLS: CodeSpec = code("sheets.error-cells", &[COUNT, TEXT]);
pub(crate) const ZERO_ROWS: CodeSpec = code("sheets.zero-rows", &[COUNT, TEXT]);
pub(crate) const NOT_PLACED: CodeSpec = code("sheets.not-placed", &[COUNT]);

/// The codes of this module.
pub const CODES: &[CodeSpec] = &[
    EMPTY_FILE,
    FILE_TOO_LARGE,
    UNPACKS_TOO_LARGE,
    TOO_MANY_CELLS,
    PASSWORD,
    UNREADABLE,
    UNKNOWN_FORMAT,
    OLD_FORMAT,
    NO_CELLS,
    NO_BLOCK,
    UNKNOWN_SHEET,
    SHEET_CHOSEN,
    HIDDEN_SHEETS,
    COLUMN_CHOSEN,
    COLUMN_GUESSED,
    YEAR_ASSUMED,
    YEAR_PAST,
    THOUSANDS,
    SIDE_GUESSED,
    SIDE_UNKNOWN,
    DUPLICATE_TABLE,
    NEGATIVE_CHARGES,
    TOTAL_DIFFERS,
    HEADING_DIFFERS,
    BOTH_KEPT,
    IN_KIND_UNBALANCED,
    ACCOUNT_FROM_LABEL,
    ACCOUNT_GUESSED,
    ACCOUNT_UNKNOWN,
    LABEL_DISAGREES,
    WITHOUT_CLASS,
    NOT_BUDGET,
    OTHER_UNIT,
    AMBIGUOUS,
    TOO_LARGE,
    ERROR_CELLS,
    ZERO_ROWS,
    NOT_PLACED,
];

/// A diagnostic of one of these codes, its arguments still to be added.
pub(crate) fn say(spec: CodeSpec, severity: Severity, place: Place) -> Diagnostic {
    Diagnostic::new(spec.code, severity, place)
}

//! The codes of this crate; their texts are in previ-words.

use previ_engine::diagnostic::{ArgKind, Code, CodeSpec, Diagnostic, Place, Severity};

const fn code(code: &'static str, args: &'static [(&'static str, ArgKind)]) -> CodeSpec {
    CodeSpec { code: Code(code), args }
}

const DETAIL: (&str, ArgKind) = ("detail", ArgKind::Text);
const EXPECTED: (&str, ArgKind) = ("expected", ArgKind::Text);
const FIELD: (&str, ArgKind) = ("field", ArgKind::Text);
const FOUND: (&str, ArgKind) = ("found", ArgKind::Text);
const PATH: (&str, ArgKind) = ("path", ArgKind::Text);
const SIGN: (&str, ArgKind) = ("sign", ArgKind::Text);

// The file as a whole.
pub(crate) const EMPTY: CodeSpec = code("file.empty", &[]);
pub(crate) const TOO_LARGE: CodeSpec = code("file.too-large", &[("megabytes", ArgKind::Number)]);
pub(crate) const NOT_A_PLAN: CodeSpec = code("file.not-a-plan", &[]);
pub(crate) const NOT_TEXT: CodeSpec = code("file.not-text", &[]);
pub(crate) const NEWER_FORMAT: CodeSpec = code("file.newer-format", &[FOUND, ("known", ArgKind::Text)]);
pub(crate) const UNKNOWN_FORMAT: CodeSpec = code("file.unknown-format", &[FOUND]);
pub(crate) const CONFLICT_MARKERS: CodeSpec = code("file.conflict-markers", &[]);

// How its text is written.
pub(crate) const CUT_SHORT: CodeSpec = code("file.cut-short", &[]);
pub(crate) const FIRST_LINE: CodeSpec = code("file.first-line", &[]);
pub(crate) const EXPECTED_SIGN: CodeSpec = code("file.expected-sign", &[SIGN]);
pub(crate) const UNEXPECTED_SIGN: CodeSpec = code("file.unexpected-sign", &[SIGN]);
pub(crate) const EXPECTED_TEXT: CodeSpec = code("file.expected-text", &[]);
pub(crate) const EXPECTED_WHOLE_NUMBER: CodeSpec = code("file.expected-whole-number", &[]);
pub(crate) const EXPECTED_TRUE_OR_FALSE: CodeSpec = code("file.expected-true-or-false", &[]);
pub(crate) const UNCLOSED_TEXT: CodeSpec = code("file.unclosed-text", &[]);
pub(crate) const UNCLOSED_COMMENT: CodeSpec = code("file.unclosed-comment", &[]);
pub(crate) const BAD_ESCAPE: CodeSpec = code("file.bad-escape", &[]);
pub(crate) const TRAILING_TEXT: CodeSpec = code("file.trailing-text", &[]);

// What its text says.
pub(crate) const UNKNOWN_FIELD: CodeSpec = code("file.unknown-field", &[FIELD, EXPECTED]);
pub(crate) const MISSING_FIELD: CodeSpec = code("file.missing-field", &[FIELD]);
pub(crate) const DUPLICATE_FIELD: CodeSpec = code("file.duplicate-field", &[FIELD]);
pub(crate) const UNKNOWN_CHOICE: CodeSpec = code("file.unknown-choice", &[FOUND, EXPECTED]);
pub(crate) const WRONG_NAME: CodeSpec = code("file.wrong-name", &[FOUND, EXPECTED]);
pub(crate) const WRONG_TYPE: CodeSpec = code("file.wrong-type", &[DETAIL]);
pub(crate) const AMOUNT_NEEDS_QUOTES: CodeSpec = code("file.amount-needs-quotes", &[]);
pub(crate) const NOT_A_NUMBER: CodeSpec = code("file.not-a-number", &[]);
pub(crate) const SHARE_OR_DAYS: CodeSpec = code("file.share-or-days", &[]);
pub(crate) const NUMBER_TOO_LARGE: CodeSpec = code("file.number-too-large", &[]);
pub(crate) const NOT_A_MONTH: CodeSpec = code("file.not-a-month", &[]);
pub(crate) const ACCOUNT_WITHOUT_CLASS: CodeSpec = code("file.account-without-class", &[]);
pub(crate) const UNREADABLE: CodeSpec = code("file.unreadable", &[DETAIL]);
pub(crate) const NEXT_ID_RAISED: CodeSpec = code("file.next-id-raised", &[("number", ArgKind::Number)]);

// Files on disk.
pub(crate) const NOT_FOUND: CodeSpec = code("file.not-found", &[PATH]);
pub(crate) const NOT_A_FILE: CodeSpec = code("file.not-a-file", &[PATH]);
pub(crate) const NO_FOLDER: CodeSpec = code("file.no-folder", &[PATH]);
pub(crate) const NO_PERMISSION: CodeSpec = code("file.no-permission", &[PATH]);
pub(crate) const READ_ONLY: CodeSpec = code("file.read-only", &[PATH]);
pub(crate) const DISK_FULL: CodeSpec = code("file.disk-full", &[PATH]);
pub(crate) const IO: CodeSpec = code("file.io", &[PATH, DETAIL]);
pub(crate) const LOCKED: CodeSpec = code("file.locked", &[PATH]);
pub(crate) const CANNOT_LOCK: CodeSpec = code("file.cannot-lock", &[PATH]);
pub(crate) const CHANGED_ON_DISK: CodeSpec = code("file.changed-on-disk", &[PATH]);
pub(crate) const GONE: CodeSpec = code("file.gone", &[PATH]);
pub(crate) const BACKUP_EXISTS: CodeSpec = code("file.backup-exists", &[PATH]);

/// Every code of this crate.
pub const CODES: &[CodeSpec] = &[
    EMPTY,
    TOO_LARGE,
    NOT_A_PLAN,
    NOT_TEXT,
    NEWER_FORMAT,
    UNKNOWN_FORMAT,
    CONFLICT_MARKERS,
    CUT_SHORT,
    FIRST_LINE,
    EXPECTED_SIGN,
    UNEXPECTED_SIGN,
    EXPECTED_TEXT,
    EXPECTED_WHOLE_NUMBER,
    EXPECTED_TRUE_OR_FALSE,
    UNCLOSED_TEXT,
    UNCLOSED_COMMENT,
    BAD_ESCAPE,
    TRAILING_TEXT,
    UNKNOWN_FIELD,
    MISSING_FIELD,
    DUPLICATE_FIELD,
    UNKNOWN_CHOICE,
    WRONG_NAME,
    WRONG_TYPE,
    AMOUNT_NEEDS_QUOTES,
    NOT_A_NUMBER,
    SHARE_OR_DAYS,
    NUMBER_TOO_LARGE,
    NOT_A_MONTH,
    ACCOUNT_WITHOUT_CLASS,
    UNREADABLE,
    NEXT_ID_RAISED,
    NOT_FOUND,
    NOT_A_FILE,
    NO_FOLDER,
    NO_PERMISSION,
    READ_ONLY,
    DISK_FULL,
    IO,
    LOCKED,
    CANNOT_LOCK,
    CHANGED_ON_DISK,
    GONE,
    BACKUP_EXISTS,
];

/// An error without arguments yet.
pub(crate) fn error(spec: CodeSpec, place: Place) -> Diagnostic {
    Diagnostic::new(spec.code, Severity::Error, place)
}

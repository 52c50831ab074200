//! What ron has to say about a text, as diagnostics.

use previ_engine::diagnostic::{Arg, CodeSpec, Diagnostic, Place};
use previ_engine::month::Month;
use ron::error::{Error, SpannedError};

use crate::codes::{self, error};

/// A place in the text, both counted from 1.
pub(super) fn position(line: usize, column: usize) -> Place {
    let bounded = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Place::Text { line: bounded(line), column: bounded(column) }
}

/// The diagnostic of an error of ron in `text`.
pub(super) fn explain(cause: &SpannedError, text: &str) -> Diagnostic {
    let (start, end) = (cause.span.start, cause.span.end);
    let (spec, args) = spec_of(&cause.code);
    // Whatever ron misses at the very end, what helps is to know that the end is missing.
    if spec.code != codes::UNCLOSED_COMMENT.code && nothing_follows(text, end.line, end.col) {
        return error(codes::CUT_SHORT, position(end.line, end.col));
    }
    let guilty = if is_about_what_was_read(&cause.code) { start } else { end };
    let place = position(guilty.line, guilty.col);
    args.into_iter().fold(error(spec, place), |diagnostic, (name, value)| diagnostic.with(name, value))
}

/// Whether there are only blanks from a line and column on, both counted from 1.
fn nothing_follows(text: &str, line: usize, column: usize) -> bool {
    let mut lines = text.split('\n').skip(line.saturating_sub(1));
    let here = lines.next().unwrap_or_default();
    here.chars().skip(column.saturating_sub(1)).chain(lines.flat_map(str::chars)).all(char::is_whitespace)
}

/// Whether ron read a whole word or value before it found it wrong: it then begins where the span does.
/// Otherwise something is missing where the span ends.
fn is_about_what_was_read(cause: &Error) -> bool {
    matches!(
        cause,
        Error::Message(_)
            | Error::NoSuchStructField { .. }
            | Error::DuplicateStructField { .. }
            | Error::NoSuchEnumVariant { .. }
            | Error::ExpectedDifferentStructName { .. }
            | Error::InvalidValueForType { .. }
            | Error::IntegerOutOfBounds
            | Error::ExpectedStringEnd
            | Error::UnclosedBlockComment
    )
}

type Args = Vec<(&'static str, Arg)>;

fn spec_of(cause: &Error) -> (CodeSpec, Args) {
    let text = |name: &'static str, value: &str| (name, Arg::Text(value.to_owned()));
    let list = |names: &[&str]| ("expected", Arg::Text(names.join(", ")));
    let sign = |sign: &str| (codes::EXPECTED_SIGN, vec![text("sign", sign)]);
    match cause {
        Error::Eof => (codes::CUT_SHORT, vec![]),
        Error::ExpectedArray => sign("["),
        Error::ExpectedArrayEnd => sign("]"),
        Error::ExpectedMap => sign("{"),
        Error::ExpectedMapEnd => sign("}"),
        Error::ExpectedMapColon => sign(":"),
        Error::ExpectedComma => sign(","),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => sign("("),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => sign(")"),
        Error::ExpectedAttribute | Error::ExpectedAttributeEnd | Error::NoSuchExtension(_) => {
            (codes::FIRST_LINE, vec![])
        }
        Error::ExpectedBoolean => (codes::EXPECTED_TRUE_OR_FALSE, vec![]),
        Error::ExpectedString => (codes::EXPECTED_TEXT, vec![]),
        Error::ExpectedInteger | Error::InvalidIntegerDigit { .. } | Error::UnderscoreAtBeginning => {
            (codes::EXPECTED_WHOLE_NUMBER, vec![])
        }
        Error::IntegerOutOfBounds => (codes::NUMBER_TOO_LARGE, vec![]),
        Error::ExpectedStringEnd => (codes::UNCLOSED_TEXT, vec![]),
        Error::UnclosedBlockComment | Error::UnclosedLineComment => (codes::UNCLOSED_COMMENT, vec![]),
        Error::InvalidEscape(_) => (codes::BAD_ESCAPE, vec![]),
        Error::UnexpectedChar(found) => {
            (codes::UNEXPECTED_SIGN, vec![("sign", Arg::Text(found.to_string()))])
        }
        Error::TrailingCharacters => (codes::TRAILING_TEXT, vec![]),
        Error::NoSuchStructField { expected, found, .. } => {
            (codes::UNKNOWN_FIELD, vec![text("field", found), list(expected)])
        }
        Error::MissingStructField { field, .. } => (codes::MISSING_FIELD, vec![text("field", field)]),
        Error::DuplicateStructField { field, .. } => (codes::DUPLICATE_FIELD, vec![text("field", field)]),
        Error::NoSuchEnumVariant { expected, found, .. } => {
            (codes::UNKNOWN_CHOICE, vec![text("found", found), list(expected)])
        }
        Error::ExpectedDifferentStructName { expected, found } => {
            (codes::WRONG_NAME, vec![text("found", found), text("expected", expected)])
        }
        Error::InvalidValueForType { .. } => (codes::WRONG_TYPE, vec![text("detail", &cause.to_string())]),
        Error::Message(message) => match own_message(message) {
            Some(spec) => (spec, vec![]),
            None => (codes::UNREADABLE, vec![text("detail", message)]),
        },
        _ => (codes::UNREADABLE, vec![text("detail", &cause.to_string())]),
    }
}

/// The engine's types refuse a value with a key of their own, or with what a month is.
fn own_message(message: &str) -> Option<CodeSpec> {
    match message {
        "amount-needs-quotes" => Some(codes::AMOUNT_NEEDS_QUOTES),
        "not-a-number" => Some(codes::NOT_A_NUMBER),
        "number-too-large" => Some(codes::NUMBER_TOO_LARGE),
        "share-or-days" => Some(codes::SHARE_OR_DAYS),
        "account-without-class" => Some(codes::ACCOUNT_WITHOUT_CLASS),
        _ => ("".parse::<Month>() == Err(message)).then_some(codes::NOT_A_MONTH),
    }
}

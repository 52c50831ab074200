//! Numbers as they are typed or pasted.

use previ_engine::diagnostic::{Arg, CodeSpec, Diagnostic, Place, Severity};
use previ_words::{ParseAmountError, parse_amount};

use crate::codes;

/// Reads a number in hundredths, written as an amount is; an empty text is zero.
pub(super) fn read_number(text: &str) -> Result<i64, Diagnostic> {
    let error = match parse_amount(text) {
        Ok(amount) => return Ok(amount.cents()),
        Err(ParseAmountError::Empty) => return Ok(0),
        Err(error) => error,
    };
    let said = |code: CodeSpec| {
        let refusal = Diagnostic::new(code.code, Severity::Error, Place::Whole);
        refusal.with("text", Arg::Text(text.trim().to_owned()))
    };
    Err(match error {
        ParseAmountError::Empty | ParseAmountError::NotANumber => said(codes::NOT_AN_AMOUNT),
        ParseAmountError::TooLarge => said(codes::TOO_LARGE),
        ParseAmountError::DivisionByZero => said(codes::BY_ZERO),
        ParseAmountError::Ambiguous { readings: [decimals, thousands] } => said(codes::AMBIGUOUS)
            .with("decimals", Arg::Number(decimals.euros()))
            .with("thousands", Arg::Number(thousands.euros())),
    })
}

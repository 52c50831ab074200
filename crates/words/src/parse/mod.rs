//! What people type: amounts, percentages, quantities and months.

use previ_engine::diagnostic::Arg;
use previ_engine::money::{Amount, Percent, Quantity};
use rust_decimal::{Decimal, RoundingStrategy};

use crate::language::Language;
use crate::message::Message;
use crate::text::{text, text_with};

mod calculation;
mod month;
mod numbers;
mod plain;

pub use month::{NotAMonth, parse_month};
pub use numbers::{ParseNumbersError, parse_numbers};

/// Why a text is no amount, percentage or quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseAmountError {
    /// There is nothing but spaces.
    Empty,
    /// It is neither a number nor a calculation.
    NotANumber,
    /// It is a number beyond the bounds of its type.
    TooLarge,
    /// It divides by zero.
    DivisionByZero,
    /// A lone point or comma before three digits means decimals to some and thousands to others.
    Ambiguous {
        /// With decimals, and with thousands.
        readings: [Amount; 2],
    },
}

impl ParseAmountError {
    /// The id of its text.
    #[must_use]
    pub fn text_id(self) -> &'static str {
        match self {
            Self::Empty => "parse-empty",
            Self::NotANumber => "parse-not-a-number",
            Self::TooLarge => "parse-too-large",
            Self::DivisionByZero => "parse-division-by-zero",
            Self::Ambiguous { .. } => "parse-ambiguous",
        }
    }

    /// What to say about it and what to type instead.
    #[must_use]
    pub fn message(self, language: Language) -> Message {
        let id = self.text_id();
        let hint = format!("{id}.hint");
        match self {
            Self::Ambiguous { readings: [decimals, thousands] } => {
                let args = [
                    ("decimals", Arg::Number(decimals.euros())),
                    ("thousands", Arg::Number(thousands.euros())),
                ];
                Message { text: text_with(language, id, &args), hint: text_with(language, &hint, &args) }
            }
            Self::Empty | Self::NotANumber | Self::TooLarge | Self::DivisionByZero => {
                Message { text: text(language, id), hint: text(language, &hint) }
            }
        }
    }
}

/// Reads an amount in euros: `1 234,5`, `1.234,50`, `1,234.50`, `−12 €`, `€ 12`, `1,5 k€`, `2 M€`, or a
/// calculation such as `=12*850` or `=(850+45,5)/2`. More than 6 decimals are rounded, half away from
/// zero.
///
/// # Errors
/// Where it is no amount, or may be two: `1.234` and `1,234` are [`ParseAmountError::Ambiguous`].
pub fn parse_amount(text: &str) -> Result<Amount, ParseAmountError> {
    parse_either(text, plain::Unit::Euro, Amount::new)
}

/// Reads a percentage, 22.5 meaning 22.5 %: `22,5 %`, `22.5`, `=100/3`. A lone point or comma always
/// means decimals.
///
/// # Errors
/// Where it is no percentage; never [`ParseAmountError::Ambiguous`].
pub fn parse_percent(text: &str) -> Result<Percent, ParseAmountError> {
    let value = value(text, plain::Unit::Percent, plain::Lone::Decimals)?;
    Percent::new(value).ok_or(ParseAmountError::TooLarge)
}

/// Reads a quantity: a number or a calculation, as [`parse_amount`] without any sign of a currency.
///
/// # Errors
/// As [`parse_amount`].
pub fn parse_quantity(text: &str) -> Result<Quantity, ParseAmountError> {
    parse_either(text, plain::Unit::None, Quantity::new)
}

/// Reads with decimals and with thousands; where both give a value and not the same, nobody knows.
fn parse_either<T>(
    text: &str,
    unit: plain::Unit,
    make: impl Fn(Decimal) -> Option<T>,
) -> Result<T, ParseAmountError> {
    let with = |lone| value(text, unit, lone);
    let decimals = with(plain::Lone::Decimals)?;
    let Some(made) = make(decimals) else { return Err(ParseAmountError::TooLarge) };
    let thousands = with(plain::Lone::Thousands).ok().filter(|thousands| *thousands != decimals);
    let readings = thousands
        .filter(|value| make(*value).is_some())
        .and_then(|thousands| Some([Amount::new(decimals)?, Amount::new(thousands)?]));
    match readings {
        Some(readings) => Err(ParseAmountError::Ambiguous { readings }),
        None => Ok(made),
    }
}

fn value(text: &str, unit: plain::Unit, lone: plain::Lone) -> Result<Decimal, ParseAmountError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(ParseAmountError::Empty);
    }
    let value = match text.strip_prefix('=') {
        Some(calculation) => calculation::evaluate(calculation, lone)?,
        None => plain::signed(text, unit, lone)?,
    };
    Ok(value.round_dp_with_strategy(6, RoundingStrategy::MidpointAwayFromZero))
}

#[cfg(test)]
mod tests;

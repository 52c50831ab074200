//! Numbers and ranges of numbers, such as `1,4,6-8`.

use previ_engine::diagnostic::Arg;
use rust_decimal::Decimal;

use crate::language::Language;
use crate::message::Message;
use crate::text::text_with;

/// Why a text is no list of numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParseNumbersError {
    /// A part is neither a number nor two with a dash between them; the text of the part.
    NotANumber(String),
    /// A range goes down, such as `4-2`.
    Reversed {
        /// Its first number.
        from: usize,
        /// Its last number.
        to: usize,
    },
    /// A number is not among those there are.
    Beyond {
        /// The number.
        number: usize,
        /// The last one there is.
        last: usize,
    },
}

impl ParseNumbersError {
    /// What to say about it and what to type instead.
    #[must_use]
    pub fn message(&self, language: Language) -> Message {
        let number = |number: usize| Arg::Number(Decimal::from(number));
        let (id, args) = match self {
            Self::NotANumber(part) => ("parse-no-list", vec![("part", Arg::Text(part.clone()))]),
            Self::Reversed { from, to } => {
                ("parse-range-reversed", vec![("from", number(*from)), ("to", number(*to))])
            }
            Self::Beyond { number: wanted, last } => {
                ("parse-number-beyond", vec![("number", number(*wanted)), ("last", number(*last))])
            }
        };
        let say = |id: &str| text_with(language, id, &args);
        Message { text: say(id), hint: say(&format!("{id}.hint")) }
    }
}

/// Reads numbers from 1 to `last` with commas or semicolons between them, and ranges: `1,4,6-8`. They come in
/// order, each once however often it is named.
///
/// # Errors
/// Where a part is no number and no range, where a range goes down, and where a number is 0 or above `last`:
/// nothing is taken from a text that is wrong in part.
pub fn parse_numbers(text: &str, last: usize) -> Result<Vec<usize>, ParseNumbersError> {
    let mut found = Vec::new();
    for part in text.split([',', ';']).map(str::trim) {
        let wrong = || ParseNumbersError::NotANumber(part.to_owned());
        let number = |text: &str| {
            let digits = text.trim();
            let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            // More digits than fit are beyond any last number.
            is_number.then(|| digits.parse().unwrap_or(usize::MAX)).ok_or_else(wrong)
        };
        let (from, to) = match part.split_once(['-', '–']) {
            Some((from, to)) => (number(from)?, number(to)?),
            None => (number(part)?, number(part)?),
        };
        if from > to {
            return Err(ParseNumbersError::Reversed { from, to });
        }
        if let Some(number) = [from, to].into_iter().find(|number| !(1..=last).contains(number)) {
            return Err(ParseNumbersError::Beyond { number, last });
        }
        found.extend(from..=to);
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_ranges_come_in_order_and_once() {
        assert_eq!(parse_numbers("1,4,6-8", 8), Ok(vec![1, 4, 6, 7, 8]));
        assert_eq!(parse_numbers(" 6 – 7 ; 2", 8), Ok(vec![2, 6, 7]));
        assert_eq!(parse_numbers("1,1,2-3,3", 6), Ok(vec![1, 2, 3]));
    }

    #[test]
    fn a_text_that_is_wrong_in_part_gives_nothing() {
        assert_eq!(parse_numbers("1,4-2", 6), Err(ParseNumbersError::Reversed { from: 4, to: 2 }));
        assert_eq!(parse_numbers("1,7", 6), Err(ParseNumbersError::Beyond { number: 7, last: 6 }));
        assert_eq!(parse_numbers("0", 6), Err(ParseNumbersError::Beyond { number: 0, last: 6 }));
        for (text, part) in [
            ("a", "a"),
            ("1,,2", ""),
            ("", ""),
            ("1-", "1-"),
            ("1,2 3", "2 3"),
            ("-1", "-1"),
            ("1,", ""),
            ("1--2", "1--2"),
            ("+1", "+1"),
            ("1,b", "b"),
            ("1.5", "1.5"),
        ] {
            assert_eq!(parse_numbers(text, 6), Err(ParseNumbersError::NotANumber(part.to_owned())), "{text}");
        }
        assert_eq!(parse_numbers("1,4,6-8", 6), Err(ParseNumbersError::Beyond { number: 8, last: 6 }));
        let huge = parse_numbers("99999999999999999999999", 6);
        assert_eq!(huge, Err(ParseNumbersError::Beyond { number: usize::MAX, last: 6 }));
    }

    #[test]
    fn each_refusal_names_what_is_wrong() {
        let said = |text| parse_numbers(text, 6).unwrap_err().message(Language::French);
        assert!(said("4-2").text.contains("4-2"), "{}", said("4-2").text);
        assert!(said("7").text.contains('7') && said("7").hint.contains('6'), "{:?}", said("7"));
        assert!(said("a").text.contains('a'));
    }
}

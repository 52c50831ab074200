//! What a cell says as an amount.

use previ_words::{ParseAmountError, parse_amount};
use rust_decimal::Decimal;

use super::wording::text::folded;
use super::workbook::Value;

/// A cell read as an amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// Euros, and whether they could be read in another way.
    Euros { amount: Decimal, ambiguous: bool },
    /// A number of something else: hours, a percentage.
    Quantity { number: Decimal, unit: String },
    /// A date.
    Date,
    /// A text, a truth value or nothing.
    Text,
    /// An error value.
    Error,
}

/// Units that a number may carry in a budget and that are no euros.
const UNITS: [&str; 24] = [
    "h",
    "heure",
    "heures",
    "hr",
    "hrs",
    "j",
    "jour",
    "jours",
    "semaines",
    "mois",
    "km",
    "kms",
    "m2",
    "pers",
    "personnes",
    "adherents",
    "adh",
    "benevoles",
    "enfants",
    "etp",
    "unites",
    "u",
    "repas",
    "nuits",
];

/// Reads a cell as an amount.
pub(crate) fn read(value: &Value) -> Reading {
    match value {
        Value::Number(number) => Reading::Euros { amount: *number, ambiguous: false },
        Value::Text(text) => read_text(text),
        Value::Date(_) => Reading::Date,
        Value::Error(_) => Reading::Error,
        Value::Bool(_) | Value::Empty => Reading::Text,
    }
}

fn read_text(text: &str) -> Reading {
    let text = text.trim();
    let euros = |amount: Decimal| Reading::Euros { amount, ambiguous: false };
    if !text.contains(|c: char| c.is_ascii_digit()) {
        // Accountants write zero as a dash.
        let bare = text.trim_end_matches(['€', ' ', '\u{A0}', '\u{202F}']);
        return if matches!(bare, "-" | "–" | "—") { euros(Decimal::ZERO) } else { Reading::Text };
    }
    let bare = without_taxes(text);
    // Accountants write losses in parentheses.
    let inside = bare.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let with_comma = euro_as_comma(inside.unwrap_or(bare));
    let (amount, ambiguous) = match parse_amount(&with_comma) {
        Ok(amount) => (amount.euros(), false),
        // A point groups thousands in French, a comma begins decimals.
        Err(ParseAmountError::Ambiguous { readings: [decimals, thousands] }) => {
            let reading = if with_comma.contains('.') { thousands } else { decimals };
            (reading.euros(), true)
        }
        Err(ParseAmountError::TooLarge) => match beyond_bounds(&with_comma) {
            Some(amount) => (amount, false),
            None => return quantity(text),
        },
        Err(_) => return quantity(text),
    };
    let amount = if inside.is_some() { -amount } else { amount };
    Reading::Euros { amount, ambiguous }
}

/// A number that no amount can hold: kept as one, so that its row is refused with its name instead of
/// being taken for a title. Longer ones are no amounts: a SIRET has 14 digits.
fn beyond_bounds(text: &str) -> Option<Decimal> {
    let plain: String = text
        .chars()
        .filter_map(|c| match c {
            '0'..='9' | '-' | '.' => Some(c),
            ',' => Some('.'),
            _ => None,
        })
        .collect();
    let digits = plain.split('.').next()?.bytes().filter(u8::is_ascii_digit).count();
    if digits > 13 { None } else { plain.parse().ok() }
}

fn without_taxes(text: &str) -> &str {
    let bare = ["TTC", "ttc", "HT", "ht"].iter().find_map(|mark| text.strip_suffix(mark));
    bare.map_or(text, str::trim_end)
}

/// "79€99" means 79,99 €.
fn euro_as_comma(text: &str) -> String {
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match text.split_once('€') {
        Some((euros, cents))
            if cents.len() == 2 && all_digits(cents) && euros.ends_with(|c: char| c.is_ascii_digit()) =>
        {
            format!("{euros},{cents}")
        }
        _ => text.to_owned(),
    }
}

fn quantity(text: &str) -> Reading {
    let end = text.rfind(|c: char| c.is_ascii_digit()).map_or(0, |last| last + 1);
    let (number, unit) = text.split_at(end);
    let unit = unit.trim();
    let is_unit = unit == "%" || UNITS.contains(&folded(unit).as_str());
    match parse_amount(number) {
        Ok(number) if is_unit => Reading::Quantity { number: number.euros(), unit: unit.to_owned() },
        // 80m2 ends in a digit of its unit.
        _ if text.ends_with("m²") || text.ends_with("m2") => {
            let number = text.trim_end_matches(['²', '2']).trim_end_matches('m');
            parse_amount(number).map_or(Reading::Text, |number| Reading::Quantity {
                number: number.euros(),
                unit: "m²".to_owned(),
            })
        }
        _ => Reading::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn euros(text: &str) -> Option<String> {
        match read(&Value::Text(text.into())) {
            Reading::Euros { amount, ambiguous: false } => Some(amount.normalize().to_string()),
            _ => None,
        }
    }

    #[test]
    fn amounts_in_french_typography_are_euros() {
        let cases = [
            ("473,71 ", "473.71"),
            ("1 234,50 €", "1234.5"),
            ("1\u{202F}234\u{A0}€", "1234"),
            ("79€99", "79.99"),
            ("(120,00)", "-120"),
            ("100 € TTC", "100"),
            ("12 k€", "12000"),
            ("-", "0"),
            ("- €", "0"),
        ];
        for (text, expected) in cases {
            assert_eq!(euros(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["Loyer", "", "6:0:6:4", "2026 T1", "€", "3 bus"] {
            assert_eq!(euros(text), None, "{text}");
        }
    }

    #[test]
    fn a_lone_point_groups_thousands_and_a_lone_comma_begins_decimals() {
        let ambiguous = |text: &str| match read(&Value::Text(text.into())) {
            Reading::Euros { amount, ambiguous: true } => Some(amount.normalize().to_string()),
            _ => None,
        };
        assert_eq!(ambiguous("1.234").as_deref(), Some("1234"));
        assert_eq!(ambiguous("1,234").as_deref(), Some("1.234"));
    }

    #[test]
    fn numbers_that_no_amount_can_hold_stay_numbers_but_a_siret_does_not() {
        assert_eq!(euros("99 999 999 999,50 €").as_deref(), Some("99999999999.5"));
        assert_eq!(euros("-10000000000").as_deref(), Some("-10000000000"));
        assert_eq!(euros("123 456 789 00012"), None);
    }

    #[test]
    fn hours_are_a_quantity() {
        let quantity = |text: &str| match read(&Value::Text(text.into())) {
            Reading::Quantity { number, unit } => Some((number.normalize().to_string(), unit)),
            _ => None,
        };
        assert_eq!(quantity("600,00 h"), Some(("600".into(), "h".into())));
        assert_eq!(quantity("12 %"), Some(("12".into(), "%".into())));
        assert_eq!(quantity("80 m2"), Some(("80".into(), "m²".into())));
        assert_eq!(quantity("12 bis"), None);
    }
}

//! Money, numbers and percentages as people write them. Called for every visible cell of a frame: one
//! `String` each, nothing else allocated.

use previ_engine::money::{Percent, to_cents};
use rust_decimal::Decimal;

use crate::language::Language;

/// The narrow space between groups of three digits and before %.
pub(crate) const NARROW_SPACE: char = '\u{202F}';
/// The space before €.
pub(crate) const NO_BREAK_SPACE: char = '\u{A0}';
const MINUS: char = '\u{2212}';

/// How many decimals an amount shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decimals {
    /// Whole euros, half away from zero.
    None,
    /// Cents.
    Two,
}

/// The signs that differ from language to language.
struct Signs {
    group: char,
    decimal: char,
}

fn signs(language: Language) -> Signs {
    match language {
        Language::French => Signs { group: NARROW_SPACE, decimal: ',' },
        Language::English => Signs { group: ',', decimal: '.' },
    }
}

/// An amount in euros with its sign: `12 345,60 €` with narrow spaces in French, `€12,345.60` in
/// English; below zero with a real minus first.
#[must_use]
pub fn money(language: Language, cents: i64, decimals: Decimals) -> String {
    let (minus, units, hundredths) = parts(cents, decimals);
    let mut text = String::with_capacity(40);
    if minus {
        text.push(MINUS);
    }
    if language == Language::English {
        text.push('€');
    }
    push_units(&mut text, language, units, hundredths);
    if language == Language::French {
        text.push(NO_BREAK_SPACE);
        text.push('€');
    }
    text
}

/// An amount in euros without the sign of the currency, for tables: `12 345,60` or `12,345.60`.
#[must_use]
pub fn amount(language: Language, cents: i64, decimals: Decimals) -> String {
    let (minus, units, hundredths) = parts(cents, decimals);
    let mut text = String::with_capacity(36);
    if minus {
        text.push(MINUS);
    }
    push_units(&mut text, language, units, hundredths);
    text
}

/// A number with all its decimals and grouped digits: `1 234,5` or `1,234.5`.
#[must_use]
pub fn number(language: Language, value: Decimal) -> String {
    let mut text = String::with_capacity(40);
    push_decimal(&mut text, language, value.normalize());
    text
}

/// A number in a column of its likes, rounded to two decimals: `1 234,50` or `1,234.50`.
#[must_use]
pub fn hundredths(language: Language, value: Decimal) -> String {
    amount(language, to_cents(value), Decimals::Two)
}

/// A percentage: `22,5 %` with a narrow space in French, `22.5%` in English.
#[must_use]
pub fn percent(language: Language, value: Percent) -> String {
    percent_of(language, value.value().normalize())
}

/// The same of a number that no percentage of a plan bounds, with all its decimals.
pub(crate) fn percent_of(language: Language, value: Decimal) -> String {
    let mut text = String::with_capacity(24);
    push_decimal(&mut text, language, value);
    if language == Language::French {
        text.push(NARROW_SPACE);
    }
    text.push('%');
    text
}

/// A number as it stands in a cell that is being edited: a plain minus, no groups, every decimal. What
/// people type is read back from it as the same number, never as an ambiguous one.
#[must_use]
pub fn editable(language: Language, value: Decimal) -> String {
    let mut text = value.normalize().to_string();
    // Three decimals could be read as thousands; a fourth one settles it.
    if value.normalize().scale() == 3 {
        text.push('0');
    }
    if language == Language::French { text.replace('.', ",") } else { text }
}

/// Sign, whole euros, and cents where they are shown.
fn parts(cents: i64, decimals: Decimals) -> (bool, u128, Option<u8>) {
    let size = cents.unsigned_abs();
    let (units, hundredths) = match decimals {
        Decimals::None => ((size + 50) / 100, None),
        // A remainder of 100 fits.
        Decimals::Two => (size / 100, Some((size % 100) as u8)),
    };
    let is_zero = units == 0 && hundredths.unwrap_or(0) == 0;
    (cents < 0 && !is_zero, units.into(), hundredths)
}

fn push_units(text: &mut String, language: Language, units: u128, hundredths: Option<u8>) {
    let signs = signs(language);
    push_grouped(text, units, signs.group);
    if let Some(hundredths) = hundredths {
        text.push(signs.decimal);
        text.push(digit(hundredths / 10));
        text.push(digit(hundredths % 10));
    }
}

fn push_decimal(text: &mut String, language: Language, value: Decimal) {
    let signs = signs(language);
    if value.is_sign_negative() && !value.is_zero() {
        text.push(MINUS);
    }
    let mut unit = 10_u128.pow(value.scale());
    let size = value.mantissa().unsigned_abs();
    push_grouped(text, size / unit, signs.group);
    let mut left = size % unit;
    if unit > 1 {
        text.push(signs.decimal);
    }
    while unit > 1 {
        unit /= 10;
        // A quotient below 10 fits.
        text.push(digit((left / unit) as u8));
        left %= unit;
    }
}

fn push_grouped(text: &mut String, units: u128, group: char) {
    // 39 digits hold any u128.
    let mut digits = [0_u8; 39];
    let mut count = 0;
    let mut keep = |digit: u8| {
        digits[count] = digit;
        count += 1;
    };
    let mut left = units;
    let mut small = loop {
        // Dividing 64 bits is many times faster, and money always fits them.
        match u64::try_from(left) {
            Ok(small) => break small,
            Err(_) => keep((left % 10) as u8),
        }
        left /= 10;
    };
    loop {
        keep((small % 10) as u8);
        small /= 10;
        if small == 0 {
            break;
        }
    }
    for (place, value) in digits.iter().enumerate().take(count).rev() {
        text.push(digit(*value));
        if place > 0 && place % 3 == 0 {
            text.push(group);
        }
    }
}

fn digit(value: u8) -> char {
    char::from(b'0' + value % 10)
}

#[cfg(test)]
mod tests {
    use super::Language::{English, French};
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).unwrap()
    }

    #[test]
    fn french_money_has_narrow_groups_a_comma_and_the_euro_behind() {
        assert_eq!(money(French, 1_234_560, Decimals::Two), "12\u{202F}345,60\u{A0}€");
        assert_eq!(money(French, 1_234_560, Decimals::None), "12\u{202F}346\u{A0}€");
        assert_eq!(money(French, -1200, Decimals::Two), "\u{2212}12,00\u{A0}€");
        assert_eq!(money(French, 5, Decimals::Two), "0,05\u{A0}€");
    }

    #[test]
    fn english_money_has_the_euro_in_front_and_the_minus_before_it() {
        assert_eq!(money(English, 1_234_560, Decimals::Two), "€12,345.60");
        assert_eq!(money(English, -1200, Decimals::Two), "\u{2212}€12.00");
    }

    #[test]
    fn numbers_of_a_column_have_two_decimals_each_half_away_from_zero() {
        let texts = ["229", "22.6", "-8.125"].map(|value| hundredths(French, decimal(value)));
        assert_eq!(texts, ["229,00", "22,60", "\u{2212}8,13"]);
    }

    #[test]
    fn groups_are_of_three_digits() {
        let texts = [99_900, 100_000, 99_999_900, 100_000_000, 99_999_999_999_900]
            .map(|cents| amount(English, cents, Decimals::None));
        assert_eq!(texts, ["999", "1,000", "999,999", "1,000,000", "999,999,999,999"]);
    }

    #[test]
    fn whole_euros_round_half_away_from_zero_and_zero_has_no_minus() {
        assert_eq!(amount(French, 50, Decimals::None), "1");
        assert_eq!(amount(French, -50, Decimals::None), "\u{2212}1");
        assert_eq!(amount(French, -49, Decimals::None), "0");
        assert_eq!(amount(French, 0, Decimals::Two), "0,00");
    }

    #[test]
    fn the_largest_integers_are_written_too() {
        assert_eq!(amount(English, i64::MIN, Decimals::Two), "\u{2212}92,233,720,368,547,758.08");
        assert_eq!(number(English, Decimal::MAX), "79,228,162,514,264,337,593,543,950,335");
    }

    #[test]
    fn numbers_keep_their_decimals_and_lose_trailing_zeros() {
        assert_eq!(number(French, decimal("1234.50")), "1\u{202F}234,5");
        assert_eq!(number(English, decimal("-1234567.001")), "\u{2212}1,234,567.001");
        assert_eq!(number(French, decimal("100")), "100");
        assert_eq!(number(French, decimal("-0.0")), "0");
        assert_eq!(number(English, decimal("0.000001")), "0.000001");
    }

    #[test]
    fn percentages_stand_before_their_sign_as_each_language_wants() {
        let rate = Percent::new(decimal("22.5")).unwrap();
        assert_eq!(percent(French, rate), "22,5\u{202F}%");
        assert_eq!(percent(English, rate), "22.5%");
    }

    #[test]
    fn a_number_under_edition_has_no_groups_and_is_never_ambiguous() {
        assert_eq!(editable(French, decimal("-12345.60")), "-12345,6");
        assert_eq!(editable(English, decimal("1.234")), "1.2340");
        assert_eq!(editable(French, decimal("1234")), "1234");
    }
}

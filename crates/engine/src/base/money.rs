//! Amounts, percentages and quantities as people write them, and the two functions that make cents.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The largest amount of an entry, either sign: 9,999,999,999.99 € in cents.
pub const MAX_CENTS: i64 = 999_999_999_999;
const MAX_DECIMALS: u32 = 6;

/// An amount in euros (*montant*), up to ±9,999,999,999.99 with at most 6 decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(Decimal);

/// A percentage (*taux*), 22 meaning 22 %, up to ±10,000 with at most 6 decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(Decimal);

/// A number of things (*quantité*), up to ±10,000,000 with at most 6 decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quantity(Decimal);

fn bounded(value: Decimal, max: Decimal) -> Option<Decimal> {
    let value = value.normalize();
    (value.scale() <= MAX_DECIMALS && value.abs() <= max).then_some(value)
}

fn parse_plain(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    plain.then(|| Decimal::from_str_exact(text).ok()).flatten()
}

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// An amount from a decimal; `None` beyond the bounds of the type.
    #[must_use]
    pub fn new(euros: Decimal) -> Option<Self> {
        bounded(euros, Decimal::new(MAX_CENTS, 2)).map(Self)
    }

    /// An amount from whole cents, held inside the bounds of the type.
    #[must_use]
    pub fn from_cents(cents: i64) -> Self {
        Self(Decimal::new(cents.clamp(-MAX_CENTS, MAX_CENTS), 2).normalize())
    }

    /// The amount in euros.
    #[must_use]
    pub fn euros(self) -> Decimal {
        self.0
    }

    /// The amount in whole cents, half away from zero.
    #[must_use]
    pub fn cents(self) -> i64 {
        to_cents(self.0)
    }
}

impl Percent {
    /// All of it, 100 %.
    pub const WHOLE: Self = Self(Decimal::ONE_HUNDRED);

    /// A percentage from a decimal, 22 meaning 22 %; `None` beyond the bounds of the type.
    #[must_use]
    pub fn new(percent: Decimal) -> Option<Self> {
        bounded(percent, Decimal::new(10_000, 0)).map(Self)
    }

    /// The number before the % sign.
    #[must_use]
    pub fn value(self) -> Decimal {
        self.0
    }

    /// The share: 22 % gives 0.22.
    #[must_use]
    pub fn fraction(self) -> Decimal {
        Decimal::from_i128_with_scale(self.0.mantissa(), self.0.scale() + 2)
    }

    /// The percentage in millionths of a percent, its full precision, 0 below zero: a weight.
    #[must_use]
    pub(crate) fn millionths(self) -> u64 {
        let scale = 10_i128.pow(MAX_DECIMALS.saturating_sub(self.0.scale()));
        u64::try_from(self.0.mantissa() * scale).unwrap_or(0)
    }

    /// A percentage from millionths of a percent; 0 beyond the bounds of the type.
    pub(crate) fn from_millionths(millionths: i64) -> Self {
        Self::new(Decimal::new(millionths, MAX_DECIMALS)).unwrap_or_default()
    }

    /// A share of this share.
    pub(crate) fn times(self, other: Self) -> Self {
        if other == Self::WHOLE {
            return self;
        }
        Self::new(multiply(self.0, other.fraction()).round_dp(MAX_DECIMALS)).unwrap_or_default()
    }

    /// This share of an amount in cents, in cents, half away from zero.
    #[must_use]
    pub fn of_cents(self, cents: i64) -> i64 {
        // The whole is asked for most often: the weight of what is certain.
        if self == Self::WHOLE {
            return cents;
        }
        // As in `to_cents`, but in whole numbers, several times quicker: half a cent ahead makes what is cut off
        // the nearest cent.
        let (part, scale) = (self.0.mantissa(), self.0.scale() + 2);
        let whole = 10_i128.pow(scale);
        let product = part.saturating_mul(i128::from(cents));
        let ahead = if product < 0 { -(whole / 2) } else { whole / 2 };
        let rounded = product.saturating_add(ahead) / whole;
        rounded.clamp(i128::from(-MAX_CENTS), i128::from(MAX_CENTS)) as i64
    }
}

impl Quantity {
    /// A quantity from a decimal; `None` beyond the bounds of the type.
    #[must_use]
    pub fn new(number: Decimal) -> Option<Self> {
        bounded(number, Decimal::new(10_000_000, 0)).map(Self)
    }

    /// The number.
    #[must_use]
    pub fn value(self) -> Decimal {
        self.0
    }

    /// The number in millionths, its full precision.
    #[must_use]
    pub(crate) fn millionths(self) -> i64 {
        let scale = 10_i128.pow(MAX_DECIMALS.saturating_sub(self.0.scale()));
        i64::try_from(self.0.mantissa() * scale).unwrap_or(0)
    }
}

/// The one rounding function: euros to whole cents, half away from zero (arrondi commercial),
/// held at ±9,999,999,999.99 €.
#[must_use]
pub fn to_cents(euros: Decimal) -> i64 {
    let rounded = euros.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    let scale = rounded.scale();
    let cents = rounded.mantissa().saturating_mul(10_i128.pow(2_u32.saturating_sub(scale)));
    cents.clamp(i128::from(-MAX_CENTS), i128::from(MAX_CENTS)) as i64
}

/// The one spreading function: shares `total` over `weights` by cumulative rounding, so that the
/// parts add up to the rounded total and each running sum is the nearest cent.
///
/// Weights are relative. Without any weight above zero every part is zero.
pub fn spread(total: Decimal, weights: &[u64]) -> impl Iterator<Item = i64> {
    // Without weights every running sum is zero, whatever it is divided by.
    let whole = weights.iter().map(|weight| u128::from(*weight)).sum::<u128>().max(1);
    // 12 decimals hold the product of two 6-decimal numbers exactly.
    let total = if total.scale() > 12 { total.round_dp(12) } else { total };
    // The total is a number of cents or, beyond two decimals, of parts of a cent.
    let (cents, parts) = match total.scale() {
        0 => (total.mantissa().saturating_mul(100), 1),
        1 => (total.mantissa().saturating_mul(10), 1),
        scale => (total.mantissa(), 10_u128.pow(scale - 2)),
    };
    let is_negative = cents < 0;
    let cents = cents.unsigned_abs().min(u128::from(MAX_CENTS.unsigned_abs()) * parts);
    // What is left of a cent goes on to the next part; half a cent ahead makes each running sum the
    // nearest, away from zero.
    let divisor = whole * parts * 2;
    let mut ahead = divisor / 2;
    // Months mostly weigh the same: the division is made once for all that follow each other.
    let (mut known, mut part, mut left) = (0, 0, 0);
    weights.iter().map(move |weight| {
        if *weight != known {
            let share = cents * 2 * u128::from(*weight);
            (known, part, left) = (*weight, (share / divisor) as i64, share % divisor);
        }
        ahead += left;
        let mut given = part;
        if ahead >= divisor {
            ahead -= divisor;
            given += 1;
        }
        if is_negative { -given } else { given }
    })
}

/// The product, or the largest decimal of its sign where it does not fit.
#[must_use]
pub fn multiply(a: Decimal, b: Decimal) -> Decimal {
    let sign = if a.is_sign_negative() == b.is_sign_negative() { Decimal::ONE } else { -Decimal::ONE };
    a.checked_mul(b).unwrap_or(Decimal::MAX * sign)
}

/// Reads a number that must stand in quotes: a bare one would pass through binary floats and lose
/// digits without a word.
struct Quoted(&'static str);

impl Visitor<'_> for Quoted {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} in quotes", self.0)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Decimal, E> {
        parse_plain(text).ok_or_else(|| E::custom("not-a-number"))
    }

    fn visit_i64<E: serde::de::Error>(self, _: i64) -> Result<Decimal, E> {
        Err(E::custom("amount-needs-quotes"))
    }

    fn visit_u64<E: serde::de::Error>(self, _: u64) -> Result<Decimal, E> {
        Err(E::custom("amount-needs-quotes"))
    }

    fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<Decimal, E> {
        Err(E::custom("amount-needs-quotes"))
    }
}

macro_rules! written_as_text {
    ($type:ident, $what:literal) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = deserializer.deserialize_any(Quoted($what))?;
                Self::new(value).ok_or_else(|| serde::de::Error::custom("number-too-large"))
            }
        }

        impl FromStr for $type {
            type Err = String;

            /// Reads digits with an optional minus and point, as in files; what people type is
            /// read by previ-words.
            fn from_str(text: &str) -> Result<Self, String> {
                parse_plain(text).and_then(Self::new).ok_or_else(|| String::from(text))
            }
        }
    };
}

written_as_text!(Amount, "an amount");
written_as_text!(Percent, "a percentage");
written_as_text!(Quantity, "a quantity");

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    fn decimal(text: &str) -> Decimal {
        parse_plain(text).unwrap()
    }

    #[test]
    fn cents_round_half_away_from_zero() {
        assert_eq!(to_cents(decimal("2.345")), 235);
        assert_eq!(to_cents(decimal("-2.345")), -235);
        assert_eq!(to_cents(decimal("2.3449999")), 234);
        assert_eq!(to_cents(decimal("7")), 700);
    }

    #[test]
    fn a_share_of_cents_rounds_half_away_from_zero_and_stays_inside_the_bounds() {
        let share = |percent: &str, cents: i64| Percent::new(decimal(percent)).unwrap().of_cents(cents);
        // 22 % of 25 cents is 5.5 cents; 12.345678 % of 100.00 € is 12.345678 €.
        assert_eq!([share("22", 25), share("22", -25), share("-22", 25), share("22", 24)], [6, -6, -6, 5]);
        assert_eq!(
            [share("12.345678", 10_000), share("12.3", 10_000), share("0", 10_000)],
            [1_235, 1_230, 0]
        );
        assert_eq!([share("300", MAX_CENTS), share("-300", MAX_CENTS)], [MAX_CENTS, -MAX_CENTS]);
    }

    #[test]
    fn a_year_spread_over_its_months_adds_up() {
        // 100.00 / 12 = 8.333…: running sums 8.33, 16.67, 25.00, each rounded on its own.
        let months: Vec<i64> = spread(decimal("100"), &[1; 12]).collect();
        assert_eq!(months, [833, 834, 833, 833, 834, 833, 833, 834, 833, 833, 834, 833]);
        assert_eq!(months.iter().sum::<i64>(), 10_000);
    }

    #[test]
    fn a_negative_total_spreads_as_the_mirror_of_the_positive_one() {
        let plus: Vec<i64> = spread(decimal("0.05"), &[1, 1, 1]).collect();
        let minus: Vec<i64> = spread(decimal("-0.05"), &[1, 1, 1]).collect();
        assert_eq!(plus, [2, 1, 2]);
        assert_eq!(minus, [-2, -1, -2]);
    }

    #[test]
    fn very_large_weights_do_not_overflow() {
        let parts = spread(decimal("9999999999.99"), &[1_000_000_000_000, 2_000_000_000_000]);
        assert_eq!(parts.sum::<i64>(), MAX_CENTS);
    }

    #[test]
    fn nothing_to_share_among_gives_nothing() {
        assert!(spread(decimal("10"), &[0, 0]).eq([0, 0]));
        assert!(spread(decimal("10"), &[]).eq([]));
    }

    #[test]
    fn the_types_refuse_what_is_beyond_their_bounds() {
        assert!("9999999999.99".parse::<Amount>().is_ok());
        assert!("10000000000".parse::<Amount>().is_err());
        assert!("0.0000001".parse::<Amount>().is_err());
        assert!("10000.1".parse::<Percent>().is_err());
        assert!("1e3".parse::<Amount>().is_err());
        assert!("1_000".parse::<Amount>().is_err());
    }

    #[test]
    fn products_beyond_reach_are_held_at_the_largest_number() {
        assert_eq!(to_cents(multiply(Decimal::MAX, Decimal::MAX)), MAX_CENTS);
        assert_eq!(to_cents(multiply(Decimal::MAX, -Decimal::MAX)), -MAX_CENTS);
    }
}

//! Numbers of days.

use alloc::vec::Vec;
use core::iter::Sum;
use core::ops::{Add, AddAssign, Sub};

use rust_decimal::Decimal;

use crate::money::{Percent, Quantity};

/// A number of days (*jours*) in whole millionths of a day, so that sums are exact, as those of cents are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Days(i64);

impl Days {
    /// No day.
    pub const ZERO: Self = Self(0);
    /// Millionths of a day.
    pub(crate) const ONE: u64 = 1_000_000;

    /// From millionths of a day.
    pub(crate) const fn from_millionths(millionths: i64) -> Self {
        Self(millionths)
    }

    /// In millionths of a day.
    pub(crate) const fn millionths(self) -> i64 {
        self.0
    }

    /// The number of days, with at most 6 decimals.
    #[must_use]
    pub fn value(self) -> Decimal {
        Decimal::new(self.0, 6).normalize()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// A share of them, to the nearest millionth.
    #[must_use]
    pub fn share(self, share: Percent) -> Self {
        self.part(i128::from(share.millionths()), 100_000_000)
    }

    /// `part` of `whole` parts of them, to the nearest millionth; none of nothing.
    pub(crate) fn part(self, part: i128, whole: i128) -> Self {
        if whole <= 0 {
            return Self::ZERO;
        }
        let twice = 2 * i128::from(self.0) * part;
        let rounded = (twice + twice.signum() * whole) / (2 * whole);
        Self(rounded.clamp(i128::from(i64::MIN), i128::from(i64::MAX)) as i64)
    }

    /// What share of `whole` they are, 50 meaning 50 %; `None` of nothing.
    #[must_use]
    pub fn percent_of(self, whole: Self) -> Option<Decimal> {
        (Decimal::from(self.0) * Decimal::ONE_HUNDRED).checked_div(Decimal::from(whole.0))
    }

    /// What one of them costs in euros, if all of them cost `cents`; `None` for none.
    #[must_use]
    pub fn cost_of_one(self, cents: i64) -> Option<Decimal> {
        Decimal::new(cents, 2).checked_div(self.value())
    }
}

/// Lays days over months in proportion to weights, none below zero, by cumulative rounding: the months add up
/// to the days, unless there is no weight at all.
pub(crate) fn lay(days: Days, weights: &[Days]) -> Vec<Days> {
    let whole: i128 = weights.iter().map(|weight| i128::from(weight.0)).sum();
    let (mut reached, mut given) = (0_i128, Days::ZERO);
    let part = |weight: &Days| {
        reached += i128::from(weight.0);
        let due = days.part(reached, whole);
        let part = due - given;
        given = due;
        part
    };
    weights.iter().map(part).collect()
}

impl From<Quantity> for Days {
    fn from(quantity: Quantity) -> Self {
        Self(quantity.millionths())
    }
}

impl Add for Days {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Days {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl AddAssign for Days {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Days {
    fn sum<I: Iterator<Item = Self>>(days: I) -> Self {
        days.fold(Self::ZERO, Self::add)
    }
}

impl<'a> Sum<&'a Days> for Days {
    fn sum<I: Iterator<Item = &'a Days>>(days: I) -> Self {
        days.copied().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> Days {
        Days::from(text.parse::<Quantity>().unwrap())
    }

    #[test]
    fn a_share_of_days_is_the_nearest_millionth() {
        let share = |percent: &str| percent.parse().unwrap();
        assert_eq!(days("226").share(share("80")), days("180.8"));
        // 10 × 33.333333 % = 3.3333333.
        assert_eq!(days("10").share(share("33.333333")), days("3.333333"));
        assert_eq!(days("-1").part(1, 3), days("-0.333333"));
        assert_eq!(days("1").part(2, 3), days("0.666667"));
        assert_eq!(days("1").part(2, 0), Days::ZERO);
    }

    #[test]
    fn the_cost_of_a_day_is_what_all_days_cost_over_their_number() {
        // 30,400.00 / 180.8 = 168.1415929…
        let cost = days("180.8").cost_of_one(3_040_000).unwrap();
        assert_eq!(cost.round_dp(6), "168.141593".parse().unwrap());
        assert_eq!(Days::ZERO.cost_of_one(100), None);
    }
}

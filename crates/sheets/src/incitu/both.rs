//! Planned beside realised.

use std::iter::Sum;
use std::ops::{Add, Sub};

use previ_engine::completion::Completion;
use rust_decimal::Decimal;

/// Euros or days as planned and as they came out (*prévu, réalisé*), without any rounding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Both {
    /// As planned (*prévu*).
    pub planned: Decimal,
    /// As it came out (*réalisé*); 0 where nothing was typed.
    pub realised: Decimal,
}

impl Both {
    pub(super) fn planned(planned: Decimal) -> Self {
        Self { planned, realised: Decimal::ZERO }
    }

    pub(super) fn realised(realised: Decimal) -> Self {
        Self { planned: Decimal::ZERO, realised }
    }

    /// Realised as a share of planned.
    #[must_use]
    pub fn completion(self) -> Completion {
        Completion::of(self.planned, self.realised)
    }

    /// Each side times that of the other.
    pub(super) fn times(self, other: Self) -> Self {
        Self {
            planned: self.planned.saturating_mul(other.planned),
            realised: self.realised.saturating_mul(other.realised),
        }
    }

    /// Each side times the same number.
    pub(super) fn by(self, number: Decimal) -> Self {
        self.times(Self { planned: number, realised: number })
    }

    /// Each side divided by that of the other; 0 where that is 0.
    pub(super) fn over(self, other: Self) -> Self {
        Self {
            planned: quotient(self.planned, other.planned),
            realised: quotient(self.realised, other.realised),
        }
    }
}

/// The quotient; 0 where there is nothing to divide by.
pub(super) fn quotient(number: Decimal, divisor: Decimal) -> Decimal {
    if divisor.is_zero() { Decimal::ZERO } else { number.checked_div(divisor).unwrap_or_default() }
}

impl Add for Both {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            planned: self.planned.saturating_add(other.planned),
            realised: self.realised.saturating_add(other.realised),
        }
    }
}

impl Sub for Both {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self {
            planned: self.planned.saturating_sub(other.planned),
            realised: self.realised.saturating_sub(other.realised),
        }
    }
}

impl Sum for Both {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_overflows_and_nothing_is_divided_by_zero() {
        let most = Both { planned: Decimal::MAX, realised: Decimal::MIN };
        assert_eq!(most + most, most);
        assert_eq!(most.by(Decimal::TEN), most);
        assert_eq!(most.over(Both::default()), Both::default());
    }
}

//! Planned beside done.

use core::ops::Add;

use rust_decimal::Decimal;

use crate::days::Days;

/// Cents or days as planned and as they came out (*prévu, réalisé*).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Beside<T> {
    /// As planned (*prévu*); none in a year that the plan does not have.
    pub planned: Option<T>,
    /// As it came out (*réalisé*); none where nobody typed anything, which is not zero.
    pub done: Option<T>,
}

/// How far a plan was met (*taux de réalisation*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completion {
    /// Nothing was planned and nothing came.
    Nothing,
    /// Something came that was not planned (*hors prévision*): no percentage says it.
    Unplanned,
    /// So many percent of the plan came, 98.6 meaning 98.6 %.
    Percent(Decimal),
}

impl Completion {
    /// How far `planned` was met by `done`.
    #[must_use]
    pub fn of(planned: Decimal, done: Decimal) -> Self {
        if planned.is_zero() {
            return if done.is_zero() { Self::Nothing } else { Self::Unplanned };
        }
        let percent = done.saturating_mul(Decimal::ONE_HUNDRED).checked_div(planned);
        // More than any number can say.
        percent.map_or(Self::Unplanned, Self::Percent)
    }
}

impl Beside<i64> {
    /// How far the plan was met; none where one of both is not known.
    #[must_use]
    pub fn completion(self) -> Option<Completion> {
        Some(Completion::of(self.planned?.into(), self.done?.into()))
    }
}

impl Beside<Days> {
    /// How far the plan was met; none where one of both is not known.
    #[must_use]
    pub fn completion(self) -> Option<Completion> {
        Some(Completion::of(self.planned?.value(), self.done?.value()))
    }
}

impl<T: Add<Output = T>> Add for Beside<T> {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { planned: both(self.planned, other.planned), done: both(self.done, other.done) }
    }
}

/// The sum of what is known.
fn both<T: Add<Output = T>>(one: Option<T>, other: Option<T>) -> Option<T> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one + other),
        (one, other) => one.or(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beside(planned: i64, done: i64) -> Beside<i64> {
        Beside { planned: Some(planned), done: Some(done) }
    }

    #[test]
    fn what_was_not_planned_has_no_percentage() {
        assert_eq!(beside(0, 80).completion(), Some(Completion::Unplanned));
        assert_eq!(beside(0, 0).completion(), Some(Completion::Nothing));
        assert_eq!(beside(200, 50).completion(), Some(Completion::Percent(25.into())));
        assert_eq!(beside(200, 0).completion(), Some(Completion::Percent(0.into())));
    }

    #[test]
    fn what_nobody_typed_is_not_zero() {
        let planned = Beside { planned: Some(200), done: None };
        assert_eq!(planned.completion(), None);
        assert_eq!(planned + beside(100, 30), beside(300, 30));
        assert_eq!(Beside { planned: None, done: Some(5) }.completion(), None);
    }

    #[test]
    fn no_number_is_too_large() {
        let tiny = Decimal::new(1, 28);
        assert_eq!(Completion::of(tiny, Decimal::MAX), Completion::Unplanned);
    }
}

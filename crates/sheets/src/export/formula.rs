//! Texts of formulas, with the subset of functions that spreadsheets share: SUM, ROUND, IF, MIN, MAX,
//! SUMIF, SUMIFS.

use std::fmt::Write;

use previ_engine::money::spread;
use rust_decimal::Decimal;

/// A slice of an amount shared by cumulative rounding: from part `from` to part `to` of `of` equal parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slice {
    pub(super) from: u64,
    pub(super) to: u64,
    pub(super) of: u64,
}

impl Slice {
    /// The whole.
    pub(super) const WHOLE: Self = Self { from: 0, to: 1, of: 1 };

    /// Its cents of an amount, as the engine spreads it.
    pub(super) fn cents(self, amount: Decimal) -> i64 {
        let rest = self.of.saturating_sub(self.to);
        let weights = [self.from, self.to.saturating_sub(self.from), rest];
        spread(amount, &weights).nth(1).unwrap_or(0)
    }

    /// The same slice as a formula of `amount`, which may be any number: the running total rounded to the
    /// cent, less the one before it.
    pub(super) fn formula(self, amount: &str) -> String {
        let mut formula = String::with_capacity(2 * amount.len() + 32);
        self.push_running_total(&mut formula, amount, self.to);
        if self.from > 0 {
            formula.push('-');
            self.push_running_total(&mut formula, amount, self.from);
        }
        formula
    }

    /// What the first of its parts come to together.
    fn push_running_total(self, formula: &mut String, amount: &str, parts: u64) {
        formula.push_str("ROUND(");
        formula.push_str(amount);
        if parts != self.of {
            // Writing to a text cannot fail.
            let _ = write!(formula, "*{parts}/{}", self.of);
        }
        formula.push_str(",2)");
    }

    /// The formula where `amount` is already whole cents.
    pub(super) fn formula_of_cents(self, amount: &str) -> String {
        if self.from == 0 && self.to == self.of { amount.to_owned() } else { self.formula(amount) }
    }

    /// Whether nothing is in it.
    pub(super) fn is_empty(self) -> bool {
        self.from >= self.to
    }

    /// The same slice in the smallest whole numbers.
    pub(super) fn reduced(self) -> Self {
        let divisor = gcd(gcd(self.from, self.to), self.of).max(1);
        Self { from: self.from / divisor, to: self.to / divisor, of: self.of / divisor }
    }
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// The pieces of a sum, below zero where `minus`: `a+b`, `-(a+b)`, `-a`.
pub(super) fn signed_sum(pieces: &[String], minus: bool) -> String {
    let whole = pieces.join("+");
    let is_one_term = pieces.len() == 1 && !whole.contains(")-");
    match (minus, is_one_term) {
        (false, _) => whole,
        (true, true) => ["-", &whole].concat(),
        (true, false) => ["-(", &whole, ")"].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_is_the_difference_of_two_rounded_running_totals() {
        // 100.00 in twelfths: running totals 8.33, 16.67, 25.00.
        let second = Slice { from: 1, to: 2, of: 12 };
        assert_eq!(second.cents(Decimal::ONE_HUNDRED), 834);
        assert_eq!(second.formula("A1"), "ROUND(A1*2/12,2)-ROUND(A1*1/12,2)");
        let last = Slice { from: 11, to: 12, of: 12 };
        assert_eq!(last.cents(Decimal::ONE_HUNDRED), 833);
        assert_eq!(last.formula("A1"), "ROUND(A1,2)-ROUND(A1*11/12,2)");
    }

    #[test]
    fn the_whole_is_rounded_only_where_it_may_have_more_than_cents() {
        assert_eq!(Slice::WHOLE.formula("A1"), "ROUND(A1,2)");
        assert_eq!(Slice::WHOLE.formula_of_cents("A1"), "A1");
        assert_eq!(Slice { from: 0, to: 1, of: 2 }.formula_of_cents("A1"), "ROUND(A1*1/2,2)");
    }

    #[test]
    fn a_payment_takes_its_sign_before_the_whole_sum() {
        let two = ["A1".to_owned(), "B1".to_owned()];
        assert_eq!(signed_sum(&two, true), "-(A1+B1)");
        assert_eq!(signed_sum(&two, false), "A1+B1");
        assert_eq!(signed_sum(&two[..1], true), "-A1");
        let difference = ["ROUND(A1,2)-ROUND(B1,2)".to_owned()];
        assert_eq!(signed_sum(&difference, true), "-(ROUND(A1,2)-ROUND(B1,2))");
    }

    #[test]
    fn parts_are_written_with_small_numbers() {
        let half = Slice { from: 0, to: 50_000_000, of: 100_000_000 };
        assert_eq!(half.reduced(), Slice { from: 0, to: 1, of: 2 });
    }
}

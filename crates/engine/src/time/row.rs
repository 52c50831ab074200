//! Cents month by month.

use alloc::vec::Vec;

use crate::month::Month;

/// The cents of months that follow each other, zero where there is nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) first: Month,
    pub(crate) cents: Vec<i64>,
}

impl Row {
    /// Nothing yet, from `first` to `last`.
    pub(crate) fn new(first: Month, last: Month) -> Self {
        let count = usize::try_from(last.since(first) + 1).unwrap_or(0);
        Self { first, cents: alloc::vec![0; count] }
    }

    /// The cell of a month; `None` outside.
    pub(crate) fn cell_mut(&mut self, month: Month) -> Option<&mut i64> {
        self.cents.get_mut(usize::try_from(month.since(self.first)).ok()?)
    }

    /// Adds the cents of another row of the same months.
    pub(crate) fn add(&mut self, other: &Self) {
        self.cents.iter_mut().zip(&other.cents).for_each(|(sum, cents)| *sum += cents);
    }

    /// Writes `cents` from `month` on, as far as they lie inside.
    pub(crate) fn write(&mut self, month: Month, cents: &[i64]) {
        let offset = month.since(self.first);
        let cells = self.cents.get_mut(offset.max(0) as usize..).unwrap_or_default();
        let cents = cents.get(offset.min(0).unsigned_abs() as usize..).unwrap_or_default();
        cells.iter_mut().zip(cents).for_each(|(cell, cents)| *cell = *cents);
    }

    /// Empties the months before `from` and after `to`.
    pub(crate) fn clip(&mut self, from: Month, to: Month) {
        let count = self.cents.len();
        let place = |months: i32| (months.max(0) as usize).min(count);
        let (from, to) = (place(from.since(self.first)), place(to.since(self.first) + 1));
        self.cents[..from].fill(0);
        self.cents[to..].fill(0);
    }

    /// The months that have something.
    pub(crate) fn months(&self) -> impl Iterator<Item = (Month, i64)> + '_ {
        let months = (0..).map(|n| self.first.plus(n)).zip(self.cents.iter().copied());
        months.filter(|(_, cents)| *cents != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::month;

    #[test]
    fn what_is_written_before_a_row_is_left_out() {
        let mut row = Row::new(month("2027-03"), month("2027-06"));
        row.write(month("2027-02"), &[1, 2, 3]);
        row.write(month("2027-06"), &[4, 5]);
        assert_eq!(row.cents, [2, 3, 0, 4]);
    }

    #[test]
    fn a_clipped_row_keeps_its_months() {
        let mut row = Row::new(month("2027-01"), month("2027-04"));
        row.write(month("2027-01"), &[1, 2, 3, 4]);
        row.clip(month("2027-02"), month("2027-03"));
        assert_eq!(row.cents, [0, 2, 3, 0]);
        row.clip(month("2028-01"), month("2026-01"));
        assert_eq!(row.cents, [0, 0, 0, 0]);
    }
}

//! Amounts by month of costs that are alike.

use alloc::vec::Vec;

use crate::funding::cells::Cells;

/// A row of cents by month for everything that is alike, one after the other.
pub(crate) struct Rows {
    months: usize,
    cents: Vec<i64>,
}

impl Rows {
    /// Those of costs, each of which is part of something alike.
    pub(crate) fn new(cells: &Cells, alike_of_cells: &[usize]) -> Self {
        let months = cells.costs.values().next().map_or(0, Vec::len);
        let count = alike_of_cells.iter().max().map_or(0, |last| last + 1);
        let mut rows = Self { months, cents: alloc::vec![0; count * months] };
        for (cents, alike) in cells.costs.values().zip(alike_of_cells) {
            add(&mut rows.cents[alike * months..][..months], cents);
        }
        rows
    }

    /// Some rows together, in the place of what `sum` has.
    pub(crate) fn sum(&self, places: &[usize], sum: &mut Vec<i64>) {
        sum.clear();
        sum.resize(self.months, 0);
        places.iter().for_each(|place| add(sum, &self.cents[place * self.months..][..self.months]));
    }
}

/// As everywhere in the journal, sums beyond all bounds wrap.
fn add(sums: &mut [i64], cents: &[i64]) {
    sums.iter_mut().zip(cents).for_each(|(sum, cents)| *sum = sum.wrapping_add(*cents));
}

//! Sums of amounts in cells, month by month.

/// Whether amounts are added or taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Plus,
    Minus,
}

impl Side {
    pub(crate) fn times(self, other: Self) -> Self {
        if self == other { Self::Plus } else { Self::Minus }
    }

    pub(crate) fn opposite(self) -> Self {
        self.times(Self::Minus)
    }

    /// Wraps: no plan reaches the nine million largest amounts that a cell can hold, and checking each
    /// addition would take as long as all the rest.
    pub(crate) fn add(self, cell: &mut i64, cents: i64) {
        *cell = match self {
            Self::Plus => cell.wrapping_add(cents),
            Self::Minus => cell.wrapping_sub(cents),
        };
    }

    pub(crate) fn add_all(self, cells: &mut [i64], cents: &[i64]) {
        for (cell, cents) in cells.iter_mut().zip(cents) {
            self.add(cell, *cents);
        }
    }
}

//! Where a cursor goes.

use super::state::CellAt;

/// A move of the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// One column left.
    Left,
    /// One column right.
    Right,
    /// The next cell: to the right, then the first one of the next row (Tab).
    Next,
    /// The cell before: to the left, then the last one of the row above (Shift and Tab).
    Previous,
    /// First column of the row (Home).
    RowStart,
    /// Last column of the row (End).
    RowEnd,
    /// First row.
    Top,
    /// Last row.
    Bottom,
    /// This many rows up (Page up).
    PageUp(usize),
    /// This many rows down (Page down).
    PageDown(usize),
}

impl Direction {
    /// The cell reached from `at` in a grid of some rows and columns, both at least one.
    pub(super) fn from(self, at: CellAt, rows: usize, columns: usize) -> CellAt {
        let (last_row, last_column) = (rows.saturating_sub(1), columns.saturating_sub(1));
        let CellAt { row, column } = at;
        let (row, column) = match self {
            Self::Up => (row.saturating_sub(1), column),
            Self::Down => (row.saturating_add(1), column),
            Self::Left => (row, column.saturating_sub(1)),
            Self::Right => (row, column.saturating_add(1)),
            Self::Next if column < last_column => (row, column + 1),
            Self::Next if row < last_row => (row + 1, 0),
            Self::Previous if column > 0 => (row, column - 1),
            Self::Previous if row > 0 => (row - 1, last_column),
            Self::Next | Self::Previous => (row, column),
            Self::RowStart => (row, 0),
            Self::RowEnd => (row, last_column),
            Self::Top => (0, column),
            Self::Bottom => (last_row, column),
            Self::PageUp(count) => (row.saturating_sub(count), column),
            Self::PageDown(count) => (row.saturating_add(count), column),
        };
        CellAt { row: row.min(last_row), column: column.min(last_column) }
    }
}

//! What the grid needs to know of the page it works on.

use previ_engine::diagnostic::Diagnostic;
use previ_words::Language;

use super::CellAt;
use crate::edits::Edit;
use crate::views::budget::RowKey;
use crate::views::columns::Column;
use crate::views::workload::{WorkloadColumn, WorkloadRow};

/// A page whose cells are typed into, copied and pasted (*tableau*).
///
/// Numbers are hundredths: cents of an amount, hundredths of a day.
pub trait Sheet {
    /// The language numbers are written in.
    fn language(&self) -> Language;

    /// How many rows and columns are shown.
    fn size(&self) -> (usize, usize);

    /// Which cell stands there; none beyond the last row or column.
    fn name(&self, at: CellAt) -> Option<CellName>;

    /// Where the row and the column of a cell stand now; none for what is gone or hidden.
    fn find(&self, name: CellName) -> (Option<usize>, Option<usize>);

    /// The number shown in a cell; none for a cell that has none.
    fn number(&self, at: CellAt) -> Option<i64>;

    /// Whether typing changes the cell; otherwise [`Sheet::refusal`] says why not.
    fn is_typed(&self, at: CellAt) -> bool;

    /// Whether a cell already says so, and would after the edit too.
    fn holds(&self, at: CellAt, number: i64) -> bool;

    /// Whether writing one cell may change others of its row, which then are written even where they hold
    /// their number already.
    fn row_changes_together(&self) -> bool;

    /// The edit that writes a number into a cell.
    ///
    /// # Errors
    /// A cell that nobody types into says why.
    fn edit(&self, at: CellAt, number: i64) -> Result<Edit, Diagnostic>;

    /// Why nobody types into a cell.
    fn refusal(&self, at: CellAt) -> Diagnostic;

    /// The titles of a cell's row and column.
    fn titles(&self, at: CellAt) -> (String, String);
}

/// A cell by what it says: the same one when rows and columns come and go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellName {
    /// Of the budget.
    Budget(RowKey, Column),
    /// Of the workload.
    Workload(WorkloadRow, WorkloadColumn),
}

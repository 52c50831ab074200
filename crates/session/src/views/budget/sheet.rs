//! The budget as a sheet: years and months of lines are typed, all else is computed.

use previ_engine::diagnostic::Diagnostic;
use previ_engine::money::Amount;
use previ_words::Language;

use super::BudgetPage;
use crate::edits::Edit;
use crate::grid::{CellAt, CellName, Sheet};

impl Sheet for BudgetPage {
    fn language(&self) -> Language {
        self.language()
    }

    fn size(&self) -> (usize, usize) {
        (self.row_count(), self.column_count())
    }

    fn name(&self, at: CellAt) -> Option<CellName> {
        let column = self.columns.columns.get(at.column).copied();
        self.key(at.row).zip(column).map(|(row, column)| CellName::Budget(row, column))
    }

    fn find(&self, name: CellName) -> (Option<usize>, Option<usize>) {
        let CellName::Budget(row, column) = name else { return (None, None) };
        (self.place(row), self.columns.columns.iter().position(|known| *known == column))
    }

    fn number(&self, at: CellAt) -> Option<i64> {
        self.cents(at.row, at.column)
    }

    fn is_typed(&self, at: CellAt) -> bool {
        self.editable(at.row).is_some()
    }

    fn holds(&self, at: CellAt, number: i64) -> bool {
        // Cells of a line that does not take place show nothing of what the plan says.
        !self.is_absent(at.row) && self.cents(at.row, at.column) == Some(number)
    }

    fn row_changes_together(&self) -> bool {
        true
    }

    fn edit(&self, at: CellAt, number: i64) -> Result<Edit, Diagnostic> {
        self.edit(at.row, at.column, Amount::from_cents(number))
    }

    fn refusal(&self, at: CellAt) -> Diagnostic {
        self.refusal(at.row)
    }

    fn titles(&self, at: CellAt) -> (String, String) {
        let row = self.row(at.row).map(|row| row.title);
        let column = self.columns.columns.get(at.column).map(|column| column.title(self.language()));
        (row.unwrap_or_default(), column.unwrap_or_default())
    }
}

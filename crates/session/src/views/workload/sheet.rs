//! The workload as a sheet: days of a position on an activity are typed, all else is computed.

use previ_engine::diagnostic::{Arg, Diagnostic, Field, Place, Severity};
use previ_engine::money::Quantity;
use previ_words::{Language, fiscal_year};
use rust_decimal::Decimal;

use super::page::{DaysShown, WorkloadPage};
use crate::codes;
use crate::edits::{Edit, TimeChange, TimeEdit};
use crate::grid::{CellAt, CellName, Sheet};

impl Sheet for WorkloadPage {
    fn language(&self) -> Language {
        self.language
    }

    fn size(&self) -> (usize, usize) {
        (self.rows.len(), self.columns.len())
    }

    fn name(&self, at: CellAt) -> Option<CellName> {
        let column = self.columns.get(at.column).copied();
        self.rows.get(at.row).copied().zip(column).map(|(row, column)| CellName::Workload(row, column))
    }

    fn find(&self, name: CellName) -> (Option<usize>, Option<usize>) {
        let CellName::Workload(row, column) = name else { return (None, None) };
        let row = self.rows.iter().position(|known| *known == row);
        (row, self.columns.iter().position(|known| *known == column))
    }

    fn number(&self, at: CellAt) -> Option<i64> {
        self.number_at(at.row, at.column)
    }

    fn is_typed(&self, at: CellAt) -> bool {
        self.typed(at.row, at.column).is_some()
    }

    fn holds(&self, at: CellAt, number: i64) -> bool {
        self.number_at(at.row, at.column) == Some(number)
    }

    fn row_changes_together(&self) -> bool {
        false
    }

    fn edit(&self, at: CellAt, number: i64) -> Result<Edit, Diagnostic> {
        let Some((position, activity)) = self.typed(at.row, at.column) else {
            return Err(self.refusal(at));
        };
        let days = Decimal::new(number, 2);
        let too_many = || {
            let refusal = Diagnostic::new(codes::DAYS.code, Severity::Error, Place::Whole);
            refusal.with("number", Arg::Number(days))
        };
        let (year, days) = (self.year, Quantity::new(days).ok_or_else(too_many)?);
        let change = match self.layout.days {
            DaysShown::Planned => TimeChange::DaysOfYear(year, days),
            DaysShown::Done => TimeChange::Worked(year, days),
        };
        Ok(TimeEdit { position, activity, change }.into())
    }

    fn refusal(&self, at: CellAt) -> Diagnostic {
        let Some((position, activity)) = self.crossing(at.row, at.column) else {
            return Diagnostic::new(codes::DAYS_CELL.code, Severity::Note, Place::Whole);
        };
        let label = |item| Arg::Text(self.view.plan().label(item).to_owned());
        let place = Place::Item(position.into(), Field("time"));
        Diagnostic::new(codes::NO_DAYS.code, Severity::Note, place)
            .with("item", label(position.into()))
            .with("activity", label(activity.into()))
            .with("year", Arg::Text(fiscal_year(self.year)))
    }

    fn titles(&self, at: CellAt) -> (String, String) {
        (self.row_title(at.row).0, self.column_title(at.column))
    }
}

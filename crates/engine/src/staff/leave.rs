//! Leave that is owed when a fiscal year ends (*provision pour congés payés*).
//!
//! Leave is earned from June to May and taken in the year after: at a year's end what was earned since June is
//! owed, a tenth of the pay of these months (Code du travail, art. L3141-24). Only the change is posted.

use super::position::Position;
use crate::month::Month;
use crate::row::Row;
use crate::timeline::{FiscalYear, Timeline};

/// The changes of what is owed of `row`, pay or contributions by month, in the last month before the plan and
/// in the last one of each fiscal year.
pub(super) fn changes(row: &Row, position: &Position, timeline: &Timeline) -> Row {
    let mut changes = Row::new(timeline.first().plus(-1), timeline.last());
    let mut before = 0;
    let ends = timeline.fiscal_years().into_iter().map(FiscalYear::last);
    for end in core::iter::once(timeline.first().plus(-1)).chain(ends) {
        let owed = owed(row, position, end);
        if let Some(cell) = changes.cell_mut(end) {
            *cell = owed - before;
        }
        before = owed;
    }
    changes
}

/// A tenth of the months since June; nothing once somebody has left, who was paid what was left.
fn owed(row: &Row, position: &Position, end: Month) -> i64 {
    if position.from > end || position.to.is_some_and(|to| to <= end) {
        return 0;
    }
    let months = (i32::from(end.number()) + 6) % 12;
    let june = end.plus(-months);
    let place = |month: Month| (month.since(row.first).max(0) as usize).min(row.cents.len());
    let earned: i64 = row.cents[place(june)..place(end.plus(1))].iter().sum();
    (earned + 5 * earned.signum()) / 10
}

//! Blocks of cells: copied, cleared, filled, pasted.

use std::collections::BTreeSet;

use previ_engine::diagnostic::{Arg, Diagnostic, Place, Severity};
use previ_engine::money::Amount;
use previ_words::editable;
use rust_decimal::Decimal;

use super::state::{CellAt, Selection};
use super::typed::read_amount;
use super::{GridOutcome, tsv};
use crate::codes;
use crate::edits::{BatchName, Edit};
use crate::views::budget::BudgetPage;

/// The edit that writes a text into a cell; none where it says what is there already.
pub(super) fn write(at: CellAt, text: &str, page: &BudgetPage) -> Result<Option<Edit>, Diagnostic> {
    let mut writer = Writer::new(page);
    writer.put(at, read_amount(text)?)?;
    Ok(writer.edits.pop())
}

/// Collects the edits of several cells.
struct Writer<'a> {
    page: &'a BudgetPage,
    edits: Vec<Edit>,
    /// Rows of which a cell changes: the others of the row may change with it.
    changed: BTreeSet<usize>,
}

impl<'a> Writer<'a> {
    fn new(page: &'a BudgetPage) -> Self {
        Self { page, edits: Vec::new(), changed: BTreeSet::new() }
    }

    /// Writes an amount into a cell, unless it is there already and stays there.
    fn put(&mut self, at: CellAt, amount: Amount) -> Result<(), Diagnostic> {
        let edit = self.page.edit(at.row, at.column, amount)?;
        let shown = self.page.cents(at.row, at.column).filter(|_| !self.page.is_absent(at.row));
        let same = shown == Some(amount.cents());
        if !same || self.changed.contains(&at.row) {
            self.edits.push(edit);
            self.changed.insert(at.row);
        }
        Ok(())
    }

    /// One edit keeps its own name, several get that of what made them.
    fn together(mut self, name: BatchName) -> GridOutcome {
        GridOutcome::edit(match self.edits.len() {
            0 => None,
            1 => self.edits.pop(),
            _ => Some(Edit::Batch(name, self.edits)),
        })
    }
}

/// The selection as a text: amounts with a decimal comma in French and without spaces between digits,
/// as spreadsheets read them.
pub(super) fn copy(selection: Selection, page: &BudgetPage) -> String {
    let cell = |row, column| match page.cents(row, column) {
        Some(cents) => editable(page.language(), Decimal::new(cents, 2)),
        None => String::new(),
    };
    let row = |row| {
        let columns = selection.from.column..=selection.to.column;
        columns.map(|column| cell(row, column)).collect::<Vec<String>>()
    };
    let rows: Vec<Vec<String>> = (selection.from.row..=selection.to.row).map(row).collect();
    tsv::write(&rows)
}

/// Sets the cells of the selection that are typed to zero; computed ones stay.
pub(super) fn clear(selection: Selection, page: &BudgetPage, name: BatchName) -> GridOutcome {
    let mut writer = Writer::new(page);
    let mut typed = false;
    for at in cells(selection) {
        typed |= writer.put(at, Amount::ZERO).is_ok();
    }
    if typed {
        return writer.together(name);
    }
    let single = selection.from == selection.to;
    GridOutcome::refused(if single {
        page.refusal(selection.from.row)
    } else {
        Diagnostic::new(codes::NOTHING_TO_CLEAR.code, Severity::Note, Place::Whole)
    })
}

/// Copies the first column of the selection to the right, or the first row of a single column down.
pub(super) fn fill(selection: Selection, page: &BudgetPage) -> GridOutcome {
    let (rows, columns) = selection.size();
    if rows * columns == 1 {
        return GridOutcome::default();
    }
    let source = |at: CellAt| match columns {
        1 => selection.from,
        _ => CellAt { column: selection.from.column, ..at },
    };
    let mut writer = Writer::new(page);
    for at in cells(selection).filter(|at| source(*at) != *at) {
        let Some(cents) = page.cents(source(at).row, source(at).column) else { continue };
        if let Err(refused) = writer.put(at, Amount::from_cents(cents)) {
            return GridOutcome::refused(refused);
        }
    }
    writer.together(BatchName::Fill)
}

/// Writes a block at the selection, again and again where the selection is a multiple of it. All of it
/// is written or nothing; cells left empty in the block change nothing.
pub(super) fn paste(selection: Selection, text: &str, page: &BudgetPage) -> (GridOutcome, Option<Selection>) {
    let refuse = |refused| (GridOutcome::refused(refused), None);
    let block = tsv::read(text);
    let size = (block.len(), block.iter().map(Vec::len).max().unwrap_or(0));
    if size.1 == 0 || block.iter().flatten().all(|cell| cell.trim().is_empty()) {
        return refuse(Diagnostic::new(codes::PASTE_NOTHING.code, Severity::Note, Place::Whole));
    }
    let (rows, columns) = selection.size();
    let tiles =
        |selected: usize, pasted: usize| if selected.is_multiple_of(pasted) { selected } else { pasted };
    let (rows, columns) = (tiles(rows, size.0), tiles(columns, size.1));
    let from = selection.from;
    let to = CellAt { row: from.row + rows - 1, column: from.column + columns - 1 };
    if to.row >= page.row_count() || to.column >= page.column_count() {
        let refusal = Diagnostic::new(codes::PASTE_SIZE.code, Severity::Error, Place::Whole);
        let refusal = refusal.with("rows", Arg::Number(size.0.into()));
        return refuse(refusal.with("columns", Arg::Number(size.1.into())));
    }
    let pasted = Selection { from, to };
    let mut writer = Writer::new(page);
    for at in cells(pasted) {
        let row = block.get((at.row - from.row) % size.0);
        let cell = row.and_then(|row| row.get((at.column - from.column) % size.1));
        let Some(cell) = cell.map(|cell| cell.trim()).filter(|cell| !cell.is_empty()) else { continue };
        let Ok(amount) = read_amount(cell) else { return refuse(unreadable(at, cell, page)) };
        match writer.put(at, amount) {
            Ok(()) => {}
            // A computed cell that already says so is no contradiction.
            Err(_) if page.cents(at.row, at.column) == Some(amount.cents()) => {}
            Err(refused) => return refuse(refused),
        }
    }
    (writer.together(BatchName::Paste), Some(pasted))
}

fn unreadable(at: CellAt, text: &str, page: &BudgetPage) -> Diagnostic {
    let title = page.row(at.row).map(|row| row.title).unwrap_or_default();
    let column = page.columns.columns.get(at.column).map(|column| column.title(page.language()));
    Diagnostic::new(codes::PASTE_CELL.code, Severity::Error, Place::Whole)
        .with("text", Arg::Text(text.to_owned()))
        .with("item", Arg::Text(title))
        .with("column", Arg::Text(column.unwrap_or_default()))
}

fn cells(selection: Selection) -> impl Iterator<Item = CellAt> {
    let columns = selection.from.column..=selection.to.column;
    let rows = selection.from.row..=selection.to.row;
    rows.flat_map(move |row| columns.clone().map(move |column| CellAt { row, column }))
}

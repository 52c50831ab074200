//! Blocks of cells: copied, cleared, filled, pasted.

use std::collections::BTreeSet;

use previ_engine::diagnostic::{Arg, Diagnostic, Place, Severity};
use previ_words::editable;
use rust_decimal::Decimal;

use super::state::{CellAt, Selection};
use super::typed::read_number;
use super::{GridOutcome, Sheet, tsv};
use crate::codes;
use crate::edits::{BatchName, Edit};

/// The edit that writes a text into a cell; none where it says what is there already.
pub(super) fn write(at: CellAt, text: &str, page: &dyn Sheet) -> Result<Option<Edit>, Diagnostic> {
    let mut writer = Writer::new(page);
    writer.put(at, read_number(text)?)?;
    Ok(writer.edits.pop())
}

/// Collects the edits of several cells.
struct Writer<'a> {
    page: &'a dyn Sheet,
    edits: Vec<Edit>,
    /// Rows of which a cell changes: the others of the row may change with it.
    changed: BTreeSet<usize>,
}

impl<'a> Writer<'a> {
    fn new(page: &'a dyn Sheet) -> Self {
        Self { page, edits: Vec::new(), changed: BTreeSet::new() }
    }

    /// Writes a number into a cell, unless it is there already and stays there.
    fn put(&mut self, at: CellAt, number: i64) -> Result<(), Diagnostic> {
        let edit = self.page.edit(at, number)?;
        if !self.page.holds(at, number) || self.changed.contains(&at.row) {
            self.edits.push(edit);
            if self.page.row_changes_together() {
                self.changed.insert(at.row);
            }
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

/// The selection as a text: numbers with a decimal comma in French and without spaces between digits,
/// as spreadsheets read them.
pub(super) fn copy(selection: Selection, page: &dyn Sheet) -> String {
    let cell = |row, column| match page.number(CellAt { row, column }) {
        Some(number) => editable(page.language(), Decimal::new(number, 2)),
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
pub(super) fn clear(selection: Selection, page: &dyn Sheet, name: BatchName) -> GridOutcome {
    let mut writer = Writer::new(page);
    let mut typed = false;
    for at in cells(selection) {
        typed |= writer.put(at, 0).is_ok();
    }
    if typed {
        return writer.together(name);
    }
    let single = selection.from == selection.to;
    GridOutcome::refused(if single {
        page.refusal(selection.from)
    } else {
        Diagnostic::new(codes::NOTHING_TO_CLEAR.code, Severity::Note, Place::Whole)
    })
}

/// Copies the first column of the selection to the right, or the first row of a single column down.
pub(super) fn fill(selection: Selection, page: &dyn Sheet) -> GridOutcome {
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
        let Some(number) = page.number(source(at)) else { continue };
        if let Err(refused) = writer.put(at, number) {
            return GridOutcome::refused(refused);
        }
    }
    writer.together(BatchName::Fill)
}

/// Writes a block at the selection, again and again where the selection is a multiple of it. All of it
/// is written or nothing; cells left empty in the block change nothing.
pub(super) fn paste(selection: Selection, text: &str, page: &dyn Sheet) -> (GridOutcome, Option<Selection>) {
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
    let (row_count, column_count) = page.size();
    if to.row >= row_count || to.column >= column_count {
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
        let Ok(number) = read_number(cell) else { return refuse(unreadable(at, cell, page)) };
        match writer.put(at, number) {
            Ok(()) => {}
            // A computed cell that already says so is no contradiction.
            Err(_) if page.number(at) == Some(number) => {}
            Err(refused) => return refuse(refused),
        }
    }
    (writer.together(BatchName::Paste), Some(pasted))
}

fn unreadable(at: CellAt, text: &str, page: &dyn Sheet) -> Diagnostic {
    let (row, column) = page.titles(at);
    Diagnostic::new(codes::PASTE_CELL.code, Severity::Error, Place::Whole)
        .with("text", Arg::Text(text.to_owned()))
        .with("item", Arg::Text(row))
        .with("column", Arg::Text(column))
}

fn cells(selection: Selection) -> impl Iterator<Item = CellAt> {
    let columns = selection.from.column..=selection.to.column;
    let rows = selection.from.row..=selection.to.row;
    rows.flat_map(move |row| columns.clone().map(move |column| CellAt { row, column }))
}

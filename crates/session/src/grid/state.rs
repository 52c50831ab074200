//! Cursor, selection and editor of the grid.

use previ_engine::diagnostic::Diagnostic;
use previ_words::editable;
use rust_decimal::Decimal;

use super::block;
use super::direction::Direction;
use super::typed::read_number;
use super::{CellName, GridOutcome, Intent, Sheet};
use crate::edits::BatchName;

/// A cell by its place among the rows and columns shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellAt {
    /// Row, from 0.
    pub row: usize,
    /// Column of numbers, from 0.
    pub column: usize,
}

/// The selected cells, first and last row and column included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The cell above and left of all others.
    pub from: CellAt,
    /// The cell below and right of all others.
    pub to: CellAt,
}

impl Selection {
    /// Whether a cell is selected.
    #[must_use]
    pub fn contains(self, at: CellAt) -> bool {
        (self.from.row..=self.to.row).contains(&at.row)
            && (self.from.column..=self.to.column).contains(&at.column)
    }

    /// How many rows and columns it has.
    pub(super) fn size(self) -> (usize, usize) {
        (self.to.row - self.from.row + 1, self.to.column - self.from.column + 1)
    }
}

/// What keys mean.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Mode {
    /// Arrows move the cursor.
    #[default]
    Navigate,
    /// A cell is being typed into.
    Edit {
        /// What was typed so far.
        buffer: String,
        /// Whether typing took the place of what was there: then arrows write and move, otherwise they
        /// move inside the text.
        replace: bool,
        /// Why the text was not accepted.
        problem: Option<Diagnostic>,
    },
}

/// The state of the grid between two keys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GridState {
    /// The cell keys act on.
    pub cursor: CellAt,
    /// The other corner of the selection.
    pub anchor: CellAt,
    /// What keys mean.
    pub mode: Mode,
    /// Row and column of the cursor by name, which stay the same when rows come and go.
    known: Option<CellName>,
    /// What was written last and where, for the case that the plan refuses it.
    written: Option<(CellAt, String)>,
}

impl GridState {
    /// The selected cells.
    #[must_use]
    pub fn selection(&self) -> Selection {
        let (a, b) = (self.cursor, self.anchor);
        Selection {
            from: CellAt { row: a.row.min(b.row), column: a.column.min(b.column) },
            to: CellAt { row: a.row.max(b.row), column: a.column.max(b.column) },
        }
    }

    /// Keeps the cursor on its row and column after rows or columns came or went. To be called with
    /// each new page before it is drawn.
    pub fn settle(&mut self, page: &dyn Sheet) {
        let here = page.name(self.cursor);
        if self.known.is_some() && self.known != here {
            let (row, column) = self.known.map_or((None, None), |name| page.find(name));
            self.cursor.row = row.unwrap_or(self.cursor.row);
            self.cursor.column = column.unwrap_or(self.cursor.column);
            self.anchor = self.cursor;
        }
        self.hold_inside(page);
    }

    /// Puts what was written last back into the editor, with the reason why the plan refused it.
    pub fn reopen(&mut self, page: &dyn Sheet, problem: Diagnostic) {
        if let Some((at, buffer)) = self.written.take() {
            self.cursor = at;
            self.anchor = at;
            self.mode = Mode::Edit { buffer, replace: false, problem: Some(problem) };
            self.known = page.name(self.cursor);
        }
    }

    /// What an intent changes here and what it asks of the plan.
    pub fn apply(&mut self, intent: Intent, page: &dyn Sheet) -> GridOutcome {
        self.written = None;
        let outcome = self.carry_out(intent, page);
        self.hold_inside(page);
        outcome
    }

    fn carry_out(&mut self, intent: Intent, page: &dyn Sheet) -> GridOutcome {
        match intent {
            Intent::Move(direction) => self.leave_then(page, |state| state.step(direction, page, true)),
            Intent::Extend(direction) => self.leave_then(page, |state| state.step(direction, page, false)),
            Intent::CommitAndMove(direction) => {
                self.leave_then(page, |state| state.step(direction, page, true))
            }
            Intent::Commit => self.leave_then(page, |_| {}),
            Intent::Select(at) => self.leave_then(page, |state| {
                state.cursor = at;
                state.anchor = at;
            }),
            Intent::SelectTo(at) => self.leave_then(page, |state| state.cursor = at),
            Intent::SelectAll => self.leave_then(page, |state| {
                state.anchor = CellAt::default();
                state.cursor = CellAt { row: usize::MAX, column: usize::MAX };
            }),
            Intent::StartEdit(first) => self.start(first, page),
            Intent::Type(text) => self.type_text(text, page),
            Intent::Cancel => {
                self.mode = Mode::Navigate;
                GridOutcome::default()
            }
            Intent::Copy => {
                let copied = Some(block::copy(self.selection(), page));
                GridOutcome { copied, ..GridOutcome::default() }
            }
            Intent::Cut => {
                let copied = block::copy(self.selection(), page);
                let outcome = block::clear(self.selection(), page, BatchName::Cut);
                GridOutcome { copied: Some(copied), ..outcome }
            }
            Intent::Paste(text) => self.paste(&text, page),
            Intent::Fill => self.leave_then_edit(page, block::fill),
            Intent::Clear => {
                self.leave_then_edit(page, |selection, page| block::clear(selection, page, BatchName::Clear))
            }
        }
    }

    /// Writes what was typed, if anything, and goes on; text that is no number stays in the editor.
    fn leave_then(&mut self, page: &dyn Sheet, go_on: impl FnOnce(&mut Self)) -> GridOutcome {
        let Mode::Edit { buffer, .. } = &self.mode else {
            go_on(self);
            return GridOutcome::default();
        };
        let buffer = buffer.clone();
        let at = self.cursor;
        let edit = match block::write(at, &buffer, page) {
            Ok(edit) => edit,
            Err(problem) => {
                self.mode = Mode::Edit { buffer, replace: false, problem: Some(problem.clone()) };
                return GridOutcome::refused(problem);
            }
        };
        self.mode = Mode::Navigate;
        if edit.is_some() {
            self.written = Some((at, buffer));
        }
        go_on(self);
        GridOutcome::edit(edit)
    }

    /// Acts on the selection when nothing is being typed; what is typed goes first, alone.
    fn leave_then_edit(
        &mut self,
        page: &dyn Sheet,
        act: impl FnOnce(Selection, &dyn Sheet) -> GridOutcome,
    ) -> GridOutcome {
        match self.mode {
            Mode::Navigate => act(self.selection(), page),
            Mode::Edit { .. } => self.leave_then(page, |_| {}),
        }
    }

    /// Pastes into the cells, or into the text that is being typed.
    fn paste(&mut self, text: &str, page: &dyn Sheet) -> GridOutcome {
        if let Mode::Edit { buffer, .. } = &self.mode {
            let typed = format!("{buffer}{}", text.trim());
            return self.type_text(typed, page);
        }
        let (outcome, pasted) = block::paste(self.selection(), text, page);
        if let Some(pasted) = pasted {
            self.anchor = pasted.from;
            self.cursor = pasted.to;
        }
        outcome
    }

    fn start(&mut self, first: Option<char>, page: &dyn Sheet) -> GridOutcome {
        if !page.is_typed(self.cursor) {
            return GridOutcome::refused(page.refusal(self.cursor));
        }
        let buffer = match first {
            Some(first) => first.to_string(),
            None => {
                let number = page.number(self.cursor).unwrap_or(0);
                if number == 0 { String::new() } else { editable(page.language(), Decimal::new(number, 2)) }
            }
        };
        self.anchor = self.cursor;
        self.mode = Mode::Edit { buffer, replace: first.is_some(), problem: None };
        GridOutcome::default()
    }

    fn type_text(&mut self, text: String, page: &dyn Sheet) -> GridOutcome {
        if let Mode::Edit { buffer, problem, .. } = &mut self.mode {
            // The reason goes away once the text is one that can be read.
            if read_number(&text).is_ok() {
                *problem = None;
            }
            *buffer = text;
            return GridOutcome::default();
        }
        let outcome = self.start(None, page);
        if outcome.refused.is_none() {
            self.mode = Mode::Edit { buffer: text, replace: true, problem: None };
        }
        outcome
    }

    fn step(&mut self, direction: Direction, page: &dyn Sheet, alone: bool) {
        let (rows, columns) = page.size();
        self.cursor = direction.from(self.cursor, rows, columns);
        if alone {
            self.anchor = self.cursor;
        }
    }

    fn hold_inside(&mut self, page: &dyn Sheet) {
        let (rows, columns) = page.size();
        let (rows, columns) = (rows.saturating_sub(1), columns.saturating_sub(1));
        for at in [&mut self.cursor, &mut self.anchor] {
            *at = CellAt { row: at.row.min(rows), column: at.column.min(columns) };
        }
        self.known = page.name(self.cursor);
    }
}

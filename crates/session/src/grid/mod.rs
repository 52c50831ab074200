//! What keys do in a sheet, the budget or the workload: a state machine without any window.
//!
//! The window turns keys into [`Intent`]s and draws what [`GridState`] says; [`run`] does all of it for
//! an open session, so that a number that was typed is never lost, whoever refuses it.

mod block;
mod direction;
mod sheet;
mod state;
mod tsv;
mod typed;

use previ_engine::diagnostic::Diagnostic;

use crate::edits::Edit;
use crate::open::Session;

pub use direction::Direction;
pub use sheet::{CellName, Sheet};
pub use state::{CellAt, GridState, Mode, Selection};

/// What a key or the mouse asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intent {
    /// Move the cursor.
    Move(Direction),
    /// Move the cursor and select up to it.
    Extend(Direction),
    /// Put the cursor on a cell.
    Select(CellAt),
    /// Select from the anchor to a cell.
    SelectTo(CellAt),
    /// Select everything.
    SelectAll,
    /// Write what was typed into the cell, then move.
    CommitAndMove(Direction),
    /// Write what was typed into the cell and stay.
    Commit,
    /// Begin to type: with what is there (F2), or with a first character in its place.
    StartEdit(Option<char>),
    /// The text of the editor is now this; begins to type where nothing was typed yet.
    Type(String),
    /// Leave the cell as it was.
    Cancel,
    /// Copy the selection.
    Copy,
    /// Copy the selection and clear it.
    Cut,
    /// Write a block from the clipboard at the selection.
    Paste(String),
    /// Write the first column of the selection into the others; in a single column, the first row into
    /// those below.
    Fill,
    /// Clear the selection.
    Clear,
}

/// What came of an intent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GridOutcome {
    /// A change of the plan, one step to undo.
    pub edit: Option<Edit>,
    /// A text for the clipboard: cells between tabs, rows between ends of line.
    pub copied: Option<String>,
    /// Why nothing was done.
    pub refused: Option<Diagnostic>,
}

impl GridOutcome {
    fn edit(edit: Option<Edit>) -> Self {
        Self { edit, ..Self::default() }
    }

    fn refused(refused: Diagnostic) -> Self {
        Self { refused: Some(refused), ..Self::default() }
    }
}

/// Carries out an intent in a page of a session, the change of the plan included.
///
/// A change that the plan refuses puts what was typed back into the editor, with the reason.
pub fn run(session: &mut Session, page: &dyn Sheet, state: &mut GridState, intent: Intent) -> GridOutcome {
    state.settle(page);
    let outcome = state.apply(intent, page);
    if let Some(edit) = &outcome.edit
        && let Err(refused) = session.edit(edit.clone())
    {
        state.reopen(page, refused.clone());
        return GridOutcome { copied: outcome.copied, ..GridOutcome::refused(refused) };
    }
    outcome
}

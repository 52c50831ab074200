//! How large a file may be: checked before anything is read, since nothing can be stopped inside a library.

use previ_engine::diagnostic::{Arg, Diagnostic, Place, Severity};

use crate::import::codes::{FILE_TOO_LARGE, TOO_MANY_CELLS, UNPACKS_TOO_LARGE, say};
use crate::import::workbook::{Cell, Value};

const MEGABYTE: usize = 1 << 20;
/// The largest file, in bytes.
pub(super) const MAX_FILE: usize = 64 * MEGABYTE;
/// The most bytes that the parts of a packed file may become.
pub(super) const MAX_UNPACKED: usize = 256 * MEGABYTE;
/// The most cells of a file: ten times the largest budgets met.
pub(super) const MAX_CELLS: usize = 1_000_000;
/// The most bytes of text of a file.
const MAX_TEXT: usize = 128 * MEGABYTE;

/// Refuses files that are too large.
pub(super) fn file_size(bytes: &[u8]) -> Result<(), Diagnostic> {
    if bytes.len() <= MAX_FILE {
        return Ok(());
    }
    let said = say(FILE_TOO_LARGE, Severity::Error, Place::Whole);
    let megabytes = bytes.len().div_ceil(MEGABYTE);
    Err(said.with("megabytes", Arg::Number(megabytes.into())).with("most", megabytes_of(MAX_FILE)))
}

pub(super) fn unpacks_too_large() -> Diagnostic {
    say(UNPACKS_TOO_LARGE, Severity::Error, Place::Whole).with("most", megabytes_of(MAX_UNPACKED))
}

pub(super) fn too_many_cells() -> Diagnostic {
    say(TOO_MANY_CELLS, Severity::Error, Place::Whole).with("most", Arg::Number(MAX_CELLS.into()))
}

fn megabytes_of(bytes: usize) -> Arg {
    Arg::Number((bytes / MEGABYTE).into())
}

/// Counts cells and text over all sheets of a file.
#[derive(Default)]
pub(super) struct Budget {
    cells: usize,
    text: usize,
}

impl Budget {
    /// Adds a cell unless the file holds too much.
    pub(super) fn push(&mut self, cells: &mut Vec<Cell>, cell: Cell) -> Result<(), Diagnostic> {
        let text = match &cell.value {
            Value::Text(text) | Value::Error(text) => text.len(),
            Value::Empty | Value::Number(_) | Value::Date(_) | Value::Bool(_) => 0,
        };
        self.cells += 1;
        self.text = self.text.saturating_add(text + cell.formula.as_ref().map_or(0, String::len));
        if self.cells > MAX_CELLS || self.text > MAX_TEXT {
            return Err(too_many_cells());
        }
        cells.push(cell);
        Ok(())
    }
}

//! Reads xls files of Excel 97 to 2003, sparsely and within limits.
//!
//! Not with the library that reads the other formats: on damaged files of this format it panics or asks
//! for more memory than there is, which no caller can catch in a browser.

use previ_engine::diagnostic::{Diagnostic, Place, Severity};

use super::archive::unreadable;
use crate::import::codes::{OLD_FORMAT, PASSWORD, UNKNOWN_FORMAT, say};
use crate::import::workbook::Sheet;
use container::Container;

mod cells;
mod container;
mod formula;
mod globals;
mod records;
mod text;

/// The sheets of an xls file.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Diagnostic> {
    let container = Container::open(bytes).ok_or_else(unreadable)?;
    let refused = |code| Err(say(code, Severity::Error, Place::Whole));
    if container.has("EncryptedPackage") {
        return refused(PASSWORD);
    }
    let Some(stream) = container.stream("Workbook") else {
        return refused(if container.has("Book") { OLD_FORMAT } else { UNKNOWN_FORMAT });
    };
    let globals = globals::read(&stream)?;
    cells::read(&stream, &globals)
}

//! What the session asks of previ-sheets.

use previ_engine::diagnostic::Diagnostic;

use crate::open::Session;
use crate::standin::sheets::{NewItems, Proposal};

/// Reads a spreadsheet and proposes what to make of it.
pub(crate) fn propose(_: &[u8], _: &str) -> Result<Proposal, Diagnostic> {
    Ok(Proposal {})
}

/// The items of a proposal, with identities of this document.
pub(crate) fn items(_: &Proposal, _: &Session) -> NewItems {
    NewItems {}
}

/// The workbook of the selected view.
pub(crate) fn workbook(_: &Session) -> Result<Vec<u8>, Diagnostic> {
    Ok(Vec::new())
}

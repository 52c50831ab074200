//! What the session asks of previ-sheets.

use previ_engine::diagnostic::{Diagnostic, Severity};
use previ_sheets::import::{ImportOptions, NewItems, items, propose, read};

use crate::events::{ImportReview, Now};
use crate::open::Session;

/// Reads a spreadsheet and proposes what to make of it.
///
/// # Errors
/// A file that cannot be read, or one in which no budget was found.
pub(crate) fn review(
    session: &Session,
    bytes: &[u8],
    name: &str,
    now: Now,
) -> Result<ImportReview, Vec<Diagnostic>> {
    let workbook = read(bytes, name)?;
    let options = ImportOptions {
        sheet: None,
        first_year: None,
        this_year: now.year(),
        reference: session.reference(),
    };
    let (proposal, diagnostics) = propose(&workbook, &options);
    let failed = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    if proposal.items.is_empty() && failed {
        return Err(diagnostics);
    }
    Ok(ImportReview { proposal, diagnostics })
}

/// The items of a proposal, with identities of this document.
pub(crate) fn new_items(review: &ImportReview, session: &Session) -> NewItems {
    let starts = session.plan().frame.association.fiscal_year_starts;
    items(&review.proposal, starts, session.document().next_id, session.language())
}

/// The workbook of the selected view.
pub(crate) fn workbook(session: &Session) -> Result<Vec<u8>, Diagnostic> {
    let view = session.view(session.selected_view());
    previ_sheets::export::workbook(view, session.reference(), session.language())
}

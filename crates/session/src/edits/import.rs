//! What was read from a sheet, added to the plan.

use previ_engine::diagnostic::Diagnostic;

use super::EditName;
use super::draft::Draft;
use crate::standin::sheets::NewItems;

pub(super) fn name(_: &NewItems) -> EditName {
    EditName::plain("edit-import")
}

pub(super) fn apply(_: &NewItems, _: &mut Draft) -> Result<(), Diagnostic> {
    Ok(())
}

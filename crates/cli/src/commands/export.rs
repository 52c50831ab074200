//! `previ export`: the workbook, or the journal as ledger text.

use std::io;
use std::path::Path;

use crate::arguments::ExportRequest;
use crate::commands::{project_plan, write_bytes};
use crate::{Console, Exit};

pub(crate) fn run(request: &ExportRequest, console: &mut Console<'_>) -> io::Result<Exit> {
    let (projection, view) = match project_plan(request.file.as_deref(), request.view, console)? {
        Ok(found) => found,
        Err(exit) => return Ok(exit),
    };
    let (reference, language) = (previ_reference::reference(), console.language);
    let bytes = if is_ledger(&request.output) {
        Ok(previ_sheets::export::ledger(&view, reference, language).into_bytes())
    } else {
        previ_sheets::export::workbook(&view, reference, language)
    };
    let written = bytes.and_then(|bytes| write_bytes(&request.output, &bytes, request.existing));
    match written {
        Ok(()) => {
            writeln!(console.out, "{} {}", console.text("cli-written"), request.output.display())?;
            super::check::conclude(&projection.diagnostics, console)
        }
        Err(diagnostic) => {
            console.complain(&[diagnostic])?;
            Ok(Exit::File)
        }
    }
}

/// Whether a file is named as ledger text is.
fn is_ledger(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| ["journal", "ledger"].contains(&extension))
}

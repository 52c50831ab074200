//! `previ export`: the workbook.

use std::io;

use crate::arguments::ExportRequest;
use crate::commands::{project_plan, write_bytes};
use crate::{Console, Exit};

pub(crate) fn run(request: &ExportRequest, console: &mut Console<'_>) -> io::Result<Exit> {
    let (projection, view) = match project_plan(request.file.as_deref(), request.view, console)? {
        Ok(found) => found,
        Err(exit) => return Ok(exit),
    };
    let workbook = previ_sheets::export::workbook(&view, previ_reference::reference(), console.language);
    let written = workbook.and_then(|bytes| write_bytes(&request.output, &bytes, request.existing));
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

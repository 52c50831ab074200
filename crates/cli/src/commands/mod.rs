//! One file per command.

use std::io;
use std::path::Path;

use previ_engine::diagnostic::{Arg, ArgKind, Code, CodeSpec, Diagnostic, Place, Severity};
use previ_file::format::Document;
use previ_file::store::{self, Access};

use crate::arguments::Existing;
use crate::{Console, Exit};

pub(crate) mod calendar;
pub(crate) mod check;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod forecast;
pub(crate) mod funding;
pub(crate) mod import;

/// The plan asked for, or the exit code after saying why it cannot be read.
fn read_plan(file: Option<&Path>, console: &mut Console<'_>) -> io::Result<Result<Document, Exit>> {
    let read = match file {
        None => previ_file::format::read(console.surroundings.example),
        Some(path) => store::read(path),
    };
    match read {
        Ok((document, diagnostics)) => {
            console.complain(&diagnostics)?;
            Ok(Ok(document))
        }
        Err(diagnostics) => {
            console.complain(&diagnostics)?;
            Ok(Err(Exit::File))
        }
    }
}

/// A file that would be overwritten.
pub(crate) const ALREADY_THERE: CodeSpec =
    CodeSpec { code: Code("cli.already-there"), args: &[("path", ArgKind::Text)] };

/// Writes a file, or says why not: one that is already there is kept unless asked otherwise, and also
/// when it is a plan that somebody has open.
fn write_bytes(path: &Path, bytes: &[u8], existing: Existing) -> Result<(), Diagnostic> {
    if !path.exists() {
        return store::save(path, bytes, None).map(|_| ());
    }
    if existing == Existing::Keep {
        let shown = Arg::Text(path.display().to_string());
        let kept = Diagnostic::new(ALREADY_THERE.code, Severity::Error, Place::Whole);
        return Err(kept.with("path", shown));
    }
    // Where there are no locks, there is nothing to respect.
    let (access, refusal) = store::hold(path);
    if let (Access::Elsewhere, Some(mut refusal)) = (access, refusal) {
        refusal.severity = Severity::Error;
        return Err(refusal);
    }
    store::save(path, bytes, None).map(|_| ())
}

//! One file per command.

use std::io;
use std::path::Path;

use previ_engine::diagnostic::{Arg, ArgKind, Code, CodeSpec, Diagnostic, Place, Severity};
use previ_file::format::Document;

use crate::arguments::Existing;
use crate::{Console, Exit};

pub(crate) mod check;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod forecast;
pub(crate) mod import;

/// The plan asked for, or the exit code after saying why it cannot be read.
fn read_plan(file: Option<&Path>, console: &mut Console<'_>) -> io::Result<Result<Document, Exit>> {
    let read = match file {
        None => previ_file::format::read(console.surroundings.example),
        Some(path) => match read_bytes(path) {
            Ok(bytes) => previ_file::format::read(&bytes),
            Err(diagnostic) => Err(vec![diagnostic]),
        },
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

fn read_bytes(path: &Path) -> Result<Vec<u8>, Diagnostic> {
    std::fs::read(path)
        .map_err(|error| about_file(CANNOT_READ, path).with("cause", Arg::Text(error.to_string())))
}

/// A file that cannot be read.
pub(crate) const CANNOT_READ: CodeSpec =
    CodeSpec { code: Code("cli.cannot-read"), args: &[("path", ArgKind::Text), ("cause", ArgKind::Text)] };

/// A file that would be overwritten.
pub(crate) const ALREADY_THERE: CodeSpec =
    CodeSpec { code: Code("cli.already-there"), args: &[("path", ArgKind::Text)] };

fn about_file(spec: CodeSpec, path: &Path) -> Diagnostic {
    let path = Arg::Text(path.display().to_string());
    Diagnostic::new(spec.code, Severity::Error, Place::Whole).with("path", path)
}

/// Writes a file, or says why not: one that is already there is kept unless asked otherwise.
fn write_bytes(path: &Path, bytes: &[u8], existing: Existing) -> Result<(), Diagnostic> {
    if existing == Existing::Keep && path.exists() {
        return Err(about_file(ALREADY_THERE, path));
    }
    previ_file::store::save(path, bytes, None).map(|_| ())
}

//! One file per command.

use std::io;
use std::path::Path;

use previ_engine::certainty::CertaintyView;
use previ_engine::diagnostic::{Arg, ArgKind, Code, CodeSpec, Diagnostic, Place, Severity};
use previ_engine::projection::{Projection, project};
use previ_engine::view::View;
use previ_file::format::Document;
use previ_file::store::{self, Access};
use previ_words::parse_numbers;

use crate::arguments::Existing;
use crate::{Console, Exit};

pub(crate) mod activity;
mod actuals;
pub(crate) mod calendar;
pub(crate) mod check;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod forecast;
pub(crate) mod funding;
pub(crate) mod import;
pub(crate) mod incitu;
pub(crate) mod staff;
pub(crate) mod workload;

/// Numbers that name no set of activities.
pub(crate) const WRONG_NUMBERS: CodeSpec =
    CodeSpec { code: Code("cli.wrong-numbers"), args: &[("why", ArgKind::Text), ("what", ArgKind::Text)] };

/// The numbers from 1 to `last` that `text` names; `None` without a text, the exit code after saying what is wrong
/// with it.
fn read_numbers(
    text: Option<&str>,
    last: usize,
    console: &mut Console<'_>,
) -> io::Result<Result<Option<Vec<usize>>, Exit>> {
    match text.map(|text| parse_numbers(text, last)).transpose() {
        Ok(numbers) => Ok(Ok(numbers)),
        Err(error) => {
            let said = error.message(console.language);
            let wrong = Diagnostic::new(WRONG_NUMBERS.code, Severity::Error, Place::Whole);
            console
                .complain(&[wrong.with("why", Arg::Text(said.text)).with("what", Arg::Text(said.hint))])?;
            Ok(Err(Exit::Usage))
        }
    }
}

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

/// The projection of the plan asked for and the view to show, or the exit code after saying why the plan
/// cannot be read.
fn project_plan(
    file: Option<&Path>,
    view: CertaintyView,
    console: &mut Console<'_>,
) -> io::Result<Result<(Projection, View), Exit>> {
    let document = match read_plan(file, console)? {
        Ok(document) => document,
        Err(exit) => return Ok(Err(exit)),
    };
    let projection = project(&document.plan, previ_reference::reference(), None);
    let view = projection.view(view);
    Ok(Ok((projection, view)))
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

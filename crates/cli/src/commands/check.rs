//! `previ check`: what is wrong or still open in a plan.

use std::cmp::Reverse;
use std::io;

use previ_engine::diagnostic::{Diagnostic, Place, Severity};
use previ_engine::projection::project;

use crate::arguments::{CheckRequest, Format};
use crate::commands::read_plan;
use crate::complaint::complaint;
use crate::{Console, Exit, json};

pub(crate) fn run(request: &CheckRequest, console: &mut Console<'_>) -> io::Result<Exit> {
    let document = match read_plan(request.file.as_deref(), console)? {
        Ok(document) => document,
        Err(exit) => return Ok(exit),
    };
    let mut diagnostics = project(&document.plan, previ_reference::reference(), None).diagnostics;
    diagnostics.sort_by_key(|said| Reverse(said.severity));
    if request.format == Format::Json {
        json::diagnostics(console.out, &diagnostics, console.language)?;
        return Ok(exit_code(&diagnostics));
    }
    if diagnostics.is_empty() {
        writeln!(console.out, "{}", console.text("cli-nothing-wrong"))?;
    }
    for diagnostic in &diagnostics {
        let said = complaint(console.language, diagnostic, console.surroundings.columns);
        console.out.write_all(said.as_bytes())?;
    }
    Ok(exit_code(&diagnostics))
}

/// 1 where the plan has errors, 0 otherwise.
pub(super) fn exit_code(diagnostics: &[Diagnostic]) -> Exit {
    let wrong = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    if wrong { Exit::PlanHasErrors } else { Exit::Done }
}

/// The exit code of a command that looks at a plan, after saying what is wrong with it: who reads figures
/// must know. What is only worth knowing of one item is left to `previ check`.
pub(super) fn conclude(diagnostics: &[Diagnostic], console: &mut Console<'_>) -> io::Result<Exit> {
    let grave = |said: &&Diagnostic| said.severity > Severity::Note || said.place == Place::Whole;
    console.complain(diagnostics.iter().filter(grave))?;
    Ok(exit_code(diagnostics))
}

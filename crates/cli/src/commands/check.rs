//! `previ check`: what is wrong or still open in a plan.

use std::io;

use previ_engine::diagnostic::{Diagnostic, Severity};
use previ_engine::projection::project;

use crate::arguments::{CheckRequest, Format};
use crate::commands::read_plan;
use crate::table::wrapped;
use crate::{Console, Exit, json};

pub(crate) fn run(request: &CheckRequest, console: &mut Console<'_>) -> io::Result<Exit> {
    let document = match read_plan(request.file.as_deref(), console)? {
        Ok(document) => document,
        Err(exit) => return Ok(exit),
    };
    let diagnostics = project(&document.plan, previ_reference::reference(), None).diagnostics;
    if request.format == Format::Json {
        json::diagnostics(console.out, &diagnostics, console.language)?;
        return Ok(exit_code(&diagnostics));
    }
    if diagnostics.is_empty() {
        writeln!(console.out, "{}", console.text("cli-nothing-wrong"))?;
    }
    for diagnostic in &diagnostics {
        let kind = console.text(match diagnostic.severity {
            Severity::Error => "cli-error",
            Severity::Warning => "cli-warning",
            Severity::Note => "cli-note",
        });
        let said = previ_words::message(console.language, diagnostic);
        let width = console.surroundings.columns;
        let text = wrapped(&format!("{kind} {}", said.text), "", width) + &wrapped(&said.hint, "    ", width);
        console.out.write_all(text.as_bytes())?;
    }
    Ok(exit_code(&diagnostics))
}

/// 1 where the plan has errors, 0 otherwise.
pub(super) fn exit_code(diagnostics: &[Diagnostic]) -> Exit {
    let wrong = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    if wrong { Exit::PlanHasErrors } else { Exit::Done }
}

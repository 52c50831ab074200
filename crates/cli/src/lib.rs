//! The command line of Prévi: forecasts, checks, imports, exports and explanations in the terminal.

use std::ffi::OsString;
use std::io::Write;

use previ_engine::diagnostic::{CodeSpec, Diagnostic};
use previ_engine::month::Month;
use previ_words::{Language, text};

use crate::arguments::{Request, command};

/// The codes of this crate.
pub const CODES: &[CodeSpec] = &[
    commands::ALREADY_THERE,
    commands::explain::UNKNOWN_FIGURE,
    commands::WRONG_NUMBERS,
    commands::incitu::NO_SUCH_YEAR,
    commands::staff::UNKNOWN_POST,
];

mod arguments;
mod commands;
mod complaint;
mod json;
mod table;
mod usage;

/// What the program knows of its surroundings: passed in, never read here.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings {
    /// The current month.
    pub today: Month,
    /// How many characters fit on a line of the terminal.
    pub columns: usize,
    /// The example that commands without a file work on.
    pub example: &'static [u8],
}

/// How a command ends (*code de sortie*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// 0: done.
    Done = 0,
    /// 1: done, and the plan or the imported sheet has errors that should be corrected.
    PlanHasErrors = 1,
    /// 2: the command is not well written.
    Usage = 2,
    /// 3: a file could not be read, understood or written.
    File = 3,
}

/// Whether a word is a command, such as `forecast`.
#[must_use]
pub fn is_command(word: &str) -> bool {
    command(Language::default()).get_subcommands().any(|known| known.get_name() == word)
}

/// Runs a command: results to `out`, what went wrong to `err`.
///
/// Returns the exit code, one of [`Exit`]. A reader that stops listening (a closed pipe) is no error.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    out: &mut dyn Write,
    err: &mut dyn Write,
    surroundings: Surroundings,
) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    let language = arguments::language(&args);
    let matches = match command(language).try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(error) if error.use_stderr() => {
            let said = usage::usage(language, &error, surroundings.columns);
            return finish(err.write_all(said.as_bytes()), Exit::Usage);
        }
        Err(help) => return finish(write!(out, "{help}"), Exit::Done),
    };
    let mut console = Console { out, err, language, surroundings };
    let exit = match Request::from_matches(&matches) {
        Some(Request::Forecast(request)) => commands::forecast::run(&request, &mut console),
        Some(Request::Funding(request)) => commands::funding::run(&request, &mut console),
        Some(Request::Workload(request)) => commands::workload::run(&request, &mut console),
        Some(Request::Staff(request)) => commands::staff::run(&request, &mut console),
        Some(Request::Calendar(request)) => commands::calendar::run(&request, &mut console),
        Some(Request::Activity(request)) => commands::activity::run(&request, &mut console),
        Some(Request::Check(request)) => commands::check::run(&request, &mut console),
        Some(Request::Import(request)) => commands::import::run(&request, &mut console),
        Some(Request::Export(request)) => commands::export::run(&request, &mut console),
        Some(Request::InCitu(request)) => commands::incitu::run(&request, &mut console),
        Some(Request::Explain(request)) => commands::explain::run(&request, &mut console),
        // `previ help`, the only command that is no request.
        None => write!(console.out, "{}", command(language).render_help()).map(|()| Exit::Done),
    };
    match exit {
        Ok(exit) => exit as u8,
        Err(error) => finish(Err(error), Exit::File),
    }
}

fn finish(written: std::io::Result<()>, exit: Exit) -> u8 {
    match written {
        Ok(()) => exit as u8,
        // Whoever reads has seen enough.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Exit::Done as u8,
        Err(_) => Exit::File as u8,
    }
}

/// Where a command writes.
struct Console<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    language: Language,
    surroundings: Surroundings,
}

impl Console<'_> {
    fn text(&self, id: &str) -> String {
        text(self.language, id)
    }

    /// Writes diagnostics where complaints go.
    fn complain<'d>(&mut self, diagnostics: impl IntoIterator<Item = &'d Diagnostic>) -> std::io::Result<()> {
        for diagnostic in diagnostics {
            let said = complaint::complaint(self.language, diagnostic, self.surroundings.columns);
            self.err.write_all(said.as_bytes())?;
        }
        Ok(())
    }
}

//! The window of Prévi: draws what previ-session describes and carries out what it asks for.
//!
//! Decides nothing itself. [`window`] is the frame around the pages, [`page`] has a file per page,
//! [`action`] lists what can be asked for outside them.

mod clock;
mod dialog;
mod example;
mod picker;
mod start;
mod widget;

pub mod action;
pub mod page;
pub mod theme;
pub mod window;

use std::ffi::OsString;
use std::io::{Write as _, stderr, stdout};
use std::path::PathBuf;
use std::process::ExitCode;

use previ_engine::diagnostic::Arg;
use previ_words::{Language, text_with};

/// Runs the program with the arguments of its process, its own name first.
///
/// Where no window can be opened, says why in one line and shows the file, or the example where none is given, in the
/// terminal instead.
#[must_use]
pub fn run(args: Vec<OsString>) -> ExitCode {
    let first = args.get(1).and_then(|arg| arg.to_str());
    // Any other first argument is a file.
    if first.is_some_and(|word| word.starts_with('-') || previ_cli::is_command(word)) {
        return command_line(args);
    }
    let document = args.into_iter().nth(1);
    match start::open_window(document.clone().map(PathBuf::from)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) => {
            let cause = Arg::Text(cause.lines().collect::<Vec<_>>().join(" "));
            let said = [
                ("cause", cause),
                ("packages", Arg::Text(start::PACKAGES.into())),
                ("wayland", Arg::Text(start::WAYLAND_PACKAGES.into())),
            ];
            // Nobody may be listening.
            writeln!(stderr(), "{}", text_with(Language::default(), "app-no-window", &said)).ok();
            let forecast = ["previ", "forecast"].map(OsString::from);
            command_line(forecast.into_iter().chain(document).collect())
        }
    }
}

fn command_line(args: Vec<OsString>) -> ExitCode {
    let surroundings = previ_cli::Surroundings {
        today: clock::this_month(),
        columns: terminal_columns(),
        example: example::BYTES,
    };
    previ_cli::run(args, &mut stdout(), &mut stderr(), surroundings).into()
}

/// As the shell says, else as many as nearly every terminal has.
fn terminal_columns() -> usize {
    std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).unwrap_or(100)
}

//! The program: opens the window, or runs the command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    previ::run(std::env::args_os().collect())
}

//! `cargo xtask oracles`: other programs check our figures. A missing one makes it fail with its name.

use std::process::{Command, ExitCode, Stdio};

/// A program we compare with, how to see that it is there, and the Debian package that brings it.
struct Tool {
    name: &'static str,
    probe: &'static [&'static str],
    package: &'static str,
}

const LIBREOFFICE: Tool =
    Tool { name: "LibreOffice", probe: &["soffice", "--version"], package: "libreoffice-calc" };
const HLEDGER: Tool = Tool { name: "hledger", probe: &["hledger", "--version"], package: "hledger" };
const NODE: Tool = Tool { name: "Node", probe: &["node", "--version"], package: "nodejs" };
const NPM: Tool = Tool { name: "npm", probe: &["npm", "--version"], package: "npm" };
/// Debian's own Python first: it is the one that sees LibreOffice.
const PYTHONS: [&str; 2] = ["/usr/bin/python3", "python3"];

fn main() -> ExitCode {
    let wanted = std::env::args().nth(1);
    let done = match wanted.as_deref() {
        Some("oracles") => oracles(),
        _ => Err(String::from("usage: cargo xtask oracles")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn oracles() -> Result<(), String> {
    require(&LIBREOFFICE)?;
    require(&HLEDGER)?;
    require(&NODE)?;
    require(&NPM)?;
    let python = PYTHONS.into_iter().find(|python| succeeds(python, &["-c", "import uno"]));
    let python = python.ok_or_else(|| missing("Python with LibreOffice's bridge", "python3-uno"))?;
    let mut tests = Command::new(env!("CARGO"));
    // The whole workspace, so that nothing is compiled again with fewer features.
    tests.args(["test", "--locked", "--workspace", "--test", "main", "--"]);
    tests.args(["--ignored", "--nocapture", "oracles::"]).env("PREVI_PYTHON", python);
    run(&mut tests, "LibreOffice, hledger or the State's pay calculator finds other figures")
}

fn require(tool: &Tool) -> Result<(), String> {
    let found = tool.probe.split_first().is_some_and(|(program, args)| succeeds(program, args));
    if found { Ok(()) } else { Err(missing(tool.name, tool.package)) }
}

fn missing(name: &str, package: &str) -> String {
    format!("{name} is missing: install Debian's package {package}")
}

fn succeeds(program: &str, args: &[&str]) -> bool {
    let mut command = Command::new(program);
    command.args(args).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

fn run(command: &mut Command, what: &str) -> Result<(), String> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{what}: {status}")),
        Err(error) => Err(format!("{what}: {error}")),
    }
}

//! The catalogue of errors: each code of the workspace has a small input, and what a person is told.
//!
//! `PREVI_WRITE_EXPECTED=1 cargo test -p previ-tests errors` writes the expected texts again, to be read
//! before they are committed.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use previ_cli::Surroundings;
use previ_engine::alert::alerts;
use previ_engine::cash::cash_forecast;
use previ_engine::certainty::CertaintyView;
use previ_engine::diagnostic::Diagnostic;
use previ_engine::income::income_statement;
use previ_engine::month::Month;
use previ_engine::projection::project;
use previ_sheets::import::{ImportOptions, propose};
use previ_sheets::incitu::incitu_report;
use previ_words::Language;

use crate::codes::every_code;

mod edits;

/// Codes without an input here: why, and the tests that provoke them.
const ELSEWHERE: &[(&str, &str)] = &[
    (
        "plan.too-many-items",
        "needs tens of thousands of items; no test provokes it yet (crates/engine/src/registry.rs)",
    ),
    ("file.too-large", "needs 64 MB: crates/file/tests/main/refusals.rs"),
    ("file.no-permission", "needs a folder without rights: crates/file/tests/main/store.rs"),
    ("file.read-only", "needs a protected file: crates/file/tests/main/store.rs"),
    ("file.disk-full", "needs a full disk: crates/file/src/store/faults.rs"),
    ("file.io", "needs a broken disk: crates/file/src/store/faults.rs"),
    ("file.locked", "needs a second program: crates/file/tests/main/store.rs, crates/cli/tests/main.rs"),
    ("file.cannot-lock", "needs a folder without rights: crates/file/tests/main/store.rs"),
    ("file.changed-on-disk", "needs a second program: crates/file/tests/main/store.rs"),
    ("file.gone", "needs a file that goes while it is open: crates/file/tests/main/store.rs"),
    ("sheets.file-too-large", "needs a large file: crates/sheets/src/import/read"),
    ("sheets.unpacks-too-large", "needs a zip bomb: crates/sheets/tests/main/import/hostile.rs"),
    ("sheets.too-many-cells", "needs two million cells: crates/sheets/tests/main/import/hostile.rs"),
    ("sheets.workbook-not-written", "needs more rows than a sheet holds; no test provokes it yet"),
];

const EXAMPLE: &[u8] = include_bytes!("../../fixtures/employeur/graines-de-lisiere.previ.ron");

/// Relative, as tests run in the folder of their package: lines break where they do on every machine.
fn catalogue() -> PathBuf {
    PathBuf::from("../fixtures/errors")
}

/// The codes that have a folder.
fn cases() -> Vec<String> {
    let entries = fs::read_dir(catalogue()).unwrap().map(Result::unwrap);
    let folders = entries.filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> = folders.map(|entry| entry.file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn every_code_has_a_case_or_a_reason_and_no_case_is_without_code() {
    let codes: BTreeSet<&str> = every_code().into_iter().map(|spec| spec.code.0).collect();
    let cases = cases();
    let has_case = |code: &str| cases.iter().any(|case| case == code);
    let has_reason = |code: &str| ELSEWHERE.iter().any(|(known, _)| *known == code);
    let left: Vec<_> = codes.iter().filter(|code| has_case(code) == has_reason(code)).collect();
    assert!(left.is_empty(), "neither a case nor a reason, or both: {left:?}");
    let extra: Vec<_> = cases.iter().filter(|case| !codes.contains(case.as_str())).collect();
    assert!(extra.is_empty(), "no such code: {extra:?}");
}

#[test]
fn every_input_provokes_its_code() {
    let silent: Vec<String> = cases()
        .into_iter()
        .filter(|code| !code.starts_with("cli."))
        .filter(|code| match edit(code) {
            Some(case) => !edits::is_provoked(case),
            None => !found(code).iter().any(|diagnostic| diagnostic.code.0 == code),
        })
        .collect();
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn every_input_is_told_as_expected_in_each_language() {
    let write = std::env::var_os("PREVI_WRITE_EXPECTED").is_some();
    let mut wrong = Vec::new();
    for code in cases() {
        for language in Language::ALL {
            let told = edit(&code).map_or_else(|| told(&code, language), |case| edits::told(case, language));
            let path = catalogue().join(&code).join(format!("expected.{}.txt", language.code()));
            if write {
                fs::write(&path, &told).unwrap();
            } else if fs::read_to_string(&path).unwrap_or_default() != told {
                wrong.push(format!("{}\n{told}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The edit of a code whose input is no file.
fn edit(code: &str) -> Option<&'static edits::Case> {
    edits::CASES.iter().find(|(known, _, _)| *known == code)
}

/// The input of a case; for files that are missing, the name that it would have.
fn input(code: &str) -> PathBuf {
    let folder = catalogue().join(code);
    match code {
        "file.not-a-file" => return folder,
        "file.no-folder" => return catalogue().join("plan.nothing-to-project/input.previ.ron"),
        _ => {}
    }
    let names = ["input.csv", "input.xlsx", "input.xls", "input.ods"];
    let sheet = names.map(|name| folder.join(name)).into_iter().find(|path| path.exists());
    sheet.unwrap_or_else(|| folder.join("input.previ.ron"))
}

/// The words after `previ` that lead to a code.
fn command(code: &str, output: &Path) -> Vec<OsString> {
    let input = input(code);
    let words = |words: &[&str]| words.iter().map(OsString::from).collect::<Vec<_>>();
    let to = |output: &Path| [OsString::from("-o"), output.into()];
    let (mut command, rest) = match code {
        "cli.unknown-figure" => (words(&["explain"]), words(&["result.2031"])),
        "cli.wrong-numbers" => (words(&["activity"]), words(&["--only", "4-2"])),
        "cli.unknown-post" => (words(&["staff"]), words(&["--post", "Comptable"])),
        "cli.no-such-year" => (words(&["incitu"]), words(&["--year", "2031"])),
        "sheets.expense-without-account" => (words(&["incitu"]), Vec::new()),
        "cli.already-there" => (words(&["export"]), to(&input).into()),
        "file.no-folder" => (words(&["export"]), to(&catalogue().join(code).join("no/plan.xlsx")).into()),
        "sheets.unknown-sheet" => {
            (words(&["import"]), [words(&["--sheet", "Budget 2028"]), to(output).into()].concat())
        }
        _ if code.starts_with("alert.") => (words(&["forecast"]), Vec::new()),
        _ if code.starts_with("sheets.") => (words(&["import"]), to(output).into()),
        _ => (words(&["check"]), Vec::new()),
    };
    command.push(input.into());
    command.extend(rest);
    command
}

/// What the terminal shows of what is wrong, after the command and before the exit code.
fn told(code: &str, language: Language) -> String {
    let output = std::env::temp_dir().join(format!("previ-{}-{code}.previ.ron", std::process::id()));
    let command = command(code, &output);
    let surroundings = Surroundings { today: Month::new(2026, 11).unwrap(), columns: 80, example: EXAMPLE };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let said = ["previ", "--lang", language.code()].map(OsString::from);
    let args = said.into_iter().chain(command.iter().cloned());
    let exit = previ_cli::run(args, &mut out, &mut err, surroundings);
    let _ = fs::remove_file(&output);
    let (out, err) = (String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap());
    let shown = match command[0].to_str() {
        Some("check") => out,
        Some("forecast") => alerts_of(&out),
        _ => String::new(),
    };
    let words: Vec<&str> = command.iter().map(|word| word.to_str().unwrap()).collect();
    let whole = format!("$ previ {}\n{err}{shown}exit code {exit}\n", words.join(" "));
    let folder = catalogue().join(code).display().to_string();
    let whole = whole.replace(&format!("{folder}/"), "").replace(&folder, code);
    let whole = whole.replace(&format!("{}/", catalogue().display()), "../");
    whole.replace(&output.display().to_string(), "output.previ.ron")
}

/// The alerts at the end of a forecast: from the line before the first mark to the next empty line.
fn alerts_of(forecast: &str) -> String {
    let lines = forecast.lines().skip_while(|line| !line.starts_with("• "));
    lines.take_while(|line| !line.is_empty()).map(|line| format!("{line}\n")).collect()
}

/// The diagnostics of the input of a case, as the crates give them.
fn found(code: &str) -> Vec<Diagnostic> {
    let input = input(code);
    let reference = previ_reference::reference();
    if code == "file.no-folder" {
        let refused = previ_file::store::save(&catalogue().join("no-such-folder/plan.previ.ron"), b"", None);
        return refused.err().into_iter().collect();
    }
    if code == "sheets.expense-without-account" {
        let (document, _) = previ_file::store::read(&input).unwrap();
        return incitu_report(&document.plan, reference, 2027).unwrap().warnings;
    }
    if code.starts_with("sheets.") {
        let bytes = fs::read(&input).unwrap();
        let workbook = match previ_sheets::import::read(&bytes, &input.to_string_lossy()) {
            Ok(workbook) => workbook,
            Err(diagnostics) => return diagnostics,
        };
        let sheet = (code == "sheets.unknown-sheet").then(|| String::from("Budget 2028"));
        let options = ImportOptions { sheet, first_year: None, this_year: 2026, reference };
        return propose(&workbook, &options).1;
    }
    let (document, mut diagnostics) = match previ_file::store::read(&input) {
        Ok(read) => read,
        Err(diagnostics) => return diagnostics,
    };
    let projection = project(&document.plan, reference, None);
    let view = projection.view(CertaintyView::Everything);
    let as_of = document.plan.frame.horizon.seen_from(None);
    diagnostics.extend(alerts(&view, &income_statement(&view, None), &cash_forecast(&view), as_of));
    diagnostics.extend(projection.diagnostics);
    diagnostics
}

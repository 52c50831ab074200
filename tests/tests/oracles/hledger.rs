//! hledger, an accounting program that shares nothing with us, reads the journals written by hand and those
//! that `previ export` writes, and finds the same debits and credits by account and month in both.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use previ_engine::money::to_cents;
use previ_engine::month::Month;
use previ_tests::ledger::{Totals, differences};
use rust_decimal::Decimal;

use crate::hand_journals::cases;

/// Accounts are compared by their numbers, whatever their names; 119 and 129 are 110 and 120 by their sign.
const ALIASES: [&str; 3] = [r"/^([0-9]+) .*/=\1", "/^119$/=110", "/^129$/=120"];

/// What hledger prints, or what it complains about.
fn hledger(journal: &Path, args: &[&str]) -> Result<String, String> {
    let run = Command::new("hledger").arg("-f").arg(journal).args(args).output();
    let run = run.map_err(|error| format!("hledger: {error}"))?;
    let said = if run.status.success() { &run.stdout } else { &run.stderr };
    let said = String::from_utf8_lossy(said).into_owned();
    if run.status.success() { Ok(said) } else { Err(format!("{}: {said}", journal.display())) }
}

/// Debits and credits by account and month as hledger sums them, after it checked that the books balance.
fn totals(journal: &Path) -> Result<Totals, String> {
    hledger(journal, &["check"])?;
    let mut totals = Totals::new();
    for side in ["amt:>0", "amt:<0"] {
        let mut args =
            vec!["balance", "--monthly", "--flat", "--no-total", "--layout=tidy", "-O", "csv", side];
        args.extend(ALIASES.iter().flat_map(|alias| ["--alias", alias]));
        for row in hledger(journal, &args)?.lines().skip(1) {
            let (account, month, cents) = cell(row).ok_or_else(|| format!("hledger says « {row} »"))?;
            if cents != 0 {
                let sides = totals.entry((account, month)).or_default();
                *(if cents > 0 { &mut sides.debit } else { &mut sides.credit }) += cents.abs();
            }
        }
    }
    Ok(totals)
}

/// `"512","2027-01","2027-01-01","2027-01-31","EUR","-850.00"`
fn cell(row: &str) -> Option<(previ_engine::account::AccountNumber, Month, i64)> {
    let parts: Vec<&str> = row.split(',').map(|part| part.trim_matches('"')).collect();
    let [account, month, _, _, _, euros] = parts.as_slice() else { return None };
    let euros = Decimal::from_str_exact(euros).ok()?;
    Some((account.parse().ok()?, month.parse().ok()?, to_cents(euros)))
}

/// The journal of a plan as the command line exports it.
fn exported(case: &Path) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("journals");
    std::fs::create_dir_all(&folder).unwrap();
    let output = folder.join(case.file_name().unwrap()).with_extension("journal");
    let _ = std::fs::remove_file(&output);
    let args: [OsString; 5] =
        ["previ".into(), "export".into(), case.join("plan.previ.ron").into(), "-o".into(), (&output).into()];
    let today = "2026-11".parse().unwrap();
    let surroundings = previ_cli::Surroundings { today, columns: 100, example: &[] };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = previ_cli::run(args, &mut out, &mut err, surroundings);
    assert_eq!(exit, 0, "{}: {}", case.display(), String::from_utf8_lossy(&err));
    output
}

/// The first account and month in which two journals differ, as hledger reads both.
fn first_difference(by_hand: &Path, exported: &Path) -> Result<Option<String>, String> {
    Ok(differences(&totals(by_hand)?, &totals(exported)?).into_iter().next())
}

#[test]
#[ignore = "needs hledger: run `cargo xtask oracles`"]
fn hledger_finds_in_the_exported_journal_what_was_written_by_hand() {
    let cases = cases();
    let mut wrong = Vec::new();
    for case in &cases {
        let name = case.file_name().unwrap().to_string_lossy();
        match first_difference(&case.join("by-hand.journal"), &exported(case)) {
            Ok(None) => {}
            Ok(Some(difference)) => wrong.push(format!("{name}: {difference}")),
            Err(complaint) => wrong.push(complaint),
        }
    }
    println!("hledger: {} journals compared, by account and month", cases.len());
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
#[ignore = "needs hledger: run `cargo xtask oracles`"]
fn hledger_names_the_account_and_the_month_of_a_wrong_cent() {
    let case = cases().into_iter().find(|case| case.ends_with("trop-percu")).unwrap();
    let right = std::fs::read_to_string(case.join("by-hand.journal")).unwrap();
    // The grant of June, by hand 1,740.00.
    let wrong = right.replace("1740.00 EUR", "1740.01 EUR");
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("wrong-by-a-cent.journal");
    std::fs::write(&copy, wrong).unwrap();
    let said = first_difference(&copy, &exported(&case)).unwrap().unwrap();
    let expected = "2027-06 441: by hand debit 1740.01, credit 0.00; calculated debit 1740.00, credit 0.00";
    assert_eq!(said, expected);
}

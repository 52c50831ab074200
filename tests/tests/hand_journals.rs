//! The engine posts what an accountant wrote by hand: per account and month, debits and credits.
//!
//! Each case is a folder of fixtures/journals, or of fixtures/funding for what agreements do: the
//! situation or the convention in French, the plan, the journal, and for some the derivation of figures.

#![expect(clippy::unwrap_used, reason = "helpers of tests: a fixture that cannot be read fails the test")]

use std::fs;
use std::path::{Path, PathBuf};

use previ_engine::certainty::CertaintyView;
use previ_engine::plan::Plan;
use previ_engine::projection::{Projection, project};
use previ_tests::generator::random_plan;
use previ_tests::{derivation, ledger};
use previ_words::Language;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures").join(name)
}

fn cases_of(name: &str) -> Vec<PathBuf> {
    let folders = fs::read_dir(folder(name)).unwrap().map(|entry| entry.unwrap().path());
    let mut cases: Vec<PathBuf> = folders.filter(|path| path.is_dir()).collect();
    cases.sort();
    cases
}

/// The folders of all cases, in order.
pub fn cases() -> Vec<PathBuf> {
    [cases_of("journals"), cases_of("funding")].concat()
}

fn plan(case: &Path) -> Plan {
    let bytes = fs::read(case.join("plan.previ.ron")).unwrap();
    let (document, notes) = previ_file::format::read(&bytes).unwrap();
    assert_eq!(notes, [], "{}", case.display());
    document.plan
}

fn projection(plan: &Plan) -> Projection {
    let projection = project(plan, previ_reference::reference(), None);
    let unexpected: Vec<_> =
        projection.diagnostics.iter().filter(|found| found.code.0 != "plan.nothing-to-project").collect();
    assert!(unexpected.is_empty(), "{unexpected:?}");
    projection
}

fn journal(case: &Path) -> String {
    fs::read_to_string(case.join("by-hand.journal")).unwrap()
}

fn compare(plan: &Plan, journal: &str) -> Vec<String> {
    let by_hand = ledger::totals(&ledger::read(journal).unwrap());
    let view = projection(plan).view(CertaintyView::Everything);
    ledger::differences(&by_hand, &ledger::totals_of(&view))
}

#[test]
fn every_case_has_its_situation_plan_and_journal() {
    for (folder, least, text) in [("journals", 6, "situation.fr.md"), ("funding", 8, "convention.fr.md")] {
        let cases = cases_of(folder);
        assert!(cases.len() >= least, "{cases:?}");
        for case in &cases {
            for name in [text, "plan.previ.ron", "by-hand.journal"] {
                assert!(case.join(name).is_file(), "{} lacks {name}", case.display());
            }
        }
    }
}

#[test]
fn a_plan_is_written_as_it_was_read() {
    for case in cases() {
        let bytes = fs::read(case.join("plan.previ.ron")).unwrap();
        let (document, _) = previ_file::format::read(&bytes).unwrap();
        assert!(previ_file::format::write(&document) == bytes, "{}", case.display());
    }
}

#[test]
fn the_engine_posts_what_was_written_by_hand() {
    let mut all = Vec::new();
    for case in cases() {
        let name = case.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let found = compare(&plan(&case), &journal(&case));
        all.extend(found.iter().map(|difference| format!("{name}: {difference}")));
    }
    assert!(all.is_empty(), "\n{}", all.join("\n"));
}

#[test]
fn a_journal_wrong_by_a_cent_is_noticed() {
    let case = folder("journals").join("trimestre-salarie");
    let wrong = journal(&case).replace("1677.29", "1677.28").replace("473.08", "473.09");
    let found = compare(&plan(&case), &wrong);
    assert!(found.iter().any(|difference| difference.starts_with("2027-01 421")), "{found:?}");
}

#[test]
fn the_exported_journal_says_what_the_entries_say() {
    for seed in 0..20 {
        let reference = previ_reference::reference();
        let view = project(&random_plan(seed), reference, None).view(CertaintyView::ALL[seed as usize % 3]);
        let text = previ_sheets::export::ledger(&view, reference, Language::French);
        let exported = ledger::totals(&ledger::read(&text).unwrap());
        let found = ledger::differences(&exported, &ledger::totals_of(&view));
        assert!(found.is_empty(), "seed {seed}\n{}", found.join("\n"));
    }
}

#[test]
fn the_figures_derived_beside_a_journal_are_those_of_the_engine() {
    let mut derived = 0;
    for case in cases() {
        let Ok(page) = fs::read_to_string(case.join("derivation.fr.md")) else { continue };
        let calculations = derivation::read(&page).unwrap_or_else(|wrong| panic!("\n{}", wrong.join("\n")));
        let found = derivation::differences(&calculations, &projection(&plan(&case)));
        assert!(found.is_empty(), "{}\n{}", case.display(), found.join("\n"));
        derived += calculations.iter().filter(|calculation| calculation.figure.is_some()).count();
    }
    assert!(derived >= 20, "only {derived} figures are derived");
}

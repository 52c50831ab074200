//! The example associations give the figures that their derivation pages work out by hand.

#![expect(clippy::unwrap_used, reason = "helpers of tests: a fixture that cannot be read fails the test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use previ_engine::cash::cash_forecast;
use previ_engine::certainty::CertaintyView;
use previ_engine::diagnostic::{Diagnostic, Severity};
use previ_engine::income::{Block, income_statement};
use previ_engine::month::Month;
use previ_engine::projection::{Projection, project};
use previ_engine::view::View;
use previ_file::format::Document;
use previ_tests::derivation::{self, Calculation};

struct Example {
    folder: &'static str,
    file: &'static str,
    /// How many figures its page derives at least.
    derived: usize,
    /// The month whose end is the lowest of the whole plan.
    lowest: &'static str,
}

const EMPLOYER: Example =
    Example { folder: "employeur", file: "graines-de-lisiere", derived: 130, lowest: "2027-04" };
const VOLUNTEERS: Example =
    Example { folder: "volontaires", file: "choeur-des-quatre-rivieres", derived: 55, lowest: "2028-03" };
const EXAMPLES: [Example; 2] = [EMPLOYER, VOLUNTEERS];

impl Example {
    fn path(&self, name: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures").join(self.folder).join(name)
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(self.path(&format!("{}.previ.ron", self.file))).unwrap()
    }

    fn document(&self) -> Document {
        let (document, notes) = previ_file::format::read(&self.bytes()).unwrap();
        assert_eq!(notes, [], "{}", self.file);
        document
    }

    fn projection(&self) -> Projection {
        project(&self.document().plan, previ_reference::reference(), None)
    }

    fn view(&self) -> View {
        self.projection().view(CertaintyView::Everything)
    }

    fn page(&self) -> Vec<Calculation> {
        let page = fs::read_to_string(self.path("derivation.fr.md")).unwrap();
        derivation::read(&page).unwrap_or_else(|wrong| panic!("{}\n{}", self.folder, wrong.join("\n")))
    }

    /// The names of the figures its page derives, the view before them where it is not everything.
    fn names(&self) -> BTreeSet<String> {
        let page = self.page();
        let named = page.iter().filter_map(|calculation| calculation.figure);
        named
            .map(|derived| match derived.view {
                CertaintyView::Everything => derived.figure.to_string(),
                view => format!("{view:?}:{}", derived.figure),
            })
            .collect()
    }
}

#[test]
fn every_derived_figure_is_that_of_the_engine() {
    for example in &EXAMPLES {
        let found = derivation::differences(&example.page(), &example.projection());
        assert!(found.is_empty(), "{}\n{}", example.folder, found.join("\n"));
    }
}

#[test]
fn a_page_derives_enough_figures() {
    for example in &EXAMPLES {
        let count = example.names().len();
        assert!(count >= example.derived, "{}: only {count} figures", example.folder);
    }
}

#[test]
fn a_page_derives_every_heading_of_the_first_year_and_each_result() {
    for example in &EXAMPLES {
        let (view, names) = (example.view(), example.names());
        let statement = income_statement(&view, None);
        let first = statement.years[0].key();
        let headings = |block: &Block| -> Vec<String> {
            let used = block.headings.iter().filter(|heading| heading.total_cents[0] != 0);
            used.map(|heading| format!("result.{first}.{}", heading.account)).collect()
        };
        let mut wanted = headings(&statement.charges);
        wanted.extend(headings(&statement.income));
        wanted.extend([format!("result.{first}.6"), format!("result.{first}.7")]);
        wanted.extend(statement.years.iter().map(|year| format!("result.{}", year.key())));
        let missing: Vec<_> = wanted.iter().filter(|name| !names.contains(*name)).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", example.folder);
    }
}

#[test]
fn the_lowest_month_is_the_one_the_page_says() {
    for example in &EXAMPLES {
        let cash = cash_forecast(&example.view());
        let closings = cash.months.iter().zip(&cash.closing_cents);
        let lowest = closings.min_by_key(|(_, cents)| **cents).map(|(month, _)| *month);
        assert_eq!(lowest, example.lowest.parse::<Month>().ok(), "{}", example.folder);
        assert!(example.names().contains(&format!("cash.{}", example.lowest)));
    }
}

#[test]
fn nothing_is_wrong_with_an_example() {
    for example in &EXAMPLES {
        let found = example.projection().diagnostics;
        let grave = found
            .iter()
            .filter(|one| one.severity >= Severity::Warning || one.code.0 == "plan.unknown-account");
        assert_eq!(grave.collect::<Vec<_>>(), Vec::<&Diagnostic>::new(), "{}", example.folder);
    }
}

#[test]
fn an_example_is_written_as_it_was_read() {
    for example in &EXAMPLES {
        let (read, written) = (example.bytes(), previ_file::format::write(&example.document()));
        let (read, written) = (String::from_utf8_lossy(&read), String::from_utf8_lossy(&written));
        let differs = read.lines().zip(written.lines()).find(|(read, written)| read != written);
        assert_eq!(differs, None, "{}", example.folder);
        assert!(read == written, "{}: one of both is longer", example.folder);
    }
}

#[test]
fn no_treasury_account_of_an_example_passes_its_own_overdraft_limit() {
    for example in &EXAMPLES {
        let view = example.view();
        for treasury in &view.plan().treasury {
            let place = view.registry().treasury(Some(treasury.id));
            let limit = treasury.overdraft_limit.map_or(0, |limit| -limit.cents());
            let mut balance = 0;
            let mut moves = vec![0; view.timeline().month_count() + 1];
            for entry in view.entries() {
                let signed = i64::from(entry.debit == place) - i64::from(entry.credit == place);
                moves[usize::from(entry.month.0)] += signed * entry.amount_cents;
            }
            for (month, cents) in moves.into_iter().enumerate() {
                balance += cents;
                assert!(balance >= limit, "{}: {balance} in month {month}", treasury.label);
            }
        }
    }
}

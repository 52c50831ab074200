//! The exported workbook recalculates to the engine's figures, also after changes made inside it: by a small
//! calculator of our own for many plans, and by LibreOffice for the examples; hledger finds in the exported
//! journal what was written by hand; the State's calculator finds the same pay (`cargo xtask oracles`).

mod book;
mod edits;
mod hledger;
mod libreoffice;
mod pay;
mod recalculate;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use previ_engine::certainty::CertaintyView;
use previ_engine::lending::LendingPrice;
use previ_engine::payment::Trigger;
use previ_engine::plan::Plan;
use previ_engine::projection::project;
use previ_engine::rule::PaymentRule;
use previ_tests::generator::{broken_plan, random_plan};
use previ_words::Language;

use book::{Book, Value};
use recalculate::{Change, recalculate};

/// The plan with agreements that depend on no cost and are paid in months of the plan: who pays which cost
/// and what a payment waits for is not calculated in the workbook, which says so; what follows from it stands
/// there as it was when exported.
fn general(mut plan: Plan) -> Plan {
    for agreement in plan.agreements.iter_mut().map(Arc::make_mut) {
        agreement.payment = PaymentRule::General;
        agreement.provision = None;
        // What goes to partners, and what they answer for, stands there as a number made of the amounts agreed, which
        // changes inside the workbook do not move. Unchanged it is compared above, with all of the plan.
        agreement.partners = None;
        for instalment in agreement.tranches.iter_mut().flat_map(|tranche| &mut tranche.instalments) {
            instalment.received = None;
            if !matches!(instalment.trigger, Trigger::InMonth(_) | Trigger::OnSignature) {
                instalment.trigger = Trigger::OnDecision;
            }
        }
    }
    // So does what is billed at cost for time lent: a share of pay that a change of the pay does not move. A price
    // of so much a month depends on no other cell and stays.
    for position in plan.positions.iter_mut().map(Arc::make_mut) {
        position.lent.retain(|lending| matches!(lending.price, LendingPrice::Monthly(_)));
    }
    plan
}

fn export(plan: &Plan, certainty: CertaintyView) -> Vec<u8> {
    let reference = previ_reference::reference();
    let view = project(plan, reference, None).view(certainty);
    previ_sheets::export::workbook(&view, reference, Language::French).unwrap()
}

/// The cells of `book`, recalculated after `changes`, that differ from what `expected` holds.
fn differences(book: &Book, changes: &[Change], expected: &Book) -> Vec<String> {
    let values = recalculate(book, changes);
    let differs = values.into_iter().filter_map(|(sheet, at, value)| {
        let wanted = expected.sheet(&sheet).get(&at).map_or(Value::Empty, |cell| cell.value.clone());
        let formula = book.sheet(&sheet).get(&at).and_then(|cell| cell.formula.clone());
        (formula.is_some() && !value.is_about(&wanted))
            .then(|| format!("{sheet} {at:?}: {value:?}, not {wanted:?}; ={}", formula.unwrap_or_default()))
    });
    differs.collect()
}

#[test]
fn every_formula_gives_the_figure_written_beside_it() {
    for seed in 0..20 {
        let plan = random_plan(seed);
        for certainty in CertaintyView::ALL {
            let book = Book::read(&export(&plan, certainty));
            let found = differences(&book, &[], &book);
            assert!(
                found.is_empty(),
                "seed {seed}, {certainty:?}: {} of them, first {:#?}",
                found.len(),
                &found[..found.len().min(8)]
            );
        }
    }
}

#[test]
fn pay_typed_in_parts_of_a_cent_grows_with_its_index() {
    // 1.5 % in two Januaries: 1,587.253333 × 1.030225 = 1,635.2281, where 1,587.25 alone gives 1,635.2246.
    for decimals in ["1587.253333", "19093.791906", "2143.333333"] {
        let mut plan = example(EXAMPLES[0]);
        let index = plan.frame.assumptions.indexes[0].id;
        for position in plan.positions.iter_mut().map(Arc::make_mut) {
            position.index = Some(index);
            position.gross.values_mut().for_each(|gross| *gross = decimals.parse().unwrap());
        }
        let book = Book::read(&export(&plan, CertaintyView::Everything));
        let found = differences(&book, &[], &book);
        assert!(found.is_empty(), "{decimals}: {found:#?}");
    }
}

#[test]
fn calculated_pay_stands_in_the_workbook_as_numbers_that_add_up() {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/journals/bulletins-calcules/plan.previ.ron");
    let mut plan = previ_file::format::read(&std::fs::read(path).unwrap()).unwrap().0.plan;
    for posts_leave_owed in [false, true] {
        Arc::make_mut(&mut plan.frame).association.employer.posts_leave_owed = posts_leave_owed;
        let book = Book::read(&export(&plan, CertaintyView::Everything));
        let found = differences(&book, &[], &book);
        assert!(found.is_empty(), "{found:#?}");
    }
}

#[test]
fn a_change_inside_the_workbook_gives_what_the_engine_gives_after_the_same_change() {
    let mut made = 0;
    // The last one types pay in parts of a cent, with an index.
    for seed in (0..12).chain([103]) {
        let plan = general(random_plan(seed));
        let certainty = CertaintyView::ALL[seed as usize % 3];
        let book = Book::read(&export(&plan, certainty));
        for edit in edits::edits(&plan, certainty, &book) {
            let expected = Book::read(&export(&edit.plan, certainty));
            let found = differences(&book, std::slice::from_ref(&edit.change), &expected);
            assert!(
                found.is_empty(),
                "seed {seed}, {certainty:?}, {}, {:?}: {} of them, first {:#?}",
                edit.name,
                edit.change,
                found.len(),
                &found[..found.len().min(8)]
            );
            made += 1;
        }
    }
    assert!(made > 150, "{made} changes");
}

#[test]
fn a_plan_full_of_errors_still_gives_a_workbook() {
    for seed in 0..60 {
        let plan = broken_plan(seed);
        Book::read(&export(&plan, CertaintyView::ALL[seed as usize % 3]));
    }
}

/// The example associations, which the program ships.
const EXAMPLES: [&str; 2] = ["employeur/graines-de-lisiere", "volontaires/choeur-des-quatre-rivieres"];

fn example(name: &str) -> Plan {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../fixtures/{name}.previ.ron"));
    previ_file::format::read(&std::fs::read(path).unwrap()).unwrap().0.plan
}

/// A folder for workbooks; they stay there to be looked at.
fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("workbooks");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn write(name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder().join(format!("{name}.xlsx"));
    std::fs::write(&path, bytes).unwrap();
    path
}

/// The formulas of a workbook whose value LibreOffice finds to be another than `expected`.
fn disagreements(book: &Book, found: &libreoffice::Found, expected: &Book) -> Vec<String> {
    let mut all = Vec::new();
    for (sheet, cells) in &book.sheets {
        for (at, cell) in cells.iter().filter(|(_, cell)| cell.formula.is_some()) {
            let wanted = expected.sheet(sheet).get(at).map_or(Value::Empty, |cell| cell.value.clone());
            let value = found.values.get(&(sheet.clone(), *at)).cloned().unwrap_or(Value::Empty);
            if !value.is_about(&wanted) {
                all.push(format!("{sheet} {at:?}: {value:?}, not {wanted:?}; ={:?}", cell.formula));
            }
        }
    }
    all
}

#[test]
#[ignore = "only writes the workbooks of the examples, to be looked at"]
fn the_examples_are_written_to_be_looked_at() {
    for name in EXAMPLES {
        let path = write(&name.replace('/', "-"), &export(&example(name), CertaintyView::Everything));
        println!("{}", path.display());
    }
}

#[test]
#[ignore = "needs LibreOffice: run `cargo xtask oracles`"]
fn libreoffice_finds_the_engines_figures_before_and_after_changes() {
    let certainty = CertaintyView::Everything;
    let mut jobs: Vec<libreoffice::Job> = Vec::new();
    let mut expected: Vec<(String, Book, Book)> = Vec::new();
    let plans = EXAMPLES.map(|name| (name.replace('/', "-"), example(name)));
    let random = (100..106).map(|seed| (format!("random-{seed}"), random_plan(seed)));
    let all: Vec<_> = plans.into_iter().chain(random).collect();
    let depends_on_costs = |plan: &Plan| plan.agreements.iter().any(|agreement| agreement.must_find_cost());
    for (name, plan) in all.iter().filter(|(_, plan)| depends_on_costs(plan)) {
        let bytes = export(plan, certainty);
        let (workbook, book) = (write(&format!("{name}-costs"), &bytes), Book::read(&bytes));
        jobs.push(libreoffice::Job { workbook, changes: Vec::new() });
        expected.push((format!("{name}, who pays which cost"), book.clone(), book));
    }
    for (name, plan) in all.into_iter().map(|(name, plan)| (name, general(plan))) {
        let bytes = export(&plan, certainty);
        let workbook = write(&format!("{name}-general"), &bytes);
        let book = Book::read(&bytes);
        println!("{name}");
        for (sheet, _) in &book.sheets {
            let (formulas, typed) = book.counts(sheet);
            println!("  {sheet}: {formulas} formulas, {typed} typed cells");
        }
        jobs.push(libreoffice::Job { workbook: workbook.clone(), changes: Vec::new() });
        expected.push((name.clone(), book.clone(), book.clone()));
        for edit in edits::some(edits::edits(&plan, certainty, &book)) {
            let after = Book::read(&export(&edit.plan, certainty));
            jobs.push(libreoffice::Job { workbook: workbook.clone(), changes: vec![edit.change] });
            expected.push((format!("{name}, {}", edit.name), book.clone(), after));
        }
    }
    let all = libreoffice::recalculate(&folder(), &jobs);
    let seconds: f64 = all.iter().map(|found| found.seconds).sum();
    println!("LibreOffice {}: {} workbooks recalculated in {seconds:.0} s", all[0].version, all.len());
    for ((name, book, after), found) in expected.iter().zip(&all) {
        assert_eq!(found.errors, 0, "{name}: cells with errors");
        let found = disagreements(book, found, after);
        assert!(
            found.is_empty(),
            "{name}: {} of them, first {:#?}",
            found.len(),
            &found[..found.len().min(8)]
        );
    }
}

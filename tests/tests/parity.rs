//! What InCitu's workbook gives, Prévi gives: the table of its features row by row, on the same numbers
//! (fixtures/incitu). Expected values stand with the cell of the workbook they come from.

#![expect(clippy::unwrap_used, reason = "helpers of tests: a fixture that cannot be read fails the test")]

use std::path::Path;

use previ_engine::certainty::CertaintyView;
use previ_engine::days::Days;
use previ_engine::diagnostic::{Diagnostic, Severity};
use previ_engine::figure::Figure;
use previ_engine::full_cost::{PoolCost, pool_costs};
use previ_engine::funding_statement::funding_by_agreement;
use previ_engine::id::{ActivityId, AgreementId};
use previ_engine::money::{Amount, to_cents};
use previ_engine::plan::Plan;
use previ_engine::projection::project;
use previ_engine::view::View;
use previ_engine::workload::{PositionLoad, Workload, in_year, workload};
use previ_session::Session;
use previ_sheets::incitu::{Both, Report, incitu_report};
use previ_words::Language;
use rust_decimal::Decimal;

mod account;
mod actuals;
mod charges;
mod days;
mod edits;
mod funding;
mod month_by_month;
mod programme;
mod projects;

/// The year of the budget, and its place in the horizon, which begins in 2022.
const YEAR: &str = "2026";
const PLACE: usize = 4;

fn bytes() -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/incitu/six-chantiers.previ.ron");
    std::fs::read(path).unwrap()
}

fn plan() -> Plan {
    let (document, notes) = previ_file::format::read(&bytes()).unwrap();
    assert_eq!(notes, []);
    document.plan
}

fn session() -> Session {
    Session::open(&bytes(), None, Language::French).unwrap()
}

fn everything(plan: &Plan) -> View {
    project(plan, previ_reference::reference(), None).view(CertaintyView::Everything)
}

/// A figure such as `result.2026.70`, in cents.
fn cents(view: &View, figure: &str) -> i64 {
    figure.parse::<Figure>().unwrap().value(view).unwrap()
}

/// The projects 1 to 6 in the order of the workbook's columns C to H.
fn projects(plan: &Plan) -> Vec<ActivityId> {
    plan.activities.iter().map(|activity| activity.id).collect()
}

/// An account of the year for each project.
fn by_project(view: &View, account: u32) -> Vec<i64> {
    let projects = projects(view.plan());
    projects.iter().map(|id| cents(view, &format!("result.{YEAR}.{account}@{}", id.0))).collect()
}

fn agreement(plan: &Plan, label: &str) -> AgreementId {
    plan.agreements.iter().find(|agreement| agreement.label == label).unwrap().id
}

fn euros(text: &str) -> Amount {
    text.parse().unwrap()
}

/// The income of an agreement in the year.
fn income_of(view: &View, id: AgreementId) -> i64 {
    let found = funding_by_agreement(view).into_iter().find(|row| row.agreement == id).unwrap();
    found.income_cents[PLACE]
}

/// The days of the plan as Prévi itself says them.
fn load() -> Workload {
    workload(&everything(&plan()))
}

/// The days of the year.
fn of_year(months: &[Days]) -> Decimal {
    in_year(months, PLACE).value()
}

/// Days of a person on each project, planned in the year.
fn planned(load: &PositionLoad, projects: &[ActivityId]) -> Vec<Decimal> {
    let of = |id: &ActivityId| load.time.iter().find(|time| time.activity == Some(*id));
    projects.iter().map(|id| of(id).map_or(Decimal::ZERO, |time| of_year(&time.planned))).collect()
}

/// Days of a person on each project, done in the year.
fn done(load: &PositionLoad, projects: &[ActivityId]) -> Vec<Decimal> {
    let of = |id: &ActivityId| load.time.iter().find(|time| time.activity == Some(*id));
    projects.iter().map(|id| of(id).map_or(Decimal::ZERO, |time| time.done[PLACE].value())).collect()
}

/// The pools as Prévi itself says them.
fn pools(plan: &Plan) -> Vec<PoolCost> {
    pool_costs(&everything(plan))
}

/// What the workbook makes of the plan.
fn report_on(plan: &Plan) -> Report {
    incitu_report(plan, previ_reference::reference(), 2026).unwrap()
}

fn report() -> Report {
    report_on(&plan())
}

/// Planned and realised in cents.
fn both(amount: Both) -> [i64; 2] {
    [amount.planned, amount.realised].map(to_cents)
}

/// A number with so many decimals, as the workbook shows it.
fn rounded(value: Decimal, decimals: u32) -> String {
    value.round_dp(decimals).normalize().to_string()
}

#[test]
fn the_plan_of_the_workbook_is_sound_and_written_as_it_was_read() {
    let (document, _) = previ_file::format::read(&bytes()).unwrap();
    assert!(previ_file::format::write(&document) == bytes());
    let found = project(&document.plan, previ_reference::reference(), None).diagnostics;
    // The workbook has a status for each project: those that differ from the stage are meant (row 26).
    let meant = |one: &&Diagnostic| one.code.0 == "plan.certainty-against-stage";
    let grave = found.iter().filter(|one| one.severity >= Severity::Warning && !meant(one));
    assert_eq!(grave.collect::<Vec<_>>(), Vec::<&Diagnostic>::new());
}

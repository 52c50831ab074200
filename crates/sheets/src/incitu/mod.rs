//! The arithmetic of InCitu's workbook « Budget prévisionnel associatif » on a plan, beside what Prévi
//! itself makes of it.
//!
//! One fiscal year without months or payments: days times the cost of a day, indirect charges per day in
//! categories, direct expenses, promises in full. Activities are its projects (*chantiers*), pools of shared
//! costs its categories. It serves to check an import and to explain, line by line, why a result of Prévi
//! differs from that of the workbook; no figure of Prévi is made of it.

mod account;
mod both;
mod bridge;
mod charges;
mod days;
mod flows;
mod income;
mod people;
mod project;
mod provisions;

use previ_engine::certainty::CertaintyView;
use previ_engine::diagnostic::{Arg, ArgKind, Code, CodeSpec, Diagnostic, Field, Place, Severity};
use previ_engine::plan::Plan;
use previ_engine::projection::project;
use previ_engine::reference::Reference;
use previ_engine::timeline::FiscalYear;
use rust_decimal::Decimal;

pub use account::{Account, usual_contributions};
pub use both::Both;
pub use bridge::{Step, StepKind};
pub use charges::{Category, Charge};
pub use days::YearDays;
pub use income::{Income, Source};
pub use people::Person;
pub use project::{Expense, Project};
pub use provisions::ExecutionYear;

const WITHOUT_ACCOUNT: CodeSpec = CodeSpec {
    code: Code("sheets.expense-without-account"),
    args: &[("label", ArgKind::Text), ("amount", ArgKind::Cents)],
};

/// The codes of this module.
pub const CODES: &[CodeSpec] = &[WITHOUT_ACCOUNT];

/// What the workbook says of a fiscal year of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The year.
    pub year: FiscalYear,
    /// Its days.
    pub days: YearDays,
    /// The people, in the order of the positions.
    pub people: Vec<Person>,
    /// The categories of indirect charges.
    pub categories: Vec<Category>,
    /// The indirect charges.
    pub charges: Vec<Charge>,
    /// The projects, in the order of the activities.
    pub projects: Vec<Project>,
    /// Income of the structure, which no project has.
    pub outside: Vec<Income>,
    /// Provisions for European money.
    pub execution_years: Vec<ExecutionYear>,
    /// Why the results of the projects, of the workbook and of Prévi differ.
    pub bridge: Vec<Step>,
    /// What the workbook would lose without a word.
    pub warnings: Vec<Diagnostic>,
}

/// The report on the fiscal year that begins in the calendar year `year`; `None` when it is not a year of
/// the plan.
#[must_use]
pub fn incitu_report(plan: &Plan, reference: &Reference, year: i32) -> Option<Report> {
    let view = project(plan, reference, None).view(CertaintyView::Everything);
    let years = view.timeline().fiscal_years();
    let place = years.iter().position(|known| known.key() == year)?;
    let year = *years.get(place)?;
    let flows = flows::flows(&view, place);
    let days = days::year_days(year, &plan.frame.association.employer);
    let people = people::people(plan, year.key(), &days, &flows);
    let base = day_base(&people);
    let charges = charges::charges(plan, year.key(), &people, &flows);
    let categories = charges::categories(plan, &charges, base);
    let incomes = income::incomes(plan, year, &flows);
    let projects = project::projects(plan, year.key(), &people, &categories, &incomes, &flows);
    let warnings = warnings(plan, &projects);
    let outside = incomes.into_iter().filter(|income| income.activity.is_none()).collect();
    let execution_years = provisions::execution_years(plan, view.timeline(), year);
    let bridge = Vec::new();
    let mut report = Report {
        year,
        days,
        people,
        categories,
        charges,
        projects,
        outside,
        execution_years,
        bridge,
        warnings,
    };
    report.bridge = bridge::bridge(&report, &flows);
    Some(report)
}

/// What indirect charges are divided by: planned, all days meant for projects; realised, the days done.
fn day_base(people: &[Person]) -> Both {
    let done = people.iter().flat_map(|person| &person.on_projects).map(|days| days.realised);
    Both { planned: people.iter().map(|person| person.operational_days).sum(), realised: done.sum() }
}

impl Report {
    fn day_base(&self) -> Both {
        day_base(&self.people)
    }

    /// Days meant for projects (*jours opérateur*) of all people.
    #[must_use]
    pub fn operational_days(&self) -> Decimal {
        self.day_base().planned
    }

    /// Pay of these days (*masse salariale des opérateurs*).
    #[must_use]
    pub fn operational_cost(&self) -> Decimal {
        self.people.iter().map(|person| person.operational_cost).sum()
    }

    /// Provisions set aside, 687.
    #[must_use]
    pub fn provisions_made(&self) -> Both {
        self.execution_years.iter().map(|one| one.made).sum()
    }

    /// Provisions taken back, 787.
    #[must_use]
    pub fn provisions_released(&self) -> Both {
        self.execution_years.iter().map(|one| one.released).sum()
    }
}

/// Expenses that no result account of the workbook would show.
fn warnings(plan: &Plan, projects: &[Project]) -> Vec<Diagnostic> {
    let expenses = projects.iter().flat_map(|project| &project.expenses);
    let lost = expenses.filter(|expense| expense.is_without_account());
    lost.map(|expense| {
        let place = Place::Item(expense.item, Field("account"));
        let said = Diagnostic::new(WITHOUT_ACCOUNT.code, Severity::Warning, place);
        let said = said.with("label", Arg::Text(plan.label(expense.item).to_owned()));
        said.with("amount", Arg::Cents(previ_engine::money::to_cents(expense.amount.planned)))
    })
    .collect()
}

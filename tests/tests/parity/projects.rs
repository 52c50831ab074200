//! Rows 18, 22 to 24 and 31 to 34: what the projects cost, what pays for them, what came of it. What is planned is
//! what Prévi itself says; amounts that were done are in the workbook's own arithmetic here, and as Prévi itself says
//! them in the file of actuals.

use previ_engine::completion::Completion;
use previ_engine::days::Days;
use previ_engine::diagnostic::{Arg, Severity};
use previ_engine::full_cost::full_costs;
use previ_engine::id::ItemId;
use previ_engine::income::{Block, income_statement};
use previ_engine::money::to_cents;
use previ_engine::workload::PositionLoad;
use previ_session::edits::LineEdit;
use previ_sheets::incitu::{Both, Project, Report};
use rust_decimal::Decimal;

use super::{
    PLACE, both, cents, done, everything, load, of_year, plan, planned, pools, projects, report, session,
};

/// An amount of each project, planned or realised.
fn each(report: &Report, side: usize, of: impl Fn(&Project) -> Both) -> Vec<i64> {
    report.projects.iter().map(|project| both(of(project))[side]).collect()
}

/// The days of each person, planned or done, at what a day of this person costs: euros by project.
fn staff(days: impl Fn(&PositionLoad) -> Vec<Decimal>) -> Vec<Decimal> {
    let mut sums = vec![Decimal::ZERO; 6];
    for load in load().positions {
        let cost = load.cost_per_day(PLACE).unwrap();
        sums.iter_mut().zip(days(&load)).for_each(|(sum, days)| *sum += days * cost);
    }
    sums
}

/// The planned days of each project at what a day bears of each category: euros by category and project.
fn indirect() -> Vec<Vec<Decimal>> {
    let activities = load().activities();
    let of_projects = activities.iter().filter(|load| load.activity.is_some());
    let days: Vec<Decimal> = of_projects.map(|load| of_year(&load.time.planned)).collect();
    let a_day = pools(&plan()).into_iter().map(|pool| pool.daily_euros(PLACE).unwrap());
    a_day.map(|cost| days.iter().map(|days| days * cost).collect()).collect()
}

/// A side of the income statement of each project, without some of its headings.
fn of_statements(side: impl Fn(previ_engine::income::IncomeStatement) -> Block, without: &[u32]) -> Vec<i64> {
    let view = everything(&plan());
    let of = |id| {
        let block = side(income_statement(&view, Some(id)));
        let headings = block.headings.iter().filter(|heading| !without.contains(&heading.account.prefix(2)));
        headings.map(|heading| heading.total_cents[PLACE]).sum()
    };
    projects(view.plan()).into_iter().map(of).collect()
}

/// Charges that are neither pay nor provisions.
fn expenses() -> Vec<i64> {
    of_statements(|statement| statement.charges, &[64, 68])
}

/// What each project costs in all: days times what a day costs and bears, and expenses.
fn costs() -> Vec<Decimal> {
    let mut sums = staff(|load| planned(load, &projects(&plan())));
    for category in indirect() {
        sums.iter_mut().zip(category).for_each(|(sum, euros)| *sum += euros);
    }
    sums.iter().zip(expenses()).map(|(sum, cents)| sum + Decimal::new(cents, 2)).collect()
}

fn to_the_cent(euros: &[Decimal]) -> Vec<i64> {
    euros.iter().map(|euros| to_cents(*euros)).collect()
}

#[test]
fn row_18_the_projects_and_their_names() {
    let (plan, report) = (plan(), report());
    let names: Vec<_> = report.projects.iter().map(|project| plan.label(project.activity.into())).collect();
    // Budget_chantiers!C4:H4; the fourth one has a shorter name here.
    let expected = [
        "Jardins partagés",
        "Défi alimentation",
        "Café réparation",
        "Filière locale",
        "Formations bénévoles",
        "Éducation nature",
    ];
    assert_eq!(names, expected);
    // The structure comes first in Prévi.
    let own: Vec<_> = full_costs(&everything(&plan)).iter().filter_map(|cost| cost.activity).collect();
    assert_eq!(own, projects(&plan));
}

#[test]
fn row_22_expenses_of_each_project() {
    // Budget_chantiers!C21:H28 added up; the fourth: 2,000 + 300 + 3,500 + 600 + 900.
    let expected = [285_000, 308_000, 84_000, 730_000, 250_000, 95_500];
    assert_eq!(expenses(), expected);
    assert_eq!(each(&report(), 0, Project::expenses_total), expected);
}

#[test]
fn row_23_an_expense_without_account_is_told_and_counts() {
    let mut session = session();
    let warnings = report().warnings;
    // Budget_chantiers!H28, « Divers sans compte ».
    assert_eq!(warnings.len(), 1);
    assert_eq!(
        (warnings[0].code.0, warnings[0].severity),
        ("sheets.expense-without-account", Severity::Warning)
    );
    assert!(warnings[0].args.contains(&("amount", Arg::Cents(7_500))));
    let previ_engine::diagnostic::Place::Item(ItemId::Line(line), _) = warnings[0].place else {
        panic!("not a line")
    };
    let before = cents(&everything(session.plan()), "result.2026");
    session.edit(LineEdit::Remove(line).into()).unwrap();
    assert_eq!(cents(&everything(session.plan()), "result.2026"), before + 7_500);
}

#[test]
fn row_24_what_each_project_costs() {
    let report = report();
    // Budget_chantiers!C5:H5, days times what a day costs.
    let expected = [2_010_873, 1_975_242, 1_922_188, 1_453_561, 1_292_062, 917_715];
    assert_eq!(to_the_cent(&staff(|load| planned(load, &projects(&plan())))), expected);
    assert_eq!(each(&report, 0, |project| project.staff), expected);
    // Budget_chantiers!C18:H20.
    let expected = [
        [280_436, 279_211, 279_211, 208_184, 183_692, 132_258],
        [658_831, 655_954, 655_954, 489_088, 431_548, 310_715],
        [20_265, 20_177, 20_177, 15_044, 13_274, 9_558],
    ];
    for ((place, own), expected) in indirect().iter().enumerate().zip(expected) {
        assert_eq!(to_the_cent(own), expected);
        assert_eq!(each(&report, 0, |project| project.indirect[place]), expected);
    }
    // Budget_chantiers!C29:H29.
    let expected = [3_255_404, 3_238_584, 2_961_529, 2_895_877, 2_170_576, 1_465_745];
    assert_eq!(to_the_cent(&costs()), expected);
    assert_eq!(each(&report, 0, Project::cost), expected);
}

#[test]
fn row_31_what_the_association_pays_itself() {
    let report = report();
    // Budget_chantiers!C58:H58; below zero a surplus.
    let expected = [865_404, 298_584, 31_529, 545_877, -229_424, 245_745];
    let income = of_statements(|statement| statement.income, &[78]);
    let own = costs().into_iter().zip(income).map(|(cost, income)| cost - Decimal::new(income, 2));
    assert_eq!(to_the_cent(&own.collect::<Vec<_>>()), expected);
    assert_eq!(each(&report, 0, Project::paid_by_structure), expected);
    // Budget_chantiers!I58.
    let whole: Both = report.projects.iter().map(Project::paid_by_structure).sum();
    assert_eq!(both(whole), [1_757_717, 5_020_336]);
}

#[test]
fn row_32_what_projects_are_to_bring_about_is_kept() {
    let plan = plan();
    let gardens = &plan.activities[0];
    // Budget_chantiers!C63:C66 and C67:C71, empty cells aside.
    assert_eq!(gardens.deliverables, ["Journal de bord n°1", "Bilan final chantier 1"]);
    let details = [
        "Territoire : communauté de communes",
        "Public : habitants",
        "Partenaires : 3 associations",
        "Suivi : comité trimestriel",
    ];
    assert_eq!(gardens.details, details);
    assert!(plan.activities.iter().all(|activity| activity.deliverables.len() == 2));
}

#[test]
fn row_33_what_came_of_each_project() {
    let report = report();
    let activities = load().activities();
    let of_projects = activities.iter().filter(|load| load.activity.is_some());
    let days: Vec<String> = of_projects.map(|load| load.time.done[PLACE].value().to_string()).collect();
    // Budget_chantiers_réalisé!D11, G11, J11, M11, P11, S11, and U11.
    assert_eq!(days, ["112", "108.5", "110", "100", "70", "40"]);
    assert_eq!(
        load().positions.iter().map(|load| load.done(PLACE)).sum::<Days>().value().to_string(),
        "540.5"
    );
    // Rows 5, 29, 54, 55 and 58 of the same columns.
    let own = to_the_cent(&staff(|load| done(load, &projects(&plan()))));
    let staff = each(&report, 1, |project| project.staff);
    assert_eq!(own, staff);
    assert_eq!(staff, [1_968_613, 1_873_253, 1_864_660, 1_708_877, 1_210_198, 675_234]);
    let cost = each(&report, 1, Project::cost);
    assert_eq!(cost, [3_269_383, 3_142_781, 2_935_292, 3_409_815, 2_085_055, 1_111_009]);
    let funding = each(&report, 1, Project::funding);
    assert_eq!(funding, [2_100_000, 2_900_000, 1_850_000, 1_310_000, 1_920_000, 350_000]);
    let other = each(&report, 1, Project::other_income);
    assert_eq!(other, [135_000, 0, 76_000, 0, 262_000, 30_000]);
    let left = each(&report, 1, Project::paid_by_structure);
    assert_eq!(left, [1_034_383, 242_781, 1_009_292, 2_099_815, -96_945, 731_009]);
    // Column U, rows 11, 29 and 54.
    let whole = |of: fn(&Project) -> Both| both(report.projects.iter().map(of).sum())[1];
    assert_eq!(whole(|project| project.days), 54_050);
    assert_eq!(whole(Project::cost), 15_953_336);
    assert_eq!(whole(Project::funding), 10_430_000);
}

#[test]
fn row_34_what_was_not_planned_has_no_percentage() {
    let report = report();
    let person = &report.people[3];
    // Budget_chantiers!G10 is empty, Budget_chantiers_réalisé!P10 is 1: the workbook shows 1E+11 %.
    assert_eq!(person.on_projects[4].completion(), Completion::Unplanned);
    // Budget_chantiers!C44 and its realised twin are empty.
    assert_eq!(person.on_projects[4].realised.to_string(), "1");
    assert_eq!(report.projects[1].other_income().completion(), Completion::Nothing);
    // The CAF gave nothing of the 2,500.00 for the third project: 0 %.
    let caf = report.projects[2].income.iter().find(|income| both(income.amount) == [250_000, 0]).unwrap();
    assert_eq!(caf.amount.completion(), Completion::Percent(0.into()));
}

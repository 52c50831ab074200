//! Rows 1 to 10, 20 and 21: the year, its days, the people, their days and what a day costs. Rows 2 to 10, 20
//! and 21 are what Prévi itself says; the workbook's own arithmetic is beside them where it differs in nothing.

use previ_engine::days::Days;
use previ_engine::employer::{DaysOff, WhitMonday};
use previ_engine::full_cost::full_costs;
use previ_engine::holidays::{HolidayRules, holidays};
use previ_engine::id::{ItemId, PositionId};
use previ_engine::plan::Plan;
use previ_engine::query::{AccountFilter, Query, sum};
use previ_engine::timeline::MonthIndex;
use previ_engine::working_days::working_days;
use previ_engine::workload::{PositionLoad, in_year, workload};
use previ_session::edits::{EmployerEdit, PositionEdit};
use previ_sheets::incitu::{Report, incitu_report};
use rust_decimal::Decimal;

use super::{
    PLACE, cents, done, everything, load, of_year, plan, planned, projects, report, report_on, rounded,
    session,
};

/// The days of each person, and those meant for projects, as the workbook counts them.
fn days_of(report: &Report) -> Vec<[String; 2]> {
    let days = report.people.iter();
    days.map(|person| [person.days, person.operational_days].map(|days| rounded(days, 6))).collect()
}

/// The same as Prévi counts them.
fn own_days() -> Vec<[String; 2]> {
    let days = load().positions.into_iter();
    days.map(|load| [load.available, load.operational].map(|days| of_year(&days).to_string())).collect()
}

/// Days that full-time staff works in the year.
fn workable(plan: &Plan) -> String {
    let year = everything(plan).timeline().fiscal_years()[PLACE];
    working_days(&plan.frame.association.employer, year).iter().sum::<Days>().value().to_string()
}

#[test]
fn row_1_the_year_of_the_budget() {
    let plan = plan();
    assert_eq!(plan.frame.horizon.first_year, 2022);
    let year = everything(&plan).timeline().fiscal_years()[PLACE];
    assert_eq!([year.first, year.last()].map(|month| month.to_string()), ["2026-01", "2026-12"]);
    // computed.jours.days_in_year.
    assert_eq!(report().days.days, 365);
    assert!(incitu_report(&plan, previ_reference::reference(), 2027).is_none());
}

#[test]
fn row_2_working_days_of_full_time() {
    // Coût_j_salaires!H8 = 365 − 104 − 9 − 26.
    assert_eq!(workable(&plan()), "226");
    let days = report().days;
    // computed.jours: 25 + 0 + 1 days off.
    assert_eq!(days.weekend, 104);
    assert_eq!(rounded(days.off, 2), "26");
    assert_eq!(rounded(days.workable, 2), "226");
}

#[test]
fn row_3_whit_monday_worked_is_a_day_more() {
    let mut session = session();
    let off = session.plan().frame.association.employer.days_off;
    let worked = DaysOff { whit_monday: WhitMonday::Worked, ..off };
    session.edit(EmployerEdit::SetDaysOff(worked).into()).unwrap();
    assert_eq!(workable(session.plan()), "227");
    assert_eq!(rounded(report_on(session.plan()).days.workable, 2), "227");
}

#[test]
fn row_4_public_holidays_of_the_year() {
    // computed.jours.weekday_holidays; 15 August 2026 is a Saturday, 1 November a Sunday.
    let expected = [(1, 1), (4, 6), (5, 1), (5, 8), (5, 14), (5, 25), (7, 14), (11, 11), (12, 25)];
    let found = holidays(2026, HolidayRules::default());
    let on_weekdays = found.iter().filter(|date| date.is_weekday());
    let on_weekdays: Vec<_> = on_weekdays.map(|date| (date.month.number(), date.day)).collect();
    assert_eq!(on_weekdays, expected);
    assert_eq!(report().days.holidays, 9);
}

#[test]
fn row_5_the_collective_agreement_is_kept() {
    let plan = plan();
    let employer = &plan.frame.association.employer;
    // inputs.informations.convention.
    assert_eq!(employer.collective_agreement.as_deref(), Some("ÉCLAT (IDCC 1518)"));
}

#[test]
fn row_6_part_time() {
    // Coût_j_salaires!D12:D15; Léa works 80 %: 226 × 0.8.
    let days: Vec<_> = own_days().into_iter().map(|[days, _]| days).collect();
    assert_eq!(days, ["226", "180.8", "226", "113"]);
    assert_eq!(days_of(&report()), own_days());
}

#[test]
fn row_7_what_a_person_costs_the_employer() {
    let plan = plan();
    let view = everything(&plan);
    let months = view.timeline().months_of(PLACE);
    let cost = |position: PositionId| {
        let accounts = AccountFilter::Under("6".parse().unwrap());
        let (from, to) = (MonthIndex(*months.start()), MonthIndex(*months.end()));
        sum(&view, &Query { item: Some(position.into()), ..Query::new(accounts, from, to) })
    };
    // inputs.personnel, masse_salariale; Hugo: 12 × 2,143 × 1.4.
    let found: Vec<i64> = plan.positions.iter().map(|position| cost(position.id)).collect();
    assert_eq!(found, [4_200_000, 3_040_000, 3_600_240, 2_050_000]);
    // CptResult_Global!C27, pay of projects and support together, is what Prévi has under 64.
    assert_eq!(cents(&view, "result.2026.64"), 12_890_240);
}

#[test]
fn row_8_days_meant_for_projects() {
    // computed.salaries, jours_op: 226 × 0.9, 180.8 × 1, 226 × 0.8, 113 × 0.25.
    let days: Vec<_> = own_days().into_iter().map(|[_, days]| days).collect();
    assert_eq!(days, ["203.4", "180.8", "180.8", "28.25"]);
    // Coût_j_salaires!F16 and I20.
    let load = load();
    assert_eq!(load.operational(PLACE).value().to_string(), "593.25");
    assert_eq!(load.positions.iter().map(|load| load.operational_cost_cents[PLACE]).sum::<i64>(), 10_212_692);
    assert_eq!(rounded(report().operational_days(), 6), "593.25");
    assert_eq!(rounded(report().operational_cost(), 6), "102126.92");
}

#[test]
fn row_9_a_new_person_is_blank_and_any_person_may_go() {
    let mut session = session();
    let (before, view) = (report_on(session.plan()), everything(session.plan()));
    let add = PositionEdit::Add {
        label: "Poste à pourvoir".into(),
        from: "2026-01".parse().unwrap(),
        gross: "0".parse().unwrap(),
        employer_rate: Some("0".parse().unwrap()),
    };
    let Some(ItemId::Position(added)) = session.edit(add.into()).unwrap() else { panic!("no position") };
    let nothing = Some("0".parse().unwrap());
    session.edit(PositionEdit::SetOperationalShare(added, nothing).into()).unwrap();
    let after = everything(session.plan());
    let (loads, loads_before) = (workload(&after).positions, workload(&view).positions);
    assert_eq!(loads[..4], loads_before);
    let blank = &loads[4];
    assert_eq!((blank.cost_cents[PLACE], of_year(&blank.operational)), (0, Decimal::ZERO));
    assert!(in_year(&blank.planned(), PLACE).is_zero() && blank.done(PLACE).is_zero());
    assert_eq!(full_costs(&after), full_costs(&view));
    assert_eq!(cents(&after, "result.2026"), cents(&view, "result.2026"));
    let after = report_on(session.plan());
    assert_eq!(after.people.len(), 5);
    assert_eq!(after.projects, before.projects);
    assert_eq!(after.bridge, before.bridge);
    // Somebody in the middle goes: the others keep their days and what a day costs.
    let hugo = before.people[2].position;
    session.edit(PositionEdit::Remove(hugo).into()).unwrap();
    let left = workload(&everything(session.plan())).positions;
    let known = |load: &PositionLoad| {
        (load.position, load.available.clone(), load.operational.clone(), load.cost_per_day(PLACE))
    };
    let others = loads_before.iter().filter(|load| load.position != hugo);
    assert_eq!(left[..3].iter().map(known).collect::<Vec<_>>(), others.map(known).collect::<Vec<_>>());
    let left = report_on(session.plan()).people;
    assert_eq!(left[..2], before.people[..2]);
    assert_eq!(left[2], before.people[3]);
}

#[test]
fn row_10_what_a_day_costs() {
    // Coût_j_salaires!F21:F24: 42,000 ÷ 226; 30,400 ÷ 180.8; 36,002.40 ÷ 226; 20,500 ÷ 113.
    let expected = ["185.840708", "168.141593", "159.302655", "181.415929"];
    let costs = load().positions.into_iter().map(|load| load.cost_per_day(PLACE).unwrap());
    assert_eq!(costs.map(|cost| rounded(cost, 6)).collect::<Vec<_>>(), expected);
    let costs: Vec<_> = report().people.iter().map(|person| rounded(person.day_cost, 6)).collect();
    assert_eq!(costs, expected);
}

#[test]
fn row_20_days_on_projects_halves_too() {
    let (load, projects) = (load(), projects(&plan()));
    let found: Vec<Vec<Decimal>> = load.positions.iter().map(|load| planned(load, &projects)).collect();
    let shown = |days: &[Decimal]| -> Vec<String> { days.iter().map(|days| rounded(*days, 4)).collect() };
    // Budget_chantiers!C7:H10.
    assert_eq!(shown(&found[0]), ["60", "40", "30", "20", "30", "10"]);
    assert_eq!(shown(&found[1]), ["20", "50", "20", "40", "20", "25"]);
    assert_eq!(shown(&found[2]), ["30", "20", "60", "20", "25", "15"]);
    assert_eq!(shown(&found[3]), ["4.5", "4", "4", "5", "0", "4"]);
    // Budget_chantiers!C11:H11.
    let of_projects = load.activities();
    let of_projects = of_projects.iter().filter(|load| load.activity.is_some());
    let days: Vec<Decimal> = of_projects.map(|load| of_year(&load.time.planned)).collect();
    assert_eq!(shown(&days), ["114.5", "114", "114", "85", "75", "54"]);
    // The same from day to day in the workbook's arithmetic, planned and done.
    for (load, person) in load.positions.iter().zip(report().people) {
        let days: Vec<_> = person.on_projects.iter().map(|days| (days.planned, days.realised)).collect();
        let own = planned(load, &projects).into_iter().zip(done(load, &projects));
        assert_eq!(days, own.collect::<Vec<_>>());
    }
}

#[test]
fn row_21_days_planned_against_days_available() {
    let load = load();
    // Budget_chantiers!I11 and Coût_j_salaires!F16.
    assert_eq!(load.planned(PLACE).value().to_string(), "556.5");
    let left: Days = load.positions.iter().map(|load| in_year(&load.left(), PLACE)).sum();
    assert_eq!(left.value().to_string(), "36.75");
    let report = report();
    let planned: Decimal = report.projects.iter().map(|project| project.days.planned).sum();
    assert_eq!(rounded(report.operational_days() - planned, 4), "36.75");
}

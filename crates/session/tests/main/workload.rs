//! The workload: days of positions on activities, typed by fiscal year.

use previ_engine::position::{Time, TimeShare};
use previ_session::Session;
use previ_session::edits::{PositionEdit, TimeChange, TimeEdit};
use previ_session::grid::{CellAt, GridState, Intent, Sheet as _, run};
use previ_session::views::cell::{Emphasis, LoadStep};
use previ_session::views::workload::{DaysShown, WorkloadColumn, WorkloadLayout, WorkloadPage, WorkloadRow};

use crate::plan::{Small, do_it, month, percent, small, year};

/// The fiscal year 2027.
const PLANNED: WorkloadLayout = WorkloadLayout { year: 0, days: DaysShown::Planned };

fn at(page: &WorkloadPage, row: WorkloadRow, column: WorkloadColumn) -> CellAt {
    CellAt {
        row: page.rows.iter().position(|known| *known == row).unwrap(),
        column: page.columns.iter().position(|known| *known == column).unwrap(),
    }
}

/// Hundredths of days, or cents.
fn number(session: &Session, layout: WorkloadLayout, row: WorkloadRow, column: WorkloadColumn) -> i64 {
    let page = session.workload(layout);
    page.number(at(&page, row, column)).unwrap()
}

/// Types into the crossing of the leader and an activity; the code of a refusal.
fn keys(
    session: &mut Session,
    layout: WorkloadLayout,
    (row, column): (WorkloadRow, WorkloadColumn),
    intents: impl IntoIterator<Item = Intent>,
) -> Option<&'static str> {
    let mut state = GridState::default();
    let page = session.workload(layout);
    state.apply(Intent::Select(at(&page, row, column)), &*page);
    let mut refused = None;
    for intent in intents {
        let page = session.workload(layout);
        refused = run(session, &*page, &mut state, intent).refused.map(|refused| refused.code.0);
    }
    refused
}

fn typed(text: &str) -> [Intent; 2] {
    [Intent::Type(text.into()), Intent::Commit]
}

fn times(session: &Session, known: &Small) -> Vec<TimeShare> {
    let found = session.plan().positions.iter().find(|position| position.id == known.leader);
    found.unwrap().time.clone()
}

/// The small plan, the festival all year, 20 days of the leader on it and 100 on the workshops in 2027.
///
/// 2027 has 261 weekdays and 7 holidays on weekdays: 1 January, 29 March, 6 May, 17 May, 14 July,
/// 1 November, 11 November; 1 and 8 May, 15 August and 25 December fall on weekends. With 25 days of leave
/// 261 − 7 − 25 = 229 days.
fn two_activities() -> (Session, Small) {
    let (mut session, known) = small();
    let dates =
        previ_session::edits::ActivityEdit::SetDates { activity: known.festival, from: None, to: None };
    do_it(&mut session, dates);
    for (activity, days) in [(known.workshops, "100"), (known.festival, "20")] {
        do_it(
            &mut session,
            TimeEdit {
                position: known.leader,
                activity,
                change: TimeChange::DaysOfYear(year(2027), days.parse().unwrap()),
            },
        );
    }
    (session, known)
}

#[test]
fn a_share_of_the_time_is_shown_in_days() {
    let (session, known) = small();
    let row = WorkloadRow::Position(known.leader);
    let of = |column| number(&session, PLANNED, row, column);
    assert_eq!(of(WorkloadColumn::Available), 22_900);
    // 229 × 50 %.
    assert_eq!(of(WorkloadColumn::Activity(known.workshops)), 11_450);
    assert_eq!(of(WorkloadColumn::Left), 11_450);
    assert_eq!(of(WorkloadColumn::Structure), 11_450);
    let page = session.workload(PLANNED);
    // The festival is in 2028.
    assert!(!page.columns.contains(&WorkloadColumn::Activity(known.festival)));
    let place = at(&page, row, WorkloadColumn::Activity(known.workshops));
    let detail = page.detail(place.row, place.column).unwrap();
    assert!(detail.sentences.iter().any(|said| said.contains("50")), "{:?}", detail.sentences);
}

#[test]
fn days_typed_for_a_year_leave_the_share_of_the_other_years() {
    let (mut session, known) = small();
    let cell = (WorkloadRow::Position(known.leader), WorkloadColumn::Activity(known.workshops));
    let in_2028 = WorkloadLayout { year: 1, ..PLANNED };
    let before = number(&session, WorkloadLayout { year: 2, ..PLANNED }, cell.0, cell.1);
    assert_eq!(keys(&mut session, in_2028, cell, typed("12,5")), None);
    assert_eq!(number(&session, in_2028, cell.0, cell.1), 1_250);
    assert_eq!(number(&session, PLANNED, cell.0, cell.1), 11_450);
    assert_eq!(number(&session, WorkloadLayout { year: 2, ..PLANNED }, cell.0, cell.1), before);
    let share = |from, to| TimeShare { from, to, ..TimeShare::share(known.workshops, percent("50")) };
    let days = TimeShare {
        from: Some(month("2028-01")),
        to: Some(month("2028-12")),
        time: Time::Days("12.5".parse().unwrap()),
        ..share(None, None)
    };
    let expected = [share(None, Some(month("2027-12"))), days, share(Some(month("2029-01")), None)];
    assert_eq!(times(&session, &known), expected);
    let label = session.undo_label().unwrap();
    assert!(label.contains("Animatrice") && label.contains("Ateliers") && label.contains("2028"), "{label}");
    assert!(session.undo());
    assert_eq!(times(&session, &known), [share(None, None)]);
}

#[test]
fn the_first_year_of_a_position_leaves_nothing_before_it() {
    let (mut session, known) = small();
    let cell = (WorkloadRow::Position(known.leader), WorkloadColumn::Activity(known.workshops));
    keys(&mut session, PLANNED, cell, typed("10"));
    let froms: Vec<_> = times(&session, &known).iter().map(|time| time.from).collect();
    assert_eq!(froms, [Some(month("2027-01")), Some(month("2028-01"))]);
    // Typed again, the days take the place of the days.
    keys(&mut session, PLANNED, cell, typed("11"));
    assert_eq!(times(&session, &known).len(), 2);
}

#[test]
fn an_emptied_cell_takes_the_activity_out_of_that_year_only() {
    let (mut session, known) = small();
    let cell = (WorkloadRow::Position(known.leader), WorkloadColumn::Activity(known.workshops));
    assert_eq!(keys(&mut session, PLANNED, cell, [Intent::Clear]), None);
    assert_eq!(number(&session, PLANNED, cell.0, cell.1), 0);
    let left = times(&session, &known);
    assert_eq!(left.iter().map(|time| time.from).collect::<Vec<_>>(), [Some(month("2028-01"))]);
}

#[test]
fn ten_days_moved_to_another_activity_move_ten_times_the_cost_of_a_day() {
    let (mut session, known) = two_activities();
    let cost = |session: &Session, activity| {
        number(session, PLANNED, WorkloadRow::Cost, WorkloadColumn::Activity(activity))
    };
    // 2,000 gross and 40 % on top: 33,600 a year, 146.7248… a day of 229.
    // 100 days: 33,600 × 100 / 229 = 14,672.49; 20 days: 2,934.50. Months are rounded one by one.
    let near = |found: i64, cents: i64| assert!((found - cents).abs() <= 12, "{found} for {cents}");
    near(cost(&session, known.workshops), 1_467_249);
    near(cost(&session, known.festival), 293_450);
    let row = WorkloadRow::Position(known.leader);
    keys(&mut session, PLANNED, (row, WorkloadColumn::Activity(known.workshops)), typed("90"));
    keys(&mut session, PLANNED, (row, WorkloadColumn::Activity(known.festival)), typed("30"));
    // 10 days are 33,600 × 10 / 229 = 1,467.25.
    near(cost(&session, known.workshops), 1_467_249 - 146_725);
    near(cost(&session, known.festival), 293_450 + 146_725);
    // The post as a whole costs what it did, to the cent.
    assert_eq!(number(&session, PLANNED, WorkloadRow::Cost, WorkloadColumn::Available), 3_360_000);
}

#[test]
fn what_is_paid_and_what_nobody_pays_add_up_to_the_cost() {
    let (session, known) = two_activities();
    let page = session.workload(PLANNED);
    for column in [
        WorkloadColumn::Available,
        WorkloadColumn::Planned,
        WorkloadColumn::Activity(known.workshops),
        WorkloadColumn::Structure,
    ] {
        let of = |row| number(&session, PLANNED, row, column);
        assert_eq!(of(WorkloadRow::Paid) + of(WorkloadRow::Unpaid), of(WorkloadRow::Cost), "{column:?}");
        let place = at(&page, WorkloadRow::Total, column);
        let detail = page.detail(place.row, place.column).unwrap();
        let said: i64 = detail.payers.iter().map(|payer| payer.cents).sum();
        assert_eq!(said, of(WorkloadRow::Cost), "{column:?}");
    }
    // The general grant of 20,000 of the town pays some of it.
    assert!(number(&session, PLANNED, WorkloadRow::Paid, WorkloadColumn::Available) > 0);
}

#[test]
fn more_days_than_there_are_stand_out_in_words_too() {
    let (mut session, known) = small();
    let row = WorkloadRow::Position(known.leader);
    keys(&mut session, PLANNED, (row, WorkloadColumn::Activity(known.workshops)), typed("233"));
    let page = session.workload(PLANNED);
    let left = at(&page, row, WorkloadColumn::Left);
    // 229 − 233.
    assert_eq!(page.number(left), Some(-400));
    assert_eq!(page.cell(left.row, left.column).emphasis, Emphasis::Alarm);
    assert!(page.detail(left.row, left.column).unwrap().warning.contains('4'));
    let map = session.load();
    assert!(map.has_overload());
    assert_eq!(map.cell(0, 0).load, Some(LoadStep::Over));
    // 2028 has the 50 % of before.
    assert_eq!(map.cell(0, 12).load, Some(LoadStep::Medium));
}

#[test]
fn computed_cells_and_activities_outside_the_dates_of_a_position_are_refused() {
    let (mut session, known) = small();
    let row = WorkloadRow::Position(known.leader);
    let one = || [Intent::Type("1".into())];
    assert_eq!(keys(&mut session, PLANNED, (row, WorkloadColumn::Left), one()), Some("session.cell-of-days"));
    let total = (WorkloadRow::Total, WorkloadColumn::Activity(known.workshops));
    assert_eq!(keys(&mut session, PLANNED, total, one()), Some("session.cell-of-days"));
    // The festival lasts from May to July 2028; the position ends in April.
    let dates =
        PositionEdit::SetDates { position: known.leader, from: month("2027-01"), to: Some(month("2028-04")) };
    do_it(&mut session, dates);
    let in_2028 = WorkloadLayout { year: 1, ..PLANNED };
    let festival = (row, WorkloadColumn::Activity(known.festival));
    assert_eq!(keys(&mut session, in_2028, festival, one()), Some("session.no-days"));
    let workshops = (row, WorkloadColumn::Activity(known.workshops));
    assert_eq!(keys(&mut session, in_2028, workshops, typed("400")), Some("session.days-out-of-range"));
}

#[test]
fn a_row_is_copied_pasted_and_filled_as_one_step() {
    let (mut session, known) = two_activities();
    let row = WorkloadRow::Position(known.leader);
    let workshops = (row, WorkloadColumn::Activity(known.workshops));
    let festival = WorkloadColumn::Activity(known.festival);
    assert_eq!(keys(&mut session, PLANNED, workshops, [Intent::Paste("30\t12,25".into())]), None);
    assert_eq!(number(&session, PLANNED, row, workshops.1), 3_000);
    assert_eq!(number(&session, PLANNED, row, festival), 1_225);
    assert!(session.undo());
    assert_eq!(number(&session, PLANNED, row, workshops.1), 10_000);
    let page = session.workload(PLANNED);
    let to = at(&page, row, festival);
    keys(&mut session, PLANNED, workshops, [Intent::SelectTo(to), Intent::Fill]);
    assert_eq!(number(&session, PLANNED, row, festival), 10_000);
}

#[test]
fn days_done_stand_beside_those_planned_and_change_no_cost() {
    let (mut session, known) = two_activities();
    let done = WorkloadLayout { days: DaysShown::Done, ..PLANNED };
    let row = WorkloadRow::Position(known.leader);
    let workshops = (row, WorkloadColumn::Activity(known.workshops));
    let result = session.income().result_cents.clone();
    assert_eq!(keys(&mut session, done, workshops, typed("92,5")), None);
    assert_eq!(number(&session, done, row, workshops.1), 9_250);
    assert_eq!(number(&session, done, row, WorkloadColumn::Planned), 12_000);
    // 92.5 − 120.
    assert_eq!(number(&session, done, row, WorkloadColumn::Difference), -2_750);
    assert_eq!(number(&session, PLANNED, row, workshops.1), 10_000);
    assert_eq!(session.income().result_cents, result);
    assert!(session.undo_label().unwrap().contains("réalisés"));
    assert_eq!(keys(&mut session, done, workshops, typed("0")), None);
    assert!(session.plan().positions[0].worked.is_empty());
}

#[test]
fn the_pages_of_an_empty_plan_are_empty() {
    let session = crate::plan::empty();
    assert!(session.workload(PLANNED).is_empty());
    assert!(session.workload(WorkloadLayout { year: 99, ..PLANNED }).detail(0, 0).is_none());
    assert!(session.load().rows.is_empty());
}

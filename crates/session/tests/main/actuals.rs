//! What came: typed beside what was planned, and shown with it.

use previ_engine::timeline::FiscalYear;
use previ_session::Session;
use previ_session::edits::{LineEdit, TrancheEdit};
use previ_session::views::activities::{ActualsTable, YearRow};
use previ_session::views::explanation::Scope;

use crate::plan::{do_it, euros, small};

#[test]
fn what_a_line_came_to_stands_beside_the_plan() {
    let (mut session, known) = small();
    let line = known.rent;
    do_it(&mut session, LineEdit::SetActual { line, year: 2026, amount: Some(euros("8400")) });
    let rent =
        |session: &Session| session.plan().lines.iter().find(|found| found.id == line).cloned().unwrap();
    assert_eq!(rent(&session).actual, [(2026, euros("8400"))].into());
    do_it(&mut session, LineEdit::SetActual { line, year: 2026, amount: None });
    assert!(rent(&session).actual.is_empty());
}

#[test]
fn the_card_of_an_activity_shows_what_was_planned_beside_what_was_done() {
    let (mut session, known) = small();
    assert_eq!(session.activity(Scope::Whole).actuals, ActualsTable::default());
    let hire = known.stage_hire;
    do_it(&mut session, LineEdit::SetActual { line: hire, year: 2028, amount: Some(euros("450")) });
    do_it(&mut session, LineEdit::SetActual { line: known.rent, year: 2026, amount: Some(euros("8400")) });
    let card = session.activity(Scope::Activity(known.festival));
    assert_eq!(card.actuals.years, [("2028".to_owned(), 3)]);
    let titles = card.actuals.columns.iter().map(|column| column.title(session.language()));
    assert_eq!(titles.collect::<Vec<_>>(), ["Prévu", "Réalisé", "Taux"]);
    let texts = |row: &YearRow| row.cells.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>();
    // The stage, 900.00 planned; the rent of 2026 is the structure's.
    assert_eq!(texts(&card.actuals.rows[0]), ["900", "450", "50,0\u{202F}%"]);
    let whole = session.activity(Scope::Whole);
    // Nothing was planned in 2026, before the plan.
    assert_eq!(whole.actuals.years, [("2026".to_owned(), 1), ("2028".to_owned(), 3)]);
    assert_eq!(texts(&whole.actuals.rows[0])[0], "8\u{202F}400");
    // What is put back is forgotten, and so is the year.
    do_it(&mut session, LineEdit::SetActual { line: known.rent, year: 2026, amount: None });
    assert_eq!(session.activity(Scope::Whole).actuals.columns.len(), 3);
}

#[test]
fn what_a_line_came_to_is_typed_for_the_year_under_way_and_the_two_before() {
    let (mut session, known) = small();
    let years = |session: &Session| -> Vec<i32> {
        let line = session.plan().lines.iter().find(|line| line.id == known.rent).unwrap();
        session.actual_years(line).into_iter().map(FiscalYear::key).collect()
    };
    // The plan begins in 2027: it is not under way yet.
    assert_eq!(years(&session), [2025, 2026, 2027]);
    do_it(&mut session, LineEdit::SetActual { line: known.rent, year: 2025, amount: Some(euros("1")) });
    session.look_from("2029-03".parse().unwrap());
    assert_eq!(years(&session), [2025, 2027, 2028, 2029]);
}

#[test]
fn what_a_funder_gave_stands_beside_what_was_granted() {
    let (mut session, known) = small();
    let given = |amount| TrancheEdit::SetActual { tranche: known.town_tranche, line: 0, amount };
    let line = |session: &Session| session.agreement(known.town_grant).unwrap().tranches[0].lines[0].actual;
    do_it(&mut session, given(Some(euros("18000"))));
    assert_eq!(line(&session), Some(euros("18000")));
    let found = session.activity(Scope::Whole);
    let grant = found.actuals.rows.iter().find(|row| row.title == "Subvention de la Ville").unwrap();
    // 20,000.00 for 2027.
    let texts: Vec<&str> = grant.cells.iter().map(|cell| cell.text.as_str()).collect();
    assert_eq!(texts, ["20\u{202F}000", "18\u{202F}000", "90,0\u{202F}%"]);
    let refusal = session.edit(given(Some(euros("-1"))).into()).unwrap_err();
    assert_eq!(refusal.code.0, "session.negative-amount");
    do_it(&mut session, given(None));
    assert_eq!(line(&session), None);
}

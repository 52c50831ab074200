//! Blocks of cells: copied, pasted, cut, cleared, filled.

use std::sync::Arc;

use previ_engine::certainty::Stage;
use previ_engine::condition::Condition;
use previ_session::Session;
use previ_session::edits::AgreementEdit;
use previ_session::grid::{CellAt, Direction, Intent};

use crate::desk::{Desk, YEAR_2028};
use crate::plan::do_it;

#[test]
fn a_copied_block_is_what_spreadsheets_read() {
    let mut desk = Desk::new();
    let row = desk.row(desk.known.rent);
    desk.key(Intent::Type("7 201,50".into()));
    desk.key(Intent::Commit);
    desk.key(Intent::Select(CellAt { row: row - 1, column: 0 }));
    desk.key(Intent::SelectTo(CellAt { row, column: 2 }));
    let (copied, _) = desk.key(Intent::Copy);
    // 7,201.50 over twelve months: running sums 600.125 → 600.13, 1,200.25.
    assert_eq!(copied.as_deref(), Some("7201,5\t600,13\t600,12\n7201,5\t600,13\t600,12\n"));
}

#[test]
fn a_pasted_block_is_one_step() {
    let mut desk = Desk::new();
    desk.key(Intent::Move(Direction::Right));
    desk.key(Intent::Paste("100\t1 200,50 €\r\n".into()));
    assert_eq!(desk.cents(desk.known.rent, 1), 10_000);
    assert_eq!(desk.cents(desk.known.rent, 2), 120_050);
    assert_eq!(desk.cents(desk.known.rent, 3), 60_000);
    assert_eq!(desk.session.undo_label().as_deref(), Some("collage de 2 cases"));
    assert_eq!(desk.state.selection().to.column, 2);
    desk.session.undo();
    assert_eq!(desk.cents(desk.known.rent, 1), 60_000);
}

#[test]
fn one_pasted_amount_fills_the_selection_and_empty_cells_change_nothing() {
    let mut desk = Desk::new();
    desk.select(desk.known.rent, 1, 3);
    desk.key(Intent::Paste("50".into()));
    assert_eq!([1, 2, 3, 4].map(|column| desk.cents(desk.known.rent, column)), [5_000, 5_000, 5_000, 60_000]);
    desk.select(desk.known.rent, 1, 1);
    desk.key(Intent::Paste("70\t\t90".into()));
    assert_eq!([1, 2, 3].map(|column| desk.cents(desk.known.rent, column)), [7_000, 5_000, 9_000]);
}

#[test]
fn a_pasted_year_does_not_change_the_months_pasted_with_it() {
    let mut desk = Desk::new();
    // January stays 600 although the new year alone would make it 700.
    desk.key(Intent::Paste("8400\t600".into()));
    assert_eq!(desk.cents(desk.known.rent, 1), 60_000);
    assert_eq!(desk.cents(desk.known.rent, 2), 70_000);
}

#[test]
fn pasting_while_typing_adds_to_what_is_typed() {
    let mut desk = Desk::new();
    desk.key(Intent::Type("=12*".into()));
    desk.key(Intent::Paste("650\r\n".into()));
    assert_eq!(desk.buffer(), Some("=12*650"));
}

#[test]
fn a_block_is_pasted_as_a_whole_or_not_at_all() {
    let mut desk = Desk::new();
    let plan = desk.session.plan().clone();
    assert_eq!(desk.refusal(Intent::Paste("100\tloyer".into())), Some("session.paste-not-an-amount"));
    // The row below is no line.
    assert_eq!(desk.refusal(Intent::Paste("100\n200".into())), Some("session.cell-is-a-sum"));
    let wide = "1\t".repeat(15) + "1";
    assert_eq!(desk.refusal(Intent::Paste(wide)), Some("session.paste-too-large"));
    assert_eq!(desk.refusal(Intent::Paste("\r\n".into())), Some("session.nothing-to-paste"));
    assert_eq!(desk.refusal(Intent::Paste(String::new())), Some("session.nothing-to-paste"));
    assert_eq!(*desk.session.plan(), plan);
}

#[test]
fn cutting_and_pasting_moves_amounts() {
    let mut desk = Desk::new();
    desk.select(desk.known.rent, 1, 2);
    let (copied, _) = desk.key(Intent::Cut);
    assert_eq!(copied.as_deref(), Some("600\t600\n"));
    assert_eq!(desk.session.undo_label().as_deref(), Some("coupe de 2 cases"));
    assert_eq!(desk.cents(desk.known.rent, 0), 600_000);
    desk.select(desk.known.stage_hire, YEAR_2028, YEAR_2028);
    assert_eq!(desk.refusal(Intent::Paste("600".into())), None);
    assert_eq!(desk.cents(desk.known.stage_hire, YEAR_2028), 60_000);
}

#[test]
fn clearing_sets_typed_cells_to_zero_and_leaves_sums() {
    let mut desk = Desk::new();
    let row = desk.row(desk.known.rent);
    desk.key(Intent::Select(CellAt { row: row - 1, column: 1 }));
    desk.key(Intent::SelectTo(CellAt { row, column: 2 }));
    assert_eq!(desk.refusal(Intent::Clear), None);
    assert_eq!(desk.cents(desk.known.rent, 0), 600_000);
    desk.key(Intent::Select(CellAt { row: row - 2, column: 1 }));
    desk.key(Intent::SelectTo(CellAt { row: row - 1, column: 2 }));
    assert_eq!(desk.refusal(Intent::Clear), Some("session.nothing-to-clear"));
}

#[test]
fn filling_copies_the_first_column_to_the_right() {
    let mut desk = Desk::new();
    desk.select(desk.known.rent, 1, 1);
    desk.key(Intent::Type("650".into()));
    desk.key(Intent::Commit);
    desk.select(desk.known.rent, 1, 12);
    desk.key(Intent::Fill);
    // 12 × 650
    assert_eq!(desk.cents(desk.known.rent, 0), 780_000);
    assert_eq!(desk.session.undo_label().as_deref(), Some("recopie dans 11 cases"));
}

#[test]
fn a_line_left_out_of_the_view_says_so_and_takes_amounts_all_the_same() {
    let mut desk = Desk::new();
    let grant = desk.known.town_grant;
    do_it(&mut desk.session, AgreementEdit::SetStage(grant, Stage::Refused));
    let mut document = desk.session.document().clone();
    let line = Arc::make_mut(&mut document.plan.lines[0]);
    line.only_if = Some(Condition::OneOf(vec![grant]));
    desk.session = Session::new(document, desk.session.language());
    let row = desk.row(desk.known.rent);
    assert!(desk.page().is_absent(row));
    assert_eq!(desk.page().row(row).unwrap().note, "n'a pas lieu dans cette vue");
    desk.select(desk.known.rent, 0, 0);
    // The cell shows zero already; the plan says 7,200.
    desk.key(Intent::Type("0".into()));
    assert_eq!(desk.refusal(Intent::Commit), None);
    assert!(desk.session.is_changed());
}

//! What keys do in the budget.

use previ_session::grid::{CellAt, Direction, Intent, Mode};
use previ_session::views::budget::RowKey;

use crate::desk::Desk;
use crate::plan::{do_it, new_line};

#[test]
fn arrows_move_and_stop_at_the_edges() {
    let mut desk = Desk::new();
    let start = desk.state.cursor;
    desk.key(Intent::Move(Direction::Left));
    assert_eq!(desk.state.cursor, start);
    desk.key(Intent::Move(Direction::Right));
    desk.key(Intent::Move(Direction::Down));
    assert_eq!(desk.state.cursor, CellAt { row: start.row + 1, column: 1 });
    desk.key(Intent::Move(Direction::RowEnd));
    desk.key(Intent::Move(Direction::Right));
    assert_eq!(desk.state.cursor.column, 14);
    desk.key(Intent::Move(Direction::PageUp(1000)));
    assert_eq!(desk.state.cursor.row, 0);
    desk.key(Intent::Move(Direction::Bottom));
    desk.key(Intent::Move(Direction::Down));
    assert_eq!(desk.state.cursor.row, desk.page().row_count() - 1);
    desk.key(Intent::Move(Direction::Next));
    assert_eq!(desk.state.cursor.column, 14);
}

#[test]
fn tab_goes_on_in_the_next_row_and_back() {
    let mut desk = Desk::new();
    let row = desk.state.cursor.row;
    desk.key(Intent::Move(Direction::RowEnd));
    desk.key(Intent::Move(Direction::Next));
    assert_eq!(desk.state.cursor, CellAt { row: row + 1, column: 0 });
    desk.key(Intent::Move(Direction::Previous));
    assert_eq!(desk.state.cursor, CellAt { row, column: 14 });
}

#[test]
fn a_selection_grows_from_where_it_began() {
    let mut desk = Desk::new();
    let start = desk.state.cursor;
    desk.key(Intent::Extend(Direction::Right));
    desk.key(Intent::Extend(Direction::Up));
    let selection = desk.state.selection();
    assert_eq!(selection.from, CellAt { row: start.row - 1, column: 0 });
    assert_eq!(selection.to, CellAt { row: start.row, column: 1 });
    assert!(selection.contains(start));
    desk.key(Intent::SelectAll);
    assert!(desk.state.selection().contains(CellAt { row: 0, column: 14 }));
}

#[test]
fn typing_takes_the_place_of_what_was_there() {
    let mut desk = Desk::new();
    desk.key(Intent::StartEdit(Some('8')));
    assert_eq!(desk.buffer(), Some("8"));
    desk.key(Intent::Type("8 400".into()));
    desk.key(Intent::CommitAndMove(Direction::Right));
    assert_eq!(desk.cents(desk.known.rent, 0), 840_000);
    assert_eq!(desk.cents(desk.known.rent, 1), 70_000);
    assert_eq!(desk.state.cursor.column, 1);
    assert_eq!(desk.session.undo_label().as_deref(), Some("Loyer 2027"));
}

#[test]
fn f2_begins_with_what_is_there_and_escape_leaves_it() {
    let mut desk = Desk::new();
    desk.key(Intent::StartEdit(None));
    assert_eq!(desk.buffer(), Some("7200"));
    desk.key(Intent::Type("1".into()));
    desk.key(Intent::Cancel);
    assert_eq!(desk.buffer(), None);
    assert_eq!(desk.cents(desk.known.rent, 0), 720_000);
}

#[test]
fn a_month_typed_by_hand_leaves_the_others() {
    let mut desk = Desk::new();
    desk.key(Intent::Move(Direction::Right));
    desk.key(Intent::Type("=12*100".into()));
    desk.key(Intent::CommitAndMove(Direction::Down));
    // 7,200 less 600 plus 1,200.
    assert_eq!(desk.cents(desk.known.rent, 0), 780_000);
    assert_eq!(desk.cents(desk.known.rent, 2), 60_000);
    assert_eq!(desk.session.undo_label().as_deref(), Some("Loyer janvier 2027"));
}

#[test]
fn text_that_is_no_amount_stays_in_the_editor_with_the_reason() {
    let mut desk = Desk::new();
    let at = desk.state.cursor;
    desk.key(Intent::Type("douze".into()));
    let refused = desk.refusal(Intent::CommitAndMove(Direction::Down));
    assert_eq!(refused, Some("session.not-an-amount"));
    assert_eq!((desk.buffer(), desk.state.cursor), (Some("douze"), at));
    let Mode::Edit { problem: Some(_), .. } = &desk.state.mode else { panic!() };
    // Clicking elsewhere does not lose it either.
    desk.key(Intent::Select(CellAt { row: 0, column: 0 }));
    assert_eq!((desk.buffer(), desk.state.cursor), (Some("douze"), at));
    desk.key(Intent::Type("12".into()));
    let Mode::Edit { problem: None, .. } = &desk.state.mode else { panic!() };
    desk.key(Intent::Commit);
    assert_eq!(desk.cents(desk.known.rent, 0), 1_200);
}

#[test]
fn an_ambiguous_number_is_asked_about() {
    let mut desk = Desk::new();
    desk.key(Intent::Type("1.234".into()));
    assert_eq!(desk.refusal(Intent::Commit), Some("session.ambiguous-amount"));
    assert_eq!(desk.buffer(), Some("1.234"));
}

#[test]
fn what_the_plan_refuses_goes_back_into_the_editor() {
    let mut desk = Desk::new();
    let row = desk.row(desk.known.stage_hire);
    desk.key(Intent::Select(CellAt { row, column: 0 }));
    desk.key(Intent::Type("500".into()));
    let refused = desk.refusal(Intent::CommitAndMove(Direction::Down));
    assert_eq!(refused, Some("session.year-outside-dates"));
    assert_eq!((desk.buffer(), desk.state.cursor), (Some("500"), CellAt { row, column: 0 }));
}

#[test]
fn typing_into_a_computed_cell_says_where_it_comes_from() {
    let mut desk = Desk::new();
    let row = desk.row(desk.known.leader);
    desk.key(Intent::Select(CellAt { row, column: 0 }));
    assert_eq!(desk.refusal(Intent::StartEdit(Some('1'))), Some("session.cell-from-staff"));
    assert_eq!(desk.refusal(Intent::Type("1".into())), Some("session.cell-from-staff"));
    assert_eq!(desk.buffer(), None);
    assert_eq!(desk.refusal(Intent::Clear), Some("session.cell-from-staff"));
    let row = desk.page().place(RowKey::Result).unwrap();
    desk.key(Intent::Select(CellAt { row, column: 0 }));
    assert_eq!(desk.refusal(Intent::Paste("5".into())), Some("session.cell-is-a-sum"));
}

#[test]
fn an_amount_typed_again_is_no_step() {
    let mut desk = Desk::new();
    let label = desk.session.undo_label();
    desk.key(Intent::Type("7200".into()));
    desk.key(Intent::Commit);
    assert_eq!(desk.session.undo_label(), label);
}

#[test]
fn the_cursor_stays_on_its_line_when_rows_and_columns_come() {
    let mut desk = Desk::new();
    desk.key(Intent::Move(Direction::RowEnd));
    let before = desk.state.cursor;
    do_it(&mut desk.session, new_line("Eau", "6061", None));
    desk.layout.open_years.insert(2028);
    let page = desk.page();
    desk.state.settle(&page);
    // A heading, an account and a line above; twelve months to the left.
    assert_eq!(desk.state.cursor, CellAt { row: before.row + 3, column: before.column + 12 });
    desk.layout.folded.insert(RowKey::Heading("61".parse().unwrap()));
    let page = desk.page();
    desk.state.settle(&page);
    assert!(desk.state.cursor.row < page.row_count());
}

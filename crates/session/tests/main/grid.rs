//! What keys do in the budget.

use previ_engine::id::ItemId;
use previ_session::Session;
use previ_session::edits::LineEdit;
use previ_session::grid::{CellAt, Direction, GridState, Intent, Mode, run};
use previ_session::views::budget::{BudgetLayout, BudgetPage, RowKey};

use crate::plan::{Small, do_it, small};

/// The small plan with the year 2027 open and the cursor on the rent of 2027.
struct Desk {
    session: Session,
    known: Small,
    layout: BudgetLayout,
    state: GridState,
}

impl Desk {
    fn new() -> Self {
        let (session, known) = small();
        let layout = BudgetLayout { open_years: [2027].into(), ..BudgetLayout::default() };
        let mut desk = Self { session, known, layout, state: GridState::default() };
        let row = desk.row(desk.known.rent);
        desk.key(Intent::Select(CellAt { row, column: 0 }));
        desk
    }

    fn page(&self) -> BudgetPage {
        self.session.budget(&self.layout)
    }

    fn row(&self, item: impl Into<ItemId>) -> usize {
        self.page().place_of_item(item.into()).unwrap()
    }

    fn cents(&self, item: impl Into<ItemId>, column: usize) -> i64 {
        self.page().cents(self.row(item), column).unwrap()
    }

    /// Sends an intent; what was copied, and the code of a refusal.
    fn key(&mut self, intent: Intent) -> (Option<String>, Option<&'static str>) {
        let outcome = run(&mut self.session, &self.layout, &mut self.state, intent);
        (outcome.copied, outcome.refused.map(|refused| refused.code.0))
    }

    fn refusal(&mut self, intent: Intent) -> Option<&'static str> {
        self.key(intent).1
    }

    fn select(&mut self, item: impl Into<ItemId>, from: usize, to: usize) {
        let row = self.row(item);
        self.key(Intent::Select(CellAt { row, column: from }));
        self.key(Intent::SelectTo(CellAt { row, column: to }));
    }

    fn buffer(&self) -> Option<&str> {
        match &self.state.mode {
            Mode::Navigate => None,
            Mode::Edit { buffer, .. } => Some(buffer),
        }
    }
}

/// Columns: 0 the year 2027, 1 to 12 its months, 13 and 14 the years 2028 and 2029.
const YEAR_2028: usize = 13;

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
fn the_cursor_stays_on_its_line_when_rows_and_columns_come() {
    let mut desk = Desk::new();
    desk.key(Intent::Move(Direction::RowEnd));
    let before = desk.state.cursor;
    let add = LineEdit::Add { label: "Eau".into(), account: "6061".parse().unwrap(), activity: None };
    do_it(&mut desk.session, add);
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

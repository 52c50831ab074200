//! The page *Budget* is the income statement.

use previ_engine::account::AccountNumber;
use previ_engine::id::ItemId;
use previ_engine::income::Block as Statement;
use previ_session::Session;
use previ_session::edits::LineEdit;
use previ_session::views::budget::{Block, BudgetLayout, BudgetPage, RowKey};
use previ_session::views::columns::Column;

use crate::plan::{all_open, do_it, empty, euros, month, new_line, sessions, small};

fn everything_open(session: &Session) -> BudgetPage {
    session.budget(&BudgetLayout { open_years: all_open(session), ..BudgetLayout::default() })
}

fn years(page: &BudgetPage, key: RowKey) -> Vec<i64> {
    let row = page.place(key).unwrap_or_else(|| panic!("{key:?}"));
    let columns = page.columns.columns.iter().enumerate();
    let years = columns.filter(|(_, column)| matches!(column, Column::Year(_)));
    years.filter_map(|(column, _)| page.cents(row, column)).collect()
}

fn same_block(page: &BudgetPage, block: Block, statement: &Statement) {
    assert_eq!(years(page, RowKey::Total(block)), statement.total_cents);
    for heading in &statement.headings {
        assert_eq!(years(page, RowKey::Heading(heading.account)), heading.total_cents);
        for row in &heading.rows {
            assert_eq!(years(page, RowKey::Account(row.account)), row.cents);
        }
    }
}

#[test]
fn the_budget_is_the_income_statement() {
    for session in sessions() {
        let page = everything_open(&session);
        let statement = session.income();
        same_block(&page, Block::Charges, &statement.charges);
        same_block(&page, Block::Income, &statement.income);
        if !statement.in_kind_uses.headings.is_empty() {
            same_block(&page, Block::InKindUses, &statement.in_kind_uses);
            same_block(&page, Block::InKindResources, &statement.in_kind_resources);
        }
        assert_eq!(years(&page, RowKey::Result), statement.result_cents);
        assert_eq!(years(&page, RowKey::ToFind), statement.to_find_cents);
    }
}

#[test]
fn months_add_up_to_their_year_in_every_row() {
    for session in sessions() {
        let page = everything_open(&session);
        for row in 0..page.row_count() {
            if page.key(row) == Some(RowKey::ToFind) {
                continue;
            }
            for group in &page.columns.groups {
                let year = page.cents(row, group.columns.start);
                let months: Vec<i64> =
                    group.columns.clone().skip(1).filter_map(|column| page.cents(row, column)).collect();
                assert_eq!(months.len(), if year.is_some() { 12 } else { 0 });
                assert_eq!(year.unwrap_or(0), months.iter().sum::<i64>());
            }
        }
    }
}

#[test]
fn rows_below_add_up_to_the_row_above() {
    for session in sessions() {
        let page = everything_open(&session);
        let rows: Vec<_> = (0..page.row_count()).map(|row| page.row(row).unwrap()).collect();
        for (place, above) in rows.iter().enumerate().filter(|(_, row)| row.folded.is_some()) {
            let below = rows[place + 1..].iter().enumerate().take_while(|(_, row)| row.depth > above.depth);
            let direct = below.filter(|(_, row)| row.depth == above.depth + 1);
            let sum: i64 = direct.filter_map(|(n, _)| page.cents(place + 1 + n, 0)).sum();
            if matches!(above.key, RowKey::Heading(_) | RowKey::Account(_)) {
                assert_eq!(page.cents(place, 0), Some(sum), "{above:?}");
            }
        }
    }
}

#[test]
fn a_folded_row_hides_what_is_below_and_keeps_its_amounts() {
    let (session, known) = small();
    let heading: AccountNumber = "61".parse().unwrap();
    let open = session.budget(&BudgetLayout::default());
    let folded = [RowKey::Heading(heading)].into();
    let page = session.budget(&BudgetLayout { folded, ..BudgetLayout::default() });
    assert_eq!(years(&page, RowKey::Heading(heading)), years(&open, RowKey::Heading(heading)));
    let rent = RowKey::Item("6132".parse().unwrap(), known.rent.into());
    assert!(open.place(rent).is_some() && page.place(rent).is_none());
    // 6132 and 6135 with one line each.
    assert_eq!(open.row_count() - page.row_count(), 4);
}

#[test]
fn a_line_without_amounts_is_in_the_budget_all_the_same() {
    let mut session = empty();
    do_it(&mut session, new_line("Assurance", "616", None));
    let page = session.budget(&BudgetLayout::default());
    let item = ItemId::Line(session.plan().lines[0].id);
    let row = page.place_of_item(item).unwrap();
    assert_eq!(page.row(row).unwrap().title, "Assurance");
    assert_eq!(page.cents(row, 0), Some(0));
    assert!(page.cell(row, 0).editable);
}

#[test]
fn computed_rows_say_where_they_come_from() {
    let (session, known) = small();
    let page = session.budget(&BudgetLayout::default());
    let row = page.place_of_item(known.leader.into()).unwrap();
    assert_eq!(page.row(row).unwrap().note, "vient de l'équipe");
    assert_eq!(page.refusal(row).code.0, "session.cell-from-staff");
    assert!(!page.cell(row, 0).editable);
    let row = page.place_of_item(known.town_grant.into()).unwrap();
    assert_eq!(page.row(row).unwrap().note, "vient des financements");
    let heading = page.place(RowKey::Heading("61".parse().unwrap())).unwrap();
    assert_eq!(page.refusal(heading).code.0, "session.cell-is-a-sum");
}

#[test]
fn months_typed_by_hand_are_marked() {
    let (mut session, known) = small();
    do_it(
        &mut session,
        LineEdit::SetMonthAmount { line: known.rent, month: month("2027-03"), amount: euros("0") },
    );
    let page = everything_open(&session);
    let row = page.place_of_item(known.rent.into()).unwrap();
    let marked: Vec<usize> = (0..page.column_count()).filter(|n| page.cell(row, *n).by_hand).collect();
    // The year 2027 and its third month.
    assert_eq!(marked, [0, 3]);
}

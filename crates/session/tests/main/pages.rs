//! What pages show is what the engine's statements say.

use previ_engine::account::AccountNumber;
use previ_engine::certainty::CertaintyView;
use previ_engine::figure::Figure;
use previ_engine::id::ItemId;
use previ_engine::income::{Block as Statement, income_statement};
use previ_session::edits::{AgreementEdit, LineEdit, PositionEdit};
use previ_session::views::budget::{Block, BudgetLayout, BudgetPage, RowKey};
use previ_session::views::cash::{CashKey, CashPage};
use previ_session::views::columns::{Column, OpenYears};
use previ_session::views::explanation::{Scope, Subject};
use previ_session::views::home::NextKind;
use previ_session::{Input, Session};

use crate::plan::{NOW, do_it, empty, euros, examples, month, small, year};

fn all_open(session: &Session) -> OpenYears {
    session.income().years.iter().map(|year| year.key()).collect()
}

fn everything_open(session: &Session) -> BudgetPage {
    session.budget(&BudgetLayout { open_years: all_open(session), ..BudgetLayout::default() })
}

/// Each example and the small plan in each of the three views.
fn sessions() -> Vec<Session> {
    let mut all = Vec::new();
    for view in CertaintyView::ALL {
        for mut session in examples().into_iter().chain([small().0, empty()]) {
            session.apply(Input::SetView(view), NOW);
            all.push(session);
        }
    }
    all
}

/// The yearly amounts of a row.
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
    do_it(
        &mut session,
        LineEdit::Add { label: "Assurance".into(), account: "616".parse().unwrap(), activity: None },
    );
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

#[test]
fn the_cash_page_is_the_cash_forecast() {
    for session in sessions() {
        let page = session.cash(&all_open(&session));
        let forecast = session.cash_forecast();
        let months: Vec<usize> = page.columns.groups.iter().flat_map(|g| g.columns.clone().skip(1)).collect();
        let row = |page: &CashPage, key: CashKey| -> Vec<i64> {
            let row = page.rows.iter().position(|known| *known == key).unwrap();
            months.iter().filter_map(|column| page.cell(row, *column).cents).collect()
        };
        assert_eq!(row(&page, CashKey::Opening), forecast.opening_cents);
        assert_eq!(row(&page, CashKey::Closing), forecast.closing_cents);
        assert_eq!(row(&page, CashKey::Worst), forecast.worst_cents);
        for line in forecast.receipts.iter().chain(&forecast.payments) {
            assert_eq!(row(&page, CashKey::Row(line.row)), line.cents);
        }
        let (receipts, payments) = (row(&page, CashKey::Receipts), row(&page, CashKey::Payments));
        for (month, closing) in forecast.closing_cents.iter().enumerate() {
            assert_eq!(forecast.opening_cents[month] + receipts[month] + payments[month], *closing);
        }
    }
}

#[test]
fn a_year_of_cash_begins_ends_and_moves_as_its_months_do() {
    for session in sessions() {
        let page = session.cash(&OpenYears::new());
        let forecast = session.cash_forecast();
        let cell = |key, column| {
            let row = page.rows.iter().position(|known| *known == key).unwrap();
            page.cell(row, column).cents.unwrap()
        };
        for year in 0..page.columns.columns.len() {
            let months = year * 12..year * 12 + 12;
            assert_eq!(cell(CashKey::Opening, year), forecast.opening_cents[months.start]);
            assert_eq!(cell(CashKey::Closing, year), forecast.closing_cents[months.end - 1]);
            assert_eq!(Some(cell(CashKey::Worst, year)), forecast.worst_cents[months].iter().copied().min());
            let moved = cell(CashKey::Receipts, year) + cell(CashKey::Payments, year);
            assert_eq!(cell(CashKey::Opening, year) + moved, cell(CashKey::Closing, year));
        }
    }
}

#[test]
fn activities_add_up_to_the_whole_and_each_is_its_own_statement() {
    for session in sessions() {
        let page = session.activities();
        let view = session.view(session.selected_view());
        let whole = session.income();
        assert_eq!(page.rows[0].scope, Scope::Whole);
        assert_eq!(page.rows[0].costs_cents, whole.charges.total_cents);
        assert_eq!(page.rows[0].income_cents, whole.income.total_cents);
        let top = page.rows.iter().skip(1).filter(|row| row.depth == 0);
        let mut costs = vec![0; whole.years.len()];
        for row in top {
            for (total, part) in costs.iter_mut().zip(&row.costs_cents) {
                *total += part;
            }
        }
        assert_eq!(costs, whole.charges.total_cents);
        for row in &page.rows {
            if let Scope::Activity(id) = row.scope {
                let statement = income_statement(view, Some(id));
                assert_eq!(row.costs_cents, statement.charges.total_cents);
                assert_eq!(row.income_cents, statement.income.total_cents);
            }
        }
    }
}

#[test]
fn income_by_certainty_is_all_that_is_asked_for() {
    for session in sessions() {
        let view = session.view(CertaintyView::Everything);
        let statement = income_statement(view, None);
        let home = session.home();
        let mut total = vec![0; statement.years.len()];
        for row in &home.income {
            for (total, part) in total.iter_mut().zip(&row.cents) {
                *total += part;
            }
        }
        assert_eq!(total, statement.income.total_cents);
        assert_eq!(home.income.len(), 5);
    }
}

#[test]
fn agreements_and_positions_are_what_their_items_post() {
    for session in sessions() {
        let statement = session.income();
        let agreements = session.agreements();
        let staff = session.staff();
        let pay: AccountNumber = "64".parse().unwrap();
        let of_staff = statement.charges.headings.iter().find(|heading| heading.account == pay);
        let lines = session.plan().lines.iter().any(|line| line.account.is_under(pay));
        for year in 0..statement.years.len() {
            let cost: i64 = staff.rows.iter().map(|row| row.cost_cents[year]).sum();
            if !lines {
                assert_eq!(cost, of_staff.map_or(0, |heading| heading.total_cents[year]));
            }
            let income: i64 = agreements.rows.iter().map(|row| row.income_cents[year]).sum();
            assert!(income <= statement.income.total_cents[year]);
        }
        let months = session.cash_forecast();
        let receipts = months.receipts.iter().filter(|line| line.row.name().starts_with("grants"));
        let received: i64 = receipts.flat_map(|line| &line.cents).sum();
        let listed: i64 = agreements.rows.iter().flat_map(|row| &row.received_cents).sum();
        assert_eq!(listed, received);
    }
}

#[test]
fn an_edit_shows_on_every_page() {
    let (mut session, known) = small();
    // 20,000 + 3,000 less 7,200 less 12 × 2,000 × 1.4 = 33,600: −17,800.
    assert_eq!(session.home().years[0].result_cents, -1_780_000);
    do_it(
        &mut session,
        LineEdit::SetYearAmount { line: known.rent, year: year(2027), amount: euros("9600") },
    );
    let page = session.budget(&BudgetLayout::default());
    let row = page.place_of_item(known.rent.into()).unwrap();
    assert_eq!(page.cents(row, 0), Some(960_000));
    assert_eq!(session.home().years[0].result_cents, -2_020_000);
    assert_eq!(session.home().years[0].to_find_cents, 2_020_000);
    assert_eq!(session.activities().rows[0].costs_cents[0], 4_320_000);
    let rent = "cash.2027-02.expenses-61".parse::<Figure>().unwrap();
    assert_eq!(session.explain(rent.into()).unwrap().total_cents, -80_000);
    do_it(
        &mut session,
        PositionEdit::SetGross { position: known.leader, month: month("2028-01"), amount: euros("2500") },
    );
    // 12 × 2,500 × 1.4
    assert_eq!(session.staff().rows[0].cost_cents, [3_360_000, 4_200_000, 4_200_000]);
    do_it(&mut session, AgreementEdit::Remove(known.town_grant));
    assert!(session.agreements().rows.is_empty());
    assert_eq!(session.home().years[0].income_cents, 300_000);
    session.undo();
    assert_eq!(session.agreements().rows[0].income_cents, [2_000_000, 0, 0]);
    assert_eq!(session.agreements().rows[0].received_cents, [2_000_000, 0, 0]);
}

#[test]
fn the_three_views_count_different_money() {
    let (mut session, known) = small();
    do_it(&mut session, AgreementEdit::SetStage(known.town_grant, previ_engine::certainty::Stage::Filed));
    let income = |session: &mut Session, view| {
        session.apply(Input::SetView(view), NOW);
        session.home().years[0].income_cents
    };
    assert_eq!(income(&mut session, CertaintyView::Certain), 300_000);
    // Half of 20,000 for what is filed.
    assert_eq!(income(&mut session, CertaintyView::Expected), 1_300_000);
    assert_eq!(income(&mut session, CertaintyView::Everything), 2_300_000);
}

#[test]
fn an_empty_plan_says_what_to_do_next() {
    let kinds = |session: &Session| -> Vec<NextKind> {
        session.home().next_steps.iter().map(|step| step.kind).collect()
    };
    let start = [
        NextKind::ImportSheet,
        NextKind::OpenExample,
        NextKind::AddLines,
        NextKind::AddPositions,
        NextKind::AddAgreements,
    ];
    assert_eq!(kinds(&empty()), start);
    assert_eq!(kinds(&small().0), [NextKind::SetReserve]);
}

#[test]
fn alerts_come_gravest_first_with_words() {
    let (session, _) = small();
    let alerts = &session.home().alerts;
    assert!(alerts.is_sorted_by(|a, b| a.severity >= b.severity));
    // 5,000 + 20,000 + 3,000 do not last the year.
    assert!(session.cash_forecast().first_negative_end.is_some());
    assert!(alerts.iter().all(|alert| !alert.text.is_empty() && !alert.hint.is_empty()));
}

#[test]
fn every_cell_of_cash_is_a_figure_of_the_engine() {
    for session in sessions() {
        let page = session.cash(&all_open(&session));
        let view = session.view(session.selected_view());
        for group in &page.columns.groups {
            // Three months of a year are enough: each figure scans the whole journal.
            for column in group.columns.clone().skip(1).step_by(5) {
                for row in 0..page.rows.len() {
                    let cell = page.cell(row, column);
                    let Some(Subject::Figure(figure)) = cell.subject else {
                        continue;
                    };
                    assert_eq!(figure.value(view), cell.cents, "{figure}");
                }
            }
        }
    }
}

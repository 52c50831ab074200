//! The page *Trésorerie* is the cash forecast.

use previ_session::views::cash::{CashKey, CashPage};
use previ_session::views::columns::OpenYears;
use previ_session::views::explanation::Subject;

use crate::plan::{all_open, sessions};

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

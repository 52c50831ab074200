//! Every figure of the statements under a name, so that two sets of statements can be compared.

use std::collections::BTreeMap;

use previ_engine::account::AccountNumber;
use previ_engine::balance::balance_sheet;
use previ_engine::cash::{CashRow, cash_forecast};
use previ_engine::id::ActivityId;
use previ_engine::income::income_statement;
use previ_engine::month::Month;
use previ_engine::view::View;

/// A cell of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// An account of the fiscal year that begins in a month, for an activity and those below it, or for
    /// the whole.
    Income(Month, Option<ActivityId>, AccountNumber),
    /// The result of the fiscal year that begins in a month.
    Result(Month),
    /// Usable treasury at the start of a month.
    Opening(Month),
    /// Usable treasury at the end of a month.
    Closing(Month),
    /// The worst inside a month.
    Worst(Month),
    /// A row of the cash forecast.
    Cash(Month, CashRow),
    /// An account of a side of the balance sheet at the end of a month; the month before the plan for
    /// the opening.
    Balance(Month, Side, AccountNumber),
}

/// A side of the balance sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// What the association has (*actif*).
    Assets,
    /// Where it comes from (*passif*).
    Liabilities,
}

/// Cents by cell, those of zero left out.
pub type Figures = BTreeMap<Cell, i64>;

/// The figures of every statement of a view, the income of each activity included.
#[must_use]
pub fn figures(view: &View) -> Figures {
    let mut figures = Figures::new();
    let plan = view.plan();
    add_income(&mut figures, view, None);
    for activity in &plan.activities {
        add_income(&mut figures, view, Some(activity.id));
    }
    add_cash(&mut figures, view);
    add_balance(&mut figures, view);
    figures.retain(|_, cents| *cents != 0);
    figures
}

fn add_income(figures: &mut Figures, view: &View, activity: Option<ActivityId>) {
    let statement = income_statement(view, activity);
    let blocks =
        [&statement.charges, &statement.income, &statement.in_kind_uses, &statement.in_kind_resources];
    for row in blocks.into_iter().flat_map(|block| &block.headings).flat_map(|heading| &heading.rows) {
        for (year, cents) in statement.years.iter().zip(&row.cents) {
            figures.insert(Cell::Income(year.first, activity, row.account), *cents);
        }
    }
    if activity.is_none() {
        for (year, cents) in statement.years.iter().zip(&statement.result_cents) {
            figures.insert(Cell::Result(year.first), *cents);
        }
    }
}

fn add_cash(figures: &mut Figures, view: &View) {
    let forecast = cash_forecast(view);
    for (place, month) in forecast.months.iter().enumerate() {
        figures.insert(Cell::Opening(*month), forecast.opening_cents[place]);
        figures.insert(Cell::Closing(*month), forecast.closing_cents[place]);
        figures.insert(Cell::Worst(*month), forecast.worst_cents[place]);
        for line in forecast.receipts.iter().chain(&forecast.payments) {
            figures.insert(Cell::Cash(*month, line.row), line.cents[place]);
        }
    }
}

fn add_balance(figures: &mut Figures, view: &View) {
    let sheet = balance_sheet(view);
    let opening = view.timeline().first().plus(-1);
    let ends = std::iter::once(opening).chain(sheet.years.iter().map(|year| year.last()));
    for (column, end) in ends.enumerate() {
        for (side, rows) in [(Side::Assets, &sheet.assets), (Side::Liabilities, &sheet.liabilities)] {
            for row in rows {
                *figures.entry(Cell::Balance(end, side, row.account)).or_default() += row.cents[column];
            }
        }
    }
}

/// The first cell in which two sets of figures differ, in words.
///
/// # Errors
/// When they differ.
pub fn same(left: &Figures, right: &Figures) -> Result<(), String> {
    let mut cells = left.keys().chain(right.keys());
    match cells.find(|cell| left.get(cell) != right.get(cell)) {
        None => Ok(()),
        Some(cell) => {
            let (left, right) = (left.get(cell).unwrap_or(&0), right.get(cell).unwrap_or(&0));
            Err(format!("{cell:?}: {left} on the left, {right} on the right"))
        }
    }
}

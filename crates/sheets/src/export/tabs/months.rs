//! *Mois*: every cost and income by month, the working sheet behind the statements.

use previ_engine::certainty::Certainty;

use super::super::cell::{Look, Role, Shape};
use super::super::grids::{FIRST_COLUMN, FIRST_ROW, MonthRow, month_column, year_column};
use super::super::refs::Tab;
use super::super::sheet::{Print, Sheet};
use super::super::source::Source;
use super::super::style::serial;

/// Columns by which other sheets add up.
pub(in super::super) const ACCOUNT_COLUMN: u16 = 3;
pub(in super::super) const CLASS_COLUMN: u16 = 4;
pub(in super::super) const ACTIVITY_COLUMN: u16 = 5;
pub(in super::super) const CERTAINTY_COLUMN: u16 = 7;

/// The level of a certainty, 1 to 4 as funders' tables number it.
pub(in super::super) fn level(certainty: Certainty) -> i64 {
    certainty as i64 + 1
}

/// The sheet of these rows.
pub(in super::super) fn sheet(source: &Source<'_>, rows: Vec<MonthRow>) -> Sheet {
    let name = source.tab(Tab::Months);
    let mut sheet = Sheet::new(&name, &name, (1, &source.word("months-note")));
    let heads =
        ["label", "origin", "number", "account", "class", "activity-number", "activity", "certainty-level"];
    grid_heads(source, &mut sheet, &heads);
    for (row, item) in (FIRST_ROW..).zip(rows) {
        labels(source, &mut sheet, row, &item);
        for year in 0..source.years.len() {
            let look = Look(Role::Subtotal, Shape::Cents);
            sum_of_year(source, &mut sheet, (row, year), item.year_cents(year), look);
        }
        for (month, cell) in item.cells.into_iter().enumerate() {
            sheet.cell(row, month_column(source.years.len(), month), cell, Shape::Cents);
        }
    }
    sheet
}

/// What *Mois*, *Règlements* and *Équipe* share: heads, widths, years and months, frozen panes, print.
pub(super) fn grid_heads(source: &Source<'_>, sheet: &mut Sheet, heads: &[&str]) {
    let years = source.years.len();
    let last = month_column(years, source.months.len()) - 1;
    sheet.widths = vec![(0, 0, 50.0), (1, 1, 21.0), (2, 5, 8.0), (6, 6, 26.0), (7, 7, 10.0), (8, last, 11.5)];
    sheet.frozen = (FIRST_ROW, 1);
    let row = FIRST_ROW - 1;
    sheet.headers(row, 0, &source.words(heads));
    sheet.headers(row, FIRST_COLUMN, &source.year_names());
    for (place, month) in source.months.iter().enumerate() {
        let column = month_column(years, place);
        sheet.whole(row, column, serial(*month), Look(Role::Header, Shape::Month));
    }
    sheet.print = Print::PageByYear {
        breaks: (0..years).map(|year| month_column(years, year * 12).into()).collect(),
        repeated: (row, row),
        repeated_columns: (0, 0),
        scale: 54,
    };
}

/// The total of a year of a row whose months stand further right.
pub(super) fn sum_of_year(
    source: &Source<'_>,
    sheet: &mut Sheet,
    (row, year): (u32, usize),
    cents: i64,
    look: Look,
) {
    let years = source.years.len();
    let [first, last] = [year * 12, year * 12 + 11].map(|month| (row, month_column(years, month)));
    let formula = format!("SUM({})", source.refs.here_span(first, last));
    sheet.formula(row, year_column(year), formula, cents, look);
}

fn labels(source: &Source<'_>, sheet: &mut Sheet, row: u32, item: &MonthRow) {
    let (plain, number) = (Look(Role::Plain, Shape::Text), Look(Role::Plain, Shape::Whole));
    sheet.shaped_text(row, 0, &item.label, plain);
    sheet.shaped_text(row, 1, &item.origin, plain);
    sheet.whole(row, 2, item.item.number().into(), number);
    sheet.whole(row, ACCOUNT_COLUMN, account_key(item), number);
    sheet.whole(row, CLASS_COLUMN, item.account.class().into(), number);
    let activity = source.registry.activity_at(item.activity).map_or(0, |id| id.0.into());
    sheet.whole(row, ACTIVITY_COLUMN, activity, number);
    sheet.shaped_text(row, 6, &source.activity_at(item.activity), plain);
    if let Some(certainty) = item.certainty {
        sheet.whole(row, CERTAINTY_COLUMN, level(certainty), number);
    }
}

/// The account as a number, by which sums find it.
fn account_key(item: &MonthRow) -> i64 {
    item.account.prefix(9).into()
}

//! *Règlements*: every movement of money by month, and the balance of each treasury account.

use previ_engine::cash::CashRow;
use previ_engine::treasury::BalanceReading;
use previ_words::cash_row;

use super::super::cell::{Cell, Look, Role, Shape};
use super::super::grids::{FIRST_ROW, MoneyRow, money_row, month_column};
use super::super::refs::{Rows, Tab};
use super::super::sheet::Sheet;
use super::super::source::Source;
use super::assumptions::Assumed;
use super::balances::{Balance, Balances};
use super::months::{grid_heads, sum_of_year};

/// The column with the number of the row of the cash forecast.
pub(in super::super) const ROW_COLUMN: u16 = 3;
/// The column with the number of the treasury account.
pub(super) const TREASURY_COLUMN: u16 = 5;

/// Where *Règlements* holds what *Trésorerie* adds up.
pub(in super::super) struct Placed {
    /// Rows that the cash forecast counts.
    pub(in super::super) counted: Rows,
    /// The rows of the cash forecast that occur among them.
    pub(in super::super) cash_rows: Vec<CashRow>,
    /// The balance of each treasury account.
    pub(in super::super) balances: Vec<Balance>,
    /// First row below everything.
    pub(in super::super) end: u32,
}

/// A row of the sheet, and the reading of a bank statement it may come from.
pub(super) struct Line<'a> {
    pub(super) row: u32,
    pub(super) money: MoneyRow,
    pub(super) reading: Option<&'a BalanceReading>,
}

/// The number by which a row of the cash forecast is found, from 1.
pub(in super::super) fn row_number(row: CashRow) -> i64 {
    row.place() as i64 + 1
}

/// The sheet of movements, those that the cash forecast counts and the others, and where its parts stand.
pub(in super::super) fn sheet(
    source: &Source<'_>,
    (moving, others): (Vec<MoneyRow>, Vec<MoneyRow>),
    assumed: &Assumed,
) -> (Sheet, Placed) {
    let name = source.tab(Tab::Money);
    let mut sheet = Sheet::new(&name, &name, (1, &source.word("money-note")));
    let heads = [
        "label",
        "origin",
        "number",
        "cash-row-number",
        "cash-row",
        "treasury-number",
        "treasury",
        "counted-in-cash",
    ];
    grid_heads(source, &mut sheet, &heads);
    sheet.widths.extend([(3, 3, 10.0), (4, 4, 34.0), (5, 5, 13.0), (6, 6, 20.0), (7, 7, 10.0)]);
    let (usable, blocked): (Vec<_>, Vec<_>) =
        readings(source).into_iter().partition(|line| source.is_usable(line.money.treasury));
    let plain = |money: MoneyRow| Line { row: 0, money, reading: None };
    let rows = |first: u32, count: usize| Rows { first, end: first + count as u32 };
    let counted = rows(FIRST_ROW, moving.len() + usable.len());
    // An empty row and a title: sums over no row at all look at the empty one.
    let sums = [rows(FIRST_ROW, moving.len()), rows(counted.end + 2, others.len())];
    let outside = sums[1];
    let mut lines: Vec<Line<'_>> = moving.into_iter().map(plain).collect();
    lines.extend(usable);
    lines.iter_mut().zip(FIRST_ROW..).for_each(|(line, row)| line.row = row);
    let mut others: Vec<Line<'_>> = others.into_iter().map(plain).collect();
    others.extend(blocked);
    others.iter_mut().zip(outside.first..).for_each(|(line, row)| line.row = row);
    if !others.is_empty() {
        let columns = month_column(source.years.len(), source.months.len());
        sheet.section(outside.first - 1, columns, &source.word("not-counted-title"));
    }
    lines.append(&mut others);
    let mut balances = Balances::new(source, assumed, sums);
    balances.fill_readings(&mut lines);
    let mut cash_rows: Vec<CashRow> = lines.iter().filter_map(|line| line.money.row).collect();
    cash_rows.sort_by_key(|row| row.place());
    cash_rows.dedup();
    let balances = balances.write(&mut sheet, &lines);
    for line in lines {
        let row = line.row;
        labels(source, &mut sheet, row, &line.money, &balances);
        for year in 0..source.years.len() {
            let cents = line.money.cells.iter().skip(year * 12).take(12).map(Cell::cents).sum();
            sum_of_year(source, &mut sheet, (row, year), cents, Look(Role::Subtotal, Shape::Flow));
        }
        for (month, cell) in line.money.cells.into_iter().enumerate() {
            sheet.cell(row, month_column(source.years.len(), month), cell, Shape::Flow);
        }
    }
    let end = balances.last().map_or(FIRST_ROW, |balance| balance.row + 1);
    (sheet, Placed { counted, cash_rows, balances, end })
}

/// The balances read inside the horizon, in the order in which they count, each with its row still empty.
fn readings<'a>(source: &Source<'a>) -> Vec<Line<'a>> {
    let inside = source.plan.readings.iter().filter(|reading| source.place(reading.month).is_some());
    let mut all: Vec<&BalanceReading> = inside.map(|reading| &**reading).collect();
    all.sort_by_key(|reading| (reading.month, reading.id));
    let line = |reading: &'a BalanceReading| {
        let treasury = source.registry.treasury(Some(reading.account));
        let mut money = money_row(source, reading.id.into(), CashRow::Readings, treasury);
        money.row = money.row.filter(|_| source.is_usable(treasury));
        Line { row: 0, money, reading: Some(reading) }
    };
    all.into_iter().map(line).collect()
}

fn labels(source: &Source<'_>, sheet: &mut Sheet, row: u32, item: &MoneyRow, balances: &[Balance]) {
    let (plain, number) = (Look(Role::Plain, Shape::Text), Look(Role::Plain, Shape::Whole));
    sheet.shaped_text(row, 0, &item.label, plain);
    sheet.shaped_text(row, 1, &item.origin, plain);
    sheet.whole(row, 2, item.item.number().into(), number);
    if let Some(cash) = item.row {
        sheet.whole(row, ROW_COLUMN, row_number(cash), number);
        sheet.shaped_text(row, 4, &cash_row(source.language, cash), plain);
    }
    if let Some(balance) = balances.iter().find(|balance| balance.treasury == item.treasury) {
        sheet.whole(row, TREASURY_COLUMN, balance.number, number);
        sheet.shaped_text(row, 6, &balance.name, plain);
    }
    let counted = if item.row.is_some() { "yes" } else { "no" };
    sheet.shaped_text(row, 7, &source.word(counted), Look(Role::Plain, Shape::Centred));
}

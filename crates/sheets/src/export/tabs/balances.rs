//! The block of *Règlements* below the movements: for each treasury account what moves in a month and its
//! balance; and the differences with balances read on bank statements, which depend on it.

use previ_engine::journal::AccountIndex;
use previ_engine::treasury::BalanceReading;

use super::super::cell::{Cell, Look, Role, Shape};
use super::super::grids::{FIRST_ROW, month_column};
use super::super::refs::{Rows, Tab};
use super::super::sheet::Sheet;
use super::super::source::Source;
use super::assumptions::Assumed;
use super::money::{Line, TREASURY_COLUMN};

/// The balance of a treasury account.
pub(in super::super) struct Balance {
    pub(super) treasury: AccountIndex,
    /// The number by which its movements are found, from 1.
    pub(super) number: i64,
    pub(in super::super) name: String,
    /// The row of *Règlements*.
    pub(in super::super) row: u32,
    /// At each month end.
    pub(in super::super) cents: Vec<i64>,
}

/// What the block is made from.
pub(super) struct Balances<'a> {
    source: &'a Source<'a>,
    assumed: &'a Assumed,
    /// Treasury accounts with their names and opening balances.
    accounts: Vec<(AccountIndex, String, i64)>,
    /// Rows of movements, readings excepted.
    moving: [Rows; 2],
    /// Row, account and month of each reading.
    readings: Vec<(u32, AccountIndex, usize)>,
    /// First row of the block.
    first: u32,
}

impl<'a> Balances<'a> {
    pub(super) fn new(source: &'a Source<'a>, assumed: &'a Assumed, moving: [Rows; 2]) -> Self {
        let plan = source.plan;
        let mut accounts: Vec<(AccountIndex, String, i64)> = Vec::new();
        for account in &plan.treasury {
            let place = source.registry.treasury(Some(account.id));
            accounts.push((place, account.label.clone(), account.opening.cents()));
        }
        if accounts.is_empty() {
            accounts.push((source.registry.treasury(None), source.word("bank"), 0));
        }
        Self { source, assumed, accounts, moving, readings: Vec::new(), first: 0 }
    }

    /// Gives the rows of readings their formulas: the balance read, less the one there would be.
    pub(super) fn fill_readings(&mut self, lines: &mut [Line<'_>]) {
        self.first = lines.last().map_or(FIRST_ROW, |line| line.row) + 4;
        for line in lines.iter() {
            if let Some(month) = line.reading.and_then(|reading| self.source.place(reading.month)) {
                self.readings.push((line.row, line.money.treasury, month));
            }
        }
        for line in lines {
            let month = line.reading.and_then(|reading| self.source.place(reading.month));
            if let (Some(reading), Some(month)) = (line.reading, month)
                && let Some(cell) = line.money.cells.get_mut(month)
            {
                *cell = self.reading_cell(reading, line.money.treasury, month, line.row);
            }
        }
    }

    fn reading_cell(&self, reading: &BalanceReading, treasury: AccountIndex, month: usize, row: u32) -> Cell {
        let Some(read) = self.assumed.reading(reading.id) else { return Cell::Blank };
        let known = self.known(treasury, month, row).join("+");
        let money = self.source.money(reading.id.into());
        let cents = money.iter().filter_map(|money| money.net().get(month).copied()).sum();
        Cell::Formula(format!("ROUND({read}-({known}),2)"), cents)
    }

    /// What makes up the balance of a month: the balance before, the movement, and the readings that
    /// stand above `row`.
    fn known(&self, treasury: AccountIndex, month: usize, row: u32) -> Vec<String> {
        let refs = &self.source.refs;
        let movement = self.movement_row(treasury);
        let before = match month.checked_sub(1) {
            Some(before) => refs.here(movement + 1, self.column(before)),
            None => self.assumed.treasury(self.source, treasury),
        };
        let mut known = vec![before, refs.here(movement, self.column(month))];
        let earlier = self
            .readings
            .iter()
            .filter(|(place, account, when)| *place < row && *account == treasury && *when == month);
        known.extend(earlier.map(|(place, ..)| refs.here(*place, self.column(month))));
        known
    }

    fn movement_row(&self, treasury: AccountIndex) -> u32 {
        let place = self.accounts.iter().position(|(account, ..)| *account == treasury);
        self.first + 2 * place.unwrap_or(0) as u32
    }

    fn column(&self, month: usize) -> u16 {
        month_column(self.source.years.len(), month)
    }

    /// Writes the block and says where each balance stands.
    pub(super) fn write(&self, sheet: &mut Sheet, lines: &[Line<'_>]) -> Vec<Balance> {
        let last = self.column(self.source.months.len()) - 1;
        sheet.section(self.first - 1, last + 1, &self.source.word("balances-title"));
        let mut balances = Vec::new();
        for ((treasury, name, opening), number) in self.accounts.iter().zip(1..) {
            let row = self.movement_row(*treasury);
            sheet.text(row, 0, &format!("{name} – {}", self.source.word("movement")), Role::Plain);
            sheet.whole(row, TREASURY_COLUMN, number, Look(Role::Plain, Shape::Whole));
            sheet.text(row + 1, 0, &format!("{name} – {}", self.source.word("balance")), Role::Total);
            // By month what moves, and the differences with what was read.
            let mut moved = vec![(0, 0); self.source.months.len()];
            for line in lines.iter().filter(|line| line.money.treasury == *treasury) {
                for ((movement, read), cell) in moved.iter_mut().zip(&line.money.cells) {
                    *if line.reading.is_some() { read } else { movement } += cell.cents();
                }
            }
            let mut cents = Vec::new();
            let mut balance = *opening;
            for (month, (movement, read)) in moved.into_iter().enumerate() {
                balance += movement + read;
                cents.push(balance);
                let column = self.column(month);
                sheet.formula(row, column, self.movement(row, column), movement, PLAIN);
                let sum = self.known(*treasury, month, u32::MAX).join("+");
                sheet.formula(row + 1, column, format!("ROUND({sum},2)"), balance, TOTAL);
            }
            sheet.warned.push((row + 1, self.column(0), last));
            balances.push(Balance { treasury: *treasury, number, name: name.clone(), row: row + 1, cents });
        }
        balances
    }

    fn movement(&self, row: u32, column: u16) -> String {
        let refs = &self.source.refs;
        let key = refs.fixed(Tab::Money, row, TREASURY_COLUMN);
        let used = self.moving.iter().filter(|rows| rows.first < rows.end);
        let sums = used.map(|rows| {
            let keys = refs.down(Tab::Money, TREASURY_COLUMN, rows, true);
            format!("SUMIF({keys},{key},{})", refs.down(Tab::Money, column, rows, false))
        });
        let sum = sums.collect::<Vec<_>>().join("+");
        if sum.is_empty() { "0".to_owned() } else { sum }
    }
}

const PLAIN: Look = Look(Role::Plain, Shape::Flow);
const TOTAL: Look = Look(Role::Total, Shape::Flow);

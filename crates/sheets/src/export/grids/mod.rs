//! The two working sheets behind every statement: *Mois* with each cost and income by month, *Règlements*
//! with each movement of money by month.

pub(super) mod agreements;
pub(super) mod assets;
pub(super) mod payments;
pub(super) mod schedule;
pub(super) mod scheduled;
mod settled;
pub(super) mod staff;
pub(super) mod treasury;

use previ_engine::account::AccountNumber;
use previ_engine::cash::CashRow;
use previ_engine::certainty::Certainty;
use previ_engine::id::ItemId;
use previ_engine::journal::{AccountIndex, ActivityIndex};
use previ_words::item_kind;

use super::cell::Cell;
use super::refs::{Refs, Rows, Tab};
use super::source::Source;

/// First row of amounts on every sheet with a head in the fourth row.
pub(super) const FIRST_ROW: u32 = 4;
/// First column of amounts, after the labels.
pub(super) const FIRST_COLUMN: u16 = 8;

/// Column of a year's total, counted from 0.
pub(super) fn year_column(year: usize) -> u16 {
    FIRST_COLUMN + year as u16
}

/// Column of a month of a horizon of `years` years, counted from 0.
pub(super) fn month_column(years: usize, month: usize) -> u16 {
    FIRST_COLUMN + years as u16 + month as u16
}

/// A row of *Mois*: a cost or an income on one account for one activity.
#[derive(Clone, Debug)]
pub(super) struct MonthRow {
    pub(super) label: String,
    pub(super) origin: String,
    pub(super) item: ItemId,
    pub(super) account: AccountNumber,
    pub(super) activity: ActivityIndex,
    pub(super) certainty: Option<Certainty>,
    pub(super) cells: Vec<Cell>,
}

/// A row of *Règlements*: money of an item through one treasury account.
#[derive(Clone, Debug)]
pub(super) struct MoneyRow {
    pub(super) label: String,
    pub(super) origin: String,
    pub(super) item: ItemId,
    /// The row of the cash forecast; `None` for what stays outside of it.
    pub(super) row: Option<CashRow>,
    pub(super) treasury: AccountIndex,
    pub(super) cells: Vec<Cell>,
}

/// The rows of both sheets.
#[derive(Debug, Default)]
pub(super) struct Grids {
    pub(super) months: Vec<MonthRow>,
    /// Money that the cash forecast counts.
    pub(super) money: Vec<MoneyRow>,
    /// Money that it does not: blocked accounts, transfers between usable ones.
    pub(super) outside: Vec<MoneyRow>,
}

impl Grids {
    /// Adds a row of *Mois* and says where it stands.
    pub(super) fn push_months(&mut self, row: MonthRow) -> u32 {
        self.months.push(row);
        FIRST_ROW + self.months.len() as u32 - 1
    }

    /// Adds a row of *Règlements* unless it is wholly empty.
    pub(super) fn push_money(&mut self, source: &Source<'_>, mut row: MoneyRow) {
        if !row.cells.iter().any(Cell::is_used) {
            return;
        }
        if source.is_usable(row.treasury) {
            self.money.push(row);
        } else {
            row.row = None;
            self.outside.push(row);
        }
    }

    /// Adds all rows of other grids.
    pub(super) fn append(&mut self, mut others: Self) {
        self.months.append(&mut others.months);
        self.money.append(&mut others.money);
        self.outside.append(&mut others.outside);
    }

    /// The rows of *Mois*.
    pub(super) fn month_rows(&self) -> Rows {
        Rows { first: FIRST_ROW, end: FIRST_ROW + self.months.len() as u32 }
    }
}

impl MonthRow {
    /// An amount of a year.
    pub(super) fn year_cents(&self, year: usize) -> i64 {
        self.cells.iter().skip(year * 12).take(12).map(Cell::cents).sum()
    }
}

/// Empty rows for an item, to be filled.
pub(super) fn month_row(source: &Source<'_>, item: ItemId, account: AccountNumber) -> MonthRow {
    MonthRow {
        label: source.plan.label(item).to_owned(),
        origin: item_kind(source.language, item),
        item,
        account,
        activity: ActivityIndex::STRUCTURE,
        certainty: None,
        cells: vec![Cell::Blank; source.months.len()],
    }
}

/// An empty row of money of an item, to be filled.
pub(super) fn money_row(source: &Source<'_>, item: ItemId, row: CashRow, treasury: AccountIndex) -> MoneyRow {
    MoneyRow {
        label: source.plan.label(item).to_owned(),
        origin: item_kind(source.language, item),
        item,
        row: Some(row),
        treasury,
        cells: vec![Cell::Blank; source.months.len()],
    }
}

/// A month of a row of *Mois*, as a formula in the same month of another sheet names it.
pub(super) fn month_cell(refs: &Refs, years: usize, row: u32, month: usize) -> String {
    refs.at(Tab::Months, row, month_column(years, month))
}

/// Amounts calculated by Prévi as cells.
pub(super) fn derived(cents: &[i64]) -> Vec<Cell> {
    cents.iter().map(|cents| Cell::derived(*cents)).collect()
}

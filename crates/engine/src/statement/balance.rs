//! The balance sheet at the opening and at each year end.

use alloc::vec::Vec;

use crate::account::AccountNumber;
use crate::journal::{AccountIndex, accounts};
use crate::timeline::{FiscalYear, MonthIndex};
use crate::view::View;

/// The balance sheet (*bilan prévisionnel*): one column for the opening, then one per year end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BalanceSheet {
    /// The fiscal years whose ends are the columns after the first.
    pub years: Vec<FiscalYear>,
    /// What the association has (*actif*).
    pub assets: Vec<BalanceRow>,
    /// Where it comes from (*passif*).
    pub liabilities: Vec<BalanceRow>,
    /// Total of each side by column; both sides are equal.
    pub total_cents: Vec<i64>,
}

/// A row of the balance sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BalanceRow {
    /// Its account: an item's debit on 401 stands under 486, its credit on 411 under 487, the result
    /// under 120, a deficit under 129, losses carried forward under 119.
    pub account: AccountNumber,
    /// Amounts by column, above zero on the usual side of the block.
    pub cents: Vec<i64>,
}

const PREPAID: AccountNumber = AccountNumber::of(486);
const LOSSES_CARRIED_FORWARD: AccountNumber = AccountNumber::of(119);
const DEFICIT: AccountNumber = AccountNumber::of(129);
const OVERDRAFTS: AccountNumber = AccountNumber::of(519);

/// The balance sheet of a view.
#[must_use]
pub fn balance_sheet(view: &View) -> BalanceSheet {
    let years = view.timeline().fiscal_years();
    let columns = years.len() + 1;
    let mut assets = Side { rows: Vec::new(), columns };
    let mut liabilities = Side { rows: Vec::new(), columns };
    let mut result = 0;
    for column in 0..columns {
        if let Some(year) = column.checked_sub(1) {
            result += view.cubes.result_cents(year);
        }
        let end = MonthIndex(column as u16 * 12);
        for (index, account) in view.registry().accounts().iter().enumerate() {
            let place = AccountIndex(index as u16);
            let number = account.number;
            if view.cubes.is_third_party(place) {
                let (claims, debts) = view.cubes.third_party(place, column);
                let on_claims = if number.prefix(2) == 40 { PREPAID } else { number };
                let on_debts = if number.prefix(2) == 41 { accounts::DEFERRED_INCOME } else { number };
                assets.add(on_claims, column, claims);
                liabilities.add(on_debts, column, debts);
                continue;
            }
            let balance = view.cubes.balance(place, end);
            match number.class() {
                // Shown below with the results it takes from.
                1 if number == accounts::RESULT => {}
                1 if number == accounts::CARRIED_FORWARD && balance > 0 => {
                    liabilities.add(LOSSES_CARRIED_FORWARD, column, -balance);
                }
                1 => liabilities.add(number, column, -balance),
                5 if balance < 0 => liabilities.add(OVERDRAFTS, column, -balance),
                2..=5 => assets.add(number, column, balance),
                _ => {}
            }
        }
        let appropriated = view.cubes.balance(view.registry().account(accounts::RESULT), end);
        let left = result - appropriated;
        liabilities.add(if left < 0 { DEFICIT } else { accounts::RESULT }, column, left);
    }
    let total = |side: &Side| -> Vec<i64> {
        (0..columns).map(|column| side.rows.iter().map(|row| row.cents[column]).sum()).collect()
    };
    BalanceSheet {
        years,
        total_cents: total(&assets),
        assets: assets.in_order(),
        liabilities: liabilities.in_order(),
    }
}

struct Side {
    rows: Vec<BalanceRow>,
    columns: usize,
}

impl Side {
    fn add(&mut self, account: AccountNumber, column: usize, cents: i64) {
        if cents == 0 {
            return;
        }
        let place = self.rows.iter().position(|row| row.account == account).unwrap_or_else(|| {
            self.rows.push(BalanceRow { account, cents: alloc::vec![0; self.columns] });
            self.rows.len() - 1
        });
        if let Some(cell) = self.rows.get_mut(place).and_then(|row| row.cents.get_mut(column)) {
            *cell += cents;
        }
    }

    fn in_order(mut self) -> Vec<BalanceRow> {
        self.rows.sort_by_key(|row| row.account);
        self.rows
    }
}

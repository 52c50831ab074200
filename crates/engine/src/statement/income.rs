//! The income statement in the two blocks of a French budget.

use alloc::vec::Vec;

use crate::account::AccountNumber;
use crate::id::ActivityId;
use crate::journal::AccountIndex;
use crate::timeline::FiscalYear;
use crate::view::View;

/// The income statement (*compte de résultat prévisionnel*) of all years, amounts in cents by year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncomeStatement {
    /// The fiscal years, one per column.
    pub years: Vec<FiscalYear>,
    /// Class 6 (*charges*).
    pub charges: Block,
    /// Class 7 (*produits*).
    pub income: Block,
    /// Uses of contributions in kind, 86 (*emplois*).
    pub in_kind_uses: Block,
    /// Resources of contributions in kind, 87 (*ressources*).
    pub in_kind_resources: Block,
    /// Excess above zero, deficit below (*excédent, insuffisance*).
    pub result_cents: Vec<i64>,
    /// What is still to be found for a result of zero (*à trouver*), never below zero.
    pub to_find_cents: Vec<i64>,
}

/// One side of the statement, by two-digit headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// The headings in order, those without any amount left out.
    pub headings: Vec<Heading>,
    /// Total of the block by year.
    pub total_cents: Vec<i64>,
}

/// A two-digit heading, such as 60 *Achats*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its number.
    pub account: AccountNumber,
    /// Its accounts in order.
    pub rows: Vec<AccountRow>,
    /// Its total by year.
    pub total_cents: Vec<i64>,
}

/// An account of the statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountRow {
    /// Its number.
    pub account: AccountNumber,
    /// Its amount by year, above zero on its usual side.
    pub cents: Vec<i64>,
}

/// The income statement of the whole, or of one activity with those below it.
#[must_use]
pub fn income_statement(view: &View, activity: Option<ActivityId>) -> IncomeStatement {
    let registry = view.registry();
    let chosen = activity.map(|id| registry.subtree(registry.activity(Some(id)).0));
    statement_of(view, |account, year| view.cubes.flow(year, account, chosen.as_deref()))
}

/// The income statement in which each account is, by fiscal year, what `debit` says: debit minus credit.
pub(crate) fn statement_of(view: &View, debit: impl Fn(AccountIndex, usize) -> i64) -> IncomeStatement {
    let years = view.timeline().fiscal_years();
    let mut blocks = [6, 7, 86, 87]
        .map(|_| Block { headings: Vec::new(), total_cents: years.iter().map(|_| 0).collect() });
    for (index, account) in view.registry().accounts().iter().enumerate() {
        let heading = account.number.heading();
        let (block, sign) = match (account.number.class(), heading.prefix(2)) {
            (6, _) => (&mut blocks[0], 1),
            (7, _) => (&mut blocks[1], -1),
            (8, 87) => (&mut blocks[3], -1),
            (8, _) => (&mut blocks[2], 1),
            _ => continue,
        };
        let place = AccountIndex(index as u16);
        let cents: Vec<i64> = (0..years.len()).map(|year| sign * debit(place, year)).collect();
        if cents.iter().any(|cents| *cents != 0) {
            block.add(heading, AccountRow { account: account.number, cents });
        }
    }
    let [charges, income, in_kind_uses, in_kind_resources] = blocks;
    let both = income.total_cents.iter().zip(&charges.total_cents);
    let result_cents: Vec<i64> = both.map(|(income, charges)| income - charges).collect();
    let to_find_cents = result_cents.iter().map(|result| (-result).max(0)).collect();
    IncomeStatement { years, charges, income, in_kind_uses, in_kind_resources, result_cents, to_find_cents }
}

impl Block {
    fn add(&mut self, heading: AccountNumber, row: AccountRow) {
        add(&mut self.total_cents, &row.cents);
        if self.headings.last().is_none_or(|last| last.account != heading) {
            let total_cents = row.cents.iter().map(|_| 0).collect();
            self.headings.push(Heading { account: heading, rows: Vec::new(), total_cents });
        }
        if let Some(last) = self.headings.last_mut() {
            add(&mut last.total_cents, &row.cents);
            last.rows.push(row);
        }
    }
}

fn add(total: &mut [i64], part: &[i64]) {
    for (total, part) in total.iter_mut().zip(part) {
        *total += part;
    }
}

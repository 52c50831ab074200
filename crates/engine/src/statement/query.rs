//! Every figure is a query over the journal: `sum` makes it, `rows` explains it.

use alloc::vec::Vec;

use crate::account::AccountNumber;
use crate::cash::CashRow;
use crate::id::{ActivityId, ItemId};
use crate::journal::{AccountIndex, Entry, Segment};
use crate::timeline::MonthIndex;
use crate::view::View;

/// Which entries, and which of their sides count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// The accounts whose debits count plus and whose credits count minus.
    pub accounts: AccountFilter,
    /// First month counted.
    pub from: MonthIndex,
    /// Last month counted.
    pub to: MonthIndex,
    /// Only entries for this activity and those below it.
    pub activity: Option<ActivityId>,
    /// Only entries of this cash row.
    pub cash_row: Option<CashRow>,
    /// Only entries of this item.
    pub item: Option<ItemId>,
}

/// A set of accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountFilter {
    /// An account and those below it.
    Under(AccountNumber),
    /// Classes 6 and 7.
    Result,
    /// Treasury that can be used.
    UsableTreasury,
}

impl Query {
    /// All entries of some accounts from one month to another.
    #[must_use]
    pub fn new(accounts: AccountFilter, from: MonthIndex, to: MonthIndex) -> Self {
        Self { accounts, from, to, activity: None, cash_row: None, item: None }
    }
}

/// An entry and what it adds to a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The item it comes from.
    pub item: ItemId,
    /// The entry.
    pub entry: Entry,
    /// Debit minus credit on the accounts of the query, in cents.
    pub cents: i64,
}

/// The figure: debit minus credit, in cents.
#[must_use]
pub fn sum(view: &View, query: &Query) -> i64 {
    let mut total = 0;
    scan(view, query, |row| total += row.cents);
    total
}

/// The entries behind the figure, in the order of the journal.
#[must_use]
pub fn rows(view: &View, query: &Query) -> Vec<Row> {
    let mut rows = Vec::new();
    scan(view, query, |row| rows.push(row));
    rows
}

fn scan(view: &View, query: &Query, mut found: impl FnMut(Row)) {
    let registry = view.registry();
    let matches = |index: usize| {
        let place = AccountIndex(index as u16);
        let number = registry.account_at(place).number;
        match query.accounts {
            AccountFilter::Under(parent) => number.is_under(parent),
            AccountFilter::Result => matches!(number.class(), 6 | 7),
            AccountFilter::UsableTreasury => view.cubes.is_usable(place),
        }
    };
    let accounts: Vec<bool> = (0..registry.accounts().len()).map(matches).collect();
    let activities = query.activity.map(|id| registry.subtree(registry.activity(Some(id)).0));
    let wanted = |segment: &Segment, entry: &Entry| {
        let row = || CashRow::of(segment, entry.rule);
        (query.from..=query.to).contains(&entry.month)
            && activities.as_ref().is_none_or(|chosen| chosen[usize::from(entry.activity.0)])
            && query.cash_row.is_none_or(|wanted| row() == wanted)
    };
    for segment in view.segments() {
        if query.item.is_some_and(|item| item != segment.item) {
            continue;
        }
        for entry in segment.entries().filter(|entry| wanted(segment, entry)) {
            let debit = i64::from(accounts[usize::from(entry.debit.0)]);
            let credit = i64::from(accounts[usize::from(entry.credit.0)]);
            let cents = entry.amount_cents * (debit - credit);
            if cents != 0 {
                found(Row { item: segment.item, entry, cents });
            }
        }
    }
}

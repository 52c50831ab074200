//! Every figure is a query over the journal: `sum` makes it, `rows` explains it.

use alloc::vec::Vec;

use crate::account::AccountNumber;
use crate::allocation::AllocationRow;
use crate::cash::CashRow;
use crate::id::{ActivityId, ItemId, PoolId};
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

/// Which rows of the allocation: what keys take from the structure to activities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedQuery {
    /// Only costs of this account and those below it.
    pub account: Option<AccountNumber>,
    /// First month counted.
    pub from: MonthIndex,
    /// Last month counted.
    pub to: MonthIndex,
    /// Only what this activity and those below it get.
    pub activity: Option<ActivityId>,
    /// Only what this pool shares out.
    pub pool: Option<PoolId>,
}

/// The shared cost that activities get, in cents; the journal knows nothing of it.
#[must_use]
pub fn shared_sum(view: &View, query: &SharedQuery) -> i64 {
    matching(view, query).map(|row| row.cents).sum()
}

/// The rows behind it, by pool, account, post, month, activity.
#[must_use]
pub fn shared_rows(view: &View, query: &SharedQuery) -> Vec<AllocationRow> {
    matching(view, query).collect()
}

fn matching<'a>(view: &'a View, query: &'a SharedQuery) -> impl Iterator<Item = AllocationRow> + 'a {
    let registry = view.registry();
    let activities = query.activity.map(|id| registry.subtree(registry.activity(Some(id)).0));
    let wanted = move |row: &AllocationRow| {
        let place = usize::from(registry.activity(Some(row.activity)).0.0);
        (query.from..=query.to).contains(&row.month)
            && query.account.is_none_or(|account| row.account.is_under(account))
            && query.pool.is_none_or(|pool| row.pool == pool)
            && activities.as_ref().is_none_or(|chosen| chosen[place])
    };
    view.allocation_rows().filter(wanted)
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

//! Shared costs as funding sees them: gone from the structure, standing on activities.

use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::account::AccountNumber;
use crate::allocation::{Allocation, SharedCost};
use crate::funding::cells::{CellKey, Cells, is_cost};
use crate::id::PositionId;
use crate::journal::{AccountIndex, ActivityIndex};
use crate::plan::Plan;
use crate::registry::Registry;
use crate::rule::ChosenKind;
use crate::side::Side;

/// What is added to cells, below zero on the structure.
///
/// Accounts that no agreement and no choice tells apart stand together under the first of them: each account
/// is shared out by itself, and only their sums are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct MovedCells {
    groups: BTreeMap<GroupKey, Group>,
}

type GroupKey = (AccountIndex, Option<PositionId>);

/// Costs that stand together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Group {
    /// Their places among shared costs.
    costs: Vec<usize>,
    rows: Arc<Rows>,
}

/// What is added to each cell, month by month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Rows {
    keys: Vec<CellKey>,
    /// The months of one cell after the other.
    cents: Vec<i64>,
}

impl Rows {
    fn push(&mut self, key: CellKey, cents: impl IntoIterator<Item = i64>) {
        self.keys.push(key);
        self.cents.extend(cents);
    }

    fn iter(&self) -> impl Iterator<Item = (&CellKey, &[i64])> {
        let months = self.cents.len().checked_div(self.keys.len()).unwrap_or(0);
        self.keys.iter().zip(self.cents.chunks(months.max(1)))
    }
}

impl MovedCells {
    /// Of `last`, the allocation of a view with the same accounts and agreements, groups are taken over where
    /// neither costs nor keys changed.
    pub(crate) fn of(
        allocation: &Allocation,
        last: Option<&Allocation>,
        plan: &Plan,
        registry: &Registry,
    ) -> Self {
        let together = accounts_together(plan, registry);
        let mut moved = Self::default();
        for (place, cost) in allocation.costs.iter().enumerate() {
            if is_cost(registry.account_at(cost.account).number) {
                let key = (together[usize::from(cost.account.0)], cost.position);
                moved.groups.entry(key).or_default().costs.push(place);
            }
        }
        for (key, group) in &mut moved.groups {
            let before = last.and_then(|last| Some((last, last.moved.groups.get(key)?)));
            group.rows = match before.filter(|before| group.is_as(allocation, *before)) {
                Some((_, before)) => Arc::clone(&before.rows),
                None => Arc::new(rows(allocation, *key, &group.costs)),
            };
        }
        moved
    }

    /// Moves the costs of the structure that are shared out to the activities that get them.
    pub(crate) fn apply(&self, cells: &mut Cells) {
        for (key, moved) in self.groups.values().flat_map(|group| group.rows.iter()) {
            let row = match cells.costs.entry(*key) {
                Entry::Vacant(free) => free.insert(moved.to_vec()),
                Entry::Occupied(row) => {
                    let row = row.into_mut();
                    Side::Plus.add_all(row, moved);
                    row
                }
            };
            if key.activity == ActivityIndex::STRUCTURE && row.iter().all(|cents| *cents == 0) {
                cells.costs.remove(key);
            }
        }
    }
}

impl Group {
    /// Whether it shares out the same costs by the same keys as another one.
    fn is_as(&self, allocation: &Allocation, (last, before): (&Allocation, &Self)) -> bool {
        self.costs.len() == before.costs.len()
            && self.costs.iter().zip(&before.costs).all(|(place, before)| {
                let (now, before) = (&allocation.costs[*place], &last.costs[*before]);
                now == before && allocation.pools().get(now.pool) == last.pools().get(now.pool)
            })
    }
}

/// What the structure gives of each cost, then what activities get of all of them.
fn rows(allocation: &Allocation, (account, position): GroupKey, costs: &[usize]) -> Rows {
    let cell =
        |activity, account, is_shared| CellKey { activity, account, position, partners_of: None, is_shared };
    let costs: Vec<&SharedCost> = costs.iter().filter_map(|place| allocation.costs.get(*place)).collect();
    let mut rows = Rows::default();
    for cost in &costs {
        let leaving = allocation.leaving(cost);
        rows.push(cell(ActivityIndex::STRUCTURE, cost.account, false), leaving.iter().map(|cents| -cents));
    }
    let months = costs.first().map_or(0, |cost| cost.cents.len());
    allocation.for_each_row(costs, months, |activity, cents| {
        rows.push(cell(activity, account, true), cents.iter().copied());
    });
    rows
}

/// For each account, the first of those that agreements and choices look at alike.
fn accounts_together(plan: &Plan, registry: &Registry) -> Vec<AccountIndex> {
    let mut named: Vec<AccountNumber> = Vec::new();
    for agreement in &plan.agreements {
        named.extend(&agreement.eligible.accounts);
        let chosen = agreement.tranches.iter().flat_map(|tranche| &tranche.chosen);
        named.extend(chosen.filter_map(|chosen| match chosen.cost {
            ChosenKind::Account(account) => Some(account),
            ChosenKind::Position(_) => None,
        }));
    }
    named.sort_unstable();
    named.dedup();
    let mut first: BTreeMap<Vec<bool>, AccountIndex> = BTreeMap::new();
    let accounts = (0..).map(AccountIndex).zip(registry.accounts());
    let alike = accounts.map(|(place, account)| {
        if !is_cost(account.number) {
            return place;
        }
        let wanted = named.iter().map(|named| account.number.is_under(*named)).collect();
        *first.entry(wanted).or_insert(place)
    });
    alike.collect()
}

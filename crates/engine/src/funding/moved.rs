//! Shared costs as funding sees them: gone from the structure, standing on activities.

use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::allocation::{Allocation, SharedCost};
use crate::funding::cells::{CellKey, Cells, is_cost};
use crate::funding::together::Together;
use crate::id::PositionId;
use crate::journal::{AccountIndex, ActivityIndex};
use crate::registry::Registry;
use crate::side::Side;

/// What is added to cells, below zero on the structure.
///
/// Each cost is shared out by itself; of those that stand together only the sums are kept.
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
    fn push(&mut self, key: CellKey, cents: &[i64]) {
        self.keys.push(key);
        self.cents.extend_from_slice(cents);
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
        together: &Together,
        registry: &Registry,
    ) -> Self {
        let mut moved = Self::default();
        for (place, cost) in allocation.costs.iter().enumerate() {
            if is_cost(registry.account_at(cost.account).number) {
                let position = cost.position.map(|position| together.post(position));
                let key = (together.account(cost.account), position);
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

/// What activities get of some costs, and what the structure has less.
fn rows(allocation: &Allocation, (account, position): GroupKey, costs: &[usize]) -> Rows {
    let cell = |activity, is_shared| CellKey { activity, account, position, partners_of: None, is_shared };
    let costs: Vec<&SharedCost> = costs.iter().filter_map(|place| allocation.costs.get(*place)).collect();
    let months = costs.first().map_or(0, |cost| cost.cents.len());
    let (mut rows, mut left) = (Rows::default(), alloc::vec![0; months]);
    allocation.for_each_row(costs, months, |activity, cents| {
        rows.push(cell(activity, true), cents);
        Side::Minus.add_all(&mut left, cents);
    });
    rows.push(cell(ActivityIndex::STRUCTURE, false), &left);
    rows
}

//! Shared costs on their way to activities (*répartition des charges communes*): a table beside the journal.
//! No account of the books changes; what an activity is given is taken from the structure.

pub(crate) mod keys;
mod support;
mod time;
mod weights;

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::account::AccountNumber;
use crate::base::shared_rows::SharedRows;
use crate::funding::moved::MovedCells;
use crate::id::{ActivityId, ItemId, PoolId, PositionId};
use crate::journal::{AccountIndex, ActivityIndex, Context, Segment};
use crate::plan::Plan;
use crate::registry::Registry;
use crate::side::Side;
use crate::timeline::MonthIndex;
use crate::view::View;

use keys::{Keys, Pool};
use weights::Slice;

/// A cost that goes from the structure to an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AllocationRow {
    /// The pool whose key says it.
    pub pool: PoolId,
    /// The account of the cost.
    pub account: AccountNumber,
    /// The post it is of, if it is one's.
    pub position: Option<PositionId>,
    /// Who gets it.
    pub activity: ActivityId,
    /// In which month.
    pub month: MonthIndex,
    /// How much, in cents; below zero where the cost is taken back.
    pub cents: i64,
}

/// The costs of the structure that name a pool, and the keys by which they are shared out.
///
/// Rows are made when they are asked for: an amount is kept once, not for each of those who get a part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Allocation {
    /// In the order of pools, accounts, posts.
    pub(crate) costs: Vec<SharedCost>,
    /// The keys of the pools.
    pub(crate) keys: Arc<Keys>,
    /// What funding finds elsewhere for it; nothing until a view asks.
    pub(crate) moved: MovedCells,
}

/// What stands on the structure for one pool on one account; of a position, what its pool gets of that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SharedCost {
    /// The place of its pool.
    pub(crate) pool: usize,
    pub(crate) account: AccountIndex,
    pub(crate) position: Option<PositionId>,
    /// By month of the horizon, from 0.
    pub(crate) cents: Vec<i64>,
}

/// The costs of the structure that name a pool, with the keys of the pools. `segments` are those of a view or of
/// a whole projection.
pub(crate) fn allocate(
    plan: &Plan,
    context: &Context<'_>,
    segments: &[Segment],
    keys: Arc<Keys>,
) -> Allocation {
    let mut costs = shared_costs(plan, segments, context.registry, context.timeline().month_count());
    support::keep_the_rest(&mut costs, plan, context, segments);
    Allocation { costs, keys, moved: MovedCells::default() }
}

/// The pool that lines and positions name, by its place.
fn named_pools(plan: &Plan) -> BTreeMap<ItemId, usize> {
    let place = |id: PoolId| plan.pools.iter().position(|pool| pool.id == id);
    let of_lines = plan.lines.iter().filter_map(|line| Some((line.id.into(), place(line.pool?)?)));
    let of_positions =
        plan.positions.iter().filter_map(|position| Some((position.id.into(), place(position.pool?)?)));
    of_lines.chain(of_positions).collect()
}

fn shared_costs(plan: &Plan, segments: &[Segment], registry: &Registry, months: usize) -> Vec<SharedCost> {
    let named = named_pools(plan);
    let is_cost: Vec<bool> = registry.accounts().iter().map(|account| account.number.class() == 6).collect();
    let mut found: BTreeMap<(usize, AccountIndex, Option<PositionId>), Vec<i64>> = BTreeMap::new();
    for segment in segments {
        let Some(pool) = named.get(&segment.item) else { continue };
        let position = match segment.item {
            ItemId::Position(id) => Some(id),
            _ => None,
        };
        for (run, first, cents) in segment.runs_inside() {
            for (account, side) in [(run.debit, Side::Plus), (run.credit, Side::Minus)] {
                if run.activity == ActivityIndex::STRUCTURE && is_cost[usize::from(account.0)] {
                    let key = (*pool, account, position);
                    let row = found.entry(key).or_insert_with(|| alloc::vec![0; months]);
                    side.add_all(row.get_mut(first..).unwrap_or_default(), cents);
                }
            }
        }
    }
    let cost = |((pool, account, position), cents)| SharedCost { pool, account, position, cents };
    found.into_iter().map(cost).collect()
}

impl Allocation {
    /// The parts of a shared cost: who, in which month of the horizon, how much. What stays with the structure
    /// is not among them.
    pub(crate) fn parts<'a>(
        &'a self,
        cost: &'a SharedCost,
    ) -> impl Iterator<Item = (ActivityIndex, usize, i64)> + 'a {
        self.slices(cost)
            .iter()
            .flat_map(move |slice| {
                slice.months.clone().flat_map(move |month| {
                    let cents = cost.cents.get(month).copied().filter(|cents| *cents != 0);
                    let sharing = slice.sharing.as_ref();
                    let parts = sharing.zip(cents).map(|(sharing, cents)| sharing.parts(cents));
                    let shared = self.keys.order.iter().zip(parts.into_iter().flatten());
                    shared.map(move |(activity, cents)| (*activity, month, cents))
                })
            })
            .filter(|(activity, _, cents)| *activity != ActivityIndex::STRUCTURE && *cents != 0)
    }

    /// What activities get of some costs together, each of them shared out by itself: who, and how much in each month
    /// of the horizon.
    pub(crate) fn for_each_row<'a>(
        &self,
        costs: impl IntoIterator<Item = &'a SharedCost>,
        months: usize,
        mut see: impl FnMut(ActivityIndex, &[i64]),
    ) {
        let mut rows = SharedRows::new(self.keys.order.len(), months);
        for cost in costs {
            for Slice { months, sharing } in self.slices(cost) {
                if let (Some(sharing), Some(cents)) = (sharing, cost.cents.get(months.clone())) {
                    rows.share_out(sharing, months.start, cents);
                }
            }
        }
        rows.for_each(|place, cents| match self.keys.order[place] {
            ActivityIndex::STRUCTURE => {}
            activity => see(activity, cents),
        });
    }

    /// The pools in the order of the plan.
    pub(crate) fn pools(&self) -> &[Pool] {
        &self.keys.pools
    }

    fn slices(&self, cost: &SharedCost) -> &[Slice] {
        self.pools().get(cost.pool).map_or(&[], |pool| &pool.slices)
    }

    /// For each pool, the first fiscal year in which a cost meets a key that sums to zero, and the cents of
    /// that year that stay with the structure.
    pub(crate) fn without_key(&self) -> Vec<(PoolId, usize, i64)> {
        let mut found = Vec::new();
        for (place, pool) in self.pools().iter().enumerate() {
            let mut by_year: BTreeMap<usize, i64> = BTreeMap::new();
            for slice in pool.slices.iter().filter(|slice| slice.sharing.is_none()) {
                let costs = self.costs.iter().filter(|cost| cost.pool == place);
                let cents: i64 = costs.flat_map(|cost| &cost.cents[slice.months.clone()]).sum();
                *by_year.entry(slice.months.start / 12).or_default() += cents;
            }
            let first = by_year.into_iter().find(|(_, cents)| *cents != 0);
            found.extend(first.map(|(year, cents)| (pool.id, year, cents)));
        }
        found
    }
}

impl View {
    /// What goes from the structure to activities: by pool in the order of the plan, account, post, month and
    /// activity in the order of the tree.
    pub fn allocation_rows(&self) -> impl Iterator<Item = AllocationRow> + '_ {
        let allocation = &self.allocation;
        allocation.costs.iter().flat_map(move |cost| {
            allocation.parts(cost).filter_map(move |(activity, month, cents)| {
                Some(AllocationRow {
                    pool: allocation.pools().get(cost.pool)?.id,
                    account: self.registry.account_at(cost.account).number,
                    position: cost.position,
                    activity: self.registry.activity_at(activity)?,
                    month: MonthIndex(month as u16 + 1),
                    cents,
                })
            })
        })
    }
}

#[cfg(test)]
mod tests;

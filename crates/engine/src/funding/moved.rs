//! Shared costs as funding sees them: gone from the structure, standing on activities.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::account::AccountNumber;
use crate::allocation::{Allocation, SharedCost};
use crate::funding::cells::{CellKey, Cells, is_cost};
use crate::id::PositionId;
use crate::journal::{AccountIndex, ActivityIndex};
use crate::plan::Plan;
use crate::registry::Registry;
use crate::rule::ChosenKind;

/// What is added to cells, below zero on the structure.
///
/// Accounts that no agreement and no choice tells apart stand together under the first of them: each account
/// is shared out by itself, and only their sums are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct MovedCells {
    rows: Vec<(CellKey, Vec<i64>)>,
}

impl MovedCells {
    pub(crate) fn of(allocation: &Allocation, plan: &Plan, registry: &Registry) -> Self {
        let together = accounts_together(plan, registry);
        let mut groups: BTreeMap<(AccountIndex, Option<PositionId>), Vec<&SharedCost>> = BTreeMap::new();
        let fundable = |cost: &&SharedCost| is_cost(registry.account_at(cost.account).number);
        for cost in allocation.costs.iter().filter(fundable) {
            groups.entry((together[usize::from(cost.account.0)], cost.position)).or_default().push(cost);
        }
        let mut moved = Self::default();
        let activities = registry.activity_count();
        let mut given: Vec<i64> = Vec::new();
        for ((account, position), costs) in groups {
            let months = costs.first().map_or(0, |cost| cost.cents.len());
            // By month, what each activity gets.
            given.clear();
            given.resize(months * activities, 0);
            for cost in costs {
                let activity = ActivityIndex::STRUCTURE;
                let account = cost.account;
                let key = CellKey { activity, account, position, partners_of: None, is_shared: false };
                moved.rows.push((key, give(allocation, cost, activities, &mut given)));
            }
            for activity in 1..activities {
                let row = given.iter().skip(activity).step_by(activities).copied();
                if row.clone().any(|cents| cents != 0) {
                    let activity = ActivityIndex(activity as u16);
                    let key = CellKey { activity, account, position, partners_of: None, is_shared: true };
                    moved.rows.push((key, row.collect()));
                }
            }
        }
        moved
    }

    /// Moves the costs of the structure that are shared out to the activities that get them.
    pub(crate) fn apply(&self, cells: &mut Cells) {
        for (key, moved) in &self.rows {
            let row = cells.costs.entry(*key).or_insert_with(|| alloc::vec![0; moved.len()]);
            row.iter_mut().zip(moved).for_each(|(cents, moved)| *cents += moved);
            if key.activity == ActivityIndex::STRUCTURE && row.iter().all(|cents| *cents == 0) {
                cells.costs.remove(key);
            }
        }
    }
}

/// Adds the parts of a cost to what activities get, and tells what the structure gives, below zero.
fn give(allocation: &Allocation, cost: &SharedCost, activities: usize, given: &mut [i64]) -> Vec<i64> {
    let mut left = alloc::vec![0; cost.cents.len()];
    allocation.for_each_month(cost, |month, targets, parts| {
        let row = &mut given[month * activities..(month + 1) * activities];
        for (activity, part) in targets.iter().zip(parts) {
            if *activity != ActivityIndex::STRUCTURE {
                row[usize::from(activity.0)] += part;
                left[month] -= part;
            }
        }
    });
    left
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

//! The income statement of any set of activities, with the shared costs that keys give them.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::id::{ActivityId, PoolId};
use crate::income::{Block, IncomeStatement, statement_of};
use crate::journal::AccountIndex;
use crate::statement::full_cost::shared_by_year;
use crate::statement::funding_sums::add;
use crate::view::View;

/// The income statement of some activities (*compte de résultat d'un ensemble d'actions*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivitiesStatement {
    /// Their own charges and income, and the shared costs that they get.
    pub full: IncomeStatement,
    /// Of the charges, the shared costs (*charges indirectes réparties*).
    pub shared: Block,
    /// The part of each pool that they get, in the order of the plan; pools without any cost are left out.
    pub pools: Vec<PoolPart>,
}

/// What some activities get of a pool, by fiscal year, in cents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolPart {
    /// Which pool.
    pub pool: PoolId,
    /// What they get.
    pub cents: Vec<i64>,
    /// What all that names the pool costs.
    pub of_cents: Vec<i64>,
}

/// Which activities are chosen or below one that is, by place; unknown ones are none.
pub(crate) fn counted(view: &View, chosen: &[ActivityId]) -> Vec<bool> {
    let registry = &view.registry;
    let mut counted = alloc::vec![false; registry.activity_count()];
    for id in chosen {
        let (activity, _) = registry.activity(Some(*id));
        // The structure stands for what is not known.
        if registry.activity_at(activity).is_some() {
            let below = registry.subtree(activity);
            counted.iter_mut().zip(below).for_each(|(counted, below)| *counted |= below);
        }
    }
    counted
}

/// The income statement of the chosen activities with those below them, each counted once however often it is
/// named; unknown ones are left out.
#[must_use]
pub fn activities_statement(view: &View, chosen: &[ActivityId]) -> ActivitiesStatement {
    let years = view.timeline.year_count();
    let counted = counted(view, chosen);
    let mut by_account: BTreeMap<AccountIndex, Vec<i64>> = BTreeMap::new();
    let mut parts: Vec<Vec<i64>> = view.allocation.pools().iter().map(|_| alloc::vec![0; years]).collect();
    for (((pool, account), activity), cents) in shared_by_year(view, |cost| Some((cost.pool, cost.account))) {
        if counted[usize::from(activity.0)] {
            add(by_account.entry(account).or_insert_with(|| alloc::vec![0; years]), &cents);
            if let Some(part) = parts.get_mut(pool) {
                add(part, &cents);
            }
        }
    }
    let none = alloc::vec![0; years];
    let shared_of = |account: AccountIndex, year: usize| by_account.get(&account).unwrap_or(&none)[year];
    let of_activities = |account, year| view.cubes.flow(year, account, Some(&counted));
    let full = statement_of(view, |account, year| of_activities(account, year) + shared_of(account, year));
    let shared = statement_of(view, shared_of).charges;
    let mut of: Vec<Vec<i64>> = view.allocation.pools().iter().map(|_| none.clone()).collect();
    for cost in &view.allocation.costs {
        let Some(row) = of.get_mut(cost.pool) else { continue };
        for (month, cents) in cost.cents.iter().enumerate() {
            row[month / 12] += cents;
        }
    }
    let pools = view.allocation.pools().iter().zip(parts).zip(of);
    let pools = pools.map(|((pool, cents), of_cents)| PoolPart { pool: pool.id, cents, of_cents });
    let pools = pools.filter(|pool| pool.of_cents.iter().any(|cents| *cents != 0)).collect();
    ActivitiesStatement { full, shared, pools }
}

#[cfg(test)]
mod tests;

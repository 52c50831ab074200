//! What each activity costs in full: its own costs, and what keys share out to it.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::account::AccountNumber;
use crate::allocation::SharedCost;
use crate::funding::cells::is_cost;
use crate::id::{ActivityId, PoolId, PositionId};
use crate::journal::{AccountIndex, ActivityIndex};
use crate::statement::funding_sums::add;
use crate::view::View;

/// An activity with its full cost (*coût complet*), by fiscal year, in cents, those below it not counted.
///
/// Cost is what funding looks at: classes 60 to 67 and depreciation, net of what investment grants release.
/// The full costs of all activities and of the structure add up to the association's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FullCost {
    /// Which activity; the structure, with what stays there, when absent.
    pub activity: Option<ActivityId>,
    /// Its own costs by account (*charges directes*); of the structure, what is shared out or stays.
    pub direct: Vec<CostRow>,
    /// What keys share out to it by pool and account (*charges indirectes réparties*); of the structure, what
    /// leaves it, below zero.
    pub shared: Vec<SharedRow>,
    /// All of it.
    pub total_cents: Vec<i64>,
}

/// An account of a cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostRow {
    /// Its number.
    pub account: AccountNumber,
    /// By fiscal year.
    pub cents: Vec<i64>,
}

/// An account of a cost that a pool shares out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedRow {
    /// Which pool.
    pub pool: PoolId,
    /// The account.
    pub account: AccountNumber,
    /// By fiscal year.
    pub cents: Vec<i64>,
}

impl FullCost {
    /// Its own costs by fiscal year.
    #[must_use]
    pub fn direct_cents(&self) -> Vec<i64> {
        sum(self.direct.iter().map(|row| &row.cents), self.total_cents.len())
    }

    /// What keys share out to it by fiscal year.
    #[must_use]
    pub fn shared_cents(&self) -> Vec<i64> {
        sum(self.shared.iter().map(|row| &row.cents), self.total_cents.len())
    }

    /// What is shared out in the three lines of the project budget of the French form (*charges indirectes
    /// réparties affectées au projet*).
    #[must_use]
    pub fn indirect_block(&self) -> IndirectBlock {
        let years = self.total_cents.len();
        let of = |is: fn(u32) -> bool| {
            let rows = self.shared.iter().filter(|row| is(row.account.prefix(2)));
            sum(rows.map(|row| &row.cents), years)
        };
        IndirectBlock {
            running_cents: of(|heading| matches!(heading, 60..=64)),
            financial_cents: of(|heading| heading == 66),
            other_cents: of(|heading| !matches!(heading, 60..=64 | 66)),
        }
    }
}

/// Shared costs as the project budget of the French form has them, by fiscal year, in cents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndirectBlock {
    /// Accounts 60 to 64 (*charges fixes de fonctionnement*).
    pub running_cents: Vec<i64>,
    /// Accounts 66 (*frais financiers*).
    pub financial_cents: Vec<i64>,
    /// All others (*autres charges indirectes*).
    pub other_cents: Vec<i64>,
}

/// The full cost of every activity: the structure, then activities in order of their ids.
#[must_use]
pub fn full_costs(view: &View) -> Vec<FullCost> {
    let registry = &view.registry;
    let years = view.timeline.year_count();
    let cells = view.booked_cells();
    let mut direct: BTreeMap<(ActivityIndex, AccountIndex), Vec<i64>> = BTreeMap::new();
    for (key, cents) in &cells.costs {
        let row = direct.entry((key.activity, key.account)).or_insert_with(|| alloc::vec![0; years]);
        for (months, sum) in cents.chunks(12).zip(row) {
            *sum += months.iter().sum::<i64>();
        }
    }
    let is_counted = |cost: &SharedCost| is_cost(registry.account_at(cost.account).number);
    let shared = shared_by_year(view, |cost| is_counted(cost).then_some((cost.pool, cost.account)));
    let mut found: Vec<FullCost> = (0..registry.activity_count())
        .map(|place| FullCost {
            activity: registry.activity_at(ActivityIndex(place as u16)),
            direct: Vec::new(),
            shared: Vec::new(),
            total_cents: alloc::vec![0; years],
        })
        .collect();
    for ((activity, account), cents) in direct.into_iter().filter(|(_, cents)| is_something(cents)) {
        let row = &mut found[usize::from(activity.0)];
        add(&mut row.total_cents, &cents);
        row.direct.push(CostRow { account: registry.account_at(account).number, cents });
    }
    for (((pool, account), activity), cents) in shared.into_iter().filter(|(_, cents)| is_something(cents)) {
        let Some(pool) = view.allocation.pools().get(pool) else { continue };
        let row = &mut found[usize::from(activity.0)];
        add(&mut row.total_cents, &cents);
        row.shared.push(SharedRow { pool: pool.id, account: registry.account_at(account).number, cents });
    }
    found
}

/// What is shared out by activity, by fiscal year; from the structure below zero. Costs of the same key come
/// together; those without one do not count.
pub(crate) fn shared_by_year<K: Ord + Copy>(
    view: &View,
    key: impl Fn(&SharedCost) -> Option<K>,
) -> BTreeMap<(K, ActivityIndex), Vec<i64>> {
    let (years, months) = (view.timeline.year_count(), view.timeline.month_count());
    let mut groups: BTreeMap<K, Vec<&SharedCost>> = BTreeMap::new();
    for cost in &view.allocation.costs {
        if let Some(key) = key(cost) {
            groups.entry(key).or_default().push(cost);
        }
    }
    let mut found = BTreeMap::new();
    for (key, costs) in groups {
        let mut left = alloc::vec![0_i64; years];
        view.allocation.for_each_row(costs, months, |activity, cents| {
            let cents = by_year(cents);
            left.iter_mut().zip(&cents).for_each(|(left, cents)| *left -= cents);
            found.insert((key, activity), cents);
        });
        if is_something(&left) {
            found.insert((key, ActivityIndex::STRUCTURE), left);
        }
    }
    found
}

fn by_year(cents: &[i64]) -> Vec<i64> {
    cents.chunks(12).map(|months| months.iter().sum()).collect()
}

fn is_something(cents: &[i64]) -> bool {
    cents.iter().any(|cents| *cents != 0)
}

fn sum<'a>(rows: impl Iterator<Item = &'a Vec<i64>>, years: usize) -> Vec<i64> {
    let mut total = alloc::vec![0; years];
    rows.for_each(|row| add(&mut total, row));
    total
}

/// A pool and where its cost goes, by fiscal year, in cents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolCost {
    /// Which pool.
    pub pool: PoolId,
    /// What names it and stands on the structure; of the time of positions, what is support.
    pub cost_cents: Vec<i64>,
    /// What of that is time of positions, by their ids.
    pub support_cents: BTreeMap<PositionId, Vec<i64>>,
    /// What of it goes to activities.
    pub shared_cents: Vec<i64>,
    /// What stays with the structure.
    pub kept_cents: Vec<i64>,
    /// Days planned on activities.
    pub planned_days: Vec<Decimal>,
    /// Days meant for activities, planned or not.
    pub available_days: Vec<Decimal>,
}

impl PoolCost {
    /// Its cost for one of the days meant for activities (*coût journalier des charges indirectes*), in euros
    /// with at most six decimals; `None` in a fiscal year without such days.
    #[must_use]
    pub fn daily_euros(&self, year: usize) -> Option<Decimal> {
        let cost = Decimal::new(*self.cost_cents.get(year)?, 2);
        Some(cost.checked_div(*self.available_days.get(year)?)?.round_dp(6).normalize())
    }
}

/// Every pool, in the order of the plan. Costs that funding never looks at are counted too, as pools share them
/// out.
#[must_use]
pub fn pool_costs(view: &View) -> Vec<PoolCost> {
    let years = view.timeline.year_count();
    let none = || alloc::vec![0_i64; years];
    let allocation = &view.allocation;
    let mut found: Vec<PoolCost> = allocation
        .pools()
        .iter()
        .map(|pool| PoolCost {
            pool: pool.id,
            cost_cents: none(),
            support_cents: BTreeMap::new(),
            shared_cents: none(),
            kept_cents: none(),
            planned_days: pool.planned_days.clone(),
            available_days: pool.available_days.clone(),
        })
        .collect();
    for cost in &allocation.costs {
        let Some(row) = found.get_mut(cost.pool) else { continue };
        let of_year = by_year(&cost.cents);
        add(&mut row.cost_cents, &of_year);
        if let Some(position) = cost.position {
            add(row.support_cents.entry(position).or_insert_with(none), &of_year);
        }
    }
    for ((pool, activity), cents) in shared_by_year(view, |cost| Some(cost.pool)) {
        if let Some(row) = found.get_mut(pool).filter(|_| activity != ActivityIndex::STRUCTURE) {
            add(&mut row.shared_cents, &cents);
        }
    }
    for row in &mut found {
        let both = row.cost_cents.iter().zip(&row.shared_cents);
        row.kept_cents = both.map(|(cost, shared)| cost - shared).collect();
    }
    found
}

/// What an activity gets of a pool, by fiscal year, in cents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolShare {
    /// Which pool.
    pub pool: PoolId,
    /// Which activity.
    pub activity: ActivityId,
    /// By fiscal year.
    pub cents: Vec<i64>,
}

/// What each activity gets of each pool: pools in the order of the plan, activities in order of their ids, those that
/// get something. Costs that funding never looks at are counted too, as in [`pool_costs`].
#[must_use]
pub fn pool_shares(view: &View) -> Vec<PoolShare> {
    let shares = shared_by_year(view, |cost| Some(cost.pool)).into_iter();
    let share = |((pool, activity), cents): ((usize, ActivityIndex), Vec<i64>)| {
        let pool = view.allocation.pools().get(pool)?.id;
        Some(PoolShare { pool, activity: view.registry.activity_at(activity)?, cents })
    };
    shares.filter_map(share).collect()
}

#[cfg(test)]
mod tests;

//! Pools of shared costs, and those who name them.

use std::collections::BTreeMap;
use std::sync::Arc;

use previ_engine::id::{ActivityId, PoolId};
use previ_engine::money::Quantity;
use previ_engine::plan::Plan;
use previ_engine::pool::{AllocationKey, CostPool};
use rust_decimal::Decimal;

use super::dice::Dice;

const POOLS: u32 = 90_000;

/// Gives half of all plans pools that some of their costs and positions name.
pub fn add_pools(plan: &mut Plan, dice: &mut Dice) {
    if dice.chance(50) {
        return;
    }
    let activities: Vec<ActivityId> = plan.activities.iter().map(|activity| activity.id).collect();
    for number in 0..=dice.below(3) as u32 {
        let key = any_key(&activities, dice);
        plan.pools.push(Arc::new(CostPool {
            id: PoolId(POOLS + number),
            label: "frais communs".to_owned(),
            key,
        }));
    }
    let pools: Vec<PoolId> = plan.pools.iter().map(|pool| pool.id).collect();
    for line in &mut plan.lines {
        let is_shared = line.activity.is_none() && line.account.class() == 6;
        if dice.chance(if is_shared { 80 } else { 4 }) {
            Arc::make_mut(line).pool = Some(dice.pick(&pools));
        }
    }
    for position in &mut plan.positions {
        if dice.chance(60) {
            Arc::make_mut(position).pool = Some(dice.pick(&pools));
        }
    }
}

/// Any key; typed parts are mostly of few activities, and sometimes of none.
fn any_key(activities: &[ActivityId], dice: &mut Dice) -> AllocationKey {
    let mut parts: BTreeMap<ActivityId, Quantity> = BTreeMap::new();
    for activity in activities {
        if dice.chance(70) {
            let part = Decimal::new(dice.between(0, 40_000), dice.below(4) as u32);
            parts.extend(Quantity::new(part).map(|part| (*activity, part)));
        }
    }
    match dice.below(6) {
        0 => AllocationKey::Days,
        1 => AllocationKey::DaysAvailable,
        2 => AllocationKey::FullTimeEquivalents,
        3 => AllocationKey::DirectCost,
        4 => AllocationKey::FloorArea(parts),
        _ => AllocationKey::Shares(parts),
    }
}

/// Ten pools, and a pool for every cost of the structure and for the structure's time of each third position.
pub fn share_all(plan: &mut Plan) {
    let activities: Vec<ActivityId> = plan.activities.iter().map(|activity| activity.id).collect();
    let parts = |step: usize| {
        let chosen = activities.iter().step_by(step);
        chosen
            .map(|activity| (*activity, Quantity::new(Decimal::from(activity.0)).unwrap_or_default()))
            .collect()
    };
    let key = |number: u32| match number % 6 {
        0 => AllocationKey::Days,
        1 => AllocationKey::DaysAvailable,
        2 => AllocationKey::FullTimeEquivalents,
        3 => AllocationKey::DirectCost,
        4 => AllocationKey::FloorArea(parts(3)),
        _ => AllocationKey::Shares(parts(1)),
    };
    let pool = |number: u32| CostPool {
        id: PoolId(POOLS + number),
        label: "frais communs".to_owned(),
        key: key(number),
    };
    plan.pools = (0..10).map(|number| Arc::new(pool(number))).collect();
    for (place, line) in plan.lines.iter_mut().enumerate() {
        if line.activity.is_none() && line.account.class() == 6 {
            Arc::make_mut(line).pool = Some(PoolId(POOLS + place as u32 % 10));
        }
    }
    for (place, position) in plan.positions.iter_mut().enumerate().step_by(3) {
        Arc::make_mut(position).pool = Some(PoolId(POOLS + place as u32 % 10));
    }
}

use alloc::string::String;
use alloc::sync::Arc;

use super::*;
use crate::pool::{AllocationKey, CostPool};
use crate::schedule::ScheduleRule;
use crate::testing::{PROJECT, amount, everything, figure, line, of_project, with_project};
use crate::timing::Timing;

/// A project of 600.00 of supplies; 1,200.00 of rent and 60.00 of interest of the structure, shared out 3 to 1
/// over it and what is left; 120.00 of insurance that no pool takes.
fn plan() -> crate::plan::Plan {
    let mut plan = with_project(1);
    plan.lines.push(of_project(21, 604, &[(2027, "600")]));
    let mut other = (*plan.activities[0]).clone();
    other.id = ActivityId(6);
    plan.activities.push(Arc::new(other));
    let parts = [(PROJECT, "3".parse().unwrap()), (ActivityId(6), "1".parse().unwrap())].into();
    let pool = CostPool { id: PoolId(40), label: String::from("Locaux"), key: AllocationKey::Shares(parts) };
    plan.pools.push(Arc::new(pool));
    for (id, number, euros, pool) in
        [(22, 613, "100", Some(40)), (23, 661, "5", Some(40)), (24, 616, "10", None)]
    {
        let mut cost = line(id, number, ScheduleRule::Monthly(amount(euros)), Timing::SameMonth);
        cost.pool = pool.map(PoolId);
        plan.lines.push(Arc::new(cost));
    }
    plan
}

#[test]
fn full_costs_add_up_to_the_costs_of_the_association() {
    let view = everything(&plan());
    let costs = full_costs(&view);
    // 600.00 + 3/4 of 1,260.00; 1/4 of it; 120.00 stay.
    let totals: Vec<i64> = costs.iter().map(|cost| cost.total_cents[0]).collect();
    assert_eq!(totals, [12_000, 60_000 + 94_500, 31_500]);
    assert_eq!(totals.iter().sum::<i64>(), figure(&view, "result.2027.6"));
    assert_eq!(costs[0].direct_cents(), [138_000]);
    assert_eq!(costs[0].shared_cents(), [-126_000]);
    let rows: Vec<_> = costs[1].shared.iter().map(|row| (row.account.prefix(3), row.cents[0])).collect();
    assert_eq!(rows, [(613, 90_000), (661, 4_500)]);
}

#[test]
fn the_indirect_block_of_the_form_has_running_and_financial_charges() {
    let costs = full_costs(&everything(&plan()));
    let block = costs[1].indirect_block();
    assert_eq!((block.running_cents, block.financial_cents), ([90_000].into(), [4_500].into()));
    assert_eq!(block.other_cents, [0]);
}

#[test]
fn a_pool_has_a_cost_per_day() {
    let mut plan = plan();
    Arc::make_mut(&mut plan.pools[0]).key = AllocationKey::DaysAvailable;
    let post = crate::position::Position {
        id: PositionId(30),
        label: String::from("Poste"),
        holder: None,
        from: crate::testing::month("2027-01"),
        to: None,
        gross: [(crate::testing::month("2027-01"), amount("2000"))].into(),
        scale: Default::default(),
        index: None,
        employer_rate: Some(crate::testing::percent("40")),
        employee_rate: None,
        contract: crate::contract::Contract::default(),
        time: [crate::position::TimeShare::share(PROJECT, crate::testing::percent("25"))].into(),
        operational_share: Some(crate::testing::percent("50")),
        worked: Vec::new(),
        lent: Vec::new(),
        pool: Some(PoolId(40)),
        only_if: None,
    };
    plan.positions.push(Arc::new(post));
    let found = pool_costs(&everything(&plan));
    // Half of the days are meant for activities, and half of those are planned.
    let days = found[0].available_days[0];
    assert_eq!(found[0].planned_days[0] * Decimal::from(2), days);
    // The other half of 12 × 2,800.00 is support.
    let support = [(PositionId(30), Vec::from([12 * 140_000]))];
    assert_eq!(found[0].support_cents, support.into());
    assert_eq!(found[0].cost_cents, [126_000 + 12 * 140_000]);
    let half = 63_000 + 6 * 140_000;
    assert_eq!((found[0].shared_cents[0], found[0].kept_cents[0]), (half, half));
    assert_eq!(found[0].daily_euros(0), Some((Decimal::from(18_060) / days).round_dp(6).normalize()));
}

use alloc::string::String;
use alloc::sync::Arc;

use super::*;
use crate::id::LineId;
use crate::plan::Plan;
use crate::pool::{AllocationKey, CostPool};
use crate::schedule::ScheduleRule;
use crate::testing::{amount, everything, figure, line, with_project};
use crate::timing::Timing;

/// Three activities, 5, 6 below it, 7, each with 10.00 of supplies and 30.00 of fees a month; a rent of 100.00
/// shared out 1, 2 and 2 to them.
fn plan() -> Plan {
    let mut plan = with_project(1);
    for (id, parent) in [(6, Some(5)), (7, None)] {
        let mut activity = (*plan.activities[0]).clone();
        (activity.id, activity.parent) = (ActivityId(id), parent.map(ActivityId));
        plan.activities.push(Arc::new(activity));
    }
    let parts = [(5, "1"), (6, "2"), (7, "2")];
    let parts = parts.map(|(id, part)| (ActivityId(id), part.parse().unwrap())).into();
    let pool = CostPool { id: PoolId(40), label: String::from("Locaux"), key: AllocationKey::Shares(parts) };
    plan.pools.push(Arc::new(pool));
    let monthly =
        |id, number, euros: &str| line(id, number, ScheduleRule::Monthly(amount(euros)), Timing::SameMonth);
    let mut rent = monthly(20, 613, "100");
    rent.pool = Some(PoolId(40));
    plan.lines.push(Arc::new(rent));
    for activity in 5..8 {
        for (id, number, euros) in [(20, 604, "10"), (30, 706, "30")] {
            let mut own = monthly(id + activity, number, euros);
            (own.id, own.activity) = (LineId(id + activity), Some(ActivityId(activity)));
            plan.lines.push(Arc::new(own));
        }
    }
    plan
}

#[test]
fn a_set_counts_each_activity_once_with_those_below_it() {
    let view = everything(&plan());
    let found = activities_statement(&view, &[ActivityId(5), ActivityId(6), ActivityId(5)]);
    // Two activities: 2 × 120.00 of supplies and 3/5 of 1,200.00 of rent; 2 × 360.00 of fees.
    assert_eq!(found.full.charges.total_cents, [24_000 + 72_000]);
    assert_eq!(found.shared.total_cents, [72_000]);
    assert_eq!(found.full.income.total_cents, [72_000]);
    assert_eq!(found.full.result_cents, [-24_000]);
    assert_eq!((found.pools[0].cents[0], found.pools[0].of_cents[0]), (72_000, 120_000));
    // The books say what they said.
    assert_eq!(figure(&view, "result.2027.6@5"), 24_000);
}

#[test]
fn all_activities_and_the_structure_are_the_whole() {
    let view = everything(&plan());
    let all = activities_statement(&view, &[ActivityId(5), ActivityId(7)]);
    assert_eq!(all.full, crate::income::income_statement(&view, None));
}

#[test]
fn an_unknown_activity_brings_nothing() {
    let found = activities_statement(&everything(&plan()), &[ActivityId(99)]);
    assert_eq!((found.full.charges.total_cents, found.full.income.total_cents), ([0].into(), [0].into()));
}

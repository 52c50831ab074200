use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::AllocationRow;
use crate::activity::Activity;
use crate::contract::Contract;
use crate::funder::FunderKind;
use crate::funding_statement::funding_by_activity;
use crate::id::{ActivityId, PoolId, PositionId};
use crate::money::Quantity;
use crate::plan::Plan;
use crate::pool::{AllocationKey, CostPool};
use crate::position::{Position, TimeShare};
use crate::projection::project;
use crate::rule::PaymentRule;
use crate::schedule::ScheduleRule;
use crate::testing::{
    PROJECT, account, agreement, amount, everything, last, line, month, no_reference, of_project, percent,
    plan,
};
use crate::timing::Timing;
use crate::view::View;

pub(super) const FIRST: ActivityId = ActivityId(5);
pub(super) const SECOND: ActivityId = ActivityId(6);

fn activity(id: u32) -> Activity {
    Activity {
        id: ActivityId(id),
        label: String::from("Action"),
        parent: None,
        from: None,
        to: None,
        only_if: None,
        deliverables: Vec::new(),
        details: Vec::new(),
    }
}

/// A year with two activities and one pool, 40, for a rent of the structure of so much a month.
pub(super) fn shared(key: AllocationKey, monthly: &str) -> Plan {
    let mut plan = plan(1, "0");
    plan.activities.extend([activity(5), activity(6)].map(Arc::new));
    plan.pools.push(Arc::new(CostPool { id: PoolId(40), label: String::from("Locaux"), key }));
    let mut rent = line(20, 613, ScheduleRule::Monthly(amount(monthly)), Timing::SameMonth);
    rent.pool = Some(PoolId(40));
    plan.lines.push(Arc::new(rent));
    plan
}

pub(super) fn parts(parts: &[(ActivityId, &str)]) -> BTreeMap<ActivityId, Quantity> {
    parts.iter().map(|(activity, part)| (*activity, part.parse().unwrap())).collect()
}

pub(super) fn position(id: u32, from: &str, shares: &[(ActivityId, &str)]) -> Position {
    let share = |(activity, share): &(ActivityId, &str)| TimeShare::share(*activity, percent(share));
    Position {
        id: PositionId(id),
        label: String::from("Poste"),
        holder: None,
        from: month(from),
        to: None,
        gross: BTreeMap::from([(month(from), amount("2000"))]),
        scale: BTreeMap::new(),
        index: None,
        employer_rate: Some(percent("40")),
        employee_rate: None,
        contract: Contract::default(),
        time: shares.iter().map(share).collect(),
        operational_share: None,
        worked: Vec::new(),
        lent: Vec::new(),
        pool: None,
        only_if: None,
    }
}

/// What an activity gets in a year from now, in cents.
fn given(view: &View, activity: ActivityId) -> i64 {
    let rows = view.allocation_rows().filter(|row| row.activity == activity);
    rows.map(|row| row.cents).sum()
}

pub(super) fn both(plan: &Plan) -> [i64; 2] {
    let view = everything(plan);
    [FIRST, SECOND].map(|activity| given(&view, activity))
}

#[test]
fn typed_parts_share_each_month_to_the_cent() {
    let plan = shared(AllocationKey::Shares(parts(&[(FIRST, "1"), (SECOND, "2")])), "100");
    // 100.00 / 3 = 33.33 and 66.67, twelve times.
    assert_eq!(both(&plan), [12 * 3_333, 12 * 6_667]);
    let rows: Vec<AllocationRow> = everything(&plan).allocation_rows().collect();
    assert_eq!(rows.len(), 24);
    assert_eq!((rows[0].pool, rows[0].account, rows[0].position), (PoolId(40), account(613), None));
    assert_eq!((rows[0].month.0, rows[1].activity), (1, SECOND));
}

#[test]
fn floor_area_is_shared_in_square_metres() {
    let plan = shared(AllocationKey::FloorArea(parts(&[(FIRST, "37.5"), (SECOND, "12.5")])), "100");
    assert_eq!(both(&plan), [12 * 7_500, 12 * 2_500]);
}

#[test]
fn a_refund_goes_back_to_those_who_bore_the_cost() {
    let plan = shared(AllocationKey::Shares(parts(&[(FIRST, "1"), (SECOND, "2")])), "-100");
    assert_eq!(both(&plan), [-12 * 3_333, -12 * 6_667]);
}

#[test]
fn days_share_all_of_it_among_those_who_have_some() {
    let mut plan = shared(AllocationKey::Days, "100");
    // Half a post and a quarter of one: two thirds, one third, whatever is left to the structure.
    plan.positions.push(Arc::new(position(30, "2027-01", &[(FIRST, "50"), (SECOND, "25")])));
    assert_eq!(both(&plan), [12 * 6_667, 12 * 3_333]);
}

#[test]
fn days_available_leave_to_the_structure_what_no_planned_day_takes() {
    let mut plan = shared(AllocationKey::DaysAvailable, "100");
    // 80 % of the days are meant for activities, of which 50 and 25 of 80 are planned: 62.50, 31.25, 6.25 stay.
    let mut post = position(30, "2027-01", &[(FIRST, "50"), (SECOND, "25")]);
    post.operational_share = Some(percent("80"));
    plan.positions.push(Arc::new(post));
    assert_eq!(both(&plan), [12 * 6_250, 12 * 3_125]);
}

#[test]
fn more_days_than_there_are_share_no_more_than_the_cost() {
    let mut plan = shared(AllocationKey::DaysAvailable, "100");
    let mut post = position(30, "2027-01", &[(FIRST, "60"), (SECOND, "20")]);
    post.operational_share = Some(percent("40"));
    plan.positions.push(Arc::new(post));
    assert_eq!(both(&plan), [12 * 7_500, 12 * 2_500]);
}

#[test]
fn full_time_equivalents_count_part_time_and_the_year() {
    let mut plan = shared(AllocationKey::FullTimeEquivalents, "100");
    // A post at 80 % all year: 0.8. One of half a year, full time: 0.5.
    let mut part_time = position(30, "2027-01", &[(FIRST, "100")]);
    part_time.contract.working_time.insert(month("2027-01"), percent("80"));
    plan.positions.extend([part_time, position(31, "2027-07", &[(SECOND, "100")])].map(Arc::new));
    // 100.00 × 8/13 = 61.538…, the running sum 61.54.
    assert_eq!(both(&plan), [12 * 6_154, 12 * 3_846]);
}

#[test]
fn direct_costs_are_those_of_60_to_65_and_depreciation_before_anything_is_shared_out() {
    let mut plan = shared(AllocationKey::DirectCost, "100");
    let cost = |id, activity, number, euros: &str| {
        let mut cost = line(id, number, ScheduleRule::Monthly(amount(euros)), Timing::SameMonth);
        cost.activity = Some(activity);
        Arc::new(cost)
    };
    plan.lines.extend([cost(21, FIRST, 604, "30"), cost(22, SECOND, 6811, "10")]);
    // Interest and exceptional charges do not count.
    plan.lines.extend([cost(23, SECOND, 661, "500"), cost(24, SECOND, 671, "500")]);
    assert_eq!(both(&plan), [12 * 7_500, 12 * 2_500]);
    // What an earlier pool gave does not count either: all of it to the second activity.
    let first = CostPool {
        id: PoolId(41),
        label: String::from("Pilotage"),
        key: AllocationKey::Shares(parts(&[(SECOND, "1")])),
    };
    plan.pools.insert(0, Arc::new(first));
    let mut fees = line(25, 622, ScheduleRule::Monthly(amount("40")), Timing::SameMonth);
    fees.pool = Some(PoolId(41));
    plan.lines.push(Arc::new(fees));
    assert_eq!(both(&plan), [12 * 7_500, 12 * (2_500 + 4_000)]);
    let pools: Vec<PoolId> = everything(&plan).allocation_rows().map(|row| row.pool).collect();
    assert!(pools.is_sorted_by_key(|pool| *pool != PoolId(41)), "the first pool of the plan comes first");
}

#[test]
fn an_activity_that_ends_in_june_gets_nothing_later() {
    let mut plan = shared(AllocationKey::Shares(parts(&[(FIRST, "1"), (SECOND, "1")])), "100");
    Arc::make_mut(&mut plan.activities[0]).to = Some(month("2027-06"));
    // Half of six months; the other half and all of the next six.
    assert_eq!(both(&plan), [6 * 5_000, 6 * 5_000 + 6 * 10_000]);
    let view = everything(&plan);
    assert!(view.allocation_rows().all(|row| row.activity == SECOND || row.month.0 <= 6));
}

#[test]
fn the_cost_of_a_day_is_the_same_for_an_activity_that_ends_in_june() {
    let mut plan = shared(AllocationKey::DaysAvailable, "100");
    Arc::make_mut(&mut plan.activities[0]).to = Some(month("2027-06"));
    plan.positions.push(Arc::new(position(30, "2027-01", &[(FIRST, "40")])));
    let view = everything(&plan);
    // 261 − 7 − 25 = 229 days in 2027. January to June have 129 weekdays less 1 January, 29 March, 6 and 17 May,
    // less 12.5 of leave: 112.5, of which 40 % are 45. They are 45 / 229 of 1,200.00, spread evenly over six
    // months of 100.00: 45 / 6 / (229 / 12) = 0.39301…, 39.30.
    assert_eq!(given(&view, FIRST), 6 * 3_930);
}

#[test]
fn months_in_which_nobody_is_there_stay_with_the_structure_and_are_said() {
    let mut plan = shared(AllocationKey::Shares(parts(&[(FIRST, "1")])), "100");
    Arc::make_mut(&mut plan.activities[0]).from = Some(month("2027-04"));
    assert_eq!(both(&plan), [9 * 10_000, 0]);
    let said = project(&plan, &no_reference(), None).diagnostics;
    let said: Vec<_> = said.iter().filter(|said| said.code.0 == "plan.key-sums-to-zero").collect();
    assert_eq!(said.len(), 1);
    assert!(said[0].args.iter().any(|(_, arg)| *arg == crate::diagnostic::Arg::Cents(30_000)), "{said:?}");
}

#[test]
fn only_costs_of_the_structure_that_name_a_pool_are_shared_out() {
    let mut plan = shared(AllocationKey::Shares(parts(&[(FIRST, "1"), (SECOND, "1")])), "100");
    let mut elsewhere = line(21, 606, ScheduleRule::Monthly(amount("7")), Timing::SameMonth);
    (elsewhere.activity, elsewhere.pool) = (Some(FIRST), Some(PoolId(40)));
    let mut income = line(22, 706, ScheduleRule::Monthly(amount("9")), Timing::SameMonth);
    income.pool = Some(PoolId(40));
    let unnamed = line(23, 616, ScheduleRule::Monthly(amount("11")), Timing::SameMonth);
    plan.lines.extend([elsewhere, income, unnamed].map(Arc::new));
    assert_eq!(both(&plan), [12 * 5_000, 12 * 5_000]);
    let codes: Vec<&str> =
        project(&plan, &no_reference(), None).diagnostics.iter().map(|said| said.code.0).collect();
    assert_eq!(codes.iter().filter(|code| **code == "plan.not-shared-out").count(), 2);
}

#[test]
fn the_books_do_not_change() {
    let plan = shared(AllocationKey::Shares(parts(&[(FIRST, "1"), (SECOND, "1")])), "100");
    let without = Plan { pools: Vec::new(), ..plan.clone() };
    assert_eq!(everything(&plan).segments(), everything(&without).segments());
}

#[test]
fn the_time_of_a_post_that_is_the_structures_keeps_its_post() {
    let mut plan = shared(AllocationKey::Shares(parts(&[(FIRST, "1"), (SECOND, "3")])), "0");
    let mut post = position(30, "2027-01", &[(FIRST, "60")]);
    post.pool = Some(PoolId(40));
    plan.positions.push(Arc::new(post));
    let view = everything(&plan);
    // 40 % of 2,000.00 + 40 % are the structure's: 1,120.00, a quarter and three quarters.
    assert_eq!(both(&plan), [12 * 28_000, 12 * 84_000]);
    assert!(view.allocation_rows().all(|row| row.position == Some(PositionId(30))));
}

#[test]
fn an_agreement_pays_what_its_activity_was_given() {
    let mut plan = shared(AllocationKey::Shares(parts(&[(PROJECT, "1"), (SECOND, "3")])), "100");
    plan.lines.push(of_project(21, 604, &[(2027, "600")]));
    let rate = PaymentRule::Rate(percent("50"));
    agreement(&mut plan, 10, FunderKind::State, rate, &["1000"]);
    let view = everything(&plan);
    // Half of 600.00 + a quarter of 1,200.00.
    assert_eq!(crate::testing::figure(&view, "result.2027.74"), 45_000);
    let funding = funding_by_activity(&view);
    let costs: Vec<i64> = funding.iter().map(|row| row.cost_cents[0]).collect();
    assert_eq!(costs, [0, 90_000, 90_000]);
    assert_eq!(funding[1].left_cents, [45_000]);
}

#[test]
fn a_post_named_by_an_agreement_is_paid_where_its_time_went() {
    let mut plan = shared(AllocationKey::Shares(parts(&[(PROJECT, "1"), (SECOND, "3")])), "100");
    let mut post = position(30, "2027-01", &[]);
    post.pool = Some(PoolId(40));
    plan.positions.push(Arc::new(post));
    agreement(&mut plan, 10, FunderKind::State, PaymentRule::Rate(percent("100")), &["20000"]);
    last(&mut plan).eligible.positions.push(PositionId(30));
    let view = everything(&plan);
    // A quarter of 2,800.00 a month, without the rent.
    assert_eq!(crate::testing::figure(&view, "result.2027.74"), 12 * 70_000);
}

#[test]
fn what_was_shared_out_is_indirect() {
    let mut plan = shared(AllocationKey::Shares(parts(&[(PROJECT, "1"), (SECOND, "3")])), "100");
    let mut post = position(30, "2027-01", &[]);
    post.pool = Some(PoolId(40));
    plan.positions.push(Arc::new(post));
    plan.lines.push(of_project(21, 604, &[(2027, "1000")]));
    agreement(&mut plan, 10, FunderKind::State, PaymentRule::Rate(percent("100")), &["20000"]);
    let capped = crate::rule::Ceiling::Nature(
        crate::rule::CostNature::Indirect,
        crate::payment::Part::Amount(amount("500")),
    );
    last(&mut plan).ceilings.push(capped);
    // 1,000.00 of its own; of 25.00 × 12 of rent and 700.00 × 12 of pay no more than 500.00.
    assert_eq!(crate::testing::figure(&everything(&plan), "result.2027.74"), 150_000);
}

#[test]
fn a_flat_rate_is_taken_of_direct_cost_and_pays_what_was_shared_out() {
    let mut plan = shared(AllocationKey::Shares(parts(&[(PROJECT, "1"), (SECOND, "3")])), "100");
    plan.lines.push(of_project(21, 604, &[(2027, "1000")]));
    agreement(&mut plan, 10, FunderKind::State, PaymentRule::Rate(percent("100")), &["20000"]);
    last(&mut plan).eligible.flat_rate =
        Some(crate::rule::FlatRate { rate: percent("20"), of: crate::rule::FlatRateBase::DirectCost });
    let view = everything(&plan);
    // 1,000.00 and 20 % of it, though 300.00 of rent were shared out to the project; they find 200.00 of those.
    assert_eq!(crate::testing::figure(&view, "result.2027.74"), 120_000);
    let funding = funding_by_activity(&view);
    assert_eq!(funding[1].cost_cents, [130_000]);
    assert_eq!(funding[1].left_cents, [10_000]);
}

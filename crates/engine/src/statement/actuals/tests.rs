use alloc::string::String;
use alloc::sync::Arc;

use super::*;
use crate::activity::Activity;
use crate::completion::Completion;
use crate::employer::{DaysOff, Employer};
use crate::funder::FunderKind;
use crate::line::BudgetLine;
use crate::plan::Plan;
use crate::pool::{AllocationKey, CostPool};
use crate::position::{TimeShare, WorkedDays};
use crate::rule::PaymentRule;
use crate::schedule::ScheduleRule;
use crate::testing::{
    PROJECT, account, agreement, amount, everything, last, line, month, position, with_project,
};
use crate::timing::Timing;
use crate::workload::workload;

const OTHER: ActivityId = ActivityId(7);

fn of(plan: &Plan, chosen: Option<&[ActivityId]>) -> Vec<YearActuals> {
    let view = everything(plan);
    actuals(&view, &workload(&view), chosen)
}

fn beside(planned: i64, done: i64) -> Beside<i64> {
    Beside { planned: Some(planned), done: Some(done) }
}

/// A line of so many euros a month, and what it came to.
fn monthly(id: u32, number: u32, euros: &str, done: &[(i32, &str)]) -> BudgetLine {
    let mut line = line(id, number, ScheduleRule::Monthly(amount(euros)), Timing::SameMonth);
    line.actual = done.iter().map(|(year, euros)| (*year, amount(euros))).collect();
    line
}

/// Two activities; a post at 2,000.00 a month and 40 %, 60 days on each planned, 30 and 10 done; a rent of 100.00 a
/// month that came to 1,000.00, shared out by a key.
fn shared(key: AllocationKey) -> Plan {
    let mut plan = with_project(1);
    plan.activities.push(Arc::new(Activity::new(OTHER, String::from("Ateliers"))));
    // 2027 has 261 days from Monday to Friday and 7 public holidays among them: 240 days without 14 of leave.
    let days_off = DaysOff { leave: Some("14".parse().unwrap()), ..DaysOff::default() };
    Arc::make_mut(&mut plan.frame).association.employer = Employer { days_off, ..Employer::default() };
    let mut post = position(40, "2027-01");
    post.gross.insert(month("2027-01"), amount("2000"));
    let sixty = "60".parse().unwrap();
    post.time = [PROJECT, OTHER].map(|activity| TimeShare::days(activity, sixty)).into();
    let worked = [(PROJECT, "30"), (OTHER, "10")];
    post.worked = worked
        .map(|(activity, days)| WorkedDays { activity, year: 2027, days: days.parse().unwrap() })
        .into();
    plan.positions.push(Arc::new(post));
    plan.pools.push(Arc::new(CostPool { id: PoolId(50), label: String::from("Locaux"), key }));
    let mut rent = monthly(60, 613, "100", &[(2027, "1000")]);
    rent.pool = Some(PoolId(50));
    plan.lines.push(Arc::new(rent));
    plan
}

#[test]
fn a_plan_in_which_nothing_was_done_has_no_such_year() {
    let mut plan = with_project(1);
    plan.lines.push(Arc::new(monthly(20, 604, "10", &[])));
    assert_eq!(of(&plan, None), []);
}

#[test]
fn years_before_the_plan_have_what_was_done_and_nothing_planned() {
    let mut plan = with_project(1);
    let done = [(2025, "70"), (2026, "80"), (2027, "90")];
    plan.lines.push(Arc::new(monthly(20, 604, "10", &done)));
    plan.lines.push(Arc::new(monthly(21, 706, "0", &[(2026, "100")])));
    let found = of(&plan, None);
    let keys: Vec<_> = found.iter().map(|year| (year.year.key(), year.place)).collect();
    assert_eq!(keys, [(2025, None), (2026, None), (2027, Some(0))]);
    assert_eq!(found.iter().map(YearActuals::is_planned).collect::<Vec<_>>(), [false, false, true]);
    let done = |cents| Beside { planned: None, done: Some(cents) };
    let charges: Vec<_> = found.iter().map(|year| year.charges.total_cents).collect();
    // 12 × 10.00 planned.
    assert_eq!(charges, [done(7_000), done(8_000), beside(12_000, 9_000)]);
    assert_eq!(found[1].result_cents, done(10_000 - 8_000));
    assert_eq!(found[1].result_cents.completion(), None);
    // 90.00 of 120.00.
    assert_eq!(charges[2].completion(), Some(Completion::Percent(75.into())));
    assert_eq!(found[2].charges.headings[0].rows, [(account(604), beside(12_000, 9_000))]);
    // Of the income of 2027 nobody said anything: it is not zero, and the result is that of the charges.
    assert_eq!(found[2].income.total_cents, Beside { planned: Some(0), done: None });
    assert_eq!(found[2].result_cents, beside(-12_000, -9_000));
}

#[test]
fn what_came_without_a_plan_is_told_as_such() {
    let mut plan = with_project(1);
    plan.lines.push(Arc::new(monthly(20, 604, "0", &[(2027, "80")])));
    assert_eq!(of(&plan, None)[0].charges.total_cents.completion(), Some(Completion::Unplanned));
}

#[test]
fn a_day_done_costs_what_a_planned_day_costs() {
    let found = of(&shared(AllocationKey::Days), None);
    // 33,600.00 for 240 days: 100.00 of pay and 40.00 of contributions a day; 120 planned, 40 done.
    let post = found[0].posts[0];
    let days = |count: &str| Some(Days::from(count.parse::<crate::money::Quantity>().unwrap()));
    assert_eq!(post.days, Beside { planned: days("120"), done: days("40") });
    assert_eq!(post.cost_cents, beside(1_680_000, 560_000));
    assert_eq!((found[0].days(), found[0].staff_cents()), (post.days, post.cost_cents));
    // All of the year's pay is planned: 120 other days are the structure's.
    let staff = &found[0].charges.headings[1];
    assert_eq!(
        staff.rows,
        [(account(641), beside(2_400_000, 400_000)), (account(645), beside(960_000, 160_000))]
    );
    assert_eq!(found[0].charges.total_cents, beside(3_360_000 + 120_000, 560_000 + 100_000));
    assert_eq!(found[0].pools, [(PoolId(50), beside(120_000, 100_000))]);
}

#[test]
fn a_set_bears_shared_charges_by_the_days_done() {
    let found = of(&shared(AllocationKey::Days), Some(&[PROJECT]));
    // Planned 60 of 120 days, done 30 of 40.
    assert_eq!(found[0].pools, [(PoolId(50), beside(60_000, 75_000))]);
    // 60 × 140.00 and 600.00; 30 × 140.00 and 750.00.
    assert_eq!(found[0].charges.total_cents, beside(840_000 + 60_000, 420_000 + 75_000));
    let other = of(&shared(AllocationKey::Days), Some(&[OTHER]));
    assert_eq!(other[0].charges.total_cents, beside(840_000 + 60_000, 140_000 + 25_000));
}

#[test]
fn a_key_without_days_shares_out_what_was_done_as_what_was_planned() {
    let parts = [(PROJECT, "1"), (OTHER, "4")].map(|(id, part)| (id, part.parse().unwrap())).into();
    let found = of(&shared(AllocationKey::Shares(parts)), Some(&[PROJECT]));
    // A fifth of 1,200.00 and of 1,000.00.
    assert_eq!(found[0].pools, [(PoolId(50), beside(24_000, 20_000))]);
}

#[test]
fn money_of_funders_goes_to_the_years_of_its_tranche() {
    let mut plan = with_project(2);
    agreement(&mut plan, 10, FunderKind::Region, PaymentRule::General, &["1200"]);
    let tranche = &mut last(&mut plan).tranches[0];
    // From October on: 3 months of 12 in the first year.
    (tranche.from, tranche.to) = (month("2027-10"), month("2028-09"));
    tranche.lines[0].actual = Some(amount("1000"));
    let found = of(&plan, Some(&[PROJECT]));
    let came: Vec<_> = found.iter().map(|year| (year.agreements[0].0, year.agreements[0].1.done)).collect();
    assert_eq!(came, [(AgreementId(10), Some(25_000)), (AgreementId(10), Some(75_000))]);
    let income: Vec<_> = found.iter().map(|year| year.income.total_cents.done).collect();
    assert_eq!(income, [Some(25_000), Some(75_000)]);
    // Of another activity nothing was done.
    assert_eq!(of(&plan, Some(&[OTHER])), []);
}

#[test]
fn all_activities_and_the_structure_are_the_whole() {
    let plan = shared(AllocationKey::Days);
    let [whole, all] = [None, Some(&[PROJECT, OTHER][..])].map(|chosen| of(&plan, chosen));
    assert_eq!(whole[0].charges.total_cents.done, all[0].charges.total_cents.done);
    assert_eq!(whole[0].posts, all[0].posts);
}

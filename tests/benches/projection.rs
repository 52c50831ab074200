//! How long a projection takes, on a usual plan and on a large one, beside the naive twin in the same run.

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use criterion::{BatchSize, Criterion};
use previ_engine::agreement::FundingAgreement;
use previ_engine::balance::balance_sheet;
use previ_engine::cash::cash_forecast;
use previ_engine::certainty::CertaintyView;
use previ_engine::income::income_statement;
use previ_engine::money::Amount;
use previ_engine::plan::Plan;
use previ_engine::projection::project;
use previ_engine::schedule::{Schedule, ScheduleRule};
use previ_engine::timing::Timing;
use previ_engine::view::View;
use previ_tests::generator::{large_plan, usual_plan};
use previ_tests::twin;

fn main() {
    let plans = [("usual", usual_plan()), ("large", large_plan())];
    for (name, plan) in &plans {
        first_run(name, plan);
    }
    let mut criterion = Criterion::default().configure_from_args();
    for (name, plan) in &plans {
        measure(&mut criterion, name, plan);
    }
    criterion.final_summary();
}

/// The first, cold run, as a person waits for it.
fn first_run(name: &str, plan: &Plan) {
    let start = Instant::now();
    let projection = project(plan, previ_reference::reference(), None);
    let projected = start.elapsed();
    let view = projection.view(CertaintyView::Everything);
    let viewed = start.elapsed();
    let entries = view.entries().count();
    println!("{name}: first run {projected:?} to the projection, {viewed:?} to its view, {entries} entries");
}

fn measure(criterion: &mut Criterion, name: &str, plan: &Plan) {
    let reference = previ_reference::reference();
    let last = project(plan, reference, None);
    let mut group = criterion.benchmark_group(name);
    group.sample_size(30);
    group.bench_function("project", |bench| bench.iter(|| project(black_box(plan), reference, None)));
    group.bench_function("view", |bench| bench.iter(|| last.view(black_box(CertaintyView::Everything))));
    group.bench_function("project and view", |bench| {
        bench.iter(|| project(black_box(plan), reference, None).view(CertaintyView::Everything));
    });
    group.bench_function("project and view and statements", |bench| {
        bench.iter(|| statements(&project(black_box(plan), reference, None).view(CertaintyView::Everything)));
    });
    let before = last.view(CertaintyView::Everything);
    let after = |plan: Plan| {
        let projection = project(&plan, reference, Some(&last));
        statements(&projection.view_after(CertaintyView::Everything, Some(&before)))
    };
    let mut amount = 0;
    let mut costs = || {
        amount += 1;
        with_one_cost_changed(plan, amount)
    };
    group.bench_function("a cost edited, to the statements", |bench| {
        bench.iter_batched(&mut costs, after, BatchSize::LargeInput);
    });
    group.bench_function("a date of payment edited, to the statements", |bench| {
        bench.iter_batched(|| with_one_payment_changed(plan), after, BatchSize::LargeInput);
    });
    let unfunded = Plan { agreements: Vec::<Arc<FundingAgreement>>::new(), ..plan.clone() };
    group.bench_function("without agreements, project and view", |bench| {
        bench.iter(|| project(black_box(&unfunded), reference, None).view(CertaintyView::Everything));
    });
    let unshared = without_pools(&unfunded);
    group.bench_function("without agreements and pools, project and view and statements", |bench| {
        bench.iter(|| {
            statements(&project(black_box(&unshared), reference, None).view(CertaintyView::Everything))
        });
    });
    group.sample_size(10);
    group.bench_function("naive twin", |bench| {
        bench.iter(|| twin::calculate(black_box(plan), CertaintyView::Everything));
    });
    group.finish();
}

/// The three statements of a view.
fn statements(view: &View) -> usize {
    let (income, cash) = (income_statement(view, None), cash_forecast(view));
    income.years.len() + cash.months.len() + balance_sheet(view).assets.len()
}

/// What stands on the structure stays there.
fn without_pools(plan: &Plan) -> Plan {
    let mut plan = Plan { pools: Vec::new(), ..plan.clone() };
    plan.lines.iter_mut().for_each(|line| Arc::make_mut(line).pool = None);
    plan.positions.iter_mut().for_each(|position| Arc::make_mut(position).pool = None);
    plan
}

fn with_one_cost_changed(plan: &Plan, cents: i64) -> Plan {
    let mut plan = plan.clone();
    let middle = plan.lines.len() / 2;
    let rule = ScheduleRule::Monthly(Amount::from_cents(cents));
    Arc::make_mut(&mut plan.lines[middle]).schedule = Schedule::new(rule);
    plan
}

/// Paid later: nothing that funding looks at.
fn with_one_payment_changed(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    let middle = plan.lines.len() / 2;
    Arc::make_mut(&mut plan.lines[middle]).settlement.timing = Timing::After { months: 5 };
    plan
}

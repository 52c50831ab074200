//! In which order things were written does not matter.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::Arc;

use previ_engine::actuals::actuals;
use previ_engine::balance::balance_sheet;
use previ_engine::calendar::calendar;
use previ_engine::cash::cash_forecast;
use previ_engine::certainty::{CertaintyView, Stage};
use previ_engine::choices::cost_of_choices;
use previ_engine::cliff::cliff;
use previ_engine::full_cost::{full_costs, pool_costs, pool_shares};
use previ_engine::funding_reasons::{UnusedMoney, funding_reasons};
use previ_engine::funding_statement::{funding_by_activity, funding_by_agreement, funding_by_tranche};
use previ_engine::income::income_statement;
use previ_engine::journal::Entry;
use previ_engine::matrix::funding_matrix;
use previ_engine::plan::Plan;
use previ_engine::promise::funding_by_funder;
use previ_engine::rule::{PaymentRule, UnspentRule};
use previ_engine::view::View;
use previ_engine::workload::workload;
use previ_tests::figures::{figures, same};
use previ_tests::generator::{Dice, random_plan, shuffle_all};

use crate::random::{Verdict, holds, holds_for, view_of};

#[test]
fn items_in_another_order_give_the_same_statements() {
    holds(200, another_order_gives_the_same_statements);
}

#[test]
fn money_that_nothing_puts_in_turn_pays_the_same_in_any_order() {
    holds_for(300, plan_of_equal_claims, another_order_gives_the_same_statements);
}

/// A random plan in which agreements are decided, sure, and over at once, mostly count alike and often pay for
/// the activity of the same post: nothing but their numbers says who comes first.
fn plan_of_equal_claims(seed: u64) -> Plan {
    let (mut plan, mut dice) = (random_plan(seed), Dice::new(seed.rotate_left(16)));
    let timeline = plan.frame.timeline();
    let (first, last) = (timeline.first(), timeline.first().plus(dice.between(5, 11) as i32));
    let rules = [
        PaymentRule::General,
        PaymentRule::Fixed(UnspentRule::GiveBack),
        PaymentRule::Fixed(UnspentRule::Carry { until: None }),
    ];
    let rule = dice.pick(&rules);
    let shares = plan.positions.iter().flat_map(|position| &position.time);
    let activity = shares.map(|share| share.activity).min();
    for agreement in plan.agreements.iter_mut().map(Arc::make_mut) {
        (agreement.stage, agreement.certainty) = (Stage::Signed, None);
        if dice.chance(80) {
            agreement.payment = rule;
        }
        for tranche in &mut agreement.tranches {
            if dice.chance(80) {
                (tranche.from, tranche.to, tranche.decision) = (first, last, first);
            }
            tranche.certainty = None;
            for line in &mut tranche.lines {
                line.certainty = None;
                if activity.is_some() && dice.chance(60) {
                    line.activity = activity;
                }
            }
        }
    }
    plan
}

fn another_order_gives_the_same_statements(plan: &Plan, seed: u64) -> Verdict {
    let mut shuffled = plan.clone();
    shuffle_all(&mut shuffled, &mut Dice::new(seed));
    CertaintyView::ALL.into_iter().try_for_each(|certainty| {
        let views = [&view_of(plan, certainty), &view_of(&shuffled, certainty)];
        same_statements(&views).map_err(|said| format!("{certainty:?}: {said}"))
    })
}

/// What follows the order of the plan is sorted first.
fn same_statements(views: &[&View; 2]) -> Verdict {
    same(&figures(views[0]), &figures(views[1]))?;
    same_rows("journal", views, journal)?;
    same_rows("income", views, |view| income_statement(view, None))?;
    same_rows("cash", views, cash_forecast)?;
    same_rows("balance sheet", views, balance_sheet)?;
    same_rows("activities", views, |view| {
        let mut rows = funding_by_activity(view);
        rows.iter_mut().for_each(|row| row.paid.sort_by_key(|paid| paid.agreement));
        rows
    })?;
    same_rows("agreements", views, |view| sorted(funding_by_agreement(view), |row| row.agreement))?;
    same_rows("tranches", views, |view| sorted(funding_by_tranche(view), |row| row.tranche))?;
    same_rows("funders", views, |view| sorted(funding_by_funder(view), |row| row.funder))?;
    same_rows("matrix", views, |view| {
        let matrix = funding_matrix(view);
        (matrix.activities, sorted(matrix.rows, |row| row.payer))
    })?;
    same_rows("cliff", views, cliff)?;
    same_rows("calendar", views, |view| calendar(view, Some(view.timeline().first().plus(6))))?;
    same_rows("cost of choices", views, cost_of_choices)?;
    same_rows("reasons", views, |view| {
        let ids = sorted(view.plan().agreements.iter().map(|agreement| agreement.id).collect(), |id| *id);
        let reasons = ids.into_iter().filter_map(|id| funding_reasons(view, id));
        let in_order = |mut unused: UnusedMoney| {
            unused.reasons.sort_by_key(|reason| format!("{reason:?}"));
            unused
        };
        reasons.map(in_order).collect::<Vec<_>>()
    })?;
    same_rows("workload", views, |view| {
        let mut load = workload(view);
        let mut activities = load.activities();
        activities.iter_mut().for_each(|activity| activity.positions.sort_unstable());
        let paid = load.paid();
        load.positions.sort_by_key(|row| row.position);
        (load, activities, paid)
    })?;
    same_rows("full costs", views, |view| {
        let mut rows = full_costs(view);
        rows.iter_mut().for_each(|row| row.shared.sort_by_key(|shared| (shared.pool, shared.account)));
        rows
    })?;
    same_rows("pools", views, |view| sorted(pool_costs(view), |row| row.pool))?;
    same_rows("parts of pools", views, |view| sorted(pool_shares(view), |row| (row.pool, row.activity)))?;
    same_rows("planned beside done", views, |view| {
        let mut years = actuals(view, &workload(view), None);
        for year in &mut years {
            year.pools.sort_by_key(|(pool, _)| *pool);
            year.agreements.sort_by_key(|(agreement, _)| *agreement);
            year.posts.sort_by_key(|post| post.position);
        }
        years
    })
}

/// Entries that differ in their amounts alone are one: what is left of a provision is shared by releases of one
/// month as they are listed.
fn journal(view: &View) -> BTreeMap<Entry, i64> {
    let mut sums = BTreeMap::new();
    for entry in view.entries() {
        *sums.entry(Entry { amount_cents: 0, ..entry }).or_default() += entry.amount_cents;
    }
    sums
}

fn sorted<T, K: Ord>(mut rows: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    rows.sort_by_key(key);
    rows
}

fn same_rows<T: PartialEq + Debug>(what: &str, views: &[&View; 2], rows: impl Fn(&View) -> T) -> Verdict {
    let (one, other) = (rows(views[0]), rows(views[1]));
    if one == other { Ok(()) } else { Err(format!("{what}: {one:?} and {other:?}")) }
}

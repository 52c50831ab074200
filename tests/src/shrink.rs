//! Makes a failing plan small, so that somebody can read it.

use std::sync::Arc;

use previ_engine::agreement::Tranche;
use previ_engine::plan::Plan;
use previ_engine::rule::{PaymentRule, UnspentRule};

/// Takes away what can be taken away as long as `fails` still says yes.
#[must_use]
pub fn smallest(plan: &Plan, fails: impl Fn(&Plan) -> bool) -> Plan {
    let mut best = plan.clone();
    loop {
        let smaller = simpler(&best).into_iter().find(|plan| fails(plan));
        match smaller {
            Some(plan) => best = plan,
            None => return best,
        }
    }
}

/// Every plan that is one step simpler.
fn simpler(plan: &Plan) -> Vec<Plan> {
    let mut plans = Vec::new();
    let mut attempt = |change: &dyn Fn(&mut Plan)| {
        let mut changed = plan.clone();
        change(&mut changed);
        if changed != *plan {
            plans.push(changed);
        }
    };
    without_each(plan.lines.len(), &mut attempt, |plan| &mut plan.lines);
    without_each(plan.agreements.len(), &mut attempt, |plan| &mut plan.agreements);
    without_each(plan.positions.len(), &mut attempt, |plan| &mut plan.positions);
    without_each(plan.investments.len(), &mut attempt, |plan| &mut plan.investments);
    without_each(plan.loans.len(), &mut attempt, |plan| &mut plan.loans);
    without_each(plan.in_kind.len(), &mut attempt, |plan| &mut plan.in_kind);
    without_each(plan.transfers.len(), &mut attempt, |plan| &mut plan.transfers);
    without_each(plan.readings.len(), &mut attempt, |plan| &mut plan.readings);
    without_each(plan.pools.len(), &mut attempt, |plan| &mut plan.pools);
    without_each(plan.notes.len(), &mut attempt, |plan| &mut plan.notes);
    without_each(plan.activities.len(), &mut attempt, |plan| &mut plan.activities);
    without_each(plan.funders.len(), &mut attempt, |plan| &mut plan.funders);
    without_each(plan.treasury.len(), &mut attempt, |plan| &mut plan.treasury);
    attempt(&|plan| Arc::make_mut(&mut plan.frame).opening = Default::default());
    attempt(&|plan| Arc::make_mut(&mut plan.frame).assumptions.certainty_weights = None);
    attempt(&|plan| Arc::make_mut(&mut plan.frame).assumptions.appropriation = Default::default());
    attempt(&|plan| Arc::make_mut(&mut plan.frame).assumptions.indexes.clear());
    attempt(&|plan| Arc::make_mut(&mut plan.frame).association.contributions = Default::default());
    attempt(&|plan| {
        let horizon = &mut Arc::make_mut(&mut plan.frame).horizon;
        horizon.years = horizon.years.saturating_sub(1).max(1);
    });
    simpler_items(plan, &mut attempt);
    plans
}

fn without_each<T>(
    count: usize,
    attempt: &mut impl FnMut(&dyn Fn(&mut Plan)),
    items: fn(&mut Plan) -> &mut Vec<Arc<T>>,
) {
    for place in 0..count {
        attempt(&|plan| drop(items(plan).remove(place)));
    }
}

fn simpler_items(plan: &Plan, attempt: &mut impl FnMut(&dyn Fn(&mut Plan))) {
    for place in 0..plan.treasury.len() {
        attempt(&|plan| Arc::make_mut(&mut plan.treasury[place]).opening = Default::default());
        attempt(&|plan| Arc::make_mut(&mut plan.treasury[place]).blocked = false);
    }
    for place in 0..plan.activities.len() {
        attempt(&|plan| Arc::make_mut(&mut plan.activities[place]).parent = None);
        attempt(&|plan| Arc::make_mut(&mut plan.activities[place]).from = None);
        attempt(&|plan| Arc::make_mut(&mut plan.activities[place]).to = None);
        attempt(&|plan| Arc::make_mut(&mut plan.activities[place]).only_if = None);
    }
    for place in 0..plan.lines.len() {
        attempt(&|plan| Arc::make_mut(&mut plan.lines[place]).activity = None);
        attempt(&|plan| Arc::make_mut(&mut plan.lines[place]).only_if = None);
        attempt(&|plan| Arc::make_mut(&mut plan.lines[place]).settlement = Default::default());
        attempt(&|plan| Arc::make_mut(&mut plan.lines[place]).schedule.from = None);
        attempt(&|plan| Arc::make_mut(&mut plan.lines[place]).schedule.to = None);
        attempt(&|plan| Arc::make_mut(&mut plan.lines[place]).schedule.overrides.clear());
    }
    for place in 0..plan.positions.len() {
        attempt(&|plan| Arc::make_mut(&mut plan.positions[place]).only_if = None);
        attempt(&|plan| Arc::make_mut(&mut plan.positions[place]).index = None);
        attempt(&|plan| Arc::make_mut(&mut plan.positions[place]).to = None);
        attempt(&|plan| Arc::make_mut(&mut plan.positions[place]).time.truncate(1));
        attempt(&|plan| Arc::make_mut(&mut plan.positions[place]).time.clear());
    }
    for place in 0..plan.investments.len() {
        attempt(&|plan| Arc::make_mut(&mut plan.investments[place]).only_if = None);
        attempt(&|plan| Arc::make_mut(&mut plan.investments[place]).activity = None);
        attempt(&|plan| Arc::make_mut(&mut plan.investments[place]).settlement = Default::default());
    }
    for place in 0..plan.agreements.len() {
        attempt(&|plan| Arc::make_mut(&mut plan.agreements[place]).investment = None);
        attempt(&|plan| Arc::make_mut(&mut plan.agreements[place]).payment = Default::default());
        attempt(&|plan| Arc::make_mut(&mut plan.agreements[place]).eligible = Default::default());
        attempt(&|plan| Arc::make_mut(&mut plan.agreements[place]).eligible.accounts.clear());
        attempt(&|plan| Arc::make_mut(&mut plan.agreements[place]).eligible.positions.clear());
        attempt(&|plan| Arc::make_mut(&mut plan.agreements[place]).eligible.flat_rate = None);
        attempt(&|plan| Arc::make_mut(&mut plan.agreements[place]).eligible.in_kind = false);
        attempt(&|plan| without_first(&mut Arc::make_mut(&mut plan.agreements[place]).ceilings));
        attempt(&|plan| without_last(&mut Arc::make_mut(&mut plan.agreements[place]).ceilings));
        attempt(&|plan| Arc::make_mut(&mut plan.agreements[place]).provision = None);
        attempt(&|plan| {
            if let PaymentRule::Fixed(rule) = &mut Arc::make_mut(&mut plan.agreements[place]).payment {
                *rule = UnspentRule::GiveBack;
            }
        });
        attempt(&|plan| without_last(&mut Arc::make_mut(&mut plan.agreements[place]).tranches));
        attempt(&|plan| without_first(&mut Arc::make_mut(&mut plan.agreements[place]).tranches));
        for number in 0..plan.agreements[place].tranches.len() {
            let tranche = |plan: &mut Plan, change: fn(&mut Tranche)| {
                change(&mut Arc::make_mut(&mut plan.agreements[place]).tranches[number]);
            };
            attempt(&|plan| tranche(plan, |tranche| tranche.report = None));
            attempt(&|plan| tranche(plan, |tranche| tranche.decision = tranche.from));
            attempt(&|plan| {
                tranche(plan, |tranche| tranche.lines.iter_mut().for_each(|line| line.activity = None));
            });
            attempt(&|plan| tranche(plan, |tranche| without_last(&mut tranche.lines)));
            attempt(&|plan| tranche(plan, |tranche| without_first(&mut tranche.lines)));
            attempt(&|plan| tranche(plan, |tranche| without_first(&mut tranche.instalments)));
            attempt(&|plan| tranche(plan, |tranche| without_last(&mut tranche.instalments)));
            attempt(&|plan| {
                tranche(plan, |tranche| tranche.instalments.iter_mut().for_each(|one| one.received = None));
            });
            attempt(&|plan| tranche(plan, |tranche| without_first(&mut tranche.chosen)));
            attempt(&|plan| tranche(plan, |tranche| without_last(&mut tranche.chosen)));
            attempt(&|plan| tranche(plan, |tranche| without_last(&mut tranche.releases)));
            attempt(&|plan| tranche(plan, |tranche| tranche.amendments.clear()));
            attempt(&|plan| {
                tranche(plan, |tranche| {
                    (tranche.filing, tranche.signature, tranche.interim_report) = (None, None, None);
                });
            });
        }
    }
}

fn without_first<T>(items: &mut Vec<T>) {
    items.drain(..items.len().min(1));
}

fn without_last<T>(items: &mut Vec<T>) {
    items.truncate(items.len().saturating_sub(1));
}

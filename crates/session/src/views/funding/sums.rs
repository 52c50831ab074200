//! Who pays for several activities together.

use previ_engine::funding_statement::{ActivityFunding, PaidBy};
use previ_engine::view::View;

use crate::views::explanation::Scope;

/// The whole and every activity with others below it, summed.
pub(super) fn sums(view: &View, all: &[ActivityFunding]) -> Vec<(Scope, ActivityFunding)> {
    let costs = |found: &ActivityFunding| found.cost_cents.iter().any(|cents| *cents != 0);
    let mut found = Vec::new();
    if all.iter().any(costs) {
        found.push((Scope::Whole, sum(view, all.iter())));
    }
    for activity in all.iter().filter_map(|found| found.activity) {
        let below = view.registry().subtree(view.registry().activity(Some(activity)).0);
        let chosen = all.iter().zip(below).filter(|(_, is_below)| *is_below);
        let chosen: Vec<&ActivityFunding> = chosen.map(|(found, _)| found).collect();
        if chosen.len() > 1 && chosen.iter().any(|found| costs(found)) {
            found.push((Scope::Activity(activity), sum(view, chosen.into_iter())));
        }
    }
    found
}

/// Several activities as one.
fn sum<'a>(view: &View, parts: impl Iterator<Item = &'a ActivityFunding>) -> ActivityFunding {
    let none = || vec![0_i64; view.timeline().year_count()];
    let add =
        |to: &mut Vec<i64>, cents: &[i64]| to.iter_mut().zip(cents).for_each(|(to, cents)| *to += cents);
    let mut whole = ActivityFunding {
        activity: None,
        cost_cents: none(),
        own_income_cents: none(),
        paid: Vec::new(),
        left_cents: none(),
        own_funds_cents: none(),
        to_find_cents: none(),
        carried_cents: none(),
        surplus_cents: none(),
    };
    for part in parts {
        add(&mut whole.cost_cents, &part.cost_cents);
        add(&mut whole.own_income_cents, &part.own_income_cents);
        add(&mut whole.left_cents, &part.left_cents);
        add(&mut whole.own_funds_cents, &part.own_funds_cents);
        add(&mut whole.to_find_cents, &part.to_find_cents);
        add(&mut whole.carried_cents, &part.carried_cents);
        add(&mut whole.surplus_cents, &part.surplus_cents);
        for paid in &part.paid {
            match whole.paid.iter_mut().find(|known| known.agreement == paid.agreement) {
                None => whole.paid.push(paid.clone()),
                Some(known) => {
                    add(&mut known.cents, &paid.cents);
                    known.first = known.first.into_iter().chain(paid.first).min();
                    known.last = known.last.max(paid.last);
                }
            }
        }
    }
    let place = |paid: &PaidBy| view.plan().agreements.iter().position(|known| known.id == paid.agreement);
    whole.paid.sort_by_key(place);
    whole
}

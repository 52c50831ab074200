//! Who pays for several activities together.

use previ_engine::funding_statement::ActivityFunding;
use previ_engine::view::View;

use crate::views::explanation::Scope;

/// The whole and every activity with others below it, summed.
pub(super) fn sums(view: &View, all: &[ActivityFunding]) -> Vec<(Scope, ActivityFunding)> {
    let costs = |found: &ActivityFunding| found.cost_cents.iter().any(|cents| *cents != 0);
    let mut found = Vec::new();
    if all.iter().any(costs) {
        found.push((Scope::Whole, ActivityFunding::together(view, all)));
    }
    for activity in all.iter().filter_map(|found| found.activity) {
        let below = view.registry().subtree(view.registry().activity(Some(activity)).0);
        let chosen = all.iter().zip(below).filter(|(_, is_below)| *is_below);
        let chosen: Vec<&ActivityFunding> = chosen.map(|(found, _)| found).collect();
        if chosen.len() > 1 && chosen.iter().any(|found| costs(found)) {
            found.push((Scope::Activity(activity), ActivityFunding::together(view, chosen)));
        }
    }
    found
}

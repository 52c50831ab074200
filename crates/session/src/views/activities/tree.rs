//! The tree of activities in the order in which people read it.

use previ_engine::id::ActivityId;
use previ_engine::plan::Plan;

/// The activities with their depth, each before those below it; those of a cycle or below an unknown
/// one stand at the top.
pub(super) fn tree(plan: &Plan) -> Vec<(ActivityId, u8)> {
    let known = |id: Option<ActivityId>| id.filter(|id| plan.activities.iter().any(|item| item.id == *id));
    let below = |parent: Option<ActivityId>| {
        let children = plan.activities.iter().filter(move |item| known(item.parent) == parent);
        children.map(|item| item.id).collect::<Vec<_>>()
    };
    let mut found: Vec<(ActivityId, u8)> = Vec::new();
    let mut waiting: Vec<(ActivityId, u8)> = below(None).into_iter().rev().map(|id| (id, 0)).collect();
    while let Some((id, depth)) = waiting.pop() {
        // An identity used twice, which the check reports, must not lead round in circles.
        if found.iter().any(|(known, _)| *known == id) {
            continue;
        }
        found.push((id, depth));
        let children = below(Some(id)).into_iter().rev();
        waiting.extend(children.map(|child| (child, depth.saturating_add(1))));
    }
    let missing: Vec<ActivityId> = plan.activities.iter().map(|item| item.id).collect();
    let missing = missing.into_iter().filter(|id| !found.iter().any(|(other, _)| other == id));
    let missing: Vec<_> = missing.map(|id| (id, 0)).collect();
    found.extend(missing);
    found
}

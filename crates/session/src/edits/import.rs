//! What was read from a sheet, added to the plan.

use std::collections::BTreeMap;
use std::sync::Arc;

use previ_engine::diagnostic::{Arg, Diagnostic};
use previ_engine::funder::Funder;
use previ_engine::id::FunderId;
use previ_engine::plan::Plan;
use previ_sheets::import::NewItems;

use super::EditName;
use super::draft::{Draft, whole};
use crate::codes;

pub(super) fn name(items: &NewItems) -> EditName {
    let mut name = EditName::plain("edit-import");
    let count = items.lines.len() + items.agreements.len() + items.in_kind.len();
    name.args.push(("count", Arg::Number(count.into())));
    name
}

/// Adds the items; a funder that the plan knows under the same name is not added again.
pub(super) fn apply(items: &NewItems, draft: &mut Draft) -> Result<(), Diagnostic> {
    if numbers(items).any(|number| number < draft.next_id) {
        return Err(whole(codes::STALE_IMPORT));
    }
    draft.next_id = draft.next_id.max(items.next_id);
    let plan = &mut draft.plan;
    let known = known_funders(items, plan);
    let new_funders = items.funders.iter().filter(|funder| !known.contains_key(&funder.id));
    plan.funders.extend(new_funders.cloned().map(Arc::new));
    plan.lines.extend(items.lines.iter().cloned().map(Arc::new));
    for agreement in &items.agreements {
        let mut agreement = agreement.clone();
        agreement.funder = known.get(&agreement.funder).copied().unwrap_or(agreement.funder);
        plan.agreements.push(Arc::new(agreement));
    }
    plan.in_kind.extend(items.in_kind.iter().cloned().map(Arc::new));
    plan.notes.extend(items.notes.iter().cloned().map(Arc::new));
    Ok(())
}

/// New funders with the funder of the plan that has the same name.
fn known_funders(items: &NewItems, plan: &Plan) -> BTreeMap<FunderId, FunderId> {
    let alike = |a: &str, b: &str| a.trim().to_lowercase() == b.trim().to_lowercase();
    let same = |new: &Funder| {
        let known = plan.funders.iter().find(|funder| alike(&funder.name, &new.name));
        known.map(|funder| (new.id, funder.id))
    };
    items.funders.iter().filter_map(same).collect()
}

/// The number of every item that is added.
fn numbers(items: &NewItems) -> impl Iterator<Item = u32> {
    let lines = items.lines.iter().map(|line| line.id.0);
    let funders = items.funders.iter().map(|funder| funder.id.0);
    let agreements = items.agreements.iter().map(|agreement| agreement.id.0);
    let in_kind = items.in_kind.iter().map(|item| item.id.0);
    lines.chain(funders).chain(agreements).chain(in_kind)
}

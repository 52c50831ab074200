//! Identities.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use super::{DUPLICATE, about};
use crate::diagnostic::{Arg, Diagnostic, Severity};
use crate::id::ItemId;
use crate::plan::Plan;
use crate::reference::Reference;

/// One counter serves the whole document, so a number occurs once whatever the kind of item.
pub(super) fn unique(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let ids = || plan.item_ids().into_iter().filter(|id| *id != ItemId::Frame);
    let mut numbers: Vec<u32> = ids().map(ItemId::number).collect();
    numbers.sort();
    if numbers.windows(2).all(|pair| pair[0] < pair[1]) {
        return Vec::new();
    }
    let mut seen = BTreeSet::new();
    let again = ids().filter(|id| !seen.insert(id.number()));
    again
        .map(|id| {
            let number = Arg::Number(id.number().into());
            about(plan, DUPLICATE, Severity::Error, id, "id").with("number", number)
        })
        .collect()
}

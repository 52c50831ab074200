//! Pools of shared costs and those who name them.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::{NOT_SHARED_OUT, PART_BELOW_ZERO, POOL_UNUSED, about};
use crate::diagnostic::{Arg, Diagnostic, Severity};
use crate::plan::Plan;
use crate::pool::AllocationKey;
use crate::reference::Reference;

/// Typed parts are zero or more.
pub(super) fn parts_below_zero(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for pool in &plan.pools {
        let (AllocationKey::FloorArea(parts) | AllocationKey::Shares(parts)) = &pool.key else { continue };
        for (activity, part) in parts.iter().filter(|(_, part)| part.value() < Decimal::ZERO) {
            let said = about(plan, PART_BELOW_ZERO, Severity::Error, pool.id.into(), "key");
            let activity = Arg::Text(plan.label((*activity).into()).into());
            found.push(said.with("activity", activity).with("number", Arg::Number(part.value())));
        }
    }
    found
}

/// A pool is there for a cost or for the time of somebody.
pub(super) fn unused(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let is_named = |id| {
        plan.lines.iter().any(|line| line.pool == Some(id))
            || plan.positions.iter().any(|position| position.pool == Some(id))
    };
    let unused = plan.pools.iter().filter(|pool| !is_named(pool.id));
    unused.map(|pool| about(plan, POOL_UNUSED, Severity::Note, pool.id.into(), "label")).collect()
}

/// Only costs of the structure are shared out.
pub(super) fn not_shared_out(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for line in plan.lines.iter().filter(|line| line.activity.is_some() || line.account.class() != 6) {
        if let Some(pool) = line.pool {
            let said = about(plan, NOT_SHARED_OUT, Severity::Warning, line.id.into(), "pool");
            found.push(said.with("pool", Arg::Text(plan.label(pool.into()).into())));
        }
    }
    found
}

//! Edits of pools of shared costs.

use std::sync::Arc;

use previ_engine::diagnostic::{Arg, Diagnostic};
use previ_engine::id::{ItemId, PoolId};
use previ_engine::plan::Plan;
use previ_engine::pool::{AllocationKey, CostPool};
use rust_decimal::Decimal;

use super::EditName;
use super::draft::{self, Draft, find, named, whole};
use crate::codes;

/// A change of a pool of shared costs (*charges communes*).
#[derive(Clone, Debug, PartialEq)]
pub enum PoolEdit {
    /// A new pool, the last one to be shared out.
    Add {
        /// Its name.
        label: String,
        /// How it is shared out.
        key: AllocationKey,
    },
    /// The pool goes; costs that named it stay with the structure.
    Remove(PoolId),
    /// Another name.
    Rename(PoolId, String),
    /// Another key.
    SetKey(PoolId, AllocationKey),
    /// It is shared out one place earlier.
    MoveUp(PoolId),
}

impl PoolEdit {
    pub(super) fn name(&self, plan: &Plan) -> EditName {
        let of = |id, pool: &PoolId| EditName::of(id, plan.label(ItemId::Pool(*pool)));
        match self {
            Self::Add { label, .. } => EditName::of("edit-add-pool", label),
            Self::Remove(pool) => of("edit-remove-pool", pool),
            Self::Rename(pool, new) => of("edit-rename", pool).with("new", new),
            Self::SetKey(pool, _) => of("edit-set-key", pool),
            Self::MoveUp(pool) => of("edit-move-pool", pool),
        }
    }

    pub(super) fn apply(&self, draft: &mut Draft) -> Result<Option<ItemId>, Diagnostic> {
        match self {
            Self::Add { label, key } => {
                let label = named(label)?;
                sound(key, draft)?;
                let id = PoolId(draft.id()?);
                draft.plan.pools.push(Arc::new(CostPool { id, label, key: key.clone() }));
                return Ok(Some(id.into()));
            }
            Self::Remove(id) => {
                draft::remove(&mut draft.plan.pools, |pool| pool.id == *id)?;
                for line in draft.plan.lines.iter_mut().filter(|line| line.pool == Some(*id)) {
                    Arc::make_mut(line).pool = None;
                }
                for position in draft.plan.positions.iter_mut().filter(|position| position.pool == Some(*id))
                {
                    Arc::make_mut(position).pool = None;
                }
            }
            Self::Rename(id, label) => pool_mut(draft, *id)?.label = named(label)?,
            Self::SetKey(id, key) => {
                sound(key, draft)?;
                pool_mut(draft, *id)?.key = key.clone();
            }
            Self::MoveUp(id) => {
                let place = draft.plan.pools.iter().position(|pool| pool.id == *id);
                let place = place.ok_or_else(|| whole(codes::GONE))?;
                draft.plan.pools.swap(place, place.saturating_sub(1));
            }
        }
        Ok(None)
    }
}

fn pool_mut(draft: &mut Draft, id: PoolId) -> Result<&mut CostPool, Diagnostic> {
    find(&mut draft.plan.pools, |pool| pool.id == id)
}

/// Parts of activities that are there, 0 or more each. That they add up to more than nothing is for the
/// check of the plan: they are typed one after the other.
fn sound(key: &AllocationKey, draft: &Draft) -> Result<(), Diagnostic> {
    let (AllocationKey::FloorArea(parts) | AllocationKey::Shares(parts)) = key else { return Ok(()) };
    for (activity, part) in parts {
        draft.known_activity(Some(*activity))?;
        if part.value() < Decimal::ZERO {
            return Err(whole(codes::PART_NEGATIVE).with("number", Arg::Number(part.value())));
        }
    }
    Ok(())
}

/// Refuses a pool that is not in the plan; none leaves the cost with the structure.
pub(super) fn known(draft: &Draft, pool: Option<PoolId>) -> Result<(), Diagnostic> {
    let is_known = pool.is_none_or(|id| draft.plan.pools.iter().any(|item| item.id == id));
    if is_known { Ok(()) } else { Err(whole(codes::GONE)) }
}

//! Edits of activities.

use std::sync::Arc;

use previ_engine::activity::Activity;
use previ_engine::diagnostic::{Arg, Diagnostic};
use previ_engine::id::{ActivityId, ItemId};
use previ_engine::month::Month;
use previ_engine::plan::Plan;
use previ_engine::pool::AllocationKey;

use super::EditName;
use super::draft::{self, Draft, find, named, refused};
use crate::codes;

/// A change of an activity (*action, projet, pôle*).
#[derive(Clone, Debug, PartialEq)]
pub enum ActivityEdit {
    /// A new activity without dates.
    Add {
        /// Name.
        label: String,
        /// The activity it is part of; the structure when absent.
        parent: Option<ActivityId>,
    },
    /// The activity goes; refused while anything names it.
    Remove(ActivityId),
    /// Another name.
    Rename(ActivityId, String),
    /// The activity it is part of; the structure when absent.
    SetParent(ActivityId, Option<ActivityId>),
    /// First and last month; open where absent.
    SetDates {
        /// Which activity.
        activity: ActivityId,
        /// First month.
        from: Option<Month>,
        /// Last month.
        to: Option<Month>,
    },
}

impl ActivityEdit {
    pub(super) fn name(&self, plan: &Plan) -> EditName {
        let of = |id, activity: &ActivityId| EditName::of(id, plan.label(ItemId::Activity(*activity)));
        match self {
            Self::Add { label, .. } => EditName::of("edit-add-activity", label),
            Self::Remove(activity) => of("edit-remove-activity", activity),
            Self::Rename(activity, new) => of("edit-rename", activity).with("new", new),
            Self::SetParent(activity, _) => of("edit-set-parent", activity),
            Self::SetDates { activity, .. } => of("edit-set-dates", activity),
        }
    }

    pub(super) fn apply(&self, draft: &mut Draft) -> Result<Option<ItemId>, Diagnostic> {
        match self {
            Self::Add { label, parent } => {
                let label = named(label)?;
                draft.known_activity(*parent)?;
                let id = ActivityId(draft.id()?);
                let activity = Activity { parent: *parent, ..Activity::new(id, label) };
                draft.plan.activities.push(Arc::new(activity));
                return Ok(Some(id.into()));
            }
            Self::Remove(id) => {
                draft.refuse_if_used((*id).into(), &users(&draft.plan, *id))?;
                draft::remove(&mut draft.plan.activities, |activity| activity.id == *id)?;
            }
            Self::Rename(id, label) => activity_mut(draft, *id)?.label = named(label)?,
            Self::SetParent(id, parent) => {
                draft.known_activity(*parent)?;
                above_something_else(&draft.plan, *id, *parent)?;
                activity_mut(draft, *id)?.parent = *parent;
            }
            Self::SetDates { activity, from, to } => {
                draft::in_order(*from, *to)?;
                let activity = activity_mut(draft, *activity)?;
                activity.from = *from;
                activity.to = *to;
            }
        }
        Ok(None)
    }
}

fn activity_mut(draft: &mut Draft, id: ActivityId) -> Result<&mut Activity, Diagnostic> {
    find(&mut draft.plan.activities, |activity| activity.id == id)
}

/// Refuses a parent that is the activity itself or stands below it.
fn above_something_else(
    plan: &Plan,
    id: ActivityId,
    mut parent: Option<ActivityId>,
) -> Result<(), Diagnostic> {
    for _ in 0..=plan.activities.len() {
        if parent == Some(id) {
            let label = Arg::Text(plan.label(id.into()).to_owned());
            return Err(refused(codes::BELOW_ITSELF, id, "parent").with("item", label));
        }
        let Some(above) = parent.and_then(|id| plan.activities.iter().find(|item| item.id == id)) else {
            return Ok(());
        };
        parent = above.parent;
    }
    Ok(())
}

/// The names of what belongs to an activity.
fn users(plan: &Plan, id: ActivityId) -> Vec<String> {
    let mut users: Vec<String> = Vec::new();
    let activities = plan.activities.iter().filter(|activity| activity.parent == Some(id));
    users.extend(activities.map(|activity| activity.label.clone()));
    let lines = plan.lines.iter().filter(|line| line.activity == Some(id));
    users.extend(lines.map(|line| line.label.clone()));
    let works = |time: &[previ_engine::position::TimeShare]| time.iter().any(|share| share.activity == id);
    let positions = plan.positions.iter().filter(|position| works(&position.time));
    users.extend(positions.map(|position| position.label.clone()));
    let pools = plan.pools.iter().filter(|pool| match &pool.key {
        AllocationKey::FloorArea(parts) | AllocationKey::Shares(parts) => parts.contains_key(&id),
        _ => false,
    });
    users.extend(pools.map(|pool| pool.label.clone()));
    let agreements = plan.agreements.iter().filter(|agreement| {
        let mut lines = agreement.tranches.iter().flat_map(|tranche| &tranche.lines);
        lines.any(|line| line.activity == Some(id))
    });
    users.extend(agreements.map(|agreement| agreement.label.clone()));
    let investments = plan.investments.iter().filter(|item| item.activity == Some(id));
    users.extend(investments.map(|item| item.label.clone()));
    let in_kind = plan.in_kind.iter().filter(|item| item.activity == Some(id));
    users.extend(in_kind.map(|item| item.label.clone()));
    users
}

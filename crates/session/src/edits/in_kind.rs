//! Edits of contributions in kind.

use std::sync::Arc;

use previ_engine::diagnostic::Diagnostic;
use previ_engine::id::{ActivityId, InKindId, ItemId};
use previ_engine::in_kind::{HourlyValue, InKind, InKindKind};
use previ_engine::plan::Plan;
use previ_engine::schedule::Schedule;

use super::EditName;
use super::draft::{self, Draft, find, named};

/// A change of a contribution in kind (*contribution volontaire en nature*).
#[derive(Clone, Debug, PartialEq)]
pub enum InKindEdit {
    /// A new contribution.
    Add {
        /// What it is.
        label: String,
        /// Which kind.
        kind: InKindKind,
        /// What it is for; the structure when absent.
        activity: Option<ActivityId>,
        /// How much and when: amounts, or hours with a price.
        schedule: Schedule,
        /// What an hour is worth; the price of the schedule when absent.
        hourly: Option<HourlyValue>,
    },
    /// The contribution goes.
    Remove(InKindId),
    /// Another name.
    Rename(InKindId, String),
    /// Another kind.
    SetKind(InKindId, InKindKind),
    /// What it is for; the structure when absent.
    SetActivity(InKindId, Option<ActivityId>),
    /// How much and when, as a whole: amounts, or hours with a price.
    SetSchedule(InKindId, Schedule),
    /// What an hour is worth; the price of the schedule when absent.
    SetHourly(InKindId, Option<HourlyValue>),
}

impl InKindEdit {
    pub(super) fn name(&self, plan: &Plan) -> EditName {
        let of = |id, item: &InKindId| EditName::of(id, plan.label(ItemId::InKind(*item)));
        match self {
            Self::Add { label, .. } => EditName::of("edit-add-in-kind", label),
            Self::Remove(item) => of("edit-remove-in-kind", item),
            Self::Rename(item, new) => of("edit-rename", item).with("new", new),
            Self::SetKind(item, _) => of("edit-set-in-kind-kind", item),
            Self::SetActivity(item, _) => of("edit-set-activity", item),
            Self::SetSchedule(item, _) => of("edit-set-schedule", item),
            Self::SetHourly(item, _) => of("edit-set-hourly", item),
        }
    }

    pub(super) fn apply(&self, draft: &mut Draft) -> Result<Option<ItemId>, Diagnostic> {
        match self {
            Self::Add { label, kind, activity, schedule, hourly } => {
                let label = named(label)?;
                draft.known_activity(*activity)?;
                draft::in_order(schedule.from, schedule.to)?;
                let id = InKindId(draft.id()?);
                draft.plan.in_kind.push(Arc::new(InKind {
                    id,
                    label,
                    kind: *kind,
                    activity: *activity,
                    schedule: schedule.clone(),
                    hourly: *hourly,
                    only_if: None,
                }));
                return Ok(Some(id.into()));
            }
            Self::Remove(id) => draft::remove(&mut draft.plan.in_kind, |item| item.id == *id)?,
            Self::Rename(id, label) => item_mut(draft, *id)?.label = named(label)?,
            Self::SetKind(id, kind) => item_mut(draft, *id)?.kind = *kind,
            Self::SetActivity(id, activity) => {
                draft.known_activity(*activity)?;
                item_mut(draft, *id)?.activity = *activity;
            }
            Self::SetSchedule(id, schedule) => {
                draft::in_order(schedule.from, schedule.to)?;
                item_mut(draft, *id)?.schedule = schedule.clone();
            }
            Self::SetHourly(id, hourly) => item_mut(draft, *id)?.hourly = *hourly,
        }
        Ok(None)
    }
}

fn item_mut(draft: &mut Draft, id: InKindId) -> Result<&mut InKind, Diagnostic> {
    find(&mut draft.plan.in_kind, |item| item.id == id)
}

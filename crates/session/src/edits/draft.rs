//! The plan while an edit changes it, and the checks edits share.

use std::sync::Arc;

use previ_engine::diagnostic::{Arg, CodeSpec, Diagnostic, Field, Place, Severity};
use previ_engine::id::{ActivityId, ItemId};
use previ_engine::month::Month;
use previ_engine::plan::Plan;
use previ_engine::timing::Timing;

use crate::codes;

/// A plan being changed: kept if every edit takes place, thrown away otherwise. The counter of
/// identities goes on in both cases.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) plan: Plan,
    pub(crate) next_id: u32,
}

impl Draft {
    /// A new identity.
    pub(crate) fn id(&mut self) -> Result<u32, Diagnostic> {
        let id = self.next_id;
        self.next_id = id.checked_add(1).ok_or_else(|| whole(codes::NO_MORE_IDS))?;
        Ok(id)
    }

    /// Refuses an activity that is not in the plan; none is the structure.
    pub(crate) fn known_activity(&self, activity: Option<ActivityId>) -> Result<(), Diagnostic> {
        let known = activity.is_none_or(|id| self.plan.activities.iter().any(|item| item.id == id));
        if known { Ok(()) } else { Err(whole(codes::GONE)) }
    }

    /// Refuses to remove an item that others name, naming the first of them.
    pub(crate) fn refuse_if_used(&self, item: ItemId, users: &[String]) -> Result<(), Diagnostic> {
        if users.is_empty() {
            return Ok(());
        }
        let refusal = refused(codes::STILL_USED, item, "id");
        let refusal = refusal.with("item", Arg::Text(self.plan.label(item).to_owned()));
        let mut shown: Vec<&str> = users.iter().take(3).map(String::as_str).collect();
        shown.extend((users.len() > shown.len()).then_some("…"));
        let refusal = refusal.with("users", Arg::Text(shown.join(", ")));
        Err(refusal.with("count", Arg::Number(users.len().into())))
    }
}

/// The item that `is` describes, ready to be changed.
pub(crate) fn find<T: Clone>(items: &mut [Arc<T>], is: impl Fn(&T) -> bool) -> Result<&mut T, Diagnostic> {
    let found = items.iter_mut().find(|item| is(item));
    found.map(Arc::make_mut).ok_or_else(|| whole(codes::GONE))
}

/// Removes the item that `is` describes.
pub(crate) fn remove<T>(items: &mut Vec<Arc<T>>, is: impl Fn(&T) -> bool) -> Result<(), Diagnostic> {
    let place = items.iter().position(|item| is(item)).ok_or_else(|| whole(codes::GONE))?;
    items.remove(place);
    Ok(())
}

/// A name without the spaces around it; an empty one is refused.
pub(crate) fn named(label: &str) -> Result<String, Diagnostic> {
    let label = label.trim();
    if label.is_empty() { Err(whole(codes::NAME_EMPTY)) } else { Ok(label.to_owned()) }
}

/// Refuses dates of which the last comes before the first.
pub(crate) fn in_order(from: Option<Month>, to: Option<Month>) -> Result<(), Diagnostic> {
    match (from, to) {
        (Some(from), Some(to)) if to < from => {
            let refusal = whole(codes::DATES_REVERSED).with("from", Arg::Month(from));
            Err(refusal.with("to", Arg::Month(to)))
        }
        _ => Ok(()),
    }
}

/// Refuses a timing the engine does not know how to lay out.
pub(crate) fn sound_timing(timing: &Timing) -> Result<(), Diagnostic> {
    let months = |months: &[u8]| months.iter().all(|month| (1..=12).contains(month)) && !months.is_empty();
    let sound = match timing {
        Timing::SameMonth | Timing::OnReceipt => true,
        Timing::After { months } | Timing::Before { months } => (1..=60).contains(months),
        Timing::InMonths { months: chosen } => months(chosen),
        Timing::Instalments { count, every_months } => {
            (1..=60).contains(count) && (1..=12).contains(every_months)
        }
    };
    if sound { Ok(()) } else { Err(whole(codes::TIMING)) }
}

/// A refusal that concerns the plan as a whole.
pub(crate) fn whole(code: CodeSpec) -> Diagnostic {
    Diagnostic::new(code.code, Severity::Error, Place::Whole)
}

/// A refusal about a field of an item.
pub(crate) fn refused(code: CodeSpec, item: impl Into<ItemId>, field: &'static str) -> Diagnostic {
    Diagnostic::new(code.code, Severity::Error, Place::Item(item.into(), Field(field)))
}

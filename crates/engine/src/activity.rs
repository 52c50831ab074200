//! Activities: what costs and income are for.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::condition::Condition;
use crate::id::ActivityId;
use crate::is_default;
use crate::month::Month;
use crate::schedule::Window;

/// An activity (*action, projet, pôle*), a node of a tree whose root is the structure itself.
///
/// What belongs to it happens inside its dates and those of the activities above it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// Identity.
    pub id: ActivityId,
    /// Name.
    pub label: String,
    /// The activity it is part of; the structure when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub parent: Option<ActivityId>,
    /// First month.
    #[serde(default, skip_serializing_if = "is_default")]
    pub from: Option<Month>,
    /// Last month.
    #[serde(default, skip_serializing_if = "is_default")]
    pub to: Option<Month>,
    /// What it is to bring about (*livrables*), one text each.
    #[serde(default, skip_serializing_if = "is_default")]
    pub deliverables: Vec<String>,
    /// What else there is to know (*détails*), one text each.
    #[serde(default, skip_serializing_if = "is_default")]
    pub details: Vec<String>,
    /// Takes place only if these agreements are granted; what is below follows.
    #[serde(default, skip_serializing_if = "is_default")]
    pub only_if: Option<Condition>,
}

impl Activity {
    /// A part of the structure without dates.
    #[must_use]
    pub fn new(id: ActivityId, label: String) -> Self {
        Self {
            id,
            label,
            parent: None,
            from: None,
            to: None,
            deliverables: Vec::new(),
            details: Vec::new(),
            only_if: None,
        }
    }
}

/// Whether an activity is another one or below it; `false` where one is not in the plan or above itself.
pub(crate) fn is_below(activities: &[Arc<Activity>], activity: ActivityId, above: ActivityId) -> bool {
    let mut here = Some(activity);
    for _ in 0..=activities.len() {
        match here {
            Some(id) if id == above => return true,
            Some(id) => {
                let found = activities.iter().find(|known| known.id == id);
                here = found.and_then(|found| found.parent);
            }
            None => return false,
        }
    }
    false
}

/// Whether two activities are the same or one is below the other; the structure (`None`) is itself alone
/// here.
pub(crate) fn is_same_branch(
    activities: &[Arc<Activity>],
    one: Option<ActivityId>,
    other: Option<ActivityId>,
) -> bool {
    match (one, other) {
        (None, None) => true,
        (Some(one), Some(other)) => is_below(activities, one, other) || is_below(activities, other, one),
        (Some(_), None) | (None, Some(_)) => false,
    }
}

impl Activity {
    /// Its own first and last month.
    #[must_use]
    pub fn window(&self) -> Window {
        Window { from: self.from, to: self.to }
    }
}

//! Activities: what costs and income are for.

use alloc::string::String;

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
    /// Takes place only if these agreements are granted; what is below follows.
    #[serde(default, skip_serializing_if = "is_default")]
    pub only_if: Option<Condition>,
}

impl Activity {
    /// Its own first and last month.
    #[must_use]
    pub fn window(&self) -> Window {
        Window { from: self.from, to: self.to }
    }
}

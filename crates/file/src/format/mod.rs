//! The file format: [`Document`] ⇄ bytes, without touching a disk.

use std::fmt;

use previ_engine::id::ItemId;
use previ_engine::plan::Plan;
use serde::{Deserialize, Serialize};

mod explain;
mod read;
mod write;

#[cfg(feature = "store")]
pub(crate) use read::too_large;
pub use read::{MAX_BYTES, read};
pub use write::write;

/// The version of the format a file is written in, shown as `1.0`.
///
/// Minor rises with each added optional field or variant, major when a meaning changes. Unknown fields
/// are let through here alone, so that any later version can still say which one it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Format {
    /// Raised when a meaning changes.
    pub major: u32,
    /// Raised when something optional is added.
    pub minor: u32,
}

impl Format {
    /// The version this program writes.
    pub const CURRENT: Self = Self { major: 1, minor: 0 };

    /// Whether this program reads it: its own major, any minor up to its own.
    #[must_use]
    pub fn is_known(self) -> bool {
        self.major == Self::CURRENT.major && !self.is_newer()
    }

    /// Whether a later program wrote it.
    #[must_use]
    pub fn is_newer(self) -> bool {
        (self.major, self.minor) > (Self::CURRENT.major, Self::CURRENT.minor)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

/// What a file holds: the plan and what must be kept beside it (*document*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The version of the format; always [`Format::CURRENT`] once read.
    pub format: Format,
    /// Edition of the reference data the plan is calculated with, such as `2026-06`.
    pub reference: String,
    /// The number the next new item will get, above that of every item there ever was.
    pub next_id: u32,
    /// Identity of the document, kept by its copies; tells whether two files have the same origin.
    pub document_id: String,
    /// What the association wrote down.
    pub plan: Plan,
}

impl Document {
    /// A document around `plan`, with an identity and an edition of the reference data given by the
    /// caller: nothing here reads a clock or draws at random.
    #[must_use]
    pub fn new(plan: Plan, document_id: String, reference: String) -> Self {
        let next_id = highest_id(&plan).saturating_add(1);
        Self { format: Format::CURRENT, reference, next_id, document_id, plan }
    }

    /// A number for a new item, never given before in this document.
    ///
    /// Numbers stop rising at `u32::MAX`, which only a file edited by hand reaches; the check of the
    /// plan then finds the identity used twice.
    pub fn take_id(&mut self) -> u32 {
        let id = self.next_id;
        self.next_id = id.saturating_add(1);
        id
    }
}

/// The highest number of an item, 0 without items.
fn highest_id(plan: &Plan) -> u32 {
    plan.item_ids().into_iter().map(ItemId::number).max().unwrap_or(0)
}

//! Several edits under one name.

use previ_engine::diagnostic::Arg;

use super::EditName;

/// What several edits were made by (*nature du lot*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BatchName {
    /// A block was pasted.
    Paste,
    /// A block was cut.
    Cut,
    /// A block was cleared.
    Clear,
    /// A block was filled.
    Fill,
}

impl BatchName {
    pub(super) fn name(self, count: usize) -> EditName {
        let mut name = EditName::plain(match self {
            Self::Paste => "edit-paste",
            Self::Cut => "edit-cut",
            Self::Clear => "edit-clear",
            Self::Fill => "edit-fill",
        });
        name.args.push(("count", Arg::Number(count.into())));
        name
    }
}

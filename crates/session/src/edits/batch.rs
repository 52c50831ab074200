//! Several edits under one name.

use previ_engine::diagnostic::Arg;
use previ_engine::id::{ItemId, LineId};
use previ_engine::plan::Plan;

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
    /// The form of a line was accepted.
    LineForm(LineId),
}

impl BatchName {
    pub(super) fn name(self, count: usize, plan: &Plan) -> EditName {
        let mut name = EditName::plain(match self {
            Self::Paste => "edit-paste",
            Self::Cut => "edit-cut",
            Self::Clear => "edit-clear",
            Self::Fill => "edit-fill",
            Self::LineForm(line) => {
                return EditName::of("edit-change-line", plan.label(ItemId::Line(line)));
            }
        });
        name.args.push(("count", Arg::Number(count.into())));
        name
    }
}

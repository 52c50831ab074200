//! previ-sheets.

/// What a sheet seems to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {}

/// Items to be added to a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewItems {}

//! Spending that takes place only if money is granted.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::id::AgreementId;

/// On which agreements something depends (*sous condition de*).
///
/// An agreement counts as granted in a view when at least one of its lines has money there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Condition {
    /// At least one of them.
    OneOf(Vec<AgreementId>),
    /// All of them.
    AllOf(Vec<AgreementId>),
}

impl Condition {
    /// Whether it is met when `granted` says which agreements have money.
    #[must_use]
    pub fn holds(&self, granted: impl Fn(AgreementId) -> bool) -> bool {
        match self {
            Self::OneOf(ids) => ids.iter().any(|id| granted(*id)),
            Self::AllOf(ids) => ids.iter().all(|id| granted(*id)),
        }
    }

    /// The agreements it names.
    #[must_use]
    pub fn agreements(&self) -> &[AgreementId] {
        match self {
            Self::OneOf(ids) | Self::AllOf(ids) => ids,
        }
    }
}

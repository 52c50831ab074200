//! What a cost is to a funder, and which limit of a line it comes under.

use alloc::vec::Vec;

use crate::account::AccountNumber;
use crate::agreement::FundingAgreement;
use crate::funding::cells::CellKey;
use crate::journal::ActivityIndex;
use crate::rule::{Ceiling, CostNature};

/// Pay and its contributions.
const STAFF_COST: AccountNumber = AccountNumber::of(64);

/// The nature of a cost.
pub(crate) fn nature(key: &CellKey, account: AccountNumber) -> CostNature {
    if key.position.is_some() || account.is_under(STAFF_COST) {
        CostNature::Staff
    } else if key.activity == ActivityIndex::STRUCTURE {
        CostNature::Indirect
    } else {
        CostNature::OtherDirect
    }
}

/// Costs of a line that have a limit together. A cost is in one group of each line that may pay it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Group {
    /// No limit but the money of the line.
    Free,
    /// A nature with a ceiling.
    Nature(CostNature),
    /// Cost of the structure that stands for a flat rate.
    FlatRate,
}

/// How an agreement sorts the costs that its lines may pay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sorting {
    /// The natures that have a ceiling.
    limited: Vec<CostNature>,
    /// Whether it pays the structure at a flat rate.
    pub(crate) has_flat_rate: bool,
}

impl Sorting {
    pub(crate) fn of(agreement: &FundingAgreement) -> Self {
        let limited = agreement.ceilings.iter().filter_map(|ceiling| match ceiling {
            Ceiling::Nature(nature, _) => Some(*nature),
            Ceiling::PublicMoney(_) => None,
        });
        Self { limited: limited.collect(), has_flat_rate: agreement.eligible.flat_rate.is_some() }
    }

    /// The group of a cost that is eligible.
    pub(crate) fn group(&self, key: &CellKey, account: AccountNumber) -> Group {
        if self.limited.is_empty() {
            return Group::Free;
        }
        let nature = nature(key, account);
        if self.limited.contains(&nature) { Group::Nature(nature) } else { Group::Free }
    }
}

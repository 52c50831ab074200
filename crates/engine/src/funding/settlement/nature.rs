//! What a cost is to a funder, and which limit of a line it comes under.

use alloc::vec::Vec;

use crate::account::AccountNumber;
use crate::agreement::FundingAgreement;
use crate::funding::cells::CellKey;
use crate::journal::ActivityIndex;
use crate::rule::{Ceiling, CostNature};

/// Pay and its contributions.
pub(crate) const STAFF_COST: AccountNumber = AccountNumber::of(64);

/// The nature of a cost.
pub(crate) fn nature(key: &CellKey, account: AccountNumber) -> CostNature {
    if key.is_shared {
        CostNature::Indirect
    } else if key.position.is_some() || account.is_under(STAFF_COST) {
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

/// A line, or a unit of lines, that may pay a cost, and as which of its groups.
///
/// In one number, line first: lists of them are compared all the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Access(u32);

impl Access {
    const GROUPS: [Group; 5] = [
        Group::Free,
        Group::Nature(CostNature::Staff),
        Group::Nature(CostNature::OtherDirect),
        Group::Nature(CostNature::Indirect),
        Group::FlatRate,
    ];
    const FREE: u32 = 0;
    const FLAT_RATE: u32 = 4;
    /// Room for the groups.
    const STRIDE: u32 = 8;

    pub(crate) fn new(line: usize, group: Group) -> Self {
        let group = match group {
            Group::Free => Self::FREE,
            Group::Nature(CostNature::Staff) => 1,
            Group::Nature(CostNature::OtherDirect) => 2,
            Group::Nature(CostNature::Indirect) => 3,
            Group::FlatRate => Self::FLAT_RATE,
        };
        Self((line as u32).saturating_mul(Self::STRIDE).saturating_add(group))
    }

    pub(crate) fn line(self) -> usize {
        (self.0 / Self::STRIDE) as usize
    }

    /// Whether it is paid without any limit but the money of the line.
    pub(crate) fn is_free(self) -> bool {
        self.0 % Self::STRIDE == Self::FREE
    }

    /// Whether it stands for a flat rate.
    pub(crate) fn is_flat_rate(self) -> bool {
        self.0 % Self::STRIDE == Self::FLAT_RATE
    }

    pub(crate) fn group(self) -> Group {
        Self::GROUPS.get((self.0 % Self::STRIDE) as usize).copied().unwrap_or(Group::Free)
    }
}

/// How an agreement sorts the costs that its lines may pay.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
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

    /// Whether it tells costs apart by their nature.
    pub(crate) fn asks_nature(&self) -> bool {
        !self.limited.is_empty()
    }

    /// The group of an eligible cost of this nature.
    pub(crate) fn group(&self, nature: Option<CostNature>) -> Group {
        match nature {
            Some(nature) if self.limited.contains(&nature) => Group::Nature(nature),
            _ => Group::Free,
        }
    }
}

//! How funders count what they owe, on which costs, and what becomes of money not used.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::account::AccountNumber;
use crate::id::PositionId;
use crate::is_default;
use crate::money::Percent;
use crate::month::Month;

/// How a funder counts what it owes (*règle de paiement*).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum PaymentRule {
    /// An operating grant or an award without conditions (*subvention générale*): earned in full, never
    /// limited by cost, never carried over, never given back.
    #[default]
    General,
    /// A lump sum for a defined project (*forfait*): what finds no eligible cost is unspent.
    Fixed(UnspentRule),
    /// A share of the eligible cost (*taux*), 50 meaning 50 %, up to the amount granted: claimed as cost
    /// occurs, never more than what is spent.
    Rate(Percent),
    /// An aid to a post or a service payment (*barème*): earned in even parts over the months of the tranche,
    /// whatever the cost; where it supports posts, in the months in which they cost something. The cost it
    /// supports is no longer there for others.
    Scale,
}

/// What becomes of granted money that found no cost by the end of a fiscal year (*fonds non utilisés*).
///
/// Within the period of the tranche it is always carried over as dedicated funds (19x, règlement ANC
/// 2018-06, art. 132-1 and 132-2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum UnspentRule {
    /// Used in the later years of the agreement, then given back (*report en fonds dédiés*).
    Carry {
        /// Last month in which it may be used, where that is later than the end of the agreement.
        #[serde(default, skip_serializing_if = "is_default")]
        until: Option<Month>,
    },
    /// Given back at the end of each tranche (*reversement*).
    GiveBack,
    /// Kept at the end of each tranche up to a share of the eligible cost, the rest given back
    /// (*excédent raisonnable*).
    Keep {
        /// The share, 10 meaning 10 % of the eligible cost of the tranche's period.
        up_to: Percent,
    },
}

/// The costs that an agreement may pay (*assiette éligible*), among those of its activities.
///
/// Every cost of classes 60 to 67 and depreciation (6811) when both lists are empty; 687, 689 and 69
/// never.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Eligibility {
    /// Accounts and their sub-accounts.
    #[serde(default, skip_serializing_if = "is_default")]
    pub accounts: Vec<AccountNumber>,
    /// Posts, whatever the account of their cost.
    #[serde(default, skip_serializing_if = "is_default")]
    pub positions: Vec<PositionId>,
}

impl Eligibility {
    /// Whether a cost of `account`, of the post `position` if it is one's, may be paid.
    #[must_use]
    pub fn allows(&self, account: AccountNumber, position: Option<PositionId>) -> bool {
        let by_account = self.accounts.iter().any(|eligible| account.is_under(*eligible));
        let by_position = position.is_some_and(|position| self.positions.contains(&position));
        (self.accounts.is_empty() && self.positions.is_empty()) || by_account || by_position
    }
}

//! Joint projects: an agreement whose money is shared with partners.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::is_default;
use crate::money::Percent;

/// The partners of an agreement that the association leads (*projet collectif, chef de file*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partnership {
    /// Who answers to the funder.
    pub answers: Answers,
    /// The shares of the partners; what is left is the association's.
    pub shares: Vec<PartnerShare>,
    /// Months from a payment of the funder to that of the partners.
    #[serde(default, skip_serializing_if = "is_default")]
    pub delay_months: u8,
}

/// Who answers to the funder for the use of the money, as the convention says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Answers {
    /// The partners are named with their shares: the association passes their money on, 5xx to 468 and 468 to
    /// 5xx, neither its income nor its cost (*mandataire*).
    EachPartner,
    /// The association alone: all of it is its income, what it gives to partners is a cost, 6571
    /// (*seule responsable*).
    LeadAlone {
        /// Whether the agreement itself may pay that cost.
        is_eligible: bool,
    },
}

/// The share of a partner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartnerShare {
    /// Who.
    pub name: String,
    /// Share of the agreement's money.
    pub share: Percent,
}

//! Funders.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use crate::account::AccountNumber;
use crate::id::FunderId;
use crate::is_default;

/// A funder (*financeur*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Funder {
    /// Identity.
    pub id: FunderId,
    /// Name.
    pub name: String,
    /// What it is.
    pub kind: FunderKind,
    /// Months it usually takes to pay once a payment is due, 0 to 60.
    #[serde(default, skip_serializing_if = "is_default")]
    pub delay_months: u8,
}

/// Kinds of funders: the nine of InCitu's workbook, private ones told apart by their accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FunderKind {
    /// The State (*État*).
    State,
    /// A region (*Région*).
    Region,
    /// A *département*.
    Department,
    /// Municipalities and their groupings (*communes et intercommunalités*).
    Municipality,
    /// Public bodies (*établissements publics*).
    PublicBody,
    /// Social bodies, as CAF (*organismes sociaux*).
    SocialBody,
    /// European funds (*fonds européens*).
    Europe,
    /// Aids to posts: ASP, FONJEP (*aides à l'emploi*).
    EmploymentAid,
    /// Foundations, endowment funds and other associations (*fondations, fonds de dotation*).
    Foundation,
    /// Companies (*entreprises mécènes*).
    Company,
    /// Persons (*particuliers*).
    Person,
}

impl FunderKind {
    /// The kinds in the order of a French budget.
    pub const ALL: [Self; 11] = [
        Self::State,
        Self::Region,
        Self::Department,
        Self::Municipality,
        Self::PublicBody,
        Self::SocialBody,
        Self::Europe,
        Self::EmploymentAid,
        Self::Foundation,
        Self::Company,
        Self::Person,
    ];

    /// Whether its money is public (*aide publique*).
    #[must_use]
    pub fn is_public(self) -> bool {
        !matches!(self, Self::Foundation | Self::Company | Self::Person)
    }

    /// The income account that follows from who pays (ANC 2018-06): 741 operating grants, 73 public
    /// service payments, 7551 contributions of other bodies, 7542 patronage, 7541 gifts.
    #[must_use]
    pub fn income_account(self) -> AccountNumber {
        AccountNumber::of(match self {
            Self::State
            | Self::Region
            | Self::Department
            | Self::Municipality
            | Self::PublicBody
            | Self::Europe
            | Self::EmploymentAid => 741,
            Self::SocialBody => 73,
            Self::Foundation => 7551,
            Self::Company => 7542,
            Self::Person => 7541,
        })
    }

    /// The account of what it still owes: 441 if public, 467 if private.
    #[must_use]
    pub fn claim_account(self) -> AccountNumber {
        AccountNumber::of(if self.is_public() { 441 } else { 467 })
    }
}

//! How funders count what they owe, on which costs, within which limits, and what becomes of money not used.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::account::AccountNumber;
use crate::id::{ActivityId, PositionId};
use crate::is_default;
use crate::money::{Amount, Percent};
use crate::month::Month;
use crate::payment::Part;

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
    /// An aid to a post or a service payment (*aide au poste, barème*): earned in even parts over the months
    /// of the tranche, whatever the cost; where it supports posts, in the months in which they cost
    /// something. The cost it supports is no longer there for others.
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
/// Every cost of classes 60 to 67 and depreciation (6811), less what investment grants release of it (747),
/// when both lists are empty; nothing else of 68, and not 69, whatever the lists say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Eligibility {
    /// Accounts and their sub-accounts.
    #[serde(default, skip_serializing_if = "is_default")]
    pub accounts: Vec<AccountNumber>,
    /// Posts, whatever the account of their cost.
    #[serde(default, skip_serializing_if = "is_default")]
    pub positions: Vec<PositionId>,
    /// Indirect cost counted at a flat rate beside them (*coûts indirects au forfait*).
    #[serde(default, skip_serializing_if = "is_default")]
    pub flat_rate: Option<FlatRate>,
    /// Whether contributions in kind of its activities enlarge the base (*bénévolat valorisé*): no euro is
    /// ever charged to them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub in_kind: bool,
}

/// Indirect cost that a funder counts as a share of other cost, without bills (*taux forfaitaire*). Its money
/// pays cost of the structure, and is owed where there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FlatRate {
    /// The share, 15 meaning 15 %; often 7, 15, 20, 25 or 40 % (règlement (UE) 2021/1060, art. 54 to 56; 20 %
    /// of direct cost in older conventions).
    pub rate: Percent,
    /// Of which cost.
    pub of: FlatRateBase,
}

/// The cost that a flat rate is taken of, among the eligible cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FlatRateBase {
    /// All of it (*dépenses directes*).
    DirectCost,
    /// That of posts and of accounts 64 (*frais de personnel*).
    StaffCost,
}

/// A limit that an agreement sets on its own money (*plafond*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ceiling {
    /// All public money on its base together, at most this share of it (*plafond d'aides publiques*): its
    /// own part is cut by what other public agreements were granted for the same activity and months
    /// (*écrêtement*). General grants to the whole association are for nothing in particular and do not cut.
    PublicMoney(Percent),
    /// What it pays of one nature of cost, at most so much: a share of its base, or an amount over the life
    /// of the tranche (*plafond par nature, frais généraux*).
    Nature(CostNature, Part),
}

/// What a cost is to a funder (*nature de dépense*).
///
/// What stands on an activity is direct; what stands on the structure is indirect, and so is what a key brought
/// from there to an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum CostNature {
    /// That of posts and of accounts 64, what keys share out aside (*frais de personnel*).
    Staff,
    /// Of an activity, staff aside (*autres dépenses directes*).
    OtherDirect,
    /// Of the structure, staff aside, or shared out by a key, staff too (*frais de structure*).
    Indirect,
}

/// A cost that the user wants a tranche to pay (*affectation choisie*): served after own income and scales,
/// before all other money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChosenCost {
    /// The activity that bears it; the structure when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub activity: Option<ActivityId>,
    /// Which cost of it.
    pub cost: ChosenKind,
    /// How much of the tranche at most, 0 or more; a view counts as much of it as of the line that pays it.
    pub amount: Amount,
}

/// Which cost of an activity or of the structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChosenKind {
    /// An account and its sub-accounts.
    Account(AccountNumber),
    /// A post.
    Position(PositionId),
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

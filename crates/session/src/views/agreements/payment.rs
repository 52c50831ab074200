//! The choices of a payment rule and of what becomes of the rest, before their details, and the usual details
//! of each.

use previ_engine::money::Percent;
use previ_engine::rule::{PaymentRule, UnspentRule};
use rust_decimal::Decimal;

/// How a funder counts what it owes, its details aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaymentChoice {
    /// Earned in full (*subvention de fonctionnement*).
    General,
    /// A lump sum for a project (*forfait*).
    Fixed,
    /// A share of cost (*taux*).
    Rate,
    /// An aid to a post or a service payment (*barème*).
    Scale,
}

impl PaymentChoice {
    /// The choice behind a rule.
    #[must_use]
    pub fn of(rule: PaymentRule) -> Self {
        match rule {
            PaymentRule::General => Self::General,
            PaymentRule::Fixed(_) => Self::Fixed,
            PaymentRule::Rate(_) => Self::Rate,
            PaymentRule::Scale => Self::Scale,
        }
    }

    /// The rule to begin with: a lump sum is carried over, a share is half of the cost.
    #[must_use]
    pub fn usual(self) -> PaymentRule {
        match self {
            Self::General => PaymentRule::General,
            Self::Fixed => PaymentRule::Fixed(UnspentChoice::Carry.usual()),
            Self::Rate => PaymentRule::Rate(percent(50)),
            Self::Scale => PaymentRule::Scale,
        }
    }
}

/// What becomes of money that found no cost, its details aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnspentChoice {
    /// Carried over, then given back (*report en fonds dédiés*).
    Carry,
    /// Given back (*reversement*).
    GiveBack,
    /// Kept in part (*excédent raisonnable*).
    Keep,
}

impl UnspentChoice {
    /// The choice behind a rule.
    #[must_use]
    pub fn of(rule: UnspentRule) -> Self {
        match rule {
            UnspentRule::Carry { .. } => Self::Carry,
            UnspentRule::GiveBack => Self::GiveBack,
            UnspentRule::Keep { .. } => Self::Keep,
        }
    }

    /// The rule to begin with: until the end of the convention, or a tenth of the cost.
    #[must_use]
    pub fn usual(self) -> UnspentRule {
        match self {
            Self::Carry => UnspentRule::Carry { until: None },
            Self::GiveBack => UnspentRule::GiveBack,
            Self::Keep => UnspentRule::Keep { up_to: percent(10) },
        }
    }
}

fn percent(number: i64) -> Percent {
    Percent::new(Decimal::from(number)).unwrap_or_default()
}

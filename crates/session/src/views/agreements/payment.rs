//! The choices of a payment rule, of what becomes of the rest and of what makes a payment due, before their
//! details, and the usual details of each.

use previ_engine::month::Month;
use previ_engine::payment::Trigger;
use previ_engine::rule::{PaymentRule, UnspentRule};
use previ_reference::default_percent;

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
            Self::Rate => PaymentRule::Rate(default_percent("share-of-cost")),
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
            Self::Keep => UnspentRule::Keep { up_to: default_percent("kept-of-unspent") },
        }
    }
}

/// What makes a payment due, its details aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TriggerChoice {
    /// A month.
    InMonth,
    /// The decision.
    OnDecision,
    /// The signature.
    OnSignature,
    /// A month of each year.
    EachYearIn,
    /// Each quarter.
    Quarterly,
    /// The interim report.
    OnInterimReport,
    /// The final report.
    AfterReport,
    /// A share spent.
    WhenSpent,
    /// The other funders.
    AfterOthers,
}

impl TriggerChoice {
    /// All of them, the most usual first.
    pub const ALL: [Self; 9] = [
        Self::OnDecision,
        Self::OnSignature,
        Self::InMonth,
        Self::EachYearIn,
        Self::Quarterly,
        Self::OnInterimReport,
        Self::AfterReport,
        Self::WhenSpent,
        Self::AfterOthers,
    ];

    /// The choice behind a trigger.
    #[must_use]
    pub fn of(trigger: Trigger) -> Self {
        match trigger {
            Trigger::InMonth(_) => Self::InMonth,
            Trigger::OnDecision => Self::OnDecision,
            Trigger::OnSignature => Self::OnSignature,
            Trigger::EachYearIn(_) => Self::EachYearIn,
            Trigger::Quarterly => Self::Quarterly,
            Trigger::OnInterimReport => Self::OnInterimReport,
            Trigger::AfterReport { .. } => Self::AfterReport,
            Trigger::WhenSpent(_) => Self::WhenSpent,
            Trigger::AfterOthers { .. } => Self::AfterOthers,
        }
    }

    /// The trigger to begin with: the month given, before the end of March, half of it spent.
    #[must_use]
    pub fn usual(self, month: Month) -> Trigger {
        match self {
            Self::InMonth => Trigger::InMonth(month),
            Self::OnDecision => Trigger::OnDecision,
            Self::OnSignature => Trigger::OnSignature,
            Self::EachYearIn => Trigger::EachYearIn(3),
            Self::Quarterly => Trigger::Quarterly,
            Self::OnInterimReport => Trigger::OnInterimReport,
            Self::AfterReport => Trigger::AfterReport { months: 0 },
            Self::WhenSpent => Trigger::WhenSpent(default_percent("spent-before-payment")),
            Self::AfterOthers => Trigger::AfterOthers { months: 0 },
        }
    }
}

//! The payments of a tranche as the convention writes them.

use serde::{Deserialize, Serialize};

use crate::is_default;
use crate::money::{Amount, Percent};
use crate::month::Month;

/// One payment of a tranche (*versement: avance, acompte, solde*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instalment {
    /// How much.
    pub part: Part,
    /// When it is due; the funder's usual delay comes on top.
    pub trigger: Trigger,
    /// What really came, once it did (*encaissement*). What is missing is due with the next payment that
    /// is still awaited.
    #[serde(default, skip_serializing_if = "is_default")]
    pub received: Option<Receipt>,
}

/// Money that came (*encaissement*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// When.
    pub month: Month,
    /// How much, 0 or more.
    pub amount: Amount,
}

/// How much of a tranche an instalment pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Part {
    /// A share of the tranche (*pourcentage*), 50 meaning 50 %.
    Share(Percent),
    /// An amount (*montant*).
    Amount(Amount),
}

/// What makes an instalment due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Trigger {
    /// A month of the calendar.
    InMonth(Month),
    /// The decision (*notification*).
    OnDecision,
    /// The signature (*signature de la convention*).
    OnSignature,
    /// This month, 1 to 12, of each calendar year that the tranche pays for, in even parts: 3 for "before
    /// 31 March" (*avance annuelle*). Those before the decision come with it.
    EachYearIn(u8),
    /// The last month of each three that the tranche pays for, and the last of all for one or two that
    /// remain, in proportion to their months (*par trimestre*). Those before the decision come with it.
    Quarterly,
    /// The interim report (*bilan intermédiaire*); the last month of the first half of the period when none
    /// is dated. Never before the decision.
    OnInterimReport,
    /// So many months after the final report (*après le compte rendu*).
    AfterReport {
        /// How many, 0 to 60.
        months: u8,
    },
    /// The month in which this share of the tranche is covered (*dépenses justifiées*), 80 meaning 80 %: by
    /// eligible cost for a lump sum or a scale, by the share due of it for a rate, by the months gone by for
    /// money without a cost to find. The final report if that never happens inside the plan; never before the
    /// decision.
    WhenSpent(Percent),
    /// So many months after the last payment of the other agreements for the same activities and months
    /// (*après les cofinanceurs*); that long after the final report when there are none, or when they wait
    /// for this one. Never before the decision.
    AfterOthers {
        /// How many, 0 to 60.
        months: u8,
    },
}

/// A payment of a tranche as a view awaits it, or as it came (*versement attendu ou encaissé*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExpectedPayment {
    /// The place of its instalment in the tranche, from 0; none for the one payment of a tranche without
    /// instalments. Triggers that come back, such as every quarter, give several payments of one place.
    pub instalment: Option<usize>,
    /// When it is due, before the delay of the funder; for money that came, when it came.
    pub due: Month,
    /// When it comes, the delay of the funder counted, or when it came.
    pub arrival: Month,
    /// How much the view counts, in cents.
    pub cents: i64,
    /// Whether it came: it is then certain, and no rule moves it.
    pub is_received: bool,
}

impl Instalment {
    /// A payment that is awaited.
    #[must_use]
    pub fn new(part: Part, trigger: Trigger) -> Self {
        Self { part, trigger, received: None }
    }
}

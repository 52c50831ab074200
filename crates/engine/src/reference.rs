//! The dated data a projection is made with; previ-reference holds it.

use alloc::string::String;
use alloc::vec::Vec;

use crate::account::AccountNumber;
use crate::money::Quantity;
use crate::month::Month;
use crate::payroll::Payroll;

/// One edition of the reference data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Name of the edition, such as `2026-11`.
    pub edition: String,
    /// Chart of accounts, sorted by number.
    pub chart: Vec<ChartAccount>,
    /// Amounts and shares that the law or usage names, each from its month on.
    pub thresholds: Vec<Threshold>,
    /// Parameters of pay.
    pub payroll: Payroll,
}

/// A value beyond which something changes for an association (*seuil*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// What changes.
    pub kind: ThresholdKind,
    /// The value: euros, or percent for [`ThresholdKind::OneFunder`].
    pub value: Quantity,
    /// The month from which it holds.
    pub month: Month,
    /// Where it comes from.
    pub source: String,
}

/// What changes beyond a threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ThresholdKind {
    /// An agreement has to be signed with a public funder, beyond so many euros a calendar year
    /// (*convention obligatoire*).
    AgreementNeeded,
    /// An auditor has to be appointed, beyond so many euros of public grants received in a fiscal year
    /// (*commissaire aux comptes*).
    AuditorNeeded,
    /// One funder gives a share of the income that makes the association depend on it.
    OneFunder,
}

/// An account of the chart (*plan de comptes*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartAccount {
    /// Its number.
    pub number: AccountNumber,
    /// French label.
    pub label_fr: String,
    /// English label.
    pub label_en: String,
    /// Where it comes from.
    pub origin: ChartOrigin,
}

/// Where an account comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartOrigin {
    /// Règlement ANC 2018-06 as in force since 2025.
    Anc,
    /// A sub-account in usual use.
    Usual,
}

/// The value of a threshold that holds in `month`: the last one that began.
pub(crate) fn threshold_in(thresholds: &[Threshold], kind: ThresholdKind, month: Month) -> Option<Quantity> {
    let known = thresholds.iter().filter(|threshold| threshold.kind == kind && threshold.month <= month);
    known.max_by_key(|threshold| threshold.month).map(|threshold| threshold.value)
}

impl Reference {
    /// The account of the chart with the longest number that `number` begins with.
    #[must_use]
    pub fn nearest(&self, number: AccountNumber) -> Option<&ChartAccount> {
        let mut candidate = Some(number);
        while let Some(wanted) = candidate {
            if let Ok(place) = self.chart.binary_search_by_key(&wanted, |account| account.number) {
                return self.chart.get(place);
            }
            candidate = wanted.parent();
        }
        None
    }
}

//! The dated data a projection is made with; previ-reference holds it.

use alloc::string::String;
use alloc::vec::Vec;

use crate::account::AccountNumber;

/// One edition of the reference data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Name of the edition, such as `2026-11`.
    pub edition: String,
    /// Chart of accounts, sorted by number.
    pub chart: Vec<ChartAccount>,
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

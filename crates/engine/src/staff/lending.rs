//! A position shared with other associations.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use crate::is_default;
use crate::money::{Amount, Percent};
use crate::month::Month;

/// A part of a position's time for another association, which is billed for it (*mise à disposition de
/// personnel facturée*, 7084; Code du travail, art. L8241-2: without profit).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lending {
    /// Who it is lent to.
    pub to: String,
    /// Share of the position's time, 40 meaning 40 %. It leaves that much less for its own activities.
    pub share: Percent,
    /// First month; that of the position when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub from: Option<Month>,
    /// Last month; that of the position when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub until: Option<Month>,
    /// What is billed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub price: LendingPrice,
    /// Months from the work to the receipt.
    #[serde(default, skip_serializing_if = "is_default")]
    pub delay_months: u8,
}

/// What is billed for time lent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum LendingPrice {
    /// Its share of what the position costs (*à prix coûtant*).
    #[default]
    Cost,
    /// An amount each month (*forfait mensuel*).
    Monthly(Amount),
}

//! Contributions in kind: shown beside the budget, never cash, never result.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use crate::account::AccountNumber;
use crate::condition::Condition;
use crate::id::{ActivityId, InKindId};
use crate::is_default;
use crate::journal::{Book, Rule};
use crate::schedule::{Schedule, Window};

/// A contribution in kind (*contribution volontaire en nature*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InKind {
    /// Identity.
    pub id: InKindId,
    /// What it is.
    pub label: String,
    /// Which kind.
    pub kind: InKindKind,
    /// What it is for; the structure when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub activity: Option<ActivityId>,
    /// Its value over time.
    pub schedule: Schedule,
    /// What an hour is worth, where the schedule is a quantity of hours at a price: it then takes the place
    /// of the price.
    #[serde(default, skip_serializing_if = "is_default")]
    pub hourly: Option<HourlyValue>,
    /// Takes place only if these agreements are granted.
    #[serde(default, skip_serializing_if = "is_default")]
    pub only_if: Option<Condition>,
}

/// What an hour of a volunteer is worth (*valorisation du bénévolat*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HourlyValue {
    /// The legal minimum (*SMIC brut*).
    MinimumWage,
    /// The legal minimum with the employer's contributions after the general reduction (*SMIC chargé*).
    MinimumWageWithContributions,
}

/// Kinds of contributions in kind with their accounts (ANC 2018-06, class 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum InKindKind {
    /// Goods given away, 860 from gifts in kind 870 (*secours en nature*).
    Relief,
    /// Premises or goods lent free of charge, 861 from 871 (*mise à disposition gratuite*).
    FreeUse,
    /// Services free of charge, 862 from 871 (*prestations*).
    Services,
    /// Volunteers' work, 864 from 875 (*bénévolat*).
    Volunteering,
}

impl InKindKind {
    /// The accounts of use and of resource.
    #[must_use]
    pub fn accounts(self) -> (AccountNumber, AccountNumber) {
        let (usage, resource) = match self {
            Self::Relief => (860, 870),
            Self::FreeUse => (861, 871),
            Self::Services => (862, 871),
            Self::Volunteering => (864, 875),
        };
        (AccountNumber::of(usage), AccountNumber::of(resource))
    }
}

/// Posts the value month by month.
pub(crate) fn post(item: &InKind, window: Window, book: &mut Book<'_>) {
    let (usage, resource) = item.kind.accounts();
    let (usage, resource) = (book.account(usage), book.account(resource));
    let context = book.context();
    let row = item.schedule.row(window, context.timeline(), context.indexes());
    book.post_row(Rule::InKind, usage, resource, &row);
}

//! Provisions for money of a programme that may have to go back after a control, or may never come.

use serde::{Deserialize, Serialize};

use crate::money::{Amount, Percent};
use crate::month::Month;

/// How much is set aside each year end (*provision pour risques*, 6815 and 151, back through 7815).
///
/// Usual for European money: 10 % of what was received, which a control may claim back, and 25 % of what
/// was earned and not yet paid, which may never come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provision {
    /// Of each sum received, kept until a [`Release`].
    pub received: Percent,
    /// Of what was earned and not yet paid at the year end; back as it is paid.
    pub unpaid: Percent,
}

/// A part of the provision on received money that is no longer needed (*reprise de provision*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// When.
    pub month: Month,
    /// How much.
    pub amount: Amount,
}

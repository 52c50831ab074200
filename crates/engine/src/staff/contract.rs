//! What the contract of a position says beside its dates and its pay.

use alloc::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::is_default;
use crate::money::{Percent, Quantity};
use crate::month::Month;
use crate::payment::Part;

/// A contract of employment (*contrat de travail*); permanent, full time and not executive by default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contract {
    /// Which kind.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: ContractKind,
    /// Share of full time (*quotité*), 80 meaning 80 %, each from its month on; full time when empty. Typed
    /// gross pay is what is really paid and is not multiplied by it; pay by a scale is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub working_time: BTreeMap<Month, Percent>,
    /// Whether the status is that of executives (*cadre*): APEC, provident cover of 1.5 %.
    #[serde(default, skip_serializing_if = "is_default")]
    pub is_executive: bool,
    /// Rate of work accidents (*AT/MP*), where it is not that of the association.
    #[serde(default, skip_serializing_if = "is_default")]
    pub work_accident_rate: Option<Percent>,
    /// Rate of the income tax held back (*prélèvement à la source*); none is held back when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub tax_at_source: Option<Percent>,
    /// Bonuses of each year, such as a 13th month.
    #[serde(default, skip_serializing_if = "is_default")]
    pub bonuses: alloc::vec::Vec<YearlyBonus>,
    /// Months not worked, in order.
    #[serde(default, skip_serializing_if = "is_default")]
    pub absences: alloc::vec::Vec<Absence>,
    /// Days of leave paid out in the last month (*indemnité compensatrice de congés payés*).
    #[serde(default, skip_serializing_if = "is_default")]
    pub leave_days_paid_out: Quantity,
}

/// Kinds of contracts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum ContractKind {
    /// Without an end (*CDI*).
    #[default]
    Permanent,
    /// Until a date (*CDD*), with a bonus of this share of all gross pay in the last month (*prime de
    /// précarité*): 10 %, or 0 where none is due (Code du travail, art. L1243-8 and L1243-10).
    FixedTerm {
        /// The share.
        end_bonus: Percent,
    },
    /// Apprenticeship (*contrat d'apprentissage*).
    Apprentice,
}

/// A bonus that comes back each year (*13e mois, prime annuelle*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearlyBonus {
    /// Month of the calendar in which it is paid, 1 to 12.
    pub month: u8,
    /// A share of the gross pay of that month, 100 % for a 13th month, or a gross amount; in proportion to
    /// the months worked in the twelve months up to it.
    pub part: Part,
}

/// Months in which the person is away (*absence, congé sans solde*). Somebody who replaces them is a
/// position of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Absence {
    /// First month.
    pub from: Month,
    /// Last month.
    pub to: Month,
    /// Share of the gross pay that the employer goes on paying; 0 for leave without pay.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kept: Percent,
}

/// Pay that follows a scale (*grille*), for full time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum PayScale {
    /// The legal minimum times this number (*multiple du SMIC*), 1 or more.
    MinimumWage(Quantity),
    /// Points of the agreement ÉCLAT (*coefficient*): the lowest coefficient at one value, what is above it
    /// and the personal points at another; never below the legal minimum.
    Points {
        /// Coefficient of the group, such as 285.
        coefficient: Quantity,
        /// Personal points at the start: seniority taken over, others.
        #[serde(default, skip_serializing_if = "is_default")]
        personal: Quantity,
        /// Points gained at each anniversary of the first month (*ancienneté*).
        #[serde(default, skip_serializing_if = "is_default")]
        yearly: Quantity,
    },
}

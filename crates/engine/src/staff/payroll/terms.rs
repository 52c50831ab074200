//! Who is paid, and by whom.

use crate::contract::ContractKind;
use crate::employer::HeadcountBand;
use crate::money::Percent;

/// What of an employer changes pay, every value known (*profil employeur*).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Payer {
    /// How many people it employs.
    pub headcount: HeadcountBand,
    /// The calendar year in which it reached 11 employees, while training still rises by steps.
    pub reached_11: Option<i32>,
    /// Its rate for accidents at work (*taux AT/MP*), as notified.
    pub accident: Percent,
    /// Whether it is in Bas-Rhin, Haut-Rhin or Moselle.
    pub is_in_alsace_moselle: bool,
    /// Rate of the transport levy of its place (*versement mobilité*), due from 11 employees.
    pub mobility: Percent,
    /// Health insurance of a month, employer's share, in cents (*mutuelle*).
    pub health_cover: i64,
    /// Health insurance of a month, employee's share, in cents.
    pub health_cover_employee: i64,
    /// Employer's rate of other cover, on the whole pay (*prévoyance*).
    pub provident: Percent,
    /// Employee's rate of other cover, on the whole pay.
    pub provident_employee: Percent,
    /// Occupational health service, a year for each employee, in cents (*médecine du travail*).
    pub occupational_health: i64,
}

/// What of a contract changes pay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// Which kind of contract.
    pub kind: ContractKind,
    /// Executive status (*cadre*).
    pub is_executive: bool,
}

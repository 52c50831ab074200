//! Who is paid, and by whom.

use crate::money::Percent;

/// How many employees an employer has, as the thresholds of pay count them (*effectif*).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    /// Fewer than 11.
    #[default]
    Under11,
    /// 11 to 49.
    From11,
    /// 50 and more.
    From50,
}

/// Collective cover beside health insurance (*prévoyance de l'association*), on the whole pay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cover {
    /// Employer's rate.
    pub employer: Percent,
    /// Employee's rate.
    pub employee: Percent,
}

/// What of an employer changes pay (*profil employeur*).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Employer {
    /// Its size.
    pub size: Size,
    /// The calendar year in which it reached 11 employees, while training still rises by steps.
    pub reached_11: Option<i32>,
    /// Its rate for accidents at work (*taux AT/MP*), as notified.
    pub accident: Percent,
    /// In Bas-Rhin, Haut-Rhin or Moselle.
    pub alsace_moselle: bool,
    /// Rate of the transport levy of its place (*versement mobilité*), due from 11 employees.
    pub mobility: Percent,
    /// Health insurance of a month, employer's share, in cents (*mutuelle*).
    pub health_cover: i64,
    /// Health insurance of a month, employee's share, in cents.
    pub health_cover_employee: i64,
    /// Other cover.
    pub cover: Cover,
    /// Occupational health service, a year for each employee, in cents (*médecine du travail*).
    pub occupational_health: i64,
}

/// What contract someone has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Contract {
    /// *CDI*.
    #[default]
    Permanent,
    /// *CDD*.
    FixedTerm,
    /// *Contrat d'apprentissage*.
    Apprentice,
}

/// What of a job changes pay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// The contract.
    pub contract: Contract,
    /// Executive status (*cadre*).
    pub executive: bool,
}

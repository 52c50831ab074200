//! What the pay and the days of every position depend on.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use crate::is_default;
use crate::money::{Amount, Percent, Quantity};

/// The association as an employer (*l'employeur*).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Employer {
    /// The collective agreement as people call it (*convention collective*); kept, nothing follows from it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub collective_agreement: Option<String>,
    /// How many people it employs.
    #[serde(default, skip_serializing_if = "is_default")]
    pub headcount: HeadcountBand,
    /// Whether it is in Alsace-Moselle: two more holidays, a lower apprenticeship tax.
    #[serde(default, skip_serializing_if = "is_default")]
    pub is_in_alsace_moselle: bool,
    /// Rate of work accidents (*AT/MP*); the mean rate of the reference data when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub work_accident_rate: Option<Percent>,
    /// Local rate for public transport (*versement mobilité*), due from 11 people on; none when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub mobility_rate: Option<Percent>,
    /// Employer's part of the health cover of one person in a month (*mutuelle*); that of the reference
    /// data when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub health_cover: Option<Amount>,
    /// Employer's rate of provident cover for all (*prévoyance*); none when absent, beside the legal one of
    /// executives.
    #[serde(default, skip_serializing_if = "is_default")]
    pub provident_rate: Option<Percent>,
    /// Occupational health of one person in a year (*médecine du travail*); that of the reference data when
    /// absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub occupational_health: Option<Amount>,
    /// The tax on pay; not calculated when absent (typed rates may hold it).
    #[serde(default, skip_serializing_if = "is_default")]
    pub payroll_tax: Option<PayrollTax>,
    /// Whether leave that is owed at a year's end is posted (*provision pour congés payés*).
    #[serde(default, skip_serializing_if = "is_default")]
    pub posts_leave_owed: bool,
    /// Days off.
    #[serde(default, skip_serializing_if = "is_default")]
    pub days_off: DaysOff,
}

/// How many people an employer has (*effectif*), as the rates of contributions ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum HeadcountBand {
    /// Fewer than 11.
    #[default]
    Under11,
    /// 11 to 49.
    From11To49,
    /// 50 or more.
    From50,
}

/// What the tax on pay depends on (*taxe sur les salaires*), due by employers without VAT.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayrollTax {
    /// Share of the pay that is taxed (*rapport d'assujettissement*): 100 % without any VAT.
    pub liable: Percent,
    /// The tax of the calendar year before the first one of the plan: it says how the first year's is paid.
    #[serde(default, skip_serializing_if = "is_default")]
    pub before: Amount,
}

/// Days of a full-time year that are not worked, public holidays aside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DaysOff {
    /// Paid leave (*congés payés hors samedi*); 25 when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub leave: Option<Quantity>,
    /// Days of reduced working time (*RTT*).
    #[serde(default, skip_serializing_if = "is_default")]
    pub reduced_time: Quantity,
    /// Further days (*jours non travaillés supplémentaires*).
    #[serde(default, skip_serializing_if = "is_default")]
    pub further: Quantity,
    /// What Whit Monday is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub whit_monday: WhitMonday,
}

/// What Whit Monday is (*lundi de Pentecôte*): the day of solidarity may fall on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum WhitMonday {
    /// A holiday (*férié*).
    #[default]
    Holiday,
    /// A day of work (*travaillé*).
    Worked,
}

//! Edits of what the association is as an employer.

use std::sync::Arc;

use previ_engine::diagnostic::{Arg, Diagnostic};
use previ_engine::employer::{DaysOff, Employer, HeadcountBand, PayrollTax};
use previ_engine::money::{Amount, Percent, Quantity};
use rust_decimal::Decimal;

use super::EditName;
use super::draft::{Draft, named, whole};
use super::sound::{not_negative, share};
use crate::codes;

/// A change of the employer (*employeur*).
#[derive(Clone, Debug, PartialEq)]
pub enum EmployerEdit {
    /// The collective agreement as people call it; none when empty.
    SetCollectiveAgreement(String),
    /// How many people it employs.
    SetHeadcount(HeadcountBand),
    /// Whether it is in Alsace-Moselle.
    SetAlsaceMoselle(bool),
    /// Rate of work accidents, 0 to 100 %; the mean one when absent.
    SetWorkAccidentRate(Option<Percent>),
    /// Rate for public transport, 0 to 100 %; none when absent.
    SetMobilityRate(Option<Percent>),
    /// Its part of the health cover of one person in a month, 0 or more; the usual one when absent.
    SetHealthCover(Option<Amount>),
    /// Its rate of provident cover, 0 to 100 %; none when absent.
    SetProvidentRate(Option<Percent>),
    /// Occupational health of one person in a year, 0 or more; the usual one when absent.
    SetOccupationalHealth(Option<Amount>),
    /// The tax on pay; not calculated when absent.
    SetPayrollTax(Option<PayrollTax>),
    /// Whether leave owed at a year's end is posted.
    SetLeaveOwed(bool),
    /// Days off of a full-time year, 0 to 260 of each kind.
    SetDaysOff(DaysOff),
}

impl EmployerEdit {
    pub(super) fn name(&self) -> EditName {
        EditName::plain(match self {
            Self::SetCollectiveAgreement(_) => "edit-set-collective-agreement",
            Self::SetHeadcount(_) => "edit-set-headcount",
            Self::SetAlsaceMoselle(_) => "edit-set-alsace-moselle",
            Self::SetWorkAccidentRate(_) => "edit-set-work-accident-rate",
            Self::SetMobilityRate(_) => "edit-set-mobility-rate",
            Self::SetHealthCover(_) => "edit-set-health-cover",
            Self::SetProvidentRate(_) => "edit-set-provident-rate",
            Self::SetOccupationalHealth(_) => "edit-set-occupational-health",
            Self::SetPayrollTax(_) => "edit-set-payroll-tax",
            Self::SetLeaveOwed(_) => "edit-set-leave-owed",
            Self::SetDaysOff(_) => "edit-set-days-off",
        })
    }

    pub(super) fn apply(&self, draft: &mut Draft) -> Result<(), Diagnostic> {
        let employer: &mut Employer = &mut Arc::make_mut(&mut draft.plan.frame).association.employer;
        match self {
            Self::SetCollectiveAgreement(name) => employer.collective_agreement = named(name).ok(),
            Self::SetHeadcount(headcount) => employer.headcount = *headcount,
            Self::SetAlsaceMoselle(is_there) => employer.is_in_alsace_moselle = *is_there,
            Self::SetWorkAccidentRate(rate) => {
                rate.map_or(Ok(()), share)?;
                employer.work_accident_rate = *rate;
            }
            Self::SetMobilityRate(rate) => {
                rate.map_or(Ok(()), share)?;
                employer.mobility_rate = *rate;
            }
            Self::SetHealthCover(amount) => {
                amount.map_or(Ok(()), not_negative)?;
                employer.health_cover = *amount;
            }
            Self::SetProvidentRate(rate) => {
                rate.map_or(Ok(()), share)?;
                employer.provident_rate = *rate;
            }
            Self::SetOccupationalHealth(amount) => {
                amount.map_or(Ok(()), not_negative)?;
                employer.occupational_health = *amount;
            }
            Self::SetPayrollTax(tax) => {
                if let Some(tax) = tax {
                    share(tax.liable)?;
                    not_negative(tax.before)?;
                }
                employer.payroll_tax = *tax;
            }
            Self::SetLeaveOwed(posts) => employer.posts_leave_owed = *posts,
            Self::SetDaysOff(days) => {
                [days.leave.unwrap_or_default(), days.reduced_time, days.further]
                    .into_iter()
                    .try_for_each(days_off)?;
                employer.days_off = *days;
            }
        }
        Ok(())
    }
}

/// A year has 260 or a few more days that are neither Saturday nor Sunday.
fn days_off(days: Quantity) -> Result<(), Diagnostic> {
    let is_sound = (Decimal::ZERO..=Decimal::from(260)).contains(&days.value());
    let refusal = || whole(codes::DAYS_OFF).with("number", Arg::Number(days.value()));
    if is_sound { Ok(()) } else { Err(refusal()) }
}

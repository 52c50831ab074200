//! Edits of the frame: association, horizon, assumptions.

use std::sync::Arc;

use previ_engine::diagnostic::{Arg, CodeSpec, Diagnostic};
use previ_engine::frame::Frame;
use previ_engine::id::ItemId;
use previ_engine::money::Quantity;
use previ_engine::month::Month;
use rust_decimal::Decimal;

use super::EditName;
use super::draft::{Draft, named, refused};
use crate::codes;

/// A change of what frames the plan.
#[derive(Clone, Debug, PartialEq)]
pub enum FrameEdit {
    /// The association's name.
    SetAssociationName(String),
    /// The calendar year in which the first fiscal year begins, 2000 to 2100.
    SetFirstYear(i32),
    /// Number of fiscal years, 1 to 10.
    SetHorizonYears(u8),
    /// First month of the fiscal year, 1 January … 12 December.
    SetFiscalYearStart(u8),
    /// The month from which the plan is looked at; the current one when absent.
    SetAsOf(Option<Month>),
    /// Cash to keep in months of payments, 0 to 24; no target when absent.
    SetReserveMonths(Option<Quantity>),
}

impl FrameEdit {
    pub(super) fn name(&self) -> EditName {
        EditName::plain(match self {
            Self::SetAssociationName(_) => "edit-set-association-name",
            Self::SetFirstYear(_) => "edit-set-first-year",
            Self::SetHorizonYears(_) => "edit-set-horizon-years",
            Self::SetFiscalYearStart(_) => "edit-set-fiscal-year-start",
            Self::SetAsOf(_) => "edit-set-as-of",
            Self::SetReserveMonths(_) => "edit-set-reserve-months",
        })
    }

    pub(super) fn apply(&self, draft: &mut Draft) -> Result<(), Diagnostic> {
        let frame: &mut Frame = Arc::make_mut(&mut draft.plan.frame);
        match self {
            Self::SetAssociationName(name) => frame.association.name = named(name)?,
            Self::SetFirstYear(year) => {
                if !(2000..=2100).contains(year) {
                    let refusal = refused(codes::FIRST_YEAR, ItemId::Frame, "first_year");
                    return Err(refusal.with("year", Arg::Year(*year)));
                }
                frame.horizon.first_year = *year;
            }
            Self::SetHorizonYears(years) => {
                bounded(codes::YEARS, "years", (*years).into(), 1, 10)?;
                frame.horizon.years = *years;
            }
            Self::SetFiscalYearStart(month) => {
                bounded(codes::STARTS, "fiscal_year_starts", (*month).into(), 1, 12)?;
                frame.association.fiscal_year_starts = *month;
            }
            Self::SetAsOf(month) => frame.horizon.as_of = *month,
            Self::SetReserveMonths(months) => {
                if let Some(months) = months {
                    bounded(codes::RESERVE, "reserve_months", months.value(), 0, 24)?;
                }
                frame.assumptions.reserve_months = *months;
            }
        }
        Ok(())
    }
}

fn bounded(
    code: CodeSpec,
    field: &'static str,
    number: Decimal,
    least: i32,
    most: i32,
) -> Result<(), Diagnostic> {
    let sound = (Decimal::from(least)..=Decimal::from(most)).contains(&number);
    let refusal = || refused(code, ItemId::Frame, field).with("number", Arg::Number(number));
    if sound { Ok(()) } else { Err(refusal()) }
}

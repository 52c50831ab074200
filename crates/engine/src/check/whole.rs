//! The plan as a whole.

use alloc::vec::Vec;

use super::{FIRST_MONTH, HORIZON, NO_TREASURY, NOTHING, VAT};
use crate::diagnostic::{Arg, Diagnostic, Field, Place, Severity};
use crate::id::ItemId;
use crate::plan::Plan;
use crate::reference::Reference;

pub(super) fn nothing_to_project(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let empty = plan.lines.is_empty() && plan.positions.is_empty() && plan.agreements.is_empty();
    let diagnostic = || Diagnostic::new(NOTHING.code, Severity::Note, Place::Whole);
    empty.then(diagnostic).into_iter().collect()
}

pub(super) fn first_month(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let number = plan.frame.association.fiscal_year_starts;
    let place = Place::Item(ItemId::Frame, Field("fiscal_year_starts"));
    let wrong = !(1..=12).contains(&number);
    let diagnostic = || {
        Diagnostic::new(FIRST_MONTH.code, Severity::Error, place).with("number", Arg::Number(number.into()))
    };
    wrong.then(diagnostic).into_iter().collect()
}

pub(super) fn horizon_years(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let number = plan.frame.horizon.years;
    let place = Place::Item(ItemId::Frame, Field("years"));
    let wrong = !(1..=10).contains(&number);
    let diagnostic =
        || Diagnostic::new(HORIZON.code, Severity::Error, place).with("number", Arg::Number(number.into()));
    wrong.then(diagnostic).into_iter().collect()
}

pub(super) fn value_added_tax(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let place = Place::Item(ItemId::Frame, Field("vat"));
    let diagnostic = || Diagnostic::new(VAT.code, Severity::Error, place);
    plan.frame.association.vat.is_some().then(diagnostic).into_iter().collect()
}

pub(super) fn treasury_account(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let diagnostic = || Diagnostic::new(NO_TREASURY.code, Severity::Warning, Place::Whole);
    plan.treasury.is_empty().then(diagnostic).into_iter().collect()
}

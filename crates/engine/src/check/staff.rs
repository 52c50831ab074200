//! Positions.

use alloc::vec::Vec;

use super::{FIXED_TERM, PAY_BEFORE};
use crate::contract::ContractKind;
use crate::diagnostic::{Arg, Diagnostic, Field, Place, Severity};
use crate::plan::Plan;
use crate::position::Position;
use crate::reference::Reference;

/// Calculated pay in months of the plan for which no parameter is known.
pub(super) fn pay_before_parameters(plan: &Plan, reference: &Reference) -> Vec<Diagnostic> {
    let Some(known) = reference.payroll.first_month() else { return Vec::new() };
    let first = plan.frame.timeline().first();
    let is_calculated = |position: &&Position| position.employer_rate.is_none();
    let positions = plan.positions.iter().map(|position| &**position).filter(is_calculated);
    let early = positions.filter(|position| {
        let from = position.from.max(first);
        from < known && position.to.is_none_or(|to| to >= from)
    });
    let diagnostic = |position: &Position| {
        let place = Place::Item(position.id.into(), Field("from"));
        Diagnostic::new(PAY_BEFORE.code, Severity::Warning, place)
            .with("item", Arg::Text(position.label.clone()))
            .with("known", Arg::Month(known))
    };
    early.map(diagnostic).collect()
}

/// Fixed terms that never end.
pub(super) fn fixed_term_without_end(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let endless = plan.positions.iter().filter(|position| {
        position.to.is_none() && matches!(position.contract.kind, ContractKind::FixedTerm { .. })
    });
    let diagnostic = |position: &alloc::sync::Arc<Position>| {
        let place = Place::Item(position.id.into(), Field("to"));
        Diagnostic::new(FIXED_TERM.code, Severity::Warning, place)
            .with("item", Arg::Text(position.label.clone()))
    };
    endless.map(diagnostic).collect()
}

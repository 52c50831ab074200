//! Certainties that a person chose, beside where the agreement stands.

use alloc::vec::Vec;

use super::{AGAINST_STAGE, about};
use crate::agreement::FundingAgreement;
use crate::certainty::{Certainty, Stage};
use crate::diagnostic::{Arg, Diagnostic, Severity};
use crate::id::ItemId;
use crate::month::Month;
use crate::plan::Plan;
use crate::reference::Reference;

/// Nothing is certain before it is decided, and nothing less than certain afterwards; a later tranche whose
/// own decision is still to come may be less.
pub(super) fn against_stage(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for agreement in &plan.agreements {
        for (item, chosen) in chosen(agreement, plan.frame.horizon.as_of) {
            if contradicts(agreement.stage, chosen)
                && let Some(usual) = agreement.stage.certainty()
            {
                let diagnostic = about(plan, AGAINST_STAGE, Severity::Warning, item, "certainty");
                let diagnostic = diagnostic.with("level", level(chosen));
                found.push(diagnostic.with("usual", level(usual)));
            }
        }
    }
    found
}

/// The certainties typed for an agreement, its tranches and their lines; those of later tranches below
/// certain are left out where the agreement is decided.
fn chosen(agreement: &FundingAgreement, as_of: Option<Month>) -> Vec<(ItemId, Certainty)> {
    let mut chosen: Vec<(ItemId, Certainty)> = Vec::new();
    chosen.extend(agreement.certainty.map(|certainty| (agreement.id.into(), certainty)));
    let first: Option<Month> = agreement.tranches.iter().map(|tranche| tranche.decision).min();
    for tranche in &agreement.tranches {
        let is_ahead = as_of.is_none_or(|as_of| tranche.decision > as_of);
        let is_later = Some(tranche.decision) > first && is_ahead;
        let typed =
            tranche.certainty.into_iter().chain(tranche.lines.iter().filter_map(|line| line.certainty));
        let mut typed: Vec<Certainty> =
            typed.filter(|typed| !is_later || *typed == Certainty::Certain).collect();
        typed.sort_unstable();
        typed.dedup();
        chosen.extend(typed.into_iter().map(|certainty| (tranche.id.into(), certainty)));
    }
    chosen
}

fn contradicts(stage: Stage, chosen: Certainty) -> bool {
    match stage {
        Stage::Idea | Stage::Filed => chosen == Certainty::Certain,
        Stage::Decided | Stage::Signed | Stage::Running | Stage::ReportDue | Stage::Closed => {
            chosen < Certainty::Certain
        }
        Stage::InformalYes | Stage::Refused => false,
    }
}

/// Its number from 1 to 4.
fn level(certainty: Certainty) -> Arg {
    let place = Certainty::ALL.iter().position(|known| *known == certainty).unwrap_or(0);
    Arg::Number((place + 1).into())
}

//! What agreements say that changes nothing.

use alloc::vec::Vec;

use super::{CHOSEN_COST, WITHOUT_EFFECT, about};
use crate::activity::is_below;
use crate::agreement::{FundingAgreement, Tranche};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Plan;
use crate::reference::Reference;
use crate::rule::{ChosenCost, ChosenKind};

/// Limits, flat rates, contributions in kind and chosen costs are about money tied to costs. On a general
/// grant or one for an investment they change nothing.
pub(super) fn rules_without_effect(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let field = |agreement: &FundingAgreement| {
        let eligible = &agreement.eligible;
        let mut tranches = agreement.tranches.iter();
        if !agreement.ceilings.is_empty() {
            Some("ceilings")
        } else if eligible.flat_rate.is_some() || eligible.in_kind {
            Some("eligible")
        } else if tranches.any(|tranche| !tranche.chosen.is_empty()) {
            Some("chosen")
        } else {
            None
        }
    };
    let found =
        plan.agreements.iter().filter(|agreement| !agreement.must_find_cost()).filter_map(|agreement| {
            Some(about(plan, WITHOUT_EFFECT, Severity::Warning, agreement.id.into(), field(agreement)?))
        });
    found.collect()
}

/// A chosen cost is one that the tranche may pay: of its activities, and among what its agreement allows.
pub(super) fn chosen_costs(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for agreement in plan.agreements.iter().filter(|agreement| agreement.must_find_cost()) {
        for tranche in &agreement.tranches {
            let is_wrong = |chosen: &ChosenCost| {
                !(is_of_tranche(plan, tranche, chosen) && is_eligible(agreement, chosen))
            };
            if tranche.chosen.iter().any(is_wrong) {
                found.push(about(plan, CHOSEN_COST, Severity::Warning, tranche.id.into(), "chosen"));
            }
        }
    }
    found
}

fn is_of_tranche(plan: &Plan, tranche: &Tranche, chosen: &ChosenCost) -> bool {
    tranche.lines.iter().any(|line| match (line.activity, chosen.activity) {
        (None, _) => true,
        (Some(above), Some(activity)) => is_below(&plan.activities, activity, above),
        (Some(_), None) => false,
    })
}

/// Whether the lists of the agreement may meet the chosen cost; a post may be chosen by the accounts of its
/// cost.
fn is_eligible(agreement: &FundingAgreement, chosen: &ChosenCost) -> bool {
    let eligible = &agreement.eligible;
    if eligible.accounts.is_empty() && eligible.positions.is_empty() {
        return true;
    }
    match chosen.cost {
        ChosenKind::Account(account) => {
            let meets =
                |known: &crate::account::AccountNumber| account.is_under(*known) || known.is_under(account);
            eligible.accounts.iter().any(meets) || !eligible.positions.is_empty()
        }
        ChosenKind::Position(id) => eligible.positions.contains(&id) || !eligible.accounts.is_empty(),
    }
}

//! Agreements beside each other.

use alloc::vec::Vec;

use super::{CIRCULAR, OVERLAPPING, TRANCHES_TOTAL, about};
use crate::activity::is_same_branch;
use crate::agreement::{FundingAgreement, Tranche};
use crate::certainty::Stage;
use crate::diagnostic::{Arg, Diagnostic, Severity};
use crate::funding::waiting::waits_for_others;
use crate::month::Month;
use crate::plan::Plan;
use crate::reference::Reference;

/// The tranches of an agreement add up to what was signed; a cent for each may be lost in rounding.
pub(super) fn totals(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let found = plan.agreements.iter().filter_map(|agreement| {
        let total = agreement.total?.cents();
        let amount: i64 = agreement.tranches.iter().map(Tranche::total_cents).sum();
        let is_sound = (amount - total).abs() <= agreement.tranches.len() as i64;
        let diagnostic = || about(plan, TRANCHES_TOTAL, Severity::Warning, agreement.id.into(), "total");
        let said = || diagnostic().with("amount", Arg::Cents(amount)).with("total", Arg::Cents(total));
        (!is_sound).then(said)
    });
    found.collect()
}

/// The months that two tranches share.
fn shared_months(one: &Tranche, other: &Tranche) -> Option<(Month, Month)> {
    let (from, to) = (one.from.max(other.from), one.to.min(other.to));
    (from <= to).then_some((from, to))
}

/// One funder pays the costs of an activity once: two of its agreements for the same one, tied to costs, in
/// the same months are probably one that was entered twice, or a double financing.
pub(super) fn overlapping(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let tied = |agreement: &FundingAgreement| agreement.must_find_cost() && agreement.stage != Stage::Refused;
    let tied: Vec<&FundingAgreement> =
        plan.agreements.iter().map(|agreement| &**agreement).filter(|agreement| tied(agreement)).collect();
    let mut found = Vec::new();
    for (place, later) in tied.iter().enumerate() {
        for earlier in tied[..place].iter().filter(|earlier| earlier.funder == later.funder) {
            if let Some((from, to)) = overlap(earlier, later) {
                let diagnostic = about(plan, OVERLAPPING, Severity::Warning, later.id.into(), "tranches");
                let diagnostic = diagnostic.with("other", Arg::Text(earlier.label.clone()));
                found.push(diagnostic.with("from", Arg::Month(from)).with("to", Arg::Month(to)));
            }
        }
    }
    found
}

/// The first months in which two agreements pay for the same costs of the same activity.
fn overlap(one: &FundingAgreement, other: &FundingAgreement) -> Option<(Month, Month)> {
    let tranches =
        one.tranches.iter().flat_map(|tranche| other.tranches.iter().map(move |other| (tranche, other)));
    let same = tranches.filter(|(tranche, other)| {
        let mut lines = tranche.lines.iter();
        lines.any(|line| other.lines.iter().any(|other| other.activity == line.activity))
    });
    // Different costs of one activity may well have an agreement each.
    let is_same_cost = one.eligible.accounts == other.eligible.accounts
        && one.eligible.positions == other.eligible.positions;
    same.filter(|_| is_same_cost).filter_map(|(tranche, other)| shared_months(tranche, other)).min()
}

/// Two agreements that both pay after the others, for the same costs, would wait for each other.
pub(super) fn waiting_in_a_circle(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let agreements = plan.agreements.iter().filter(|agreement| agreement.stage != Stage::Refused);
    let waiting: Vec<(&FundingAgreement, &Tranche)> = agreements
        .flat_map(|agreement| agreement.tranches.iter().map(move |tranche| (&**agreement, tranche)))
        .filter(|(_, tranche)| waits_for_others(tranche))
        .collect();
    let share_costs = |one: &Tranche, other: &Tranche| {
        shared_months(one, other).is_some()
            && one.lines.iter().any(|line| {
                let mut others = other.lines.iter();
                others.any(|other| is_same_branch(&plan.activities, line.activity, other.activity))
            })
    };
    let mut found = Vec::new();
    for (place, (agreement, tranche)) in waiting.iter().enumerate() {
        let mut others = waiting[..place].iter().filter(|(other, _)| other.id != agreement.id);
        if let Some((other, _)) = others.find(|(_, other)| share_costs(tranche, other)) {
            let diagnostic = about(plan, CIRCULAR, Severity::Warning, tranche.id.into(), "instalments");
            found.push(diagnostic.with("other", Arg::Text(other.label.clone())));
        }
    }
    found
}

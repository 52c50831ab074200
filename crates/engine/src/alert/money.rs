//! Alerts of single agreements: money and the cost it has to find.

use alloc::vec::Vec;

use super::{
    BASE_TOO_SMALL, ENTITLEMENT, MONEY_WITHOUT_COST, NOTHING_ELIGIBLE, PUBLIC_CEILING, REPORT_OVERDUE, Seen,
    about,
};
use crate::agreement::{FundingAgreement, Tranche};
use crate::certainty::Stage;
use crate::diagnostic::{Arg, Diagnostic, Severity};
use crate::funding::settlement::{LinePlace, Outcome};
use crate::funding_statement::funding_by_agreement;
use crate::rule::PaymentRule;
use crate::view::View;

/// Money of a project that no cost uses and that will be owed back to its funder.
pub(super) fn without_cost(Seen { view, .. }: Seen<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for row in funding_by_agreement(view) {
        let years = view.timeline().fiscal_years().into_iter().zip(row.given_back_cents);
        for (year, cents) in years.filter(|(_, cents)| *cents > 0) {
            let alert = about(view, MONEY_WITHOUT_COST, Severity::Warning, row.agreement.into(), "payment");
            found.push(alert.with("year", Arg::Year(year.key())).with("amount", Arg::Cents(cents)));
        }
    }
    found
}

/// The lines of an agreement with what became of them.
fn outcomes(view: &View, place: usize) -> impl Iterator<Item = (&LinePlace, &Outcome)> {
    let outcomes = view.settlement.outcomes.range((place, 0, 0)..(place + 1, 0, 0));
    outcomes.map(|(line, outcome)| (line, &**outcome))
}

/// Agreements whose money is tied to costs, with their places.
fn tied(view: &View) -> impl Iterator<Item = (usize, &FundingAgreement)> {
    let agreements = view.plan().agreements.iter().map(|agreement| &**agreement).enumerate();
    agreements.filter(|(_, agreement)| agreement.must_find_cost())
}

/// A share of cost or a scale that asks for more than the cost that others leave it.
pub(super) fn entitlement_without_cost(Seen { view, .. }: Seen<'_>) -> Vec<Diagnostic> {
    let beyond = |agreement: &FundingAgreement, outcome: &Outcome| match agreement.payment {
        PaymentRule::Rate(_) => (outcome.unused_cents - outcome.short_cents).max(0),
        PaymentRule::Scale => {
            let earned = outcome.earned_cents.last().map_or(0, |earned| earned - outcome.past_cents);
            (earned - outcome.paid_cents.iter().sum::<i64>()).max(0)
        }
        PaymentRule::General | PaymentRule::Fixed(_) => 0,
    };
    let alert = |(place, agreement): (usize, &FundingAgreement)| {
        let cents: i64 = outcomes(view, place).map(|(_, outcome)| beyond(agreement, outcome)).sum();
        let alert = || about(view, ENTITLEMENT, Severity::Warning, agreement.id.into(), "payment");
        (cents > 0).then(|| alert().with("amount", Arg::Cents(cents)))
    };
    tied(view).filter_map(alert).collect()
}

/// A share of cost whose base is too small for what was granted, whoever pays it.
pub(super) fn base_too_small(Seen { view, .. }: Seen<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (place, agreement) in tied(view).filter(|(place, _)| has_eligible_cost(view, *place)) {
        if !matches!(agreement.payment, PaymentRule::Rate(_)) {
            continue;
        }
        let short: i64 = outcomes(view, place).map(|(_, outcome)| outcome.short_cents).sum();
        let unused: i64 = outcomes(view, place).map(|(_, outcome)| outcome.unused_cents).sum();
        let earned = outcomes(view, place).filter_map(|(_, outcome)| outcome.earned_cents.last());
        if short > 0 {
            let most = earned.sum::<i64>() + unused - short;
            let alert = about(view, BASE_TOO_SMALL, Severity::Warning, agreement.id.into(), "eligible");
            found.push(alert.with("amount", Arg::Cents(short)).with("most", Arg::Cents(most)));
        }
    }
    found
}

/// Whether any cost of the horizon is one that an agreement may pay.
fn has_eligible_cost(view: &View, place: usize) -> bool {
    outcomes(view, place).any(|(_, outcome)| outcome.base_cents.iter().any(|cents| *cents > 0))
}

/// An agreement tied to costs that may pay none of those there are.
pub(super) fn nothing_eligible(Seen { view, .. }: Seen<'_>) -> Vec<Diagnostic> {
    let (first, last) = (view.timeline().first(), view.timeline().last());
    let is_inside = |tranche: &Tranche| tranche.from <= last && tranche.to >= first;
    let concerns = |(place, agreement): &(usize, &FundingAgreement)| {
        let looks_at_costs = match agreement.payment {
            PaymentRule::Scale => !agreement.eligible.positions.is_empty(),
            PaymentRule::Fixed(_) | PaymentRule::Rate(_) | PaymentRule::General => true,
        };
        let inside = |((_, tranche, _), _): (&LinePlace, &Outcome)| is_inside(&agreement.tranches[*tranche]);
        looks_at_costs && outcomes(view, *place).any(inside) && !has_eligible_cost(view, *place)
    };
    let alert = |(_, agreement): (usize, &FundingAgreement)| {
        about(view, NOTHING_ELIGIBLE, Severity::Warning, agreement.id.into(), "eligible")
    };
    tied(view).filter(concerns).map(alert).collect()
}

/// Money that a ceiling on public money cuts off.
pub(super) fn public_ceiling(Seen { view, .. }: Seen<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (place, agreement) in tied(view) {
        let cents = view.cut_cents(place);
        if cents > 0 {
            let alert = about(view, PUBLIC_CEILING, Severity::Warning, agreement.id.into(), "ceilings");
            found.push(alert.with("amount", Arg::Cents(cents)));
        }
    }
    found
}

/// Final reports whose month has come by the month the plan is looked at from.
pub(super) fn overdue_reports(Seen { view, as_of, .. }: Seen<'_>) -> Vec<Diagnostic> {
    let Some(as_of) = as_of else { return Vec::new() };
    let is_decided = |agreement: &FundingAgreement| match agreement.stage {
        Stage::Decided | Stage::Signed | Stage::Running | Stage::ReportDue => true,
        Stage::Idea | Stage::Filed | Stage::InformalYes | Stage::Closed | Stage::Refused => false,
    };
    let mut found = Vec::new();
    for (_, agreement) in tied(view).filter(|(_, agreement)| is_decided(agreement)) {
        for tranche in &agreement.tranches {
            let month = tranche.report_after(tranche.end(), view.timeline());
            if month <= as_of {
                let alert = about(view, REPORT_OVERDUE, Severity::Warning, tranche.id.into(), "report");
                found.push(alert.with("month", Arg::Month(month)));
            }
        }
    }
    found
}

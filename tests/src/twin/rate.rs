//! Agreements that pay a share of the cost.

use previ_engine::agreement::{FundingAgreement, Tranche};
use previ_engine::money::Percent;
use previ_engine::month::Month;
use rust_decimal::Decimal;

use super::assignment::Life;
use super::award::{Award, claim};
use super::costs::Cost;
use super::euros::round;
use super::instalments::{instalments, received};
use super::movement::{Movement, Place};

/// What the cost up to a month makes due, up to the amount of the line.
pub fn due(award: &Award<'_>, share: Percent, costs: &[Cost], last: Month) -> Decimal {
    let of_cost = round(award.base(costs, last) * share.value() / Decimal::ONE_HUNDRED);
    let most = round(award.line.granted.unwrap_or(award.line.asked).euros());
    let counted = award.situation.weighted(award.agreement, award.tranche, award.line, of_cost.min(most));
    (award.past() + counted).min(award.counted)
}

/// Income month by month, as costs come.
pub fn income(life: &Life<'_>, share: Percent, costs: &[Cost], out: &mut Vec<Movement>) {
    let award = &life.award;
    let (debit, credit) = (claim(award.funder), Place::Account(award.income_account()));
    let mut total = award.past();
    award.post(out, award.tranche.from.max(award.tranche.decision), debit, credit, total);
    for (year, _) in (0..).zip(&life.years).filter(|(year, _)| *year >= award.decided()) {
        let earned = life.earned(year);
        for month in award.situation.year_months(year) {
            let reached = if month == award.situation.end_of(year) {
                earned
            } else {
                earned.min(due(award, share, costs, month)).max(total)
            };
            award.post(out, month.max(award.tranche.decision), debit, credit, reached - total);
            total = reached;
        }
    }
}

/// The payments of a tranche: after its end no more than what is earned; what is too much is given back.
pub fn payments(
    agreement: &FundingAgreement,
    tranche: &Tranche,
    lives: &[Life<'_>],
    out: &mut Vec<Movement>,
) {
    let of_tranche: Vec<&Life<'_>> =
        lives.iter().filter(|life| life.award.tranche.id == tranche.id).collect();
    let Some(any) = of_tranche.first().map(|life| life.award) else { return };
    let situation = any.situation;
    let earned = |year: i32| of_tranche.iter().map(|life| life.earned(year)).sum::<Decimal>();
    let counted: Decimal = of_tranche.iter().map(|life| life.award.counted).sum();
    let mut parts = instalments(tranche, any.report(), counted);
    // The balance waits for the decision.
    for (month, _) in parts.iter_mut().filter(|(month, _)| *month > tranche.to) {
        *month = (*month).max(tranche.decision);
    }
    parts.sort_by_key(|(month, _)| *month);
    let mut total = Decimal::ZERO;
    let mut in_time = Decimal::ZERO;
    for (month, part) in parts {
        let part = if month > tranche.to {
            part.min(earned(situation.year_of(month)) - total).max(Decimal::ZERO)
        } else {
            in_time += part;
            part
        };
        total += part;
        out.push(received(agreement, any.funder, month, part));
    }
    let excess = (in_time - earned(situation.year_of(any.closing()))).max(Decimal::ZERO);
    out.push(received(agreement, any.funder, any.report(), -excess));
}

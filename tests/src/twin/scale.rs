//! Agreements that pay by the month whatever the cost: aids to posts, service payments.

use previ_engine::month::Month;
use rust_decimal::Decimal;

use super::award::{Award, claim};
use super::costs::Cost;
use super::euros::share_evenly;
use super::life::Life;
use super::movement::{Movement, Place};
use super::situation::months;

/// What each month of the period earns: the same for all, nothing while the posts it supports cost nothing.
pub fn parts(award: &Award<'_>, costs: &[Cost]) -> Vec<(Month, Decimal)> {
    let months: Vec<Month> = months(award.tranche.from, award.tranche.to).collect();
    let even = share_evenly(award.counted, months.len());
    let is_filled = |month: Month| {
        let in_plan = (0..award.situation.years()).contains(&award.situation.year_of(month));
        let cost = costs.iter().filter(|cost| cost.month == month && award.may_pay(cost));
        !in_plan
            || award.agreement.eligible.positions.is_empty()
            || cost.map(|cost| cost.euros).sum::<Decimal>() > Decimal::ZERO
    };
    months.into_iter().zip(even).filter(|(month, _)| is_filled(*month)).collect()
}

/// What is earned from one fiscal year to another, both included.
pub fn earned(award: &Award<'_>, costs: &[Cost], first: i32, last: i32) -> Decimal {
    let parts = parts(award, costs).into_iter();
    let inside = parts.filter(|(month, _)| (first..=last).contains(&award.situation.year_of(*month)));
    inside.map(|(_, part)| part).sum()
}

/// Income month by month, nothing before the decision.
pub fn income(life: &Life<'_>, costs: &[Cost], out: &mut Vec<Movement>) {
    let award = &life.award;
    let (debit, credit) = (claim(award.funder), Place::Account(award.income_account()));
    for (month, part) in parts(award, costs) {
        award.post(out, month.max(award.tranche.decision), debit, credit, part);
    }
}

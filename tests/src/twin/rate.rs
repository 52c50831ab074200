//! Agreements that pay a share of the cost.

use previ_engine::money::Percent;
use previ_engine::month::Month;
use rust_decimal::Decimal;

use super::award::{Award, claim};
use super::base::{base, share_of};
use super::costs::Ground;
use super::euros::round;
use super::life::Life;
use super::movement::{Movement, Place};
use super::partners::own;

/// What the base up to a month makes due, up to the amount of the line.
pub fn due(award: &Award<'_>, share: Percent, ground: &Ground, last: Month) -> Decimal {
    let of_base = share_of(share, base(award, ground, last));
    let most = own(award.agreement, round(award.line.granted.unwrap_or(award.line.asked).euros()));
    (award.past() + award.weighted(of_base.min(most))).min(award.counted)
}

/// Income month by month, as costs come.
pub fn income(life: &Life<'_>, share: Percent, ground: &Ground, out: &mut Vec<Movement>) {
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
                earned.min(due(award, share, ground, month)).max(total)
            };
            award.post(out, month.max(award.tranche.decision), debit, credit, reached - total);
            total = reached;
        }
    }
}

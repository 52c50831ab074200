//! Shares of cost: what is claimed as the cost occurs.

use alloc::vec::Vec;

use crate::funding::settlement::line::FundedLine;
use crate::funding::settlement::{Movement, MovementKind};
use crate::money::Percent;
use crate::rule::PaymentRule;
use crate::timeline::Timeline;

/// What a share of cost earned before the horizon: its shares of those fiscal years, as if all of them
/// had found their cost. Nothing for a lump sum.
pub(crate) fn past_cents(line: &FundedLine) -> i64 {
    match line.agreement.payment {
        PaymentRule::Rate(_) => {
            line.shares.iter().filter(|(year, _)| *year < 0).map(|(_, cents)| cents).sum()
        }
        PaymentRule::General | PaymentRule::Fixed(_) | PaymentRule::Scale => 0,
    }
}

/// What the funder owes at the end of a month of the horizon, counted from 0, if all of it finds a cost:
/// its share of the eligible cost so far, up to the amount granted. `past_cents` of it were earned before
/// the horizon.
pub(crate) fn due_cents(line: &FundedLine, rate: Percent, past_cents: i64, month: usize) -> i64 {
    let share =
        rate.of_cents(line.base_cents(month)).min(line.agreement.own_cents(line.line().amount().cents()));
    (past_cents + line.weight.of_cents(share).max(0)).min(line.counted_cents)
}

/// Claims what a line earned before the horizon, in the month of its decision at the latest.
pub(crate) fn claim_past(line: &FundedLine, past_cents: i64, movements: &mut Vec<Movement>) {
    if past_cents > 0 {
        let month = line.tranche().from.max(line.tranche().decision);
        movements.push(Movement { kind: MovementKind::Claimed, month, cents: past_cents });
    }
}

/// Claims what a line earned in a fiscal year, month by month, nothing before the decision.
pub(crate) fn settle(
    line: &FundedLine,
    rate: Percent,
    (past_cents, year): (i64, usize),
    earned_cents: core::ops::Range<i64>,
    timeline: &Timeline,
    movements: &mut Vec<Movement>,
) {
    let (before, after) = (earned_cents.start, earned_cents.end);
    if before == after {
        return;
    }
    let mut running = before;
    for month in year * 12..year * 12 + 12 {
        let due =
            if month == year * 12 + 11 { after } else { due_cents(line, rate, past_cents, month).min(after) };
        let cents = (due - running).max(0);
        running += cents;
        if cents > 0 {
            let month = timeline.first().plus(month as i32).max(line.tranche().decision);
            movements.push(Movement { kind: MovementKind::Claimed, month, cents });
        }
    }
}

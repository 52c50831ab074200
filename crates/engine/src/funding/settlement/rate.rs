//! Shares of cost: what is claimed as the cost occurs.

use alloc::vec::Vec;

use crate::funding::settlement::line::FundedLine;
use crate::funding::settlement::{Movement, MovementKind};
use crate::money::Percent;
use crate::timeline::Timeline;

/// What the funder owes at the end of a month of the horizon, counted from 0, if all of it finds a cost:
/// its share of the eligible cost so far, up to the amount granted.
pub(crate) fn due_cents(line: &FundedLine<'_>, rate: Percent, month: usize) -> i64 {
    let share = rate.of_cents(line.base_cents(month)).min(line.line.amount().cents());
    line.weight.of_cents(share).max(0)
}

/// Claims what a line earned in a fiscal year, month by month, nothing before the decision.
pub(crate) fn settle(
    line: &FundedLine<'_>,
    rate: Percent,
    year: usize,
    earned_cents: core::ops::Range<i64>,
    timeline: &Timeline,
    movements: &mut Vec<Movement>,
) {
    let (before, after) = (earned_cents.start, earned_cents.end);
    let mut running = before;
    for month in year * 12..year * 12 + 12 {
        let due = if month == year * 12 + 11 { after } else { due_cents(line, rate, month).min(after) };
        let cents = (due - running).max(0);
        running += cents;
        if cents > 0 {
            let month = timeline.first().plus(month as i32).max(line.tranche.decision);
            movements.push(Movement { kind: MovementKind::Claimed, month, cents });
        }
    }
}

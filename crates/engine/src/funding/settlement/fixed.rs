//! Lump sums: what is used, carried over, kept and given back.

use alloc::vec::Vec;

use crate::funding::settlement::line::FundedLine;
use crate::funding::settlement::{Movement, MovementKind};
use crate::rule::UnspentRule;
use crate::timeline::Timeline;

/// What becomes income of a line in fiscal year `year` of the horizon and must find a cost there.
///
/// Shares of fiscal years before the horizon count as used.
pub(crate) fn new_cents(line: &FundedLine<'_>, year: i32) -> i64 {
    let at_once = year == line.decided_year;
    let counts = |share_year: i32| share_year == year || (at_once && (0..year).contains(&share_year));
    line.shares.iter().filter(|(share_year, _)| counts(*share_year)).map(|(_, cents)| cents).sum()
}

/// A line at the end of a fiscal year: what it used and what it has left.
pub(crate) struct YearEnd {
    pub(crate) year: usize,
    used_carried_cents: i64,
    used_new_cents: i64,
    /// Left of what was carried over.
    left_carried_cents: i64,
    /// Left of the income of the year.
    left_new_cents: i64,
}

impl YearEnd {
    pub(crate) fn new(year: usize) -> Self {
        Self { year, used_carried_cents: 0, used_new_cents: 0, left_carried_cents: 0, left_new_cents: 0 }
    }

    /// Of `limit_cents` carried over, `cents` were used.
    pub(crate) fn use_carried(&mut self, cents: i64, limit_cents: i64) {
        self.used_carried_cents = cents;
        self.left_carried_cents = limit_cents - cents;
    }

    /// Of `limit_cents` of the year, `cents` were used.
    pub(crate) fn use_new(&mut self, cents: i64, limit_cents: i64) {
        self.used_new_cents = cents;
        self.left_new_cents = limit_cents - cents;
    }

    pub(crate) fn used_cents(&self) -> i64 {
        self.used_carried_cents + self.used_new_cents
    }
}

/// Settles a line at a year end. Gives what is carried into the next year.
pub(crate) fn settle(
    line: &FundedLine<'_>,
    rule: UnspentRule,
    end: &YearEnd,
    timeline: &Timeline,
    movements: &mut Vec<Movement>,
) -> i64 {
    let mut push = |kind, month, cents| {
        if cents > 0 {
            movements.push(Movement { kind, month, cents });
        }
    };
    for (month, cents) in used_by_month(line, end) {
        push(MovementKind::FundsUsed, timeline.first().plus(month as i32), cents);
    }
    let last = timeline.first().plus(end.year as i32 * 12 + 11);
    let close = line.usable_until.max(line.tranche.decision);
    if close > last {
        push(MovementKind::FundsCarried, last, end.left_new_cents);
        return end.left_carried_cents + end.left_new_cents;
    }
    let left = end.left_carried_cents + end.left_new_cents;
    let kept = match rule {
        UnspentRule::Keep { up_to } => up_to.of_cents(line.base_cents(end.year * 12 + 11)).clamp(0, left),
        UnspentRule::Carry { .. } | UnspentRule::GiveBack => 0,
    };
    let kept_carried = kept.min(end.left_carried_cents);
    push(MovementKind::FundsUsed, close, kept_carried);
    push(MovementKind::FundsGivenBack, close, end.left_carried_cents - kept_carried);
    push(MovementKind::IncomeGivenBack, close, end.left_new_cents - (kept - kept_carried));
    push(MovementKind::Repaid, line.tranche.report_after(close, timeline), left - kept);
    0
}

/// Money carried over pays the first costs of the year that it may pay.
fn used_by_month(line: &FundedLine<'_>, end: &YearEnd) -> Vec<(usize, i64)> {
    let (first, last) = (end.year * 12, end.year * 12 + 11);
    let mut left = end.used_carried_cents;
    let mut used = Vec::new();
    for month in first..=last {
        let room = if month == last { left } else { line.eligible_cents[month].max(0) };
        let cents = left.min(room);
        left -= cents;
        used.push((month, cents));
    }
    used
}

//! Lump sums: what is used, carried over, kept and given back.

use alloc::vec::Vec;

use crate::funding::settlement::line::FundedLine;
use crate::funding::settlement::{Movement, MovementKind};
use crate::rule::UnspentRule;
use crate::timeline::Timeline;

/// What becomes income of a line in fiscal year `year` of the horizon and must find a cost there.
///
/// Shares of fiscal years before the horizon count as used.
pub(crate) fn new_cents(line: &FundedLine, year: i32) -> i64 {
    let at_once = year == line.decided_year;
    let counts = |share_year: i32| share_year == year || (at_once && (0..year).contains(&share_year));
    line.shares.iter().filter(|(share_year, _)| counts(*share_year)).map(|(_, cents)| cents).sum()
}

/// A line in a fiscal year: what it used and what it has left.
#[derive(Clone, Debug, Default)]
pub(crate) struct YearEnd {
    pub(crate) year: usize,
    used_carried_cents: i64,
    used_new_cents: i64,
    /// Of what it used, what a flat rate gives beyond the cost there is.
    pub(crate) beyond_cents: i64,
    /// Left of what was carried over.
    pub(crate) left_carried_cents: i64,
    /// Left of the income of the year.
    pub(crate) left_new_cents: i64,
}

impl YearEnd {
    /// A year that begins with so much carried over and so much of its own.
    pub(crate) fn new(year: usize, carried_cents: i64, new_cents: i64) -> Self {
        Self {
            year,
            left_carried_cents: carried_cents.max(0),
            left_new_cents: new_cents.max(0),
            ..Self::default()
        }
    }

    /// So much of what was carried over is used.
    pub(crate) fn use_carried(&mut self, cents: i64) {
        self.used_carried_cents += cents;
        self.left_carried_cents -= cents;
    }

    /// So much of the year's own money is used.
    pub(crate) fn use_new(&mut self, cents: i64) {
        self.used_new_cents += cents;
        self.left_new_cents -= cents;
    }

    /// Up to `cents` of what is left count as used without a cost.
    pub(crate) fn use_beyond(&mut self, cents: i64) {
        let carried = cents.min(self.left_carried_cents).max(0);
        let new = (cents - carried).min(self.left_new_cents).max(0);
        self.use_carried(carried);
        self.use_new(new);
        self.beyond_cents += carried + new;
    }

    pub(crate) fn used_cents(&self) -> i64 {
        self.used_carried_cents + self.used_new_cents
    }
}

/// Settles a line at a year end. Gives what is carried into the next year.
pub(crate) fn settle(
    line: &FundedLine,
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
    let close = line.usable_until.max(line.tranche().decision);
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
    push(MovementKind::Repaid, line.tranche().report_after(close, timeline), left - kept);
    0
}

/// Money carried over pays the first costs of the year that it may pay.
fn used_by_month(line: &FundedLine, end: &YearEnd) -> Vec<(usize, i64)> {
    let (first, last) = (end.year * 12, end.year * 12 + 11);
    let mut left = end.used_carried_cents;
    let mut used = Vec::new();
    for month in first..=last {
        let room = if month == last { left } else { line.eligible_cents_in(month).max(0) };
        let cents = left.min(room);
        left -= cents;
        used.push((month, cents));
    }
    used
}

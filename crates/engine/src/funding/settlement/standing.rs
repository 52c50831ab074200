//! Where a line stands on the way through the fiscal years.

use alloc::vec::Vec;
use core::ops::Range;

use crate::funding::assignment::Assignment;
use crate::funding::settlement::fixed::YearEnd;
use crate::funding::settlement::limit::Limit;
use crate::funding::settlement::line::{FundedLine, year_of};
use crate::funding::settlement::nature::Group;
use crate::funding::settlement::outcome::Outcome;
use crate::funding::settlement::{fixed, rate};
use crate::rule::PaymentRule;
use crate::timeline::Timeline;

/// A line in the fiscal year that is being settled; those that are not live in it stand as they were.
pub(super) struct Standing<'a> {
    /// Its place among all lines.
    pub(super) place: usize,
    pub(super) line: &'a FundedLine,
    pub(super) end: YearEnd,
    /// Limits inside its money.
    pub(super) limits: Vec<Limit>,
    /// What it earns in each fiscal year if it is a scale.
    scale_cents: Vec<i64>,
    /// Dedicated funds at the start of the year.
    carried_cents: i64,
    /// What it earned in the years settled so far.
    earned_cents: i64,
    pub(super) outcome: Outcome,
}

/// What a fiscal year came to for a line.
#[derive(Clone, Debug)]
pub(super) struct Closed {
    /// Its place among the lines of its component.
    line: usize,
    year: usize,
    /// Those of its movements that the year added.
    movements: Range<usize>,
    carried_cents: i64,
    /// What it ends with, once it is over.
    unused_cents: i64,
    short_cents: i64,
}

impl<'a> Standing<'a> {
    pub(super) fn new(place: usize, line: &'a FundedLine, timeline: &Timeline) -> Self {
        let (outcome, scale_cents) = Outcome::begin(line, timeline);
        Self {
            place,
            line,
            end: YearEnd::default(),
            limits: Vec::new(),
            scale_cents,
            carried_cents: 0,
            earned_cents: 0,
            outcome,
        }
    }

    pub(super) fn is_scale(&self) -> bool {
        self.line.agreement.payment == PaymentRule::Scale
    }

    pub(super) fn is_live(&self, year: usize) -> bool {
        self.line.live_years.contains(&year)
    }

    pub(super) fn begin_year(&mut self, year: usize) {
        self.end = YearEnd::new(year, self.carried_cents, self.new_cents(year));
    }

    /// What it gives in a fiscal year in which it is live.
    fn new_cents(&self, year: usize) -> i64 {
        let line = self.line;
        match line.agreement.payment {
            // What is over and was decided earlier has claimed all it could.
            PaymentRule::Rate(_) if line.months.end <= year * 12 && line.decided_year < year as i32 => 0,
            PaymentRule::Rate(rate) => {
                let past = self.outcome.past_cents;
                rate::due_cents(line, rate, past, year * 12 + 11) - self.earned_cents.max(past)
            }
            PaymentRule::Scale => {
                let first = if line.decided_year == year as i32 { 0 } else { year };
                self.scale_cents[first..=year].iter().sum()
            }
            PaymentRule::Fixed(_) | PaymentRule::General => fixed::new_cents(line, year as i32),
        }
    }

    /// What its flat rate gave without a cost in the years settled so far.
    pub(super) fn beyond_cents(&self) -> i64 {
        self.outcome.beyond_cents.iter().sum()
    }

    /// A flat rate is owed whether or not there is cost for it: what is left of the money gives it too. A
    /// scale earns what it is in any case.
    pub(super) fn earn_beyond_cost(&mut self, assignment: &mut Assignment) {
        if self.line.agreement.eligible.flat_rate.is_some() && !self.is_scale() {
            let limit = self.limits.iter().find(|limit| limit.group == Group::FlatRate);
            let charged = limit.map_or(0, |limit| limit.taken_cents(assignment));
            let beyond = self.beyond_cents();
            self.end.use_beyond(self.line.flat_money_cents(self.end.year * 12 + 11) - charged - beyond);
        }
    }

    /// Ends the year; `place` is that among the lines of its component.
    pub(super) fn close(&mut self, place: usize, timeline: &Timeline) -> Closed {
        let (line, end, outcome) = (self.line, &self.end, &mut self.outcome);
        let past = outcome.past_cents;
        let before = self.earned_cents.max(past);
        self.earned_cents = match line.agreement.payment {
            PaymentRule::Scale => past + self.scale_cents[..=end.year].iter().sum::<i64>(),
            _ => before + end.used_cents(),
        };
        outcome.earned_cents[end.year] = self.earned_cents;
        outcome.paid_cents[end.year] = end.used_cents() - end.beyond_cents;
        outcome.beyond_cents[end.year] = end.beyond_cents;
        let first = outcome.movements.len();
        match line.agreement.payment {
            PaymentRule::Rate(rate) => {
                let earned = before..self.earned_cents;
                if year_of(line.tranche().end(), timeline) == end.year as i32 {
                    let due = rate::due_cents(line, rate, past, end.year * 12 + 11);
                    outcome.unused_cents = line.counted_cents - earned.end;
                    outcome.short_cents = line.counted_cents - due;
                }
                rate::settle(line, rate, (past, end.year), earned, timeline, &mut outcome.movements);
            }
            PaymentRule::Fixed(rule) => {
                let carried = fixed::settle(line, rule, end, timeline, &mut outcome.movements);
                let unused = end.left_carried_cents + end.left_new_cents - carried;
                if unused > 0 {
                    let paid: i64 = outcome.paid_cents.iter().sum();
                    let others = line.direct_cents(end.year * 12 + 11) - paid;
                    outcome.unused_cents = unused;
                    outcome.short_cents = (unused - others.max(0)).max(0);
                }
                self.carried_cents = carried;
            }
            PaymentRule::Scale | PaymentRule::General => {}
        }
        Closed {
            line: place,
            year: end.year,
            movements: first..outcome.movements.len(),
            carried_cents: self.carried_cents,
            unused_cents: outcome.unused_cents,
            short_cents: outcome.short_cents,
        }
    }

    /// Takes over a year as it was closed before, and what it came to. Gives it as it is now.
    fn take_over(&mut self, closed: &Closed, before: &Outcome) -> Closed {
        let (outcome, year) = (&mut self.outcome, closed.year);
        outcome.earned_cents[year] = before.earned_cents[year];
        outcome.paid_cents[year] = before.paid_cents[year];
        outcome.beyond_cents[year] = before.beyond_cents[year];
        outcome.unused_cents = closed.unused_cents;
        outcome.short_cents = closed.short_cents;
        let first = outcome.movements.len();
        outcome.movements.extend_from_slice(&before.movements[closed.movements.clone()]);
        self.carried_cents = closed.carried_cents;
        self.earned_cents = before.earned_cents[year];
        Closed { movements: first..outcome.movements.len(), ..closed.clone() }
    }

    /// What it comes to, all years settled.
    pub(super) fn end(self) -> Outcome {
        let (line, mut outcome) = (self.line, self.outcome);
        // What it earned stays earned once it is over.
        let over = usize::try_from(line.decided_year).unwrap_or(0).max(line.live_years.end);
        let earned = line.live_years.clone().last().map_or(0, |last| outcome.earned_cents[last]);
        let later = outcome.earned_cents.get_mut(over..).unwrap_or_default();
        later.fill(earned.max(outcome.past_cents));
        outcome
    }
}

/// Lets lines stand where years that were closed before had left them.
pub(super) fn take_over<'b>(
    standings: &mut [Standing<'_>],
    closed: &[Closed],
    outcomes: impl Fn(usize) -> &'b Outcome,
) -> Vec<Closed> {
    closed.iter().map(|year| standings[year.line].take_over(year, outcomes(year.line))).collect()
}

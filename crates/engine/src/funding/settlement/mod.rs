//! Step 6 of the order of calculation: fiscal year by fiscal year, which money finds which cost, and what
//! becomes of money that finds none.

mod classes;
mod fixed;
mod line;
mod rate;
mod scale;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::ops::RangeInclusive;

use classes::Classes;
pub(crate) use classes::CostClass;
use fixed::YearEnd;
use line::FundedLine;
pub(crate) use line::LinePlace;

use crate::certainty::CertaintyView;
use crate::frame::CertaintyWeights;
use crate::funding::assignment::{Assignment, Payer};
use crate::funding::cells::Cells;
use crate::journal::{ActivityIndex, Segment};
use crate::month::Month;
use crate::plan::Plan;
use crate::registry::Registry;
use crate::rule::PaymentRule;
use crate::timeline::Timeline;

/// What the settlement of a line posts beside its award and its payments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Movement {
    pub(crate) kind: MovementKind,
    pub(crate) month: Month,
    /// Above zero.
    pub(crate) cents: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MovementKind {
    /// A share of cost or a part of a scale becomes a claim.
    Claimed,
    /// Income of the year goes to dedicated funds.
    FundsCarried,
    /// Dedicated funds become income.
    FundsUsed,
    /// Dedicated funds are owed to the funder.
    FundsGivenBack,
    /// Income of the year is owed to the funder.
    IncomeGivenBack,
    /// What was owed is paid.
    Repaid,
}

/// What one line posts and earned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) movements: Vec<Movement>,
    /// Earned before the horizon.
    pub(crate) past_cents: i64,
    /// Earned up to and with each fiscal year of the horizon, what it earned before counted.
    pub(crate) earned_cents: Vec<i64>,
    /// Cost it pays in each fiscal year of the horizon.
    pub(crate) paid_cents: Vec<i64>,
    /// Cost it may pay in each fiscal year of the horizon, whoever pays it.
    pub(crate) base_cents: Vec<i64>,
}

impl Outcome {
    /// What stands before the first fiscal year, and what a scale earns in each of them.
    fn begin(line: &FundedLine<'_>, timeline: &Timeline) -> (Self, Vec<i64>) {
        let mut outcome = Self::default();
        let (past_cents, scale_cents) = match line.agreement.payment {
            PaymentRule::Rate(_) => {
                let past = rate::past_cents(line);
                rate::claim_past(line, past, &mut outcome.movements);
                (past, Vec::new())
            }
            PaymentRule::Scale => {
                let earned = scale::claim(line, timeline, &mut outcome.movements);
                (earned.past_cents, earned.year_cents)
            }
            PaymentRule::Fixed(_) | PaymentRule::General => (0, Vec::new()),
        };
        outcome.past_cents = past_cents;
        (outcome, scale_cents)
    }
}

/// Who pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// The own income of an activity.
    OwnIncome(ActivityIndex),
    /// Money of a line carried over from earlier fiscal years.
    Carried(usize),
    /// Money of a line of this fiscal year.
    New(usize),
}

/// A payer takes cents of a class of cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AssignmentRow {
    pub(crate) source: Source,
    pub(crate) class: usize,
    pub(crate) cents: i64,
}

/// Who pays what in a view.
#[derive(Clone, Debug, Default)]
pub(crate) struct Settlement {
    pub(crate) classes: Vec<CostClass>,
    pub(crate) rows: Vec<AssignmentRow>,
    /// The lines that take part, in the order of [`Source`].
    pub(crate) lines: Vec<LinePlace>,
    pub(crate) outcomes: BTreeMap<LinePlace, Outcome>,
}

/// Settles a view over the items posted so far.
pub(crate) fn settle(
    plan: &Plan,
    view: CertaintyView,
    weights: &CertaintyWeights,
    segments: &[Segment],
    registry: &Registry,
    timeline: &Timeline,
) -> Settlement {
    let mut lines = line::funded_lines(plan, timeline, view, weights);
    let cells = Cells::of(segments, registry, timeline);
    let classes = classes::classes(&cells, &mut lines, registry, timeline);
    let begun = lines.iter().map(|line| Outcome::begin(line, timeline));
    let (outcomes, scale_cents): (Vec<Outcome>, Vec<Vec<i64>>) = begun.unzip();
    let mut settling = Settling {
        timeline,
        cells: &cells,
        classes: &classes,
        assignment: Assignment::new(classes.all.iter().map(CostClass::size_cents).collect()),
        sources: Vec::new(),
        carried_cents: alloc::vec![0; lines.len()],
        scale_cents,
        outcomes,
        lines: &lines,
    };
    for year in 0..timeline.year_count() {
        settling.settle_year(year);
    }
    let Settling { assignment, sources, outcomes, .. } = settling;
    let mut rows = Vec::new();
    for class in 0..classes.all.len() {
        let paid = assignment.paid_cents(class);
        rows.extend(paid.map(|(payer, cents)| AssignmentRow { source: sources[payer], class, cents }));
    }
    let places: Vec<LinePlace> = lines.iter().map(|line| line.place).collect();
    let outcomes = places.iter().copied().zip(outcomes).collect();
    Settlement { classes: classes.all, rows, lines: places, outcomes }
}

/// A settlement on its way through the fiscal years.
struct Settling<'a> {
    timeline: &'a Timeline,
    cells: &'a Cells,
    classes: &'a Classes,
    lines: &'a [FundedLine<'a>],
    /// Who paid which class so far. Money of later years may still move it to other costs of its own year,
    /// and never lessens it.
    assignment: Assignment,
    /// Whose each payer of the assignment is.
    sources: Vec<Source>,
    /// What each scale earns in each fiscal year.
    scale_cents: Vec<Vec<i64>>,
    /// Dedicated funds of each line at the start of the year.
    carried_cents: Vec<i64>,
    outcomes: Vec<Outcome>,
}

impl Settling<'_> {
    fn settle_year(&mut self, year: usize) {
        let mut ends: Vec<YearEnd> = self.lines.iter().map(|_| YearEnd::new(year)).collect();
        for (source, payer) in self.payers(year) {
            let limit_cents = payer.limit_cents.max(0);
            let taken = self.assignment.serve(payer);
            self.sources.push(source);
            match source {
                Source::OwnIncome(_) => {}
                Source::Carried(line) => ends[line].use_carried(taken, limit_cents),
                Source::New(line) => ends[line].use_new(taken, limit_cents),
            }
        }
        for (place, end) in ends.iter().enumerate() {
            self.close(place, end);
        }
    }

    /// Those who pay in a fiscal year, in their turn: own income, then what lines carried over, then what
    /// they give this year.
    fn payers(&self, year: usize) -> Vec<(Source, Payer)> {
        let mut payers = Vec::new();
        for (activity, costs) in &self.classes.of_income {
            let limit_cents = self.cells.own_income.get(activity).map_or(0, |cents| cents[year]);
            if limit_cents > 0 {
                let costs = self.of_years(costs, year..=year).into();
                payers.push((Source::OwnIncome(*activity), Payer { limit_cents, costs }));
            }
        }
        let mut turns: Vec<usize> = (0..self.lines.len()).collect();
        turns.retain(|place| self.lines[*place].decided_year <= year as i32);
        turns.sort_by_key(|place| self.lines[*place].turn());
        // What is earned in any case takes the costs it supports out of the reach of others.
        let is_scale = |place: &usize| self.lines[*place].agreement.payment == PaymentRule::Scale;
        turns.sort_by_key(|place| !is_scale(place));
        let (scales, turns) = turns.split_at(turns.partition_point(is_scale));
        payers.extend(scales.iter().filter_map(|place| self.new_payer(*place, year)));
        for place in turns {
            let limit_cents = self.carried_cents[*place];
            if limit_cents > 0 {
                let costs = self.of_years(&self.classes.of_carried[*place], year..=year).into();
                payers.push((Source::Carried(*place), Payer { limit_cents, costs }));
            }
        }
        payers.extend(turns.iter().filter_map(|place| self.new_payer(*place, year)));
        payers
    }

    /// A line with its money of a fiscal year, if it has any.
    fn new_payer(&self, place: usize, year: usize) -> Option<(Source, Payer)> {
        let limit_cents = self.new_cents(place, year);
        // Also what is left of earlier years of its period: a grant of several years is used when all its cost
        // so far is as much as all its income so far.
        let costs = || self.of_years(&self.classes.of_new[place], 0..=year).into();
        (limit_cents > 0).then(|| (Source::New(place), Payer { limit_cents, costs: costs() }))
    }

    /// The classes of some fiscal years; classes stand in the order of their years.
    fn of_years<'b>(&self, classes: &'b [usize], years: RangeInclusive<usize>) -> &'b [usize] {
        let year = |class: &usize| self.classes.all[*class].year;
        let from = classes.partition_point(|class| year(class) < *years.start());
        let to = classes.partition_point(|class| year(class) <= *years.end());
        &classes[from..to]
    }

    fn new_cents(&self, place: usize, year: usize) -> i64 {
        let line = &self.lines[place];
        match line.agreement.payment {
            // What is over and was decided earlier has claimed all it could.
            PaymentRule::Rate(_) if line.months.end <= year * 12 && line.decided_year < year as i32 => 0,
            PaymentRule::Rate(rate) => {
                let past = self.outcomes[place].past_cents;
                let due = rate::due_cents(line, rate, past, year * 12 + 11);
                due - self.earned_cents(place).max(past)
            }
            PaymentRule::Scale => {
                let first = if line.decided_year == year as i32 { 0 } else { year };
                self.scale_cents[place][first..=year].iter().sum()
            }
            PaymentRule::Fixed(_) | PaymentRule::General => fixed::new_cents(line, year as i32),
        }
    }

    /// What a line earned in the years settled so far.
    fn earned_cents(&self, place: usize) -> i64 {
        self.outcomes[place].earned_cents.last().copied().unwrap_or(0)
    }

    fn close(&mut self, place: usize, end: &YearEnd) {
        let line = &self.lines[place];
        let past = self.outcomes[place].past_cents;
        let is_decided = line.decided_year <= end.year as i32;
        let before = if is_decided { self.earned_cents(place).max(past) } else { 0 };
        let earned = match line.agreement.payment {
            PaymentRule::Scale if is_decided => {
                past + self.scale_cents[place][..=end.year].iter().sum::<i64>()
            }
            _ => before + end.used_cents(),
        };
        let outcome = &mut self.outcomes[place];
        outcome.earned_cents.push(earned);
        outcome.paid_cents.push(end.used_cents());
        outcome.base_cents.push(line.year_base_cents(end.year));
        match line.agreement.payment {
            PaymentRule::Rate(rate) => {
                let earned = before..earned;
                rate::settle(line, rate, (past, end.year), earned, self.timeline, &mut outcome.movements);
            }
            PaymentRule::Fixed(rule) => {
                self.carried_cents[place] =
                    fixed::settle(line, rule, end, self.timeline, &mut outcome.movements);
            }
            PaymentRule::Scale | PaymentRule::General => {}
        }
    }
}

#[cfg(test)]
mod tests;

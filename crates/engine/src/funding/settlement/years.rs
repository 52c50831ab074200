//! The settlement on its way through the fiscal years: who pays in its turn, and what is left at the end.

use alloc::vec::Vec;
use core::ops::RangeInclusive;

use crate::funding::assignment::{Assignment, Payer};
use crate::funding::cells::Cells;
use crate::funding::settlement::choice::Choice;
use crate::funding::settlement::classes::CostClass;
use crate::funding::settlement::fixed::YearEnd;
use crate::funding::settlement::limit::{Limit, most_cents};
use crate::funding::settlement::line::{FundedLine, year_of};
use crate::funding::settlement::nature::Group;
use crate::funding::settlement::reach::{Reach, Reaches};
use crate::funding::settlement::{AssignmentRow, Outcome, Source, fixed, rate};
use crate::rule::PaymentRule;
use crate::timeline::Timeline;

pub(super) struct Settling<'a> {
    timeline: &'a Timeline,
    cells: &'a Cells,
    classes: &'a [CostClass],
    reaches: &'a Reaches,
    lines: &'a [FundedLine<'a>],
    /// The lines in their turn, scales before all others.
    turns: Vec<usize>,
    /// Each line in the fiscal year that is being settled; those that are not live in it stand as they were.
    ends: Vec<YearEnd>,
    choices: Vec<Choice>,
    /// Who paid which class so far. Money of later years may still move it to other costs of its own year,
    /// and never lessens it.
    assignment: Assignment,
    /// Whose each payer of the assignment is.
    sources: Vec<Source>,
    /// The limits of each line inside its money.
    limits: Vec<Vec<Limit>>,
    /// What each scale earns in each fiscal year.
    scale_cents: Vec<Vec<i64>>,
    /// Dedicated funds of each line at the start of the year.
    carried_cents: Vec<i64>,
    /// What each line earned in the years settled so far.
    earned_cents: Vec<i64>,
    outcomes: Vec<Outcome>,
}

impl<'a> Settling<'a> {
    pub(super) fn new(
        timeline: &'a Timeline,
        cells: &'a Cells,
        (classes, reaches): (&'a [CostClass], &'a Reaches),
        lines: &'a [FundedLine<'a>],
        (choices, outcomes, scale_cents): (Vec<Choice>, Vec<Outcome>, Vec<Vec<i64>>),
    ) -> Self {
        // What is earned in any case takes the costs it supports out of the reach of others.
        let is_scale = |place: &usize| lines[*place].agreement.payment == PaymentRule::Scale;
        let mut turns: Vec<usize> = (0..lines.len()).collect();
        turns.sort_by_cached_key(|place| (!is_scale(place), lines[*place].turn()));
        Self {
            timeline,
            cells,
            classes,
            reaches,
            lines,
            turns,
            ends: lines.iter().map(|_| YearEnd::default()).collect(),
            choices,
            assignment: Assignment::new(classes.iter().map(CostClass::size_cents).collect()),
            sources: Vec::new(),
            limits: alloc::vec![Vec::new(); lines.len()],
            scale_cents,
            carried_cents: alloc::vec![0; lines.len()],
            earned_cents: alloc::vec![0; lines.len()],
            outcomes,
        }
    }

    /// Own income pays, then scales, what the user chose, what lines carried over, what they give this year.
    pub(super) fn settle_year(&mut self, year: usize) {
        let lines = self.lines;
        let live: Vec<usize> =
            self.turns.iter().copied().filter(|place| lines[*place].live_years.contains(&year)).collect();
        for place in &live {
            self.ends[*place] = YearEnd::new(year, self.carried_cents[*place], self.new_cents(*place, year));
        }
        let is_scale = |place: &usize| lines[*place].agreement.payment == PaymentRule::Scale;
        let (scales, others) = live.split_at(live.partition_point(is_scale));
        self.serve_own_income(year);
        for place in scales {
            self.serve(Source::New(*place), None);
        }
        for choice in 0..self.choices.len() {
            let line = self.choices[choice].line;
            if lines[line].live_years.contains(&year) {
                self.serve(Source::Carried(line), Some(choice));
                self.serve(Source::New(line), Some(choice));
            }
        }
        for place in others {
            self.serve(Source::Carried(*place), None);
        }
        for place in others {
            self.serve(Source::New(*place), None);
        }
        for place in live {
            self.earn_beyond_cost(place);
            self.close(place);
        }
    }

    fn serve_own_income(&mut self, year: usize) {
        for (activity, costs) in &self.reaches.of_income {
            let limit_cents = self.cells.own_income.get(activity).map_or(0, |cents| cents[year]);
            if limit_cents > 0 {
                let costs = self.of_years(costs, &(year..=year)).into();
                self.sources.push(Source::OwnIncome(*activity));
                self.assignment.serve(Payer { limit_cents, costs, caps: Vec::new() });
            }
        }
    }

    /// Lets what a line has pay, for a choice of the user or for anything it may.
    fn serve(&mut self, source: Source, choice: Option<usize>) {
        let reaches = self.reaches;
        let (place, reach) = match source {
            Source::OwnIncome(_) => return,
            Source::Carried(place) => (place, &reaches.of_carried[place]),
            Source::New(place) => (place, &reaches.of_new[place]),
        };
        let end = &self.ends[place];
        let is_new = matches!(source, Source::New(_));
        let has = if is_new { end.left_new_cents } else { end.left_carried_cents };
        let limit_cents = choice.map_or(has, |choice| has.min(self.choices[choice].left_cents));
        if limit_cents <= 0 {
            return;
        }
        // Also what is left of earlier years of its period: a grant of several years is used when all its
        // cost so far is as much as all its income so far.
        let years = if is_new { 0 } else { end.year }..=end.year;
        let payer = self.payer(place, limit_cents, reach, &years, choice);
        let taken = self.assignment.serve(payer);
        self.sources.push(source);
        let end = &mut self.ends[place];
        if is_new {
            end.use_new(taken);
        } else {
            end.use_carried(taken);
        }
        if let Some(choice) = choice {
            self.choices[choice].left_cents -= taken;
        }
    }

    fn payer(
        &mut self,
        place: usize,
        limit_cents: i64,
        reach: &Reach,
        years: &RangeInclusive<usize>,
        choice: Option<usize>,
    ) -> Payer {
        let costs = |classes: &[usize], group: Group| -> Vec<usize> {
            // Its own year before what earlier ones have left.
            let of_year = self.of_years(classes, &(*years.end()..=*years.end()));
            let earlier = self.of_years(classes, &(*years.start()..=*years.end()));
            let earlier = &earlier[..earlier.len() - of_year.len()];
            let classes = of_year.iter().chain(earlier).copied();
            match choice.map(|choice| &self.reaches.of_choices[choice]) {
                None => classes.collect(),
                // A choice is about a cost, not about what a flat rate stands for.
                Some(_) if group == Group::FlatRate => Vec::new(),
                Some(chosen) => {
                    let is_chosen = |class: &usize| chosen.binary_search(class).is_ok();
                    classes.filter(is_chosen).collect()
                }
            }
        };
        let free = costs(&reach.free, Group::Free);
        let limited: Vec<(Group, Vec<usize>)> =
            reach.limited.iter().map(|(group, classes)| (*group, costs(classes, *group))).collect();
        let mut caps = Vec::new();
        for (group, costs) in limited.into_iter().filter(|(_, costs)| !costs.is_empty()) {
            let most = most_cents(self.lines, place, group, years.end() * 12 + 11);
            let beyond = if group == Group::FlatRate { self.beyond_cents(place) } else { 0 };
            let limits = &mut self.limits[place];
            let known = limits.iter().position(|limit| limit.group == group);
            let known = known.unwrap_or_else(|| {
                limits.push(Limit::new(group));
                limits.len() - 1
            });
            caps.push(limits[known].cap(costs, most.saturating_sub(beyond), &mut self.assignment));
        }
        Payer { limit_cents, costs: free, caps }
    }

    /// The classes of some fiscal years; classes stand in the order of their years.
    fn of_years<'b>(&self, classes: &'b [usize], years: &RangeInclusive<usize>) -> &'b [usize] {
        let year = |class: &usize| self.classes[*class].year;
        let from = classes.partition_point(|class| year(class) < *years.start());
        let to = classes.partition_point(|class| year(class) <= *years.end());
        &classes[from..to]
    }

    /// What a line gives in a fiscal year in which it is live.
    fn new_cents(&self, place: usize, year: usize) -> i64 {
        let line = &self.lines[place];
        match line.agreement.payment {
            // What is over and was decided earlier has claimed all it could.
            PaymentRule::Rate(_) if line.months.end <= year * 12 && line.decided_year < year as i32 => 0,
            PaymentRule::Rate(rate) => {
                let past = self.outcomes[place].past_cents;
                let due = rate::due_cents(line, rate, past, year * 12 + 11);
                due - self.earned_cents[place].max(past)
            }
            PaymentRule::Scale => {
                let first = if line.decided_year == year as i32 { 0 } else { year };
                self.scale_cents[place][first..=year].iter().sum()
            }
            PaymentRule::Fixed(_) | PaymentRule::General => fixed::new_cents(line, year as i32),
        }
    }

    /// What the flat rate of a line gave without a cost in the years settled so far.
    fn beyond_cents(&self, place: usize) -> i64 {
        self.outcomes[place].beyond_cents.iter().sum()
    }

    /// A flat rate is owed whether or not there is cost for it: what is left of the money gives it too. A
    /// scale earns what it is in any case.
    fn earn_beyond_cost(&mut self, place: usize) {
        let line = &self.lines[place];
        let is_tied = line.agreement.payment != PaymentRule::Scale;
        if line.agreement.eligible.flat_rate.is_some() && is_tied {
            let limit = self.limits[place].iter().find(|limit| limit.group == Group::FlatRate);
            let charged = limit.map_or(0, |limit| limit.taken_cents(&mut self.assignment));
            let beyond = self.beyond_cents(place);
            let end = &mut self.ends[place];
            end.use_beyond(line.flat_money_cents(end.year * 12 + 11) - charged - beyond);
        }
    }

    fn close(&mut self, place: usize) {
        let (line, end) = (&self.lines[place], &self.ends[place]);
        let past = self.outcomes[place].past_cents;
        let before = self.earned_cents[place].max(past);
        let earned = match line.agreement.payment {
            PaymentRule::Scale => past + self.scale_cents[place][..=end.year].iter().sum::<i64>(),
            _ => before + end.used_cents(),
        };
        let outcome = &mut self.outcomes[place];
        self.earned_cents[place] = earned;
        outcome.earned_cents[end.year] = earned;
        outcome.paid_cents[end.year] = end.used_cents() - end.beyond_cents;
        outcome.beyond_cents[end.year] = end.beyond_cents;
        match line.agreement.payment {
            PaymentRule::Rate(rate) => {
                let earned = before..earned;
                if year_of(line.tranche.end(), self.timeline) == end.year as i32 {
                    let due = rate::due_cents(line, rate, past, end.year * 12 + 11);
                    outcome.unused_cents = line.counted_cents - earned.end;
                    outcome.short_cents = line.counted_cents - due;
                }
                rate::settle(line, rate, (past, end.year), earned, self.timeline, &mut outcome.movements);
            }
            PaymentRule::Fixed(rule) => {
                let carried = fixed::settle(line, rule, end, self.timeline, &mut outcome.movements);
                let unused = end.left_carried_cents + end.left_new_cents - carried;
                if unused > 0 {
                    let paid: i64 = outcome.paid_cents.iter().sum();
                    let others = line.direct_cents(end.year * 12 + 11) - paid;
                    outcome.unused_cents = unused;
                    outcome.short_cents = (unused - others.max(0)).max(0);
                }
                self.carried_cents[place] = carried;
            }
            PaymentRule::Scale | PaymentRule::General => {}
        }
    }

    /// Who pays what, and what each line posts.
    pub(super) fn end(self) -> (Vec<AssignmentRow>, Vec<Outcome>) {
        let row = |share: crate::funding::assignment::Share| AssignmentRow {
            source: self.sources[share.payer],
            class: share.cost,
            cents: share.cents,
        };
        let rows = self.assignment.shares().into_iter().map(row).collect();
        let mut outcomes = self.outcomes;
        for (line, outcome) in self.lines.iter().zip(&mut outcomes) {
            // What it earned stays earned once it is over.
            let over = usize::try_from(line.decided_year).unwrap_or(0).max(line.live_years.end);
            let earned = line.live_years.clone().last().map_or(0, |last| outcome.earned_cents[last]);
            let later = outcome.earned_cents.get_mut(over..).unwrap_or_default();
            later.fill(earned.max(outcome.past_cents));
        }
        (rows, outcomes)
    }
}

//! The settlement of a component on its way through the fiscal years: who pays in its turn.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::ops::RangeInclusive;

use crate::funding::assignment::{Assignment, Payer};
use crate::funding::settlement::classes::CostClass;
use crate::funding::settlement::component::Component;
use crate::funding::settlement::given::Given;
use crate::funding::settlement::limit::{Limit, most_cents};
use crate::funding::settlement::nature::Group;
use crate::funding::settlement::reach::Reach;
use crate::funding::settlement::record::{Record, Solved};
use crate::funding::settlement::standing::{self, Standing};
use crate::funding::settlement::{AssignmentRow, Source};
use crate::timeline::Timeline;

pub(super) struct Settling<'a> {
    timeline: &'a Timeline,
    given: Given<'a>,
    component: &'a Component,
    standings: Vec<Standing<'a>>,
    /// The lines in their turn, scales before all others.
    turns: Vec<usize>,
    /// What is left to take of each choice, and the line that follows it.
    choices: Vec<(usize, i64)>,
    /// Who paid which class so far. Money of later years may still move it to other costs of its own year,
    /// and never lessens it.
    assignment: Assignment,
    /// What happened so far, beside the assignment.
    record: Record,
}

/// Money that is served: whose it is, its line if it is one's, the choice it follows.
#[derive(Clone, Copy)]
struct Money {
    source: Source,
    line: usize,
    choice: Option<usize>,
}

impl<'a> Settling<'a> {
    pub(super) fn new(timeline: &'a Timeline, given: Given<'a>, component: &'a Component) -> Self {
        let places = component.lines.iter();
        let standings: Vec<Standing<'a>> =
            places.map(|place| Standing::new(*place, &given.lines[*place], timeline)).collect();
        // What is earned in any case takes the costs it supports out of the reach of others.
        let mut turns: Vec<usize> = (0..standings.len()).collect();
        turns.sort_by_cached_key(|line| (!standings[*line].is_scale(), standings[*line].line.turn()));
        let choices = component.choices.iter().map(|choice| &given.choices[*choice]);
        let of_line = |place: usize| component.lines.binary_search(&place).unwrap_or_default();
        let choices = choices.map(|choice| (of_line(choice.line), choice.left_cents)).collect();
        let assignment = Assignment::new(sizes(&given, component));
        Self { timeline, given, component, standings, turns, choices, assignment, record: Record::default() }
    }

    /// Settles the fiscal years that `before` does not settle the same, from `first_year` on.
    pub(super) fn solve(mut self, first_year: usize, before: Option<&Solved>) -> Solved {
        if let Some(before) = before {
            self.take_over(first_year, before);
        }
        for year in first_year..self.timeline.year_count() {
            self.record.begin_year(self.assignment.served());
            self.settle_year(year);
        }
        self.end(first_year)
    }

    /// Stands where `before` stood at the beginning of a fiscal year.
    fn take_over(&mut self, year: usize, before: &Solved) {
        let (served, record) = before.record.until(year);
        self.assignment =
            Assignment::after(sizes(&self.given, self.component), &before.record.assignment, served);
        for paid in &record.paid {
            if let Some(choice) = paid.choice {
                self.choices[choice].1 -= paid.cents;
            }
        }
        for (cap, (line, group)) in record.caps.iter().enumerate() {
            let limits = &mut self.standings[*line].limits;
            limit_of(limits, *group).caps.push(cap);
        }
        self.record = record;
        let outcome = |line: usize| &*before.outcomes[line];
        self.record.closed = standing::take_over(&mut self.standings, &self.record.closed, outcome);
    }

    /// Own income pays, then scales, what the user chose, what lines carried over, what they give this year.
    fn settle_year(&mut self, year: usize) {
        let is_live = |line: &usize| self.standings[*line].is_live(year);
        let live: Vec<usize> = self.turns.iter().copied().filter(is_live).collect();
        live.iter().for_each(|line| self.standings[*line].begin_year(year));
        let (scales, others) = live.split_at(live.partition_point(|line| self.standings[*line].is_scale()));
        self.serve_own_income(year);
        for line in scales {
            self.serve_new(*line, None);
        }
        for choice in 0..self.choices.len() {
            let (line, _) = self.choices[choice];
            if self.standings[line].is_live(year) {
                self.serve_carried(line, Some(choice));
                self.serve_new(line, Some(choice));
            }
        }
        for line in others {
            self.serve_carried(*line, None);
        }
        for line in others {
            self.serve_new(*line, None);
        }
        for line in live {
            self.standings[line].earn_beyond_cost(&mut self.assignment);
            let closed = self.standings[line].close(line, self.timeline);
            self.record.closed.push(closed);
        }
    }

    fn serve_own_income(&mut self, year: usize) {
        for activity in &self.component.earning {
            let limit_cents = self.given.own_cents(*activity, year);
            let Some(costs) = self.given.sorted.reaches.of_income.get(activity) else { continue };
            if limit_cents > 0 {
                let costs = self.of_years(costs, &(year..=year)).into();
                let taken = self.assignment.serve(Payer { limit_cents, costs, caps: Vec::new() });
                self.record.pay(Source::OwnIncome(*activity), None, taken);
            }
        }
    }

    /// Lets what a line carried over pay, for a choice of the user or for anything it may.
    fn serve_carried(&mut self, line: usize, choice: Option<usize>) {
        let standing = &self.standings[line];
        let (source, end) = (Source::Carried(standing.place), &standing.end);
        let (has, years) = (end.left_carried_cents, end.year..=end.year);
        let reach = &self.given.sorted.reaches.of_carried[standing.place];
        let taken = self.serve(Money { source, line, choice }, has, reach, &years);
        self.standings[line].end.use_carried(taken);
    }

    /// The same with its money of the year, which also pays what is left of earlier years of its period: a
    /// grant of several years is used when all its cost so far is as much as all its income so far.
    fn serve_new(&mut self, line: usize, choice: Option<usize>) {
        let standing = &self.standings[line];
        let (source, end) = (Source::New(standing.place), &standing.end);
        let (has, years) = (end.left_new_cents, 0..=end.year);
        let reach = &self.given.sorted.reaches.of_new[standing.place];
        let taken = self.serve(Money { source, line, choice }, has, reach, &years);
        self.standings[line].end.use_new(taken);
    }

    /// Lets a line pay with what it has: how many cents it takes.
    fn serve(&mut self, money: Money, has: i64, reach: &Reach, years: &RangeInclusive<usize>) -> i64 {
        let limit_cents = money.choice.map_or(has, |choice| has.min(self.choices[choice].1));
        if limit_cents <= 0 {
            return 0;
        }
        let payer = self.payer(money, limit_cents, reach, years);
        let taken = self.assignment.serve(payer);
        self.record.pay(money.source, money.choice, taken);
        if let Some(choice) = money.choice {
            self.choices[choice].1 -= taken;
        }
        taken
    }

    fn payer(
        &mut self,
        money: Money,
        limit_cents: i64,
        reach: &Reach,
        years: &RangeInclusive<usize>,
    ) -> Payer {
        let mut caps = Vec::new();
        for (group, classes) in &reach.limited {
            let costs = self.costs(classes, *group, money.choice, years);
            if !costs.is_empty() {
                caps.push(self.cap(money.line, *group, costs, *years.end()));
            }
        }
        Payer { limit_cents, costs: self.costs(&reach.free, Group::Free, money.choice, years), caps }
    }

    /// Which of some classes of a group are paid, those of the last year before what earlier ones have left.
    fn costs(
        &self,
        classes: &[usize],
        group: Group,
        choice: Option<usize>,
        years: &RangeInclusive<usize>,
    ) -> Vec<usize> {
        let of_year = self.of_years(classes, &(*years.end()..=*years.end()));
        let earlier = self.of_years(classes, years);
        let earlier = &earlier[..earlier.len() - of_year.len()];
        let Some(choice) = choice else { return [of_year, earlier].concat() };
        // A choice is about a cost, not about what a flat rate stands for.
        if group == Group::FlatRate {
            return Vec::new();
        }
        let chosen = &self.given.sorted.reaches.of_choices[self.component.choices[choice]];
        let is_chosen = |class: &usize| chosen.binary_search(class).is_ok();
        of_year.iter().chain(earlier).copied().filter(is_chosen).collect()
    }

    /// The cap of a line for some costs of a group.
    fn cap(&mut self, line: usize, group: Group, costs: Vec<usize>, year: usize) -> usize {
        let standing = &mut self.standings[line];
        let most = most_cents(self.given.lines, standing.place, group, year * 12 + 11);
        let beyond = if group == Group::FlatRate { standing.beyond_cents() } else { 0 };
        let limit = limit_of(&mut standing.limits, group);
        let cap = limit.cap(costs, most.saturating_sub(beyond), &mut self.assignment);
        self.record.note_cap(cap, (line, group));
        cap
    }

    /// The classes of some fiscal years; classes stand in the order of their years.
    fn of_years<'b>(&self, classes: &'b [usize], years: &RangeInclusive<usize>) -> &'b [usize] {
        let all = &self.given.classes[self.component.classes.clone()];
        let from = classes.partition_point(|class| all[*class].year < *years.start());
        let to = classes.partition_point(|class| all[*class].year <= *years.end());
        &classes[from..to]
    }

    /// Who pays what, and what each line posts.
    fn end(mut self, first_solved_year: usize) -> Solved {
        let row = |share: crate::funding::assignment::Share| AssignmentRow {
            source: self.record.paid[share.payer].source,
            class: self.component.classes.start + share.cost,
            cents: share.cents,
        };
        let rows = self.assignment.shares().into_iter().map(row).collect();
        let outcomes = self.standings.into_iter().map(|standing| Arc::new(standing.end())).collect();
        self.record.assignment = self.assignment.into_record();
        Solved { rows, outcomes, record: self.record, first_solved_year }
    }
}

/// The amounts of the classes of a component.
fn sizes(given: &Given<'_>, component: &Component) -> Vec<i64> {
    given.classes[component.classes.clone()].iter().map(CostClass::size_cents).collect()
}

/// The limit of a group among those of a line.
fn limit_of(limits: &mut Vec<Limit>, group: Group) -> &mut Limit {
    let known = limits.iter().position(|limit| limit.group == group);
    let place = known.unwrap_or_else(|| {
        limits.push(Limit::new(group));
        limits.len() - 1
    });
    &mut limits[place]
}

//! The settlement (*qui paie quoi*): fiscal year by fiscal year, which money finds which cost, and what
//! becomes of money that finds none.

mod alike;
mod base;
mod ceiling;
mod choice;
mod classes;
mod component;
mod fixed;
mod given;
mod limit;
mod line;
mod nature;
mod outcome;
mod period;
mod rate;
mod reach;
mod record;
mod scale;
mod standing;
mod units;
mod years;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::sync::Arc;
use alloc::vec::Vec;

use choice::Choice;
use classes::Classes;
pub(crate) use classes::{CostClass, PostsOfClass};
use given::Given;
use line::FundedLine;
pub(crate) use line::LinePlace;
pub(crate) use nature::STAFF_COST;
pub(crate) use outcome::{Movement, MovementKind, Outcome};
use record::Solved;
use years::Settling;

use crate::certainty::CertaintyView;
use crate::frame::CertaintyWeights;
use crate::funding::cells::Cells;
use crate::funding::together::Together;
use crate::journal::ActivityIndex;
use crate::plan::Plan;
use crate::registry::Registry;
use crate::timeline::Timeline;

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
    pub(crate) outcomes: BTreeMap<LinePlace, Arc<Outcome>>,
    /// What cost covers of lines at the end of each month, where a payment waits for that.
    pub(crate) covered_cents: BTreeMap<LinePlace, Vec<i64>>,
    /// What the view counts of lines that a ceiling on public money cuts, even to nothing.
    pub(crate) cuts: BTreeMap<LinePlace, i64>,
    /// How costs are sorted into classes, and who may pay each.
    sorted: Arc<Classes>,
    /// What was settled beside the classes: the next settlement goes on where something is another.
    funded: Vec<FundedLine>,
    choices: Vec<Choice>,
    own_income: BTreeMap<ActivityIndex, Vec<i64>>,
    /// By component.
    solved: Vec<Arc<Solved>>,
}

impl Settlement {
    /// What the lines of the agreement at a place come to, and what is left of those that a ceiling cuts.
    pub(crate) fn of_agreement(
        &self,
        place: usize,
    ) -> impl Iterator<Item = (&LinePlace, Option<&Arc<Outcome>>, Option<&i64>)> {
        let lines = (place, 0, 0)..(place + 1, 0, 0);
        let outcomes = self.outcomes.range(lines.clone()).map(|(line, outcome)| (line, Some(outcome), None));
        outcomes.chain(self.cuts.range(lines).map(|(line, left)| (line, None, Some(left))))
    }

    /// What posts have in each class, of the costs that it settled as they stood `together`, each post by
    /// itself.
    pub(crate) fn posts(&self, cells: &Cells, together: &Together) -> Vec<PostsOfClass> {
        self.sorted.posts(cells, together)
    }

    /// The classes that lines of the agreement at a place may pay, with new money or with what they carried
    /// over.
    pub(crate) fn reach(&self, place: usize) -> BTreeSet<usize> {
        let Classes { reaches, components, .. } = &*self.sorted;
        let lines = components
            .iter()
            .flat_map(|component| component.lines.iter().map(move |line| (*line, component.classes.start)));
        let own = lines.filter(|(line, _)| self.lines[*line].0 == place);
        let classes = own.flat_map(|(line, first)| {
            let reach = [&reaches.of_new[line], &reaches.of_carried[line]];
            reach.into_iter().flat_map(move |reach| reach.eligible().map(move |class| first + class))
        });
        classes.collect()
    }

    fn given(&self) -> Given<'_> {
        Given {
            sorted: &self.sorted,
            classes: &self.classes,
            lines: &self.funded,
            choices: &self.choices,
            own_income: &self.own_income,
        }
    }

    /// Whether the same lines and choices look at costs in the same way.
    fn looks_as(&self, lines: &[FundedLine], choices: &[Choice]) -> bool {
        let (funded, before) = (&self.funded, &self.choices);
        (lines.len(), choices.len()) == (funded.len(), before.len())
            && lines.iter().zip(funded).all(|(now, before)| now.is_sorted_as(before))
            && choices.iter().zip(before).all(|(now, before)| now.is_sorted_as(before))
    }
}

/// Settles a view over the costs and own income of the items posted so far.
///
/// Goes on from `last`, that of another plan with the same frame and registry: costs stay sorted as they
/// were where the same lines may pay them; then components in which nothing is another are taken over, and
/// others are settled again from the first fiscal year in which something is.
pub(crate) fn settle(
    plan: &Plan,
    view: CertaintyView,
    weights: &CertaintyWeights,
    cells: &Cells,
    registry: &Registry,
    timeline: &Timeline,
    last: Option<&Settlement>,
) -> Settlement {
    let mut lines = line::funded_lines(plan, timeline, view, weights);
    let cuts = ceiling::cut(&mut lines, plan, (view, weights), cells, registry, timeline);
    let choices = choice::choices(&lines, registry);
    let last = last.filter(|last| last.looks_as(&lines, &choices));
    let kept = last.and_then(|last| Some((last, last.sorted.count(cells, &mut lines)?)));
    let (last, sorted, classes) = match kept {
        Some((last, classes)) => (Some(last), Arc::clone(&last.sorted), classes),
        None => {
            let (sorted, classes) = Classes::sort(cells, &mut lines, &choices, registry, timeline);
            (None, Arc::new(sorted), classes)
        }
    };
    base::complete(&mut lines, cells, registry);
    let places: Vec<LinePlace> = lines.iter().map(|line| line.place).collect();
    let covered = lines.iter().filter_map(|line| Some((line.place, outcome::covered_cents(line, timeline)?)));
    let mut settlement = Settlement {
        covered_cents: covered.collect(),
        classes,
        lines: places,
        cuts,
        sorted,
        funded: lines,
        choices,
        own_income: cells.own_income.clone(),
        ..Settlement::default()
    };
    settlement.solve(last, timeline);
    settlement
}

impl Settlement {
    /// Settles every component, or what is not as in `last`.
    fn solve(&mut self, last: Option<&Self>, timeline: &Timeline) {
        let (given, years) = (self.given(), timeline.year_count());
        let components = self.sorted.components.iter().enumerate();
        let solved = components.map(|(place, component)| {
            let before = last.map(|last| (last.given(), &last.solved[place]));
            let first = match &before {
                Some((before, _)) => given.first_change(before, component, years),
                None => 0,
            };
            match before {
                Some((_, solved)) if first == years => Arc::clone(solved),
                before => {
                    let before = before.filter(|_| first > 0).map(|(_, solved)| &**solved);
                    Arc::new(Settling::new(timeline, given, component).solve(first, before))
                }
            }
        });
        let solved: Vec<Arc<Solved>> = solved.collect();
        let mut rows = Vec::new();
        let mut outcomes = BTreeMap::new();
        for (component, solved) in self.sorted.components.iter().zip(&solved) {
            rows.extend_from_slice(&solved.rows);
            let places = component.lines.iter().map(|line| self.lines[*line]);
            outcomes.extend(places.zip(solved.outcomes.iter().cloned()));
        }
        (self.rows, self.outcomes, self.solved) = (rows, outcomes, solved);
    }
}

#[cfg(test)]
mod tests;

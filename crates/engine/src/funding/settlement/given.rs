//! What a settlement is given, and from which fiscal year on that is not what it was.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::funding::settlement::choice::Choice;
use crate::funding::settlement::classes::{Classes, CostClass};
use crate::funding::settlement::component::Component;
use crate::funding::settlement::line::FundedLine;
use crate::journal::ActivityIndex;

/// What is settled: costs, and who may pay them with what.
#[derive(Clone, Copy)]
pub(super) struct Given<'a> {
    pub(super) sorted: &'a Arc<Classes>,
    pub(super) classes: &'a [CostClass],
    pub(super) lines: &'a [FundedLine],
    pub(super) choices: &'a [Choice],
    /// By activity and fiscal year.
    pub(super) own_income: &'a BTreeMap<ActivityIndex, Vec<i64>>,
}

impl Given<'_> {
    /// The own income of an activity in a fiscal year.
    pub(super) fn own_cents(&self, activity: ActivityIndex, year: usize) -> i64 {
        let cents = self.own_income.get(&activity).and_then(|cents| cents.get(year));
        cents.copied().unwrap_or(0).max(0)
    }

    /// The first of so many fiscal years in which a component finds something else than it found before, where
    /// costs were sorted alike: all that may pay its costs or any other before that year is what it was. As
    /// many years as there are where it finds nothing else.
    pub(super) fn first_change(&self, before: &Given<'_>, component: &Component, years: usize) -> usize {
        let classes = component.classes.clone();
        let classes = self.classes[classes.clone()].iter().zip(&before.classes[classes]);
        let classes = classes.filter(|(now, before)| now.size_cents() != before.size_cents());
        let classes = classes.map(|(now, _)| now.year);
        let earning = component.earning.iter().filter_map(|activity| {
            (0..years).find(|year| self.own_cents(*activity, *year) != before.own_cents(*activity, *year))
        });
        let choices = component.choices.iter().copied();
        let choices = choices.filter(|place| self.choices[*place] != before.choices[*place]);
        let choices = choices.map(|place| self.lines[self.choices[place].line].live_years.start);
        let lines = component.lines.iter().filter_map(|place| self.first_change_of(*place, before));
        classes.chain(earning).chain(choices).chain(lines).min().unwrap_or(years).min(years)
    }

    fn first_change_of(&self, place: usize, before: &Given<'_>) -> Option<usize> {
        let is_same = |place: usize| self.lines[place].is_as(&before.lines[place]);
        let line = &self.lines[place];
        // An amount for a tranche is spread over its lines.
        let of_tranche = |other: &usize| self.lines[*other].tranche_place() == line.tranche_place();
        let earlier = (0..place).rev().take_while(of_tranche);
        let later = (place..self.lines.len()).take_while(of_tranche);
        if !earlier.chain(later).all(is_same) {
            // Nor was it what it was before it could pay anything.
            return Some(line.live_years.start.min(before.lines[place].live_years.start));
        }
        line.first_change_of_base(&before.lines[place])
    }
}

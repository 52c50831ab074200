//! Posting: what a part of the plan does to the accounts.

use alloc::vec::Vec;
use core::ops::Range;

use crate::account::AccountNumber;
use crate::frame::{ContributionRhythm, Frame, Index};
use crate::id::{ActivityId, ItemId, TrancheId, TreasuryId};
use crate::journal::segment::{LONGEST_GAP, Run};
use crate::journal::{AccountIndex, ActivityIndex, Rule, SourceIndex, TrancheIndex};
use crate::month::Month;
use crate::registry::Registry;
use crate::row::Row;
use crate::schedule::Window;
use crate::staff::PayCalendar;
use crate::timeline::{MonthIndex, Timeline};

/// What posting needs to know of the rest of the plan.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub(crate) frame: &'a Frame,
    pub(crate) timeline: &'a Timeline,
    pub(crate) registry: &'a Registry,
    pub(crate) pay: &'a PayCalendar,
}

impl<'a> Context<'a> {
    /// The months of the projection.
    #[must_use]
    pub fn timeline(&self) -> &'a Timeline {
        self.timeline
    }

    /// The named indexes.
    #[must_use]
    pub fn indexes(&self) -> &'a [Index] {
        &self.frame.assumptions.indexes
    }

    /// The rhythm of social contributions.
    #[must_use]
    pub fn contributions(&self) -> ContributionRhythm {
        self.frame.association.contributions
    }

    /// Whether leave that is owed at a year's end is posted.
    pub(crate) fn posts_leave_owed(&self) -> bool {
        self.frame.association.employer.posts_leave_owed
    }

    /// An activity's index and dates; the structure for none or an unknown one.
    #[must_use]
    pub fn activity(&self, id: Option<ActivityId>) -> (ActivityIndex, Window) {
        self.registry.activity(id)
    }
}

/// What one plan item posts; the same sheet serves item after item.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    pub(super) runs: Vec<Run>,
    pub(super) cents: Vec<i64>,
}

/// Collects the entries of one plan item on a sheet.
pub(crate) struct Book<'a> {
    context: &'a Context<'a>,
    pub(super) source: SourceIndex,
    activity: ActivityIndex,
    tranche: TrancheIndex,
    pub(super) sheet: &'a mut Sheet,
}

impl<'a> Book<'a> {
    pub(crate) fn new(
        context: &'a Context<'a>,
        item: ItemId,
        activity: ActivityIndex,
        sheet: &'a mut Sheet,
    ) -> Self {
        let source = context.registry.source(item);
        sheet.runs.clear();
        sheet.cents.clear();
        Self { context, source, activity, tranche: TrancheIndex::default(), sheet }
    }

    pub(crate) fn context(&self) -> &'a Context<'a> {
        self.context
    }

    pub(crate) fn timeline(&self) -> &'a Timeline {
        self.context.timeline
    }

    pub(crate) fn account(&self, number: AccountNumber) -> AccountIndex {
        self.context.registry.account(number)
    }

    pub(crate) fn treasury(&self, id: Option<TreasuryId>) -> AccountIndex {
        self.context.registry.treasury(id)
    }

    /// Entries from here on are for `activity`.
    pub(crate) fn for_activity(&mut self, activity: ActivityIndex) -> &mut Self {
        self.activity = activity;
        self
    }

    /// Entries from here on belong to a tranche.
    pub(crate) fn for_tranche(&mut self, id: TrancheId) {
        self.tranche = self.context.registry.tranche(id);
    }

    /// Posts a movement. A negative one is posted the other way round, nothing is posted for zero
    /// nor after the horizon.
    ///
    /// What happened before the horizon is in the opening: its money is already in the opening
    /// balance of the treasury accounts and its income and charges in own funds, so both become own
    /// funds, and what is left of the movement is the item's share of the opening balance sheet.
    pub(crate) fn post(
        &mut self,
        month: Month,
        rule: Rule,
        debit: AccountIndex,
        credit: AccountIndex,
        cents: i64,
    ) {
        let registry = self.context.registry;
        let Some(index) = self.context.timeline.index(month) else { return };
        let (debit, credit) = match index {
            MonthIndex::OPENING => (registry.in_opening(debit), registry.in_opening(credit)),
            _ => (debit, credit),
        };
        self.push(&self.run(rule, debit, credit), index, &[cents]);
    }

    /// Posts the same movement in many months, each as [`Self::post`] does; those before the horizon together.
    pub(crate) fn post_row(&mut self, rule: Rule, debit: AccountIndex, credit: AccountIndex, row: &Row) {
        let (timeline, registry) = (self.context.timeline, self.context.registry);
        let place = |months: i32| (months.max(0) as usize).min(row.cents.len());
        let (opening, rest) = row.cents.split_at(place(timeline.first().since(row.first)));
        let before = self.run(rule, registry.in_opening(debit), registry.in_opening(credit));
        self.push(&before, MonthIndex::OPENING, &[opening.iter().sum()]);
        let inside = self.run(rule, debit, credit);
        let rest = &rest[..place(timeline.last().since(row.first) + 1) - opening.len()];
        let first = timeline.index(row.first.max(timeline.first())).map_or(0, |first| first.0);
        let mut from = 0;
        while let Some(busy) = busy_months(rest, from) {
            from = busy.end;
            self.push(&inside, MonthIndex(first + busy.start as u16), &rest[busy]);
        }
    }

    /// Posts into the opening as it is.
    pub(crate) fn post_opening(
        &mut self,
        month: Month,
        debit: AccountIndex,
        credit: AccountIndex,
        cents: i64,
    ) {
        if let Some(index) = self.context.timeline.index(month) {
            let run = self.run(Rule::Opening, debit, credit);
            self.push(&run, index, &[cents]);
        }
    }

    /// A run without any month yet.
    fn run(&self, rule: Rule, debit: AccountIndex, credit: AccountIndex) -> Run {
        let (activity, tranche) = (self.activity, self.tranche);
        Run { start: 0, first: MonthIndex::OPENING, count: 0, debit, credit, activity, tranche, rule }
    }

    /// Goes on with the last run where it is the same movement a little earlier, else begins another. What is
    /// paid as it was posted is written once.
    fn push(&mut self, run: &Run, first: MonthIndex, cents: &[i64]) {
        if run.debit == run.credit || cents.iter().all(|cents| *cents == 0) {
            return;
        }
        let Sheet { runs, cents: all } = &mut *self.sheet;
        let gap = runs.last().and_then(|last| last.gap_before(run, first));
        let is_same = |last: &&Run| gap.is_none() && cents.len() > 1 && all[last.range()].starts_with(cents);
        if let Some(Run { start, .. }) = runs.last().filter(is_same) {
            let (start, count) = (*start, cents.len() as u16);
            runs.push(Run { start, first, count, ..*run });
            return;
        }
        match (gap, runs.last_mut()) {
            (Some(_), Some(last)) => last.move_to_end(all),
            _ => runs.push(Run { start: all.len() as u32, first, count: 0, ..*run }),
        }
        all.extend((0..gap.unwrap_or(0)).map(|_| 0));
        all.extend_from_slice(cents);
        if let Some(last) = runs.last_mut() {
            // A run stays within the 121 months of the longest plan.
            last.count += gap.unwrap_or(0) + cents.len() as u16;
        }
    }
}

/// The next months from `from` on that have something, up to a gap that is not worth keeping.
fn busy_months(cents: &[i64], from: usize) -> Option<Range<usize>> {
    let rest = cents.get(from..)?;
    let start = from + rest.iter().position(|cents| *cents != 0)?;
    let mut end = start;
    // As long as the next month that has something is not too far.
    while let Some(empty) =
        cents[end..].iter().take(usize::from(LONGEST_GAP) + 1).position(|cents| *cents != 0)
    {
        let first = end + empty;
        let busy = cents[first..].iter().position(|cents| *cents == 0);
        end = busy.map_or(cents.len(), |busy| first + busy);
    }
    Some(start..end)
}

//! Posting: what a part of the plan does to the accounts.

use alloc::vec::Vec;

use crate::account::AccountNumber;
use crate::frame::{ContributionRhythm, Frame, Index};
use crate::id::{ActivityId, ItemId, TrancheId, TreasuryId};
use crate::journal::segment::Run;
use crate::journal::{AccountIndex, ActivityIndex, Rule, SourceIndex, TrancheIndex};
use crate::month::Month;
use crate::registry::Registry;
use crate::schedule::Window;
use crate::timeline::{MonthIndex, Timeline};

/// What posting needs to know of the rest of the plan.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub(crate) frame: &'a Frame,
    pub(crate) timeline: &'a Timeline,
    pub(crate) registry: &'a Registry,
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
        self.post_months(rule, debit, credit, &[(month, cents)]);
    }

    /// Posts the same movement in many months, as [`Self::post`] does in one.
    pub(crate) fn post_months(
        &mut self,
        rule: Rule,
        debit: AccountIndex,
        credit: AccountIndex,
        months: &[(Month, i64)],
    ) {
        let (timeline, registry) = (self.context.timeline, self.context.registry);
        let inside = self.run(rule, debit, credit);
        let before = self.run(rule, registry.in_opening(debit), registry.in_opening(credit));
        let follows = |(a, cents): &(Month, i64), (b, next_cents): &(Month, i64)| {
            b.since(*a) == 1 && *cents != 0 && *next_cents != 0
        };
        for row in months.chunk_by(follows) {
            let place = |month: Month| (month.since(row[0].0).max(0) as usize).min(row.len());
            let (opening, rest) = row.split_at(place(timeline.first()));
            for (_, cents) in opening {
                self.push(&before, MonthIndex::OPENING, &[(timeline.first(), *cents)]);
            }
            let rest = &rest[..place(timeline.last().plus(1)) - opening.len()];
            if let Some(month) = rest.first().and_then(|(month, _)| timeline.index(*month)) {
                self.push(&inside, month, rest);
            }
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
            self.push(&run, index, &[(month, cents)]);
        }
    }

    /// A run without any month yet.
    fn run(&self, rule: Rule, debit: AccountIndex, credit: AccountIndex) -> Run {
        let (activity, tranche) = (self.activity, self.tranche);
        Run { start: 0, first: MonthIndex::OPENING, count: 0, debit, credit, activity, tranche, rule }
    }

    /// Posts a row of months from `first` on, each with its cents: goes on with the last run where it is
    /// the same movement a little earlier, else begins another.
    fn push(&mut self, run: &Run, first: MonthIndex, row: &[(Month, i64)]) {
        if run.debit == run.credit || row.iter().all(|(_, cents)| *cents == 0) {
            return;
        }
        let Sheet { runs, cents: all } = &mut *self.sheet;
        let gap = runs.last().and_then(|last| last.gap_before(run, first));
        if gap.is_none() {
            runs.push(Run { start: all.len() as u32, first, count: 0, ..*run });
        }
        all.extend((0..gap.unwrap_or(0)).map(|_| 0));
        all.extend(row.iter().map(|(_, cents)| *cents));
        if let Some(last) = runs.last_mut() {
            // A run stays within the 121 months of the longest plan.
            last.count += gap.unwrap_or(0) + row.len() as u16;
        }
    }
}

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
        self.post_months(rule, debit, credit, [(month, cents)]);
    }

    /// Posts the same movement in many months, as [`Self::post`] does in one.
    pub(crate) fn post_months(
        &mut self,
        rule: Rule,
        debit: AccountIndex,
        credit: AccountIndex,
        months: impl IntoIterator<Item = (Month, i64)>,
    ) {
        let registry = self.context.registry;
        // A copy: through the reference it would be read again for every month.
        let timeline = self.context.timeline.clone();
        let inside = self.run(rule, debit, credit);
        let before = self.run(rule, registry.in_opening(debit), registry.in_opening(credit));
        // The month that would go on with the last run, which is the way of nearly all of them.
        let mut next = None;
        for (month, cents) in months {
            let Some(index) = timeline.index(month) else { continue };
            let is_inside = index != MonthIndex::OPENING;
            if cents != 0 && next == Some(index) {
                self.go_on(cents);
            } else if !self.push(if is_inside { &inside } else { &before }, index, cents) {
                continue;
            }
            next = is_inside.then_some(MonthIndex(index.0 + 1));
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
        if let Some(month) = self.context.timeline.index(month) {
            let run = self.run(Rule::Opening, debit, credit);
            self.push(&run, month, cents);
        }
    }

    /// A run without any month yet.
    fn run(&self, rule: Rule, debit: AccountIndex, credit: AccountIndex) -> Run {
        let (activity, tranche) = (self.activity, self.tranche);
        Run { start: 0, first: MonthIndex::OPENING, count: 0, debit, credit, activity, tranche, rule }
    }

    /// Goes on with the last run where it is the same movement a little earlier, else begins another;
    /// whether there was something to post.
    fn push(&mut self, run: &Run, month: MonthIndex, cents: i64) -> bool {
        if cents == 0 || run.debit == run.credit {
            return false;
        }
        let last = self.sheet.runs.last();
        if let Some(gap) = last.and_then(|last| last.gap_before(run, month)) {
            (0..gap).for_each(|_| self.go_on(0));
        } else {
            let start = self.sheet.cents.len() as u32;
            self.sheet.runs.push(Run { start, first: month, count: 0, ..*run });
        }
        self.go_on(cents);
        true
    }

    /// Adds a month to the last run.
    fn go_on(&mut self, cents: i64) {
        if let Some(last) = self.sheet.runs.last_mut() {
            last.count += 1;
            self.sheet.cents.push(cents);
        }
    }
}

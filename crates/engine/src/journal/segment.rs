//! The entries of one plan item.
//!
//! Nearly every movement comes back month after month, so a segment keeps runs: the movement once, and its
//! cents of each month in a row. They take a third of the room of entries written out, and sums go through
//! them several times faster.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::ops::Range;

use crate::cash::CashRow;
use crate::id::ItemId;
use crate::journal::book::Book;
use crate::journal::{AccountIndex, ActivityIndex, Entry, Rule, SourceIndex, TrancheIndex};
use crate::timeline::MonthIndex;

/// A movement in months that follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// Where its cents begin.
    pub(super) start: u32,
    pub(crate) first: MonthIndex,
    /// How many months.
    pub(super) count: u16,
    pub(crate) debit: AccountIndex,
    pub(crate) credit: AccountIndex,
    pub(crate) activity: ActivityIndex,
    pub(crate) tranche: TrancheIndex,
    pub(crate) rule: Rule,
}

/// More empty months than this cost more room than another run.
pub(super) const LONGEST_GAP: u16 = 3;

impl Run {
    /// Writes its cents once more where others come after them, so that it can go on.
    pub(super) fn move_to_end(&mut self, cents: &mut Vec<i64>) {
        let range = self.range();
        if range.end != cents.len() {
            self.start = cents.len() as u32;
            cents.extend_from_within(range);
        }
    }

    /// The empty months between this run and `month` of `other`, where both are the same movement and the
    /// gap is worth keeping.
    pub(super) fn gap_before(&self, other: &Self, month: MonthIndex) -> Option<u16> {
        let movement = |run: &Self| (run.debit, run.credit, run.activity, run.tranche, run.rule);
        let gap = month.0.checked_sub(self.first.0 + self.count)?;
        (gap <= LONGEST_GAP && movement(self) == movement(other)).then_some(gap)
    }

    pub(super) fn range(&self) -> Range<usize> {
        let start = self.start as usize;
        start..start + usize::from(self.count)
    }
}

/// The entries of one plan item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The item.
    pub item: ItemId,
    /// The cash row of its own money, where the rule does not say it: lines and agreements.
    pub own_row: CashRow,
    source: SourceIndex,
    runs: Arc<[Run]>,
    /// The cents of all runs, some of which share them; below zero where the movement goes the other way, zero
    /// where there is none.
    cents: Arc<[i64]>,
}

impl Segment {
    /// The segment of an item whose cash rows follow from its rules.
    pub(crate) fn new(item: ItemId, book: &Book<'_>) -> Self {
        let (runs, cents) = (book.sheet.runs.as_slice().into(), book.sheet.cents.as_slice().into());
        Self { item, own_row: CashRow::Readings, source: book.source, runs, cents }
    }

    /// Whether it has no entry.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Its entries, in the order of their rules.
    pub fn entries(&self) -> impl Iterator<Item = Entry> + '_ {
        self.runs().flat_map(|(run, cents)| {
            let months = (run.first.0..).zip(cents).filter(|(_, cents)| **cents != 0);
            months.map(|(month, cents)| self.entry(run, MonthIndex(month), *cents))
        })
    }

    fn entry(&self, run: &Run, month: MonthIndex, cents: i64) -> Entry {
        let (debit, credit) = if cents > 0 { (run.debit, run.credit) } else { (run.credit, run.debit) };
        Entry {
            amount_cents: cents.saturating_abs(),
            source: self.source,
            month,
            debit,
            credit,
            activity: run.activity,
            tranche: run.tranche,
            rule: run.rule,
        }
    }

    /// Whether another one posts the very same; quick for one that was taken over.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let is_shared = Arc::ptr_eq(&self.runs, &other.runs) && Arc::ptr_eq(&self.cents, &other.cents);
        match is_shared {
            true => (self.item, self.own_row, self.source) == (other.item, other.own_row, other.source),
            false => self == other,
        }
    }

    /// Each movement with its cents, month by month from its first.
    pub(crate) fn runs(&self) -> impl Iterator<Item = (&Run, &[i64])> {
        self.runs.iter().map(|run| (run, self.cents.get(run.range()).unwrap_or_default()))
    }

    /// The same without the opening: each movement, the first month that it has from there on, counted from 0,
    /// and its cents.
    pub(crate) fn runs_inside(&self) -> impl Iterator<Item = (&Run, usize, &[i64])> {
        self.runs().map(|(run, cents)| match usize::from(run.first.0).checked_sub(1) {
            Some(first) => (run, first, cents),
            None => (run, 0, cents.get(1..).unwrap_or_default()),
        })
    }

    /// The same entries for other activities.
    pub(crate) fn with_activities(&self, moved: impl Fn(ActivityIndex) -> ActivityIndex) -> Self {
        let runs = self.runs.iter().map(|run| Run { activity: moved(run.activity), ..*run });
        Self { runs: runs.collect(), ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::LineId;
    use crate::schedule::ScheduleRule;
    use crate::testing::{amount, everything, line, plan};
    use crate::timing::Timing;

    #[test]
    fn a_run_takes_20_bytes() {
        assert_eq!(size_of::<Run>(), 20);
    }

    #[test]
    fn a_payment_that_follows_its_bill_keeps_no_amounts_of_its_own() {
        let mut plan = plan(1, "0");
        let rent = ScheduleRule::Monthly(amount("850"));
        plan.lines.push(Arc::new(line(10, 613, rent, Timing::After { months: 1 })));
        let view = everything(&plan);
        let segment = view.segments().iter().find(|segment| segment.item == LineId(10).into()).unwrap();
        // Bills of January to December, payments of February to December.
        let counts: Vec<usize> = segment.runs().map(|(_, cents)| cents.len()).collect();
        assert_eq!(counts, [12, 11]);
        assert_eq!(segment.cents.len(), 12);
    }

    #[test]
    fn a_run_that_shares_its_amounts_writes_them_again_to_go_on() {
        let mut plan = plan(1, "0");
        plan.lines.push(Arc::new(line(10, 613, ScheduleRule::Monthly(amount("1")), Timing::SameMonth)));
        let view = everything(&plan);
        let segment = view.segments().iter().find(|segment| segment.item == LineId(10).into()).unwrap();
        let mut run = Run { start: 0, count: 2, ..segment.runs[0] };
        let mut cents = Vec::from([1, 2, 3]);
        run.move_to_end(&mut cents);
        assert_eq!((run.start, cents.as_slice()), (3, &[1, 2, 3, 1, 2][..]));
        run.move_to_end(&mut cents);
        assert_eq!((run.start, cents.len()), (3, 5));
    }
}

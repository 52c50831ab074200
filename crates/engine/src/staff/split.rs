//! How what a position costs is split over its activities, month by month.

use alloc::vec::Vec;

use super::position::Position;
use super::weights::TimeWeights;
use crate::account::AccountNumber;
use crate::base::shared_rows::SharedRows;
use crate::base::sharing::Sharing;
use crate::journal::{ActivityIndex, Book, Context, Rule};
use crate::month::Month;
use crate::row::Row;

/// The structure and the activities of a position, each with its part of every month.
pub(super) struct Split {
    activities: Vec<ActivityIndex>,
    /// Their parts, each from its month on.
    sharings: Vec<(Month, Option<Sharing>)>,
}

impl Split {
    pub(super) fn new(position: &Position, first: Month, last: Month, context: &Context<'_>) -> Self {
        let time = TimeWeights::new(position, context.frame, context.registry);
        let mut sharings = Vec::new();
        for month in (0..=last.since(first)).map(|n| first.plus(n)) {
            if sharings.is_empty() || time.change_in(month) {
                let weights: Vec<u128> = time.at(month).into_iter().map(u128::from).collect();
                sharings.push((month, Sharing::new(&weights)));
            }
        }
        Self { activities: time.activities().collect(), sharings }
    }

    /// Posts a row, each month shared out over the activities.
    pub(super) fn post(
        &self,
        rule: Rule,
        debit: AccountNumber,
        credit: AccountNumber,
        row: &Row,
        book: &mut Book<'_>,
    ) {
        if row.cents.iter().all(|cents| *cents == 0) {
            return;
        }
        let (debit, credit) = (book.account(debit), book.account(credit));
        let count = row.cents.len();
        let mut shared = SharedRows::new(self.activities.len(), count);
        let mut end = count;
        for (since, sharing) in self.sharings.iter().rev() {
            let start = (since.since(row.first).max(0) as usize).min(end);
            if let Some(sharing) = sharing {
                shared.share_out(sharing, start, &row.cents[start..end]);
            }
            end = start;
        }
        shared.for_each(|place, cents| {
            let row = Row { first: row.first, cents: cents.to_vec() };
            book.for_activity(self.activities[place]).post_row(rule, debit, credit, &row);
        });
        book.for_activity(ActivityIndex::STRUCTURE);
    }
}

//! What stands on each activity in the books.

use previ_engine::journal::{AccountIndex, ActivityIndex};
use previ_engine::view::View;

/// Charges and income by place of activity, then year, without those below.
pub(super) struct OwnAmounts {
    years: usize,
    costs: Vec<i64>,
    income: Vec<i64>,
}

impl OwnAmounts {
    pub(super) fn new(view: &View) -> Self {
        let (years, activities) = (view.timeline().year_count(), view.registry().activity_count());
        let (mut costs, mut income) = (vec![0; years * activities], vec![0; years * activities]);
        let accounts = view.registry().accounts();
        let classes: Vec<u8> = accounts.iter().map(|account| account.number.class()).collect();
        let class = |index: AccountIndex| classes.get(usize::from(index.0)).copied().unwrap_or(0);
        for entry in view.entries() {
            let Some(year) = view.timeline().year_of(entry.month) else { continue };
            let ActivityIndex(activity) = entry.activity;
            let place = usize::from(activity) * years + year;
            for (index, cents) in [(entry.debit, entry.amount_cents), (entry.credit, -entry.amount_cents)] {
                match class(index) {
                    6 => costs[place] += cents,
                    7 => income[place] -= cents,
                    _ => {}
                }
            }
        }
        Self { years, costs, income }
    }

    pub(super) fn sum(&self, chosen: &dyn Fn(usize) -> bool) -> (Vec<i64>, Vec<i64>) {
        let total = |cents: &[i64]| {
            let mut total = vec![0; self.years];
            for (_, part) in cents.chunks(self.years).enumerate().filter(|(place, _)| chosen(*place)) {
                for (total, part) in total.iter_mut().zip(part) {
                    *total += part;
                }
            }
            total
        };
        (total(&self.costs), total(&self.income))
    }
}

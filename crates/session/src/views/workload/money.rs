//! What days cost, and who pays them.

use std::collections::BTreeMap;

use previ_engine::days::Days;
use previ_engine::funding_reasons::PayerId;
use previ_engine::money::to_cents;
use previ_engine::workload::{ActivityTime, PositionLoad};

/// Days and what they cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct CostOfDays {
    pub(super) days: Days,
    pub(super) cents: i64,
}

/// What the days of a cell cost in a fiscal year.
///
/// Days follow the euros: those paid and those that nobody pays are the cost over what a day costs on
/// average, so that together they give the cost in the books.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct DaysMoney {
    pub(super) paid: BTreeMap<PayerId, CostOfDays>,
    pub(super) unpaid: CostOfDays,
}

impl CostOfDays {
    fn add(&mut self, load: &PositionLoad, days: Days, year: usize) {
        self.days += days;
        let one = load.cost_per_day(year).unwrap_or_default();
        self.cents += one.checked_mul(days.value()).map_or(0, to_cents);
    }
}

impl DaysMoney {
    /// Adds the days of a position on an activity.
    pub(super) fn add(&mut self, load: &PositionLoad, time: &ActivityTime, year: usize) {
        for paid in &time.paid {
            let days = paid.days.get(year).copied().unwrap_or_default();
            if !days.is_zero() {
                self.paid.entry(paid.payer).or_default().add(load, days, year);
            }
        }
        self.unpaid.add(load, time.unpaid.get(year).copied().unwrap_or_default(), year);
    }

    pub(super) fn paid_cents(&self) -> i64 {
        self.paid.values().map(|paid| paid.cents).sum()
    }

    pub(super) fn cost_cents(&self) -> i64 {
        self.paid_cents() + self.unpaid.cents
    }
}

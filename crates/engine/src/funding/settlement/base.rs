//! The base of a line: the cost it may pay, indirect cost at a flat rate, contributions in kind.

use alloc::vec::Vec;

use crate::funding::cells::{CellKey, Cells};
use crate::funding::settlement::line::FundedLine;
use crate::funding::settlement::nature::nature;
use crate::journal::ActivityIndex;
use crate::registry::Registry;
use crate::rule::{CostNature, FlatRateBase, PaymentRule};
use crate::side::Side;

/// Which activities the cost and the contributions of a line are of.
fn activities(line: &FundedLine, registry: &Registry) -> Vec<bool> {
    registry.subtree(registry.activity(line.line().activity).0)
}

/// Adds to each line what its base has beside its eligible cost: which part of that is staff, where a flat
/// rate is taken of it, and contributions in kind.
pub(crate) fn complete(lines: &mut [FundedLine], cells: &Cells, registry: &Registry) {
    for line in lines {
        let eligible = &line.agreement.eligible;
        // Carried money may pay later costs, which are not of the base.
        line.direct_to_cents = running(line.eligible_cents[..line.months.len()].iter().copied());
        if eligible.flat_rate.is_some_and(|flat| flat.of == FlatRateBase::StaffCost) {
            let is_staff =
                |key: &CellKey| nature(key, registry.account_at(key.account).number) == CostNature::Staff;
            let staff = eligible_cents(line, cells, registry, is_staff);
            line.staff_to_cents = running(staff.into_iter());
        }
        if eligible.in_kind {
            let mut given = alloc::vec![0; line.months.len()];
            let below = activities(line, registry);
            let inside = |activity: &ActivityIndex| below[usize::from(activity.0)];
            for (_, cents) in cells.in_kind.iter().filter(|(activity, _)| inside(activity)) {
                Side::Plus.add_all(&mut given, &cents[line.months.clone()]);
            }
            line.in_kind_to_cents = running(given.into_iter());
        }
    }
}

/// The eligible cost of a line in each month of its period, of the cells that `is` wants: for lines that look at
/// their cost before costs are sorted into classes, or at a part of it.
pub(crate) fn eligible_cents(
    line: &FundedLine,
    cells: &Cells,
    registry: &Registry,
    is: impl Fn(&CellKey) -> bool,
) -> Vec<i64> {
    let mut sums = alloc::vec![0; line.months.len()];
    let below = activities(line, registry);
    for (key, cents) in cells.costs.iter().filter(|(key, _)| below[usize::from(key.activity.0)]) {
        let account = registry.account_at(key.account).number;
        if key.may_be_paid_by(&line.agreement, account) && is(key) {
            Side::Plus.add_all(&mut sums, &cents[line.months.clone()]);
        }
    }
    sums
}

/// The sum up to the end of each month.
fn running(cents: impl Iterator<Item = i64>) -> Vec<i64> {
    let sums = cents.scan(0_i64, |sum, cents| {
        *sum = sum.saturating_add(cents);
        Some(*sum)
    });
    sums.collect()
}

impl FundedLine {
    /// A running sum up to the end of a month of the horizon, counted from 0; nothing below zero.
    fn to(&self, month: usize, running: &[i64]) -> i64 {
        let place = month.checked_sub(self.months.start);
        place.and_then(|place| running.get(place).or(running.last())).copied().unwrap_or(0).max(0)
    }

    /// The cost that it may pay up to the end of a month of the horizon, counted from 0, whoever pays it.
    pub(crate) fn direct_cents(&self, month: usize) -> i64 {
        self.to(month, &self.direct_to_cents)
    }

    /// Its base up to the end of a month of the horizon, counted from 0.
    pub(crate) fn base_cents(&self, month: usize) -> i64 {
        let direct = self.direct_cents(month);
        if self.agreement.eligible.flat_rate.is_none() && self.in_kind_to_cents.is_empty() {
            return direct;
        }
        direct.saturating_add(self.flat_cents(month)).saturating_add(self.to(month, &self.in_kind_to_cents))
    }

    /// Indirect cost at a flat rate up to the end of a month.
    fn flat_cents(&self, month: usize) -> i64 {
        self.agreement.eligible.flat_rate.map_or(0, |flat| {
            let of = match flat.of {
                FlatRateBase::DirectCost => self.direct_cents(month),
                FlatRateBase::StaffCost => self.to(month, &self.staff_to_cents),
            };
            flat.rate.of_cents(of).max(0)
        })
    }

    /// What the funder pays of that at most.
    pub(crate) fn flat_money_cents(&self, month: usize) -> i64 {
        match self.agreement.payment {
            PaymentRule::Rate(rate) => {
                self.weight.of_cents(rate.of_cents(self.flat_cents(month)).max(0)).max(0)
            }
            PaymentRule::General | PaymentRule::Fixed(_) | PaymentRule::Scale => self.flat_cents(month),
        }
    }

    /// The cost of its own period that it may pay in each fiscal year of the horizon.
    pub(crate) fn base_by_year(&self, years: usize) -> Vec<i64> {
        let mut base = alloc::vec![0; years];
        for month in self.months.clone() {
            base[month / 12] += self.eligible_cents_in(month);
        }
        base.iter_mut().for_each(|cents: &mut i64| *cents = (*cents).max(0));
        base
    }
}

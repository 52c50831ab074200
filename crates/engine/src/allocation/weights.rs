//! What each activity weighs in a key.
//!
//! The weights of a fiscal year are fixed. An activity takes part in the months in which it is there: typed
//! parts and floor area count as they are in each of them, days, full-time equivalents and direct costs are
//! those of the year, spread evenly over them.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::ops::Range;

use rust_decimal::Decimal;

use super::time::StaffTime;
use crate::account::AccountNumber;
use crate::base::sharing::Sharing;
use crate::cubes::Cubes;
use crate::id::ActivityId;
use crate::journal::{ActivityIndex, Segment, accounts};
use crate::money::Quantity;
use crate::pool::AllocationKey;
use crate::registry::{Account, Registry};
use crate::schedule::Window;
use crate::timeline::Timeline;

/// Months of a fiscal year with the same activities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slice {
    /// The months of the horizon, from 0.
    pub(crate) months: Range<usize>,
    /// The parts of all activities in the order of the tree, the structure first; none where the key sums to
    /// zero.
    pub(crate) sharing: Option<Sharing>,
}

/// What keys look at.
pub(crate) struct Grounds<'a> {
    pub(crate) registry: &'a Registry,
    pub(crate) timeline: &'a Timeline,
    pub(crate) time: &'a StaffTime,
    /// Direct costs of each activity by fiscal year, in cents.
    pub(crate) direct: &'a [Vec<i64>],
    /// The months in which each activity is there, by its place; empty where it does not take place.
    pub(crate) there: Vec<Range<usize>>,
    /// Activities in the order of the tree, without the structure.
    pub(crate) order: Vec<ActivityIndex>,
}

/// The least common multiple of 1 to 12: a year's weight is divided among its months without a rest.
const MONTHS: u128 = 27_720;

impl Grounds<'_> {
    /// The slices of a key, over the whole horizon.
    pub(crate) fn slices(&self, key: &AllocationKey) -> Vec<Slice> {
        let mut slices = Vec::new();
        for year in 0..self.timeline.year_count() {
            let weights = self.weights(key, year);
            let months = year * 12..year * 12 + 12;
            let edges = weights.iter().flat_map(|(activity, _)| {
                let there = &self.there[usize::from(activity.0)];
                [there.start, there.end]
            });
            let mut cuts: Vec<usize> = edges.filter(|edge| months.contains(edge)).collect();
            cuts.extend([months.start, months.end]);
            cuts.sort_unstable();
            cuts.dedup();
            let kept = match key {
                AllocationKey::DaysAvailable => Some(self.time.available[year] * (MONTHS / 12)),
                _ => None,
            };
            for cut in cuts.windows(2) {
                slices.push(self.slice(cut[0]..cut[1], &weights, kept));
            }
        }
        slices
    }

    /// What each activity weighs in a month of a fiscal year in which it is there.
    fn weights(&self, key: &AllocationKey, year: usize) -> Vec<(ActivityIndex, u128)> {
        let monthly = |activity: ActivityIndex, of_year: u128| {
            let there = &self.there[usize::from(activity.0)];
            let months = there.end.min(year * 12 + 12).saturating_sub(there.start.max(year * 12));
            of_year.saturating_mul(MONTHS).checked_div(months as u128).unwrap_or(0)
        };
        let weight = |activity: ActivityIndex| {
            let at = usize::from(activity.0);
            match key {
                AllocationKey::Days | AllocationKey::DaysAvailable => {
                    monthly(activity, self.time.days[at][year])
                }
                AllocationKey::FullTimeEquivalents => monthly(activity, self.time.full_time[at][year]),
                AllocationKey::DirectCost => {
                    monthly(activity, u128::from(self.direct[at][year].max(0).unsigned_abs()))
                }
                AllocationKey::FloorArea(parts) | AllocationKey::Shares(parts) => self.typed(parts, activity),
            }
        };
        let weighed = self.order.iter().map(|activity| (*activity, weight(*activity)));
        weighed.filter(|(_, weight)| *weight > 0).collect()
    }

    fn typed(&self, parts: &BTreeMap<ActivityId, Quantity>, activity: ActivityIndex) -> u128 {
        let part = self.registry.activity_at(activity).and_then(|id| parts.get(&id));
        let millionths = part.map_or(Decimal::ZERO, |part| part.value() * Decimal::from(1_000_000));
        u128::try_from(millionths.mantissa() / 10_i128.pow(millionths.scale())).unwrap_or(0)
    }

    fn slice(&self, months: Range<usize>, weights: &[(ActivityIndex, u128)], kept: Option<u128>) -> Slice {
        let is_there = |activity: ActivityIndex| self.there[usize::from(activity.0)].contains(&months.start);
        let mut present = weights.iter().filter(|(activity, _)| is_there(*activity)).peekable();
        let weight = |activity: &ActivityIndex| {
            present.next_if(|(next, _)| next == activity).map_or(0, |(_, weight)| *weight)
        };
        let of_activities: Vec<u128> = self.order.iter().map(weight).collect();
        let kept = kept.map_or(0, |kept| kept.saturating_sub(of_activities.iter().sum()));
        let weights: Vec<u128> = core::iter::once(kept).chain(of_activities).collect();
        Slice { months, sharing: Sharing::new(&weights) }
    }
}

/// The months of the horizon, from 0, in which an activity is there.
pub(crate) fn months_there(window: Window, timeline: &Timeline) -> Range<usize> {
    let last = timeline.month_count() as i32;
    let from = window.from.map_or(0, |from| from.since(timeline.first()).clamp(0, last));
    let to = window.to.map_or(last, |to| (to.since(timeline.first()) + 1).clamp(from, last));
    from as usize..to as usize
}

/// Direct costs by activity and fiscal year: accounts 60 to 65, and depreciation less what investment grants
/// release of it. They are those of `sums` and of the segments that are not counted in them.
pub(crate) fn direct_costs<'a>(
    sums: &Cubes,
    others: impl Iterator<Item = &'a Segment>,
    registry: &Registry,
    timeline: &Timeline,
) -> Vec<Vec<i64>> {
    let is_direct = |number: AccountNumber| {
        matches!(number.prefix(2), 60..=65)
            || number.is_under(accounts::DEPRECIATION_CHARGE)
            || number.is_under(accounts::INVESTMENT_GRANT_INCOME)
    };
    let is_direct = |account: &Account| account.treasury.is_none() && is_direct(account.number);
    let counts: Vec<bool> = registry.accounts().iter().map(is_direct).collect();
    let mut found = alloc::vec![alloc::vec![0; timeline.year_count()]; registry.activity_count()];
    for (place, years) in found.iter_mut().enumerate().skip(1) {
        sums.add_flows_of(ActivityIndex(place as u16), &counts, years);
    }
    for (run, first, cents) in others.flat_map(Segment::runs_inside) {
        let sign = i64::from(counts[usize::from(run.debit.0)]) - i64::from(counts[usize::from(run.credit.0)]);
        if sign == 0 || run.activity == ActivityIndex::STRUCTURE {
            continue;
        }
        let years = &mut found[usize::from(run.activity.0)];
        for (month, cents) in (first..).zip(cents) {
            if let Some(cell) = years.get_mut(month / 12) {
                *cell += sign * cents;
            }
        }
    }
    found
}

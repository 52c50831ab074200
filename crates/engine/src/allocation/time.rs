//! The days that keys by time look at.

use alloc::vec::Vec;

use crate::condition::Condition;
use crate::journal::Context;
use crate::money::Percent;
use crate::month::Month;
use crate::plan::Plan;
use crate::schedule::stepped;
use crate::staff::weigh_time;

/// Days and full-time equivalents by fiscal year, in parts of a day and of a month that only keys compare.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct StaffTime {
    /// Days planned on each activity, by its place.
    pub(crate) days: Vec<Vec<u128>>,
    /// Days meant for activities, planned or not.
    pub(crate) available: Vec<u128>,
    /// Full-time equivalents on each activity, by its place.
    pub(crate) full_time: Vec<Vec<u128>>,
}

/// How many decimals a day has here: those of a share of time, those of a share of full time, and some for shares
/// that are reduced.
pub(crate) const DAY_DECIMALS: u32 = 16 + FINER_DECIMALS;

/// The decimals that only shares above the whole need.
pub(crate) const FINER_DECIMALS: u32 = 6;

const FINER: u128 = 1_000_000;

const WHOLE: u64 = 100_000_000;

/// What positions that take place are planned for.
pub(crate) fn staff_time(
    plan: &Plan,
    context: &Context<'_>,
    takes_place: &[bool],
    holds: &dyn Fn(&Condition) -> bool,
) -> StaffTime {
    let timeline = context.timeline();
    let none = || alloc::vec![0_u128; timeline.year_count()];
    let working: Vec<u8> = timeline.months().map(working_days).collect();
    let mut found = StaffTime {
        days: takes_place.iter().map(|_| none()).collect(),
        available: none(),
        full_time: takes_place.iter().map(|_| none()).collect(),
    };
    for position in plan.positions.iter().filter(|position| position.only_if.as_ref().is_none_or(holds)) {
        let activities: Vec<_> =
            position.time.iter().map(|share| context.activity(Some(share.activity))).collect();
        let operational = position.operational_share.map_or(WHOLE, Percent::millionths);
        // Made anew where an activity begins or ends.
        let mut weights: Option<Vec<u64>> = None;
        for (place, (month, working)) in timeline.months().zip(&working).enumerate() {
            if month < position.from || position.to.is_some_and(|to| month > to) {
                continue;
            }
            let hours = &position.contract.working_time;
            let full = if hours.range(..=month).next().is_none() {
                WHOLE
            } else {
                stepped(hours, &month).millionths()
            };
            let full_days = u128::from(*working) * u128::from(full) * FINER;
            found.available[place / 12] += full_days * u128::from(operational);
            if activities.iter().any(|(_, window)| window.has_edge_at(month)) {
                weights = None;
            }
            let weights = weights.get_or_insert_with(|| weigh_time(position, &activities, month));
            let whole: u64 = weights.iter().sum();
            for (weight, (activity, _)) in weights.iter().skip(1).zip(&activities) {
                let at = usize::from(activity.0);
                if at == 0 || !takes_place[at] {
                    continue;
                }
                // Shares above the whole are reduced in proportion.
                let reduced = |parts: u128| parts * u128::from(WHOLE) / u128::from(whole.max(WHOLE));
                found.days[at][place / 12] += reduced(u128::from(*weight) * full_days);
                let full_time = u128::from(*weight) * u128::from(full) * FINER;
                found.full_time[at][place / 12] += reduced(full_time);
            }
        }
    }
    found
}

/// Mondays to Fridays of a month.
fn working_days(month: Month) -> u8 {
    let (year, number) = (month.year(), i32::from(month.number()));
    // Zeller's congruence, January and February counted with the year before; 0 is a Saturday.
    let (y, m) = if number < 3 { (year - 1, number + 12) } else { (year, number) };
    let first =
        (1 + 13 * (m + 1) / 5 + y + y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400)).rem_euclid(7);
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let length = match number {
        2 => 28 + i32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let is_worked = |day: &i32| (first + day).rem_euclid(7) > 1;
    (0..length).filter(is_worked).count() as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::month;

    #[test]
    fn months_have_their_mondays_to_fridays() {
        // January 2027 begins on a Friday: 21; February 2027 on a Monday: 20; February 2028 has 29 days from a
        // Tuesday: 21. The year 2026 has 261.
        assert_eq!(["2027-01", "2027-02", "2028-02"].map(|name| working_days(month(name))), [21, 20, 21]);
        assert_eq!((0..12).map(|n| u32::from(working_days(month("2026-01").plus(n)))).sum::<u32>(), 261);
    }
}

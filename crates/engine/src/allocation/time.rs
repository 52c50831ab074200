//! The days that keys by time look at.

use alloc::vec::Vec;

use super::keys::Presence;
use crate::journal::Context;
use crate::money::Percent;
use crate::plan::Plan;
use crate::time_weights::{TimeWeights, WHOLE};
use crate::working_days::{calendar, parts_in, working_time};

/// What keeps parts of a month whole numbers where shares are reduced.
const FINER: u128 = 1_000_000;

/// Days and full-time equivalents by fiscal year: days in [`PARTS`], full-time equivalents in parts of a month that
/// only keys compare.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct StaffTime {
    /// Days planned on each activity, by its place.
    pub(crate) days: Vec<Vec<u128>>,
    /// Days meant for activities, planned or not; lent ones are nobody's here.
    pub(crate) available: Vec<u128>,
    /// Full-time equivalents on each activity, by its place.
    pub(crate) full_time: Vec<Vec<u128>>,
}

/// What positions that take place are planned for.
pub(crate) fn staff_time(plan: &Plan, context: &Context<'_>, there: Presence<'_>) -> StaffTime {
    let timeline = context.timeline();
    let none = || alloc::vec![0_u128; timeline.year_count()];
    let mut found = StaffTime {
        days: there.takes_place.iter().map(|_| none()).collect(),
        available: none(),
        full_time: there.takes_place.iter().map(|_| none()).collect(),
    };
    let employer = &context.frame.association.employer;
    let years = timeline.fiscal_years().into_iter();
    let calendar: Vec<u128> = years.flat_map(|year| calendar(employer, year)).collect();
    for position in plan.positions.iter().filter(|position| there.holds(&position.only_if)) {
        let weights = TimeWeights::new(position, context.frame, context.registry);
        let activities: Vec<_> = weights.activities().collect();
        let operational = u128::from(position.operational_share.map_or(WHOLE, Percent::millionths));
        // What holds until the weights or the working time change: weights, their whole, what is meant for
        // activities, full-time equivalents.
        let (mut shares, mut whole, mut meant, mut full_time) = (Vec::new(), 1, 0, (0, Vec::new()));
        for (place, (month, days)) in timeline.months().zip(&calendar).enumerate() {
            let changes = place == 0 || weights.change_in(month);
            if changes {
                shares = weights.at(month);
                // Shares above the whole are reduced in proportion.
                whole = u128::from(shares.iter().sum::<u64>().max(WHOLE));
                meant = u128::from(WHOLE - weights.lent_at(month)) * operational;
            }
            let working_time = working_time(position, month);
            if changes || working_time != full_time.0 {
                let of = |weight: &u64| part(working_time * FINER, u128::from(*weight), whole);
                full_time = (working_time, shares.iter().map(of).collect());
            }
            let (year, days) = (place / 12, parts_in(position, month, *days));
            if days == 0 {
                continue;
            }
            found.available[year] += part(days, meant, u128::from(WHOLE).pow(2));
            let shares = shares.iter().zip(&full_time.1).zip(&activities).skip(1);
            for ((weight, full_time), activity) in shares {
                let at = usize::from(activity.0);
                if *weight > 0 && at > 0 && there.takes_place[at] {
                    found.days[at][year] += part(days, u128::from(*weight), whole);
                    found.full_time[at][year] += full_time;
                }
            }
        }
    }
    found
}

/// The part that a weight has of a whole, rounded down.
fn part(amount: u128, weight: u128, whole: u128) -> u128 {
    if weight == whole { amount } else { amount * weight / whole }
}

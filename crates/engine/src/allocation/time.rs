//! The days that keys by time look at.

use alloc::vec::Vec;

use crate::condition::Condition;
use crate::journal::Context;
use crate::money::Percent;
use crate::plan::Plan;
use crate::time_weights::{TimeWeights, WHOLE};
use crate::working_days::{available_parts, working_time};

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
pub(crate) fn staff_time(
    plan: &Plan,
    context: &Context<'_>,
    takes_place: &[bool],
    holds: &dyn Fn(&Condition) -> bool,
) -> StaffTime {
    let timeline = context.timeline();
    let none = || alloc::vec![0_u128; timeline.year_count()];
    let mut found = StaffTime {
        days: takes_place.iter().map(|_| none()).collect(),
        available: none(),
        full_time: takes_place.iter().map(|_| none()).collect(),
    };
    for position in plan.positions.iter().filter(|position| position.only_if.as_ref().is_none_or(holds)) {
        let weights = TimeWeights::new(position, context.frame, context.registry);
        let activities: Vec<_> = weights.activities().collect();
        let operational = u128::from(position.operational_share.map_or(WHOLE, Percent::millionths));
        for (year, fiscal_year) in timeline.fiscal_years().into_iter().enumerate() {
            let days = available_parts(position, &context.frame.association.employer, fiscal_year);
            for (month, days) in fiscal_year.months().zip(days).filter(|(_, days)| *days > 0) {
                let own = u128::from(WHOLE - weights.lent_at(month));
                found.available[year] += days * own * operational / u128::from(WHOLE).pow(2);
                let weights = weights.at(month);
                let full_time = working_time(position, month);
                // Shares above the whole are reduced in proportion.
                let whole = u128::from(weights.iter().sum::<u64>().max(WHOLE));
                for (weight, activity) in weights.iter().zip(&activities).skip(1) {
                    let at = usize::from(activity.0);
                    if at > 0 && takes_place[at] {
                        found.days[at][year] += days * u128::from(*weight) / whole;
                        found.full_time[at][year] += full_time * FINER * u128::from(*weight) / whole;
                    }
                }
            }
        }
    }
    found
}

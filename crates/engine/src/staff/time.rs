//! Where the time of a position goes.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::position::Position;
use crate::id::ActivityId;
use crate::journal::ActivityIndex;
use crate::money::{Percent, Quantity};
use crate::month::Month;
use crate::schedule::Window;

/// A share of a position's time (*temps par action*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeShare {
    /// The activity.
    pub activity: ActivityId,
    /// Share of the position's time, 50 meaning 50 %.
    pub share: Percent,
}

/// Days of a position really worked for an activity (*temps réalisé*); shown beside the plan, never posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkedDays {
    /// The activity.
    pub activity: ActivityId,
    /// The fiscal year, by the calendar year in which it begins.
    pub year: i32,
    /// How many, halves and quarters too.
    pub days: Quantity,
}

/// Weights of the structure and of each share of time in `month`: an activity outside its dates leaves
/// its time to the structure, shares above 100 % in all are reduced in proportion.
pub(super) fn weigh_time(
    position: &Position,
    activities: &[(ActivityIndex, Window)],
    month: Month,
) -> Vec<u64> {
    let mut weights = alloc::vec![0];
    // Millionths of a percent: the precision of a percentage.
    let mut left: u64 = 100_000_000;
    for (share, (_, window)) in position.time.iter().zip(activities) {
        let weight = if window.contains(month) { share.share.millionths() } else { 0 };
        weights.push(weight);
        left = left.saturating_sub(weight);
    }
    weights[0] = left;
    weights
}

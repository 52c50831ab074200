//! Scales: aids to a post and service payments, earned month by month whatever the cost.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::funding::settlement::line::FundedLine;
use crate::funding::settlement::{Movement, MovementKind};
use crate::money::spread;
use crate::month::Month;
use crate::timeline::Timeline;

/// What a line earns in each month of its period: even parts of the whole. A month of the horizon in which
/// the posts it supports cost nothing earns nothing; its part is not moved.
fn parts(line: &FundedLine, timeline: &Timeline) -> Vec<(Month, i64)> {
    let (from, to) = (line.tranche().from, line.tranche().to);
    let months = to.since(from).max(0) as usize + 1;
    let supports_posts = !line.agreement.eligible.positions.is_empty();
    let is_vacant = |month: Month| {
        let place = usize::try_from(month.since(timeline.first())).ok();
        let is_inside = |place: &usize| *place < timeline.month_count();
        let place = place.filter(is_inside);
        supports_posts && place.is_some_and(|place| line.eligible_cents_in(place) <= 0)
    };
    let parts = spread(Decimal::new(line.counted_cents, 2), &alloc::vec![1; months]).collect::<Vec<_>>();
    let parts = (0..).zip(parts).map(|(n, cents)| (from.plus(n), cents));
    parts.filter(|(month, _)| !is_vacant(*month)).collect()
}

/// A line's parts, summed up.
pub(crate) struct Earned {
    /// Before the horizon.
    pub(crate) past_cents: i64,
    /// In each fiscal year of the horizon.
    pub(crate) year_cents: Vec<i64>,
}

/// Claims each part in its month, nothing before the decision.
pub(crate) fn claim(line: &FundedLine, timeline: &Timeline, movements: &mut Vec<Movement>) -> Earned {
    let mut earned = Earned { past_cents: 0, year_cents: alloc::vec![0; timeline.year_count()] };
    for (month, cents) in parts(line, timeline) {
        match usize::try_from(month.since(timeline.first()).div_euclid(12)) {
            Ok(year) => {
                if let Some(cell) = earned.year_cents.get_mut(year) {
                    *cell += cents;
                }
            }
            Err(_) => earned.past_cents += cents,
        }
        if cents > 0 {
            let month = month.max(line.tranche().decision);
            movements.push(Movement { kind: MovementKind::Claimed, month, cents });
        }
    }
    earned
}

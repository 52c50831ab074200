//! Which days of positions are paid by whom: days follow the euros assigned to the cost of posts.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::days::Days;
use crate::funding::cells::Cells;
use crate::funding::settlement::{CostClass, PostsOfClass, Source};
use crate::funding_reasons::PayerId;
use crate::id::{ActivityId, PositionId};
use crate::journal::ActivityIndex;
use crate::money::spread;
use crate::statement::choices::resettled;
use crate::statement::funding::{PaidBy, funding_by_activity};
use crate::statement::workload::{ActivityTime, PaidDays, PositionLoad, in_year};
use crate::view::View;

/// A post on an activity, or all other costs of the activity.
type Place = (ActivityIndex, Option<PositionId>);

/// What the posts and the other costs of activities cost and who pays it, by fiscal year, in cents.
struct Shares {
    years: usize,
    cost_cents: BTreeMap<Place, Vec<i64>>,
    left_cents: BTreeMap<Place, Vec<i64>>,
    paid_cents: BTreeMap<(Place, PayerId), Vec<i64>>,
}

impl Shares {
    fn pay(&mut self, place: Place, payer: PayerId, year: usize, cents: i64) {
        let years = self.years;
        let none = || alloc::vec![0_i64; years];
        if cents != 0 {
            self.left_cents.entry(place).or_insert_with(none)[year] -= cents;
            self.paid_cents.entry((place, payer)).or_insert_with(none)[year] += cents;
        }
    }
}

/// Fills in what positions cost and which of their days are paid.
pub(super) fn paid_days(view: &View, positions: &mut [PositionLoad]) {
    let shares = shares(view);
    let places: BTreeMap<PositionId, usize> =
        (0..).zip(&*positions).map(|(place, load)| (load.position, place)).collect();
    let place_of = |post: &Option<PositionId>| post.and_then(|post| places.get(&post).copied());
    for ((_, post), cents) in &shares.cost_cents {
        if let Some(place) = place_of(post) {
            let sums = &mut positions[place].cost_cents;
            sums.iter_mut().zip(cents).for_each(|(sum, cents)| *sum += cents);
        }
    }
    for load in &mut *positions {
        for year in 0..shares.years {
            let (days, all) = (in_year(&load.operational, year), in_year(&load.available, year));
            let weights = [days, all - days].map(|days| days.millionths().max(0).unsigned_abs());
            let cost = Decimal::new(load.cost_cents[year], 2);
            load.operational_cost_cents[year] = spread(cost, &weights).next().unwrap_or(0);
        }
    }
    let per_year: Vec<YearlyDays> = positions.iter().map(|load| YearlyDays::of(load, shares.years)).collect();
    for ((activity, post), left) in &shares.left_cents {
        if let Some(place) = place_of(post) {
            let activity = view.registry.activity_at(*activity);
            time_of(&mut positions[place], activity, shares.years).unpaid = per_year[place].days(left);
        }
    }
    for (((activity, post), payer), cents) in &shares.paid_cents {
        let Some(place) = place_of(post) else { continue };
        if cents.iter().any(|cents| *cents != 0) {
            let time = time_of(&mut positions[place], view.registry.activity_at(*activity), shares.years);
            time.paid.push(PaidDays { payer: *payer, days: per_year[place].days(cents) });
        }
    }
}

/// The days and the cost of a position by fiscal year, which turn cents into days.
struct YearlyDays {
    available: Vec<Days>,
    cost_cents: Vec<i64>,
}

impl YearlyDays {
    fn of(load: &PositionLoad, years: usize) -> Self {
        let available = (0..years).map(|year| in_year(&load.available, year)).collect();
        Self { available, cost_cents: load.cost_cents.clone() }
    }

    /// The days that cents of each year pay.
    fn days(&self, cents: &[i64]) -> Vec<Days> {
        let years = cents.iter().zip(self.available.iter().zip(&self.cost_cents));
        years.map(|(cents, (available, cost))| available.part((*cents).into(), (*cost).into())).collect()
    }
}

fn time_of(load: &mut PositionLoad, activity: Option<ActivityId>, years: usize) -> &mut ActivityTime {
    let place = load.time.binary_search_by_key(&activity, |time| time.activity);
    let place = place.unwrap_or_else(|place| {
        load.time.insert(place, ActivityTime::none(activity, load.available.len(), years));
        place
    });
    &mut load.time[place]
}

fn shares(view: &View) -> Shares {
    let years = view.timeline.year_count();
    let cells = view.cells_by(&view.together.with_posts_apart());
    let mut cost_cents: BTreeMap<Place, Vec<i64>> = BTreeMap::new();
    for (key, cents) in &cells.costs {
        let row = cost_cents.entry((key.activity, key.position)).or_insert_with(|| alloc::vec![0; years]);
        cents.iter().enumerate().for_each(|(month, cents)| row[month / 12] += cents);
    }
    let left_cents = cost_cents.clone();
    let mut shares = Shares { years, cost_cents, left_cents, paid_cents: BTreeMap::new() };
    if !shares.cost_cents.keys().any(|(_, post)| post.is_some()) {
        return shares;
    }
    let tied = pay_with_tied_money(view, &cells, &mut shares);
    pay_with_general_money(view, &tied, &mut shares);
    shares
}

/// Shares out what the settlement assigned; gives what each payer pays of each activity.
fn pay_with_tied_money(
    view: &View,
    cells: &Cells,
    shares: &mut Shares,
) -> BTreeMap<(ActivityIndex, PayerId), Vec<i64>> {
    let settled;
    let settlement = if view.settlement.lines.is_empty() {
        settled = resettled(view, &view.plan);
        &settled
    } else {
        &*view.settlement
    };
    let classes = settlement.classes.iter().zip(settlement.posts(cells, &view.together));
    let mut left: Vec<Vec<(Place, u64)>> = classes.map(|(class, posts)| parts(class, &posts)).collect();
    let mut tied: BTreeMap<(ActivityIndex, PayerId), Vec<i64>> = BTreeMap::new();
    for row in &settlement.rows {
        let payer = match row.source {
            Source::OwnIncome(activity) => view.registry.activity_at(activity).map(PayerId::OwnIncome),
            Source::Carried(line) | Source::New(line) => {
                let (agreement, ..) = settlement.lines[line];
                view.plan.agreements.get(agreement).map(|found| PayerId::Agreement(found.id))
            }
        };
        let (Some(payer), Some(left), Some(class)) =
            (payer, left.get_mut(row.class), settlement.classes.get(row.class))
        else {
            continue;
        };
        let weights: Vec<u64> = left.iter().map(|(_, cents)| *cents).collect();
        let paid: Vec<i64> = spread(Decimal::new(row.cents, 2), &weights).collect();
        for ((place, left), cents) in left.iter_mut().zip(paid) {
            *left = left.saturating_sub(cents.unsigned_abs());
            shares.pay(*place, payer, class.year, cents);
            let years = shares.years;
            tied.entry((place.0, payer)).or_insert_with(|| alloc::vec![0; years])[class.year] += cents;
        }
    }
    tied
}

/// A class by activity and post, in that order, what is no post's last.
fn parts(class: &CostClass, posts: &PostsOfClass) -> Vec<(Place, u64)> {
    let mut parts = Vec::new();
    for (activity, cents) in &class.parts {
        let posts = posts.iter().filter(|((of, _), _)| of == activity);
        let mut rest = *cents;
        for ((_, post), cents) in posts {
            rest -= cents;
            parts.push(((*activity, Some(*post)), (*cents).max(0).unsigned_abs()));
        }
        parts.push(((*activity, None), rest.max(0).unsigned_abs()));
    }
    parts
}

/// General grants pay what is left of an activity, its posts in proportion: one after the other in the order of
/// their ids, which the cents of posts follow.
fn pay_with_general_money(
    view: &View,
    tied: &BTreeMap<(ActivityIndex, PayerId), Vec<i64>>,
    shares: &mut Shares,
) {
    for funding in funding_by_activity(view) {
        let (activity, _) = view.registry.activity(funding.activity);
        let places: Vec<Place> =
            shares.cost_cents.keys().filter(|(of, _)| *of == activity).copied().collect();
        let mut turns: Vec<&PaidBy> = funding.paid.iter().collect();
        turns.sort_by_key(|paid| paid.agreement);
        for paid in turns {
            let payer = PayerId::Agreement(paid.agreement);
            let known = tied.get(&(activity, payer));
            for (year, cents) in paid.cents.iter().enumerate() {
                let cents = cents - known.map_or(0, |known| known[year]);
                if cents <= 0 {
                    continue;
                }
                let left = |place: &Place| shares.left_cents.get(place).map_or(0, |left| left[year]);
                let weights: Vec<u64> =
                    places.iter().map(|place| left(place).max(0).unsigned_abs()).collect();
                let parts: Vec<i64> = spread(Decimal::new(cents, 2), &weights).collect();
                for (place, cents) in places.iter().zip(parts) {
                    shares.pay(*place, payer, year, cents);
                }
            }
        }
    }
}

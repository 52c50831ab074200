//! Shared costs of the structure that reach activities by keys.

use std::collections::BTreeMap;

use previ_engine::account::AccountNumber;
use previ_engine::id::{ActivityId, PoolId, PositionId};
use previ_engine::money::Percent;
use previ_engine::month::Month;
use previ_engine::pool::AllocationKey;
use previ_engine::position::Position;
use rust_decimal::Decimal;

use super::costs::Cost;
use super::days;
use super::euros::share_out;
use super::situation::{Situation, inside, months};
use super::staff;

/// Moves what names a pool from the structure to activities: each month, each account and post by itself.
pub fn share(situation: &Situation<'_>, costs: Vec<Cost>) -> Vec<Cost> {
    type Shared = BTreeMap<(PoolId, AccountNumber, Option<PositionId>, Month), Decimal>;
    let order = tree_order(situation, None);
    let mut weights: BTreeMap<(PoolId, Month), Vec<Decimal>> = BTreeMap::new();
    for pool in &situation.plan.pools {
        for year in 0..situation.years() {
            for (month, of_month) in
                situation.year_months(year).zip(keys(situation, &costs, &order, &pool.key, year))
            {
                weights.insert((pool.id, month), of_month);
            }
        }
    }
    let mut shared = Shared::new();
    let mut found = Vec::new();
    let mut of_posts: BTreeMap<(PositionId, AccountNumber, Month), Decimal> = BTreeMap::new();
    for cost in &costs {
        if let Some(post) = cost.post {
            *of_posts.entry((post, cost.account, cost.month)).or_default() += cost.euros;
        }
    }
    for cost in costs {
        match cost.pool {
            Some(pool) if cost.activity.is_none() && weights.contains_key(&(pool, cost.month)) => {
                *shared.entry((pool, cost.account, cost.post, cost.month)).or_default() += cost.euros;
            }
            _ => found.push(cost),
        }
    }
    for ((pool, account, post, month), euros) in shared {
        let year = situation.year_of(month);
        let mut cost = |activity: Option<ActivityId>, euros: Decimal| {
            if !euros.is_zero() {
                let is_shared = activity.is_some();
                let (pool, partners_of) = (None, None);
                found.push(Cost {
                    activity,
                    account,
                    post,
                    partners_of,
                    month,
                    year,
                    euros,
                    pool,
                    is_shared,
                });
            }
        };
        let for_pool = match post {
            Some(post) => for_the_pool(situation, post, month, euros, of_posts[&(post, account, month)]),
            None => euros,
        };
        let parts = share_out(for_pool, &weights[&(pool, month)]);
        cost(None, euros - parts[1..].iter().sum::<Decimal>());
        order.iter().zip(&parts[1..]).for_each(|(activity, part)| cost(Some(*activity), *part));
    }
    found
}

/// What a post's pool gets of `idle`, the part of `all` that it costs in a month for which it works on no activity.
/// Time lent to others stays. Somebody who said how much of the time is for activities said how much is for the
/// whole house: no more than that goes to the pool.
fn for_the_pool(
    situation: &Situation<'_>,
    post: PositionId,
    month: Month,
    idle: Decimal,
    all: Decimal,
) -> Decimal {
    let Some(position) = situation.plan.positions.iter().find(|one| one.id == post) else { return idle };
    let lent = staff::lent(position, month);
    let here = Decimal::ONE_HUNDRED - lent;
    let for_house = match position.operational_share {
        Some(share) => Decimal::ONE_HUNDRED - share.value().min(Decimal::ONE_HUNDRED),
        None => Decimal::ONE_HUNDRED,
    };
    let house = here * for_house / Decimal::ONE_HUNDRED;
    let parts = share_out(all, &[lent, house, here - house]);
    let mut goes = idle - parts[0];
    if position.operational_share.is_some() && goes.abs() > parts[1].abs() {
        goes = parts[1];
    }
    // Cents of rounding: never the other way than the cost, and never more of it.
    if goes.is_sign_negative() == idle.is_sign_negative() && !idle.is_zero() {
        if goes.abs() > idle.abs() { idle } else { goes }
    } else {
        Decimal::ZERO
    }
}

/// Each activity after the one above it, by number.
fn tree_order(situation: &Situation<'_>, above: Option<ActivityId>) -> Vec<ActivityId> {
    let below = situation.plan.activities.iter().filter(|one| one.parent == above);
    let mut below: Vec<ActivityId> = below.map(|one| one.id).collect();
    below.sort_unstable();
    let with_those_below =
        |id: ActivityId| std::iter::once(id).chain(tree_order(situation, Some(id))).collect::<Vec<_>>();
    below.into_iter().flat_map(with_those_below).collect()
}

/// For each month of a fiscal year, what the structure keeps and what each activity weighs.
fn keys(
    situation: &Situation<'_>,
    costs: &[Cost],
    order: &[ActivityId],
    key: &AllocationKey,
    year: i32,
) -> Vec<Vec<Decimal>> {
    let of_months = |month: Month| {
        let weigh = |activity: &ActivityId| {
            if !is_there(situation, *activity, month) {
                return Decimal::ZERO;
            }
            let count =
                situation.year_months(year).filter(|month| is_there(situation, *activity, *month)).count();
            let evenly = |of_year: Decimal| of_year.max(Decimal::ZERO) / Decimal::from(count);
            match key {
                AllocationKey::Days | AllocationKey::DaysAvailable => {
                    evenly(time(situation, Some(*activity), year, days::available))
                }
                AllocationKey::FullTimeEquivalents => {
                    evenly(time(situation, Some(*activity), year, full_time))
                }
                AllocationKey::DirectCost => evenly(direct_cost(costs, *activity, year)),
                AllocationKey::FloorArea(parts) | AllocationKey::Shares(parts) => {
                    parts.get(activity).map_or(Decimal::ZERO, |part| part.value()).max(Decimal::ZERO)
                }
            }
        };
        let of_activities: Vec<Decimal> = order.iter().map(weigh).collect();
        let kept = if *key == AllocationKey::DaysAvailable {
            let all = time(situation, None, year, days::available) / Decimal::from(12);
            (all - of_activities.iter().sum::<Decimal>()).max(Decimal::ZERO)
        } else {
            Decimal::ZERO
        };
        let weights: Vec<Decimal> = std::iter::once(kept).chain(of_activities).collect();
        // Nobody there: all of it stays.
        if weights.iter().all(Decimal::is_zero) {
            std::iter::once(Decimal::ONE).chain(order.iter().map(|_| Decimal::ZERO)).collect()
        } else {
            weights
        }
    };
    situation.year_months(year).map(of_months).collect()
}

fn is_there(situation: &Situation<'_>, activity: ActivityId, month: Month) -> bool {
    situation.takes_place(Some(activity)) && inside(month, situation.dates(Some(activity)))
}

/// The time of all posts for an activity in a fiscal year, or their time for activities in general, as
/// `measure` measures that of a month.
fn time(
    situation: &Situation<'_>,
    activity: Option<ActivityId>,
    year: i32,
    measure: fn(&Situation<'_>, &Position, Month) -> Decimal,
) -> Decimal {
    let mut sum = Decimal::ZERO;
    for position in &situation.plan.positions {
        if !situation.holds(position.only_if.as_ref()) {
            continue;
        }
        let last = position.to.map_or(situation.last, |to| to.min(situation.last));
        for month in months(position.from, last).filter(|month| situation.year_of(*month) == year) {
            let days = measure(situation, position, month);
            match activity {
                None => {
                    let share = position.operational_share.map_or(Decimal::ONE_HUNDRED, Percent::value);
                    let here = Decimal::ONE_HUNDRED - staff::lent(position, month);
                    sum += days * here / Decimal::ONE_HUNDRED * share / Decimal::ONE_HUNDRED;
                }
                Some(_) => {
                    let (activities, weights) = staff::time(situation, position, month);
                    let whole: Decimal = weights.iter().sum();
                    for (of, weight) in activities.iter().zip(weights) {
                        if *of == activity {
                            sum += days * weight / whole.max(Decimal::ONE_HUNDRED);
                        }
                    }
                }
            }
        }
    }
    sum
}

/// The share of full time in a month in which the post works at all.
fn full_time(situation: &Situation<'_>, position: &Position, month: Month) -> Decimal {
    if days::available(situation, position, month).is_zero() {
        return Decimal::ZERO;
    }
    let hours = position.contract.working_time.range(..=month).next_back();
    hours.map_or(Decimal::ONE, |(_, hours)| hours.value() / Decimal::ONE_HUNDRED)
}

/// What an activity itself costs in a fiscal year, without financial and exceptional charges.
fn direct_cost(costs: &[Cost], activity: ActivityId, year: i32) -> Decimal {
    let own = costs.iter().filter(|cost| cost.activity == Some(activity) && cost.year == year);
    let counted = own.filter(|cost| {
        (60..=65).contains(&cost.account.prefix(2)) || cost.account.is_under(AccountNumber::of(6811))
    });
    counted.map(|cost| cost.euros).sum()
}

//! The people of the workbook: days, cost of a day, days on each project.

use previ_engine::id::{ActivityId, PositionId};
use previ_engine::money::Percent;
use previ_engine::plan::Plan;
use previ_engine::position::{Position, Time, TimeShare};
use rust_decimal::Decimal;

use super::both::{Both, quotient};
use super::days::YearDays;
use super::flows::Flows;

/// A person (*salarié*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The position.
    pub position: PositionId,
    /// Days of work in the year, part time and dates counted.
    pub days: Decimal,
    /// Those meant for projects (*jours opérateur*).
    pub operational_days: Decimal,
    /// What the position costs in the year, all included (*masse salariale*).
    pub cost: Decimal,
    /// The share of it meant for projects (*masse salariale opérateur*).
    pub operational_cost: Decimal,
    /// Cost of a day (*coût journalier*).
    pub day_cost: Decimal,
    /// Days on each project, in the order of the activities.
    pub on_projects: Vec<Both>,
}

pub(super) fn people(plan: &Plan, year: i32, days: &YearDays, flows: &Flows) -> Vec<Person> {
    let activities: Vec<ActivityId> = plan.activities.iter().map(|activity| activity.id).collect();
    plan.positions.iter().map(|position| person(position, &activities, year, days, flows)).collect()
}

fn person(
    position: &Position,
    activities: &[ActivityId],
    year: i32,
    year_days: &YearDays,
    flows: &Flows,
) -> Person {
    let days = days_of(position, year_days);
    let operational = position.operational_share.unwrap_or(Percent::WHOLE).fraction();
    let cost = flows.cost(position.id.into());
    let on_project = |activity: &ActivityId| {
        let planned = position.time.iter().filter(|share| share.activity == *activity);
        let worked = position.worked.iter().filter(|done| done.activity == *activity && done.year == year);
        Both {
            planned: planned.map(|share| planned_days(share, days)).sum(),
            realised: worked.map(|done| done.days.value()).sum(),
        }
    };
    Person {
        position: position.id,
        days,
        operational_days: days * operational,
        cost,
        operational_cost: cost * operational,
        day_cost: quotient(cost, days),
        on_projects: activities.iter().map(on_project).collect(),
    }
}

fn planned_days(share: &TimeShare, days: Decimal) -> Decimal {
    match share.time {
        Time::Share(share) => share.fraction() * days,
        Time::Days(days) => days.value(),
    }
}

/// Working days of a position: each month weighs by its share of full time, none outside its dates.
fn days_of(position: &Position, days: &YearDays) -> Decimal {
    let weighed = days.months.iter().map(|(month, worked)| {
        let is_there = position.from <= *month && position.to.is_none_or(|to| *month <= to);
        let known = position.contract.working_time.range(..=*month).next_back();
        let share = known.map_or(Decimal::ONE, |(_, share)| share.fraction());
        if is_there { share * Decimal::from(*worked) } else { Decimal::ZERO }
    });
    let open: u32 = days.months.iter().map(|(_, worked)| worked).sum();
    // The product first: whole shares of the year then stay exact.
    quotient(weighed.sum::<Decimal>() * days.workable, Decimal::from(open))
}

//! Full costs and the income statement of a set of activities, for a machine.

use std::io::{self, Write};

use previ_engine::activities::activities_statement;
use previ_engine::full_cost::{FullCost, full_costs, pool_costs};
use previ_engine::funding_statement::funding_by_activity;
use previ_engine::id::ActivityId;
use previ_engine::view::View;
use previ_words::fiscal_year;
use serde::Serialize;

use super::{Account, SCHEMA, accounts, actuals, view_name, write};

#[derive(Serialize)]
struct Activities {
    schema: u32,
    view: &'static str,
    years: Vec<String>,
    activities: Vec<ActivityCost>,
    pools: Vec<Pool>,
    statement: Option<Statement>,
    /// The years of which something was done, of the chosen activities or of the whole.
    actuals: Vec<actuals::Year>,
}

/// The structure has no number; what stays there is its total.
#[derive(Serialize)]
struct ActivityCost {
    /// Its place in the plan, from 1.
    number: Option<usize>,
    activity: Option<u32>,
    label: String,
    direct: Vec<Account>,
    shared: Vec<SharedAccount>,
    direct_cents: Vec<i64>,
    shared_cents: Vec<i64>,
    total_cents: Vec<i64>,
    indirect: Indirect,
    left_cents: Vec<i64>,
}

#[derive(Serialize)]
struct SharedAccount {
    pool: u32,
    account: String,
    cents: Vec<i64>,
}

/// The lines of indirect charges of the French form.
#[derive(Serialize)]
struct Indirect {
    running_cents: Vec<i64>,
    financial_cents: Vec<i64>,
    other_cents: Vec<i64>,
}

#[derive(Serialize)]
struct Pool {
    pool: u32,
    label: String,
    cost_cents: Vec<i64>,
    shared_cents: Vec<i64>,
    kept_cents: Vec<i64>,
    planned_days: Vec<String>,
    available_days: Vec<String>,
    daily_euros: Vec<Option<String>>,
}

#[derive(Serialize)]
struct Statement {
    charges: Vec<Account>,
    shared: Vec<Account>,
    income: Vec<Account>,
    total_charges_cents: Vec<i64>,
    total_income_cents: Vec<i64>,
    result_cents: Vec<i64>,
}

/// Writes the full cost of every activity, or of those chosen with their income statement together.
pub(crate) fn activity(out: &mut dyn Write, view: &View, chosen: Option<&[ActivityId]>) -> io::Result<()> {
    let plan = view.plan();
    let is_chosen = |cost: &FullCost| match (chosen, cost.activity) {
        (None, _) => true,
        (Some(chosen), Some(id)) => chosen.contains(&id),
        (Some(_), None) => false,
    };
    let funding = funding_by_activity(view).into_iter();
    let both = full_costs(view).into_iter().zip(funding).filter(|(cost, _)| is_chosen(cost));
    let one = |cost: FullCost, left_cents: Vec<i64>| {
        let place = plan.activities.iter().position(|known| Some(known.id) == cost.activity);
        let indirect = cost.indirect_block();
        ActivityCost {
            number: place.map(|place| place + 1),
            activity: cost.activity.map(|id| id.0),
            label: cost.activity.map(|id| plan.label(id.into()).to_owned()).unwrap_or_default(),
            direct_cents: cost.direct_cents(),
            shared_cents: cost.shared_cents(),
            direct: cost
                .direct
                .into_iter()
                .map(|row| Account { account: row.account.to_string(), cents: row.cents })
                .collect(),
            shared: cost
                .shared
                .into_iter()
                .map(|row| SharedAccount {
                    pool: row.pool.0,
                    account: row.account.to_string(),
                    cents: row.cents,
                })
                .collect(),
            total_cents: cost.total_cents,
            indirect: Indirect {
                running_cents: indirect.running_cents,
                financial_cents: indirect.financial_cents,
                other_cents: indirect.other_cents,
            },
            left_cents,
        }
    };
    let pools = pool_costs(view).into_iter().map(|pool| Pool {
        pool: pool.pool.0,
        label: plan.label(pool.pool.into()).to_owned(),
        daily_euros: (0..pool.cost_cents.len())
            .map(|year| pool.daily_euros(year).map(|daily| daily.to_string()))
            .collect(),
        planned_days: pool.planned_days.iter().map(ToString::to_string).collect(),
        available_days: pool.available_days.iter().map(ToString::to_string).collect(),
        cost_cents: pool.cost_cents,
        shared_cents: pool.shared_cents,
        kept_cents: pool.kept_cents,
    });
    let statement = chosen.map(|chosen| {
        let found = activities_statement(view, chosen);
        Statement {
            charges: accounts([&found.full.charges]),
            shared: accounts([&found.shared]),
            income: accounts([&found.full.income]),
            total_charges_cents: found.full.charges.total_cents,
            total_income_cents: found.full.income.total_cents,
            result_cents: found.full.result_cents,
        }
    });
    let activities = Activities {
        schema: SCHEMA,
        view: view_name(view.certainty),
        years: view.timeline().fiscal_years().into_iter().map(fiscal_year).collect(),
        activities: both.map(|(cost, funding)| one(cost, funding.left_cents)).collect(),
        pools: pools.collect(),
        statement,
        actuals: actuals::years(view, chosen),
    };
    write(out, &activities)
}

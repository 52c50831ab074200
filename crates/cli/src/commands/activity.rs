//! `previ activity`: what activities cost in full and who pays for it, the income statement of some of them, and what was done.

use std::io;

use previ_engine::activities::{ActivitiesStatement, activities_statement};
use previ_engine::full_cost::{FullCost, full_costs, pool_costs};
use previ_engine::funding_statement::{ActivityFunding, funding_by_activity};
use previ_engine::id::ActivityId;
use previ_engine::plan::Plan;
use previ_engine::view::View;
use previ_words::{Decimals, amount, fiscal_year, hundredths, view as view_label};

use crate::arguments::{Accounts, ActivityRequest, Format};
use crate::commands::actuals;
use crate::commands::forecast::income_table;
use crate::commands::{project_plan, read_numbers};
use crate::table::{Table, wrapped};
use crate::{Console, Exit, json};

pub(crate) fn run(request: &ActivityRequest, console: &mut Console<'_>) -> io::Result<Exit> {
    let (projection, view) = match project_plan(request.file.as_deref(), request.view, console)? {
        Ok(found) => found,
        Err(exit) => return Ok(exit),
    };
    let plan = view.plan();
    let numbers = match read_numbers(request.only.as_deref(), plan.activities.len(), console)? {
        Ok(numbers) => numbers,
        Err(exit) => return Ok(exit),
    };
    let activity = |number: &usize| Some(plan.activities.get(number.checked_sub(1)?)?.id);
    let chosen = numbers.map(|numbers| numbers.iter().filter_map(activity).collect::<Vec<_>>());
    if request.format == Format::Json {
        json::activity(console.out, &view, chosen.as_deref())?;
        return super::check::conclude(&projection.diagnostics, console);
    }
    let name = &plan.frame.association.name;
    writeln!(console.out, "{name} · {}\n", view_label(console.language, request.view))?;
    full_cost(&view, chosen.as_deref(), console)?;
    pools(&view, console)?;
    if let Some(chosen) = &chosen {
        statement(&view, &activities_statement(&view, chosen), console)?;
    }
    actuals::show(&view, chosen.as_deref(), console)?;
    writeln!(console.out)?;
    let width = console.surroundings.columns;
    for line in console.text("cli-how-to-read-activity").lines() {
        console.out.write_all(wrapped(line, "", width).as_bytes())?;
    }
    super::check::conclude(&projection.diagnostics, console)
}

/// The number of an activity in the order of the plan, with its name.
fn title(plan: &Plan, id: ActivityId) -> String {
    let number = plan.activities.iter().position(|activity| activity.id == id).map_or(0, |place| place + 1);
    format!("{number} {}", plan.label(id.into()))
}

fn header(first: &str, view: &View, console: &Console<'_>) -> Vec<String> {
    let years = view.timeline().fiscal_years().into_iter().map(fiscal_year);
    std::iter::once(console.text(first)).chain(years).collect()
}

fn full_cost(view: &View, chosen: Option<&[ActivityId]>, console: &mut Console<'_>) -> io::Result<()> {
    let plan = view.plan();
    let mut table = Table::new(header("cli-title-full-cost", view, console));
    let (costs, funding) = (full_costs(view), funding_by_activity(view));
    let euros = |cents: &[i64]| -> Vec<String> {
        cents.iter().map(|cents| amount(console.language, *cents, Decimals::None)).collect()
    };
    let mut add = |title: String, cost: &FullCost, funding: &ActivityFunding| {
        table.row(title, euros(&cost.total_cents));
        let paid = funding.cost_cents.iter().zip(&funding.left_cents).map(|(cost, left)| cost - left);
        let parts = [
            ("cli-direct-costs", cost.direct_cents()),
            ("cli-shared-costs", cost.shared_cents()),
            ("cli-paid", paid.collect()),
            ("cli-left", funding.left_cents.clone()),
        ];
        for (id, cents) in parts.into_iter().filter(|(_, cents)| cents.iter().any(|cents| *cents != 0)) {
            table.row(format!("    {}", console.text(id)), euros(&cents));
        }
    };
    let both = || costs.iter().zip(&funding);
    // In the order of the plan, which their numbers follow; the structure, with what stays there, last.
    for activity in &plan.activities {
        if chosen.is_none_or(|chosen| chosen.contains(&activity.id))
            && let Some((cost, funding)) = both().find(|(cost, _)| cost.activity == Some(activity.id))
        {
            add(title(plan, activity.id), cost, funding);
        }
    }
    if chosen.is_none() {
        if let Some((cost, funding)) = both().find(|(cost, _)| cost.activity.is_none()) {
            add(console.text("activities-structure"), cost, funding);
        }
        let years = view.timeline().year_count();
        let total = (0..years).map(|year| costs.iter().map(|cost| cost.total_cents[year]).sum::<i64>());
        table.rule();
        table.row(console.text("cli-total-cost"), euros(&total.collect::<Vec<_>>()));
    }
    console.out.write_all(table.render(console.surroundings.columns).as_bytes())
}

/// Each pool with what it costs, what stays with the structure, and its cost per day.
fn pools(view: &View, console: &mut Console<'_>) -> io::Result<()> {
    let found = pool_costs(view);
    if found.is_empty() {
        return Ok(());
    }
    let language = console.language;
    let mut table = Table::new(header("cli-title-pools", view, console));
    let euros = |cents: &[i64]| -> Vec<String> {
        cents.iter().map(|cents| amount(language, *cents, Decimals::None)).collect()
    };
    for pool in &found {
        table.row(view.plan().label(pool.pool.into()).to_owned(), euros(&pool.cost_cents));
        table.row(format!("    {}", console.text("cli-pool-shared")), euros(&pool.shared_cents));
        table.row(format!("    {}", console.text("cli-pool-kept")), euros(&pool.kept_cents));
        let daily = (0..pool.cost_cents.len()).map(|year| pool.daily_euros(year));
        if daily.clone().any(|daily| daily.is_some()) {
            let daily =
                daily.map(|daily| daily.map_or_else(String::new, |daily| hundredths(language, daily)));
            table.row(format!("    {}", console.text("cli-pool-daily")), daily.collect::<Vec<_>>());
        }
    }
    writeln!(console.out)?;
    console.out.write_all(table.render(console.surroundings.columns).as_bytes())
}

fn statement(view: &View, found: &ActivitiesStatement, console: &mut Console<'_>) -> io::Result<()> {
    let language = console.language;
    writeln!(console.out, "\n{}", console.text("cli-title-statement-of-set"))?;
    let table = income_table(&found.full, Accounts::All, language, console);
    console.out.write_all(table.render(console.surroundings.columns).as_bytes())?;
    if found.pools.is_empty() {
        return Ok(());
    }
    let mut table = Table::new(header("cli-title-parts-of-pools", view, console));
    for pool in &found.pools {
        let cents = pool.cents.iter().map(|cents| amount(language, *cents, Decimals::None));
        table.row(view.plan().label(pool.pool.into()).to_owned(), cents.collect::<Vec<_>>());
    }
    let cents = found.shared.total_cents.iter().map(|cents| amount(language, *cents, Decimals::None));
    table.rule();
    table.row(console.text("cli-shared-costs"), cents.collect::<Vec<_>>());
    writeln!(console.out)?;
    console.out.write_all(table.render(console.surroundings.columns).as_bytes())
}

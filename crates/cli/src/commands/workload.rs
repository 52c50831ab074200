//! `previ workload`: the days that positions have, where they go, who pays for them, and how busy each
//! month is.

use std::io;

use previ_engine::days::Days;
use previ_engine::funding_reasons::PayerId;
use previ_engine::id::{ActivityId, PositionId};
use previ_engine::view::View;
use previ_engine::workload::{ActivityTime, PositionLoad, Workload, in_year, workload};
use previ_words::{fiscal_year, hundredths, month_short, number, view};

use crate::arguments::{Format, ViewRequest};
use crate::commands::project_plan;
use crate::table::{Table, cut, wrapped};
use crate::{Console, Exit, json};

pub(crate) fn run(request: &ViewRequest, console: &mut Console<'_>) -> io::Result<Exit> {
    let (projection, counted) = match project_plan(request.file.as_deref(), request.view, console)? {
        Ok(found) => found,
        Err(exit) => return Ok(exit),
    };
    let found = workload(&counted);
    if request.format == Format::Json {
        json::workload(console.out, &counted, &found)?;
        return super::check::conclude(&projection.diagnostics, console);
    }
    let name = &counted.plan().frame.association.name;
    writeln!(console.out, "{name} · {}\n", view(console.language, request.view))?;
    let width = console.surroundings.columns;
    if found.positions.is_empty() {
        console.out.write_all(wrapped(&console.text("cli-workload-empty"), "", width).as_bytes())?;
        return super::check::conclude(&projection.diagnostics, console);
    }
    writeln!(console.out, "{}", console.text("cli-title-workload"))?;
    for load in &found.positions {
        position(&counted, &found, load, console)?;
    }
    writeln!(console.out, "\n{}\n", console.text("cli-title-workload-activities"))?;
    activities(&counted, &found, console)?;
    writeln!(console.out, "\n{}", console.text("cli-title-workload-payers"))?;
    for load in &found.positions {
        payers(&counted, &found, load, console)?;
    }
    all_payers(&counted, &found, console)?;
    writeln!(console.out, "\n{}", console.text("cli-title-workload-months"))?;
    months(&counted, &found, console)?;
    writeln!(console.out)?;
    for line in console.text("cli-how-to-read-workload").lines() {
        console.out.write_all(wrapped(line, "", width).as_bytes())?;
    }
    super::check::conclude(&projection.diagnostics, console)
}

/// The holder and the job.
fn title(view: &View, id: PositionId) -> String {
    let plan = view.plan();
    let holder = plan.positions.iter().find(|known| known.id == id).and_then(|known| known.holder.as_deref());
    let job = plan.label(id.into());
    holder.map_or_else(|| job.to_owned(), |holder| format!("{holder} · {job}"))
}

fn activity(view: &View, id: Option<ActivityId>, console: &Console<'_>) -> String {
    id.map_or_else(|| console.text("activities-structure"), |id| view.plan().label(id.into()).to_owned())
}

fn shown(days: Days, console: &Console<'_>) -> String {
    hundredths(console.language, days.value())
}

fn by_year(found: &Workload, of: impl Fn(usize) -> Days, console: &Console<'_>) -> Vec<String> {
    (0..found.years.len()).map(|year| shown(of(year), console)).collect()
}

fn table(title: String, found: &Workload) -> Table {
    Table::new(std::iter::once(title).chain(found.years.iter().map(|year| fiscal_year(*year))).collect())
}

fn write(table: &Table, console: &mut Console<'_>) -> io::Result<()> {
    console.out.write_all(table.render(console.surroundings.columns).as_bytes())
}

fn position(view: &View, found: &Workload, load: &PositionLoad, console: &mut Console<'_>) -> io::Result<()> {
    let mut table = table(title(view, load.position), found);
    let say = |id: &str| console.text(id);
    let months = |days: &[Days]| by_year(found, |year| in_year(days, year), console);
    table.row(say("cli-days-available"), months(&load.available));
    if load.lent.iter().any(|days| !days.is_zero()) {
        table.row(say("cli-days-lent"), months(&load.lent));
    }
    table.row(say("cli-days-operational"), months(&load.operational));
    for time in &load.time {
        if time.activity.is_some() && time.planned.iter().any(|days| !days.is_zero()) {
            table.row(format!("  {}", activity(view, time.activity, console)), months(&time.planned));
        }
    }
    table.row(say("cli-days-left"), months(&load.left()));
    let done = |year| load.done(year);
    if (0..found.years.len()).any(|year| !done(year).is_zero()) {
        table.row(say("cli-days-done"), by_year(found, done, console));
    }
    let cost = |year| {
        let cost = load.cost_per_day(year);
        cost.map(|cost| hundredths(console.language, cost)).unwrap_or_default()
    };
    table.row(say("cli-cost-per-day"), (0..found.years.len()).map(cost));
    writeln!(console.out)?;
    write(&table, console)
}

fn activities(view: &View, found: &Workload, console: &mut Console<'_>) -> io::Result<()> {
    let mut table = table(console.text("cli-days-planned"), found);
    let activities = found.activities();
    let activities = || activities.iter().filter(|load| load.activity.is_some());
    for load in activities() {
        let days = by_year(found, |year| in_year(&load.time.planned, year), console);
        table.row(activity(view, load.activity, console), days);
        if load.time.done.iter().any(|days| !days.is_zero()) {
            let done = by_year(found, |year| load.time.done[year], console);
            table.row(format!("  {}", console.text("cli-days-done")), done);
        }
    }
    table.rule();
    table.row(console.text("cli-total-days"), by_year(found, |year| found.planned(year), console));
    table.row(console.text("cli-days-operational"), by_year(found, |year| found.operational(year), console));
    write(&table, console)
}

fn payer(view: &View, payer: PayerId, console: &Console<'_>) -> String {
    match payer {
        PayerId::Agreement(id) => view.plan().label(id.into()).to_owned(),
        PayerId::OwnIncome(id) => {
            format!("{} · {}", console.text("cli-days-own-income"), view.plan().label(id.into()))
        }
    }
}

/// Who pays how many days of all positions, and those on activities that nobody pays.
fn all_payers(view: &View, found: &Workload, console: &mut Console<'_>) -> io::Result<()> {
    let mut table = table(console.text("cli-days-of-all"), found);
    for paid in found.paid() {
        table.row(payer(view, paid.payer, console), by_year(found, |year| paid.days[year], console));
    }
    table.row(console.text("cli-days-unpaid-all"), by_year(found, |year| found.unpaid(year), console));
    writeln!(console.out)?;
    write(&table, console)
}

/// Who pays the days of a position on activities, the structure's after them.
fn payers(view: &View, found: &Workload, load: &PositionLoad, console: &mut Console<'_>) -> io::Result<()> {
    let mut table = table(title(view, load.position), found);
    let (structure, activities): (Vec<&ActivityTime>, Vec<&ActivityTime>) =
        load.time.iter().partition(|time| time.activity.is_none());
    for time in activities.into_iter().chain(structure) {
        let days = time.paid.iter().flat_map(|paid| &paid.days).chain(&time.unpaid);
        if days.clone().all(|days| days.is_zero()) {
            continue;
        }
        table.row(activity(view, time.activity, console), []);
        for paid in &time.paid {
            let payer = payer(view, paid.payer, console);
            table.row(format!("  {payer}"), by_year(found, |year| paid.days[year], console));
        }
        if time.unpaid.iter().any(|days| !days.is_zero()) {
            let unpaid = by_year(found, |year| time.unpaid[year], console);
            table.row(format!("  {}", console.text("cli-days-unpaid")), unpaid);
        }
    }
    writeln!(console.out)?;
    write(&table, console)
}

/// How wide the name of a position before its months may be.
const LABEL: usize = 20;

/// How busy positions are, a table for each fiscal year.
fn months(view: &View, found: &Workload, console: &mut Console<'_>) -> io::Result<()> {
    for (place, year) in found.years.iter().enumerate() {
        let header = year.months().map(|month| {
            // The year is the title: "janv. 2027" is shown as "janv.".
            let short = month_short(console.language, month);
            short.split_whitespace().next().unwrap_or_default().to_owned()
        });
        let mut table = Table::new(std::iter::once(fiscal_year(*year)).chain(header).collect());
        for load in &found.positions {
            let months = load.load().into_iter().skip(place * 12).take(12);
            let percent = months.map(|load| {
                load.map_or_else(|| "·".to_owned(), |percent| number(console.language, percent.round()))
            });
            table.row(cut(&title(view, load.position), LABEL), percent);
        }
        writeln!(console.out)?;
        write(&table, console)?;
    }
    Ok(())
}

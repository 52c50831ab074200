//! `previ staff`: what positions cost, the days that they have and the aids they get, and the pay of a month of
//! one of them, line by line.

use std::io;

use previ_engine::days::Days;
use previ_engine::diagnostic::{Arg, ArgKind, Code, CodeSpec, Diagnostic, Place, Severity};
use previ_engine::id::PositionId;
use previ_engine::view::View;
use previ_engine::workload::workload;
use previ_session::views::cell::Emphasis;
use previ_session::views::staff::{MonthPayView, PayColumn, StaffPage, StaffRow};
use previ_words::{Decimals, amount, fiscal_year, hundredths, percent, view as view_label};

use crate::arguments::{Format, StaffRequest};
use crate::commands::project_plan;
use crate::table::{Table, wrapped};
use crate::{Console, Exit, json};

/// A text that names no position.
pub(crate) const UNKNOWN_POST: CodeSpec =
    CodeSpec { code: Code("cli.unknown-post"), args: &[("post", ArgKind::Text), ("known", ArgKind::Text)] };

pub(crate) fn run(request: &StaffRequest, console: &mut Console<'_>) -> io::Result<Exit> {
    let (projection, view) = match project_plan(request.file.as_deref(), request.view, console)? {
        Ok(found) => found,
        Err(exit) => return Ok(exit),
    };
    let page = StaffPage::of(&view, &workload(&view), console.language);
    let post = match request.post.as_deref().map(|post| find(&page, post)) {
        None => None,
        Some(Some(id)) => Some(id),
        Some(None) => {
            let unknown = Diagnostic::new(UNKNOWN_POST.code, Severity::Error, Place::Whole);
            let unknown = unknown.with("post", Arg::Text(request.post.clone().unwrap_or_default()));
            console.complain(&[unknown.with("known", Arg::Text(known(&page, console)))])?;
            return Ok(Exit::Usage);
        }
    };
    let reference = previ_reference::reference();
    let pay = post.and_then(|id| MonthPayView::new(&view, reference, id, request.month, console.language));
    if request.format == Format::Json {
        json::staff(console.out, &view, &page, post, pay.as_ref())?;
        return super::check::conclude(&projection.diagnostics, console);
    }
    let name = &view.plan().frame.association.name;
    writeln!(console.out, "{name} · {}\n", view_label(console.language, request.view))?;
    match post {
        Some(post) => one(&page, post, pay.as_ref(), console)?,
        None => all(&view, &page, console)?,
    }
    super::check::conclude(&projection.diagnostics, console)
}

/// The position of a number, else of a name of the job or the holder, else of a part of one that only one
/// position has.
fn find(page: &StaffPage, wanted: &str) -> Option<PositionId> {
    let wanted = wanted.trim().to_lowercase();
    let names = |row: &StaffRow| [row.job.to_lowercase(), row.holder.to_lowercase()];
    let only = |is: &dyn Fn(&StaffRow) -> bool| {
        let mut found = page.rows.iter().filter(|row| is(row));
        found.next().filter(|_| found.next().is_none()).map(|row| row.id)
    };
    only(&|row| row.id.0.to_string() == wanted)
        .or_else(|| only(&|row| names(row).contains(&wanted)))
        .or_else(|| only(&|row| !wanted.is_empty() && names(row).iter().any(|name| name.contains(&wanted))))
}

/// The positions with their numbers, as they may be asked for.
fn known(page: &StaffPage, console: &Console<'_>) -> String {
    if page.rows.is_empty() {
        return console.text("cli-staff-none");
    }
    let named = |row: &StaffRow| format!("{} ({})", row.id.0, row.job);
    page.rows.iter().map(named).collect::<Vec<_>>().join(", ")
}

fn title(row: &StaffRow) -> String {
    if row.holder.is_empty() { row.job.clone() } else { format!("{} · {}", row.holder, row.job) }
}

fn shown(days: Days, console: &Console<'_>) -> String {
    hundredths(console.language, days.value())
}

fn euros(cents: i64, console: &Console<'_>) -> String {
    amount(console.language, cents, Decimals::None)
}

fn by_year(view: &View, title: String) -> Table {
    let years = view.timeline().fiscal_years().into_iter().map(fiscal_year);
    Table::new(std::iter::once(title).chain(years).collect())
}

fn write(table: &Table, console: &mut Console<'_>) -> io::Result<()> {
    console.out.write_all(table.render(console.surroundings.columns).as_bytes())
}

/// All positions: cost, days and aids by year, then working time and dates.
fn all(view: &View, page: &StaffPage, console: &mut Console<'_>) -> io::Result<()> {
    let width = console.surroundings.columns;
    if page.rows.is_empty() {
        return console.out.write_all(wrapped(&console.text("cli-workload-empty"), "", width).as_bytes());
    }
    let years = 0..view.timeline().year_count();
    let has_aids = |year| page.rows.iter().any(|row| row.aids_in(year) != 0);
    let cost = |row: &StaffRow, year: usize| row.cost_cents.get(year).copied().unwrap_or_default();
    let aids = |row: &StaffRow, year: usize| row.aids_in(year);
    writeln!(console.out, "{}\n", console.text("cli-title-staff-cost"))?;
    money(view, page, &cost, console)?;
    writeln!(console.out, "\n{}\n", console.text("cli-title-staff-days"))?;
    let mut table = by_year(view, console.text("staff-job"));
    let of = |available: Days, planned: Days, console: &Console<'_>| {
        format!("{} / {}", shown(planned, console), shown(available, console))
    };
    for row in &page.rows {
        let days = years.clone().map(|year| of(row.available_in(year), row.planned_in(year), console));
        table.row(title(row), days.collect::<Vec<_>>());
    }
    table.rule();
    let totals = years.clone().map(|year| {
        let available = page.rows.iter().map(|row| row.available_in(year)).sum();
        of(available, page.rows.iter().map(|row| row.planned_in(year)).sum(), console)
    });
    table.row(console.text("staff-total"), totals.collect::<Vec<_>>());
    write(&table, console)?;
    if years.clone().any(has_aids) {
        writeln!(console.out, "\n{}\n", console.text("cli-title-staff-aids"))?;
        money(view, page, &aids, console)?;
    }
    writeln!(console.out, "\n{}\n", console.text("cli-title-staff-posts"))?;
    let titles = ["staff-job", "cli-staff-number", "staff-working-time", "staff-dates"];
    let mut table = Table::new(titles.map(|id| console.text(id)).into());
    for row in &page.rows {
        let time = percent(console.language, row.working_time);
        table.row(title(row), [row.id.0.to_string(), time, row.dates(console.language)]);
    }
    write(&table, console)?;
    writeln!(console.out)?;
    for line in console.text("cli-how-to-read-staff").lines() {
        console.out.write_all(wrapped(line, "", width).as_bytes())?;
    }
    Ok(())
}

/// Amounts of all positions by year; positions without any are left out.
fn money(
    view: &View,
    page: &StaffPage,
    of: &dyn Fn(&StaffRow, usize) -> i64,
    console: &mut Console<'_>,
) -> io::Result<()> {
    let years = 0..view.timeline().year_count();
    let mut table = by_year(view, console.text("staff-job"));
    for row in page.rows.iter().filter(|row| years.clone().any(|year| of(row, year) != 0)) {
        let cents = years.clone().map(|year| euros(of(row, year), console));
        table.row(title(row), cents.collect::<Vec<_>>());
    }
    table.rule();
    let totals = years.clone().map(|year| euros(page.rows.iter().map(|row| of(row, year)).sum(), console));
    table.row(console.text("staff-total"), totals.collect::<Vec<_>>());
    write(&table, console)
}

/// The width from which all columns of a pay slip stand side by side.
const WIDE: usize = 98;

/// The pay of a month of one position.
fn one(
    page: &StaffPage,
    post: PositionId,
    pay: Option<&MonthPayView>,
    console: &mut Console<'_>,
) -> io::Result<()> {
    let width = console.surroundings.columns;
    let name = page.rows.iter().find(|row| row.id == post).map(title).unwrap_or_default();
    let Some(pay) = pay else {
        writeln!(console.out, "{name}\n")?;
        let nothing = wrapped(&console.text("cli-staff-not-held"), "", width);
        return console.out.write_all(nothing.as_bytes());
    };
    writeln!(console.out, "{name}, {}\n", pay.title)?;
    // Amounts stand beside their rates; where rates come from is left out where there is no room.
    let columns = if width < WIDE { &PayColumn::ALL[..4] } else { &PayColumn::ALL[..] };
    let titles = columns.iter().map(|column| column.title(console.language));
    let mut table = Table::new(titles.collect());
    for (place, row) in pay.rows.iter().enumerate() {
        if row.emphasis == Emphasis::Heading {
            table.rule();
        }
        let cells = columns.iter().skip(1).map(|column| pay.cell(place, *column).text);
        table.row(row.label.clone(), cells);
    }
    if !pay.rows.is_empty() {
        write(&table, console)?;
        writeln!(console.out)?;
    }
    for note in &pay.notes {
        console.out.write_all(wrapped(note, "", width).as_bytes())?;
    }
    Ok(())
}

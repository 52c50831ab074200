//! `previ calendar`: applications, decisions, payments, reports and money to give back, month after month,
//! with what is late.

use std::io;

use previ_session::views::calendar::CalendarPage;
use previ_words::{Decimals, amount, month_short, view};

use crate::arguments::{Format, ViewRequest};
use crate::commands::project_plan;
use crate::table::{Table, wrapped};
use crate::{Console, Exit, json};

pub(crate) fn run(request: &ViewRequest, console: &mut Console<'_>) -> io::Result<Exit> {
    let (projection, counted) = match project_plan(request.file.as_deref(), request.view, console)? {
        Ok(found) => found,
        Err(exit) => return Ok(exit),
    };
    let today = console.surroundings.today;
    let as_of = counted.plan().frame.horizon.seen_from(Some(today)).unwrap_or(today);
    if request.format == Format::Json {
        json::calendar(console.out, &counted, as_of)?;
        return super::check::conclude(&projection.diagnostics, console);
    }
    let page = CalendarPage::new(&counted, Some(as_of), console.language);
    let name = &counted.plan().frame.association.name;
    let width = console.surroundings.columns;
    writeln!(console.out, "{name} · {}\n", view(console.language, request.view))?;
    if page.rows.is_empty() {
        console.out.write_all(wrapped(&console.text("cli-calendar-empty"), "", width).as_bytes())?;
        return super::check::conclude(&projection.diagnostics, console);
    }
    let mut header = vec![console.text("cli-calendar-what"), console.text("cli-amount")];
    // Columns that would be empty take room from the others.
    let has_remarks = page.rows.iter().any(|row| !row.remark.is_empty());
    let has_persons = page.rows.iter().any(|row| !row.person.is_empty());
    header.extend(has_remarks.then(String::new));
    header.extend(has_persons.then(|| console.text("cli-calendar-person")));
    let mut table = Table::new(header);
    let mut last = None;
    for row in &page.rows {
        if last.is_some_and(|year| year != &row.year) {
            table.rule();
        }
        last = Some(&row.year);
        let month = month_short(console.language, row.when);
        let label = format!("{month} · {} · {}", row.short, row.label);
        let mut cells =
            vec![row.cents.map(|cents| amount(console.language, cents, Decimals::None)).unwrap_or_default()];
        cells.extend(has_remarks.then(|| row.remark.clone()));
        cells.extend(has_persons.then(|| row.person.clone()));
        table.row(label, cells);
    }
    console.out.write_all(table.render(width).as_bytes())?;
    super::check::conclude(&projection.diagnostics, console)
}

//! `previ calendar`: decisions, payments, reports and money to give back, month after month.

use std::io;

use previ_session::views::calendar::CalendarPage;
use previ_words::view;

use crate::arguments::{Format, ViewRequest};
use crate::commands::project_plan;
use crate::table::{Table, wrapped};
use crate::{Console, Exit, json};

pub(crate) fn run(request: &ViewRequest, console: &mut Console<'_>) -> io::Result<Exit> {
    let (projection, counted) = match project_plan(request.file.as_deref(), request.view, console)? {
        Ok(found) => found,
        Err(exit) => return Ok(exit),
    };
    if request.format == Format::Json {
        json::calendar(console.out, &counted)?;
        return super::check::conclude(&projection.diagnostics, console);
    }
    let page = CalendarPage::new(&counted, console.language);
    let name = &counted.plan().frame.association.name;
    let width = console.surroundings.columns;
    writeln!(console.out, "{name} · {}\n", view(console.language, request.view))?;
    if page.rows.is_empty() {
        console.out.write_all(wrapped(&console.text("cli-calendar-empty"), "", width).as_bytes())?;
        return super::check::conclude(&projection.diagnostics, console);
    }
    let mut table = Table::new(vec![console.text("cli-calendar-what"), console.text("cli-amount")]);
    let mut last = None;
    for row in &page.rows {
        if last.is_some_and(|year| year != &row.year) {
            table.rule();
        }
        last = Some(&row.year);
        let label = format!("{} · {} · {}", row.month, row.what, row.label);
        table.row(label, [row.amount.clone()]);
    }
    console.out.write_all(table.render(width).as_bytes())?;
    super::check::conclude(&projection.diagnostics, console)
}

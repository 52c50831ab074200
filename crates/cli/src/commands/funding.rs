//! `previ funding`: who pays for what, and what becomes of the money of each agreement.

use std::io;

use previ_session::views::funding::{FundingPage, FundingRow};
use previ_words::{Decimals, amount, view};

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
        json::funding(console.out, &counted)?;
        return super::check::conclude(&projection.diagnostics, console);
    }
    let page = FundingPage::new(&counted, console.language);
    let name = &counted.plan().frame.association.name;
    writeln!(console.out, "{name} · {}\n", view(console.language, request.view))?;
    writeln!(console.out, "{}", console.text("cli-title-activities"))?;
    for table in &page.activities {
        section(&table.title, &table.rows, &page.years, console)?;
    }
    writeln!(console.out, "\n{}", console.text("cli-title-agreements"))?;
    for table in &page.agreements {
        section(&table.title, &table.rows, &page.years, console)?;
    }
    let width = console.surroundings.columns;
    writeln!(console.out)?;
    for line in console.text("cli-how-to-read-funding").lines() {
        console.out.write_all(wrapped(line, "", width).as_bytes())?;
    }
    super::check::conclude(&projection.diagnostics, console)
}

fn section(title: &str, rows: &[FundingRow], years: &[String], console: &mut Console<'_>) -> io::Result<()> {
    let mut header = vec![title.to_owned()];
    header.extend(years.iter().cloned());
    let mut table = Table::new(header);
    for row in rows {
        let cents = row.cents.iter().map(|cents| amount(console.language, *cents, Decimals::None));
        table.row(row.title.clone(), cents.collect::<Vec<_>>());
    }
    writeln!(console.out)?;
    console.out.write_all(table.render(console.surroundings.columns).as_bytes())
}

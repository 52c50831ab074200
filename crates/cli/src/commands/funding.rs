//! `previ funding`: who pays for what, what becomes of the money of each agreement, and what stops.

use std::io;

use previ_engine::diagnostic::Arg;
use previ_engine::id::AgreementId;
use previ_engine::view::View;
use previ_session::views::cliff::CliffPage;
use previ_session::views::funding::{FundingPage, FundingRow, PromiseRow};
use previ_session::views::matrix::MatrixPage;
use previ_session::views::unused::{UnusedView, choices_in_words};
use previ_words::{Decimals, amount, money, text_with, view};

use crate::arguments::{Format, ViewRequest};
use crate::commands::project_plan;
use crate::table::{Table, cut, hanging, wrapped};
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
        unused(&counted, table.about, console)?;
    }
    if let Some(cost) = choices_in_words(&counted, console.language) {
        let said = format!("{} : {cost}", console.text("cli-title-choices"));
        writeln!(console.out)?;
        console.out.write_all(wrapped(&said, "", console.surroundings.columns).as_bytes())?;
    }
    promises("cli-title-tranches", &page, &page.tranches, console)?;
    promises("cli-title-funders", &page, &page.funders, console)?;
    matrix(&MatrixPage::new(&counted, console.language), console)?;
    cliff(&CliffPage::new(&counted, console.language), console)?;
    let width = console.surroundings.columns;
    writeln!(console.out)?;
    for line in console.text("cli-how-to-read-funding").lines() {
        console.out.write_all(wrapped(line, "", width).as_bytes())?;
    }
    super::check::conclude(&projection.diagnostics, console)
}

/// Why money of an agreement found no cost, if some did not.
fn unused(view: &View, agreement: AgreementId, console: &mut Console<'_>) -> io::Result<()> {
    let Some(found) = UnusedView::new(view, agreement, console.language) else { return Ok(()) };
    let width = console.surroundings.columns;
    console.out.write_all(wrapped(&found.title, "", width).as_bytes())?;
    for reason in &found.reasons {
        console.out.write_all(hanging(reason, "• ", width).as_bytes())?;
    }
    Ok(())
}

/// Which columns of a promise are shown, and their headings, short enough for 80 characters.
const PROMISES: [(usize, &str); 5] = [
    (0, "agreements-asked"),
    (2, "promise-counted"),
    (3, "promise-received"),
    (4, "cli-promise-to-come"),
    (5, "cli-promise-at-risk"),
];

fn promises<T>(
    title: &str,
    page: &FundingPage,
    rows: &[PromiseRow<T>],
    console: &mut Console<'_>,
) -> io::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let headings = PROMISES.iter().map(|(_, id)| console.text(id));
    let mut table = Table::new(std::iter::once(console.text(title)).chain(headings).collect());
    for row in rows {
        let cells = PROMISES.iter().map(|(column, _)| page.promise_cell(row, *column).text);
        table.row(row.title.clone(), cells.collect::<Vec<_>>());
    }
    writeln!(console.out)?;
    console.out.write_all(table.render(console.surroundings.columns).as_bytes())
}

/// How wide the name of an activity over its column may be.
const HEADING: usize = 14;

/// Who pays what over all years: the years one by one are in the tables above.
fn matrix(page: &MatrixPage, console: &mut Console<'_>) -> io::Result<()> {
    if page.is_empty() {
        return Ok(());
    }
    let mut header = page.columns.iter().map(|title| cut(title, HEADING));
    let _payer = header.next();
    let mut table = Table::new(std::iter::once(console.text("cli-title-matrix")).chain(header).collect());
    for (row, title) in page.rows.iter().enumerate() {
        if row + 1 == page.rows.len() {
            table.rule();
        }
        let cells = (1..page.columns.len()).map(|column| page.cell(row, column, None).text);
        table.row(title.clone(), cells.collect::<Vec<_>>());
    }
    writeln!(console.out)?;
    console.out.write_all(table.render(console.surroundings.columns).as_bytes())
}

fn cliff(page: &CliffPage, console: &mut Console<'_>) -> io::Result<()> {
    if page.endings.is_empty() {
        return Ok(());
    }
    let width = console.surroundings.columns;
    writeln!(console.out, "\n{}", console.text("cli-title-cliff"))?;
    for ending in &page.endings {
        let yearly = money(console.language, ending.yearly_cents, Decimals::None);
        let args = [("amount", Arg::Text(yearly))];
        let yearly = text_with(console.language, "cli-cliff-yearly", &args);
        let title = format!("{} · {} · {yearly}", ending.month, ending.title);
        writeln!(console.out)?;
        console.out.write_all(wrapped(&title, "", width).as_bytes())?;
        for said in
            [&ending.paid, &ending.positions, &ending.after].into_iter().filter(|said| !said.is_empty())
        {
            console.out.write_all(wrapped(said, "  ", width).as_bytes())?;
        }
    }
    Ok(())
}

fn section(title: &str, rows: &[FundingRow], years: &[String], console: &mut Console<'_>) -> io::Result<()> {
    let mut header = vec![title.to_owned()];
    header.extend(years.iter().cloned());
    let mut table = Table::new(header);
    for row in rows {
        let cents = row.cents.iter().map(|cents| amount(console.language, *cents, Decimals::None));
        table.row(row.title.clone(), cents.collect::<Vec<_>>());
        if !row.note.is_empty() {
            table.row(format!("  {}", row.note), []);
        }
    }
    writeln!(console.out)?;
    console.out.write_all(table.render(console.surroundings.columns).as_bytes())
}

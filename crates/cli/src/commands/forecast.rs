//! `previ forecast`: result per year and cash per month.

use std::io;

use previ_engine::alert::alerts;
use previ_engine::cash::{CashForecast, cash_forecast};
use previ_engine::income::{Block, IncomeStatement, income_statement};
use previ_engine::view::View;
use previ_words::{Decimals, Language, account_label, amount, fiscal_year, message, money, month_long};

use crate::arguments::{Accounts, ForecastRequest, Format};
use crate::commands::project_plan;
use crate::table::{Table, hanging, wrapped};
use crate::{Console, Exit, json};

pub(crate) fn run(request: &ForecastRequest, console: &mut Console<'_>) -> io::Result<Exit> {
    let (projection, view) = match project_plan(request.file.as_deref(), request.view, console)? {
        Ok(found) => found,
        Err(exit) => return Ok(exit),
    };
    if request.format == Format::Json {
        json::forecast(console.out, &view, &projection.diagnostics, console.language)?;
    } else {
        let text = forecast(&view, request.accounts, console);
        console.out.write_all(text.as_bytes())?;
    }
    super::check::conclude(&projection.diagnostics, console)
}

fn forecast(view: &View, accounts: Accounts, console: &Console<'_>) -> String {
    let language = console.language;
    let width = console.surroundings.columns;
    let income = income_statement(view, None);
    let cash = cash_forecast(view);
    let years = income.years.iter().map(|year| fiscal_year(*year)).collect::<Vec<_>>();
    let span = match (years.first(), years.last()) {
        (Some(first), Some(last)) if first != last => format!("{first} – {last}"),
        (Some(only), _) => only.clone(),
        (None, _) => String::new(),
    };
    let title = format!(
        "{} · {span} · {}",
        view.plan().frame.association.name,
        previ_words::view(language, view.certainty)
    );
    let mut text = format!("{title}\n\n{}\n", console.text("cli-title-income"));
    text.push_str(&income_table(&income, accounts, language, console).render(width));
    let start = money(language, cash.opening_cents.first().copied().unwrap_or(0), Decimals::None);
    text.push_str(&format!("\n{} {start}\n", console.text("cli-title-cash")));
    text.push_str(&cash_table(&cash, language, console).render(width));
    text.push_str(&format!("\n{}\n", console.text("cli-title-alerts")));
    let as_of = view.plan().frame.horizon.seen_from(Some(console.surroundings.today));
    let found = alerts(view, &income, &cash, as_of);
    if found.is_empty() {
        text.push_str(&format!("{}\n", console.text("cli-no-alert")));
    }
    for alert in &found {
        let said = message(language, alert);
        text.push_str(&hanging(&said.text, "• ", width));
        text.push_str(&hanging(&said.hint, "  → ", width));
    }
    text.push('\n');
    for line in console.text("cli-how-to-read").lines() {
        text.push_str(&wrapped(line, "", width));
    }
    text
}

pub(crate) fn income_table(
    income: &IncomeStatement,
    accounts: Accounts,
    language: Language,
    console: &Console<'_>,
) -> Table {
    let mut header = vec![console.text("cli-euros")];
    header.extend(income.years.iter().map(|year| fiscal_year(*year)));
    let mut table = Table::new(header);
    let euros = |cents: &[i64]| {
        cents.iter().map(|cents| amount(language, *cents, Decimals::None)).collect::<Vec<_>>()
    };
    let mut block = |block: &Block, total: &str| {
        for heading in &block.headings {
            let label = account_label(language, previ_reference::reference(), heading.account);
            table.row(format!("{} {label}", heading.account), euros(&heading.total_cents));
            if accounts == Accounts::All {
                for row in &heading.rows {
                    let label = account_label(language, previ_reference::reference(), row.account);
                    table.row(format!("    {} {label}", row.account), euros(&row.cents));
                }
            }
        }
        table.row(console.text(total), euros(&block.total_cents));
        table.rule();
    };
    block(&income.charges, "cli-total-charges");
    block(&income.income, "cli-total-income");
    table.row(console.text("cli-result"), euros(&income.result_cents));
    table.row(console.text("cli-to-find"), euros(&income.to_find_cents));
    table
}

fn cash_table(cash: &CashForecast, language: Language, console: &Console<'_>) -> Table {
    let columns = ["cli-receipts", "cli-payments", "cli-closing", "cli-worst"];
    let mut header = vec![console.text("cli-month")];
    header.extend(columns.iter().map(|id| console.text(id)));
    let mut table = Table::new(header);
    let sum = |lines: &[previ_engine::cash::CashLine], month: usize| -> i64 {
        lines.iter().filter_map(|line| line.cents.get(month)).sum()
    };
    for (place, month) in cash.months.iter().enumerate() {
        if place > 0 && place % 12 == 0 {
            table.rule();
        }
        let at = |cents: &[i64]| cents.get(place).copied().unwrap_or(0);
        let cells = [
            sum(&cash.receipts, place),
            sum(&cash.payments, place),
            at(&cash.closing_cents),
            at(&cash.worst_cents),
        ];
        let low = cash.low_points.iter().any(|(low, _)| low == month);
        let mark = if low { console.text("cli-low-point") } else { String::new() };
        let label = format!("{} {mark}", month_long(language, *month));
        table.row(label.trim_end(), cells.map(|cents| amount(language, cents, Decimals::None)));
    }
    table
}

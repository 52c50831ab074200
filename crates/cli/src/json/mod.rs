//! What a machine may read: types of their own, with a schema number that rises when a field changes
//! its meaning or goes. Amounts are whole cents.

use std::io::{self, Write};

use previ_engine::AllocationRow;
use previ_engine::balance::{BalanceRow, balance_sheet};
use previ_engine::cash::{CashLine, cash_forecast};
use previ_engine::certainty::CertaintyView;
use previ_engine::diagnostic::{Diagnostic, Severity};
use previ_engine::figure::Figure;
use previ_engine::income::{Block, income_statement};
use previ_engine::query::Row;
use previ_engine::view::View;
use previ_words::{Language, fiscal_year, message, place};
use serde::Serialize;

mod activity;
mod actuals;
mod calendar;
mod funding;
mod incitu;
mod staff;
mod workload;

pub(crate) use activity::activity;
pub(crate) use calendar::calendar;
pub(crate) use funding::funding;
pub(crate) use incitu::{incitu, step_id};
pub(crate) use staff::staff;
pub(crate) use workload::workload;

const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct Forecast {
    schema: u32,
    association: String,
    view: &'static str,
    years: Vec<String>,
    charges: Vec<Account>,
    income: Vec<Account>,
    in_kind: Vec<Account>,
    total_charges_cents: Vec<i64>,
    total_income_cents: Vec<i64>,
    result_cents: Vec<i64>,
    to_find_cents: Vec<i64>,
    cash: Cash,
    balance: Balance,
    diagnostics: Vec<Message>,
}

#[derive(Serialize)]
struct Account {
    account: String,
    cents: Vec<i64>,
}

#[derive(Serialize)]
struct Cash {
    months: Vec<String>,
    opening_cents: Vec<i64>,
    rows: Vec<CashMovements>,
    closing_cents: Vec<i64>,
    worst_cents: Vec<i64>,
    reserve_cents: Option<Vec<i64>>,
    first_negative_end: Option<String>,
    first_negative_inside: Option<String>,
}

#[derive(Serialize)]
struct CashMovements {
    row: String,
    cents: Vec<i64>,
}

/// The first column is the opening, the others the year ends.
#[derive(Serialize)]
struct Balance {
    assets: Vec<Account>,
    liabilities: Vec<Account>,
    total_cents: Vec<i64>,
}

#[derive(Serialize)]
struct Message {
    code: &'static str,
    severity: &'static str,
    place: String,
    text: String,
    hint: String,
}

#[derive(Serialize)]
struct Explanation {
    schema: u32,
    figure: String,
    cents: i64,
    rows: Vec<ExplanationRow>,
    /// What keys of shared costs give, which is in no entry.
    shared: Vec<SharedRow>,
}

#[derive(Serialize)]
struct SharedRow {
    pool: u32,
    label: String,
    activity: u32,
    month: String,
    account: String,
    cents: i64,
}

#[derive(Serialize)]
struct ExplanationRow {
    item: u32,
    label: String,
    rule: String,
    month: String,
    debit: String,
    credit: String,
    cents: i64,
}

pub(crate) fn forecast(
    out: &mut dyn Write,
    view: &View,
    diagnostics: &[Diagnostic],
    language: Language,
) -> io::Result<()> {
    let income = income_statement(view, None);
    let cash = cash_forecast(view);
    let balance = balance_sheet(view);
    let text = |month: &previ_engine::month::Month| month.to_string();
    let forecast = Forecast {
        schema: SCHEMA,
        association: view.plan().frame.association.name.clone(),
        view: view_name(view.certainty),
        years: income.years.iter().map(|year| fiscal_year(*year)).collect(),
        charges: accounts([&income.charges]),
        income: accounts([&income.income]),
        in_kind: accounts([&income.in_kind_uses, &income.in_kind_resources]),
        total_charges_cents: income.charges.total_cents,
        total_income_cents: income.income.total_cents,
        result_cents: income.result_cents,
        to_find_cents: income.to_find_cents,
        cash: Cash {
            months: cash.months.iter().map(text).collect(),
            opening_cents: cash.opening_cents,
            rows: cash.receipts.into_iter().chain(cash.payments).map(movements).collect(),
            closing_cents: cash.closing_cents,
            worst_cents: cash.worst_cents,
            reserve_cents: cash.reserve_cents,
            first_negative_end: cash.first_negative_end.as_ref().map(text),
            first_negative_inside: cash.first_negative_inside.as_ref().map(text),
        },
        balance: Balance {
            assets: balance.assets.into_iter().map(balance_account).collect(),
            liabilities: balance.liabilities.into_iter().map(balance_account).collect(),
            total_cents: balance.total_cents,
        },
        diagnostics: messages(diagnostics, language),
    };
    write(out, &forecast)
}

pub(crate) fn diagnostics(
    out: &mut dyn Write,
    diagnostics: &[Diagnostic],
    language: Language,
) -> io::Result<()> {
    write(out, &messages(diagnostics, language))
}

pub(crate) fn explanation(
    out: &mut dyn Write,
    view: &View,
    figure: Figure,
    cents: i64,
    rows: &[Row],
    shared: &[AllocationRow],
) -> io::Result<()> {
    let account = |index| view.registry().account_at(index).number.to_string();
    let row = |row: &Row| ExplanationRow {
        item: row.item.number(),
        label: view.plan().label(row.item).to_owned(),
        rule: format!("{:?}", row.entry.rule),
        month: view.timeline().month(row.entry.month).to_string(),
        debit: account(row.entry.debit),
        credit: account(row.entry.credit),
        cents: row.cents,
    };
    let rows = rows.iter().map(row).collect();
    let part = |row: &AllocationRow| SharedRow {
        pool: row.pool.0,
        label: view.plan().label(row.pool.into()).to_owned(),
        activity: row.activity.0,
        month: view.timeline().month(row.month).to_string(),
        account: row.account.to_string(),
        cents: row.cents,
    };
    let shared = shared.iter().map(part).collect();
    write(out, &Explanation { schema: SCHEMA, figure: figure.to_string(), cents, rows, shared })
}

fn view_name(view: CertaintyView) -> &'static str {
    match view {
        CertaintyView::Certain => "certain",
        CertaintyView::Expected => "expected",
        CertaintyView::Everything => "everything",
    }
}

fn accounts<'a>(blocks: impl IntoIterator<Item = &'a Block>) -> Vec<Account> {
    let rows = blocks.into_iter().flat_map(|block| &block.headings).flat_map(|heading| &heading.rows);
    rows.map(|row| Account { account: row.account.to_string(), cents: row.cents.clone() }).collect()
}

fn balance_account(row: BalanceRow) -> Account {
    Account { account: row.account.to_string(), cents: row.cents }
}

fn movements(line: CashLine) -> CashMovements {
    CashMovements { row: line.row.name(), cents: line.cents }
}

fn messages(diagnostics: &[Diagnostic], language: Language) -> Vec<Message> {
    let one = |diagnostic: &Diagnostic| {
        let said = message(language, diagnostic);
        Message {
            code: diagnostic.code.0,
            severity: match diagnostic.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            },
            place: place(language, &diagnostic.place),
            text: said.text,
            hint: said.hint,
        }
    };
    diagnostics.iter().map(one).collect()
}

fn write(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    out.write_all(b"\n")
}

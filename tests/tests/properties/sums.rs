//! Every figure is a sum: of its months, its activities, its rows, its entries.

use std::collections::BTreeMap;

use previ_engine::account::AccountNumber;
use previ_engine::balance::{BalanceRow, balance_sheet};
use previ_engine::cash::{CashRow, cash_forecast};
use previ_engine::certainty::CertaintyView;
use previ_engine::figure::{CashPart, Figure, usual_side};
use previ_engine::id::ActivityId;
use previ_engine::income::{AccountRow, IncomeStatement, income_statement};
use previ_engine::journal::{ActivityIndex, Entry};
use previ_engine::query::{self, AccountFilter, Query};
use previ_engine::timeline::MonthIndex;
use previ_engine::view::View;

use crate::random::{Verdict, holds, view_of};

fn in_each_view(cases: u32, property: fn(&View) -> Verdict) {
    holds(cases, |plan, _| {
        CertaintyView::ALL.into_iter().try_for_each(|certainty| property(&view_of(plan, certainty)))
    });
}

fn equal(what: &str, left: i64, right: i64) -> Verdict {
    if left == right { Ok(()) } else { Err(format!("{what}: {left} and {right}")) }
}

fn rows_of(statement: &IncomeStatement) -> impl Iterator<Item = &AccountRow> {
    [&statement.charges, &statement.income, &statement.in_kind_uses, &statement.in_kind_resources]
        .into_iter()
        .flat_map(|block| &block.headings)
        .flat_map(|heading| &heading.rows)
}

#[test]
fn a_year_is_its_months_and_a_cell_the_sum_of_its_entries() {
    in_each_view(60, |view| {
        cells_are_queries(view, None)?;
        view.plan().activities.iter().try_for_each(|activity| cells_are_queries(view, Some(activity.id)))
    });
}

fn cells_are_queries(view: &View, activity: Option<ActivityId>) -> Verdict {
    let statement = income_statement(view, activity);
    let accounts: Vec<AccountNumber> = rows_of(&statement).map(|row| row.account).collect();
    for (place, year) in statement.years.iter().enumerate() {
        let months = view.timeline().months_of(place);
        for account in &accounts {
            let cells = rows_of(&statement).filter(|row| row.account.is_under(*account));
            let of_statement: i64 = cells.map(|row| row.cents[place]).sum();
            let asked = |from: u16, to: u16| {
                let accounts = AccountFilter::Under(*account);
                Query { activity, ..Query::new(accounts, MonthIndex(from), MonthIndex(to)) }
            };
            let whole = asked(*months.start(), *months.end());
            let by_month: i64 = months.clone().map(|month| query::sum(view, &asked(month, month))).sum();
            let rows: i64 = query::rows(view, &whole).iter().map(|row| row.cents).sum();
            let figure = Figure::Result { year: year.key(), account: Some(*account), activity };
            let what = figure.to_string();
            let side = usual_side(*account);
            equal(&what, of_statement, side * query::sum(view, &whole))?;
            equal(&what, of_statement, side * by_month)?;
            equal(&what, of_statement, side * rows)?;
            equal(&what, of_statement, figure.value(view).unwrap_or(i64::MIN))?;
            if what.parse() != Ok(figure) {
                return Err(format!("{what} is read as another figure"));
            }
        }
        let result = Figure::Result { year: year.key(), account: None, activity };
        let of_figure = result.value(view).unwrap_or(i64::MIN);
        equal(&result.to_string(), statement.result_cents[place], of_figure)?;
        let difference = statement.income.total_cents[place] - statement.charges.total_cents[place];
        equal(&result.to_string(), statement.result_cents[place], difference)?;
        let to_find = (-difference).max(0);
        equal("to find", statement.to_find_cents[place], to_find)?;
    }
    Ok(())
}

#[test]
fn headings_and_blocks_are_the_sums_of_their_rows() {
    in_each_view(60, |view| {
        let statement = income_statement(view, None);
        for block in
            [&statement.charges, &statement.income, &statement.in_kind_uses, &statement.in_kind_resources]
        {
            for place in 0..statement.years.len() {
                let mut total = 0;
                for heading in &block.headings {
                    let rows: i64 = heading.rows.iter().map(|row| row.cents[place]).sum();
                    equal("heading", heading.total_cents[place], rows)?;
                    total += rows;
                }
                equal("block", block.total_cents[place], total)?;
            }
        }
        Ok(())
    });
}

#[test]
fn the_whole_is_its_activities_and_the_structure() {
    in_each_view(100, |view| {
        let plan = view.plan();
        let own = own_cells(view);
        let places = std::iter::once(None).chain(plan.activities.iter().map(|activity| Some(activity.id)));
        for place in places {
            let mut cells = own.get(&place).cloned().unwrap_or_default();
            let below = plan.activities.iter().filter(|activity| activity.parent == place);
            for activity in below {
                for (key, cents) in cells_of(view, Some(activity.id)) {
                    *cells.entry(key).or_default() += cents;
                }
            }
            cells.retain(|_, cents| *cents != 0);
            if cells != cells_of(view, place) {
                return Err(format!("{place:?}: {cells:?} and {:?}", cells_of(view, place)));
            }
        }
        Ok(())
    });
}

type Cells = BTreeMap<(usize, AccountNumber), i64>;

fn cells_of(view: &View, activity: Option<ActivityId>) -> Cells {
    let statement = income_statement(view, activity);
    let mut cells = Cells::new();
    for row in rows_of(&statement) {
        for (year, cents) in row.cents.iter().enumerate().filter(|(_, cents)| **cents != 0) {
            cells.insert((year, row.account), *cents);
        }
    }
    cells
}

/// Cells of each activity without those below it, from the entries.
fn own_cells(view: &View) -> BTreeMap<Option<ActivityId>, Cells> {
    let registry = view.registry();
    let mut own: BTreeMap<Option<ActivityId>, Cells> = BTreeMap::new();
    for entry in view.entries() {
        let Some(year) = view.timeline().year_of(entry.month) else { continue };
        let activity = match entry.activity {
            ActivityIndex::STRUCTURE => None,
            activity => registry.activity_at(activity),
        };
        for (account, cents) in sides(entry) {
            let number = registry.account_at(account).number;
            if matches!(number.class(), 6..=8) {
                let cells = own.entry(activity).or_default();
                *cells.entry((year, number)).or_default() += usual_side(number) * cents;
            }
        }
    }
    own
}

fn sides(entry: Entry) -> [(previ_engine::journal::AccountIndex, i64); 2] {
    [(entry.debit, entry.amount_cents), (entry.credit, -entry.amount_cents)]
}

#[test]
fn cash_rows_and_the_opening_make_the_treasury_accounts() {
    in_each_view(100, |view| {
        let forecast = cash_forecast(view);
        let mut cash = forecast.opening_cents.first().copied().unwrap_or_default();
        for (place, month) in forecast.months.iter().enumerate() {
            equal(&format!("start of {month}"), forecast.opening_cents[place], cash)?;
            let lines = || forecast.receipts.iter().chain(&forecast.payments);
            cash += lines().map(|line| line.cents[place]).sum::<i64>();
            equal(&format!("end of {month}"), forecast.closing_cents[place], cash)?;
            equal(&format!("accounts in {month}"), usable_treasury(view, place + 1), cash)?;
            let worst = forecast.worst_cents[place];
            if worst > forecast.opening_cents[place] || worst > cash {
                return Err(format!("the worst of {month} is better than its start or end"));
            }
            for row in lines() {
                let figure = Figure::Cash { month: *month, part: CashPart::Row(row.row) };
                equal(&figure.to_string(), figure.value(view).unwrap_or(i64::MIN), row.cents[place])?;
            }
            for (part, cents) in [
                (CashPart::Opening, forecast.opening_cents[place]),
                (CashPart::Closing, forecast.closing_cents[place]),
                (CashPart::Worst, worst),
            ] {
                let figure = Figure::Cash { month: *month, part };
                equal(&figure.to_string(), figure.value(view).unwrap_or(i64::MIN), cents)?;
                let rows = figure.rows(view).unwrap_or_default();
                equal(&figure.to_string(), rows.iter().map(|row| row.cents).sum(), cents)?;
            }
        }
        low_points(view)
    });
}

/// The balance of the treasury accounts that are not blocked at the end of a month.
fn usable_treasury(view: &View, month: usize) -> i64 {
    let (plan, registry) = (view.plan(), view.registry());
    let entries = view.entries().filter(|entry| usize::from(entry.month.0) <= month);
    let usable = |account| {
        let id = registry.account_at(account).treasury;
        let blocked = plan.treasury.iter().any(|account| Some(account.id) == id && account.blocked);
        registry.is_treasury(account) && !blocked
    };
    entries.flat_map(sides).filter(|(account, _)| usable(*account)).map(|(_, cents)| cents).sum()
}

fn low_points(view: &View) -> Verdict {
    let forecast = cash_forecast(view);
    for (year, (month, cents)) in forecast.closing_cents.chunks(12).zip(&forecast.low_points) {
        equal("low point", *cents, year.iter().copied().min().unwrap_or_default())?;
        let place = forecast.months.iter().position(|one| one == month).unwrap_or_default();
        equal("month of the low point", forecast.closing_cents[place], *cents)?;
    }
    let negative =
        |cents: &[i64]| cents.iter().position(|cents| *cents < 0).map(|place| forecast.months[place]);
    if forecast.first_negative_end != negative(&forecast.closing_cents)
        || forecast.first_negative_inside != negative(&forecast.worst_cents)
    {
        return Err("the first month below zero is another one".to_owned());
    }
    Ok(())
}

#[test]
fn every_balance_sheet_balances() {
    in_each_view(100, |view| {
        let sheet = balance_sheet(view);
        for (column, total) in sheet.total_cents.iter().enumerate() {
            let sum = |rows: &[BalanceRow]| rows.iter().map(|row| row.cents[column]).sum::<i64>();
            equal("assets", sum(&sheet.assets), *total)?;
            equal("liabilities", sum(&sheet.liabilities), *total)?;
        }
        for row in sheet.assets.iter().chain(&sheet.liabilities) {
            // Accounts that always stand where they are, under their own number.
            if !matches!(row.account.class(), 1 | 2) || matches!(row.account.prefix(2), 11 | 12) {
                continue;
            }
            for (column, year) in
                std::iter::once(None).chain(sheet.years.iter().map(|year| Some(year.key()))).enumerate()
            {
                let figure = Figure::Balance { year, account: row.account };
                let shown = sheet.assets.iter().chain(&sheet.liabilities);
                let below: i64 =
                    shown.filter(|one| one.account.is_under(row.account)).map(|one| one.cents[column]).sum();
                let value = figure.value(view).unwrap_or(i64::MIN);
                equal(&figure.to_string(), value.abs(), below.abs())?;
                let rows = figure.rows(view).unwrap_or_default();
                equal(&figure.to_string(), rows.iter().map(|row| row.cents).sum::<i64>(), value)?;
            }
        }
        Ok(())
    });
}

#[test]
fn every_cash_row_has_a_name_that_is_read_back() {
    for row in CashRow::all() {
        assert_eq!(row.name().parse(), Ok(row));
    }
}

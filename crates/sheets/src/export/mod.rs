//! A view becomes a workbook with live formulas, each with the engine's figure as its cached value.
//!
//! Changing a yearly amount, a monthly amount or an opening balance inside the workbook changes result and
//! cash as the engine would after the same edit. Dates, conditions, loans and new items are not followed.
//! The journal itself is written as ledger text.

mod cell;
mod formula;
mod grids;
mod ledger;
mod refs;
mod sheet;
mod source;
mod style;
mod tabs;
mod workers;
mod write;

use std::mem::take;

use previ_engine::cash::cash_forecast;
use previ_engine::diagnostic::{Arg, ArgKind, Code, CodeSpec, Diagnostic, Place, Severity};
use previ_engine::reference::Reference;
use previ_engine::view::View;
use previ_words::Language;

use grids::{Grids, agreements, assets, scheduled, staff, treasury};
pub use ledger::ledger;
use sheet::{Page, Sheet};
use source::Source;
use style::Styles;

const NOT_WRITTEN: Code = Code("sheets.workbook-not-written");

/// The codes of this module.
pub const CODES: &[CodeSpec] = &[CodeSpec { code: NOT_WRITTEN, args: &[("reason", ArgKind::Text)] }];

/// The workbook (*classeur*) of a view as the bytes of an xlsx file; the same view always gives the same
/// bytes.
///
/// # Errors
///
/// `sheets.workbook-not-written` when the plan has more rows than a sheet can hold.
pub fn workbook(view: &View, reference: &Reference, language: Language) -> Result<Vec<u8>, Diagnostic> {
    let source = Source::new(view, reference, language);
    let association = &source.plan.frame.association.name;
    write::bytes(pages(&source), &Styles::new(language), &source.refs, association).map_err(|error| {
        let said = Diagnostic::new(NOT_WRITTEN, Severity::Error, Place::Whole);
        said.with("reason", Arg::Text(error.to_string()))
    })
}

/// The sheets in their order, those to be read first, the working ones, which are the largest, last.
fn pages<'a>(source: &'a Source<'_>) -> Vec<Page<'a>> {
    let forecast = cash_forecast(source.view);
    let (assumptions, assumed) = tabs::assumptions::sheet(source);
    let placed = tabs::lines::place(source);
    let team = staff::place(source, &assumed);
    let mut tranches = agreements::place(source);
    let mut grids = Grids::default();
    scheduled::push(source, &placed.scheduled, &assumed, &mut grids);
    staff::push(source, &team, &mut grids);
    agreements::push(source, &mut tranches, &mut grids);
    assets::push_investments(source, &placed.invested, &mut grids);
    assets::push_loans(source, &mut grids);
    treasury::push_opening(source, &assumed, &mut grids);
    treasury::push_transfers(source, &assumed, &mut grids);
    let (statement, statement_places) = tabs::statement::sheet(source, &grids);
    let lines = tabs::lines::sheet(source, &placed, &grids);
    let funding = tabs::funding::sheet(source, &tranches, &grids);
    let activities = tabs::activities::sheet(source, &grids);
    let movements = (take(&mut grids.money), take(&mut grids.outside));
    let (mut money, money_places) = tabs::money::sheet(source, movements, &assumed);
    let (cash, cash_places) = tabs::cash::sheet(source, &money_places, &assumed, &forecast);
    let curve = tabs::curve::curve(source, &mut money, &money_places, &cash_places, &forecast);
    let from = tabs::summary::Sources {
        grids: &grids,
        statement: &statement_places,
        cash: &cash_places,
        forecast: &forecast,
        curve: &curve,
    };
    let ready = |sheet: Sheet| -> Page<'a> { Box::new(move || sheet) };
    let mut pages = vec![ready(tabs::summary::sheet(source, &from))];
    let budgets = (0..source.years.len()).map(|year| tabs::budget::sheet(source, &statement_places, year));
    pages.extend(budgets.map(ready));
    pages.extend([statement, cash, activities].map(ready));
    if !source.plan.activities.is_empty() {
        pages.push(Box::new(|| tabs::full_cost::sheet(source)));
    }
    pages.extend([funding, assumptions, lines].map(ready));
    pages.extend(tabs::team::sheet(source, &team).map(ready));
    pages.extend(tabs::workload::sheet(source).map(ready));
    pages.push(Box::new(move || tabs::months::sheet(source, grids.months)));
    pages.push(ready(money));
    pages
}

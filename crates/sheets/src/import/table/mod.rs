//! One table of a sheet, from its columns to its lines.

use previ_engine::account::AccountNumber;
use previ_engine::diagnostic::{Arg, Place, Severity};
use rust_decimal::Decimal;

use super::analysis::Analysis;
use super::codes::{COLUMN_CHOSEN, COLUMN_GUESSED, SIDE_GUESSED, THOUSANDS, say};
use super::layout::columns::Band;
use super::layout::plan_column::{self, PlanColumn};
use super::layout::rows;
use super::layout::sides::{self, Kind, Placed};
use super::wording::headings::{self, Side, TotalWord};
use super::wording::lines::Lexicon;
use super::workbook::{Cell, Sheet};

mod differences;
mod fates;
mod remarks;

/// The table of a band; `None` where it is no budget.
pub(crate) fn table(sheet: &Sheet, band: &Band, body: u32, lexicon: &Lexicon<'_>) -> Option<Analysis> {
    let plan = plan_column::choose(sheet, band, body)?;
    let title = title_in_thousands(sheet, band, body);
    let thousands = plan.thousands || title.is_some();
    let scale = if thousands { Decimal::ONE_THOUSAND } else { Decimal::ONE };
    let rows = rows::rows(sheet, band, &plan.columns, scale);
    let mut placed = sides::place(rows, band, body, lexicon);
    let by_name = headings::side(&sheet.name);
    let guessed = if by_name.is_some() { None } else { sides::guess(&placed, lexicon) };
    let first = placed.iter().find(|row| row.kind == Kind::Line && row.group.is_none()).cloned();
    if let Some(side) = by_name.or(guessed) {
        sides::assume(&mut placed, side);
    }
    let score = score(&placed, band, guessed.or(by_name));
    if score == 0 {
        return None;
    }
    let mut analysis = Analysis { score, year: plan.year, ..Analysis::default() };
    if let (Some(_), Some(row)) = (guessed, first) {
        let said = say(SIDE_GUESSED, Severity::Warning, row.place(sheet));
        analysis.diagnostics.push(said.with("label", Arg::Text(row.label().to_owned())));
    }
    if thousands {
        let column = || plan_column::name(sheet, plan.columns.first().copied().unwrap_or(0), body);
        let text = title.map_or_else(column, str::to_owned);
        let said = say(THOUSANDS, Severity::Note, Place::Whole).with("text", Arg::Text(text));
        analysis.diagnostics.push(said);
    }
    say_column(sheet, &plan, body, &mut analysis);
    let roles = differences::settle_groups(sheet, &placed, &mut analysis);
    fates::collect(sheet, (band, body), &placed, &roles, &mut analysis);
    Some(analysis)
}

/// The title above the table that says its amounts are in thousands of euros.
fn title_in_thousands<'s>(sheet: &'s Sheet, band: &Band, body: u32) -> Option<&'s str> {
    let first = band.columns().min().unwrap_or(0);
    let last = band.columns().max().unwrap_or(0);
    let above = sheet.cells().iter().filter(|cell| cell.row < body && (first..=last).contains(&cell.column));
    above.filter_map(Cell::text).find(|text| headings::in_thousands(text))
}

/// How much a band looks like a budget: heads of sides, totals of sides, different accounts, lines.
fn score(placed: &[Placed], band: &Band, assumed: Option<Side>) -> usize {
    let heads = placed.iter().filter(|row| match row.kind {
        Kind::SideHead(_) => true,
        Kind::Total(TotalWord::Sum { side, .. }) => side.is_some(),
        _ => false,
    });
    let heads = heads.count() + usize::from(band.side.is_some()) + usize::from(assumed.is_some());
    let lines = placed.iter().filter(|row| row.kind == Kind::Line && row.group.is_some());
    let mut accounts: Vec<AccountNumber> = lines.clone().filter_map(Placed::account).collect();
    accounts.sort_unstable();
    accounts.dedup();
    let lines = lines.count();
    // One account over and over is a list of payments.
    let is_budget = lines > 0 && (heads > 0 || accounts.len() > 1);
    if is_budget { lines + 5 * heads + 2 * accounts.len() } else { 0 }
}

fn say_column(sheet: &Sheet, plan: &PlanColumn, body: u32, analysis: &mut Analysis) {
    let (Some(column), [chosen]) = (plan.columns.first(), plan.columns.as_slice()) else { return };
    if plan.others.is_empty() {
        return;
    }
    let (code, severity) =
        if plan.guessed { (COLUMN_GUESSED, Severity::Warning) } else { (COLUMN_CHOSEN, Severity::Note) };
    let others: Vec<String> =
        plan.others.iter().map(|column| plan_column::name(sheet, *column, body)).collect();
    let said = say(code, severity, sheet.place(body, *column))
        .with("column", Arg::Text(plan_column::name(sheet, *chosen, body)))
        .with("others", Arg::Text(others.join(", ")));
    analysis.diagnostics.push(said);
}

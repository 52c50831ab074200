//! One sheet: its lines with their cells, what became of the other cells, what does not add up.

use std::collections::{BTreeMap, BTreeSet};

use previ_engine::account::AccountNumber;
use previ_engine::diagnostic::{Arg, Diagnostic, Severity};
use rust_decimal::Decimal;

use super::codes::{DUPLICATE_TABLE, say};
use super::layout::columns::{bands, is_year};
use super::layout::rows;
use super::layout::sides::Group;
use super::proposal::{Fate, Reason};
use super::table::table;
use super::wording::lines::Lexicon;
use super::wording::text::folded;
use super::workbook::{Sheet, address};

/// Sheets with more rows are lists, not budgets.
const MAX_ROWS: usize = 10_000;
/// Sheets with more columns are not budgets either.
const MAX_COLUMNS: usize = 300;

/// A line of the budget before it has an account.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) group: Group,
    pub(crate) account: Option<AccountNumber>,
    /// The account of the heading above it, where it has none of its own.
    pub(crate) heading: Option<AccountNumber>,
    /// The title of the section it stands in.
    pub(crate) section: Option<String>,
    pub(crate) label: String,
    /// `None` where the sheet plans nothing.
    pub(crate) amount: Option<Decimal>,
    pub(crate) ambiguous: bool,
    /// The cells of account and label, and those of the amount.
    pub(crate) named: Vec<(u32, u32)>,
    pub(crate) amounts: Vec<(u32, u32)>,
}

/// What a sheet holds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Analysis {
    pub(crate) lines: Vec<Found>,
    pub(crate) fates: BTreeMap<(u32, u32), Fate>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The year in the head of a plan's column, and its cell.
    pub(crate) year: Option<(i32, u32, u32)>,
    /// The cells above the first line.
    pub(crate) titles: Vec<(u32, u32)>,
    /// How much it looks like a budget; 0 where it does not.
    pub(crate) score: usize,
}

/// Looks for the tables of a sheet.
pub(crate) fn analyse(sheet: &Sheet, lexicon: &Lexicon<'_>) -> Analysis {
    let mut analysis = Analysis::default();
    let columns: BTreeSet<u32> = sheet.cells().iter().map(|cell| cell.column).collect();
    if sheet.rows().count() > MAX_ROWS || columns.len() > MAX_COLUMNS {
        return analysis;
    }
    let mut tables: Vec<Analysis> = Vec::new();
    let mut top = u32::MAX;
    for band in bands(sheet) {
        let body = rows::body(sheet, &band);
        let found = if body < u32::MAX { table(sheet, &band, body, lexicon) } else { None };
        if let Some(found) = found {
            top = top.min(body);
            tables.push(found);
        }
    }
    leave_out_duplicates(sheet, &mut tables);
    for table in tables {
        analysis.score += table.score;
        analysis.year = analysis.year.or(table.year);
        analysis.lines.extend(table.lines);
        analysis.diagnostics.extend(table.diagnostics);
        for (cell, fate) in table.fates {
            analysis.mark(cell, fate);
        }
    }
    for cell in sheet.cells().iter().filter(|cell| cell.row < top && top < u32::MAX) {
        analysis.titles.push((cell.row, cell.column));
        if cell.text().is_some() || is_year(&cell.value) {
            analysis.mark((cell.row, cell.column), Fate::Header);
        }
    }
    analysis
}

/// A table that repeats the lines of another, for an older year or in percent, is left out: of two the
/// later year stays, else the first.
fn leave_out_duplicates(sheet: &Sheet, tables: &mut [Analysis]) {
    let year = |table: &Analysis| table.year.map_or(i32::MIN, |(year, _, _)| year);
    for later in 1..tables.len() {
        for earlier in 0..later {
            if !repeats(&tables[later], &tables[earlier]) {
                continue;
            }
            let loser = if year(&tables[later]) > year(&tables[earlier]) { earlier } else { later };
            let lines = std::mem::take(&mut tables[loser].lines);
            let cells = || lines.iter().flat_map(|line| line.named.iter().chain(&line.amounts));
            for cell in cells() {
                tables[loser].fates.insert(*cell, Fate::NotPlaced(Reason::Duplicate));
            }
            let columns = || cells().map(|(_, column)| *column);
            let (Some(first), Some(last)) = (columns().min(), columns().max()) else { continue };
            let row = cells().map(|(row, _)| *row).min().unwrap_or(0);
            let name = |column: u32| address(0, column).trim_end_matches('1').to_owned();
            let said = say(DUPLICATE_TABLE, Severity::Warning, sheet.place(row, first));
            let said = said.with("text", Arg::Text(format!("{}–{}", name(first), name(last))));
            tables[loser].diagnostics = vec![said];
            tables[loser].score = 0;
        }
    }
}

/// Whether most lines of a table stand in another one too.
fn repeats(table: &Analysis, other: &Analysis) -> bool {
    let key = |line: &Found| (line.group, line.account, folded(&line.label));
    let known: BTreeSet<_> = other.lines.iter().map(key).collect();
    let again = table.lines.iter().filter(|line| known.contains(&key(line))).count();
    again > 1 && again * 2 > table.lines.len()
}

impl Analysis {
    /// Gives a cell its fate, unless it has a better one.
    pub(crate) fn mark(&mut self, cell: (u32, u32), fate: Fate) {
        let known = self.fates.entry(cell).or_insert(fate);
        *known = (*known).max(fate);
    }
}

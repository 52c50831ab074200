//! A workbook becomes a proposal: which sheet, which lines, what is left.

use previ_engine::diagnostic::{Arg, Diagnostic, Place, Severity};
use previ_engine::reference::Reference;

use super::analysis::{Analysis, analyse};
use super::codes::{ERROR_CELLS, HIDDEN_SHEETS, NO_BLOCK, NOT_PLACED, SHEET_CHOSEN, UNKNOWN_SHEET, say};
use super::items::propose_items;
use super::proposal::{CellFate, Fate, Proposal, Reason, not_placed};
use super::wording::lines::Lexicon;
use super::workbook::{Cell, Sheet, Value, Workbook, address};
use super::year;

/// How to import.
#[derive(Clone, Debug)]
pub struct ImportOptions<'a> {
    /// The sheet to read; the one that looks most like a budget when absent.
    pub sheet: Option<String>,
    /// The calendar year of the amounts; as the sheet says, else next year, when absent.
    pub first_year: Option<i32>,
    /// The current calendar year.
    pub this_year: i32,
    /// The chart of accounts.
    pub reference: &'a Reference,
}

/// Proposes what a workbook could become, and says what is doubtful about it.
///
/// Where no table is found, or the sheet asked for does not exist, the proposal has no items and an error
/// says so; every cell of the sheet has its fate all the same.
#[must_use]
pub fn propose(workbook: &Workbook, options: &ImportOptions<'_>) -> (Proposal, Vec<Diagnostic>) {
    let lexicon = Lexicon::new(options.reference);
    let mut diagnostics = Vec::new();
    let (sheet, mut analysis) = match chosen(workbook, options, &lexicon, &mut diagnostics) {
        Ok(found) => found,
        Err(refused) => {
            diagnostics.push(refused);
            (workbook.sheets.first(), Analysis::default())
        }
    };
    let Some(sheet) = sheet else { return (empty(workbook, options), diagnostics) };
    let (first_year, first_year_source, said) = year::find(workbook, sheet, &analysis, options);
    diagnostics.extend(said.filter(|_| analysis.score > 0));
    diagnostics.append(&mut analysis.diagnostics);
    let items = propose_items(sheet, &mut analysis, &lexicon);
    diagnostics.append(&mut analysis.diagnostics);
    diagnostics.extend(errors(sheet));
    let proposal = Proposal {
        file_name: workbook.file_name.clone(),
        sheet: sheet.name.clone(),
        title: title(sheet, &analysis),
        first_year,
        first_year_source,
        items,
        fates: fates(sheet, &analysis),
    };
    let left = not_placed(&proposal).len();
    if left > 0 && analysis.score > 0 {
        let said = say(NOT_PLACED, Severity::Note, Place::Whole);
        diagnostics.push(said.with("count", Arg::Number(left.into())));
    }
    (proposal, diagnostics)
}

type Chosen<'a> = (Option<&'a Sheet>, Analysis);

fn chosen<'a>(
    workbook: &'a Workbook,
    options: &ImportOptions<'_>,
    lexicon: &Lexicon<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Chosen<'a>, Diagnostic> {
    let names = |sheets: &[&Sheet]| {
        let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        Arg::Text(names.join(", "))
    };
    let all: Vec<&Sheet> = workbook.sheets.iter().collect();
    let no_block = || say(NO_BLOCK, Severity::Error, Place::Whole).with("sheets", names(&all));
    if let Some(wanted) = &options.sheet {
        let is_wanted = |sheet: &&&Sheet| sheet.name.trim().eq_ignore_ascii_case(wanted.trim());
        let exact = all.iter().find(|sheet| sheet.name == *wanted);
        let Some(sheet) = exact.or_else(|| all.iter().find(is_wanted)) else {
            let said = say(UNKNOWN_SHEET, Severity::Error, Place::Whole);
            return Err(said.with("sheet", Arg::Text(wanted.clone())).with("sheets", names(&all)));
        };
        let analysis = analyse(sheet, lexicon);
        if analysis.score == 0 {
            diagnostics.push(no_block());
        }
        return Ok((Some(sheet), analysis));
    }
    let mut found: Vec<(&Sheet, Analysis)> = Vec::new();
    for sheet in &workbook.sheets {
        let analysis = analyse(sheet, lexicon);
        if analysis.score > 0 {
            found.push((sheet, analysis));
        }
    }
    let hidden: Vec<&Sheet> = all.iter().copied().filter(|sheet| sheet.hidden).collect();
    if !hidden.is_empty() {
        let said = say(HIDDEN_SHEETS, Severity::Note, Place::Whole);
        diagnostics.push(said.with("sheets", names(&hidden)));
    }
    // A hidden sheet is often an older draft.
    let key = |(_, (sheet, analysis)): &(usize, &(&Sheet, Analysis))| (!sheet.hidden, analysis.score);
    let best = found.iter().enumerate().rev().max_by_key(key).map(|(place, _)| place);
    let Some(best) = best else { return Err(no_block()) };
    let (sheet, analysis) = found.remove(best);
    let visible: Vec<&Sheet> = found.iter().map(|(sheet, _)| *sheet).filter(|sheet| !sheet.hidden).collect();
    if !visible.is_empty() {
        let said = say(SHEET_CHOSEN, Severity::Note, Place::Whole);
        let said = said.with("sheet", Arg::Text(sheet.name.clone()));
        diagnostics.push(said.with("others", names(&visible)));
    }
    Ok((Some(sheet), analysis))
}

fn empty(workbook: &Workbook, options: &ImportOptions<'_>) -> Proposal {
    Proposal {
        file_name: workbook.file_name.clone(),
        sheet: String::new(),
        title: None,
        first_year: options.first_year.unwrap_or(options.this_year),
        first_year_source: super::proposal::YearSource::Assumed,
        items: Vec::new(),
        fates: Vec::new(),
    }
}

/// The first text above the tables that is long enough to be a title.
fn title(sheet: &Sheet, analysis: &Analysis) -> Option<String> {
    let cells = analysis.titles.iter().filter_map(|(row, column)| sheet.cell(*row, *column));
    let texts = cells.filter_map(Cell::text);
    texts.filter(|text| (10..=120).contains(&text.chars().count())).map(str::to_owned).next()
}

fn fates(sheet: &Sheet, analysis: &Analysis) -> Vec<CellFate> {
    let fate = |cell: &Cell| {
        let known = analysis.fates.get(&(cell.row, cell.column)).copied();
        let fate = known.unwrap_or(Fate::NotPlaced(match cell.value {
            Value::Error(_) => Reason::Error,
            _ => Reason::Outside,
        }));
        CellFate { row: cell.row, column: cell.column, text: cell.shown(), fate }
    };
    sheet.cells().iter().map(fate).collect()
}

fn errors(sheet: &Sheet) -> Option<Diagnostic> {
    let is_error = |cell: &&Cell| matches!(cell.value, Value::Error(_));
    let mut cells = sheet.cells().iter().filter(is_error);
    let first = cells.next()?;
    let said = say(ERROR_CELLS, Severity::Warning, sheet.place(first.row, first.column));
    let said = said.with("count", Arg::Number((1 + cells.count()).into()));
    Some(said.with("text", Arg::Text(address(first.row, first.column))))
}

//! The calendar year of the amounts.

use previ_engine::diagnostic::{Arg, Diagnostic, Place, Severity};

use super::analysis::Analysis;
use super::codes::{YEAR_ASSUMED, YEAR_PAST, say};
use super::proposal::YearSource;
use super::propose::ImportOptions;
use super::wording::years;
use super::workbook::{Sheet, Workbook};

/// The year that the person asked for, else the one in the head of the column, a title, the name of the
/// sheet or of the file, else next year.
pub(crate) fn find(
    workbook: &Workbook,
    sheet: &Sheet,
    analysis: &Analysis,
    options: &ImportOptions<'_>,
) -> (i32, YearSource, Option<Diagnostic>) {
    if let Some(year) = options.first_year {
        return (year, YearSource::Asked, None);
    }
    let (year, source) = written(workbook, sheet, analysis)
        .unwrap_or_else(|| (options.this_year.saturating_add(1), YearSource::Assumed));
    let place = match &source {
        YearSource::Column(place) | YearSource::Title(place) => place.clone(),
        YearSource::Asked | YearSource::SheetName | YearSource::FileName | YearSource::Assumed => {
            Place::Whole
        }
    };
    let code = match source {
        YearSource::Assumed => Some(YEAR_ASSUMED),
        _ if year < options.this_year => Some(YEAR_PAST),
        _ => None,
    };
    let said = code.map(|code| say(code, Severity::Note, place).with("year", Arg::Year(year)));
    (year, source, said)
}

fn written(workbook: &Workbook, sheet: &Sheet, analysis: &Analysis) -> Option<(i32, YearSource)> {
    if let Some((year, row, column)) = analysis.year {
        return Some((year, YearSource::Column(sheet.place(row, column))));
    }
    let titles = analysis.titles.iter().filter_map(|(row, column)| sheet.cell(*row, *column));
    let in_titles = titles.filter_map(|cell| {
        let year = years::year(cell.text()?)?;
        Some((year, YearSource::Title(sheet.place(cell.row, cell.column))))
    });
    let in_sheet = || years::year(&sheet.name).map(|year| (year, YearSource::SheetName));
    let in_file = || years::year(&workbook.file_name).map(|year| (year, YearSource::FileName));
    in_titles.max_by_key(|(year, _)| *year).or_else(in_sheet).or_else(in_file)
}

//! Tables by fiscal year: who pays for what, what becomes of money, what something costs.

use egui::Ui;
use previ_session::views::activities::{ActualsTable, YearRow};
use previ_session::views::cell::{CellView, Emphasis};
use previ_session::views::funding::{FundingPage, FundingRow};
use previ_words::Language;

use super::cell;
use super::list::{Group, List, ListColumn};

const AMOUNT: f32 = 96.0;

/// A sign of a note is about so wide.
const SIGN: f32 = 6.8;

/// Draws the rows under a title; `id` tells tables apart. Notes of rows have a column of their
/// own, the last one: amounts stay in sight where there is little room.
pub fn show(ui: &mut Ui, id: &'static str, page: &FundingPage, title: &str, rows: &[FundingRow]) {
    let notes = usize::from(rows.iter().any(|row| !row.note.is_empty()));
    let longest = rows.iter().map(|row| row.note.chars().count()).max().unwrap_or(0);
    let note_width = (longest as f32 * SIGN + 20.0).clamp(160.0, 380.0).round();
    let used = (page.years.len() as f32).min(6.0) * AMOUNT + notes as f32 * note_width + 16.0;
    let width = (ui.available_width() - used).clamp(220.0, 600.0).round();
    let first = ListColumn { title: title.to_owned(), width, number: false };
    let note = (notes > 0).then(|| ListColumn { title: String::new(), width: note_width, number: false });
    let years = page.years.iter().map(|year| ListColumn { title: year.clone(), width: AMOUNT, number: true });
    let cell = |row: usize, column: usize| {
        let Some(row) = rows.get(row) else { return CellView::default() };
        match column.checked_sub(1) {
            None => page.title(row),
            Some(year) if year < page.years.len() => page.cell(row, year),
            Some(_) => page.note(row),
        }
    };
    let list = List {
        id,
        columns: std::iter::once(first).chain(years).chain(note).collect(),
        sticky: 1,
        groups: Vec::new(),
        open_hint: String::new(),
        rows: rows.len(),
        cell: &cell,
        emphasis: &|row| {
            if rows.get(row).is_some_and(FundingRow::is_total) { Emphasis::Total } else { Emphasis::Normal }
        },
        selected: None,
        scroll_to: None,
        choose_rows: false,
    };
    list.show(ui, f32::INFINITY);
}

/// Draws rows that are words already, under a title; `id` tells tables apart.
pub fn years(ui: &mut Ui, id: &'static str, years: &[String], title: &str, rows: &[YearRow]) {
    let used = years.len() as f32 * AMOUNT + 16.0;
    let width = (ui.available_width() - used).clamp(240.0, 600.0).round();
    let first = ListColumn { title: title.to_owned(), width, number: false };
    let amounts = years.iter().map(|year| ListColumn { title: year.clone(), width: AMOUNT, number: true });
    let cell = |row: usize, column: usize| {
        let Some(row) = rows.get(row) else { return CellView::default() };
        match column.checked_sub(1) {
            None => cell::words(row.title.clone(), row.emphasis),
            Some(year) => row.cells.get(year).cloned().unwrap_or_default(),
        }
    };
    let list = List {
        id,
        columns: std::iter::once(first).chain(amounts).collect(),
        sticky: 1,
        groups: Vec::new(),
        open_hint: String::new(),
        rows: rows.len(),
        cell: &cell,
        emphasis: &|row| rows.get(row).map(|row| row.emphasis).unwrap_or_default(),
        selected: None,
        scroll_to: None,
        choose_rows: false,
    };
    list.show(ui, f32::INFINITY);
}

/// Draws what was planned beside what was done under a title, the columns of a year under its name.
pub fn actuals(ui: &mut Ui, language: Language, title: &str, told: &ActualsTable) {
    let mut groups = Vec::new();
    for (year, count) in &told.years {
        let start = groups.last().map_or(1, |last: &Group| last.columns.end);
        groups.push(Group { title: year.clone(), columns: start..start + count, open: None });
    }
    // As wide as what stands in it, so that three years have room.
    let width = |column: usize| {
        let cells = told.rows.iter().filter_map(|row| row.cells.get(column));
        cells.map(|cell| cell::width_of(ui, &cell.text)).fold(74.0_f32, f32::max)
    };
    let used: f32 = (0..told.columns.len()).map(width).sum();
    let room = (ui.available_width() - used - 16.0).clamp(216.0, 600.0).round();
    let first = ListColumn { title: title.to_owned(), width: room, number: false };
    let columns = told.columns.iter().enumerate();
    let columns = columns.map(|(place, column)| ListColumn {
        title: column.title(language),
        width: width(place),
        number: true,
    });
    let cell = |row: usize, column: usize| {
        let Some(row) = told.rows.get(row) else { return CellView::default() };
        match column.checked_sub(1) {
            None => cell::words(row.title.clone(), row.emphasis),
            Some(column) => row.cells.get(column).cloned().unwrap_or_default(),
        }
    };
    let list = List {
        id: "activity-actuals",
        columns: std::iter::once(first).chain(columns).collect(),
        sticky: 1,
        groups,
        open_hint: String::new(),
        rows: told.rows.len(),
        cell: &cell,
        emphasis: &|row| told.rows.get(row).map(|row| row.emphasis).unwrap_or_default(),
        selected: None,
        scroll_to: None,
        choose_rows: false,
    };
    list.show(ui, f32::INFINITY);
}

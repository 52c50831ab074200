//! The activities one below the other, in one fiscal year.

use egui::Ui;
use previ_session::Session;
use previ_session::views::activities::{ActivitiesPage, ActivityColumn, ColumnGroup};
use previ_session::views::cell::{CellKind, CellView, Emphasis};
use previ_session::views::explanation::Scope;
use previ_words::text;

use crate::page::{Desk, Request};
use crate::widget::cell::width_of;
use crate::widget::list::{Clicked, Group, List, ListColumn};

/// Draws the table; a click chooses an activity.
pub fn show(
    ui: &mut Ui,
    session: &Session,
    page: &ActivitiesPage,
    desk: &mut Desk,
    requests: &mut Vec<Request>,
) {
    let year = desk.activity_year;
    let cell = |row: usize, column: usize| match column.checked_sub(1) {
        None => title(page, row),
        Some(column) => page.cell(row, column, year),
    };
    let titles = page.columns.iter().enumerate().map(|(place, column)| {
        let (least, number) = match column {
            ActivityColumn::Days => (86.0, true),
            ActivityColumn::Dates => (150.0, false),
            ActivityColumn::Paid => (98.0, true),
            ActivityColumn::Left | ActivityColumn::Margin => (70.0, true),
            _ => (88.0, true),
        };
        // As wide as what stands in it: a large association has amounts in millions.
        let widths = (0..page.rows.len()).map(|row| width_of(ui, &page.cell(row, place, year).text));
        ListColumn { title: page.title(place), width: widths.fold(least, f32::max), number }
    });
    let titles: Vec<ListColumn> = titles.collect();
    let used: f32 = titles.iter().map(|column| column.width).sum();
    let width = (ui.available_width() - used - 16.0).clamp(216.0, 380.0).round();
    let first = ListColumn { title: text(session.language(), "app-page-activities"), width, number: false };
    let list = List {
        id: "activities",
        columns: std::iter::once(first).chain(titles).collect(),
        sticky: 1,
        groups: groups(page),
        open_hint: String::new(),
        rows: page.rows.len(),
        cell: &cell,
        emphasis: &|row| if row == 0 { Emphasis::Total } else { Emphasis::Normal },
        selected: page.rows.iter().position(|row| row.scope == desk.activity),
        scroll_to: None,
        choose_rows: true,
    };
    // No higher than the window: its scroll bar stays in reach.
    let height = (ui.clip_rect().height() - 60.0).max(240.0);
    if let Some(Clicked::Cell(row, column)) = list.show(ui, height) {
        if let Some(found) = page.rows.get(row) {
            desk.activity = found.scope;
        }
        if let (true, Some(subject)) = (desk.explaining, cell(row, column).subject) {
            requests.push(Request::Explain(subject));
        }
    }
}

fn title(page: &ActivitiesPage, row: usize) -> CellView {
    let Some(row) = page.rows.get(row) else { return CellView::default() };
    let indent = "\u{A0}\u{A0}\u{A0}".repeat(usize::from(row.depth));
    let emphasis = if row.scope == Scope::Whole { Emphasis::Total } else { Emphasis::Normal };
    let text = format!("{indent}{}", row.title);
    CellView { text, kind: CellKind::Text, emphasis, ..CellView::default() }
}

/// Columns beside each other that have something in common.
fn groups(page: &ActivitiesPage) -> Vec<Group> {
    let mut found: Vec<(ColumnGroup, Group)> = Vec::new();
    for (place, column) in page.columns.iter().enumerate() {
        let group = column.group();
        match found.last_mut().filter(|(known, _)| *known == group) {
            Some((_, known)) => known.columns.end = place + 2,
            None => {
                let title = page.group_title(group);
                found.push((group, Group { title, columns: place + 1..place + 2, open: None }));
            }
        }
    }
    found.into_iter().map(|(_, group)| group).collect()
}

//! Who pays what: funders and activities, then each funder with what it promises.

use egui::Ui;
use previ_session::Session;
use previ_session::views::cell::Emphasis;
use previ_session::views::funding::{FundingPage, PROMISE_COLUMNS};
use previ_session::views::matrix::MatrixPage;
use previ_words::text;

use crate::page::Desk;
use crate::theme::BLOCK_GAP;
use crate::widget::block::{heading, hint, tabs};
use crate::widget::cell;
use crate::widget::list::{List, ListColumn};

/// Draws the view.
pub fn show(ui: &mut Ui, session: &Session, desk: &mut Desk) {
    let language = session.language();
    let say = |id| text(language, id);
    let page = session.matrix();
    hint(ui, say("app-matrix-intro"));
    if page.is_empty() {
        hint(ui, say("app-matrix-none"));
        return;
    }
    let all = (None, say("app-matrix-all-years"));
    let years = page.years.iter().enumerate().map(|(place, year)| (Some(place), year.clone()));
    let choices: Vec<(Option<usize>, String)> = std::iter::once(all).chain(years).collect();
    // A plan may have fewer years than the one before.
    desk.matrix_year = desk.matrix_year.filter(|year| *year < page.years.len());
    if let Some(chosen) = tabs(ui, &desk.matrix_year, &choices) {
        desk.matrix_year = chosen;
    }
    ui.add_space(4.0);
    table(ui, &page, desk.matrix_year);
    ui.add_space(4.0);
    if page.has_to_find() {
        hint(ui, say("app-matrix-to-find-why"));
    }
    hint(ui, say("app-matrix-why"));
    let funding = session.funding();
    if !funding.funders.is_empty() {
        ui.add_space(BLOCK_GAP);
        heading(ui, say("app-matrix-funders"));
        funders(ui, &funding, &say);
        hint(ui, say("app-matrix-funders-why"));
    }
}

/// The total stands beside the names: activities scroll by.
fn table(ui: &mut Ui, page: &MatrixPage, year: Option<usize>) {
    let total = page.columns.len() - 1;
    let order: Vec<usize> = [0, total].into_iter().chain(1..total).collect();
    let names = (ui.available_width() * 0.3).clamp(160.0, 300.0).round();
    let columns = order.iter().map(|place| {
        let title = page.columns[*place].clone();
        let by_title = title.chars().count() as f32 * 8.0 + 24.0;
        let (width, number) = if *place == 0 { (names, false) } else { (by_title.clamp(96.0, 150.0), true) };
        ListColumn { title, width, number }
    });
    let list = List {
        id: "funding-matrix",
        columns: columns.collect(),
        sticky: 2,
        groups: Vec::new(),
        open_hint: String::new(),
        rows: page.rows.len(),
        cell: &|row, column| order.get(column).map(|place| page.cell(row, *place, year)).unwrap_or_default(),
        emphasis: &|row| page.emphasis(row),
        selected: None,
        scroll_to: None,
        choose_rows: false,
    };
    // No higher than the window: its scroll bar stays in reach.
    list.show(ui, (ui.clip_rect().height() - 90.0).max(240.0));
}

fn funders(ui: &mut Ui, page: &FundingPage, say: &impl Fn(&'static str) -> String) {
    let names = (ui.available_width() * 0.3).clamp(160.0, 300.0).round();
    let width = ((ui.available_width() - names - 16.0) / PROMISE_COLUMNS.len() as f32).floor();
    let width = width.clamp(104.0, 140.0);
    let first = ListColumn { title: say("agreements-funder"), width: names, number: false };
    let others = PROMISE_COLUMNS.map(|id| ListColumn { title: say(id), width, number: true });
    let list = List {
        id: "funders",
        columns: std::iter::once(first).chain(others).collect(),
        sticky: 1,
        groups: Vec::new(),
        open_hint: String::new(),
        rows: page.funders.len(),
        cell: &|row, column| {
            let Some(found) = page.funders.get(row) else { return Default::default() };
            match column.checked_sub(1) {
                None => cell::words(found.title.clone(), Emphasis::Normal),
                Some(column) => page.promise_cell(found, column),
            }
        },
        emphasis: &|_| Emphasis::Normal,
        selected: None,
        scroll_to: None,
        choose_rows: false,
    };
    list.show(ui, f32::INFINITY);
}

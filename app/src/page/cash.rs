//! *Trésorerie*: the curve, and every month in figures.

use egui::{RichText, Ui};
use previ_engine::diagnostic::Arg;
use previ_session::Session;
use previ_session::views::cash::CashPage;
use previ_session::views::cell::{CellKind, CellView};
use previ_session::views::columns::Column;
use previ_words::{Decimals, Language, money, month_long, text, text_with};

use super::{Desk, Request};
use crate::theme::Tokens;
use crate::widget::block::{hint, mark, unbroken};
use crate::widget::chart;
use crate::widget::list::{Clicked, Group, List, ListColumn};
use previ_engine::diagnostic::Severity;

/// Draws the page.
pub fn show(ui: &mut Ui, session: &Session, desk: &mut Desk, requests: &mut Vec<Request>) {
    let language = session.language();
    let page = session.cash(&desk.cash_years);
    let curve = page.curve();
    words(ui, language, &page);
    if curve.closing_cents.iter().any(|cents| *cents != 0) {
        let height = (ui.available_height() * 0.32).clamp(120.0, 260.0);
        chart::cash(ui, "cash-page", language, &curve, height);
        ui.add_space(6.0);
    }
    let cell = |row: usize, column: usize| match column.checked_sub(1) {
        None => CellView {
            text: page.title(row),
            kind: CellKind::Text,
            emphasis: page.emphasis(row),
            ..CellView::default()
        },
        Some(column) => page.cell(row, column),
    };
    let months = page.columns.groups.iter().any(|group| group.open);
    let titles = page.columns.columns.iter().map(|column| ListColumn {
        title: match column {
            Column::Year(_) if months => text(language, "app-year-total"),
            Column::Year(_) => text(language, "app-year-whole"),
            Column::Month(_) => column.title(language),
        },
        width: if matches!(column, Column::Year(_)) { 116.0 } else { 96.0 },
        number: true,
    });
    let years = page.columns.groups.len() as f32 * 116.0;
    let width = (ui.available_width() - years - 20.0).clamp(300.0, 480.0).round();
    let first = ListColumn { title: text(language, "app-cash-rows"), width, number: false };
    let groups = page.columns.groups.iter().map(|group| Group {
        title: group.title.clone(),
        columns: group.columns.start + 1..group.columns.end + 1,
        open: Some(group.open),
    });
    let list = List {
        id: "cash-rows",
        columns: std::iter::once(first).chain(titles).collect(),
        sticky: 1,
        groups: groups.collect(),
        open_hint: text(language, "app-year-open-close"),
        rows: page.rows.len(),
        cell: &cell,
        emphasis: &|row| page.emphasis(row),
        selected: None,
        scroll_to: None,
        choose_rows: false,
    };
    match list.show(ui, ui.available_height()) {
        Some(Clicked::Group(place)) => {
            if let Some(group) = page.columns.groups.get(place) {
                let key = group.year.key();
                if !desk.cash_years.remove(&key) {
                    desk.cash_years.insert(key);
                }
            }
        }
        Some(Clicked::Cell(row, column)) => {
            requests.extend(cell(row, column).subject.map(Request::Explain));
        }
        None => {}
    }
}

/// What the curve says.
fn words(ui: &mut Ui, language: Language, page: &CashPage) {
    let tokens = Tokens::in_use(ui);
    let curve = page.curve();
    let lowest = curve.months.iter().zip(&curve.closing_cents).min_by_key(|(_, cents)| **cents);
    ui.horizontal_wrapped(|ui| {
        if let Some(month) = curve.first_negative {
            let args = [("month", Arg::Text(month_long(language, month)))];
            mark(ui, Severity::Error);
            ui.label(RichText::new(text_with(language, "app-cash-negative", &args)).color(tokens.negative));
        } else if let Some(month) = curve.first_negative_inside {
            let args = [("month", Arg::Text(month_long(language, month)))];
            mark(ui, Severity::Warning);
            ui.label(RichText::new(text_with(language, "app-cash-inside", &args)).color(tokens.warning));
        } else if curve.closing_cents.iter().all(|cents| *cents == 0) {
            hint(ui, text(language, "app-cash-none"));
            return;
        } else {
            ui.label(RichText::new(text(language, "app-cash-holds")).color(tokens.positive));
        }
        if let Some((month, cents)) = lowest {
            let args = [
                ("month", Arg::Text(month_long(language, *month))),
                ("amount", Arg::Text(money(language, *cents, Decimals::None))),
            ];
            ui.label(unbroken(&text_with(language, "app-home-lowest", &args)));
        }
        if curve.reserve_cents.is_some() {
            hint(ui, text(language, "app-home-reserve-line"));
        }
        if page.is_average {
            hint(ui, text(language, "app-cash-average"));
        }
    });
}

//! What stops, and what goes on without it.

use egui::{Align, Layout, RichText, Ui};
use previ_engine::diagnostic::Arg;
use previ_session::Session;
use previ_session::views::cell::{CellKind, CellView, Emphasis};
use previ_session::views::cliff::{CliffPage, EndingView};
use previ_words::{Decimals, Language, amount, money, text, text_with};

use super::open;
use crate::page::Desk;
use crate::theme::{BLOCK_GAP, Tokens};
use crate::widget::block::{card, heading, hint, unbroken};
use crate::widget::cell;
use crate::widget::list::{List, ListColumn};

/// Draws the view.
pub fn show(ui: &mut Ui, session: &Session, desk: &mut Desk) {
    let language = session.language();
    let page = session.cliff();
    hint(ui, text(language, "app-cliff-intro"));
    if page.endings.is_empty() {
        hint(ui, text(language, "app-cliff-none"));
        return;
    }
    if page.tied_cents.iter().any(|cents| *cents != 0) {
        tied(ui, language, &page);
        hint(ui, text(language, "app-cliff-tied-why"));
    }
    for ending in &page.endings {
        ui.add_space(BLOCK_GAP / 2.0);
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            if show_ending(ui, language, ending) {
                open(desk, ending.agreement);
            }
        });
    }
}

fn tied(ui: &mut Ui, language: Language, page: &CliffPage) {
    let width = (ui.available_width() * 0.45).clamp(220.0, 460.0).round();
    let title = text(language, "app-cliff-year");
    let first = ListColumn { title, width, number: false };
    let years = page.years.iter().map(|year| ListColumn { title: year.clone(), width: 96.0, number: true });
    let cell = |_, column: usize| match column.checked_sub(1).and_then(|year| page.tied_cents.get(year)) {
        None => cell::words(text(language, "app-cliff-tied"), Emphasis::Normal),
        Some(cents) => CellView {
            text: amount(language, *cents, Decimals::None),
            cents: Some(*cents),
            kind: CellKind::Amount,
            ..CellView::default()
        },
    };
    let list = List {
        id: "cliff",
        columns: std::iter::once(first).chain(years).collect(),
        sticky: 1,
        groups: Vec::new(),
        open_hint: String::new(),
        rows: 1,
        cell: &cell,
        emphasis: &|_| Emphasis::Normal,
        selected: None,
        scroll_to: None,
        choose_rows: false,
    };
    list.show(ui, f32::INFINITY);
}

/// Whether its agreement is to be shown.
fn show_ending(ui: &mut Ui, language: Language, ending: &EndingView) -> bool {
    let tokens = Tokens::in_use(ui);
    let args = [("month", Arg::Text(ending.month.clone())), ("title", Arg::Text(ending.title.clone()))];
    heading(ui, text_with(language, "app-cliff-ends", &args));
    let args = [
        ("amount", Arg::Text(unbroken(&money(language, ending.yearly_cents, Decimals::None)))),
        ("certainty", Arg::Text(ending.certainty.clone())),
    ];
    ui.label(text_with(language, "app-cliff-yearly", &args));
    ui.label(unbroken(&ending.paid));
    if !ending.positions.is_empty() {
        hint(ui, ending.positions.clone());
    }
    if !ending.after.is_empty() {
        let colour = if ending.left_cents > 0 { tokens.negative } else { tokens.text };
        ui.label(RichText::new(unbroken(&ending.after)).color(colour));
    }
    ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
        ui.link(text(language, "app-cliff-show")).clicked()
    })
    .inner
}

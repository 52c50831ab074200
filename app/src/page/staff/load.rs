//! How busy positions are in each month.

use egui::Ui;
use previ_session::Session;
use previ_session::views::cell::{Emphasis, LoadStep};
use previ_session::views::workload::load_step;
use previ_words::text;

use crate::theme::Tokens;
use crate::widget::block::{hint, swatch};
use crate::widget::cell;
use crate::widget::list::{Group, List, ListColumn};

/// Width of a month: its name and year.
const MONTH: f32 = 84.0;

/// Draws the view.
pub fn show(ui: &mut Ui, session: &Session) {
    let language = session.language();
    let say = |id| text(language, id);
    let page = session.load();
    hint(ui, say("app-workload-map-why"));
    if page.rows.is_empty() {
        hint(ui, say("app-workload-map-none"));
        return;
    }
    let tokens = Tokens::in_use(ui);
    ui.horizontal_wrapped(|ui| {
        for step in LoadStep::ALL {
            swatch(ui, tokens.load(step));
            ui.label(load_step(language, step));
            ui.add_space(8.0);
        }
    });
    ui.add_space(4.0);
    let names = (ui.available_width() * 0.25).clamp(160.0, 280.0).round();
    let first = ListColumn { title: say("app-workload-posts"), width: names, number: false };
    let months = page.months.iter();
    let months = months.map(|month| ListColumn { title: month.clone(), width: MONTH, number: true });
    let groups = page.years.iter().map(|(title, months)| Group {
        title: title.clone(),
        columns: months.start + 1..months.end + 1,
        open: None,
    });
    let list = List {
        id: "load",
        columns: std::iter::once(first).chain(months).collect(),
        sticky: 1,
        groups: groups.collect(),
        open_hint: String::new(),
        rows: page.rows.len(),
        cell: &|row, column| match column.checked_sub(1) {
            None => cell::words(page.rows.get(row).cloned().unwrap_or_default(), Emphasis::Normal),
            Some(month) => page.cell(row, month),
        },
        emphasis: &|_| Emphasis::Normal,
        selected: None,
        scroll_to: None,
        choose_rows: false,
    };
    let height = ui.available_height();
    list.show(ui, height);
}

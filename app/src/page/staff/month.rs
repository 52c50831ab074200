//! The pay of a month, line by line.

use egui::Ui;
use previ_engine::id::PositionId;
use previ_session::Session;
use previ_session::views::cell::Emphasis;
use previ_session::views::staff::{MonthPayView, PayColumn};
use previ_words::text;

use crate::page::Desk;
use crate::widget::block::{card, hint};
use crate::widget::list::{List, ListColumn};

/// Widths of base, rate, amount and where the rate comes from.
const WIDTHS: [f32; 4] = [100.0, 112.0, 104.0, 200.0];

/// Draws the card.
pub fn show(ui: &mut Ui, session: &Session, desk: &mut Desk, position: PositionId) {
    let Some(shown) = session.month_pay(position, desk.pay_month) else { return };
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        months(ui, session, desk, &shown);
        ui.add_space(4.0);
        if !shown.rows.is_empty() {
            table(ui, session, &shown);
        }
        for note in &shown.notes {
            hint(ui, note.as_str());
        }
    });
}

/// The month with those before and after it.
fn months(ui: &mut Ui, session: &Session, desk: &mut Desk, shown: &MonthPayView) {
    let buttons = [("‹", "app-month-before"), ("›", "app-month-after")];
    ui.horizontal(|ui| {
        for (nth, (sign, id)) in buttons.into_iter().enumerate() {
            let name = text(session.language(), id);
            let button = ui.add_enabled(shown.neighbours[nth].is_some(), egui::Button::new(sign));
            let button = button.accessible_name(&name).on_hover_text(name);
            if button.clicked() {
                desk.pay_month = shown.neighbours[nth];
            }
            if nth == 0 {
                ui.label(&shown.title);
            }
        }
    });
}

fn table(ui: &mut Ui, session: &Session, shown: &MonthPayView) {
    let label = (ui.available_width() - WIDTHS.iter().sum::<f32>() - 16.0).clamp(240.0, 560.0).round();
    let widths = [label].into_iter().chain(WIDTHS);
    let columns = PayColumn::ALL.into_iter().zip(widths).map(|(column, width)| ListColumn {
        title: column.title(session.language()),
        width,
        number: matches!(column, PayColumn::Base | PayColumn::Rate | PayColumn::Amount),
    });
    let list = List {
        id: "month-pay",
        columns: columns.collect(),
        sticky: 1,
        groups: Vec::new(),
        open_hint: String::new(),
        rows: shown.rows.len(),
        cell: &|row, column| {
            PayColumn::ALL.get(column).map_or_else(Default::default, |c| shown.cell(row, *c))
        },
        emphasis: &|row| shown.rows.get(row).map_or(Emphasis::Normal, |row| row.emphasis),
        selected: None,
        scroll_to: None,
        choose_rows: false,
    };
    list.show(ui, f32::INFINITY);
}

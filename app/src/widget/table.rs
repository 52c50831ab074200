//! A small table of amounts by fiscal year, all of it in sight.

use egui::{Grid, Ui};
use previ_session::views::cell::Emphasis;
use previ_session::views::funding::{FundingPage, FundingRow};

use super::form::{label, label_right};
use crate::theme::Tokens;

const AMOUNT: f32 = 96.0;
const TITLE: f32 = 330.0;

/// Draws the rows under a title.
pub fn show(ui: &mut Ui, page: &FundingPage, title: &str, rows: &[FundingRow]) {
    let tokens = Tokens::in_use(ui);
    egui::ScrollArea::horizontal().id_salt(title).show(ui, |ui| {
        Grid::new(("funding", title)).spacing([8.0, 2.0]).show(ui, |ui| {
            label(ui, TITLE, title);
            for year in &page.years {
                label_right(ui, AMOUNT, egui::RichText::new(year).color(tokens.weak));
            }
            ui.end_row();
            for row in rows {
                label(ui, TITLE, &row.title);
                for year in 0..page.years.len() {
                    let cell = page.cell(row, year);
                    let words = egui::RichText::new(&cell.text);
                    label_right(
                        ui,
                        AMOUNT,
                        match cell.emphasis {
                            Emphasis::Alarm => words.color(tokens.negative).strong(),
                            Emphasis::Total | Emphasis::Result => words.strong(),
                            _ => words,
                        },
                    );
                }
                ui.end_row();
            }
        });
    });
}

//! Where a figure comes from: the rows behind it, and the notes on them.

use egui::{CollapsingHeader, Margin, Panel, RichText, ScrollArea, Sides, Ui};
use previ_engine::id::ItemId;
use previ_session::views::explanation::{Explanation, ExplanationGroup};
use previ_words::{Decimals, money, note_state, text};

use super::Window;
use crate::action::Action;
use crate::page::Request;
use crate::theme::Tokens;
use crate::widget::block::{heading, hint, unbroken};

impl Window {
    pub(super) fn explanation(&mut self, ui: &mut Ui, requests: &mut Vec<Request>) {
        if !self.desk.explaining {
            return;
        }
        let tokens = Tokens::in_use(ui);
        let language = self.language();
        let frame = egui::Frame::new().fill(tokens.surface).inner_margin(Margin::symmetric(14, 12));
        Panel::right("explanation").frame(frame).default_size(340.0).size_range(260.0..=520.0).show(
            ui,
            |ui| {
                Sides::new().show(
                    ui,
                    |ui| heading(ui, text(language, "app-explain")),
                    |ui| {
                        if ui.button(text(language, "app-close")).clicked() {
                            requests.push(Request::Do(Action::Explain));
                        }
                    },
                );
                let explanation = self.desk.subject.and_then(|subject| self.session.explain(subject));
                let Some(explanation) = explanation else {
                    hint(ui, text(language, "app-explain-none"));
                    return;
                };
                self.figure(ui, &explanation);
                ui.separator();
                ScrollArea::vertical().id_salt("rows").auto_shrink(false).show(ui, |ui| {
                    if explanation.groups.is_empty() {
                        hint(ui, text(language, "app-explain-nothing"));
                    }
                    for (place, group) in explanation.groups.iter().enumerate() {
                        self.group(ui, place, group, requests);
                    }
                });
            },
        );
    }

    fn figure(&self, ui: &mut Ui, explanation: &Explanation) {
        let tokens = Tokens::in_use(ui);
        let title = ui.label(&explanation.title);
        if !explanation.name.is_empty() {
            // Its name for the command line.
            title.on_hover_text(&explanation.name);
        }
        let shown = unbroken(&money(self.language(), explanation.total_cents, Decimals::Two));
        let colour = tokens.amount(explanation.total_cents);
        ui.label(RichText::new(shown).text_style(crate::theme::figure()).color(colour));
    }

    fn group(&self, ui: &mut Ui, place: usize, group: &ExplanationGroup, requests: &mut Vec<Request>) {
        let language = self.language();
        let tokens = Tokens::in_use(ui);
        let amount = |cents: i64| {
            RichText::new(unbroken(&money(language, cents, Decimals::Two))).color(tokens.amount(cents))
        };
        ui.add_space(6.0);
        Sides::new().shrink_left().truncate().show(
            ui,
            |ui| {
                let title = if group.title.is_empty() { &group.kind } else { &group.title };
                if ui.link(title).on_hover_text(text(language, "app-home-go-item")).clicked() {
                    requests.push(Request::Show(group.item));
                }
            },
            |ui| ui.label(amount(group.total_cents)),
        );
        self.notes(ui, group.item);
        let open = group.rows.len() <= 3;
        CollapsingHeader::new(RichText::new(&group.kind).small().color(tokens.weak))
            .id_salt((place, "group"))
            .default_open(open)
            .show(ui, |ui| {
                for row in &group.rows {
                    let words = format!("{}, {}", row.when(language), row.reason(language));
                    Sides::new().shrink_left().truncate().show(
                        ui,
                        |ui| ui.label(RichText::new(words).small()),
                        |ui| ui.label(amount(row.cents).small()),
                    );
                }
            });
    }

    /// What people wrote about an item.
    fn notes(&self, ui: &mut Ui, item: ItemId) {
        let tokens = Tokens::in_use(ui);
        for note in self.session.plan().notes.iter().filter(|note| note.about == Some(item)) {
            let words = format!("{} – {}", note_state(self.language(), note.state), note.text);
            egui::Frame::new().fill(tokens.note_fill).inner_margin(Margin::same(6)).show(ui, |ui| {
                ui.label(RichText::new(words).small());
            });
        }
    }
}

//! Menus, navigation and status.

use egui::{Align, Button, KeyboardShortcut, Layout, Margin, MenuBar, Panel, RichText, Ui, vec2};
use previ_engine::certainty::CertaintyView;
use previ_engine::diagnostic::{Arg, Severity};
use previ_words::{Language, text, text_with};

use super::Window;
use crate::action::{Action, Look, Situation};
use crate::page::{Page, Request};
use crate::theme::Tokens;
use crate::widget::block::mark;
use crate::widget::form;

/// The menus and what stands in them; nothing is a line between groups.
const MENUS: [(&str, &[Option<Action>]); 3] = [
    (
        "app-menu-file",
        &[
            Some(Action::New),
            Some(Action::Open),
            Some(Action::OpenExample),
            None,
            Some(Action::Save),
            Some(Action::SaveAs),
            None,
            Some(Action::Import),
            Some(Action::Export),
            None,
            Some(Action::Quit),
        ],
    ),
    ("app-menu-edit", &[Some(Action::Undo), Some(Action::Redo)]),
    (
        "app-menu-view",
        &[
            Some(Action::Explain),
            None,
            Some(Action::Count(CertaintyView::Certain)),
            Some(Action::Count(CertaintyView::Expected)),
            Some(Action::Count(CertaintyView::Everything)),
            None,
            Some(Action::Look(Look::System)),
            Some(Action::Look(Look::Light)),
            Some(Action::Look(Look::Dark)),
            None,
            Some(Action::ZoomIn),
            Some(Action::ZoomOut),
            Some(Action::ZoomReset),
            None,
            Some(Action::Speak(Language::French)),
            Some(Action::Speak(Language::English)),
        ],
    ),
];

/// The three ways to count money, the surest first.
const VIEWS: [CertaintyView; 3] =
    [CertaintyView::Certain, CertaintyView::Expected, CertaintyView::Everything];

/// Room for the names of the three views side by side.
const VIEWS_WIDTH: f32 = 430.0;

impl Window {
    pub(super) fn menu(&mut self, ui: &mut Ui, requests: &mut Vec<Request>) {
        let tokens = Tokens::in_use(ui);
        let situation = self.situation(ui.ctx());
        let frame = egui::Frame::new().fill(tokens.panel).inner_margin(Margin::symmetric(8, 4));
        Panel::top("menu").frame(frame).show(ui, |ui| {
            MenuBar::new().ui(ui, |ui| {
                for (title, items) in MENUS {
                    ui.menu_button(text(self.language(), title), |ui| {
                        ui.set_min_width(280.0);
                        for item in items {
                            match item {
                                Some(action) => self.item(ui, *action, situation, requests),
                                None => {
                                    ui.separator();
                                }
                            }
                        }
                    });
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| self.views(ui, requests));
            });
        });
    }

    fn item(&self, ui: &mut Ui, action: Action, situation: Situation, requests: &mut Vec<Request>) {
        let language = self.language();
        let mut button = Button::new(self.action_name(action)).selected(self.is_chosen(action));
        if let Some(keys) = action.shortcut() {
            button = button.shortcut_text(keys_text(ui, language, &keys));
        }
        let response = ui.add_enabled(action.is_enabled(situation), button);
        let response = match action.tip_id() {
            Some(tip) => response.on_hover_text(text(language, tip)),
            None => response,
        };
        if response.clicked() {
            requests.push(Request::Do(action));
            ui.close();
        }
    }

    /// The name of an action; undo and redo say what.
    fn action_name(&self, action: Action) -> String {
        let language = self.language();
        let what = match action {
            Action::Undo => self.session.undo_label().map(|label| ("app-action-undo-what", label)),
            Action::Redo => self.session.redo_label().map(|label| ("app-action-redo-what", label)),
            _ => None,
        };
        match what {
            Some((id, label)) => text_with(language, id, &[("label", Arg::Text(label))]),
            None => text(language, action.text_id()),
        }
    }

    fn is_chosen(&self, action: Action) -> bool {
        match action {
            Action::Count(view) => view == self.session.selected_view(),
            Action::Look(look) => look == self.look,
            Action::Speak(language) => language == self.language(),
            Action::Explain => self.desk.explaining,
            _ => false,
        }
    }

    /// Which money counts: everywhere, so it stands in sight everywhere.
    fn views(&self, ui: &mut Ui, requests: &mut Vec<Request>) {
        let language = self.language();
        if ui.available_width() < VIEWS_WIDTH {
            let views = VIEWS.map(|view| (view, text(language, Action::Count(view).text_id())));
            let name = text(language, "app-view-count");
            let chosen = form::choose(ui, "views", &name, &self.session.selected_view(), &views);
            requests.extend(chosen.map(|view| Request::Do(Action::Count(view))));
            return;
        }
        for certainty in VIEWS.into_iter().rev() {
            let chosen = certainty == self.session.selected_view();
            let action = Action::Count(certainty);
            let tip = action.tip_id().map(|tip| text(language, tip)).unwrap_or_default();
            let label = text(language, action.text_id());
            if ui.selectable_label(chosen, label).on_hover_text(tip).clicked() && !chosen {
                requests.push(Request::Do(action));
            }
        }
        let tokens = Tokens::in_use(ui);
        ui.label(RichText::new(text(language, "app-view-count")).color(tokens.weak));
    }

    pub(super) fn navigation(&mut self, ui: &mut Ui, requests: &mut Vec<Request>) {
        let tokens = Tokens::in_use(ui);
        let language = self.language();
        let frame = egui::Frame::new().fill(tokens.panel).inner_margin(Margin::symmetric(8, 12));
        Panel::left("places").frame(frame).exact_size(176.0).resizable(false).show(ui, |ui| {
            for page in Page::ALL {
                let chosen = page == self.desk.page;
                let action = Action::Go(page);
                let colour = if chosen { tokens.accent } else { tokens.text };
                let name = RichText::new(text(language, action.text_id())).color(colour);
                let button = Button::selectable(chosen, (name, egui::Atom::grow()))
                    .min_size(vec2(ui.available_width(), 36.0));
                let keys = action.shortcut().map(|keys| keys_text(ui, language, &keys)).unwrap_or_default();
                if ui.add(button).on_hover_text(keys).clicked() {
                    requests.push(Request::Do(action));
                }
            }
        });
    }

    pub(super) fn status(&mut self, ui: &mut Ui, requests: &mut Vec<Request>) {
        let tokens = Tokens::in_use(ui);
        let language = self.language();
        let frame = egui::Frame::new().fill(tokens.panel).inner_margin(Margin::symmetric(12, 4));
        Panel::bottom("status").frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let saved =
                        if self.session.is_changed() { "app-status-changed" } else { "app-status-saved" };
                    ui.label(RichText::new(text(language, saved)).small().color(tokens.weak));
                    let count =
                        self.session.diagnostics().filter(|found| found.severity > Severity::Note).count();
                    if count > 0 {
                        let args = [("count", Arg::Number(count.into()))];
                        let link =
                            ui.link(RichText::new(text_with(language, "app-status-problems", &args)).small());
                        if link.clicked() {
                            requests.push(Request::Do(Action::Go(Page::Home)));
                        }
                    }
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| self.last_words(ui));
                });
            });
        });
    }

    fn last_words(&mut self, ui: &mut Ui) {
        let tokens = Tokens::in_use(ui);
        let Some((severity, said)) = self.said.clone() else {
            ui.label(RichText::new(text(self.language(), "app-status-ready")).small().color(tokens.weak));
            return;
        };
        if severity > Severity::Note {
            mark(ui, severity);
        }
        let words = if said.hint.is_empty() { said.text } else { format!("{} {}", said.text, said.hint) };
        ui.add(egui::Label::new(&words).truncate()).on_hover_text(words);
    }
}

/// Keys as they are printed on the keyboard.
fn keys_text(ui: &Ui, language: Language, keys: &KeyboardShortcut) -> String {
    let named = ui.ctx().format_shortcut(keys).replace("Plus", "+").replace("Minus", "-");
    if language == Language::French { named.replace("Shift", "Maj") } else { named }
}

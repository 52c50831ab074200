//! The window: menus, navigation, status, the panel with explanations, and the page in front.

mod carry_out;
mod explain;
mod files;
mod shell;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use eframe::{App, Frame};
use egui::{CentralPanel, Context, Margin, Ui, ViewportCommand};
use previ_engine::diagnostic::Severity;
use previ_engine::id::ItemId;
use previ_session::events::Then;
use previ_session::grid::Intent;
use previ_session::{Input, Session};
use previ_words::{Language, Message};

use crate::action::{Action, Look, Situation};
use crate::dialog::{Dialog, Outcome};
use crate::page::{self, Desk, Request};
use crate::picker::Picker;
use crate::theme::{self, Tokens};
use crate::{clock, example};
use files::OpenFile;

/// The window and everything in it.
pub struct Window {
    session: Session,
    desk: Desk,
    look: Look,
    /// The question in front, and why its last answer was refused.
    dialog: Option<(Dialog, Option<Message>)>,
    picker: Option<Picker>,
    /// What the status bar says.
    said: Option<(Severity, Message)>,
    file: OpenFile,
    /// A file made for others, waiting for its place.
    export: Option<Vec<u8>>,
    /// What a save was asked for before.
    after_save: Option<Then>,
    /// Nothing is left to be asked: the window may close.
    closing: bool,
    title: String,
    painted: Arc<AtomicBool>,
}

impl Window {
    /// The window on a file, or on the example; `painted` is set when it is drawn for the first time.
    #[must_use]
    pub fn open(ctx: &Context, document: Option<PathBuf>, painted: Arc<AtomicBool>) -> Self {
        theme::install(ctx);
        let mut window = Self {
            session: first_session(),
            desk: Desk::default(),
            look: Look::default(),
            dialog: None,
            picker: None,
            said: None,
            file: OpenFile::default(),
            export: None,
            after_save: None,
            closing: false,
            title: String::new(),
            painted,
        };
        if let Some(path) = document {
            window.open_path(ctx, &path);
        }
        window
    }

    /// The document.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// What is open and chosen.
    #[must_use]
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// Does what a menu or a shortcut would do.
    pub fn act(&mut self, ctx: &Context, action: Action) {
        self.carry_out(ctx, vec![Request::Do(action)]);
    }

    /// Opens a file as if it had been chosen in the dialog.
    pub fn open_file(&mut self, ctx: &Context, path: &std::path::Path) {
        self.open_path(ctx, path);
    }

    /// Reads a spreadsheet as if it had been chosen in the dialog.
    pub fn import_file(&mut self, ctx: &Context, path: &std::path::Path) {
        self.import(ctx, path);
    }

    /// Saves to a file as if it had been chosen in the dialog.
    pub fn save_as(&mut self, ctx: &Context, path: &std::path::Path) {
        let name = path.to_string_lossy().into_owned();
        self.apply(ctx, Input::SaveAs { name });
    }

    /// Goes to an item as a link in a page would.
    pub fn show_item(&mut self, item: ItemId) {
        self.desk.show(&self.session, item);
        self.desk.focus_sheet();
    }

    fn language(&self) -> Language {
        self.session.language()
    }

    fn situation(&self, ctx: &Context) -> Situation {
        Situation {
            can_undo: self.session.undo_label().is_some(),
            can_redo: self.session.redo_label().is_some(),
            typing: ctx.text_edit_focused(),
            dialog: self.dialog.is_some() || self.picker.is_some(),
        }
    }

    /// Writes what is being typed into the grid; whether nothing is left in its editor.
    fn finish_typing(&mut self, ctx: &Context) -> bool {
        let is_typing = |window: &Self| window.desk.grid.is_typing() || window.desk.days.is_typing();
        if is_typing(self) {
            self.grid(ctx, Intent::Commit);
        }
        !is_typing(self)
    }

    /// The window may close, or the question comes first whether changes may be lost.
    fn watch_close(&mut self, ctx: &Context) {
        if !ctx.input(|input| input.viewport().close_requested()) || self.closing {
            return;
        }
        if self.finish_typing(ctx) && !self.session.is_changed() {
            return;
        }
        ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        if self.dialog.is_none() {
            self.apply(ctx, Input::Leave(Then::Quit));
        }
    }

    fn show_dialog(&mut self, ctx: &Context) {
        let Some((mut dialog, problem)) = self.dialog.take() else { return };
        match dialog.show(ctx, &self.session, problem.as_ref()) {
            Outcome::Open => self.dialog = Some((dialog, problem)),
            Outcome::Closed => self.after_save = None,
            Outcome::Answered(answer) => self.answer(ctx, answer),
            Outcome::Accepted => match dialog.submit(&mut self.session) {
                Ok(requests) => {
                    // What was said before is not about what was done now.
                    self.said = None;
                    self.carry_out(ctx, requests);
                }
                Err(problem) => self.dialog = Some((dialog, Some(problem))),
            },
        }
        if self.dialog.is_none() && self.desk.sheet().is_some() {
            self.desk.focus_sheet();
            ctx.request_repaint();
        }
    }

    fn show_title(&mut self, ctx: &Context) {
        let name = self.session.name().map(crate::dialog::file_name);
        let name = name.unwrap_or_else(|| self.session.plan().frame.association.name.clone());
        let mark = if self.session.is_changed() { "* " } else { "" };
        let title = format!("{mark}{name} – Prévi");
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

#[expect(clippy::expect_used, reason = "a test opens the example")]
fn first_session() -> Session {
    Session::example(example::BYTES, Language::default()).expect("the example can be read")
}

impl App for Window {
    fn logic(&mut self, ctx: &Context, _frame: &mut Frame) {
        if let Some(answer) = self.picker.as_mut().and_then(Picker::poll) {
            self.picker = None;
            self.picked(ctx, answer);
        }
        self.watch_close(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        self.painted.store(true, Ordering::Relaxed);
        let ctx = ui.ctx().clone();
        self.session.look_from(clock::this_month());
        let mut requests = Vec::new();
        if let Some(action) = Action::pressed(&ctx, self.situation(&ctx)) {
            // What stands in a text field is finished first: leaving it makes it an edit.
            if ctx.text_edit_focused() && action != Action::Explain {
                ctx.memory_mut(|memory| {
                    if let Some(id) = memory.focused() {
                        memory.surrender_focus(id);
                    }
                });
            }
            requests.push(Request::Do(action));
        }
        self.menu(ui, &mut requests);
        self.status(ui, &mut requests);
        self.navigation(ui, &mut requests);
        self.explanation(ui, &mut requests);
        let tokens = Tokens::in_use(ui);
        let frame = egui::Frame::new().fill(tokens.page).inner_margin(Margin::symmetric(18, 14));
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            page::show(ui, &self.session, &mut self.desk, &mut requests);
        });
        // Edits of fields come before what made the person leave them.
        requests.sort_by_key(|request| matches!(request, Request::Do(_)));
        self.carry_out(&ctx, requests);
        self.show_dialog(&ctx);
        self.dropped(&ctx);
        self.show_title(&ctx);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}

/// A new plan that nobody asked for anything yet.
fn new_plan_draft() -> Dialog {
    Dialog::NewPlan(crate::dialog::NewPlanDraft::new(clock::this_month().year()))
}

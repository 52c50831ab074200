//! What was asked for is done, once the frame is drawn.

use egui::{Context, ThemePreference, gui_zoom};
use previ_engine::diagnostic::{Arg, Severity};
use previ_session::events::{ExportKind, Then};
use previ_session::grid::{self, Intent};
use previ_session::{Effect, Input};
use previ_words::{Message, message, text, text_with};

use super::{Window, new_plan_draft};
use crate::action::{Action, Look};
use crate::dialog::{Dialog, ProposalForm};
use crate::page::grid::{editor_id, grid_id};
use crate::page::{Page, Request, SheetName};
use crate::picker::{Picker, Purpose};
use crate::{clock, example};

impl Window {
    /// Does what was asked for. While an amount that cannot be read stands in the grid, only the grid
    /// goes on: what was typed must not be lost.
    pub(super) fn carry_out(&mut self, ctx: &Context, requests: Vec<Request>) {
        for request in requests {
            match request {
                Request::Grid(intent) => self.grid(ctx, intent),
                Request::Do(Action::Explain) => self.desk.explaining = !self.desk.explaining,
                other => {
                    if self.finish_typing(ctx) {
                        self.request(ctx, other);
                    }
                }
            }
        }
    }

    fn request(&mut self, ctx: &Context, request: Request) {
        match request {
            Request::Do(action) => self.action(ctx, action),
            Request::Edit(edit) => {
                self.apply(ctx, Input::Edit(edit));
            }
            Request::Ask(dialog) => self.dialog = Some((dialog, None)),
            Request::NewPlan(wanted) => {
                let effects = self.session.apply(Input::NewPlan(wanted), clock::now());
                if effects.is_empty() {
                    self.file.close();
                    self.desk.reset(Page::Home);
                    self.said = None;
                }
                self.effects(ctx, effects);
            }
            Request::AcceptImport(review) => {
                self.apply(ctx, Input::AcceptImport(review));
                self.desk.page = Page::Budget;
            }
            Request::Grid(intent) => self.grid(ctx, intent),
            Request::Staff(tab) => {
                self.desk.staff = tab;
                self.desk.focus_sheet();
            }
            Request::Workload(layout) => {
                self.desk.workload = layout;
                self.desk.focus_sheet();
            }
            Request::Explain(subject) => {
                self.desk.subject = Some(subject);
                self.desk.explaining = true;
            }
            Request::Show(item) => self.show_item(item),
            Request::Refuse(message) => self.said = Some((Severity::Error, message)),
        }
    }

    fn action(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::New => self.apply(ctx, Input::Leave(Then::New)),
            Action::Open => self.apply(ctx, Input::Leave(Then::Open)),
            Action::OpenExample => self.apply(ctx, Input::Leave(Then::Example)),
            Action::Quit => self.apply(ctx, Input::Leave(Then::Quit)),
            Action::Save => self.apply(ctx, Input::Save),
            Action::SaveAs => self.ask_save_name(ctx),
            Action::Import => self.pick(ctx, Purpose::ImportSheet, None),
            Action::Export => self.apply(ctx, Input::Export(ExportKind::Workbook)),
            Action::Undo => self.step_back(ctx),
            Action::Redo => self.step_forth(ctx),
            Action::Go(page) => {
                self.desk.page = page;
                self.desk.focus_sheet();
            }
            Action::Explain => self.desk.explaining = !self.desk.explaining,
            Action::Count(view) => self.apply(ctx, Input::SetView(view)),
            Action::Speak(language) => self.apply(ctx, Input::SetLanguage(language)),
            Action::Look(look) => {
                self.look = look;
                ctx.set_theme(match look {
                    Look::System => ThemePreference::System,
                    Look::Light => ThemePreference::Light,
                    Look::Dark => ThemePreference::Dark,
                });
            }
            Action::ZoomIn => gui_zoom::zoom_in(ctx),
            Action::ZoomOut => gui_zoom::zoom_out(ctx),
            Action::ZoomReset => ctx.set_zoom_factor(1.0),
        }
    }

    fn step_back(&mut self, ctx: &Context) {
        let label = self.session.undo_label();
        self.apply(ctx, Input::Undo);
        self.say_step("app-undone", label);
    }

    fn step_forth(&mut self, ctx: &Context) {
        let label = self.session.redo_label();
        self.apply(ctx, Input::Redo);
        self.say_step("app-redone", label);
    }

    fn say_step(&mut self, id: &str, label: Option<String>) {
        if let Some(label) = label {
            self.say(text_with(self.language(), id, &[("label", Arg::Text(label))]));
        }
    }

    /// Says something in the status bar.
    pub(super) fn say(&mut self, words: String) {
        self.said = Some((Severity::Note, Message { text: words, hint: String::new() }));
    }

    /// Does something in the grid and gives the keyboard to what needs it now.
    pub(super) fn grid(&mut self, ctx: &Context, intent: Intent) {
        let was_editing = self.desk.sheet_grid().is_some_and(|grid| grid.is_typing());
        let moves = !matches!(intent, Intent::Type(_) | Intent::Copy);
        let outcome = match self.desk.sheet() {
            Some(SheetName::Budget) => {
                let page = self.session.budget(&self.desk.budget);
                grid::run(&mut self.session, &page, &mut self.desk.grid.state, intent)
            }
            Some(SheetName::Workload) => {
                let page = self.session.workload(self.desk.workload);
                grid::run(&mut self.session, &*page, &mut self.desk.days.state, intent)
            }
            None => return,
        };
        if let Some(copied) = outcome.copied {
            ctx.copy_text(copied);
            self.say(text(self.language(), "app-copied"));
        }
        if let Some(refused) = outcome.refused {
            self.said = Some((refused.severity, message(self.language(), &refused)));
        } else if outcome.edit.is_some() {
            self.said = None;
        }
        if let Some(grid) = self.desk.sheet_grid() {
            let editing = grid.is_typing();
            grid.scroll_to_cursor |= moves;
            // At once: the next key may come with the next frame.
            let id = if editing { editor_id() } else { grid_id() };
            if editing != was_editing || ctx.memory(egui::Memory::focused) != Some(id) {
                ctx.memory_mut(|memory| memory.request_focus(id));
            }
        }
        ctx.request_repaint();
    }

    /// Gives an input to the session and does what it asks for.
    pub(super) fn apply(&mut self, ctx: &Context, input: Input) {
        let effects = self.session.apply(input, clock::now());
        self.effects(ctx, effects);
    }

    pub(super) fn effects(&mut self, ctx: &Context, effects: Vec<Effect>) {
        let mut messages = Vec::new();
        let mut severity = Severity::Note;
        for effect in effects {
            match effect {
                Effect::Write { name, bytes, revision } => self.write(ctx, &name, &bytes, revision),
                Effect::AskSaveName { suggested } => self.pick(ctx, Purpose::SavePlan, Some(&suggested)),
                Effect::WriteExport { suggested, bytes } => {
                    self.export = Some(bytes);
                    self.pick(ctx, Purpose::ExportWorkbook, Some(&suggested));
                }
                Effect::AskUnsaved(then) => self.dialog = Some((Dialog::Unsaved(then), None)),
                Effect::GoOn(then) => self.go_on(ctx, then),
                Effect::ShowProposal(review) => {
                    self.dialog = Some((Dialog::Proposal(Box::new(ProposalForm::new(*review))), None));
                }
                Effect::Show(diagnostic) => {
                    severity = severity.max(diagnostic.severity);
                    messages.push(message(self.language(), &diagnostic));
                }
                Effect::Select(item) => self.show_item(item),
            }
        }
        if !messages.is_empty() {
            self.dialog = Some((Dialog::Say(severity, messages), None));
        }
        ctx.request_repaint();
    }

    /// The document may be left.
    pub(super) fn go_on(&mut self, ctx: &Context, then: Then) {
        match then {
            Then::New => self.dialog = Some((new_plan_draft(), None)),
            Then::Open => self.pick(ctx, Purpose::OpenPlan, None),
            Then::Example => {
                let input = Input::OpenExample { bytes: example::BYTES.to_vec() };
                let effects = self.session.apply(input, clock::now());
                if effects.is_empty() {
                    self.file.close();
                    self.desk.reset(Page::Home);
                    self.said = None;
                }
                self.effects(ctx, effects);
            }
            Then::Quit => {
                self.closing = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }

    /// Asks for a file.
    pub(super) fn pick(&mut self, ctx: &Context, purpose: Purpose, suggested: Option<&str>) {
        self.picker = Some(Picker::show(ctx, self.language(), purpose, suggested));
    }
}

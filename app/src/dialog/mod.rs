//! Questions and forms that stand in front of the page until they are answered.

mod agreement;
mod amendment;
mod files;
mod in_kind;
mod line;
mod new_plan;
mod position;
mod proposal;
mod small;

use std::path::PathBuf;

use egui::{Frame, Id, Key, Margin, Modal, RichText, Ui};
use previ_engine::diagnostic::Severity;
use previ_engine::id::{ActivityId, PositionId};
use previ_engine::money::Amount;
use previ_session::Session;
use previ_session::events::Then;
use previ_words::{Language, Message, text};

pub use agreement::AgreementDraft;
pub use amendment::AmendmentDraft;
pub use files::{file_name, with_ending};
pub use in_kind::InKindDraft;
pub use line::LineForm;
pub use new_plan::NewPlanDraft;
pub use position::PositionDraft;
pub use proposal::ProposalForm;

use crate::page::Request;
use crate::picker::Purpose;
use crate::theme::{Tokens, subheading};
use crate::widget::block::{hint, main_button, mark, unbroken};
use crate::widget::form::about;

/// A question or a form.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// Something to know.
    Say(Severity, Vec<Message>),
    /// Changes would be lost.
    Unsaved(Then),
    /// The file is not as it was read.
    Changed(PathBuf),
    /// Where a file is, for desktops without dialogs.
    Path(Purpose, String),
    /// A file of that name is there already.
    Replace(Purpose, PathBuf),
    /// What a new plan begins with.
    NewPlan(NewPlanDraft),
    /// A budget line, new or changed.
    Line(LineForm),
    /// A new agreement.
    Agreement(AgreementDraft),
    /// A change of an agreement that was signed.
    Amendment(AmendmentDraft),
    /// A new position.
    Position(PositionDraft),
    /// Another pay from a month on.
    Raise {
        /// Whose.
        position: PositionId,
        /// From when, as typed.
        month: String,
        /// How much a month, as typed.
        amount: String,
    },
    /// A new activity.
    Activity {
        /// Its name.
        label: String,
        /// What it is part of.
        parent: Option<ActivityId>,
    },
    /// A new pool of shared costs.
    Pool {
        /// Its name.
        label: String,
    },
    /// A new contribution in kind.
    InKind(InKindDraft),
    /// A new account at the bank.
    Treasury {
        /// Its name.
        label: String,
        /// What is on it, as typed.
        opening: String,
    },
    /// What was read from a spreadsheet.
    Proposal(Box<ProposalForm>),
}

/// What became of a dialog in a frame.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It stays.
    Open,
    /// It was put away.
    Closed,
    /// It was accepted: to be carried out, and to stay with the reason if that is refused.
    Accepted,
    /// A question was answered.
    Answered(Answer),
}

/// An answer to a question about files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Save, then go on.
    SaveThen(Then),
    /// Lose the changes and go on.
    GoOn(Then),
    /// Write over what is there.
    Overwrite(PathBuf),
    /// Choose another place.
    Elsewhere,
    /// Read from or write to this path.
    Path(Purpose, PathBuf),
    /// Write to this path although there is a file.
    ReplaceAt(Purpose, PathBuf),
}

impl Dialog {
    /// Shows it in front of everything; `problem` is why it was refused.
    pub fn show(&mut self, ctx: &egui::Context, session: &Session, problem: Option<&Message>) -> Outcome {
        let tokens = Tokens::of(ctx.theme());
        let frame = Frame::popup(&ctx.global_style()).inner_margin(Margin::same(20)).fill(tokens.surface);
        let modal = Modal::new(Id::unique("dialog")).frame(frame);
        let shown = modal.show(ctx, |ui| {
            ui.set_width(self.width());
            let outcome = self.contents(ui, session);
            if let Some(problem) = problem {
                ui.add_space(6.0);
                message(ui, Severity::Error, problem);
            }
            outcome
        });
        // A click beside a half-filled form must not throw it away; Escape does.
        let escape = shown.is_top_modal
            && !shown.any_popup_open
            && ctx.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape));
        if escape && shown.inner == Outcome::Open { Outcome::Closed } else { shown.inner }
    }

    fn width(&self) -> f32 {
        match self {
            Self::Proposal(_) => 820.0,
            Self::Agreement(_) => 680.0,
            Self::Line(_) | Self::Position(_) | Self::InKind(_) => 640.0,
            _ => 520.0,
        }
    }

    fn contents(&mut self, ui: &mut Ui, session: &Session) -> Outcome {
        let language = session.language();
        match self {
            Self::Say(severity, messages) => small::say(ui, language, *severity, messages),
            Self::Unsaved(then) => files::unsaved(ui, session, *then),
            Self::Changed(path) => files::changed(ui, language, path),
            Self::Path(purpose, typed) => files::path(ui, language, *purpose, typed),
            Self::Replace(purpose, path) => files::replace(ui, language, *purpose, path),
            Self::NewPlan(draft) => draft.show(ui, language),
            Self::Line(form) => form.show(ui, session),
            Self::Agreement(draft) => draft.show(ui, session),
            Self::Amendment(draft) => draft.show(ui, session),
            Self::Position(draft) => draft.show(ui, language),
            Self::Raise { position, month, amount } => small::raise(ui, session, *position, (month, amount)),
            Self::Activity { label, parent } => small::activity(ui, session, label, parent),
            Self::Pool { label } => small::pool(ui, language, label),
            Self::InKind(draft) => draft.show(ui, session),
            Self::Treasury { label, opening } => small::treasury(ui, language, label, opening),
            Self::Proposal(form) => form.show(ui, session),
        }
    }

    /// What an accepted form asks of the session.
    ///
    /// # Errors
    /// A text that cannot be read, or the reason of the session.
    pub fn submit(&self, session: &mut Session) -> Result<Vec<Request>, Message> {
        let language = session.language();
        match self {
            Self::NewPlan(draft) => draft.submit(language),
            Self::Line(form) => form.submit(session),
            Self::Agreement(draft) => draft.submit(session),
            Self::Amendment(draft) => draft.submit(session),
            Self::Position(draft) => draft.submit(session),
            Self::Raise { position, month, amount } => small::submit_raise(session, *position, month, amount),
            Self::Activity { label, parent } => small::submit_activity(session, label, *parent),
            Self::Pool { label } => small::submit_pool(session, label),
            Self::InKind(draft) => draft.submit(session),
            Self::Treasury { label, opening } => small::submit_treasury(session, label, opening),
            Self::Proposal(form) => Ok(vec![Request::AcceptImport(Box::new(form.accepted()))]),
            Self::Say(..) | Self::Unsaved(_) | Self::Changed(_) | Self::Path(..) | Self::Replace(..) => {
                Ok(Vec::new())
            }
        }
    }
}

/// The first field of the dialog in front: when it was shown last, and whether it has had the keyboard.
#[derive(Clone, Copy, Default)]
struct Begun {
    pass: u64,
    had_keyboard: bool,
}

/// Gives the keyboard to the first field of a dialog that has just appeared: one that the pass before did not show.
/// It is asked for until the field has it: a window that appears may lay itself out once unseen.
fn first(response: &egui::Response) {
    let ctx = &response.ctx;
    let (place, pass) = (Id::unique("dialog-begun"), ctx.cumulative_pass_nr());
    let last: Begun = ctx.data(|data| data.get_temp(place)).unwrap_or_default();
    let stays = last.pass > 0 && last.pass + 1 >= pass;
    let had_keyboard = response.has_focus() || (stays && last.had_keyboard);
    if !had_keyboard {
        response.request_focus();
    }
    ctx.data_mut(|data| data.insert_temp(place, Begun { pass, had_keyboard }));
}

/// The title of a dialog.
fn title(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).text_style(subheading()));
    ui.add_space(6.0);
}

/// A message with its mark.
fn message(ui: &mut Ui, severity: Severity, said: &Message) {
    ui.horizontal_top(|ui| {
        mark(ui, severity);
        ui.vertical(|ui| {
            ui.label(unbroken(&said.text));
            if !said.hint.is_empty() {
                hint(ui, said.hint.as_str());
            }
        });
    });
}

/// The last row of a form: the button that does it, and the one that does not.
fn buttons(ui: &mut Ui, language: Language, accept: &str) -> Outcome {
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        let accepted = main_button(ui, text(language, accept)).clicked();
        let cancelled = ui.button(text(language, "app-cancel")).clicked();
        // Enter ends a text field and means the button; on a button it is that button's own.
        let entered =
            ui.input(|input| input.key_pressed(Key::Enter)) && ui.memory(|memory| memory.focused().is_none());
        match (accepted || entered, cancelled) {
            (true, _) => Outcome::Accepted,
            (_, true) => Outcome::Closed,
            _ => Outcome::Open,
        }
    })
    .inner
}

/// The amount that the text of the field `name` means; a text that is none, in words.
fn amount_of(language: Language, name: &str, typed: &str) -> Result<Amount, Message> {
    if typed.trim().is_empty() {
        return Ok(Amount::ZERO);
    }
    previ_words::parse_amount(typed).map_err(|error| about(language, name, error.message(language)))
}

/// Changes the plan, or says why not.
fn edit(
    session: &mut Session,
    edit: impl Into<previ_session::Edit>,
) -> Result<Option<previ_engine::id::ItemId>, Message> {
    let language = session.language();
    session.edit(edit.into()).map_err(|refused| previ_words::message(language, &refused))
}

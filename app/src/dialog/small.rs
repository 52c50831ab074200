//! Short forms: a message, a raise, an activity, an account at the bank.

use egui::{TextEdit, Ui};
use previ_engine::diagnostic::Severity;
use previ_engine::id::{ActivityId, PositionId};
use previ_engine::pool::AllocationKey;
use previ_session::Session;
use previ_session::edits::{ActivityEdit, PoolEdit, PositionEdit, TreasuryEdit};
use previ_words::{Language, Message, text};

use super::{Outcome, amount_of, buttons, edit, first, message, title};
use crate::page::{Request, parents};
use crate::widget::block::{hint, main_button};
use crate::widget::field::select_when_reached;
use crate::widget::form;

/// Something to know.
pub fn say(ui: &mut Ui, language: Language, severity: Severity, messages: &[Message]) -> Outcome {
    for said in messages {
        message(ui, severity, said);
        ui.add_space(6.0);
    }
    let button = main_button(ui, text(language, "app-ok"));
    let read = button.clicked() || ui.input(|input| input.key_pressed(egui::Key::Enter));
    if read { Outcome::Closed } else { Outcome::Open }
}

/// A text field of a form.
pub fn field(ui: &mut Ui, typed: &mut String, width: f32) -> egui::Response {
    let response = ui.add(TextEdit::singleline(typed).desired_width(width));
    select_when_reached(&response, typed);
    response
}

/// Another pay from a month on.
pub fn raise(
    ui: &mut Ui,
    session: &Session,
    position: PositionId,
    (month, amount): (&mut String, &mut String),
) -> Outcome {
    let language = session.language();
    title(ui, &text(language, "app-staff-raise"));
    ui.label(session.plan().label(position.into()));
    form::row(ui, &text(language, "app-staff-raise-month"), |ui| first(&field(ui, month, form::SHORT)));
    form::row(ui, &text(language, "staff-gross"), |ui| {
        field(ui, amount, form::SHORT);
        ui.label(text(language, "app-staff-a-month"));
    });
    buttons(ui, language, "app-add")
}

/// Writes the raise down.
pub fn submit_raise(
    session: &mut Session,
    position: PositionId,
    month: &str,
    amount: &str,
) -> Result<Vec<Request>, Message> {
    let language = session.language();
    let month = form::read_month(language, &text(language, "app-staff-raise-month"), month)?;
    let amount = amount_of(language, &text(language, "staff-gross"), amount)?;
    edit(session, PositionEdit::SetGross { position, month, amount })?;
    Ok(Vec::new())
}

/// A new activity.
pub fn activity(
    ui: &mut Ui,
    session: &Session,
    label: &mut String,
    parent: &mut Option<ActivityId>,
) -> Outcome {
    let language = session.language();
    title(ui, &text(language, "app-activity-add"));
    form::row(ui, &text(language, "app-activity-name"), |ui| first(&field(ui, label, 280.0)));
    let words = text(language, "app-activity-parent");
    form::row(ui, &words, |ui| {
        if let Some(chosen) = form::choose(ui, "parent", &words, parent, &parents(session, None)) {
            *parent = chosen;
        }
    });
    buttons(ui, language, "app-add")
}

/// Writes the activity down.
pub fn submit_activity(
    session: &mut Session,
    label: &str,
    parent: Option<ActivityId>,
) -> Result<Vec<Request>, Message> {
    let added = edit(session, ActivityEdit::Add { label: label.to_owned(), parent })?;
    Ok(added.map(Request::Show).into_iter().collect())
}

/// A new pool of shared costs.
pub fn pool(ui: &mut Ui, language: Language, label: &mut String) -> Outcome {
    title(ui, &text(language, "app-pool-add"));
    form::row(ui, &text(language, "app-pool-name"), |ui| first(&field(ui, label, 280.0)));
    hint(ui, text(language, "app-pool-new-why"));
    buttons(ui, language, "app-add")
}

/// Writes the pool down, shared out by days to begin with.
pub fn submit_pool(session: &mut Session, label: &str) -> Result<Vec<Request>, Message> {
    let added = edit(session, PoolEdit::Add { label: label.to_owned(), key: AllocationKey::Days })?;
    Ok(added.map(Request::Show).into_iter().collect())
}

/// A new account at the bank.
pub fn treasury(ui: &mut Ui, language: Language, label: &mut String, opening: &mut String) -> Outcome {
    title(ui, &text(language, "app-accounts-add"));
    form::row(ui, &text(language, "app-accounts-name"), |ui| first(&field(ui, label, 280.0)));
    form::row(ui, &text(language, "app-accounts-opening"), |ui| field(ui, opening, form::SHORT));
    hint(ui, text(language, "app-accounts-new-why"));
    buttons(ui, language, "app-add")
}

/// Writes the account down; a cash box is told from a bank by its name alone, so it gets the bank's number.
pub fn submit_treasury(session: &mut Session, label: &str, opening: &str) -> Result<Vec<Request>, Message> {
    let language = session.language();
    let opening = amount_of(language, &text(language, "app-accounts-opening"), opening)?;
    let account = previ_engine::account::AccountNumber::of(512);
    edit(session, TreasuryEdit::Add { label: label.to_owned(), account, opening })?;
    Ok(Vec::new())
}

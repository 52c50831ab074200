//! *Hypothèses*: the association, the years of the plan, the reserve, the accounts at the bank.

mod employer;

use egui::{Id, Ui};
use previ_engine::diagnostic::Arg;
use previ_engine::treasury::TreasuryAccount;
use previ_session::edits::{FrameEdit, TreasuryEdit};
use previ_session::{Edit, Session};
use previ_words::{Language, month_names, text, text_with};

use super::{Request, take};
use crate::dialog::Dialog;
use crate::theme::BLOCK_GAP;
use crate::widget::block::{card, heading, hint};
use crate::widget::field::Field;
use crate::widget::form;

/// Room for the balance of an account beside its name.
const BALANCE_WIDTH: f32 = 380.0;

/// Draws the page.
pub fn show(ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) {
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        association(ui, session, requests);
    });
    ui.add_space(BLOCK_GAP);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        accounts(ui, session, requests);
    });
    ui.add_space(BLOCK_GAP);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        reserve(ui, session, requests);
    });
    ui.add_space(BLOCK_GAP);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        employer::show(ui, session, requests);
    });
    ui.add_space(BLOCK_GAP);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        employer::days_off(ui, session, requests);
    });
}

fn tell(edit: FrameEdit) -> Request {
    Request::Edit(Edit::Frame(edit))
}

fn association(ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) {
    let language = session.language();
    let say = |id| text(language, id);
    let frame = &session.plan().frame;
    heading(ui, say("app-frame-association"));
    let words = say("app-frame-name");
    form::row(ui, &words, |ui| {
        let typed =
            Field::new(Id::unique("association"), &words, &frame.association.name).width(420.0).show(ui);
        requests.extend(typed.map(|name| tell(FrameEdit::SetAssociationName(name))));
    });
    let words = say("app-frame-first-year");
    form::row(ui, &words, |ui| {
        let first = frame.horizon.first_year;
        let years: Vec<(i32, String)> =
            (first - 5..=first + 5).map(|year| (year, year.to_string())).collect();
        let chosen = form::choose(ui, "first-year", &words, &first, &years);
        requests.extend(chosen.map(|year| tell(FrameEdit::SetFirstYear(year))));
    });
    let words = say("app-frame-years");
    form::row(ui, &words, |ui| {
        let chosen = form::choose(ui, "years", &words, &frame.horizon.years, &year_counts(language));
        requests.extend(chosen.map(|years| tell(FrameEdit::SetHorizonYears(years))));
    });
    let words = say("app-frame-starts");
    form::row(ui, &words, |ui| {
        let months = month_choices(language);
        let chosen = form::choose(ui, "starts", &words, &frame.association.fiscal_year_starts, &months);
        requests.extend(chosen.map(|month| tell(FrameEdit::SetFiscalYearStart(month))));
    });
    as_of(ui, session, requests);
}

/// The month from which the plan is looked at.
fn as_of(ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) {
    let language = session.language();
    let words = text(language, "app-frame-as-of");
    form::row(ui, &words, |ui| {
        let typed = session.plan().frame.horizon.as_of;
        let today = text(language, "app-frame-today");
        let typed = form::month_or(ui, Id::unique("as-of"), &words, language, typed, &today);
        take(typed, requests, |month| tell(FrameEdit::SetAsOf(month)));
    });
    hint(ui, text(language, "app-frame-as-of-why"));
}

/// One to ten years.
pub fn year_counts(language: Language) -> Vec<(u8, String)> {
    let words = |count: u8| text_with(language, "app-years", &[("count", Arg::Number(count.into()))]);
    (1..=10).map(|count| (count, words(count))).collect()
}

/// The months of the calendar.
pub fn month_choices(language: Language) -> Vec<(u8, String)> {
    (1..=12).zip(month_names(language).iter().map(|name| (*name).to_owned())).collect()
}

fn accounts(ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) {
    let language = session.language();
    let say = |id| text(language, id);
    heading(ui, say("app-accounts"));
    hint(ui, say("app-accounts-why"));
    for account in &session.plan().treasury {
        account_row(ui, language, account, requests);
    }
    if ui.button(say("app-accounts-add")).clicked() {
        requests.push(Request::Ask(Dialog::Treasury { label: String::new(), opening: String::new() }));
    }
}

fn account_row(ui: &mut Ui, language: Language, account: &TreasuryAccount, requests: &mut Vec<Request>) {
    let say = |id| text(language, id);
    let id = account.id;
    let tell = |edit: TreasuryEdit| Request::Edit(Edit::Treasury(edit));
    ui.horizontal_wrapped(|ui| {
        let name = say("app-accounts-name");
        // So that its balance and the sign of the euro stand on the same line.
        let width = (ui.available_width() - BALANCE_WIDTH).clamp(120.0, 240.0);
        let typed = Field::new(Id::unique(("account", id.0)), &name, &account.label).width(width).show(ui);
        requests.extend(typed.map(|name| tell(TreasuryEdit::Rename(id, name))));
        form::label(ui, 48.0, &account.account.to_string());
        ui.label(say("app-accounts-opening"));
        let name =
            text_with(language, "app-accounts-opening-of", &[("label", Arg::Text(account.label.clone()))]);
        let opening = form::amount(ui, Id::unique(("opening", id.0)), &name, language, account.opening);
        take(opening, requests, |amount| tell(TreasuryEdit::SetOpening(id, amount)));
        ui.label("€");
        let mut blocked = account.blocked;
        if form::marks(ui, |ui| ui.checkbox(&mut blocked, say("app-accounts-blocked")))
            .on_hover_text(say("app-accounts-blocked-tip"))
            .changed()
        {
            requests.push(tell(TreasuryEdit::SetBlocked(id, blocked)));
        }
        if ui.button(say("app-remove")).clicked() {
            requests.push(tell(TreasuryEdit::Remove(id)));
        }
    });
}

fn reserve(ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) {
    let language = session.language();
    let words = text(language, "app-reserve");
    heading(ui, &words);
    hint(ui, text(language, "app-reserve-why"));
    form::row(ui, &text(language, "app-reserve-months"), |ui| {
        let months = session.plan().frame.assumptions.reserve_months;
        let typed = form::quantity_or_none(ui, Id::unique("reserve"), &words, language, months);
        take(typed, requests, |months| tell(FrameEdit::SetReserveMonths(months)));
        ui.label(text(language, "app-reserve-unit"));
    });
}

//! What a position is paid.

use egui::Ui;
use previ_engine::diagnostic::Arg;
use previ_session::edits::PositionEdit;
use previ_session::views::staff::PositionForm;
use previ_words::{Decimals, Language, editable, money, month_long, text, text_with};

use super::{place, tell};
use crate::dialog::Dialog;
use crate::page::{Request, take};
use crate::widget::block::{card, heading, hint, unbroken};
use crate::widget::form;

/// Draws the card.
pub fn show(ui: &mut Ui, language: Language, form: &PositionForm, requests: &mut Vec<Request>) {
    let say = |id| text(language, id);
    let id = form.row.id;
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, say("app-staff-pay"));
        for (nth, (month, amount)) in form.gross.iter().enumerate() {
            let args = [("month", Arg::Text(month_long(language, *month)))];
            let words = text_with(language, "app-staff-gross-from", &args);
            form::row(ui, &words, |ui| {
                let typed = form::amount(ui, place("gross", id).with(month), &words, language, *amount);
                take(typed, requests, |amount| {
                    tell(PositionEdit::SetGross { position: id, month: *month, amount })
                });
                ui.label(say("app-staff-a-month"));
                if nth > 0 && ui.button(say("app-remove")).clicked() {
                    requests.push(tell(PositionEdit::ForgetGross { position: id, month: *month }));
                }
            });
        }
        let last = form.gross.last().map(|(month, amount)| (month.plus(12), *amount));
        if let Some((month, amount)) = last
            && ui.button(say("app-staff-raise")).on_hover_text(say("app-staff-raise-tip")).clicked()
        {
            let (month, amount) = (month_long(language, month), editable(language, amount.euros()));
            requests.push(Request::Ask(Dialog::Raise { position: id, month, amount }));
        }
        contributions(ui, language, form, requests);
        if let Some(cents) = form.month_cost_cents {
            let args = [("amount", Arg::Text(money(language, cents, Decimals::Two)))];
            ui.label(unbroken(&text_with(language, "app-staff-month-cost", &args)));
        }
    });
}

/// Whether contributions are calculated, else the shares that are typed.
fn contributions(ui: &mut Ui, language: Language, form: &PositionForm, requests: &mut Vec<Request>) {
    let say = |id| text(language, id);
    let position = form.row.id;
    let employee = form.typed_employee_rate;
    let rates = |employer, employee| tell(PositionEdit::SetRates { position, employer, employee });
    let words = say("staff-employer-rate");
    form::row(ui, &words, |ui| {
        let otherwise = say("app-staff-calculated");
        let key = place("employer", position);
        let typed = form::percent_or(ui, key, &words, language, form.typed_employer_rate, &otherwise);
        take(typed, requests, |employer| rates(employer, employee));
        hint(ui, say("app-staff-employer-why"));
    });
    let Some(employer) = form.typed_employer_rate else { return };
    let words = say("app-staff-employee-rate");
    form::row(ui, &words, |ui| {
        let typed = form::percent(ui, place("employee", position), &words, language, form.employee_rate);
        take(typed, requests, |employee| rates(Some(employer), Some(employee)));
        hint(ui, say("app-staff-employee-why"));
    });
}

//! What a position is paid: what is typed of it.

use egui::Ui;
use previ_engine::contract::PayScale;
use previ_engine::diagnostic::Arg;
use previ_engine::money::Quantity;
use previ_session::Session;
use previ_session::edits::PositionEdit;
use previ_session::views::staff::{PayBy, PayStep, PositionForm, pay_kinds, usual_employer_rate};
use previ_words::{Language, editable, month_long, text, text_with};

use super::{place, tell};
use crate::dialog::Dialog;
use crate::page::{Request, take};
use crate::widget::block::{card, heading, hint};
use crate::widget::form;

/// Draws the card.
pub fn show(ui: &mut Ui, session: &Session, form: &PositionForm, requests: &mut Vec<Request>) {
    let language = session.language();
    let say = |id| text(language, id);
    let position = form.row.id;
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, say("app-staff-pay"));
        for (nth, step) in form.pay.iter().enumerate() {
            self::step(ui, session, form, (nth, step), requests);
        }
        let last = form.pay.last();
        if let Some(step) = last
            && ui.button(say("app-staff-raise")).on_hover_text(say("app-staff-raise-tip")).clicked()
        {
            let amount = match step.pay {
                PayBy::Amount(amount) => editable(language, amount.euros()),
                PayBy::Scale(_) => String::new(),
            };
            let month = month_long(language, step.month.plus(12));
            requests.push(Request::Ask(Dialog::Raise { position, month, amount }));
        }
        if form.pay.iter().any(|step| matches!(step.pay, PayBy::Amount(_))) {
            let words = say("app-staff-index");
            form::row(ui, &words, |ui| {
                let chosen = form::choose(ui, place("index", position), &words, &form.index, &form.indexes);
                requests.extend(chosen.map(|index| tell(PositionEdit::SetIndex(position, index))));
                hint(ui, say("app-staff-index-why"));
            });
        }
        contributions(ui, language, form, requests);
    });
}

/// A way of paying from a month on.
fn step(
    ui: &mut Ui,
    session: &Session,
    form: &PositionForm,
    (nth, step): (usize, &PayStep),
    requests: &mut Vec<Request>,
) {
    let language = session.language();
    let say = |id| text(language, id);
    let (position, month) = (form.row.id, step.month);
    let args = [("month", Arg::Text(month_long(language, month)))];
    let words = text_with(language, "app-staff-gross-from", &args);
    let key = place("pay", position).with(month);
    let set = |pay: PayBy| match pay {
        PayBy::Amount(amount) => tell(PositionEdit::SetGross { position, month, amount }),
        PayBy::Scale(scale) => tell(PositionEdit::SetScale { position, month, scale }),
    };
    form::row(ui, &words, |ui| {
        let kinds = pay_kinds(session, step);
        requests.extend(form::choose(ui, key.with("kind"), &words, &step.pay, &kinds).map(set));
        match step.pay {
            PayBy::Amount(amount) => {
                let typed = form::amount(ui, key, &words, language, amount);
                take(typed, requests, |amount| set(PayBy::Amount(amount)));
                ui.label(say("app-staff-a-month"));
            }
            PayBy::Scale(PayScale::MinimumWage(times)) => {
                let number = (times, say("app-staff-times"));
                quantity(ui, key.with("times"), language, number, requests, |times| {
                    set(PayBy::Scale(PayScale::MinimumWage(times)))
                });
            }
            PayBy::Scale(PayScale::Points { coefficient, personal, yearly }) => {
                let number = (coefficient, say("app-staff-coefficient"));
                quantity(ui, key.with("coefficient"), language, number, requests, |coefficient| {
                    set(PayBy::Scale(PayScale::Points { coefficient, personal, yearly }))
                });
            }
        }
        if nth > 0 && ui.button(say("app-remove")).clicked() {
            requests.push(tell(match step.pay {
                PayBy::Amount(_) => PositionEdit::ForgetGross { position, month },
                PayBy::Scale(_) => PositionEdit::ForgetScale { position, month },
            }));
        }
    });
    let PayBy::Scale(PayScale::Points { coefficient, personal, yearly }) = step.pay else { return };
    let points = |personal, yearly| set(PayBy::Scale(PayScale::Points { coefficient, personal, yearly }));
    form::row(ui, &say("app-staff-personal-points"), |ui| {
        let number = (personal, say("app-staff-personal-why"));
        quantity(ui, key.with("personal"), language, number, requests, |personal| points(personal, yearly));
    });
    form::row(ui, &say("app-staff-yearly-points"), |ui| {
        let number = (yearly, say("app-staff-yearly-why"));
        quantity(ui, key.with("yearly"), language, number, requests, |yearly| points(personal, yearly));
    });
}

/// A number with its name behind it; nothing typed is zero.
fn quantity(
    ui: &mut Ui,
    key: egui::Id,
    language: Language,
    (value, name): (Quantity, String),
    requests: &mut Vec<Request>,
    make: impl FnOnce(Quantity) -> Request,
) {
    let typed = form::quantity_or_none(ui, key, &name, language, Some(value));
    take(typed, requests, |value| make(value.unwrap_or_default()));
    ui.label(name);
}

/// Whether contributions are calculated, else the shares that are typed.
fn contributions(ui: &mut Ui, language: Language, form: &PositionForm, requests: &mut Vec<Request>) {
    let say = |id| text(language, id);
    let position = form.row.id;
    let employee = form.typed_employee_rate;
    let rates = |employer, employee| tell(PositionEdit::SetRates { position, employer, employee });
    let words = say("staff-employer-rate");
    form::row(ui, &words, |ui| {
        let typed = form.typed_employer_rate.unwrap_or_else(usual_employer_rate);
        let ways = [(None, say("app-staff-calculated")), (Some(typed), say("app-staff-typed"))];
        let key = place("employer", position);
        let chosen = form::choose(ui, key.with("way"), &words, &form.typed_employer_rate, &ways);
        requests.extend(chosen.map(|employer| rates(employer, employee)));
        if let Some(rate) = form.typed_employer_rate {
            let typed = form::percent(ui, key, &words, language, rate);
            take(typed, requests, |employer| rates(Some(employer), employee));
        }
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

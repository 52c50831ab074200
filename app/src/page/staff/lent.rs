//! Time of a position for other associations.

use egui::Ui;
use previ_engine::lending::{Lending, LendingPrice};
use previ_engine::money::Amount;
use previ_session::Edit;
use previ_session::edits::LendingEdit;
use previ_session::views::staff::{PositionForm, lending_delays, next_lending};
use previ_words::{Language, text};

use super::place;
use crate::page::{Request, take};
use crate::theme::BLOCK_GAP;
use crate::widget::block::{card, heading, hint};
use crate::widget::field::Field;
use crate::widget::form;

/// Draws the card.
pub fn show(ui: &mut Ui, language: Language, form: &PositionForm, requests: &mut Vec<Request>) {
    let say = |id| text(language, id);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, say("app-lent"));
        hint(ui, say("app-lent-why"));
        for (nth, lending) in form.lent.iter().enumerate() {
            loan(ui, language, form, (nth, lending), requests);
            ui.add_space(BLOCK_GAP);
        }
        if ui.button(say("app-lent-add")).clicked() {
            let lending = next_lending(language, form);
            let add = LendingEdit::Add { position: form.row.id, lending };
            requests.push(Request::Edit(Edit::Lending(add)));
        }
    });
}

/// One loan.
fn loan(
    ui: &mut Ui,
    language: Language,
    form: &PositionForm,
    (nth, lending): (usize, &Lending),
    requests: &mut Vec<Request>,
) {
    let say = |id| text(language, id);
    let position = form.row.id;
    let key = place("lent", position).with(nth);
    let changed = |change: &dyn Fn(&mut Lending)| {
        let mut lending = lending.clone();
        change(&mut lending);
        Request::Edit(Edit::Lending(LendingEdit::Change { position, place: nth, lending }))
    };
    let words = say("app-lent-to");
    form::row(ui, &words, |ui| {
        let typed = Field::new(key.with("to"), &words, &lending.to).width(300.0).show(ui);
        requests.extend(typed.map(|to| changed(&|lending| lending.to.clone_from(&to))));
        if ui.button(say("app-remove")).clicked() {
            requests.push(Request::Edit(Edit::Lending(LendingEdit::Remove { position, place: nth })));
        }
    });
    let words = say("app-lent-share");
    form::row(ui, &words, |ui| {
        let typed = form::percent(ui, key.with("share"), &words, language, lending.share);
        take(typed, requests, |share| changed(&|lending| lending.share = share));
        hint(ui, say("app-lent-share-why"));
    });
    form::row(ui, &say("app-staff-dates"), |ui| {
        let from = (say("staff-from"), say("app-lent-from-start"));
        let typed = form::month_or(ui, key.with("from"), &from.0, language, lending.from, &from.1);
        take(typed, requests, |from| changed(&|lending| lending.from = from));
        ui.label("–");
        let until = (say("staff-to"), say("app-lent-to-end"));
        let typed = form::month_or(ui, key.with("until"), &until.0, language, lending.until, &until.1);
        take(typed, requests, |until| changed(&|lending| lending.until = until));
    });
    let words = say("app-lent-price");
    form::row(ui, &words, |ui| {
        let monthly = match lending.price {
            LendingPrice::Monthly(amount) => amount,
            LendingPrice::Cost => Amount::ZERO,
        };
        let prices = [
            (LendingPrice::Cost, say("app-lent-at-cost")),
            (LendingPrice::Monthly(monthly), say("app-lent-monthly")),
        ];
        let chosen = form::choose(ui, key.with("price"), &words, &lending.price, &prices);
        requests.extend(chosen.map(|price| changed(&|lending| lending.price = price)));
        if let LendingPrice::Monthly(amount) = lending.price {
            let typed = form::amount(ui, key.with("amount"), &words, language, amount);
            take(typed, requests, |amount| changed(&|lending| lending.price = LendingPrice::Monthly(amount)));
            ui.label(say("app-staff-a-month"));
        }
    });
    let words = say("app-lent-delay");
    form::row(ui, &words, |ui| {
        let delays = lending_delays(language, lending.delay_months);
        let chosen = form::choose(ui, key.with("delay"), &words, &lending.delay_months, &delays);
        requests.extend(chosen.map(|delay| changed(&|lending| lending.delay_months = delay)));
    });
}

//! How a funder counts what it owes, and what becomes of the rest.

use egui::{Id, RichText, Ui};
use previ_engine::rule::{PaymentRule, UnspentRule};
use previ_session::edits::AgreementEdit;
use previ_session::views::agreements::{AgreementForm, PaymentChoice, UnspentChoice};
use previ_session::{Edit, Session};
use previ_words::text;

use super::{conditions, partners};
use crate::page::{Request, take};
use crate::theme::subheading;
use crate::widget::block::{heading, hint, unbroken};
use crate::widget::{form, table};

/// Draws the card.
pub fn show(ui: &mut Ui, session: &Session, form: &AgreementForm, requests: &mut Vec<Request>) {
    let language = session.language();
    let say = |id| text(language, id);
    let id = Id::unique(("payment", form.id.0));
    let set = |rule| tell(AgreementEdit::SetPayment(form.id, rule));
    heading(ui, say("app-payment-title"));
    let words = say("app-payment-rule");
    form::row(ui, &words, |ui| {
        ui.spacing_mut().combo_width = 420.0;
        let rules = [
            (PaymentChoice::General, say("app-payment-general")),
            (PaymentChoice::Fixed, say("app-payment-fixed")),
            (PaymentChoice::Rate, say("app-payment-rate")),
            (PaymentChoice::Scale, say("app-payment-scale")),
        ];
        let chosen = form::choose(ui, id.with("rule"), &words, &PaymentChoice::of(form.payment), &rules);
        requests.extend(chosen.map(|choice| set(choice.usual())));
    });
    match form.payment {
        PaymentRule::General => {
            hint(ui, say("app-payment-general-why"));
        }
        PaymentRule::Fixed(unspent) => {
            hint(ui, say("app-payment-fixed-why"));
            self::unspent(ui, session, form, unspent, requests);
        }
        PaymentRule::Scale => {
            hint(ui, say("app-payment-scale-why"));
        }
        PaymentRule::Rate(percent) => {
            hint(ui, say("app-payment-rate-why"));
            let words = say("app-payment-share");
            form::row(ui, &words, |ui| {
                let typed = form::percent(ui, id.with("share"), &words, language, percent);
                take(typed, requests, |percent| set(PaymentRule::Rate(percent)));
            });
        }
    }
    conditions::show(ui, session, form, requests);
    partners::show(ui, language, form, requests);
    if let Some(table) = session.funding().agreement(form.id) {
        ui.add_space(8.0);
        table::show(ui, "agreement-funding", &session.funding(), &say("app-payment-outcome"), &table.rows);
        let is_rate = matches!(form.payment, PaymentRule::Rate(_));
        if is_rate && form.flat_rate.is_some() {
            hint(ui, say("app-payment-outcome-flat"));
        }
    }
    if let Some(unused) = session.unused_money(form.id) {
        ui.add_space(8.0);
        ui.label(RichText::new(unbroken(&unused.title)).text_style(subheading()));
        for reason in &unused.reasons {
            ui.label(unbroken(reason));
        }
    }
}

fn tell(edit: AgreementEdit) -> Request {
    Request::Edit(Edit::Agreement(edit))
}

fn unspent(
    ui: &mut Ui,
    session: &Session,
    form: &AgreementForm,
    current: UnspentRule,
    requests: &mut Vec<Request>,
) {
    let language = session.language();
    let say = |id| text(language, id);
    let id = Id::unique(("unspent", form.id.0));
    let set = |rule| tell(AgreementEdit::SetPayment(form.id, PaymentRule::Fixed(rule)));
    let words = say("app-unspent-rule");
    form::row(ui, &words, |ui| {
        ui.spacing_mut().combo_width = 420.0;
        let rules = [
            (UnspentChoice::Carry, say("app-unspent-carry")),
            (UnspentChoice::GiveBack, say("app-unspent-give-back")),
            (UnspentChoice::Keep, say("app-unspent-keep")),
        ];
        let now = UnspentChoice::of(current);
        let chosen = form::choose(ui, id.with("rule"), &words, &now, &rules);
        requests.extend(chosen.map(|choice| set(choice.usual())));
    });
    match current {
        UnspentRule::Carry { until } => {
            let words = say("app-unspent-until");
            form::row(ui, &words, |ui| {
                let usual = say("app-unspent-until-why");
                let typed = form::month_or(ui, id.with("until"), &words, language, until, &usual);
                take(typed, requests, |until| set(UnspentRule::Carry { until }));
            });
        }
        UnspentRule::Keep { up_to } => {
            let words = say("app-unspent-up-to");
            form::row(ui, &words, |ui| {
                let typed = form::percent(ui, id.with("up-to"), &words, language, up_to);
                take(typed, requests, |up_to| set(UnspentRule::Keep { up_to }));
            });
        }
        UnspentRule::GiveBack => {}
    }
}

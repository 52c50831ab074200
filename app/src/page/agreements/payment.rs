//! How a funder counts what it owes, on which costs, and what becomes of the rest.

use egui::{Id, Ui};
use previ_engine::account::AccountNumber;
use previ_engine::id::AgreementId;
use previ_engine::rule::{PaymentRule, UnspentRule};
use previ_session::edits::AgreementEdit;
use previ_session::views::agreements::{AgreementForm, PaymentChoice, UnspentChoice};
use previ_session::{Edit, Session};
use previ_words::{Message, text};

use crate::page::{Request, take};
use crate::widget::block::{heading, hint};
use crate::widget::field::Field;
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
    if form.payment != PaymentRule::General {
        eligible(ui, session, form, requests);
    }
    if let Some(table) = session.funding().agreement(form.id) {
        ui.add_space(8.0);
        table::show(ui, "agreement-funding", &session.funding(), &say("app-payment-outcome"), &table.rows);
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

fn eligible(ui: &mut Ui, session: &Session, form: &AgreementForm, requests: &mut Vec<Request>) {
    let language = session.language();
    let say = |id| text(language, id);
    let id = Id::unique(("eligible", form.id.0));
    let words = say("app-eligible-accounts");
    form::row(ui, &words, |ui| {
        let accounts: Vec<String> = form.eligible_accounts.iter().map(ToString::to_string).collect();
        let every = say("app-eligible-every");
        let typed = Field::new(id, &words, &accounts.join(", ")).width(300.0).hint(&every).show(ui);
        let typed = typed.map(|typed| read_accounts(&typed).ok_or_else(|| wrong_accounts(session)));
        take(typed, requests, |accounts| tell(AgreementEdit::SetEligibleAccounts(form.id, accounts)));
    });
    if !form.eligible_positions.is_empty() {
        form::row(ui, &say("app-eligible-positions"), |ui| {
            for (position, label, is_eligible) in &form.eligible_positions {
                position_mark(ui, (form.id, *position), label, *is_eligible, requests);
            }
        });
    }
    hint(ui, say("app-eligible-why"));
}

fn position_mark(
    ui: &mut Ui,
    (agreement, position): (AgreementId, previ_engine::id::PositionId),
    label: &str,
    mut is_eligible: bool,
    requests: &mut Vec<Request>,
) {
    if form::marks(ui, |ui| ui.checkbox(&mut is_eligible, label)).changed() {
        requests.push(tell(AgreementEdit::SetEligiblePosition(agreement, position, is_eligible)));
    }
}

fn read_accounts(typed: &str) -> Option<Vec<AccountNumber>> {
    let parts = typed.split([',', ';', ' ']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| part.parse().ok()).collect()
}

fn wrong_accounts(session: &Session) -> Message {
    let language = session.language();
    Message { text: text(language, "app-eligible-wrong"), hint: text(language, "app-eligible-wrong.hint") }
}

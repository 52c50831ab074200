//! One question: does the convention name the partners and their shares?

use egui::{Id, Ui};
use previ_engine::diagnostic::Arg;
use previ_engine::partner::{Answers, Partnership};
use previ_session::edits::AgreementEdit;
use previ_session::views::agreements::{AgreementForm, PartnersChoice, one_more};
use previ_words::{Decimals, Language, money, text, text_with};

use crate::page::{Request, take};
use crate::widget::block::{hint, unbroken};
use crate::widget::field::Field;
use crate::widget::form::{self, Folded};

/// Draws the folded part.
pub fn show(ui: &mut Ui, language: Language, form: &AgreementForm, requests: &mut Vec<Request>) {
    let say = |id| text(language, id);
    let id = Id::unique(("partners", form.id.0));
    let is_open = form.partners.is_some();
    let told = if is_open { String::new() } else { say("app-partners-none") };
    form::fold(ui, id, &Folded::new(&say("app-partners"), &told), is_open, |ui| {
        ui.label(say("app-partners-question"));
        let now = PartnersChoice::of(form.partners.as_ref());
        for choice in PartnersChoice::ALL {
            let words = say(match choice {
                PartnersChoice::Nobody => "app-partners-nobody",
                PartnersChoice::Named => "app-partners-named",
                PartnersChoice::LeadAlone => "app-partners-lead-alone",
            });
            if form::marks(ui, |ui| ui.radio(now == choice, words)).clicked() && now != choice {
                requests.push(set(form, choice.take(form.partners.as_ref(), language)));
            }
        }
        let Some(partners) = &form.partners else { return };
        let is_alone = now == PartnersChoice::LeadAlone;
        hint(ui, say(if is_alone { "app-partners-lead-why" } else { "app-partners-named-why" }));
        if let Answers::LeadAlone { is_eligible } = partners.answers {
            let mut ticked = is_eligible;
            if form::marks(ui, |ui| ui.checkbox(&mut ticked, say("app-partners-eligible"))).changed() {
                let answers = Answers::LeadAlone { is_eligible: ticked };
                requests.push(set(form, Some(Partnership { answers, ..partners.clone() })));
            }
        }
        shares(ui, language, form, partners, requests);
    });
}

fn set(form: &AgreementForm, partners: Option<Partnership>) -> Request {
    Request::Edit(AgreementEdit::SetPartners(form.id, partners).into())
}

fn shares(
    ui: &mut Ui,
    language: Language,
    form: &AgreementForm,
    partners: &Partnership,
    requests: &mut Vec<Request>,
) {
    let say = |id| text(language, id);
    let id = Id::unique(("partner", form.id.0));
    for (place, partner) in partners.shares.iter().enumerate() {
        let id = id.with(place);
        ui.horizontal_wrapped(|ui| {
            let words = say("app-partners-name");
            form::above(ui, 320.0, &words, |ui| {
                let typed = Field::new(id.with("name"), &words, &partner.name).width(304.0).show(ui);
                requests.extend(typed.map(|name| {
                    let mut changed = partners.clone();
                    changed.shares[place].name = name;
                    set(form, Some(changed))
                }));
            });
            let words = say("app-partners-share");
            form::above(ui, 130.0, &words, |ui| {
                let typed = form::percent(ui, id.with("share"), &words, language, partner.share);
                take(typed, requests, |share| {
                    let mut changed = partners.clone();
                    changed.shares[place].share = share;
                    set(form, Some(changed))
                });
            });
            form::above(ui, 90.0, "", |ui| {
                if ui.button(say("app-remove")).clicked() {
                    let mut changed = partners.clone();
                    changed.shares.remove(place);
                    requests.push(set(form, Some(changed)));
                }
            });
        });
    }
    if ui.button(say("app-partners-add")).clicked() {
        requests.push(set(form, Some(one_more(partners, language))));
    }
    let words = say("app-partners-delay");
    form::row(ui, &words, |ui| {
        ui.spacing_mut().combo_width = 260.0;
        let told = |count: u8| match count {
            0 => say("app-partners-same-month"),
            _ => text_with(language, "app-partners-after", &[("count", Arg::Number(count.into()))]),
        };
        let delays: Vec<(u8, String)> = (0..=12).map(|count| (count, told(count))).collect();
        let chosen = form::choose(ui, id.with("delay"), &words, &partners.delay_months, &delays);
        requests.extend(
            chosen.map(|delay_months| set(form, Some(Partnership { delay_months, ..partners.clone() }))),
        );
    });
    let amount = |cents| Arg::Text(money(language, cents, Decimals::None));
    let args = [
        ("partners", amount(form.partners_cents)),
        ("total", amount(form.promised_cents)),
        ("own", amount(form.own_cents)),
    ];
    ui.label(unbroken(&text_with(language, "app-partners-sum", &args)));
}

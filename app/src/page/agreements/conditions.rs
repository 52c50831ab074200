//! Which costs a funder takes, within which limits, and the provision for money that may go back.

use egui::{Id, Ui};
use previ_engine::account::AccountNumber;
use previ_engine::diagnostic::Arg;
use previ_engine::funder::FunderKind;
use previ_engine::money::{Amount, Percent};
use previ_engine::payment::Part;
use previ_engine::provision::{Provision, Release};
use previ_engine::rule::{Ceiling, CostNature, FlatRate, FlatRateBase, PaymentRule};
use previ_session::Session;
use previ_session::edits::{AgreementEdit, TrancheEdit};
use previ_session::views::agreements::{
    AgreementForm, TrancheForm, flat_rates, usual_ceiling, usual_provision,
};
use previ_words::{Language, Message, percent, text, text_with};

use crate::page::{Request, take};
use crate::widget::block::hint;
use crate::widget::field::Field;
use crate::widget::form::{self, Folded};

/// Draws the folded parts.
pub fn show(ui: &mut Ui, session: &Session, form: &AgreementForm, requests: &mut Vec<Request>) {
    let language = session.language();
    let say = |id| text(language, id);
    let id = Id::unique(("conditions", form.id.0));
    if form.payment != PaymentRule::General {
        let is_open = !form.eligible_accounts.is_empty()
            || form.eligible_positions.iter().any(|(_, _, is_eligible)| *is_eligible);
        let told = if is_open { String::new() } else { say("app-eligible-every") };
        form::fold(ui, id.with("costs"), &Folded::new(&say("app-eligible"), &told), is_open, |ui| {
            costs(ui, session, form, requests);
        });
        let told = form.flat_rate.map_or(say("app-flat-none"), |rate| flat_words(language, rate));
        let is_open = form.flat_rate.is_some() || form.counts_in_kind;
        form::fold(ui, id.with("base"), &Folded::new(&say("app-base"), &told), is_open, |ui| {
            base(ui, language, form, requests);
        });
    }
    if form.payment != PaymentRule::General || !form.ceilings.is_empty() {
        let args = [("count", Arg::Number(form.ceilings.len().into()))];
        let told = text_with(language, "app-ceilings-told", &args);
        let is_open = !form.ceilings.is_empty();
        form::fold(ui, id.with("limits"), &Folded::new(&say("app-ceilings"), &told), is_open, |ui| {
            ceilings(ui, language, form, requests);
        });
    }
    if form.provision.is_some() || form.funder_kind == Some(FunderKind::Europe) {
        let told = if form.provision.is_some() { String::new() } else { say("app-provision-none") };
        let is_open = form.provision.is_some();
        form::fold(ui, id.with("provision"), &Folded::new(&say("app-provision"), &told), is_open, |ui| {
            provision(ui, language, form, requests);
        });
    }
}

fn tell(edit: AgreementEdit) -> Request {
    Request::Edit(edit.into())
}

fn costs(ui: &mut Ui, session: &Session, form: &AgreementForm, requests: &mut Vec<Request>) {
    let say = |id| text(session.language(), id);
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
        ui.label(say("app-eligible-positions"));
        for (position, label, is_eligible) in &form.eligible_positions {
            let mut ticked = *is_eligible;
            if form::marks(ui, |ui| ui.checkbox(&mut ticked, label)).changed() {
                requests.push(tell(AgreementEdit::SetEligiblePosition(form.id, *position, ticked)));
            }
        }
    }
    hint(ui, say("app-eligible-why"));
}

fn read_accounts(typed: &str) -> Option<Vec<AccountNumber>> {
    let parts = typed.split([',', ';', ' ']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| part.parse().ok()).collect()
}

fn wrong_accounts(session: &Session) -> Message {
    let language = session.language();
    Message { text: text(language, "app-eligible-wrong"), hint: text(language, "app-eligible-wrong.hint") }
}

/// What counts beside real cost: a flat rate, and contributions in kind.
fn base(ui: &mut Ui, language: Language, form: &AgreementForm, requests: &mut Vec<Request>) {
    let say = |id| text(language, id);
    let id = Id::unique(("base", form.id.0));
    let set = |rate| tell(AgreementEdit::SetFlatRate(form.id, rate));
    let words = say("app-flat");
    form::row(ui, &words, |ui| {
        ui.spacing_mut().combo_width = 340.0;
        let mut rates = flat_rates();
        rates.extend(form.flat_rate.filter(|rate| !rates.contains(rate)));
        let named = rates.into_iter().map(|rate| (Some(rate), flat_words(language, rate)));
        let all: Vec<_> = std::iter::once((None, say("app-flat-none"))).chain(named).collect();
        requests.extend(form::choose(ui, id.with("rate"), &words, &form.flat_rate, &all).map(set));
    });
    if let Some(flat_rate) = form.flat_rate {
        let words = say("app-flat-other");
        form::row(ui, &words, |ui| {
            let typed = form::percent(ui, id.with("percent"), &words, language, flat_rate.rate);
            take(typed, requests, |rate| set(Some(FlatRate { rate, ..flat_rate })));
            let bases =
                [FlatRateBase::DirectCost, FlatRateBase::StaffCost].map(|of| (of, say(flat_base(of))));
            let chosen = form::choose(ui, id.with("of"), &say("app-flat-base"), &flat_rate.of, &bases);
            requests.extend(chosen.map(|of| set(Some(FlatRate { of, ..flat_rate }))));
        });
    }
    hint(ui, say("app-flat-why"));
    let mut counts = form.counts_in_kind;
    if form::marks(ui, |ui| ui.checkbox(&mut counts, say("app-in-kind-counts"))).changed() {
        requests.push(tell(AgreementEdit::SetInKind(form.id, counts)));
    }
}

fn flat_base(of: FlatRateBase) -> &'static str {
    match of {
        FlatRateBase::DirectCost => "app-flat-of-direct",
        FlatRateBase::StaffCost => "app-flat-of-staff",
    }
}

fn flat_words(language: Language, flat_rate: FlatRate) -> String {
    format!("{} {}", percent(language, flat_rate.rate), text(language, flat_base(flat_rate.of)))
}

/// What a ceiling limits, its height aside.
fn ceiling_words(of: Option<CostNature>) -> &'static str {
    match of {
        None => "app-ceiling-public",
        Some(CostNature::Staff) => "app-ceiling-staff",
        Some(CostNature::OtherDirect) => "app-ceiling-direct",
        Some(CostNature::Indirect) => "app-ceiling-indirect",
    }
}

fn ceilings(ui: &mut Ui, language: Language, form: &AgreementForm, requests: &mut Vec<Request>) {
    let say = |id| text(language, id);
    let id = Id::unique(("ceilings", form.id.0));
    let set = |list| tell(AgreementEdit::SetCeilings(form.id, list));
    for (place, ceiling) in form.ceilings.iter().enumerate() {
        let (id, list) = (id.with(place), || form.ceilings.clone());
        let with = |changed| {
            let mut list = list();
            list[place] = changed;
            set(list)
        };
        ui.horizontal_wrapped(|ui| {
            let words = say("app-ceiling-of");
            form::above(ui, 360.0, &words, |ui| {
                ui.spacing_mut().combo_width = 350.0;
                let natures = [CostNature::Indirect, CostNature::Staff, CostNature::OtherDirect].map(Some);
                let all: Vec<_> =
                    std::iter::once(None).chain(natures).map(|of| (of, say(ceiling_words(of)))).collect();
                let now = match ceiling {
                    Ceiling::PublicMoney(_) => None,
                    Ceiling::Nature(nature, _) => Some(*nature),
                };
                let chosen = form::choose(ui, id.with("of"), &words, &now, &all);
                requests.extend(chosen.map(|of| with(usual_ceiling(of))));
            });
            let words = say("app-ceiling-up-to");
            form::above(ui, 270.0, &words, |ui| {
                height(ui, language, id, *ceiling, requests, with);
            });
            form::above(ui, 90.0, "", |ui| {
                if ui.button(say("app-remove")).clicked() {
                    let mut list = list();
                    list.remove(place);
                    requests.push(set(list));
                }
            });
        });
    }
    if ui.button(say("app-ceiling-add")).clicked() {
        let mut list = form.ceilings.clone();
        list.push(usual_ceiling(None));
        requests.push(set(list));
    }
}

fn height(
    ui: &mut Ui,
    language: Language,
    id: Id,
    ceiling: Ceiling,
    requests: &mut Vec<Request>,
    with: impl Fn(Ceiling) -> Request,
) {
    let say = |id| text(language, id);
    let words = say("app-ceiling-up-to");
    let (nature, up_to) = match ceiling {
        Ceiling::PublicMoney(share) => {
            let typed = form::percent(ui, id.with("share"), &words, language, share);
            take(typed, requests, |share| with(Ceiling::PublicMoney(share)));
            return;
        }
        Ceiling::Nature(nature, up_to) => (nature, up_to),
    };
    let of = |part| with(Ceiling::Nature(nature, part));
    match up_to {
        Part::Share(share) => {
            let typed = form::percent(ui, id.with("share"), &words, language, share);
            take(typed, requests, |share| of(Part::Share(share)));
        }
        Part::Amount(amount) => {
            let typed = form::amount(ui, id.with("amount"), &words, language, amount);
            take(typed, requests, |amount| of(Part::Amount(amount)));
        }
    }
    ui.spacing_mut().combo_width = 150.0;
    let kinds = [(true, say("app-ceiling-of-base")), (false, say("app-instalment-in-euros"))];
    let is_share = matches!(up_to, Part::Share(_));
    let chosen = form::choose(ui, id.with("kind"), &say("app-instalment-kind"), &is_share, &kinds);
    let other = |share| {
        if share { Part::Share(Percent::default()) } else { Part::Amount(Amount::ZERO) }
    };
    requests.extend(chosen.map(|share| of(other(share))));
}

fn provision(ui: &mut Ui, language: Language, form: &AgreementForm, requests: &mut Vec<Request>) {
    let say = |id| text(language, id);
    let id = Id::unique(("provision", form.id.0));
    let set = |provision| tell(AgreementEdit::SetProvision(form.id, provision));
    let mut wanted = form.provision.is_some();
    if form::marks(ui, |ui| ui.checkbox(&mut wanted, say("app-provision-wanted"))).changed() {
        requests.push(set(wanted.then(usual_provision)));
    }
    if let Some(now) = form.provision {
        let words = say("app-provision-received");
        form::row(ui, &words, |ui| {
            let typed = form::percent(ui, id.with("received"), &words, language, now.received);
            take(typed, requests, |received| set(Some(Provision { received, ..now })));
        });
        let words = say("app-provision-unpaid");
        form::row(ui, &words, |ui| {
            let typed = form::percent(ui, id.with("unpaid"), &words, language, now.unpaid);
            take(typed, requests, |unpaid| set(Some(Provision { unpaid, ..now })));
        });
    }
    hint(ui, say("app-provision-why"));
}

/// The parts of the provision of a tranche that are no longer needed.
pub fn releases(ui: &mut Ui, session: &Session, tranche: &TrancheForm, requests: &mut Vec<Request>) {
    let language = session.language();
    let say = |id| text(language, id);
    let id = Id::unique(("releases", tranche.id.0));
    let set = |list| Request::Edit(TrancheEdit::SetReleases(tranche.id, list).into());
    let is_open = !tranche.releases.is_empty();
    form::fold(ui, id, &Folded::new(&say("app-releases"), ""), is_open, |ui| {
        hint(ui, say("app-releases-why"));
        for (place, release) in tranche.releases.iter().enumerate() {
            let id = id.with(place);
            let with = |changed: Release| {
                let mut list = tranche.releases.clone();
                list[place] = changed;
                set(list)
            };
            ui.horizontal_wrapped(|ui| {
                let words = say("app-release-month");
                form::above(ui, form::CELL, &words, |ui| {
                    let typed = form::month(ui, id.with("month"), &words, language, release.month);
                    take(typed, requests, |month| with(Release { month, ..*release }));
                });
                let words = say("app-release-amount");
                form::above(ui, form::CELL, &words, |ui| {
                    let typed = form::amount(ui, id.with("amount"), &words, language, release.amount);
                    take(typed, requests, |amount| with(Release { amount, ..*release }));
                });
                form::above(ui, 90.0, "", |ui| {
                    if ui.button(say("app-remove")).clicked() {
                        let mut list = tranche.releases.clone();
                        list.remove(place);
                        requests.push(set(list));
                    }
                });
            });
        }
        if ui.button(say("app-release-add")).clicked() {
            let mut list = tranche.releases.clone();
            list.push(Release { month: tranche.usual_report.plus(12), amount: Amount::ZERO });
            requests.push(set(list));
        }
    });
}

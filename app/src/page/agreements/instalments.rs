//! The payments of a tranche: how much, what makes each due, and what really came.

use egui::{Id, Ui};
use previ_engine::diagnostic::Arg;
use previ_engine::payment::{Instalment, Part, Receipt, Trigger};
use previ_session::Session;
use previ_session::edits::TrancheEdit;
use previ_session::views::agreements::{InstalmentForm, TrancheForm, TriggerChoice};
use previ_words::{Decimals, Language, money, month_long, month_names, text, text_with};

use super::form::months_text;
use crate::page::{Request, take};
use crate::widget::block::{heading, hint};
use crate::widget::form;

/// Draws the payments.
pub fn show(ui: &mut Ui, session: &Session, tranche: &TrancheForm, requests: &mut Vec<Request>) {
    let language = session.language();
    let say = |id| text(language, id);
    let set = |list: Vec<Instalment>| Request::Edit(TrancheEdit::SetInstalments(tranche.id, list).into());
    let typed = || tranche.instalments.iter().map(|found| found.instalment.clone()).collect::<Vec<_>>();
    heading(ui, say("app-instalments"));
    if tranche.instalments.is_empty() {
        let args = [("month", Arg::Text(month_long(language, tranche.only_payment)))];
        hint(ui, text_with(language, "app-instalments-none", &args));
    }
    for (place, found) in tranche.instalments.iter().enumerate() {
        instalment(ui, language, tranche, place, found, requests, |changed| {
            let mut list = typed();
            list.splice(place..=place, changed);
            set(list)
        });
        ui.add_space(4.0);
    }
    if tranche.unpaid_cents != 0 {
        let args = [("amount", Arg::Text(money(language, tranche.unpaid_cents, Decimals::Two)))];
        hint(ui, text_with(language, "app-instalments-unpaid", &args));
    }
    if ui.button(say("app-instalments-add")).clicked() {
        requests.push(set(tranche.with_one_more.clone()));
    }
}

fn instalment(
    ui: &mut Ui,
    language: Language,
    tranche: &TrancheForm,
    place: usize,
    found: &InstalmentForm,
    requests: &mut Vec<Request>,
    set: impl Fn(Vec<Instalment>) -> Request,
) {
    let say = |id| text(language, id);
    let id = Id::unique(("instalment", tranche.id.0, place));
    let now = &found.instalment;
    ui.horizontal_wrapped(|ui| {
        form::above(ui, 260.0, &say("app-instalment-share"), |ui| {
            part(ui, language, id, found, requests, &set);
        });
        let words = say("app-instalment-due");
        form::above(ui, 290.0, &words, |ui| {
            ui.spacing_mut().combo_width = 280.0;
            let choices = TriggerChoice::ALL.map(|choice| (choice, say(trigger_words(choice))));
            let current = TriggerChoice::of(now.trigger);
            let chosen = form::choose(ui, id.with("trigger"), &words, &current, &choices);
            requests.extend(chosen.map(|choice| {
                let trigger = choice.usual(found.expected.unwrap_or(tranche.decision));
                set(vec![Instalment { trigger, ..now.clone() }])
            }));
        });
        detail(ui, language, id, now, requests, &set);
        form::above(ui, 90.0, "", |ui| {
            if ui.button(say("app-remove")).clicked() {
                requests.push(set(Vec::new()));
            }
        });
    });
    received(ui, language, id, found, requests, &set);
}

/// A share of the tranche or an amount, and which of both.
fn part(
    ui: &mut Ui,
    language: Language,
    id: Id,
    found: &InstalmentForm,
    requests: &mut Vec<Request>,
    set: &impl Fn(Vec<Instalment>) -> Request,
) {
    let say = |id| text(language, id);
    ui.spacing_mut().combo_width = 140.0;
    let part = match found.instalment.part {
        Part::Share(share) => {
            let typed = form::percent(ui, id.with("share"), &say("app-instalment-share"), language, share);
            typed.map(|typed| typed.map(Part::Share))
        }
        Part::Amount(amount) => {
            let typed = form::amount(ui, id.with("amount"), &say("app-instalment-amount"), language, amount);
            typed.map(|typed| typed.map(Part::Amount))
        }
    };
    take(part, requests, |part| set(vec![Instalment { part, ..found.instalment.clone() }]));
    let kinds = [(true, say("app-instalment-in-percent")), (false, say("app-instalment-in-euros"))];
    let is_share = matches!(found.instalment.part, Part::Share(_));
    let name = say("app-instalment-kind");
    if form::choose(ui, id.with("kind"), &name, &is_share, &kinds).is_some_and(|share| share != is_share) {
        requests.push(set(vec![Instalment { part: found.other_part, ..found.instalment.clone() }]));
    }
}

fn trigger_words(choice: TriggerChoice) -> &'static str {
    match choice {
        TriggerChoice::InMonth => "app-trigger-in-month",
        TriggerChoice::OnDecision => "app-trigger-on-decision",
        TriggerChoice::OnSignature => "app-trigger-on-signature",
        TriggerChoice::EachYearIn => "app-trigger-each-year",
        TriggerChoice::Quarterly => "app-trigger-quarterly",
        TriggerChoice::OnInterimReport => "app-trigger-on-interim-report",
        TriggerChoice::AfterReport => "app-trigger-after-report",
        TriggerChoice::WhenSpent => "app-trigger-when-spent",
        TriggerChoice::AfterOthers => "app-trigger-after-others",
    }
}

/// The month, number or share of a trigger, for those that have one.
fn detail(
    ui: &mut Ui,
    language: Language,
    id: Id,
    now: &Instalment,
    requests: &mut Vec<Request>,
    set: &impl Fn(Vec<Instalment>) -> Request,
) {
    let say = |id| text(language, id);
    let with = |trigger| set(vec![Instalment { trigger, ..now.clone() }]);
    match now.trigger {
        Trigger::InMonth(month) => {
            let words = say("app-instalment-month");
            form::above(ui, form::CELL, &words, |ui| {
                let typed = form::month(ui, id.with("due"), &words, language, month);
                take(typed, requests, |month| with(Trigger::InMonth(month)));
            });
        }
        Trigger::EachYearIn(month) => {
            let words = say("app-instalment-month");
            let months: Vec<(u8, String)> =
                (1..=12).zip(month_names(language).iter().map(|name| (*name).to_owned())).collect();
            form::above(ui, form::CELL, &words, |ui| {
                ui.spacing_mut().combo_width = form::SHORT;
                let chosen = form::choose(ui, id.with("month"), &words, &month, &months);
                requests.extend(chosen.map(|month| with(Trigger::EachYearIn(month))));
            });
        }
        Trigger::WhenSpent(share) => {
            let words = say("app-instalment-spent");
            form::above(ui, form::CELL, &words, |ui| {
                let typed = form::percent(ui, id.with("spent"), &words, language, share);
                take(typed, requests, |share| with(Trigger::WhenSpent(share)));
            });
        }
        Trigger::AfterReport { months } => {
            wait(ui, language, id, months, requests, |months| with(Trigger::AfterReport { months }));
        }
        Trigger::AfterOthers { months } => {
            wait(ui, language, id, months, requests, |months| with(Trigger::AfterOthers { months }));
        }
        Trigger::OnDecision | Trigger::OnSignature | Trigger::Quarterly | Trigger::OnInterimReport => {}
    }
}

fn wait(
    ui: &mut Ui,
    language: Language,
    id: Id,
    months: u8,
    requests: &mut Vec<Request>,
    with: impl Fn(u8) -> Request,
) {
    let words = text(language, "app-instalment-wait");
    let choices: Vec<(u8, String)> = (0..=24).map(|months| (months, months_text(language, months))).collect();
    form::above(ui, form::CELL, &words, |ui| {
        ui.spacing_mut().combo_width = form::SHORT;
        let chosen = form::choose(ui, id.with("wait"), &words, &months, &choices);
        requests.extend(chosen.map(with));
    });
}

/// What is expected, or what came and when.
fn received(
    ui: &mut Ui,
    language: Language,
    id: Id,
    found: &InstalmentForm,
    requests: &mut Vec<Request>,
    set: &impl Fn(Vec<Instalment>) -> Request,
) {
    let say = |id| text(language, id);
    let now = &found.instalment;
    let with = |received| set(vec![Instalment { received, ..now.clone() }]);
    let Some(receipt) = now.received else {
        ui.horizontal_wrapped(|ui| {
            let amount = Arg::Text(money(language, found.awaited_cents, Decimals::Two));
            let told = match found.expected {
                Some(month) => {
                    let args = [("amount", amount), ("month", Arg::Text(month_long(language, month)))];
                    text_with(language, "app-instalment-received", &args)
                }
                None => text_with(
                    language,
                    "app-instalment-expected",
                    &[("amount", amount), ("when", Arg::Text(found.due.clone()))],
                ),
            };
            hint(ui, told);
            if !found.one_by_one.is_empty() {
                if ui.button(say("app-instalment-one-by-one")).clicked() {
                    requests.push(set(found.one_by_one.clone()));
                }
            } else if ui.button(say("app-receipt-add")).clicked() {
                requests.push(with(Some(found.usual_receipt)));
            }
        });
        return;
    };
    ui.horizontal_wrapped(|ui| {
        let words = say("app-receipt-amount");
        form::above(ui, form::CELL, &words, |ui| {
            let typed = form::amount(ui, id.with("came"), &words, language, receipt.amount);
            take(typed, requests, |amount| with(Some(Receipt { amount, ..receipt })));
        });
        let words = say("app-receipt-month");
        form::above(ui, form::CELL, &words, |ui| {
            let typed = form::month(ui, id.with("came-in"), &words, language, receipt.month);
            take(typed, requests, |month| with(Some(Receipt { month, ..receipt })));
        });
        form::above(ui, 170.0, "", |ui| {
            if ui.button(say("app-receipt-forget")).clicked() {
                requests.push(with(None));
            }
        });
    });
    if found.missing_cents > 0 {
        let args = [("amount", Arg::Text(money(language, found.missing_cents, Decimals::Two)))];
        hint(ui, text_with(language, "app-receipt-missing", &args));
    }
}

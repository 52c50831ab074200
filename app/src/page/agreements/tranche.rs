//! A tranche: its time, its money, what it became, and the costs it is wanted to pay.

use egui::{Id, Ui};
use previ_engine::diagnostic::Arg;
use previ_engine::rule::ChosenCost;
use previ_session::Session;
use previ_session::edits::{AgreementEdit, TrancheEdit};
use previ_session::views::agreements::{
    AgreementForm, FundingLineForm, PaymentChoice, TrancheForm, chosen_kinds,
};
use previ_words::{Decimals, certainty, money, month_long, text, text_with};

use super::form::levels;
use super::instalments;
use crate::dialog::{AmendmentDraft, Dialog};
use crate::page::{Request, activities, take};
use crate::theme::subheading;
use crate::widget::block::{hint, unbroken};
use crate::widget::form::{self, Folded};

/// Draws the card: folded but for the first one, where there are several.
pub fn show(
    ui: &mut Ui,
    session: &Session,
    form: &AgreementForm,
    tranche: &TrancheForm,
    requests: &mut Vec<Request>,
) {
    let language = session.language();
    let title = text_with(language, "app-tranche-title", &[("title", Arg::Text(tranche.title.clone()))]);
    let mut told = vec![money(language, tranche.total_cents, Decimals::None)];
    told.extend(tranche.typed_certainty.map(|level| certainty(language, level)));
    let id = Id::unique(("tranche-card", tranche.id.0));
    let is_first = form.tranches.first().is_some_and(|first| first.id == tranche.id);
    let shown = Folded { title: &title, told: &told.join(" · "), style: subheading() };
    form::fold(ui, id, &shown, is_first, |ui| {
        contents(ui, session, form, tranche, requests);
    });
}

fn contents(
    ui: &mut Ui,
    session: &Session,
    form: &AgreementForm,
    tranche: &TrancheForm,
    requests: &mut Vec<Request>,
) {
    let language = session.language();
    let say = |id| text(language, id);
    let id = Id::unique(("tranche", tranche.id.0));
    let words = say("app-tranche-period");
    form::row(ui, &words, |ui| {
        let from = form::month(ui, id.with("from"), &say("app-form-from"), language, tranche.from);
        ui.label("–");
        let to = form::month(ui, id.with("to"), &say("app-form-to"), language, tranche.to);
        let period = |from, to| tell(TrancheEdit::SetPeriod { tranche: tranche.id, from, to });
        take(from, requests, |from| period(from, tranche.to.max(from)));
        take(to, requests, |to| period(tranche.from, to));
    });
    let words = say("app-tranche-decision");
    form::row(ui, &words, |ui| {
        let decision = form::month(ui, id.with("decision"), &words, language, tranche.decision);
        take(decision, requests, |month| tell(TrancheEdit::SetDecision(tranche.id, month)));
    });
    dates(ui, session, form, tranche, requests);
    ui.add_space(8.0);
    for (place, line) in tranche.lines.iter().enumerate() {
        funding_line(ui, session, tranche, place, line, requests);
    }
    if ui.button(say("app-tranche-add-line")).clicked() {
        requests.push(tell(TrancheEdit::AddLine { tranche: tranche.id, activity: None }));
    }
    ui.add_space(8.0);
    instalments::show(ui, session, tranche, requests);
    ui.add_space(8.0);
    amendments(ui, session, tranche, requests);
    let rule = PaymentChoice::of(form.payment);
    let may_choose = matches!(rule, PaymentChoice::Fixed | PaymentChoice::Rate) && !form.is_for_investment;
    if may_choose || !tranche.chosen.is_empty() {
        chosen(ui, session, tranche, requests);
    }
    if form.provision.is_some() || !tranche.releases.is_empty() {
        super::conditions::releases(ui, session, tranche, requests);
    }
    ui.add_space(6.0);
    if ui.button(say("app-tranche-remove")).clicked() {
        requests.push(Request::Edit(AgreementEdit::RemoveTranche(tranche.id).into()));
    }
}

fn tell(edit: TrancheEdit) -> Request {
    Request::Edit(edit.into())
}

/// The months on the way: filing, signature, reports; and how sure the tranche is.
fn dates(
    ui: &mut Ui,
    session: &Session,
    form: &AgreementForm,
    tranche: &TrancheForm,
    requests: &mut Vec<Request>,
) {
    let language = session.language();
    let say = |id| text(language, id);
    let id = Id::unique(("tranche-dates", tranche.id.0));
    let report = tranche.typed_report.unwrap_or(tranche.usual_report);
    let told = text_with(language, "app-tranche-dates-told", &[("month", Arg::Month(report))]);
    let typed = [tranche.filing, tranche.signature, tranche.interim_report, tranche.typed_report];
    let is_special = typed.iter().any(Option::is_some);
    form::fold(ui, id, &Folded::new(&say("app-tranche-dates"), &told), is_special, |ui| {
        let mut month = |ui: &mut Ui, words: &str, value, otherwise: &str, edit: fn(_, _) -> TrancheEdit| {
            let words = text(language, words);
            form::row(ui, &words, |ui| {
                let typed = form::month_or(ui, id.with(&words), &words, language, value, otherwise);
                take(typed, requests, |month| tell(edit(tranche.id, month)));
            });
        };
        let open = say("app-tranche-no-date");
        month(ui, "app-tranche-filing", tranche.filing, &open, TrancheEdit::SetFiling);
        let decision = month_long(language, tranche.decision);
        month(ui, "app-tranche-signature", tranche.signature, &decision, TrancheEdit::SetSignature);
        let interim = tranche.interim_report;
        month(ui, "app-tranche-interim", interim, &open, TrancheEdit::SetInterimReport);
        let usual = month_long(language, tranche.usual_report);
        month(ui, "app-tranche-report", tranche.typed_report, &usual, TrancheEdit::SetReport);
        if PaymentChoice::of(form.payment) != PaymentChoice::General {
            hint(ui, say("app-tranche-report-why"));
        }
        let words = say("agreements-certainty");
        form::row(ui, &words, |ui| {
            ui.spacing_mut().combo_width = 340.0;
            let levels = levels(language, &say("app-tranche-certainty-of-agreement"));
            let chosen = form::choose(ui, id.with("certainty"), &words, &tranche.typed_certainty, &levels);
            requests.extend(chosen.map(|level| tell(TrancheEdit::SetCertainty(tranche.id, level))));
        });
    });
}

fn funding_line(
    ui: &mut Ui,
    session: &Session,
    tranche: &TrancheForm,
    place: usize,
    line: &FundingLineForm,
    requests: &mut Vec<Request>,
) {
    let language = session.language();
    let say = |id| text(language, id);
    let id = Id::unique(("funding-line", tranche.id.0, place));
    let (of, line_count) = (tranche, tranche.lines.len());
    let tranche = of.id;
    ui.horizontal_wrapped(|ui| {
        let words = say("app-tranche-for");
        form::above(ui, 240.0, &words, |ui| {
            ui.spacing_mut().combo_width = 230.0;
            let chosen = form::choose(ui, id.with("for"), &words, &line.activity, &activities(session));
            requests.extend(
                chosen.map(|to| tell(TrancheEdit::SetActivity { tranche, line: place, activity: to })),
            );
        });
        let words = say("agreements-asked");
        form::above(ui, form::CELL, &words, |ui| {
            let asked = form::amount(ui, id.with("asked"), &words, language, line.asked);
            take(asked, requests, |amount| tell(TrancheEdit::SetAsked { tranche, line: place, amount }));
        });
        let words = say("agreements-granted");
        form::above(ui, form::CELL, &words, |ui| {
            let granted = form::amount_or_none(ui, id.with("granted"), &words, language, line.granted);
            take(granted, requests, |amount| tell(TrancheEdit::SetGranted { tranche, line: place, amount }));
        });
        let words = say("agreements-actual");
        form::above(ui, form::CELL, &words, |ui| {
            let actual = form::amount_or_none(ui, id.with("actual"), &words, language, line.actual);
            take(actual, requests, |amount| tell(TrancheEdit::SetActual { tranche, line: place, amount }));
        });
        if line_count > 1 {
            form::above(ui, 90.0, "", |ui| {
                if ui.button(say("app-remove")).clicked() {
                    requests.push(tell(TrancheEdit::RemoveLine { tranche, line: place }));
                }
            });
        }
    });
}

fn amendments(ui: &mut Ui, session: &Session, tranche: &TrancheForm, requests: &mut Vec<Request>) {
    let language = session.language();
    let say = |id| text(language, id);
    let id = Id::unique(("amendments", tranche.id.0));
    let count = tranche.amendments.len();
    let told = text_with(language, "app-amendments-told", &[("count", Arg::Number(count.into()))]);
    form::fold(ui, id, &Folded::new(&say("app-amendments"), &told), count > 0, |ui| {
        for (place, amendment) in tranche.amendments.iter().enumerate() {
            let amount = |cents| Arg::Text(money(language, cents, Decimals::Two));
            let args = [
                ("month", Arg::Month(amendment.month)),
                ("before", amount(amendment.before_cents)),
                ("after", amount(amendment.after_cents)),
            ];
            ui.horizontal_wrapped(|ui| {
                ui.label(text_with(language, "app-amendment-told", &args));
                if !amendment.reason.is_empty() {
                    hint(ui, amendment.reason.as_str());
                }
                if ui.button(say("app-amendment-forget")).clicked() {
                    requests.push(tell(TrancheEdit::ForgetAmendment { tranche: tranche.id, place }));
                }
            });
        }
        if ui.button(say("app-amendment-add")).clicked() {
            requests.push(Request::Ask(Dialog::Amendment(AmendmentDraft::new(session, tranche))));
        }
    });
}

/// The costs it is wanted to pay before anything else is shared out.
fn chosen(ui: &mut Ui, session: &Session, tranche: &TrancheForm, requests: &mut Vec<Request>) {
    let language = session.language();
    let say = |id| text(language, id);
    let id = Id::unique(("chosen", tranche.id.0));
    let kinds = chosen_kinds(session);
    let list = || tranche.chosen.iter().map(|form| form.chosen).collect::<Vec<ChosenCost>>();
    let set = |list| tell(TrancheEdit::SetChosen(tranche.id, list));
    let with = |place: usize, changed: ChosenCost| {
        let mut list = list();
        list[place] = changed;
        set(list)
    };
    let count = tranche.chosen.len();
    let told = text_with(language, "app-chosen-told", &[("count", Arg::Number(count.into()))]);
    form::fold(ui, id, &Folded::new(&say("app-chosen"), &told), count > 0, |ui| {
        hint(ui, say("app-chosen-why"));
        if let Some(cost) = session.cost_of_choices().filter(|_| count > 0) {
            hint(ui, unbroken(cost));
        }
        for (place, form) in tranche.chosen.iter().enumerate() {
            let (id, now) = (id.with(place), form.chosen);
            ui.horizontal_wrapped(|ui| {
                let words = say("app-chosen-cost");
                form::above(ui, 240.0, &words, |ui| {
                    ui.spacing_mut().combo_width = 230.0;
                    let cost = form::choose(ui, id.with("cost"), &words, &now.cost, &kinds);
                    requests.extend(cost.map(|cost| with(place, ChosenCost { cost, ..now })));
                });
                let words = say("app-chosen-activity");
                form::above(ui, 200.0, &words, |ui| {
                    ui.spacing_mut().combo_width = 190.0;
                    let of = form::choose(ui, id.with("of"), &words, &now.activity, &activities(session));
                    requests.extend(of.map(|activity| with(place, ChosenCost { activity, ..now })));
                });
                let words = say("app-chosen-amount");
                form::above(ui, form::CELL, &words, |ui| {
                    let typed = form::amount(ui, id.with("amount"), &words, language, now.amount);
                    take(typed, requests, |amount| with(place, ChosenCost { amount, ..now }));
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
        if let Some((cost, _)) = kinds.first()
            && ui.button(say("app-chosen-add")).clicked()
        {
            let (activity, amount) = tranche.first_line;
            let mut list = list();
            list.push(ChosenCost { activity, cost: *cost, amount });
            requests.push(set(list));
        }
    });
}

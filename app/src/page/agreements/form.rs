//! One agreement: what was promised, for when, and how it is paid.

use egui::{Id, Ui};
use previ_engine::certainty::{Certainty, Stage};
use previ_engine::diagnostic::Arg;
use previ_engine::funder::FunderKind;
use previ_engine::money::{Amount, Percent};
use previ_engine::payment::{Instalment, Part, Trigger};
use previ_engine::rule::PaymentRule;
use previ_session::edits::{AgreementEdit, FunderEdit, TrancheEdit};
use previ_session::views::agreements::{AgreementForm, FundingLineForm, InstalmentForm, TrancheForm};
use previ_session::{Edit, Session};
use previ_words::{
    Decimals, Language, certainty, funder_kind, money, month_long, parse_percent, stage, text, text_with,
};

use super::payment;
use crate::page::{Request, activities, take};
use crate::theme::BLOCK_GAP;
use crate::widget::block::{card, heading, hint, unbroken};
use crate::widget::field::Field;
use crate::widget::form;

/// Draws the form.
pub fn show(ui: &mut Ui, session: &Session, form: &AgreementForm, requests: &mut Vec<Request>) {
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        promise(ui, session, form, requests);
    });
    if !form.is_for_investment {
        ui.add_space(BLOCK_GAP);
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            payment::show(ui, session, form, requests);
        });
    }
    for tranche in &form.tranches {
        ui.add_space(BLOCK_GAP);
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            self::tranche(ui, session, form, tranche, requests);
        });
    }
    ui.add_space(8.0);
    let language = session.language();
    let more = ui.button(text(language, "app-agreement-add-tranche"));
    if more.on_hover_text(text(language, "app-agreement-add-tranche-tip")).clicked() {
        requests.push(Request::Edit(AgreementEdit::AddTranche(form.id).into()));
    }
    let calendar = session.calendar();
    if calendar.of(form.id).next().is_some() {
        ui.add_space(BLOCK_GAP);
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            heading(ui, text(language, "app-agreement-calendar"));
            for row in calendar.of(form.id) {
                form::row(ui, &row.month, |ui| {
                    form::label(ui, 240.0, &row.what);
                    form::label_right(ui, form::SHORT, unbroken(&row.amount));
                });
            }
        });
    }
}

fn promise(ui: &mut Ui, session: &Session, form: &AgreementForm, requests: &mut Vec<Request>) {
    let language = session.language();
    let say = |id| text(language, id);
    let id = Id::unique(("agreement", form.id.0));
    heading(ui, &form.label);
    let words = say("agreements-label");
    form::row(ui, &words, |ui| {
        let typed = Field::new(id.with("label"), &words, &form.label).width(420.0).show(ui);
        requests.extend(typed.map(|name| Request::Edit(AgreementEdit::Rename(form.id, name).into())));
    });
    let words = say("agreements-funder");
    form::row(ui, &words, |ui| {
        let funders: Vec<_> =
            session.plan().funders.iter().map(|funder| (funder.id, funder.name.clone())).collect();
        let chosen = form::choose(ui, id.with("funder"), &words, &form.funder, &funders);
        requests.extend(chosen.map(|to| Request::Edit(AgreementEdit::SetFunder(form.id, to).into())));
    });
    let words = say("app-agreement-kind");
    form::row(ui, &words, |ui| {
        let kinds = FunderKind::ALL.map(|kind| (Some(kind), funder_kind(language, kind)));
        let chosen = form::choose(ui, id.with("kind"), &words, &form.funder_kind, &kinds).flatten();
        requests.extend(chosen.map(|kind| Request::Edit(FunderEdit::SetKind(form.funder, kind).into())));
    });
    let words = say("app-agreement-delay");
    form::row(ui, &words, |ui| {
        let delays: Vec<(u8, String)> =
            (0..=12).map(|months| (months, months_text(language, months))).collect();
        let chosen = form::choose(ui, id.with("delay"), &words, &form.delay_months, &delays);
        requests.extend(chosen.map(|months| Request::Edit(FunderEdit::SetDelay(form.funder, months).into())));
    });
    let words = say("agreements-stage");
    form::row(ui, &words, |ui| {
        let stages = Stage::ALL.map(|known| (known, stage(language, known)));
        let chosen = form::choose(ui, id.with("stage"), &words, &form.stage, &stages);
        requests.extend(chosen.map(|stage| Request::Edit(AgreementEdit::SetStage(form.id, stage).into())));
    });
    let words = say("agreements-certainty");
    form::row(ui, &words, |ui| {
        let of_stage = match (form.typed_certainty, form.certainty) {
            (None, Some(level)) => {
                format!("{} : {}", say("app-agreement-certainty-of-stage"), certainty(language, level))
            }
            _ => say("app-agreement-certainty-of-stage"),
        };
        let levels = levels(language, &of_stage);
        let chosen = form::choose(ui, id.with("certainty"), &words, &form.typed_certainty, &levels);
        requests
            .extend(chosen.map(|level| Request::Edit(AgreementEdit::SetCertainty(form.id, level).into())));
    });
}

fn months_text(language: Language, months: u8) -> String {
    text_with(language, "app-months", &[("count", Arg::Number(months.into()))])
}

fn levels(language: Language, of_above: &str) -> Vec<(Option<Certainty>, String)> {
    let levels = Certainty::ALL.map(|level| (Some(level), certainty(language, level)));
    std::iter::once((None, of_above.to_owned())).chain(levels).collect()
}

fn tranche(
    ui: &mut Ui,
    session: &Session,
    form: &AgreementForm,
    tranche: &TrancheForm,
    requests: &mut Vec<Request>,
) {
    let language = session.language();
    let say = |id| text(language, id);
    let id = Id::unique(("tranche", tranche.id.0));
    let tell = |edit: TrancheEdit| Request::Edit(Edit::Tranche(edit));
    heading(ui, text_with(language, "app-tranche-title", &[("title", Arg::Text(tranche.title.clone()))]));
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
    if form.payment != PaymentRule::General {
        let words = say("app-tranche-report");
        form::row(ui, &words, |ui| {
            let usual = month_long(language, tranche.usual_report);
            let report =
                form::month_or(ui, id.with("report"), &words, language, tranche.typed_report, &usual);
            take(report, requests, |month| tell(TrancheEdit::SetReport(tranche.id, month)));
            hint(ui, say("app-tranche-report-why"));
        });
    }
    let words = say("agreements-certainty");
    form::row(ui, &words, |ui| {
        let levels = levels(language, &say("app-tranche-certainty-of-agreement"));
        let chosen = form::choose(ui, id.with("certainty"), &words, &tranche.typed_certainty, &levels);
        requests.extend(chosen.map(|level| tell(TrancheEdit::SetCertainty(tranche.id, level))));
    });
    ui.add_space(6.0);
    ui.label(say("app-tranche-lines"));
    for (place, line) in tranche.lines.iter().enumerate() {
        funding_line(ui, session, tranche, place, line, requests);
    }
    if ui.button(say("app-tranche-add-line")).clicked() {
        requests.push(tell(TrancheEdit::AddLine { tranche: tranche.id, activity: None }));
    }
    ui.add_space(6.0);
    instalments(ui, session, form, tranche, requests);
    ui.add_space(6.0);
    if ui.button(say("app-tranche-remove")).clicked() {
        requests.push(Request::Edit(AgreementEdit::RemoveTranche(tranche.id).into()));
    }
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
    let tranche = tranche.id;
    let tell = |edit: TrancheEdit| Request::Edit(Edit::Tranche(edit));
    ui.horizontal_wrapped(|ui| {
        let activities = activities(session);
        let chosen = form::choose(ui, id.with("for"), &say("app-tranche-for"), &line.activity, &activities);
        requests
            .extend(chosen.map(|to| tell(TrancheEdit::SetActivity { tranche, line: place, activity: to })));
        ui.label(say("agreements-asked"));
        let asked = form::amount(ui, id.with("asked"), &say("agreements-asked"), language, line.asked);
        take(asked, requests, |amount| tell(TrancheEdit::SetAsked { tranche, line: place, amount }));
        ui.label(say("agreements-granted"));
        let name = say("agreements-granted");
        let granted = form::amount_or_none(ui, id.with("granted"), &name, language, line.granted);
        take(granted, requests, |amount| tell(TrancheEdit::SetGranted { tranche, line: place, amount }));
        if ui.button(say("app-remove")).clicked() {
            requests.push(tell(TrancheEdit::RemoveLine { tranche, line: place }));
        }
    });
}

fn instalments(
    ui: &mut Ui,
    session: &Session,
    form: &AgreementForm,
    tranche: &TrancheForm,
    requests: &mut Vec<Request>,
) {
    let language = session.language();
    let say = |id| text(language, id);
    let set =
        |list: Vec<Instalment>| Request::Edit(Edit::Tranche(TrancheEdit::SetInstalments(tranche.id, list)));
    let typed = || tranche.instalments.iter().map(|found| found.instalment.clone()).collect::<Vec<_>>();
    ui.label(say("app-instalments"));
    if tranche.instalments.is_empty() {
        let received = tranche.decision.plus(i32::from(form.delay_months));
        let args = [("month", Arg::Text(month_long(language, received)))];
        hint(ui, text_with(language, "app-instalments-none", &args));
    }
    for (place, found) in tranche.instalments.iter().enumerate() {
        instalment(ui, language, tranche, place, found, requests, |changed| {
            let mut list = typed();
            match changed {
                Some(changed) => list[place] = changed,
                None => {
                    list.remove(place);
                }
            }
            set(list)
        });
    }
    if tranche.unpaid_cents != 0 {
        let args = [("amount", Arg::Text(money(language, tranche.unpaid_cents, Decimals::Two)))];
        hint(ui, text_with(language, "app-instalments-unpaid", &args));
    }
    if ui.button(say("app-instalments-add")).clicked() {
        let mut list = typed();
        let rest = if list.is_empty() { parse_percent("50") } else { parse_percent("20") };
        let part = Part::Share(rest.unwrap_or_default());
        let after = list.len() as i32 * 6;
        list.push(Instalment::new(part, Trigger::InMonth(tranche.decision.plus(after))));
        requests.push(set(list));
    }
}

fn instalment(
    ui: &mut Ui,
    language: Language,
    tranche: &TrancheForm,
    place: usize,
    found: &InstalmentForm,
    requests: &mut Vec<Request>,
    set: impl Fn(Option<Instalment>) -> Request,
) {
    let say = |id| text(language, id);
    let id = Id::unique(("instalment", tranche.id.0, place));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().combo_width = 140.0;
        let part = match found.instalment.part {
            Part::Share(share) => {
                let typed =
                    form::percent(ui, id.with("share"), &say("app-instalment-share"), language, share);
                typed.map(|typed| typed.map(Part::Share))
            }
            Part::Amount(amount) => {
                let typed =
                    form::amount(ui, id.with("amount"), &say("app-instalment-amount"), language, amount);
                typed.map(|typed| typed.map(Part::Amount))
            }
        };
        take(part, requests, |part| set(Some(Instalment { part, ..found.instalment.clone() })));
        let kinds = [(true, say("app-instalment-in-percent")), (false, say("app-instalment-in-euros"))];
        let is_share = matches!(found.instalment.part, Part::Share(_));
        let name = say("app-instalment-kind");
        if let Some(share) = form::choose(ui, id.with("kind"), &name, &is_share, &kinds) {
            let part = other_part(found, tranche.total_cents, share);
            requests.push(set(Some(Instalment { part, ..found.instalment.clone() })));
        }
        let due = match found.instalment.trigger {
            Trigger::InMonth(month) => Some(month),
            _ => None,
        };
        ui.label(say("app-instalment-due"));
        let typed = form::month_or_none(ui, id.with("due"), &say("app-instalment-due"), language, due);
        take(typed, requests, |month| {
            let trigger = month.map_or(Trigger::OnDecision, Trigger::InMonth);
            set(Some(Instalment { trigger, ..found.instalment.clone() }))
        });
        let args = [
            ("amount", Arg::Text(money(language, found.cents, Decimals::Two))),
            ("month", Arg::Text(month_long(language, found.received))),
        ];
        hint(ui, text_with(language, "app-instalment-received", &args));
        if ui.button(say("app-remove")).clicked() {
            requests.push(set(None));
        }
    });
}

/// The same payment as a share or as an amount, as near as a percentage with two decimals comes.
fn other_part(found: &InstalmentForm, total_cents: i64, share: bool) -> Part {
    if share {
        let hundredths = if total_cents == 0 { 0 } else { found.cents * 10_000 / total_cents };
        let typed = format!("{}.{:02}", hundredths / 100, hundredths % 100);
        return Part::Share(parse_percent(&typed).unwrap_or_else(|_| Percent::default()));
    }
    Part::Amount(Amount::from_cents(found.cents))
}

//! One agreement: what the signed paper says, for when, and how it is paid.

use egui::{Id, Ui};
use previ_engine::account::AccountNumber;
use previ_engine::certainty::{Certainty, Stage};
use previ_engine::diagnostic::Arg;
use previ_engine::funder::FunderKind;
use previ_session::Session;
use previ_session::edits::{AgreementEdit, FunderEdit};
use previ_session::views::agreements::AgreementForm;
use previ_words::{Decimals, Language, Message, certainty, funder_kind, money, stage, text, text_with};

use super::{payment, tranche};
use crate::page::{Request, take};
use crate::theme::BLOCK_GAP;
use crate::widget::block::{card, heading, hint, unbroken};
use crate::widget::field::Field;
use crate::widget::form::{self, Folded};

/// Draws the form.
pub fn show(ui: &mut Ui, session: &Session, form: &AgreementForm, requests: &mut Vec<Request>) {
    block(ui, |ui| promise(ui, session, form, requests));
    for tranche in &form.tranches {
        ui.add_space(BLOCK_GAP);
        block(ui, |ui| tranche::show(ui, session, form, tranche, requests));
    }
    ui.add_space(8.0);
    let language = session.language();
    let more = ui.button(text(language, "app-agreement-add-tranche"));
    if more.on_hover_text(text(language, "app-agreement-add-tranche-tip")).clicked() {
        requests.push(Request::Edit(AgreementEdit::AddTranche(form.id).into()));
    }
    if !form.is_for_investment {
        ui.add_space(BLOCK_GAP);
        block(ui, |ui| payment::show(ui, session, form, requests));
    }
    let calendar = session.calendar();
    if calendar.of(form.id).next().is_some() {
        ui.add_space(BLOCK_GAP);
        block(ui, |ui| {
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

/// A card as wide as the page.
fn block(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        add(ui);
    });
}

fn promise(ui: &mut Ui, session: &Session, form: &AgreementForm, requests: &mut Vec<Request>) {
    let language = session.language();
    let say = |id| text(language, id);
    let id = Id::unique(("agreement", form.id.0));
    heading(ui, &form.label);
    hint(ui, say("app-agreement-paper"));
    let words = say("agreements-label");
    form::row(ui, &words, |ui| {
        let typed = Field::new(id.with("label"), &words, &form.label).width(420.0).show(ui);
        requests.extend(typed.map(|name| Request::Edit(AgreementEdit::Rename(form.id, name).into())));
    });
    let words = say("agreements-funder");
    form::row(ui, &words, |ui| {
        ui.spacing_mut().combo_width = 340.0;
        let funders: Vec<_> =
            session.plan().funders.iter().map(|funder| (funder.id, funder.name.clone())).collect();
        let chosen = form::choose(ui, id.with("funder"), &words, &form.funder, &funders);
        requests.extend(chosen.map(|to| Request::Edit(AgreementEdit::SetFunder(form.id, to).into())));
    });
    let words = say("agreements-stage");
    form::row(ui, &words, |ui| {
        let stages = Stage::ALL.map(|known| (known, stage(language, known)));
        let chosen = form::choose(ui, id.with("stage"), &words, &form.stage, &stages);
        requests.extend(chosen.map(|stage| Request::Edit(AgreementEdit::SetStage(form.id, stage).into())));
    });
    total(ui, session, form, requests);
    let words = say("app-agreement-person");
    form::row(ui, &words, |ui| {
        let nobody = say("app-agreement-nobody");
        let typed = Field::new(id.with("person"), &words, &form.person).width(300.0).hint(&nobody).show(ui);
        requests.extend(typed.map(|name| Request::Edit(AgreementEdit::SetPerson(form.id, name).into())));
    });
    funder(ui, language, form, requests);
}

/// What the paper promises in all, and whether the tranches make as much.
fn total(ui: &mut Ui, session: &Session, form: &AgreementForm, requests: &mut Vec<Request>) {
    let language = session.language();
    let words = text(language, "app-agreement-total");
    form::row(ui, &words, |ui| {
        let id = Id::unique(("agreement-total", form.id.0));
        let typed = form::amount_or_none(ui, id, &words, language, form.total);
        take(typed, requests, |total| Request::Edit(AgreementEdit::SetTotal(form.id, total).into()));
        ui.label("€");
    });
    let amount = |cents| Arg::Text(money(language, cents, Decimals::Two));
    let args = [("amount", amount(form.promised_cents))];
    match form.beyond_tranches_cents {
        0 => {}
        rest if rest > 0 => {
            let args = [args[0].clone(), ("rest", amount(rest))];
            hint(ui, text_with(language, "app-agreement-total-less", &args));
        }
        rest => {
            let args = [args[0].clone(), ("rest", amount(-rest))];
            hint(ui, text_with(language, "app-agreement-total-more", &args));
        }
    }
}

/// What follows from who pays: the same for all agreements of the funder, but for the certainty.
fn funder(ui: &mut Ui, language: Language, form: &AgreementForm, requests: &mut Vec<Request>) {
    let say = |id| text(language, id);
    let id = Id::unique(("funder", form.id.0));
    let kind = form.funder_kind.map(|kind| funder_kind(language, kind)).unwrap_or_default();
    let level = form.certainty.map(|level| certainty(language, level)).unwrap_or_default();
    let delay = [("delay", Arg::Text(months_text(language, form.delay_months)))];
    let told = [kind, text_with(language, "app-agreement-delay-told", &delay), level].join(" · ");
    let title = say("app-agreement-funder-title");
    form::fold(ui, id, &Folded::new(&title, &told), form.typed_certainty.is_some(), |ui| {
        let words = say("app-agreement-kind");
        form::row(ui, &words, |ui| {
            ui.spacing_mut().combo_width = 340.0;
            let kinds = FunderKind::ALL.map(|kind| (Some(kind), funder_kind(language, kind)));
            let chosen = form::choose(ui, id.with("kind"), &words, &form.funder_kind, &kinds).flatten();
            requests.extend(chosen.map(|kind| Request::Edit(FunderEdit::SetKind(form.funder, kind).into())));
        });
        let words = say("app-agreement-delay");
        form::row(ui, &words, |ui| {
            let delays: Vec<(u8, String)> =
                (0..=24).map(|months| (months, months_text(language, months))).collect();
            let chosen = form::choose(ui, id.with("delay"), &words, &form.delay_months, &delays);
            requests
                .extend(chosen.map(|months| Request::Edit(FunderEdit::SetDelay(form.funder, months).into())));
        });
        let words = say("agreements-certainty");
        form::row(ui, &words, |ui| {
            ui.spacing_mut().combo_width = 340.0;
            let of_stage = match (form.typed_certainty, form.certainty) {
                (None, Some(level)) => {
                    format!("{} : {}", say("app-agreement-certainty-of-stage"), certainty(language, level))
                }
                _ => say("app-agreement-certainty-of-stage"),
            };
            let levels = levels(language, &of_stage);
            let chosen = form::choose(ui, id.with("certainty"), &words, &form.typed_certainty, &levels);
            let set = |level| Request::Edit(AgreementEdit::SetCertainty(form.id, level).into());
            requests.extend(chosen.map(set));
        });
        let words = say("app-agreement-account");
        form::row(ui, &words, |ui| {
            let shown = |account: Option<AccountNumber>| account.map(|a| a.to_string()).unwrap_or_default();
            let (typed, usual) = (shown(form.typed_account), shown(form.account));
            let field = Field::new(id.with("account"), &words, &typed).hint(&usual).width(form::SHORT);
            let typed = field.show(ui).map(|typed| read_account(language, &typed));
            let set = |account| Request::Edit(AgreementEdit::SetIncomeAccount(form.id, account).into());
            take(typed, requests, set);
        });
    });
}

/// The account typed; none for that of the funder.
fn read_account(language: Language, typed: &str) -> Result<Option<AccountNumber>, Message> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let say = |id| text(language, id);
    let refusal = || Message {
        text: say("app-agreement-account-wrong"),
        hint: say("app-agreement-account-wrong.hint"),
    };
    typed.trim().parse().map(Some).map_err(|_| refusal())
}

pub(super) fn months_text(language: Language, months: u8) -> String {
    text_with(language, "app-months", &[("count", Arg::Number(months.into()))])
}

pub(super) fn levels(language: Language, of_above: &str) -> Vec<(Option<Certainty>, String)> {
    let levels = Certainty::ALL.map(|level| (Some(level), certainty(language, level)));
    std::iter::once((None, of_above.to_owned())).chain(levels).collect()
}

//! The association as an employer: what its contributions, its tax on pay and its days follow from.

use egui::{Id, Ui};
use previ_engine::employer::{DaysOff, PayrollTax, WhitMonday};
use previ_session::edits::EmployerEdit;
use previ_session::views::staff::{headcount_bands, usual_payroll_tax, whit_mondays};
use previ_session::{Edit, Session};
use previ_words::text;

use crate::page::{Request, take};
use crate::widget::block::{heading, hint};
use crate::widget::field::Field;
use crate::widget::form;

fn tell(edit: EmployerEdit) -> Request {
    Request::Edit(Edit::Employer(edit))
}

/// Draws the card.
pub fn show(ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) {
    let language = session.language();
    let say = |id: &str| text(language, id);
    let employer = &session.plan().frame.association.employer;
    heading(ui, say("app-employer"));
    hint(ui, say("app-employer-why"));
    let words = say("app-employer-agreement");
    form::row(ui, &words, |ui| {
        let shown = employer.collective_agreement.as_deref().unwrap_or_default();
        let typed = Field::new(Id::unique("collective-agreement"), &words, shown).width(360.0).show(ui);
        requests.extend(typed.map(|name| tell(EmployerEdit::SetCollectiveAgreement(name))));
    });
    let words = say("app-employer-headcount");
    form::row(ui, &words, |ui| {
        let chosen = form::choose(ui, "headcount", &words, &employer.headcount, &headcount_bands(language));
        requests.extend(chosen.map(|band| tell(EmployerEdit::SetHeadcount(band))));
        hint(ui, say("app-employer-headcount-why"));
    });
    let rate =
        |ui: &mut Ui, id: &str, otherwise: &str, value, requests: &mut Vec<Request>, make: fn(_) -> _| {
            let words = say(id);
            form::row(ui, &words, |ui| {
                let typed = form::percent_or(ui, Id::unique(id), &words, language, value, &say(otherwise));
                take(typed, requests, |rate| tell(make(rate)));
                hint(ui, say(&format!("{id}-why")));
            });
        };
    let accidents = employer.work_accident_rate;
    rate(
        ui,
        "app-employer-accidents",
        "app-employer-mean",
        accidents,
        requests,
        EmployerEdit::SetWorkAccidentRate,
    );
    let mobility = employer.mobility_rate;
    rate(ui, "app-employer-mobility", "app-employer-none", mobility, requests, EmployerEdit::SetMobilityRate);
    let provident = employer.provident_rate;
    rate(
        ui,
        "app-employer-provident",
        "app-employer-no",
        provident,
        requests,
        EmployerEdit::SetProvidentRate,
    );
    let words = say("app-employer-health");
    form::row(ui, &words, |ui| {
        let typed = form::amount_or_none(ui, Id::unique("health"), &words, language, employer.health_cover);
        take(typed, requests, |amount| tell(EmployerEdit::SetHealthCover(amount)));
        ui.label(say("app-staff-a-month"));
    });
    let words = say("app-employer-medicine");
    form::row(ui, &words, |ui| {
        let amount = employer.occupational_health;
        let typed = form::amount_or_none(ui, Id::unique("medicine"), &words, language, amount);
        take(typed, requests, |amount| tell(EmployerEdit::SetOccupationalHealth(amount)));
        ui.label(say("app-employer-a-year"));
    });
    let mut is_there = employer.is_in_alsace_moselle;
    if form::marks(ui, |ui| ui.checkbox(&mut is_there, say("app-employer-alsace"))).changed() {
        requests.push(tell(EmployerEdit::SetAlsaceMoselle(is_there)));
    }
    let mut posts = employer.posts_leave_owed;
    let tick = form::marks(ui, |ui| ui.checkbox(&mut posts, say("app-employer-leave-owed")));
    if tick.on_hover_text(say("app-employer-leave-owed-tip")).changed() {
        requests.push(tell(EmployerEdit::SetLeaveOwed(posts)));
    }
    payroll_tax(ui, session, requests);
}

fn payroll_tax(ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) {
    let language = session.language();
    let say = |id| text(language, id);
    let tax = session.plan().frame.association.employer.payroll_tax;
    let mut wanted = tax.is_some();
    if form::marks(ui, |ui| ui.checkbox(&mut wanted, say("app-employer-tax"))).changed() {
        requests.push(tell(EmployerEdit::SetPayrollTax(wanted.then(usual_payroll_tax))));
    }
    hint(ui, say("app-employer-tax-why"));
    let Some(tax) = tax else { return };
    let words = say("app-employer-tax-liable");
    form::row(ui, &words, |ui| {
        let typed = form::percent(ui, Id::unique("tax-liable"), &words, language, tax.liable);
        take(typed, requests, |liable| tell(EmployerEdit::SetPayrollTax(Some(PayrollTax { liable, ..tax }))));
    });
    let words = say("app-employer-tax-before");
    form::row(ui, &words, |ui| {
        let typed = form::amount(ui, Id::unique("tax-before"), &words, language, tax.before);
        take(typed, requests, |before| tell(EmployerEdit::SetPayrollTax(Some(PayrollTax { before, ..tax }))));
        ui.label("€");
        hint(ui, say("app-employer-tax-before-why"));
    });
}

/// Draws the card of the days that are not worked.
pub fn days_off(ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) {
    let language = session.language();
    let days = session.plan().frame.association.employer.days_off;
    heading(ui, text(language, "app-employer-days"));
    hint(ui, text(language, "app-employer-days-why"));
    let changed = |days: DaysOff| tell(EmployerEdit::SetDaysOff(days));
    let words = text(language, "app-employer-leave");
    form::row(ui, &words, |ui| {
        let typed = form::quantity_or_none(ui, Id::unique("leave"), &words, language, days.leave);
        take(typed, requests, |leave| changed(DaysOff { leave, ..days }));
        hint(ui, text(language, "app-employer-leave-usual"));
    });
    let words = text(language, "app-employer-rtt");
    form::row(ui, &words, |ui| {
        let shown = Some(days.reduced_time).filter(|days| !days.value().is_zero());
        let typed = form::quantity_or_none(ui, Id::unique("rtt"), &words, language, shown);
        take(typed, requests, |typed| changed(DaysOff { reduced_time: typed.unwrap_or_default(), ..days }));
    });
    let words = text(language, "app-employer-further");
    form::row(ui, &words, |ui| {
        let shown = Some(days.further).filter(|days| !days.value().is_zero());
        let typed = form::quantity_or_none(ui, Id::unique("further"), &words, language, shown);
        take(typed, requests, |typed| changed(DaysOff { further: typed.unwrap_or_default(), ..days }));
    });
    let words = text(language, "app-employer-whit-monday");
    form::row(ui, &words, |ui| {
        let all: Vec<(WhitMonday, String)> = whit_mondays(language);
        let chosen = form::choose(ui, "whit-monday", &words, &days.whit_monday, &all);
        requests.extend(chosen.map(|whit_monday| changed(DaysOff { whit_monday, ..days })));
    });
}

//! What the contract of a position says besides pay and dates.

use egui::Ui;
use previ_engine::contract::{Absence, Contract, ContractKind, YearlyBonus};
use previ_engine::money::{Percent, Quantity};
use previ_engine::payment::Part;
use previ_session::edits::PositionEdit;
use previ_session::views::staff::{PositionForm, contract_kinds, next_absence, thirteenth_month};
use previ_words::{Language, text};

use super::{place, tell};
use crate::page::{Request, month_choices, take};
use crate::widget::block::{card, heading, hint};
use crate::widget::form;

/// Draws the card.
pub fn show(ui: &mut Ui, language: Language, form: &PositionForm, requests: &mut Vec<Request>) {
    let say = |id| text(language, id);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, say("app-contract"));
        kind(ui, language, form, requests);
        working_time(ui, language, form, requests);
        let changed = |change: &dyn Fn(&mut Contract)| {
            let mut contract = form.contract.clone();
            change(&mut contract);
            tell(PositionEdit::SetContract(form.row.id, contract))
        };
        let mut is_executive = form.contract.is_executive;
        if form::marks(ui, |ui| ui.checkbox(&mut is_executive, say("app-contract-executive"))).changed() {
            requests.push(changed(&|contract| contract.is_executive = is_executive));
        }
        let words = say("app-contract-accidents");
        form::row(ui, &words, |ui| {
            let key = place("accidents", form.row.id);
            let own = form.contract.work_accident_rate;
            let typed = form::percent_or(ui, key, &words, language, own, "–");
            take(typed, requests, |rate| changed(&|contract| contract.work_accident_rate = rate));
            hint(ui, say("app-contract-as-employer"));
        });
        let words = say("app-contract-tax");
        form::row(ui, &words, |ui| {
            let key = place("tax", form.row.id);
            let rate = form.contract.tax_at_source;
            let typed = form::percent_or(ui, key, &words, language, rate, &say("app-contract-no-tax"));
            take(typed, requests, |rate| changed(&|contract| contract.tax_at_source = rate));
            hint(ui, say("app-contract-tax-why"));
        });
        if form.row.to.is_some() {
            let words = say("app-contract-leave");
            form::row(ui, &words, |ui| {
                let key = place("leave", form.row.id);
                let days = form.contract.leave_days_paid_out;
                let days = Some(days).filter(|days| *days != Quantity::default());
                let typed = form::quantity_or_none(ui, key, &words, language, days);
                take(typed, requests, |days| {
                    changed(&|contract| contract.leave_days_paid_out = days.unwrap_or_default())
                });
                hint(ui, say("app-contract-leave-why"));
            });
        }
        bonuses(ui, language, form, requests);
        absences(ui, language, form, requests);
    });
}

/// The edit that gives the position another contract.
fn contract(form: &PositionForm, contract: Contract) -> Request {
    tell(PositionEdit::SetContract(form.row.id, contract))
}

fn kind(ui: &mut Ui, language: Language, form: &PositionForm, requests: &mut Vec<Request>) {
    let words = text(language, "app-contract-kind");
    form::row(ui, &words, |ui| {
        let kinds = contract_kinds(language, form.contract.kind);
        let chosen = form::choose(ui, place("kind", form.row.id), &words, &form.contract.kind, &kinds);
        requests.extend(chosen.map(|kind| contract(form, Contract { kind, ..form.contract.clone() })));
    });
    let ContractKind::FixedTerm { end_bonus } = form.contract.kind else { return };
    let words = text(language, "app-contract-end-bonus");
    form::row(ui, &words, |ui| {
        let typed = form::percent(ui, place("end-bonus", form.row.id), &words, language, end_bonus);
        take(typed, requests, |end_bonus| {
            let kind = ContractKind::FixedTerm { end_bonus };
            contract(form, Contract { kind, ..form.contract.clone() })
        });
        hint(ui, text(language, "app-contract-end-bonus-why"));
    });
}

/// The share of full time, one row for each month from which it changes.
fn working_time(ui: &mut Ui, language: Language, form: &PositionForm, requests: &mut Vec<Request>) {
    let words = text(language, "app-contract-time");
    let steps = form.working_time();
    for (nth, (month, share)) in steps.iter().copied().enumerate() {
        form::row(ui, &words, |ui| {
            let set = |month, share: Percent| {
                let mut new = form.contract.clone();
                new.working_time.insert(month, share);
                contract(form, new)
            };
            let key = place("working-time", form.row.id).with(nth);
            let typed = form::percent(ui, key, &words, language, share);
            take(typed, requests, |share| set(month, share));
            ui.label(text(language, "app-contract-from"));
            let name = text(language, "staff-from");
            let typed = form::month(ui, key.with("from"), &name, language, month);
            take(typed, requests, |to| {
                let mut new = form.contract.clone();
                new.working_time.remove(&month);
                new.working_time.insert(to, share);
                contract(form, new)
            });
            if nth > 0 && ui.button(text(language, "app-remove")).clicked() {
                let mut new = form.contract.clone();
                new.working_time.remove(&month);
                requests.push(contract(form, new));
            }
            if nth + 1 == steps.len() && ui.button(text(language, "app-contract-time-change")).clicked() {
                requests.push(set(month.plus(12), share));
            }
        });
    }
}

fn bonuses(ui: &mut Ui, language: Language, form: &PositionForm, requests: &mut Vec<Request>) {
    let say = |id| text(language, id);
    let words = say("app-contract-bonus");
    let with = |bonuses: Vec<YearlyBonus>| contract(form, Contract { bonuses, ..form.contract.clone() });
    for (nth, bonus) in form.contract.bonuses.iter().copied().enumerate() {
        let replaced = |new: Option<YearlyBonus>| {
            let mut bonuses = form.contract.bonuses.clone();
            bonuses.splice(nth..=nth, new);
            with(bonuses)
        };
        form::row(ui, &words, |ui| {
            let key = place("bonus", form.row.id).with(nth);
            match bonus.part {
                Part::Share(share) => {
                    let typed = form::percent(ui, key, &words, language, share);
                    take(typed, requests, |share| {
                        replaced(Some(YearlyBonus { part: Part::Share(share), ..bonus }))
                    });
                    ui.label(say("app-contract-bonus-of-month"));
                }
                Part::Amount(amount) => {
                    let typed = form::amount(ui, key, &words, language, amount);
                    take(typed, requests, |amount| {
                        replaced(Some(YearlyBonus { part: Part::Amount(amount), ..bonus }))
                    });
                    ui.label("€");
                }
            }
            let months = month_choices(language);
            let chosen =
                form::choose(ui, key.with("month"), &say("app-contract-bonus-month"), &bonus.month, &months);
            requests.extend(chosen.map(|month| replaced(Some(YearlyBonus { month, ..bonus }))));
            if ui.button(say("app-remove")).clicked() {
                requests.push(replaced(None));
            }
        });
    }
    if ui.button(say("app-contract-bonus-add")).on_hover_text(say("app-contract-bonus-tip")).clicked() {
        let mut bonuses = form.contract.bonuses.clone();
        bonuses.push(thirteenth_month());
        requests.push(with(bonuses));
    }
}

fn absences(ui: &mut Ui, language: Language, form: &PositionForm, requests: &mut Vec<Request>) {
    let say = |id| text(language, id);
    let words = say("app-contract-absence");
    let with = |absences: Vec<Absence>| contract(form, Contract { absences, ..form.contract.clone() });
    for (nth, absence) in form.contract.absences.iter().copied().enumerate() {
        let replaced = |new: Option<Absence>| {
            let mut absences = form.contract.absences.clone();
            absences.splice(nth..=nth, new);
            with(absences)
        };
        form::row(ui, &words, |ui| {
            let key = place("absence", form.row.id).with(nth);
            let from = form::month(ui, key.with("from"), &say("staff-from"), language, absence.from);
            take(from, requests, |from| replaced(Some(Absence { from, ..absence })));
            ui.label("–");
            let to = form::month(ui, key.with("to"), &say("staff-to"), language, absence.to);
            take(to, requests, |to| replaced(Some(Absence { to, ..absence })));
            ui.label(say("app-contract-absence-kept"));
            let kept = form::percent(ui, key, &say("app-contract-absence-kept"), language, absence.kept);
            take(kept, requests, |kept| replaced(Some(Absence { kept, ..absence })));
            if ui.button(say("app-remove")).clicked() {
                requests.push(replaced(None));
            }
        });
    }
    if ui.button(say("app-contract-absence-add")).on_hover_text(say("app-contract-absence-tip")).clicked() {
        let mut absences = form.contract.absences.clone();
        absences.push(next_absence(form));
        requests.push(with(absences));
    }
}

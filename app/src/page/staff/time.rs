//! Where the time of a position goes.

use egui::Ui;
use previ_engine::money::Percent;
use previ_engine::position::Time;
use previ_session::edits::{PositionEdit, TimeChange, TimeEdit};
use previ_session::views::staff::PositionForm;
use previ_words::{Language, percent, text};

use super::{place, tell};
use crate::page::{Request, take};
use crate::widget::block::{card, heading, hint, unbroken};
use crate::widget::form;

/// Draws the card.
pub fn show(ui: &mut Ui, language: Language, form: &PositionForm, requests: &mut Vec<Request>) {
    let say = |id| text(language, id);
    let id = form.row.id;
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, say("staff-time"));
        if form.time.is_empty() {
            hint(ui, say("app-staff-no-activity"));
        }
        for share in &form.time {
            wide_row(ui, &share.name, |ui| {
                let key = place("time", id).with(share.activity.0);
                if !share.in_periods.is_empty() {
                    ui.label(&share.in_periods);
                    hint(ui, say("app-staff-time-in-workload"));
                    return;
                }
                let part = match share.time.map(|share| share.time) {
                    Some(Time::Share(part)) => part,
                    Some(Time::Days(_)) | None => Percent::default(),
                };
                let typed = form::percent(ui, key, &share.name, language, part);
                let activity = share.activity;
                take(typed, requests, |share| {
                    let change = TimeChange::Share(share);
                    Request::Edit(TimeEdit { position: id, activity, change }.into())
                });
            });
        }
        if !form.lent.is_empty() {
            wide_row(ui, &say("workload-lent"), |ui| {
                let shares: Vec<String> =
                    form.lent.iter().map(|lent| percent(language, lent.share)).collect();
                ui.label(unbroken(&shares.join(" + ")));
                hint(ui, say("app-lent-below"));
            });
        }
        wide_row(ui, &say("activities-structure"), |ui| {
            ui.label(unbroken(&percent(language, form.structure)));
            hint(ui, say("app-staff-structure-rest"));
        });
        if form.pools.len() > 1 {
            let words = say("app-staff-pool");
            wide_row(ui, &words, |ui| {
                let chosen = form::choose(ui, place("pool", id), &words, &form.pool, &form.pools);
                requests.extend(chosen.map(|pool| tell(PositionEdit::SetPool(id, pool))));
                hint(ui, say("app-staff-pool-why"));
            });
        }
        let words = say("app-staff-operational");
        wide_row(ui, &words, |ui| {
            let key = place("operational", id);
            let typed = form::percent_or(ui, key, &words, language, form.operational_share, "100");
            take(typed, requests, |share| tell(PositionEdit::SetOperationalShare(id, share)));
            hint(ui, say("app-staff-operational-why"));
        });
    });
}

/// Names of activities are longer than those of fields.
const NAME: f32 = 320.0;

/// A row of the form with room for the name of an activity.
fn wide_row(ui: &mut Ui, words: &str, add: impl FnOnce(&mut Ui)) {
    ui.horizontal_wrapped(|ui| {
        let named = form::label(ui, NAME, words);
        ui.label_inputs_by(named.id, add);
    });
}

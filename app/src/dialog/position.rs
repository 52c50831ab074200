//! A new position.

use egui::Ui;
use previ_engine::money::Percent;
use previ_session::Session;
use previ_session::edits::PositionEdit;
use previ_session::views::staff::{read_working_time, usual_employer_rate};
use previ_words::{Language, Message, editable, month_long, parse_percent, percent, text};

use super::small::field;
use super::{Outcome, amount_of, buttons, edit, first, title};
use crate::page::Request;
use crate::widget::block::{hint, unbroken};
use crate::widget::form::{self, about, read_month};

/// The form of a new position.
#[derive(Clone, Debug, PartialEq)]
pub struct PositionDraft {
    job: String,
    from: String,
    gross: String,
    working_time: String,
    /// The employer's share is typed in place of being calculated.
    has_rate: bool,
    employer_rate: String,
}

impl PositionDraft {
    /// From the first month of the plan on.
    #[must_use]
    pub fn new(session: &Session) -> Self {
        let language = session.language();
        let first = session.plan().frame.timeline().first();
        Self {
            job: String::new(),
            from: month_long(language, first),
            gross: String::new(),
            working_time: unbroken(&percent(language, Percent::WHOLE)),
            has_rate: false,
            employer_rate: editable(language, usual_employer_rate().value()),
        }
    }

    pub(super) fn show(&mut self, ui: &mut Ui, language: Language) -> Outcome {
        let say = |id| text(language, id);
        title(ui, &say("app-position-add"));
        form::row(ui, &say("staff-job"), |ui| first(&field(ui, &mut self.job, 300.0)));
        form::row(ui, &say("staff-gross"), |ui| {
            field(ui, &mut self.gross, form::SHORT);
            ui.label(say("app-position-gross-unit"));
        });
        form::row(ui, &say("app-contract-time"), |ui| {
            field(ui, &mut self.working_time, form::SHORT);
            hint(ui, say("app-position-time-why"));
        });
        form::row(ui, &say("staff-from"), |ui| field(ui, &mut self.from, form::SHORT));
        form::row(ui, &say("staff-employer-rate"), |ui| {
            form::marks(ui, |ui| {
                ui.radio_value(&mut self.has_rate, false, say("app-staff-calculated"));
                ui.radio_value(&mut self.has_rate, true, say("app-staff-typed"));
            });
        });
        if self.has_rate {
            form::row(ui, &say("app-position-rate"), |ui| {
                field(ui, &mut self.employer_rate, 80.0);
                ui.label("%");
            });
        }
        hint(ui, say(if self.has_rate { "app-position-rate-why" } else { "app-position-why" }));
        buttons(ui, language, "app-add")
    }

    pub(super) fn submit(&self, session: &mut Session) -> Result<Vec<Request>, Message> {
        let language = session.language();
        let say = |id| text(language, id);
        let rate = || {
            let name = say("staff-employer-rate");
            parse_percent(&self.employer_rate)
                .map_err(|error| about(language, &name, error.message(language)))
        };
        let working_time = read_working_time(language, &self.working_time);
        let new = PositionEdit::Add {
            label: self.job.clone(),
            gross: amount_of(language, &say("staff-gross"), &self.gross)?,
            working_time: working_time.map_err(|wrong| about(language, &say("app-contract-time"), wrong))?,
            from: read_month(language, &say("staff-from"), &self.from)?,
            employer_rate: if self.has_rate { Some(rate()?) } else { None },
        };
        let added = edit(session, new)?;
        Ok(added.map(Request::Show).into_iter().collect())
    }
}

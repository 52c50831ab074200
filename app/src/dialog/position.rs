//! A new position.

use egui::Ui;
use previ_reference::default_percent;
use previ_session::Session;
use previ_session::edits::PositionEdit;
use previ_words::{Language, Message, month_long, parse_percent, text};

use super::small::field;
use super::{Outcome, amount_of, buttons, edit, first, title};
use crate::page::Request;
use crate::widget::block::hint;
use crate::widget::form::{self, read_month};

/// The form of a new position.
#[derive(Clone, Debug, PartialEq)]
pub struct PositionDraft {
    job: String,
    from: String,
    gross: String,
    employer_rate: String,
}

impl PositionDraft {
    /// From the first month of the plan on.
    #[must_use]
    pub fn new(session: &Session) -> Self {
        let first = session.plan().frame.timeline().first();
        Self {
            job: String::new(),
            from: month_long(session.language(), first),
            gross: String::new(),
            // An order of magnitude to begin with; the form says where to read the real one.
            employer_rate: default_percent("employer-rate").value().to_string(),
        }
    }

    pub(super) fn show(&mut self, ui: &mut Ui, language: Language) -> Outcome {
        let say = |id| text(language, id);
        title(ui, &say("app-position-add"));
        form::row(ui, &say("staff-job"), |ui| first(&field(ui, &mut self.job, 300.0)));
        form::row(ui, &say("staff-from"), |ui| field(ui, &mut self.from, form::SHORT));
        form::row(ui, &say("staff-gross"), |ui| {
            field(ui, &mut self.gross, form::SHORT);
            ui.label(say("app-staff-a-month"));
        });
        form::row(ui, &say("staff-employer-rate"), |ui| {
            field(ui, &mut self.employer_rate, 80.0);
            ui.label("%");
        });
        hint(ui, say("app-position-why"));
        buttons(ui, language, "app-add")
    }

    pub(super) fn submit(&self, session: &mut Session) -> Result<Vec<Request>, Message> {
        let language = session.language();
        let from = read_month(language, &self.from)?;
        let gross = amount_of(language, &self.gross)?;
        let rate = parse_percent(&self.employer_rate).map_err(|error| error.message(language))?;
        let new = PositionEdit::Add { label: self.job.clone(), from, gross, employer_rate: Some(rate) };
        let added = edit(session, new)?;
        Ok(added.map(Request::Show).into_iter().collect())
    }
}

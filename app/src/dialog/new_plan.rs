//! What a new plan begins with.

use egui::Ui;
use previ_engine::diagnostic::Arg;
use previ_session::events::NewPlan;
use previ_words::{Language, Message, text, text_with};

use super::small::field;
use super::{Outcome, amount_of, buttons, first, title};
use crate::page::{Request, month_choices, year_counts};
use crate::widget::block::hint;
use crate::widget::form;

/// The form of a new plan.
#[derive(Clone, Debug, PartialEq)]
pub struct NewPlanDraft {
    association: String,
    first_year: i32,
    years: u8,
    starts: u8,
    opening: String,
}

impl NewPlanDraft {
    /// Three years from the next one on, January to December: what most people want.
    #[must_use]
    pub fn new(this_year: i32) -> Self {
        let (association, opening) = (String::new(), String::new());
        Self { association, first_year: this_year + 1, years: 3, starts: 1, opening }
    }

    pub(super) fn show(&mut self, ui: &mut Ui, language: Language) -> Outcome {
        let say = |id| text(language, id);
        title(ui, &say("app-new"));
        hint(ui, say("app-new-why"));
        form::row(ui, &say("app-frame-name"), |ui| first(&field(ui, &mut self.association, 260.0)));
        let words = say("app-frame-first-year");
        form::row(ui, &words, |ui| {
            let first = self.first_year;
            let years: Vec<(i32, String)> =
                (first - 4..=first + 4).map(|year| (year, year.to_string())).collect();
            if let Some(year) = form::choose(ui, "new-first-year", &words, &first, &years) {
                self.first_year = year;
            }
        });
        let words = say("app-frame-years");
        form::row(ui, &words, |ui| {
            if let Some(years) = form::choose(ui, "new-years", &words, &self.years, &year_counts(language)) {
                self.years = years;
            }
        });
        let words = say("app-frame-starts");
        form::row(ui, &words, |ui| {
            let months = month_choices(language);
            if let Some(month) = form::choose(ui, "new-starts", &words, &self.starts, &months) {
                self.starts = month;
            }
        });
        form::row(ui, &self.opening_name(language), |ui| {
            field(ui, &mut self.opening, form::SHORT);
            ui.label("€");
        });
        hint(ui, say("app-new-unknown"));
        buttons(ui, language, "app-new-create")
    }

    fn opening_name(&self, language: Language) -> String {
        text_with(language, "app-new-opening", &[("year", Arg::Year(self.first_year))])
    }

    pub(super) fn submit(&self, language: Language) -> Result<Vec<Request>, Message> {
        let association = match self.association.trim() {
            "" => text(language, "app-new-name"),
            name => name.to_owned(),
        };
        let opening = amount_of(language, &self.opening_name(language), &self.opening)?;
        Ok(vec![Request::NewPlan(NewPlan {
            association,
            first_year: self.first_year,
            years: self.years,
            fiscal_year_starts: self.starts,
            opening,
        })])
    }
}

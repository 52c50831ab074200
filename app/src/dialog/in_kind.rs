//! A new contribution in kind: what it is, which kind, how much a year.

use egui::Ui;
use previ_engine::id::ActivityId;
use previ_engine::in_kind::{HourlyValue, InKindKind};
use previ_session::Session;
use previ_session::edits::InKindEdit;
use previ_session::views::in_kind::{InKindMeasure, every_year, hour_values, in_kind_kinds, usual_measure};
use previ_words::{Message, text};

use super::small::field;
use super::{Outcome, amount_of, buttons, edit, first, title};
use crate::page::{Request, activities};
use crate::widget::block::hint;
use crate::widget::form;

/// Width of the lists and long fields of the form.
const WIDE: f32 = 340.0;

/// The form of a new contribution.
#[derive(Clone, Debug, PartialEq)]
pub struct InKindDraft {
    label: String,
    kind: InKindKind,
    activity: Option<ActivityId>,
    /// Hours or euros a year, as typed.
    number: String,
    hourly: Option<HourlyValue>,
    /// What an hour is worth, as typed.
    price: String,
}

impl Default for InKindDraft {
    fn default() -> Self {
        Self::new()
    }
}

impl InKindDraft {
    /// Hours of volunteers, worth the legal minimum: what most associations write down.
    #[must_use]
    pub fn new() -> Self {
        Self {
            label: String::new(),
            kind: InKindKind::Volunteering,
            activity: None,
            number: String::new(),
            hourly: Some(HourlyValue::MinimumWage),
            price: String::new(),
        }
    }

    pub(super) fn show(&mut self, ui: &mut Ui, session: &Session) -> Outcome {
        let language = session.language();
        let say = |id| text(language, id);
        title(ui, &say("app-in-kind-add"));
        ui.spacing_mut().combo_width = WIDE;
        form::row(ui, &say("app-in-kind-label"), |ui| {
            let example = say("app-in-kind-label-example");
            let field = egui::TextEdit::singleline(&mut self.label).desired_width(WIDE).hint_text(example);
            first(&ui.add(field));
        });
        let words = say("app-in-kind-kind");
        form::row(ui, &words, |ui| {
            let kinds = in_kind_kinds(language);
            if let Some(kind) = form::choose(ui, "in-kind-kind", &words, &self.kind, &kinds) {
                self.kind = kind;
            }
        });
        let words = say("app-in-kind-for");
        form::row(ui, &words, |ui| {
            let all = activities(session);
            if let Some(activity) = form::choose(ui, "in-kind-for", &words, &self.activity, &all) {
                self.activity = activity;
            }
        });
        if usual_measure(self.kind) == InKindMeasure::Hours {
            form::row(ui, &say("app-in-kind-hours-a-year"), |ui| field(ui, &mut self.number, form::SHORT));
            let words = say("app-in-kind-worth");
            form::row(ui, &words, |ui| {
                let values = hour_values(session);
                if let Some(hourly) = form::choose(ui, "in-kind-worth", &words, &self.hourly, &values) {
                    self.hourly = hourly;
                }
            });
            if self.hourly.is_none() {
                form::row(ui, &say("app-in-kind-price"), |ui| {
                    field(ui, &mut self.price, form::SHORT);
                    ui.label(say("app-in-kind-price-unit"));
                });
            }
        } else {
            form::row(ui, &say("app-in-kind-euros-a-year"), |ui| field(ui, &mut self.number, form::SHORT));
        }
        hint(ui, say("app-in-kind-every-year"));
        buttons(ui, language, "app-add")
    }

    pub(super) fn submit(&self, session: &mut Session) -> Result<Vec<Request>, Message> {
        let language = session.language();
        let measure = usual_measure(self.kind);
        let number = match measure {
            InKindMeasure::Hours => "app-in-kind-hours-a-year",
            InKindMeasure::Amount | InKindMeasure::Other => "app-in-kind-euros-a-year",
        };
        let number = amount_of(language, &text(language, number), &self.number)?;
        let price = amount_of(language, &text(language, "app-in-kind-price"), &self.price)?;
        let too_large = || Message {
            text: text(language, "app-in-kind-too-large"),
            hint: text(language, "app-in-kind-too-large.hint"),
        };
        let schedule = every_year(session, measure, number.euros(), price).ok_or_else(too_large)?;
        let hourly = if measure == InKindMeasure::Hours { self.hourly } else { None };
        let (kind, activity) = (self.kind, self.activity);
        let new = InKindEdit::Add { label: self.label.clone(), kind, activity, schedule, hourly };
        Ok(edit(session, new)?.map(Request::Show).into_iter().collect())
    }
}

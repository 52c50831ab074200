//! A change of a convention that was signed: other amounts from now on.

use egui::Ui;
use previ_engine::agreement::FundingLine;
use previ_engine::id::TrancheId;
use previ_session::Session;
use previ_session::edits::TrancheEdit;
use previ_session::views::agreements::{FundingLineForm, TrancheForm};
use previ_words::{Message, editable, month_long, text};

use super::small::field;
use super::{Outcome, amount_of, buttons, edit, first, title};
use crate::page::Request;
use crate::widget::block::hint;
use crate::widget::form::{self, read_month};

/// The form of an amendment.
#[derive(Clone, Debug, PartialEq)]
pub struct AmendmentDraft {
    tranche: TrancheId,
    month: String,
    reason: String,
    /// Each line with its new amount as typed.
    lines: Vec<(FundingLineForm, String)>,
}

impl AmendmentDraft {
    /// With the amounts that hold now.
    #[must_use]
    pub fn new(session: &Session, tranche: &TrancheForm) -> Self {
        let language = session.language();
        let typed = |line: &FundingLineForm| {
            let now = line.granted.unwrap_or(line.asked);
            (line.clone(), editable(language, now.euros()))
        };
        Self {
            tranche: tranche.id,
            month: month_long(language, session.as_of().unwrap_or(tranche.decision).max(tranche.decision)),
            reason: String::new(),
            lines: tranche.lines.iter().map(typed).collect(),
        }
    }

    pub(super) fn show(&mut self, ui: &mut Ui, session: &Session) -> Outcome {
        let language = session.language();
        let say = |id| text(language, id);
        title(ui, &say("app-amendment-add"));
        form::row(ui, &say("app-amendment-month"), |ui| first(&field(ui, &mut self.month, form::SHORT)));
        form::row(ui, &say("app-amendment-reason"), |ui| field(ui, &mut self.reason, 300.0));
        ui.add_space(4.0);
        ui.label(say("app-amendment-amounts"));
        for (line, typed) in &mut self.lines {
            form::row(ui, &line.activity_name, |ui| {
                field(ui, typed, form::SHORT);
                ui.label("€");
            });
        }
        hint(ui, say("app-amendment-why"));
        buttons(ui, language, "app-amendment-save")
    }

    pub(super) fn submit(&self, session: &mut Session) -> Result<Vec<Request>, Message> {
        let language = session.language();
        let month = read_month(language, &text(language, "app-amendment-month"), &self.month)?;
        let plan = session.plan();
        let mut tranches = plan.agreements.iter().flat_map(|agreement| &agreement.tranches);
        let Some(now) = tranches.find(|tranche| tranche.id == self.tranche) else {
            return Ok(Vec::new());
        };
        let mut lines: Vec<FundingLine> = now.lines.clone();
        for (line, (shown, typed)) in lines.iter_mut().zip(&self.lines) {
            line.granted = Some(amount_of(language, &shown.activity_name, typed)?);
        }
        let reason = self.reason.clone();
        edit(session, TrancheEdit::Amend { tranche: self.tranche, month, reason, lines })?;
        Ok(Vec::new())
    }
}

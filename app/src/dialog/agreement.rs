//! A new agreement, with its funder if that is new too.

use egui::Ui;
use previ_engine::certainty::Stage;
use previ_engine::funder::FunderKind;
use previ_engine::id::{ActivityId, FunderId, ItemId};
use previ_session::Session;
use previ_session::edits::{AgreementEdit, FunderEdit};
use previ_words::{Message, funder_kind, month_long, stage, text};

use super::small::field;
use super::{Outcome, amount_of, buttons, edit, first, title};
use crate::page::{Request, activities};
use crate::widget::block::hint;
use crate::widget::form::{self, read_month};

/// The form of a new agreement.
#[derive(Clone, Debug, PartialEq)]
pub struct AgreementDraft {
    label: String,
    /// None: the one named in `new_funder`.
    funder: Option<FunderId>,
    new_funder: String,
    kind: FunderKind,
    stage: Stage,
    from: String,
    to: String,
    asked: String,
    activity: Option<ActivityId>,
}

impl AgreementDraft {
    /// For the first fiscal year of the plan.
    #[must_use]
    pub fn new(session: &Session) -> Self {
        let timeline = session.plan().frame.timeline();
        let first = timeline.fiscal_year(timeline.first());
        let month = |month| month_long(session.language(), month);
        Self {
            label: String::new(),
            funder: session.plan().funders.first().map(|funder| funder.id),
            new_funder: String::new(),
            kind: FunderKind::Municipality,
            stage: Stage::Idea,
            from: month(first.first),
            to: month(first.last()),
            asked: String::new(),
            activity: None,
        }
    }

    pub(super) fn show(&mut self, ui: &mut Ui, session: &Session) -> Outcome {
        let language = session.language();
        let say = |id| text(language, id);
        title(ui, &say("app-agreement-add"));
        form::row(ui, &say("agreements-label"), |ui| first(&field(ui, &mut self.label, 340.0)));
        let words = say("agreements-funder");
        form::row(ui, &words, |ui| {
            let known = session.plan().funders.iter().map(|funder| (Some(funder.id), funder.name.clone()));
            let funders: Vec<_> = known.chain([(None, say("app-agreement-new-funder"))]).collect();
            if let Some(chosen) = form::choose(ui, "draft-funder", &words, &self.funder, &funders) {
                self.funder = chosen;
            }
        });
        if self.funder.is_none() {
            form::row(ui, &say("app-agreement-funder-name"), |ui| field(ui, &mut self.new_funder, 340.0));
            let words = say("app-agreement-kind");
            form::row(ui, &words, |ui| {
                let kinds = FunderKind::ALL.map(|kind| (kind, funder_kind(language, kind)));
                if let Some(kind) = form::choose(ui, "draft-kind", &words, &self.kind, &kinds) {
                    self.kind = kind;
                }
            });
        }
        let words = say("agreements-stage");
        form::row(ui, &words, |ui| {
            let stages = Stage::ALL.map(|known| (known, stage(language, known)));
            if let Some(stage) = form::choose(ui, "draft-stage", &words, &self.stage, &stages) {
                self.stage = stage;
            }
        });
        form::row(ui, &say("app-tranche-period"), |ui| {
            field(ui, &mut self.from, form::SHORT);
            ui.label("–");
            field(ui, &mut self.to, form::SHORT);
        });
        form::row(ui, &say("agreements-asked"), |ui| {
            field(ui, &mut self.asked, form::SHORT);
            ui.label("€");
        });
        let words = say("app-tranche-for");
        form::row(ui, &words, |ui| {
            if let Some(chosen) = form::choose(ui, "draft-for", &words, &self.activity, &activities(session))
            {
                self.activity = chosen;
            }
        });
        hint(ui, say("app-agreement-add-why"));
        buttons(ui, language, "app-add")
    }

    pub(super) fn submit(&self, session: &mut Session) -> Result<Vec<Request>, Message> {
        let language = session.language();
        let from = read_month(language, &self.from)?;
        let to = read_month(language, &self.to)?;
        let asked = amount_of(language, &self.asked)?;
        let known = self.funder;
        let funder = match known {
            Some(funder) => funder,
            None => self.add_funder(session)?,
        };
        let new = AgreementEdit::Add {
            label: self.label.clone(),
            funder,
            stage: self.stage,
            from,
            to,
            asked,
            activity: self.activity,
        };
        let added = edit(session, new).inspect_err(|_| {
            // A funder without the agreement it was made for would be left over.
            if known.is_none() {
                session.undo();
            }
        })?;
        Ok(added.map(Request::Show).into_iter().collect())
    }

    fn add_funder(&self, session: &mut Session) -> Result<FunderId, Message> {
        let new = FunderEdit::Add { name: self.new_funder.clone(), kind: self.kind };
        match edit(session, new)? {
            Some(ItemId::Funder(id)) => Ok(id),
            _ => Err(Message::default()),
        }
    }
}

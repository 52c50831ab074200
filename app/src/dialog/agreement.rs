//! A new agreement, with its funder if that is new too: what a treasurer knows from the signed paper.

use egui::{ScrollArea, TextEdit, Ui};
use previ_engine::certainty::Stage;
use previ_engine::funder::FunderKind;
use previ_engine::id::FunderId;
use previ_reference::AgreementKind;
use previ_session::Session;
use previ_session::edits::{AgreementEdit, AmountSpan, NewAgreement, Payer, Purpose};
use previ_session::views::agreements::{KindChoice, kind_choices, purposes};
use previ_words::{Language, Message, funder_kind, month_long, stage, text};

use super::small::field;
use super::{Outcome, amount_of, buttons, edit, first, title};
use crate::page::Request;
use crate::widget::block::hint;
use crate::widget::form::{self, read_month};

/// Width of the lists and long fields of the form.
const WIDE: f32 = 400.0;

/// The form of a new agreement.
#[derive(Clone, Debug, PartialEq)]
pub struct AgreementDraft {
    /// None: the one named in `new_funder`.
    funder: Option<FunderId>,
    new_funder: String,
    funder_kind: FunderKind,
    /// The one proposed for the funder until one is chosen.
    kind: Option<&'static AgreementKind>,
    is_kind_chosen: bool,
    purpose: Purpose,
    from: String,
    /// Follows from the first month and the kind until it is typed.
    to: String,
    is_to_typed: bool,
    amount: String,
    span: AmountSpan,
    stage: Stage,
    /// Made of the others while empty.
    label: String,
}

impl AgreementDraft {
    /// For the first fiscal year of the plan on.
    #[must_use]
    pub fn new(session: &Session) -> Self {
        let timeline = session.plan().frame.timeline();
        let first = timeline.fiscal_year(timeline.first());
        let month = |month| month_long(session.language(), month);
        let mut draft = Self {
            funder: session.plan().funders.first().map(|funder| funder.id),
            new_funder: String::new(),
            funder_kind: FunderKind::Municipality,
            kind: None,
            is_kind_chosen: false,
            purpose: Purpose::Structure,
            from: month(first.first),
            to: month(first.last()),
            is_to_typed: false,
            amount: String::new(),
            span: AmountSpan::EachYear,
            // The least sure: a plan that promises too much is worse than one that promises too little.
            stage: Stage::Idea,
            label: String::new(),
        };
        draft.follow_funder(session);
        draft
    }

    /// What the funder is, whether it is new or not.
    fn payer_kind(&self, session: &Session) -> FunderKind {
        let known = session.plan().funders.iter().find(|funder| Some(funder.id) == self.funder);
        known.map_or(self.funder_kind, |funder| funder.kind)
    }

    fn choices(&self, session: &Session) -> Vec<KindChoice> {
        kind_choices(session.language(), self.payer_kind(session))
    }

    /// Proposes the kind that is most usual for the funder.
    fn follow_funder(&mut self, session: &Session) {
        if !self.is_kind_chosen {
            self.kind = self.choices(session).first().map(|choice| choice.kind);
            self.follow_kind(session);
        }
    }

    /// Proposes what follows from the kind: what it is for, what the amount counts, when it ends.
    fn follow_kind(&mut self, session: &Session) {
        let Some(kind) = self.kind else { return };
        let purposes = purposes(session, kind);
        if !purposes.iter().any(|(purpose, _)| *purpose == self.purpose) {
            self.purpose = purposes.first().map_or(Purpose::Structure, |(purpose, _)| *purpose);
        }
        self.span = if kind.each_year { AmountSpan::EachYear } else { AmountSpan::InAll };
        self.follow_from(session.language());
    }

    fn follow_from(&mut self, language: Language) {
        let years = self.kind.map_or(1, |kind| i32::from(kind.years));
        if let Ok(from) = read_month(language, "", &self.from)
            && !self.is_to_typed
        {
            self.to = month_long(language, from.plus(12 * years - 1));
        }
    }

    pub(super) fn show(&mut self, ui: &mut Ui, session: &Session) -> Outcome {
        let language = session.language();
        let say = |id| text(language, id);
        title(ui, &say("app-agreement-add"));
        ui.spacing_mut().combo_width = WIDE;
        // With large text the buttons must stay in sight.
        let height = (ui.ctx().content_rect().height() - 180.0).max(120.0);
        ScrollArea::vertical().max_height(height).show(ui, |ui| self.fields(ui, session));
        hint(ui, say("app-agreement-add-why"));
        buttons(ui, language, "app-add")
    }

    fn fields(&mut self, ui: &mut Ui, session: &Session) {
        let language = session.language();
        let say = |id| text(language, id);
        self.show_funder(ui, session);
        self.show_kind(ui, session);
        let words = say("app-agreement-for");
        let purposes = self.kind.map(|kind| purposes(session, kind)).unwrap_or_default();
        form::row(ui, &words, |ui| {
            if purposes.is_empty() {
                hint(ui, say("app-agreement-no-investment"));
            } else if let Some(chosen) = form::choose(ui, "draft-for", &words, &self.purpose, &purposes) {
                self.purpose = chosen;
            }
        });
        form::row(ui, &say("app-agreement-from-to"), |ui| {
            if field(ui, &mut self.from, form::SHORT).changed() {
                self.follow_from(language);
            }
            ui.label("–");
            self.is_to_typed |= field(ui, &mut self.to, form::SHORT).changed();
        });
        form::row(ui, &say("app-agreement-amount"), |ui| {
            first(&field(ui, &mut self.amount, form::SHORT));
            ui.label("€");
            ui.spacing_mut().combo_width = 180.0;
            let spans = [
                (AmountSpan::EachYear, say("app-agreement-each-year")),
                (AmountSpan::InAll, say("app-agreement-in-all")),
            ];
            let words = say("app-agreement-amount");
            if let Some(span) = form::choose(ui, "draft-span", &words, &self.span, &spans) {
                self.span = span;
            }
        });
        let words = say("app-agreement-where");
        form::row(ui, &words, |ui| {
            let stages = Stage::ALL.map(|known| (known, stage(language, known)));
            if let Some(stage) = form::choose(ui, "draft-stage", &words, &self.stage, &stages) {
                self.stage = stage;
            }
        });
        let proposed = self.proposed_label(session);
        form::row(ui, &say("app-agreement-name"), |ui| {
            ui.add(TextEdit::singleline(&mut self.label).desired_width(WIDE).hint_text(proposed));
        });
    }

    fn show_funder(&mut self, ui: &mut Ui, session: &Session) {
        let language = session.language();
        let say = |id| text(language, id);
        let words = say("app-agreement-who");
        form::row(ui, &words, |ui| {
            let known = session.plan().funders.iter().map(|funder| (Some(funder.id), funder.name.clone()));
            let funders: Vec<_> = known.chain([(None, say("app-agreement-new-funder"))]).collect();
            if let Some(chosen) = form::choose(ui, "draft-funder", &words, &self.funder, &funders) {
                self.funder = chosen;
                self.follow_funder(session);
            }
        });
        if self.funder.is_some() {
            return;
        }
        form::row(ui, &say("app-agreement-funder-name"), |ui| {
            first(&field(ui, &mut self.new_funder, WIDE));
        });
        let words = say("app-agreement-kind");
        form::row(ui, &words, |ui| {
            let kinds = FunderKind::ALL.map(|kind| (kind, funder_kind(language, kind)));
            if let Some(kind) = form::choose(ui, "draft-kind", &words, &self.funder_kind, &kinds) {
                self.funder_kind = kind;
                self.follow_funder(session);
            }
        });
    }

    fn show_kind(&mut self, ui: &mut Ui, session: &Session) {
        let say = |id| text(session.language(), id);
        let choices = self.choices(session);
        let words = say("app-agreement-which");
        form::row(ui, &words, |ui| {
            let named: Vec<_> =
                choices.iter().map(|choice| (Some(choice.kind), choice.name.clone())).collect();
            if let Some(chosen) = form::choose(ui, "draft-which", &words, &self.kind, &named) {
                self.kind = chosen;
                self.is_kind_chosen = true;
                self.follow_kind(session);
            }
        });
        if let Some(choice) = choices.iter().find(|choice| Some(choice.kind) == self.kind) {
            hint(ui, choice.why.as_str());
            let check =
                if choice.kind.is_to_be_checked() { say("app-agreement-to-check") } else { String::new() };
            hint(ui, format!("{} : {}. {check}", say("app-agreement-payments"), choice.payments));
            ui.add_space(4.0);
        }
    }

    /// Such as "CPO, DRAJES" or "Festival, Ville de Quai".
    fn proposed_label(&self, session: &Session) -> String {
        let choices = self.choices(session);
        let kind = choices.iter().find(|choice| Some(choice.kind) == self.kind);
        let plan = session.plan();
        let what = match self.purpose {
            Purpose::Structure => kind.map(|choice| choice.short.clone()).unwrap_or_default(),
            Purpose::Activity(id) => plan.label(id.into()).to_owned(),
            Purpose::Post(id) => plan.label(id.into()).to_owned(),
            Purpose::Investment(id) => plan.label(id.into()).to_owned(),
        };
        let who = self.funder.map_or(self.new_funder.trim(), |id| plan.label(id.into()));
        if who.is_empty() { what } else { format!("{what}, {who}") }
    }

    pub(super) fn submit(&self, session: &mut Session) -> Result<Vec<Request>, Message> {
        let language = session.language();
        let dates = text(language, "app-agreement-from-to");
        let from = read_month(language, &dates, &self.from)?;
        let to = read_month(language, &dates, &self.to)?;
        let amount = amount_of(language, &text(language, "app-agreement-amount"), &self.amount)?;
        let Some(kind) = self.kind else { return Err(Message::default()) };
        let typed = self.label.trim();
        let label = if typed.is_empty() { self.proposed_label(session) } else { typed.to_owned() };
        let payer = match self.funder {
            Some(id) => Payer::Known(id),
            None => Payer::New { name: self.new_funder.clone(), kind: self.funder_kind },
        };
        let (stage, span, purpose) = (self.stage, self.span, self.purpose);
        let new = NewAgreement { label, payer, kind, stage, from, to, amount, span, purpose };
        let added = edit(session, AgreementEdit::Add(Box::new(new)))?;
        Ok(added.map(Request::Show).into_iter().collect())
    }
}

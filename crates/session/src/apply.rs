//! Inputs become changes of the session and effects for the program.

use previ_engine::diagnostic::Diagnostic;
use previ_file::format;

use crate::edits::Edit;
use crate::events::{Effect, ExportKind, Input, Now, Then};
use crate::open::Session;
use crate::pages::Pages;
use crate::sheets;

impl Session {
    /// Carries out an input. What it refuses or could not do is among the effects, as
    /// [`Effect::Show`]; the document then is as it was.
    pub fn apply(&mut self, input: Input, now: Now) -> Vec<Effect> {
        match input {
            Input::Edit(edit) => match self.edit(edit) {
                Ok(added) => added.map(Effect::Select).into_iter().collect(),
                Err(refused) => vec![Effect::Show(refused)],
            },
            Input::Undo => {
                self.undo();
                Vec::new()
            }
            Input::Redo => {
                self.redo();
                Vec::new()
            }
            Input::NewPlan(wanted) => {
                let made = Self::new_plan(&wanted, self.language, now);
                self.become_or_show(made.map_err(|refused| vec![refused]))
            }
            Input::Open { bytes, name } => self.become_or_show(Self::open(&bytes, Some(name), self.language)),
            Input::OpenExample { bytes } => self.become_or_show(Self::example(&bytes, self.language)),
            Input::Leave(then) => self.leave(then),
            Input::Save => match self.name.clone() {
                Some(name) => vec![self.write(name)],
                None => vec![Effect::AskSaveName { suggested: self.suggested("previ.ron") }],
            },
            Input::SaveAs { name } => vec![self.write(name)],
            Input::Saved { name, revision } => {
                self.name = Some(name);
                self.saved = Some(revision);
                Vec::new()
            }
            Input::SaveFailed(diagnostic) => vec![Effect::Show(diagnostic)],
            Input::Import { bytes, name } => match sheets::review(self, &bytes, &name, now) {
                Ok(review) => vec![Effect::ShowProposal(Box::new(review))],
                Err(refused) => refused.into_iter().map(Effect::Show).collect(),
            },
            Input::AcceptImport(review) => {
                let edit = Edit::Import(Box::new(sheets::new_items(&review, self)));
                self.apply(Input::Edit(edit), now)
            }
            Input::Export(ExportKind::Workbook) => match sheets::workbook(self) {
                Ok(bytes) => vec![Effect::WriteExport { suggested: self.suggested("xlsx"), bytes }],
                Err(refused) => vec![Effect::Show(refused)],
            },
            Input::SetView(view) => {
                self.selected = view;
                self.pages = Pages::default();
                Vec::new()
            }
            Input::SetLanguage(language) => {
                self.language = language;
                self.pages = Pages::default();
                Vec::new()
            }
        }
    }

    /// Takes the place of this document with another one, in the same view.
    fn become_or_show(&mut self, other: Result<Self, Vec<Diagnostic>>) -> Vec<Effect> {
        match other {
            Ok(other) => {
                let (selected, today) = (self.selected, self.today);
                *self = Self { selected, today, pages: Pages::default(), ..other };
                Vec::new()
            }
            Err(refused) => refused.into_iter().map(Effect::Show).collect(),
        }
    }

    fn leave(&self, then: Then) -> Vec<Effect> {
        vec![if self.is_changed() { Effect::AskUnsaved(then) } else { Effect::GoOn(then) }]
    }

    fn write(&self, name: String) -> Effect {
        Effect::Write { name, bytes: format::write(&self.document), revision: self.revision() }
    }

    /// A file name made of that of the document or of the association.
    fn suggested(&self, ending: &str) -> String {
        let file = self.name.as_deref().and_then(|name| name.rsplit(['/', '\\']).next());
        let stem = file.and_then(|file| file.split('.').next()).filter(|stem| !stem.is_empty());
        let association = self.plan().frame.association.name.replace(['/', '\\', ':', '.'], " ");
        let association = association.trim();
        let stem = stem.unwrap_or(if association.is_empty() { "previ" } else { association });
        format!("{stem}.{ending}")
    }
}

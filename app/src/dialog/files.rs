//! Questions about files.

use std::path::{Path, PathBuf};

use egui::{TextEdit, Ui};
use previ_engine::diagnostic::Arg;
use previ_session::Session;
use previ_session::events::Then;
use previ_words::{Language, text, text_with};

use super::{Answer, Outcome, first, title};
use crate::picker::Purpose;
use crate::widget::block::{hint, main_button};

/// Changes would be lost.
pub fn unsaved(ui: &mut Ui, session: &Session, then: Then) -> Outcome {
    let language = session.language();
    title(ui, &text(language, "app-unsaved"));
    let name = session.name().map(file_name).unwrap_or_else(|| session.plan().frame.association.name.clone());
    ui.label(text_with(language, "app-unsaved-why", &[("name", Arg::Text(name))]));
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        let save = main_button(ui, text(language, "app-unsaved-save")).clicked();
        let lose = ui.button(text(language, "app-unsaved-lose")).clicked();
        let stay = ui.button(text(language, "app-cancel")).clicked();
        match (save, lose, stay) {
            (true, _, _) => Outcome::Answered(Answer::SaveThen(then)),
            (_, true, _) => Outcome::Answered(Answer::GoOn(then)),
            (_, _, true) => Outcome::Closed,
            _ => Outcome::Open,
        }
    })
    .inner
}

/// Somebody else changed the file.
pub fn changed(ui: &mut Ui, language: Language, path: &Path) -> Outcome {
    title(ui, &text(language, "app-changed"));
    let name = file_name(&path.to_string_lossy());
    ui.label(text_with(language, "app-changed-why", &[("name", Arg::Text(name))]));
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        let elsewhere = main_button(ui, text(language, "app-changed-elsewhere")).clicked();
        let over = ui.button(text(language, "app-changed-over")).clicked();
        let stay = ui.button(text(language, "app-cancel")).clicked();
        match (elsewhere, over, stay) {
            (true, _, _) => Outcome::Answered(Answer::Elsewhere),
            (_, true, _) => Outcome::Answered(Answer::Overwrite(path.to_owned())),
            (_, _, true) => Outcome::Closed,
            _ => Outcome::Open,
        }
    })
    .inner
}

/// Asks for a path, where the desktop has no dialog for it.
pub fn path(ui: &mut Ui, language: Language, purpose: Purpose, typed: &mut String) -> Outcome {
    title(ui, &text(language, purpose.title_id()));
    hint(ui, text(language, "app-path-why"));
    let name = text(language, "app-path");
    let field = ui.add(TextEdit::singleline(typed).desired_width(f32::INFINITY)).accessible_name(&name);
    first(&field);
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        let accept = if purpose.is_write() { "app-path-write" } else { "app-path-read" };
        let accepted = main_button(ui, text(language, accept)).clicked() || entered;
        if ui.button(text(language, "app-cancel")).clicked() {
            return Outcome::Closed;
        }
        if !accepted || typed.trim().is_empty() {
            return Outcome::Open;
        }
        let path = with_ending(Path::new(typed.trim()), purpose);
        if purpose.is_write() && path.exists() {
            return Outcome::Answered(Answer::ReplaceAt(purpose, path));
        }
        Outcome::Answered(Answer::Path(purpose, path))
    })
    .inner
}

/// A file of that name is there.
pub fn replace(ui: &mut Ui, language: Language, purpose: Purpose, path: &Path) -> Outcome {
    title(ui, &text(language, "app-replace"));
    let name = file_name(&path.to_string_lossy());
    ui.label(text_with(language, "app-replace-why", &[("name", Arg::Text(name))]));
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        let replace = ui.button(text(language, "app-replace-do")).clicked();
        let stay = main_button(ui, text(language, "app-cancel")).clicked();
        match (replace, stay) {
            (true, _) => Outcome::Answered(Answer::Path(purpose, path.to_owned())),
            (_, true) => Outcome::Closed,
            _ => Outcome::Open,
        }
    })
    .inner
}

/// A path to write to, with the ending of its kind where none was typed.
pub fn with_ending(path: &Path, purpose: Purpose) -> PathBuf {
    if !purpose.is_write() || path.extension().is_some() {
        return path.to_owned();
    }
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(purpose.ending());
    PathBuf::from(name)
}

/// The last part of a path.
pub fn file_name(path: &str) -> String {
    let name = Path::new(path).file_name();
    name.map_or_else(|| path.to_owned(), |name| name.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_typed_without_an_ending_gets_that_of_its_kind() {
        let ended = |name, purpose| with_ending(Path::new(name), purpose).to_string_lossy().into_owned();
        assert_eq!(ended("budget", Purpose::SavePlan), "budget.previ.ron");
        assert_eq!(ended("budget.previ.ron", Purpose::SavePlan), "budget.previ.ron");
        assert_eq!(ended("budget", Purpose::ExportWorkbook), "budget.xlsx");
        assert_eq!(ended("budget", Purpose::OpenPlan), "budget");
    }
}

//! What was read from a spreadsheet, before any of it enters the plan.

use egui::Ui;
use previ_session::Input;
use previ_words::{Language, text};

use super::{Outcome, buttons, title};

/// Shows it.
pub fn show(ui: &mut Ui, language: Language, _proposal: &Input) -> Outcome {
    title(ui, &text(language, "app-import"));
    buttons(ui, language, "app-import-accept")
}

//! Diagnostics in the terminal: how grave, where, what it is, what to do next.

use previ_engine::diagnostic::{Diagnostic, Place, Severity};
use previ_words::{Language, message, place, text};

use crate::table::{hanging, wrapped};

/// A diagnostic in lines of at most `width` characters.
///
/// ```text
/// ERREUR · ligne 26, colonne 19
///   Ce qui est écrit ici n'est pas un numéro de compte.
///   → Un numéro de compte a un à neuf chiffres…
/// ```
pub(crate) fn complaint(language: Language, diagnostic: &Diagnostic, width: usize) -> String {
    let kind = text(
        language,
        match diagnostic.severity {
            Severity::Error => "cli-error",
            Severity::Warning => "cli-warning",
            Severity::Note => "cli-note",
        },
    );
    let head = match &diagnostic.place {
        // The message itself speaks of the file or the plan.
        Place::Whole => kind,
        place_of => format!("{kind} · {}", place(language, place_of)),
    };
    let said = message(language, diagnostic);
    let hint = if said.hint.is_empty() { String::new() } else { hanging(&said.hint, "  → ", width) };
    wrapped(&head, "", width) + &wrapped(&said.text, "  ", width) + &hint
}

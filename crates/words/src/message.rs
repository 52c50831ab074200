//! The sentence and the hint of a diagnostic.

use previ_engine::diagnostic::{Arg, Diagnostic, Place};

use crate::language::Language;
use crate::place::item_name;
use crate::text::{find, fluent_args};

/// What is said about something wrong, and what to do next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// What it is.
    pub text: String,
    /// What to do next; empty when there is nothing to say.
    pub hint: String,
}

/// The message of a diagnostic; the code itself for one without texts.
///
/// Where the name of an item is empty, its kind and number stand for it.
#[must_use]
pub fn message(language: Language, diagnostic: &Diagnostic) -> Message {
    let unnamed = Arg::Text(match diagnostic.place {
        Place::Item(item, _) => item_name(language, item),
        Place::Cell { .. } | Place::Text { .. } | Place::Whole => String::new(),
    });
    let named = diagnostic.args.iter().map(|(name, arg)| match arg {
        Arg::Text(text) if *name == "item" && text.is_empty() => (*name, &unnamed),
        _ => (*name, arg),
    });
    let id = diagnostic.code.0.replace('.', "-");
    let args = fluent_args(language, named);
    let text = find(language, &id, Some(&args)).unwrap_or_else(|| diagnostic.code.0.into());
    let hint = find(language, &format!("{id}.hint"), Some(&args)).unwrap_or_default();
    Message { text, hint }
}

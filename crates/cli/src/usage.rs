//! A command that is not well written: what is wrong with it, in the language of the person.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use previ_engine::diagnostic::Arg;
use previ_words::{Language, text, text_with};

use crate::table::{hanging, wrapped};

/// What is wrong and where to find help, in lines of at most `width` characters.
pub(crate) fn usage(language: Language, error: &clap::Error, width: usize) -> String {
    let context = |kind| error.get(kind).map(shown).unwrap_or_default();
    let about = |id, kind| text_with(language, id, &[("what", Arg::Text(context(kind)))]);
    let said = match error.kind() {
        ErrorKind::InvalidSubcommand => about("cli-usage-command", ContextKind::InvalidSubcommand),
        ErrorKind::UnknownArgument => about("cli-usage-unknown", ContextKind::InvalidArg),
        ErrorKind::MissingRequiredArgument => about("cli-usage-missing", ContextKind::InvalidArg),
        // An option at the end without its value.
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => {
            about("cli-usage-missing", ContextKind::InvalidArg)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = Arg::Text(context(ContextKind::InvalidValue));
            let option = Arg::Text(context(ContextKind::InvalidArg));
            let known = context(ContextKind::ValidValue);
            let id = if known.is_empty() { "cli-usage-value" } else { "cli-usage-choice" };
            text_with(language, id, &[("value", value), ("what", option), ("known", Arg::Text(known))])
        }
        _ => text(language, "cli-usage-incomplete"),
    };
    let head = wrapped(&text(language, "cli-error"), "", width);
    head + &wrapped(&said, "  ", width) + &hanging(&text(language, "cli-usage"), "  → ", width)
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(all) => all.join(", "),
        other => other.to_string(),
    }
}

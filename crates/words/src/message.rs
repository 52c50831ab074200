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

#[cfg(test)]
mod tests {
    use super::Language::{English, French};
    use super::*;
    use crate::locale::ids;
    use previ_engine::diagnostic::{Code, Field, Severity};
    use previ_engine::id::LineId;
    use previ_engine::month::Month;
    use previ_engine::{alert, check};
    use std::collections::BTreeSet;

    fn on_line(code: &'static str) -> Diagnostic {
        Diagnostic::new(Code(code), Severity::Error, Place::Item(LineId(12).into(), Field("account")))
    }

    #[test]
    fn every_code_of_the_engine_has_a_message_with_exactly_its_arguments_and_a_hint() {
        for language in Language::ALL {
            let known = ids(language);
            for spec in check::CODES.iter().chain(alert::CODES) {
                let id = spec.code.0.replace('.', "-");
                let find = |attribute: Option<&str>| {
                    let found = |text: &&crate::TextId| {
                        text.id == id && text.attribute.as_deref() == attribute && text.file == "engine"
                    };
                    known.iter().find(found).unwrap_or_else(|| panic!("{language:?} {id} {attribute:?}"))
                };
                let args: BTreeSet<String> = spec.args.iter().map(|(name, _)| (*name).into()).collect();
                assert_eq!(find(None).variables, args, "{language:?} {id}");
                assert!(find(Some("hint")).variables.is_subset(&args), "{language:?} {id}");
            }
        }
    }

    #[test]
    fn the_engine_file_has_no_text_without_a_code() {
        let code = |text: &crate::TextId| {
            let all = check::CODES.iter().chain(alert::CODES);
            all.map(|spec| spec.code.0.replace('.', "-")).any(|id| id == text.id)
        };
        for text in ids(French).iter().filter(|text| text.file == "engine") {
            assert!(code(text), "{text:?}");
        }
    }

    #[test]
    fn a_message_is_a_sentence_with_the_values_and_a_hint() {
        let reversed = on_line("plan.dates-reversed")
            .with("item", Arg::Text("Loyer".into()))
            .with("from", Arg::Month(Month::new(2027, 3).unwrap()))
            .with("to", Arg::Month(Month::new(2026, 8).unwrap()));
        let french = message(French, &reversed);
        let expected = "«\u{A0}Loyer\u{A0}» finit (août 2026) avant de commencer (mars 2027).";
        assert_eq!(french.text, expected);
        assert_eq!(french.hint, "Corrigez le début ou la fin.");
        let english = message(English, &reversed);
        assert_eq!(english.text, "“Loyer” ends (August 2026) before it begins (March 2027).");
    }

    #[test]
    fn an_item_without_a_name_is_told_by_its_kind_and_number() {
        let cycle = on_line("plan.activity-cycle").with("item", Arg::Text(String::new()));
        assert!(message(English, &cycle).text.contains("“Line no. 12”"));
    }

    #[test]
    fn a_code_without_texts_shows_itself() {
        let unknown = on_line("nowhere.such-code");
        let shown = Message { text: "nowhere.such-code".into(), hint: String::new() };
        assert_eq!(message(French, &unknown), shown);
    }

    #[test]
    fn the_kind_of_a_missing_item_is_told_in_words() {
        let dangling = on_line("plan.dangling-id")
            .with("item", Arg::Text("Loyer".into()))
            .with("wanted", Arg::Text("in_kind".into()))
            .with("number", Arg::Number(7.into()));
        let text = message(French, &dangling).text;
        assert!(text.ends_with("contribution en nature n°\u{A0}7."), "{text}");
    }
}

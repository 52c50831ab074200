//! Every code of a diagnostic has a message and a hint in each language, with exactly its arguments.

use std::collections::{BTreeMap, BTreeSet};

use previ_engine::diagnostic::CodeSpec;
use previ_words::{Language, ids};

pub(crate) fn every_code() -> Vec<CodeSpec> {
    let lists = [
        previ_engine::check::CODES,
        previ_engine::alert::CODES,
        previ_file::CODES,
        previ_sheets::import::CODES,
        previ_sheets::export::CODES,
        previ_sheets::incitu::CODES,
        previ_session::CODES,
        previ_cli::CODES,
    ];
    lists.into_iter().flatten().copied().collect()
}

#[test]
pub(crate) fn every_code_has_a_message_and_a_hint_with_exactly_its_arguments() {
    let mut wrong = Vec::new();
    for language in Language::ALL {
        let mut texts: BTreeMap<(String, Option<String>), BTreeSet<String>> = BTreeMap::new();
        for text in ids(language) {
            texts.insert((text.id, text.attribute), text.variables);
        }
        for spec in every_code() {
            let id = spec.code.0.replace('.', "-");
            let message = texts.get(&(id.clone(), None));
            let hint = texts.get(&(id, Some(String::from("hint"))));
            let (Some(message), Some(hint)) = (message, hint) else {
                wrong.push(format!("{} has no message or no hint in {language:?}", spec.code.0));
                continue;
            };
            let used: BTreeSet<&str> = message.union(hint).map(String::as_str).collect();
            let given: BTreeSet<&str> = spec.args.iter().map(|(name, _)| *name).collect();
            if used != given {
                wrong.push(format!("{} in {language:?}: uses {used:?}, given {given:?}", spec.code.0));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_code_is_listed_twice() {
    let mut codes: Vec<&str> = every_code().iter().map(|spec| spec.code.0).collect();
    codes.sort_unstable();
    let count = codes.len();
    codes.dedup();
    assert_eq!(codes.len(), count);
}

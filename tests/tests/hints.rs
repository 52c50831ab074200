//! Every page, field and button that a hint names is called that way in the program.

use std::collections::BTreeSet;

use previ_words::{Language, ids, text};

use crate::codes::every_code;

/// What hints quote that is not a text of Prévi: signs and names in files, and what other programs say.
const QUOTED_ELSEWHERE: [&str; 14] = [
    ".bak",
    ".previ.ron",
    "#!",
    "*/",
    "/*",
    "\\\\",
    "Prévu",
    "planned",
    "lecture seule",
    "read only",
    "classeur Excel (.xlsx)",
    "classeur ODF (.ods)",
    "Excel workbook (.xlsx)",
    "ODF spreadsheet (.ods)",
];

/// What a hint may send to besides a page.
const PROGRAMS: [&str; 3] = ["Prévi", "LibreOffice", "Excel"];

const PAGES: [&str; 7] = [
    "app-page-home",
    "app-page-budget",
    "app-page-cash",
    "app-page-agreements",
    "app-page-staff",
    "app-page-activities",
    "app-page-assumptions",
];

#[test]
fn what_a_hint_quotes_is_a_text_of_the_program() {
    let mut wrong = Vec::new();
    for language in Language::ALL {
        let known: BTreeSet<String> = ids(language)
            .iter()
            .filter(|id| id.attribute.is_none())
            .map(|id| text(language, &id.id).trim_end_matches('…').to_owned())
            .collect();
        for (code, hint) in hints(language) {
            for quoted in quoted(language, &hint) {
                let is_a_value = quoted.contains('{');
                if !is_a_value && !known.contains(quoted) && !QUOTED_ELSEWHERE.contains(&quoted) {
                    wrong.push(format!("{code} in {language:?}: “{quoted}”"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_page_that_a_hint_sends_to_exists() {
    let mut wrong = Vec::new();
    for language in Language::ALL {
        let pages = PAGES.map(|id| text(language, id));
        let ways: &[&str] = match language {
            Language::French => &["dans ", "page ", "onglet "],
            Language::English => &["in ", "under ", "page "],
        };
        for (code, hint) in hints(language) {
            for way in ways {
                for name in names_after(&hint, way) {
                    if !pages.iter().any(|page| page == name) && !PROGRAMS.contains(&name) {
                        wrong.push(format!("{code} in {language:?}: {way}{name}"));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn hints(language: Language) -> impl Iterator<Item = (&'static str, String)> {
    every_code().into_iter().map(move |spec| {
        let id = format!("{}.hint", spec.code.0.replace('.', "-"));
        (spec.code.0, text(language, &id))
    })
}

/// What stands between quotation marks.
fn quoted(language: Language, hint: &str) -> Vec<&str> {
    let (open, close) = match language {
        Language::French => ('«', '»'),
        Language::English => ('“', '”'),
    };
    let ends = hint.split(open).skip(1).filter_map(|rest| rest.split_once(close));
    ends.map(|(inside, _)| inside.trim()).collect()
}

/// The words with a capital letter that follow the way to a place.
fn names_after<'a>(hint: &'a str, way: &str) -> Vec<&'a str> {
    let lower = hint.to_lowercase();
    // Positions hold for both only where lower case takes as many bytes, as it does in our languages.
    assert_eq!(lower.len(), hint.len());
    let found = lower.match_indices(way).filter(|(at, _)| !lower[..*at].ends_with(char::is_alphabetic));
    let words = found.filter_map(|(at, _)| hint[at + way.len()..].split(|c: char| !c.is_alphabetic()).next());
    words.filter(|word| word.starts_with(char::is_uppercase)).collect()
}

#[test]
fn places_and_quotes_are_found_in_a_hint() {
    let hint =
        "Dans Budget, changez « Réserve visée » ; sinon, cherchez dans les lignes ou à la page Équipe.";
    assert_eq!(names_after(hint, "dans "), ["Budget"]);
    assert_eq!(names_after(hint, "page "), ["Équipe"]);
    assert_eq!(quoted(Language::French, hint), ["Réserve visée"]);
}

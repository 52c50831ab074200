//! Every text id named in the sources of the window has its text.

use std::fs;
use std::path::{Path, PathBuf};

use previ::action::Action;
use previ_words::{Language, text};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else {
            found.push(path);
        }
    }
}

fn ids_in(source: &str) -> impl Iterator<Item = &str> {
    source.split('"').skip(1).step_by(2).filter(|literal| {
        literal.starts_with("app-")
            && literal.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | '.'))
    })
}

#[test]
fn every_id_in_the_sources_has_a_text_in_both_languages() {
    let mut files = Vec::new();
    sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut files);
    let mut count = 0;
    for file in files {
        let source = fs::read_to_string(&file).unwrap();
        for id in ids_in(&source) {
            for language in Language::ALL {
                assert_ne!(text(language, id), id, "{id} in {} for {}", file.display(), language.code());
            }
            count += 1;
        }
    }
    assert!(count > 150, "the sources were found");
}

#[test]
fn every_action_has_a_name_in_both_languages() {
    for action in Action::ALL {
        for language in Language::ALL {
            let id = action.text_id();
            assert_ne!(text(language, id), id);
        }
    }
}

#[test]
fn no_two_actions_have_the_same_keys() {
    let keys: Vec<_> = Action::ALL.into_iter().filter_map(Action::shortcut).collect();
    for (place, one) in keys.iter().enumerate() {
        assert!(!keys[place + 1..].contains(one), "{one:?}");
    }
}

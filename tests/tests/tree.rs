//! The shape of the tree: which crate may use which, and how long files may be.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Crate folder, and the crates of the workspace it may depend on.
const EDGES: &[(&str, &[&str])] = &[
    ("crates/engine", &[]),
    ("crates/reference", &["engine"]),
    ("crates/words", &["engine"]),
    ("crates/file", &["engine"]),
    ("crates/sheets", &["engine", "reference", "words"]),
    ("crates/session", &["engine", "reference", "words", "file", "sheets"]),
    ("crates/cli", &["session", "engine", "reference", "words", "file", "sheets"]),
    ("app", &["session", "engine", "reference", "words", "file", "sheets", "cli"]),
    ("crates/xtask", &[]),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The `previ-…` crates named under `[dependencies]`, without that prefix.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    let sections = manifest.split("\n[").filter(|section| {
        let name = section.trim_start_matches('[').split(']').next().unwrap_or_default();
        name == "dependencies" || name.starts_with("target.") && name.ends_with("dependencies")
    });
    let names = sections.flat_map(str::lines).filter_map(|line| line.strip_prefix("previ-"));
    names.map(|name| name.split(['.', ' ', '=']).next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn no_crate_depends_on_one_that_the_architecture_does_not_draw() {
    for (folder, allowed) in EDGES {
        let manifest = fs::read_to_string(root().join(folder).join("Cargo.toml")).unwrap();
        let allowed: BTreeSet<String> = allowed.iter().map(|name| (*name).to_owned()).collect();
        let extra: Vec<_> = dependencies(&manifest).difference(&allowed).cloned().collect();
        assert!(extra.is_empty(), "{folder} depends on {extra:?}");
    }
}

#[test]
fn every_crate_of_the_workspace_has_its_edges_drawn() {
    let drawn: BTreeSet<PathBuf> = EDGES.iter().map(|(folder, _)| root().join(folder)).collect();
    for entry in fs::read_dir(root().join("crates")).unwrap() {
        let folder = entry.unwrap().path();
        assert!(drawn.contains(&folder), "{} has no edges", folder.display());
    }
}

#[test]
fn a_dependency_that_is_not_drawn_would_be_found() {
    let manifest = "[package]\nname = \"previ-engine\"\n\n[dependencies]\nserde = \"1\"\n\
                    previ-words.workspace = true\n\n[dev-dependencies]\npreviously = \"1\"\n";
    assert_eq!(dependencies(manifest), BTreeSet::from([String::from("words")]));
}

#[test]
fn the_engine_names_no_standard_library() {
    let library = fs::read_to_string(root().join("crates/engine/src/lib.rs")).unwrap();
    assert!(library.contains("#![no_std]"));
    assert!(library.contains("#![deny(clippy::float_arithmetic)]"));
}

#[test]
fn no_source_file_grows_past_six_hundred_lines_without_its_tests() {
    let mut long = Vec::new();
    for (folder, _) in EDGES {
        visit(&root().join(folder).join("src"), &mut |path, text| {
            let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
            if code.lines().count() > 600 {
                long.push(path.display().to_string());
            }
        });
    }
    assert!(long.is_empty(), "{long:?}");
}

fn visit(folder: &Path, look: &mut impl FnMut(&Path, &str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            visit(&path, look);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            look(&path, &fs::read_to_string(&path).unwrap());
        }
    }
}

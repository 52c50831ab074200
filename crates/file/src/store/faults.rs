//! Each step of a save refused once.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use previ_engine::diagnostic::Code;
use tempfile::TempDir;

use super::save::{save, save_by};
use super::steps::{REAL, Steps};
use crate::codes;

const EIO: i32 = 5;
const EACCES: i32 = 13;
const ENOSPC: i32 = 28;

fn refused<const CAUSE: i32>() -> io::Error {
    io::Error::from_raw_os_error(CAUSE)
}

/// A disk that gives up in the middle of the bytes.
fn half_written<const CAUSE: i32>(file: &mut File, bytes: &[u8]) -> io::Result<()> {
    file.write_all(&bytes[..bytes.len() / 2])?;
    Err(refused::<CAUSE>())
}

/// A copy that ends in the middle.
fn half_kept<const CAUSE: i32>(_: &Path, second: &Path) -> io::Result<()> {
    fs::write(second, b"hal")?;
    Err(refused::<CAUSE>())
}

/// The steps of a save, with one that fails.
fn one_failing<const CAUSE: i32>() -> [(&'static str, Steps); 6] {
    [
        ("create", Steps { create: |_, _| Err(refused::<CAUSE>()), ..REAL }),
        ("write", Steps { write: half_written::<CAUSE>, ..REAL }),
        ("sync", Steps { sync: |_| Err(refused::<CAUSE>()), ..REAL }),
        ("keep", Steps { keep: half_kept::<CAUSE>, ..REAL }),
        ("rename", Steps { rename: |_, _| Err(refused::<CAUSE>()), ..REAL }),
        ("sync_folder", Steps { sync_folder: |_| Err(refused::<CAUSE>()), ..REAL }),
    ]
}

fn every_failure() -> Vec<(&'static str, Code, Steps)> {
    let with = |code: Code| move |(step, steps)| (step, code, steps);
    let mut all = Vec::new();
    all.extend(one_failing::<ENOSPC>().map(with(codes::DISK_FULL.code)));
    all.extend(one_failing::<EACCES>().map(with(codes::NO_PERMISSION.code)));
    all.extend(one_failing::<EIO>().map(with(codes::IO.code)));
    all
}

fn files(folder: &TempDir) -> Vec<String> {
    let entries = fs::read_dir(folder.path()).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_refused_step_leaves_the_old_document_whole_and_no_temporary_file() {
    for (step, code, steps) in every_failure() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("budget.previ.ron");
        save(&path, b"one", None).unwrap();
        let before = save(&path, b"the old bytes", None).unwrap();

        let refusal = save_by(&steps, &path, b"the new bytes", Some(&before)).unwrap_err();

        assert_eq!(refusal.code, code, "{step}");
        assert_eq!(fs::read(&path).unwrap(), b"the old bytes", "{step}");
        assert_eq!(files(&folder), ["budget.previ.ron", "budget.previ.ron.bak"], "{step}");
        // The caller's stamp still holds: the next try goes through.
        save(&path, b"the new bytes", Some(&before)).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"the new bytes", "{step}");
        let backup = fs::read(folder.path().join("budget.previ.ron.bak")).unwrap();
        assert_eq!(backup, b"the old bytes", "{step}");
    }
}

#[test]
fn a_refused_step_of_a_first_save_leaves_nothing() {
    for (step, code, steps) in every_failure() {
        if step == "keep" {
            continue;
        }
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("budget.previ.ron");
        let refusal = save_by(&steps, &path, b"bytes", None).unwrap_err();
        assert_eq!(refusal.code, code, "{step}");
        assert_eq!(files(&folder), Vec::<String>::new(), "{step}");
    }
}

#[test]
fn without_hard_links_the_backup_is_a_copy() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("budget.previ.ron");
    let copying = Steps { keep: |old, second| fs::copy(old, second).map(drop), ..REAL };
    save(&path, b"old", None).unwrap();
    save_by(&copying, &path, b"new", None).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"new");
    assert_eq!(fs::read(folder.path().join("budget.previ.ron.bak")).unwrap(), b"old");
}

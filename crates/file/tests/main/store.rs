//! Files on disk.

use std::fs;
use std::path::{Path, PathBuf};

use previ_engine::diagnostic::Diagnostic;
use previ_file::format::write;
use previ_file::store::{Access, hold, open, save};
use tempfile::TempDir;

use crate::plans;

fn folder() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("budget.previ.ron");
    (folder, path)
}

fn plan(label: &str) -> Vec<u8> {
    write(&plans::with_label(label))
}

fn codes(diagnostics: &[Diagnostic]) -> Vec<&'static str> {
    diagnostics.iter().map(|diagnostic| diagnostic.code.0).collect()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn what_was_saved_opens_and_its_lock_goes_with_it() {
    let (folder, path) = folder();
    save(&path, &plan("Loyer"), None).unwrap();
    let opened = open(&path).unwrap();
    assert_eq!(opened.document, plans::with_label("Loyer"));
    assert_eq!(opened.diagnostics, []);
    assert!(matches!(opened.access, Access::Ours(_)));
    assert_eq!(names(folder.path()), ["budget.previ.ron", "budget.previ.ron.lock"]);
    drop(opened);
    assert_eq!(names(folder.path()), ["budget.previ.ron"]);
}

#[test]
fn a_second_handle_opens_without_the_lock_until_the_first_is_closed() {
    let (_folder, path) = folder();
    save(&path, &plan("Loyer"), None).unwrap();
    let first = open(&path).unwrap();
    let second = open(&path).unwrap();
    assert!(matches!(second.access, Access::Elsewhere));
    assert_eq!(codes(&second.diagnostics), ["file.locked"]);
    assert_eq!(second.document, first.document);
    drop(second);
    assert!(matches!(hold(&path), (Access::Elsewhere, Some(_))));
    drop(first);
    assert!(matches!(open(&path).unwrap().access, Access::Ours(_)));
}

#[test]
fn a_lock_file_left_by_a_killed_program_locks_nobody_out() {
    let (folder, path) = folder();
    save(&path, &plan("Loyer"), None).unwrap();
    fs::write(folder.path().join("budget.previ.ron.lock"), "").unwrap();
    let opened = open(&path).unwrap();
    assert!(matches!(opened.access, Access::Ours(_)));
    drop(opened);
    assert_eq!(names(folder.path()), ["budget.previ.ron"]);
}

#[test]
fn the_bytes_before_a_save_stay_beside_it() {
    let (folder, path) = folder();
    let mut stamp = save(&path, b"one", None).unwrap();
    assert_eq!(names(folder.path()), ["budget.previ.ron"]);
    for (before, after) in [("one", "two"), ("two", "three"), ("three", "three")] {
        stamp = save(&path, after.as_bytes(), Some(&stamp)).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), after);
        assert_eq!(fs::read_to_string(folder.path().join("budget.previ.ron.bak")).unwrap(), before);
        assert_eq!(names(folder.path()), ["budget.previ.ron", "budget.previ.ron.bak"]);
    }
}

#[test]
fn a_backup_that_is_the_document_itself_is_replaced() {
    // A program killed between the backup and the rename leaves both names on one file.
    let (folder, path) = folder();
    save(&path, b"one", None).unwrap();
    fs::hard_link(&path, folder.path().join("budget.previ.ron.bak")).unwrap();
    save(&path, b"two", None).unwrap();
    assert_eq!(names(folder.path()), ["budget.previ.ron", "budget.previ.ron.bak"]);
    assert_eq!(fs::read_to_string(folder.path().join("budget.previ.ron.bak")).unwrap(), "one");
}

#[test]
fn a_file_changed_by_somebody_else_is_not_replaced_unless_told_to() {
    let (_folder, path) = folder();
    let stamp = save(&path, &plan("Loyer"), None).unwrap();
    assert!(!stamp.differs_from(&path));
    // The same number of bytes, and the same date.
    let date = path.metadata().unwrap().modified().unwrap();
    fs::write(&path, plan("Foyer")).unwrap();
    fs::File::options().write(true).open(&path).unwrap().set_modified(date).unwrap();

    let refusal = save(&path, &plan("Cave"), Some(&stamp)).unwrap_err();
    assert_eq!(refusal.code.0, "file.changed-on-disk");
    assert_eq!(fs::read(&path).unwrap(), plan("Foyer"));

    save(&path, &plan("Cave"), None).unwrap();
    assert_eq!(fs::read(&path).unwrap(), plan("Cave"));
    assert!(stamp.differs_from(&path));
}

#[test]
fn another_date_alone_is_no_change() {
    let (_folder, path) = folder();
    let stamp = save(&path, &plan("Loyer"), None).unwrap();
    fs::File::options().write(true).open(&path).unwrap().set_modified(std::time::UNIX_EPOCH).unwrap();
    assert!(!stamp.differs_from(&path));
    save(&path, &plan("Cave"), Some(&stamp)).unwrap();
}

#[test]
fn a_file_that_went_away_is_not_made_again_unless_told_to() {
    let (_folder, path) = folder();
    let stamp = save(&path, &plan("Loyer"), None).unwrap();
    fs::remove_file(&path).unwrap();
    assert!(stamp.differs_from(&path));
    assert_eq!(save(&path, &plan("Cave"), Some(&stamp)).unwrap_err().code.0, "file.gone");
    save(&path, &plan("Cave"), None).unwrap();
}

#[test]
fn the_stamp_of_an_opened_file_serves_to_save_it() {
    let (_folder, path) = folder();
    save(&path, &plan("Loyer"), None).unwrap();
    let opened = open(&path).unwrap();
    let next = save(&path, &plan("Cave"), Some(&opened.stamp)).unwrap();
    save(&path, &plan("Cour"), Some(&next)).unwrap();
    assert_eq!(save(&path, b"", Some(&opened.stamp)).unwrap_err().code.0, "file.changed-on-disk");
}

#[test]
fn what_cannot_be_opened_says_why() {
    let (folder, path) = folder();
    assert_eq!(codes(&open(&path).unwrap_err()), ["file.not-found"]);
    assert_eq!(codes(&open(&folder.path().join("no/where.previ.ron")).unwrap_err()), ["file.not-found"]);
    assert_eq!(codes(&open(folder.path()).unwrap_err()), ["file.not-a-file"]);
    assert_eq!(
        save(&folder.path().join("no/where.previ.ron"), b"", None).unwrap_err().code.0,
        "file.no-folder"
    );
    assert_eq!(save(folder.path(), b"", None).unwrap_err().code.0, "file.not-a-file");
    let huge = fs::File::create(&path).unwrap();
    huge.set_len(65 << 20).unwrap();
    assert_eq!(codes(&open(&path).unwrap_err()), ["file.too-large"]);
    assert_eq!(names(folder.path()), ["budget.previ.ron"]);
}

#[test]
fn a_broken_file_tells_of_its_backup_and_keeps_no_lock() {
    let (folder, path) = folder();
    save(&path, &plan("Loyer"), None).unwrap();
    save(&path, b"Document(", None).unwrap();
    assert_eq!(codes(&open(&path).unwrap_err()), ["file.cut-short", "file.backup-exists"]);
    assert_eq!(names(folder.path()), ["budget.previ.ron", "budget.previ.ron.bak"]);
    fs::remove_file(&path).unwrap();
    assert_eq!(codes(&open(&path).unwrap_err()), ["file.not-found", "file.backup-exists"]);
}

#[test]
fn temporary_files_of_a_killed_program_are_removed_at_the_next_save_and_no_other() {
    let (folder, path) = folder();
    let others = [".autre.previ.ron.7-0.tmp", ".budget.previ.ron.notes.tmp", "budget.previ.ron.tmp"];
    for name in others.iter().chain(&[".budget.previ.ron.7-0.tmp", ".budget.previ.ron.7-1.tmp"]) {
        fs::write(folder.path().join(name), "left").unwrap();
    }
    // One that is being written is locked.
    let in_use = folder.path().join(".budget.previ.ron.8-0.tmp");
    let held = fs::File::create(&in_use).unwrap();
    held.lock().unwrap();
    save(&path, b"bytes", None).unwrap();
    let mut expected = others.map(String::from).to_vec();
    expected.extend([".budget.previ.ron.8-0.tmp".into(), "budget.previ.ron".into()]);
    expected.sort();
    assert_eq!(names(folder.path()), expected);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        path.metadata().unwrap().permissions().mode() & 0o777
    }

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn a_symbolic_link_is_followed_and_stays_a_link() {
        let (folder, path) = folder();
        let elsewhere = TempDir::new().unwrap();
        let link = elsewhere.path().join("lien.previ.ron");
        save(&path, &plan("Loyer"), None).unwrap();
        symlink(&path, &link).unwrap();
        let opened = open(&link).unwrap();
        save(&link, &plan("Cave"), Some(&opened.stamp)).unwrap();
        assert!(link.symlink_metadata().unwrap().is_symlink());
        assert_eq!(fs::read(&path).unwrap(), plan("Cave"));
        assert_eq!(names(elsewhere.path()), ["lien.previ.ron"]);
        // By either name it is the same document, and the same lock.
        assert!(matches!(open(&path).unwrap().access, Access::Elsewhere));
        drop(opened);
        assert_eq!(names(folder.path()), ["budget.previ.ron", "budget.previ.ron.bak"]);
    }

    #[test]
    fn a_link_to_nothing_is_not_replaced_by_a_file() {
        let (folder, path) = folder();
        symlink(folder.path().join("unplugged/budget.previ.ron"), &path).unwrap();
        assert_eq!(save(&path, b"bytes", None).unwrap_err().code.0, "file.no-folder");
        assert!(path.symlink_metadata().unwrap().is_symlink());
    }

    #[test]
    fn permissions_are_kept() {
        let (folder, path) = folder();
        save(&path, b"one", None).unwrap();
        for wanted in [0o600, 0o640, 0o664] {
            set_mode(&path, wanted);
            save(&path, b"two", None).unwrap();
            assert_eq!(mode(&path), wanted);
            assert_eq!(mode(&folder.path().join("budget.previ.ron.bak")), wanted);
        }
    }

    #[test]
    fn a_file_made_read_only_is_left_alone() {
        let (_folder, path) = folder();
        save(&path, b"one", None).unwrap();
        set_mode(&path, 0o444);
        assert_eq!(save(&path, b"two", None).unwrap_err().code.0, "file.read-only");
        assert_eq!(fs::read(&path).unwrap(), b"one");
    }

    #[test]
    fn a_read_only_folder_is_read_and_not_written() {
        let (folder, path) = folder();
        save(&path, &plan("Loyer"), None).unwrap();
        set_mode(folder.path(), 0o555);
        // The administrator of the machine may write everywhere; there is nothing to see then.
        if fs::write(folder.path().join("try"), "").is_err() {
            let opened = open(&path).unwrap();
            assert!(matches!(opened.access, Access::Unlocked));
            assert_eq!(codes(&opened.diagnostics), ["file.cannot-lock"]);
            assert_eq!(save(&path, b"two", None).unwrap_err().code.0, "file.no-permission");
            assert_eq!(fs::read(&path).unwrap(), plan("Loyer"));
            assert_eq!(names(folder.path()), ["budget.previ.ron"]);
        }
        set_mode(folder.path(), 0o755);
    }
}

//! Saving.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use previ_engine::diagnostic::{Diagnostic, Severity};

use super::paths;
use super::stamp::Stamp;
use super::steps::{REAL, Steps};
use super::trouble::{about, trouble};
use crate::codes;

/// Puts `bytes` into the file at `path`, a symbolic link being followed.
///
/// At any moment, whatever happens to the program or the machine, the file holds either the old or the
/// new bytes, whole. The old ones stay beside it as `name.previ.ron.bak`. Permissions are kept.
///
/// `expected` is the state in which the file was last read or saved; without it whatever is there is
/// replaced. The stamp of what was written is returned, for the next save.
///
/// # Errors
///
/// After any error the file is as it was. `file.changed-on-disk` and `file.gone` when it is no longer as
/// `expected`; `file.no-folder`; `file.read-only`; else what the disk refused.
pub fn save(path: &Path, bytes: &[u8], expected: Option<&Stamp>) -> Result<Stamp, Diagnostic> {
    save_by(&REAL, path, bytes, expected)
}

/// [`save`] by these steps.
pub(super) fn save_by(
    steps: &Steps,
    path: &Path,
    bytes: &[u8],
    expected: Option<&Stamp>,
) -> Result<Stamp, Diagnostic> {
    let target = match paths::target(path) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
            let spec = if expected.is_some() { codes::GONE } else { codes::NO_FOLDER };
            return Err(about(spec, Severity::Error, path));
        }
        other => other.map_err(|cause| trouble(&cause, path))?,
    };
    let old = match target.metadata() {
        Ok(metadata) => Some(metadata),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => None,
        Err(cause) => return Err(trouble(&cause, path)),
    };
    refuse(path, &target, old.as_ref(), expected)?;
    remove_left_over(&target);
    let temporary = paths::temporary(&target);
    let written = write_temporary(steps, &temporary, bytes, old.as_ref());
    let saved = written.and_then(|file| {
        // Locked while it stands there, so that another save does not take it for a left-over one.
        put_in_place(steps, &temporary, &target, old.is_some())?;
        Ok(Stamp::of(&file, bytes))
    });
    saved.map_err(|cause| {
        let _ = fs::remove_file(&temporary);
        trouble(&cause, path)
    })
}

/// What must not be replaced.
fn refuse(
    path: &Path,
    target: &Path,
    old: Option<&fs::Metadata>,
    expected: Option<&Stamp>,
) -> Result<(), Diagnostic> {
    let error = |spec| Err(about(spec, Severity::Error, path));
    match (old, expected) {
        (None, None) => Ok(()),
        (None, Some(_)) => error(codes::GONE),
        (Some(old), _) if !old.is_file() => error(codes::NOT_A_FILE),
        (Some(old), _) if old.permissions().readonly() => error(codes::READ_ONLY),
        (Some(_), None) => Ok(()),
        (Some(_), Some(expected)) => match expected.holds(target) {
            Ok(true) => Ok(()),
            Ok(false) => error(codes::CHANGED_ON_DISK),
            Err(cause) => Err(trouble(&cause, path)),
        },
    }
}

/// The bytes on the disk beside the document, with its permissions.
fn write_temporary(
    steps: &Steps,
    temporary: &Path,
    bytes: &[u8],
    old: Option<&fs::Metadata>,
) -> io::Result<File> {
    // Salaries must not be readable by others for the time of a save.
    let mut file = (steps.create)(temporary, old.is_some())?;
    // Where there are no locks, left-over files cannot be told from those in use: they stay.
    let _ = file.try_lock();
    (steps.write)(&mut file, bytes)?;
    if let Some(old) = old {
        file.set_permissions(old.permissions())?;
    }
    (steps.sync)(&file)?;
    Ok(file)
}

/// The old bytes become the backup, the temporary file the document.
fn put_in_place(steps: &Steps, temporary: &Path, target: &Path, exists: bool) -> io::Result<()> {
    if exists {
        keep_backup(steps, target)?;
    }
    (steps.rename)(temporary, target)?;
    (steps.sync_folder)(paths::folder(target)).inspect_err(|_| {
        // The new name may not last: back to what the caller knows.
        let _ = if exists { restore_backup(target) } else { fs::remove_file(target) };
    })
}

/// The document's bytes under the name of the backup, which is replaced in one step.
fn keep_backup(steps: &Steps, target: &Path) -> io::Result<()> {
    let second = paths::temporary(target);
    let kept = (steps.keep)(target, &second).and_then(|()| fs::rename(&second, paths::backup(target)));
    // Also after success: a rename between two names of one file leaves both.
    let _ = fs::remove_file(&second);
    kept
}

fn restore_backup(target: &Path) -> io::Result<()> {
    let second = paths::temporary(target);
    (REAL.keep)(&paths::backup(target), &second)?;
    fs::rename(&second, target)
}

/// Temporary files of a program that was killed: those that nobody holds a lock on.
fn remove_left_over(target: &Path) {
    let Ok(entries) = fs::read_dir(paths::folder(target)) else { return };
    for entry in entries.flatten().filter(|entry| paths::is_temporary(&entry.file_name(), target)) {
        let path = entry.path();
        if File::options().read(true).write(true).open(&path).is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = fs::remove_file(&path);
        }
    }
}

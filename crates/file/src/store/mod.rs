//! Files on disk: opened under a lock, saved so that at any moment either the old or the new bytes are
//! there, whole.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use previ_engine::diagnostic::{Diagnostic, Severity};

use crate::codes;
use crate::format::{self, Document, MAX_BYTES};

#[cfg(test)]
#[cfg(unix)]
mod faults;
mod lock;
mod paths;
mod save;
mod stamp;
mod steps;
mod trouble;

pub use lock::Lock;
pub use save::save;
pub use stamp::Stamp;

use trouble::{about, trouble};

/// A file that was opened.
#[derive(Debug)]
pub struct Opened {
    /// What it holds.
    pub document: Document,
    /// What there is to say about it.
    pub diagnostics: Vec<Diagnostic>,
    /// Its state on disk, to give to [`save`].
    pub stamp: Stamp,
    /// What may be done with it.
    pub access: Access,
}

/// What may be done with an opened file.
#[derive(Debug)]
pub enum Access {
    /// It is ours until the lock is dropped.
    Ours(Lock),
    /// Somebody else has it open: to be shown and saved elsewhere, not saved there.
    Elsewhere,
    /// Its folder takes no lock; it may be saved if the folder allows.
    Unlocked,
}

/// Opens the file at `path`, a symbolic link being followed, and holds its lock.
///
/// Without the lock it opens all the same, with `file.locked` or `file.cannot-lock` among its
/// diagnostics.
///
/// # Errors
///
/// What keeps the file from being read, from the disk or from [`format::read`]; with
/// `file.backup-exists` when a copy from before the last save stands beside it.
pub fn open(path: &Path) -> Result<Opened, Vec<Diagnostic>> {
    open_existing(path).map_err(|diagnostics| with_backup(diagnostics, path))
}

/// Reads the plan at `path`, a symbolic link being followed, without holding it: to look at it, not to
/// save it again.
///
/// # Errors
///
/// As [`open`].
pub fn read(path: &Path) -> Result<(Document, Vec<Diagnostic>), Vec<Diagnostic>> {
    let read = existing(path).and_then(|target| {
        let bytes = fs::read(&target).map_err(|cause| vec![trouble(&cause, path)])?;
        format::read(&bytes)
    });
    read.map_err(|diagnostics| with_backup(diagnostics, path))
}

/// The bytes of any file at `path`, a spreadsheet for instance.
///
/// # Errors
///
/// What the disk refused: `file.not-found`, `file.not-a-file`, `file.no-permission`, `file.io`.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Diagnostic> {
    let failed = |cause: io::Error| trouble(&cause, path);
    // Opening a pipe would wait for ever.
    if !path.metadata().map_err(failed)?.is_file() {
        return Err(about(codes::NOT_A_FILE, Severity::Error, path));
    }
    fs::read(path).map_err(failed)
}

/// With a note when a copy from before the last save stands beside the file that cannot be read.
fn with_backup(mut diagnostics: Vec<Diagnostic>, path: &Path) -> Vec<Diagnostic> {
    // As the person wrote it, where the document is no link to another folder.
    let target = if path.is_symlink() { paths::target(path).ok() } else { None };
    let backup = paths::backup(&target.unwrap_or_else(|| path.to_owned()));
    if backup.is_file() {
        diagnostics.push(about(codes::BACKUP_EXISTS, Severity::Note, &backup));
    }
    diagnostics
}

/// Where the file is, if it may be a plan as far as can be seen without reading it.
fn existing(path: &Path) -> Result<PathBuf, Vec<Diagnostic>> {
    let failed = |cause: io::Error| vec![trouble(&cause, path)];
    let target = path.canonicalize().map_err(failed)?;
    let metadata = target.metadata().map_err(failed)?;
    // Opening a pipe would wait for ever.
    if !metadata.is_file() {
        return Err(vec![about(codes::NOT_A_FILE, Severity::Error, path)]);
    }
    if metadata.len() > MAX_BYTES as u64 {
        return Err(vec![format::too_large(metadata.len())]);
    }
    Ok(target)
}

fn open_existing(path: &Path) -> Result<Opened, Vec<Diagnostic>> {
    let target = existing(path)?;
    let (access, refusal) = hold(&target);
    let (bytes, stamp) = stamp::read(&target).map_err(|cause| vec![trouble(&cause, path)])?;
    let (document, mut diagnostics) = format::read(&bytes)?;
    diagnostics.extend(refusal);
    Ok(Opened { document, diagnostics, stamp, access })
}

/// Takes the lock of the file at `path`, as [`open`] does: for a document that was just saved under
/// another name. Says `file.locked` or `file.cannot-lock` where there is none.
#[must_use]
pub fn hold(path: &Path) -> (Access, Option<Diagnostic>) {
    match paths::target(path).and_then(|target| Lock::take(&target)) {
        Ok(Some(lock)) => (Access::Ours(lock), None),
        Ok(None) => (Access::Elsewhere, Some(about(codes::LOCKED, Severity::Warning, path))),
        Err(_) => (Access::Unlocked, Some(about(codes::CANNOT_LOCK, Severity::Note, path))),
    }
}

//! The files beside a document.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::{fs, process};

/// The file that `path` names, symbolic links followed; it need not exist, its folder must.
pub(super) fn target(path: &Path) -> io::Result<PathBuf> {
    // A link to nothing stays an error: saving must not replace the link by a file.
    if fs::symlink_metadata(path).is_ok() {
        return path.canonicalize();
    }
    let name = path.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
    Ok(folder(path).canonicalize()?.join(name))
}

/// The folder of a file.
pub(super) fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

/// `name.previ.ron.lock`.
pub(super) fn lock(target: &Path) -> PathBuf {
    target.with_file_name(joined(&[name(target), OsStr::new(".lock")]))
}

/// `name.previ.ron.bak`.
pub(super) fn backup(target: &Path) -> PathBuf {
    target.with_file_name(joined(&[name(target), OsStr::new(".bak")]))
}

/// A name for a temporary file, used by nobody else: `.name.previ.ron.<process>-<count>.tmp`.
pub(super) fn temporary(target: &Path) -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let own = OsString::from(format!(".{}-{count}.tmp", process::id()));
    target.with_file_name(joined(&[OsStr::new("."), name(target), &own]))
}

/// Whether a file name is one of [`temporary`] for this target, by whichever process.
pub(super) fn is_temporary(file_name: &OsStr, target: &Path) -> bool {
    let start = joined(&[OsStr::new("."), name(target), OsStr::new(".")]);
    let middle = file_name
        .as_encoded_bytes()
        .strip_prefix(start.as_encoded_bytes())
        .and_then(|rest| rest.strip_suffix(b".tmp"));
    middle.is_some_and(|own| !own.is_empty() && own.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'-')))
}

fn name(target: &Path) -> &OsStr {
    target.file_name().unwrap_or_default()
}

fn joined(parts: &[&OsStr]) -> OsString {
    parts.iter().copied().collect()
}

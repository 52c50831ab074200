//! The steps of a save that the disk may refuse, in one place so that tests can refuse them.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// The steps of a save.
#[derive(Clone, Copy)]
pub(super) struct Steps {
    /// Creates the temporary file, readable by its owner alone if asked.
    pub create: fn(&Path, private: bool) -> io::Result<File>,
    /// Writes all the bytes.
    pub write: fn(&mut File, &[u8]) -> io::Result<()>,
    /// Waits until the bytes are on the disk.
    pub sync: fn(&File) -> io::Result<()>,
    /// Gives the old bytes (first path) a second name (second path).
    pub keep: fn(&Path, &Path) -> io::Result<()>,
    /// Puts the first path in the place of the second.
    pub rename: fn(&Path, &Path) -> io::Result<()>,
    /// Waits until the names of a folder are on the disk.
    pub sync_folder: fn(&Path) -> io::Result<()>,
}

/// The steps on a real disk.
pub(super) const REAL: Steps = Steps {
    create,
    write: |file, bytes| file.write_all(bytes),
    sync: File::sync_all,
    keep,
    rename: |from, to| fs::rename(from, to),
    sync_folder,
};

fn create(path: &Path, private: bool) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if private {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    #[cfg(not(unix))]
    let _ = private;
    options.open(path)
}

/// By a hard link where the file system has them: nothing is copied, nothing can be half there.
fn keep(old: &Path, second: &Path) -> io::Result<()> {
    if fs::hard_link(old, second).is_ok() {
        return Ok(());
    }
    fs::copy(old, second)?;
    File::options().write(true).open(second)?.sync_all()
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    let done = File::open(folder)?.sync_all();
    // Some network file systems do not know what is asked: nothing more can be done there.
    match done {
        Err(cause) if matches!(cause.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {
            Ok(())
        }
        other => other,
    }
}

/// Windows has no such call, and does not need it for a rename.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

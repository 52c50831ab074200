//! The lock of an open document.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::paths;

/// Holds a document open for one program at a time, by a lock on the file `name.previ.ron.lock` beside
/// it. Dropping it frees the document and removes that file; so does the end of the program, however it
/// ends, except that the file then stays and does no harm.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    file: File,
}

impl Lock {
    /// Takes the lock of the document at `target`; `None` when somebody else holds it.
    ///
    /// # Errors
    ///
    /// When the folder cannot be written or the file system has no locks.
    pub(super) fn take(target: &Path) -> io::Result<Option<Self>> {
        let path = paths::lock(target);
        // Between opening and locking, who had it may have removed the file: then try with a new one.
        for _ in 0..8 {
            let file = File::options().read(true).write(true).create(true).truncate(false).open(&path)?;
            match file.try_lock() {
                Ok(()) if is_at(&file, &path) => return Ok(Some(Self { path, file })),
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(None),
                Err(TryLockError::Error(cause)) => return Err(cause),
            }
        }
        Ok(None)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // While it is still locked, so that nobody can have it in between.
        let _ = fs::remove_file(&self.path);
        let _ = self.file.unlock();
    }
}

/// Whether `path` still names the open `file`.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let identity = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    let (held, named) = (file.metadata().map(identity), fs::metadata(path).map(identity));
    held.is_ok_and(|held| named.is_ok_and(|named| held == named))
}

/// Elsewhere std cannot tell one file from another: that the name exists must do.
#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}

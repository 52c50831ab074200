//! The state of a file on disk, to notice that somebody else changed it.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hasher};
use std::io::{self, Read};
use std::path::Path;
use std::time::SystemTime;

/// The state of a file when it was read or saved.
#[derive(Clone, Debug)]
pub struct Stamp {
    modified: Option<SystemTime>,
    length: u64,
    hash: u64,
}

impl Stamp {
    /// Whether the file at `path` holds other bytes than then; `true` too when it is no longer there.
    ///
    /// Meant to be asked often: only a file with another date is read.
    #[must_use]
    pub fn differs_from(&self, path: &Path) -> bool {
        let same_date = |metadata: fs::Metadata| {
            self.modified.is_some()
                && metadata.modified().ok() == self.modified
                && metadata.len() == self.length
        };
        !path.metadata().is_ok_and(same_date) && !self.holds(path).unwrap_or(false)
    }

    /// Whether the file at `path` holds the same bytes. Dates are not asked: a copy or a
    /// synchronising program changes them without changing the file, and two changes may bear the same.
    pub(super) fn holds(&self, path: &Path) -> io::Result<bool> {
        if path.metadata()?.len() != self.length {
            return Ok(false);
        }
        let (_, found) = read(path)?;
        Ok((found.length, found.hash) == (self.length, self.hash))
    }

    /// The stamp of `bytes` that were just read from or written to `file`.
    pub(super) fn of(file: &File, bytes: &[u8]) -> Self {
        let mut hasher = DefaultHasher::new();
        hasher.write(bytes);
        let modified = file.metadata().and_then(|metadata| metadata.modified()).ok();
        Self { modified, length: bytes.len() as u64, hash: hasher.finish() }
    }
}

/// The bytes of a file and their stamp.
pub(super) fn read(path: &Path) -> io::Result<(Vec<u8>, Stamp)> {
    let mut file = File::open(path)?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    let stamp = Stamp::of(&file, &bytes);
    Ok((bytes, stamp))
}

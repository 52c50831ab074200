//! The parts of a zip file, unpacked within limits.

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use previ_engine::diagnostic::{Diagnostic, Place, Severity};

use super::limits::{MAX_UNPACKED, unpacks_too_large};
use crate::import::codes::{PASSWORD, UNREADABLE, say};

/// More parts than any spreadsheet has.
const MAX_PARTS: usize = 20_000;

/// A part of a zip file, still packed.
pub(super) struct Part<'a> {
    pub(super) name: String,
    method: u16,
    encrypted: bool,
    packed: &'a [u8],
}

/// The parts that the directory of a zip file lists.
pub(super) fn parts(bytes: &[u8]) -> Result<Vec<Part<'_>>, Diagnostic> {
    let parts = directory(bytes).ok_or_else(unreadable)?;
    let mut names: Vec<&str> = parts.iter().map(|part| part.name.as_str()).collect();
    names.sort_unstable();
    let unique = names.windows(2).all(|pair| pair[0] != pair[1]);
    // Two parts of one name could show one to this check and the other to the library.
    if unique { Ok(parts) } else { Err(unreadable()) }
}

/// Unpacks the parts that hold XML, which are all a reader opens.
pub(super) fn unpacked_xml(parts: &[Part<'_>]) -> Result<Vec<(String, Vec<u8>)>, Diagnostic> {
    let mut left = MAX_UNPACKED;
    let mut all = Vec::new();
    for part in parts {
        let name = part.name.to_ascii_lowercase();
        if !(name.ends_with(".xml") || name.ends_with(".rels")) {
            continue;
        }
        if part.encrypted {
            return Err(say(PASSWORD, Severity::Error, Place::Whole));
        }
        let unpacked = match part.method {
            0 if part.packed.len() <= left => part.packed.to_vec(),
            0 => return Err(unpacks_too_large()),
            8 => decompress_to_vec_with_limit(part.packed, left).map_err(|error| match error.status {
                TINFLStatus::HasMoreOutput => unpacks_too_large(),
                _ => unreadable(),
            })?,
            _ => return Err(unreadable()),
        };
        left -= unpacked.len();
        all.push((name, unpacked));
    }
    Ok(all)
}

pub(super) fn unreadable() -> Diagnostic {
    say(UNREADABLE, Severity::Error, Place::Whole)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<usize> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(usize::from(u16::from_le_bytes(two.try_into().ok()?)))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    usize::try_from(u32::from_le_bytes(four.try_into().ok()?)).ok()
}

fn directory(bytes: &[u8]) -> Option<Vec<Part<'_>>> {
    // The end record is 22 bytes and a comment of at most 65,535.
    let earliest = bytes.len().saturating_sub(22 + 65_535);
    let tail = bytes.get(earliest..)?;
    let end = earliest + tail.windows(4).rposition(|four| four == b"PK\x05\x06")?;
    let count = u16_at(bytes, end + 10)?;
    let mut at = u32_at(bytes, end + 16)?;
    if count > MAX_PARTS {
        return None;
    }
    let mut parts = Vec::with_capacity(count);
    for _ in 0..count {
        if bytes.get(at..at.checked_add(4)?)? != b"PK\x01\x02" {
            return None;
        }
        let (name_length, extra, comment) =
            (u16_at(bytes, at + 28)?, u16_at(bytes, at + 30)?, u16_at(bytes, at + 32)?);
        let name = bytes.get(at + 46..at + 46 + name_length)?;
        let size = u32_at(bytes, at + 20)?;
        parts.push(Part {
            name: String::from_utf8_lossy(name).replace('\\', "/"),
            method: u16_at(bytes, at + 10)? as u16,
            encrypted: u16_at(bytes, at + 8)? & 1 == 1,
            packed: data(bytes, u32_at(bytes, at + 42)?, size)?,
        });
        at += 46 + name_length + extra + comment;
    }
    Some(parts)
}

/// The packed bytes behind a local header.
fn data(bytes: &[u8], header: usize, size: usize) -> Option<&[u8]> {
    if bytes.get(header..header.checked_add(4)?)? != b"PK\x03\x04" {
        return None;
    }
    let start = header + 30 + u16_at(bytes, header + 26)? + u16_at(bytes, header + 28)?;
    bytes.get(start..start.checked_add(size)?)
}

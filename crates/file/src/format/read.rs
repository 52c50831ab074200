//! Bytes → document.

use std::fmt;

use previ_engine::diagnostic::{Arg, Diagnostic, Place, Severity};
use ron::extensions::Extensions;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::explain::{explain, position};
use super::{Document, Format, highest_id};
use crate::codes::{self, error};

/// The largest file that is read, in bytes; the largest plans are a hundred times smaller.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

/// How the files begin that people mistake for a plan: xlsx and ods, xls, pdf.
const OTHER_FILES: [&[u8]; 3] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0", b"%PDF-"];

/// Reads a file: the document and what there is to say about it.
///
/// # Errors
///
/// What keeps the bytes from being a document, with line and column where there are any. Whatever the
/// bytes are, this never panics.
pub fn read(bytes: &[u8]) -> Result<(Document, Vec<Diagnostic>), Vec<Diagnostic>> {
    parse(bytes).map_err(|diagnostic| vec![diagnostic])
}

fn parse(bytes: &[u8]) -> Result<(Document, Vec<Diagnostic>), Diagnostic> {
    let text = text_of(bytes)?;
    let format = format_of(text);
    if let Some(format) = format.filter(|format| !format.is_known()) {
        return Err(other_version(format));
    }
    match options().from_str::<Document>(text) {
        Ok(mut document) => {
            document.format = Format::CURRENT;
            let notes = raise_next_id(&mut document).into_iter().collect();
            Ok((document, notes))
        }
        Err(cause) => Err(match conflict(text) {
            Some(conflict) => conflict,
            None if format.is_none() && !looks_like_a_plan(text) => error(codes::NOT_A_PLAN, Place::Whole),
            None => explain(&cause, text),
        }),
    }
}

/// The extensions are taken for granted, so that a file without its first line still reads.
fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES)
}

/// The text of the bytes, without byte order mark.
fn text_of(bytes: &[u8]) -> Result<&str, Diagnostic> {
    if bytes.len() > MAX_BYTES {
        return Err(too_large(bytes.len() as u64));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if OTHER_FILES.iter().any(|magic| bytes.starts_with(magic)) {
        return Err(error(codes::NOT_A_PLAN, Place::Whole));
    }
    // A power cut may leave a file of the right length full of zeros.
    if bytes.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0) {
        return Err(error(codes::EMPTY, Place::Whole));
    }
    std::str::from_utf8(bytes).map_err(|cause| {
        let before = bytes.get(..cause.valid_up_to()).unwrap_or_default();
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let column =
            1 + String::from_utf8_lossy(before.get(line_start..).unwrap_or_default()).chars().count();
        error(codes::NOT_TEXT, position(line, column))
    })
}

/// The refusal of a file of `bytes` bytes.
pub(crate) fn too_large(bytes: u64) -> Diagnostic {
    error(codes::TOO_LARGE, Place::Whole).with("megabytes", Arg::Number((bytes >> 20).into()))
}

fn other_version(format: Format) -> Diagnostic {
    let found = Arg::Text(format.to_string());
    if format.is_newer() {
        let known = Arg::Text(Format::CURRENT.to_string());
        error(codes::NEWER_FORMAT, Place::Whole).with("found", found).with("known", known)
    } else {
        error(codes::UNKNOWN_FORMAT, Place::Whole).with("found", found)
    }
}

/// Two versions of the file that a synchronising program put into one, each change between markers.
fn conflict(text: &str) -> Option<Diagnostic> {
    let marked = |line: &str| line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ");
    let line = text.lines().position(marked)?;
    Some(error(codes::CONFLICT_MARKERS, position(line + 1, 1)))
}

/// Whether a text that does not read was once a plan.
fn looks_like_a_plan(text: &str) -> bool {
    text.contains("Document") || text.trim_start().starts_with("#![")
}

/// A counter below an item's number would give that number again.
fn raise_next_id(document: &mut Document) -> Option<Diagnostic> {
    let lowest = highest_id(&document.plan).saturating_add(1);
    if document.next_id >= lowest {
        return None;
    }
    document.next_id = lowest;
    let note = Diagnostic::new(codes::NEXT_ID_RAISED.code, Severity::Note, Place::Whole);
    Some(note.with("number", Arg::Number(lowest.into())))
}

/// The version of the format, read before anything else and whatever stands after it.
fn format_of(text: &str) -> Option<Format> {
    let mut found = None;
    // The visit stops at the format, which ron takes for an error: the outcome says nothing.
    let _ = options().from_str_seed(text, Header(&mut found));
    found
}

/// Looks for the field `format` of a document and puts it into the place it borrows.
struct Header<'a>(&'a mut Option<Format>);

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "lowercase")]
enum HeaderField {
    Format,
    #[serde(other)]
    Other,
}

impl<'de> DeserializeSeed<'de> for Header<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_struct("Document", &["format"], self)
    }
}

impl<'de> Visitor<'de> for Header<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a document")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        while let Some(field) = fields.next_key()? {
            match field {
                HeaderField::Format => {
                    *self.0 = Some(fields.next_value()?);
                    break;
                }
                HeaderField::Other => {
                    fields.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

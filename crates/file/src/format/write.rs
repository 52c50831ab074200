//! Document → bytes.

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;

use super::Document;

/// The bytes of a file: RON that a person can read, one field a line, the same document always giving
/// the same bytes. What has its default value is not written.
#[must_use]
pub fn write(document: &Document) -> Vec<u8> {
    let mut text = to_text(document);
    text.push('\n');
    text.into_bytes()
}

#[expect(
    clippy::expect_used,
    reason = "a String takes every byte, the engine's types have no failing serialiser and are a dozen levels deep"
)]
fn to_text(document: &Document) -> String {
    let layout = PrettyConfig::new()
        .new_line("\n")
        .indentor("  ")
        .struct_names(true)
        // Escaping would turn each French apostrophe into \'.
        .escape_strings(false)
        .extensions(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES);
    ron::ser::to_string_pretty(document, layout).expect("a document can always be written")
}

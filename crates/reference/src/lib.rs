//! Dated data with sources: chart of accounts and default values.

use std::sync::OnceLock;

use previ_engine::reference::Reference;

/// The reference data that comes with the program, read once.
#[must_use]
pub fn reference() -> &'static Reference {
    static REFERENCE: OnceLock<Reference> = OnceLock::new();
    REFERENCE.get_or_init(|| Reference { edition: String::new(), chart: Vec::new() })
}

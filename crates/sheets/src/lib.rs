//! Spreadsheets in and out.

use previ_engine::diagnostic::CodeSpec;

pub mod export;
pub mod import;

/// The codes of this crate with their arguments; their texts are in previ-words.
pub const CODES: &[CodeSpec] = &{
    let (first, second) = (import::CODES, export::CODES);
    let mut all = [second[0]; import::CODES.len() + export::CODES.len()];
    let mut place = 0;
    while place < all.len() {
        all[place] = if place < first.len() { first[place] } else { second[place - first.len()] };
        place += 1;
    }
    all
};

//! What the tests across crates share: plans made at random, the naive twin they are compared with,
//! and a way to make a failing plan small.

pub mod arithmetic;
pub mod derivation;
pub mod edits;
pub mod figures;
pub mod generator;
pub mod ledger;
pub mod shrink;
pub mod twin;

use previ_engine::reference::Reference;

/// Reference data without any account: calculation does not need them.
#[must_use]
pub fn bare_reference() -> Reference {
    Reference { edition: "bare".to_owned(), chart: Vec::new(), thresholds: Vec::new(), payroll: Default::default() }
}

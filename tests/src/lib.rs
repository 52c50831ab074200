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

use previ_engine::month::Month;
use previ_engine::reference::{Reference, Threshold, ThresholdKind};

/// What an hour is worth in the tests, and what employers pay on top of it, each from its month on.
pub const HOURS: [(ThresholdKind, &str, (i32, u8)); 3] = [
    (ThresholdKind::MinimumWage, "11.88", (2024, 11)),
    (ThresholdKind::MinimumWage, "12.31", (2026, 6)),
    (ThresholdKind::MinimumWageContributions, "2.7", (2026, 1)),
];

/// Reference data without any account: calculation does not need them.
#[must_use]
pub fn bare_reference() -> Reference {
    let hour = |(kind, value, (year, month)): (ThresholdKind, &str, (i32, u8))| {
        let (value, month) = (value.parse().ok()?, Month::new(year, month)?);
        Some(Threshold { kind, value, month, source: String::new() })
    };
    let thresholds = HOURS.into_iter().filter_map(hour).collect();
    Reference { edition: "bare".to_owned(), chart: Vec::new(), thresholds, payroll: Default::default() }
}

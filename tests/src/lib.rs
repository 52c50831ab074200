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
use previ_engine::payroll::{Dated, GoesOn, Parameter, Payroll, Series, Standing};
use previ_engine::reference::Reference;

/// What an hour is worth in the tests, and what employers pay on top of it, each from its month on.
pub const HOURS: [(Parameter, &str, (i32, u8)); 3] = [
    (Parameter::MinimumWage, "11.88", (2024, 11)),
    (Parameter::MinimumWage, "12.31", (2026, 6)),
    (Parameter::MinimumWageContributions, "2.7", (2026, 1)),
];

/// Reference data without any account, with parameters of hours only: calculation does not need more.
#[must_use]
pub fn bare_reference() -> Reference {
    let series = |parameter, goes_on| {
        let dated = |(_, value, (year, month)): &(Parameter, &str, (i32, u8))| {
            let (from, value) = (Month::new(*year, *month)?, value.parse().ok()?);
            Some(Dated { from, value, source: String::new(), standing: Standing::Read })
        };
        let values = HOURS.iter().filter(|(of, ..)| *of == parameter).filter_map(dated).collect();
        Series { parameter, goes_on, values }
    };
    let hours = [
        series(Parameter::MinimumWage, GoesOn::WithMinimumWage),
        series(Parameter::MinimumWageContributions, GoesOn::Unchanged),
    ];
    let payroll = Payroll { series: hours.into() };
    Reference { edition: "bare".to_owned(), chart: Vec::new(), thresholds: Vec::new(), payroll }
}

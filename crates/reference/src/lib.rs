//! Dated data with sources: chart of accounts, kinds of agreements, default values, thresholds, parameters of pay.
//!
//! The data files lie in `data/`, are embedded in the program and read once; tests prove that they can be
//! read and that every part names its source and month.

mod chart;
mod defaults;
mod kinds;
mod payroll;
mod thresholds;

pub use chart::reference;
pub use defaults::{DefaultValue, Unit, default_percent, defaults};
pub use kinds::{AgreementKind, Fact, KindValue, PaysFor, Standing, agreement_kinds, agreement_kinds_for};

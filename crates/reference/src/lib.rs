//! Dated data with sources: chart of accounts, default values, thresholds.
//!
//! The data files lie in `data/`, are embedded in the program and read once; tests prove that they can be
//! read and that every part names its source and month.

mod chart;
mod defaults;
mod thresholds;

pub use chart::reference;
pub use defaults::{DefaultValue, Unit, defaults};

//! Statements: sums over the journal.

pub mod balance;
pub mod calendar;
pub mod cash;
pub mod choices;
pub mod figure;
pub mod funding;
pub mod funding_reasons;
pub mod income;
pub mod query;

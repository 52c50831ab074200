//! Statements: sums over the journal.

pub mod balance;
pub mod calendar;
pub mod cash;
pub mod figure;
pub mod funding;
pub mod income;
pub mod query;

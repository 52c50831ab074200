//! Statements: sums over the journal.

pub mod activities;
pub mod actuals;
pub mod balance;
pub mod calendar;
pub mod cash;
pub mod choices;
pub mod cliff;
pub mod completion;
pub mod figure;
pub mod full_cost;
pub mod funding;
pub mod funding_reasons;
pub(crate) mod funding_sums;
pub mod income;
pub mod matrix;
mod paid_days;
pub(crate) mod paid_months;
mod payers;
pub mod promise;
pub mod query;
pub mod workload;

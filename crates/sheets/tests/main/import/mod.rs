//! Spreadsheets become proposals and plans.

#![expect(clippy::unwrap_used, reason = "helpers of tests: a sheet that cannot be read fails the test")]

mod fixtures;
mod hostile;
mod plans;
mod shapes;
mod support;
mod texts;

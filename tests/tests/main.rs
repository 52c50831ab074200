//! Tests across crates, in one binary.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where its ground is missing")]

mod clearing;
mod codes;
mod counting;
mod errors;
mod fixtures;
mod hand_journals;
mod hints;
mod oracles;
mod parity;
mod payroll;
mod properties;
mod random;
mod tree;
mod twin;

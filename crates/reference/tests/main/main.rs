//! Pay calculated with the embedded parameters: figures worked out by hand.

#![allow(clippy::unwrap_used, reason = "a test may stop where its ground is missing")]

mod plans;
mod posting;
mod salary_tax;
mod year;

//! The file of a plan, from outside.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod golden;
#[cfg(feature = "store")]
mod kill;
mod plans;
mod refusals;
mod round_trip;
#[cfg(feature = "store")]
mod store;

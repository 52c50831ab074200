//! Tests across crates, in one binary.

mod counting;
mod fixtures;
mod hand_journals;
mod random;
mod tree;
mod twin;

//! Tests across crates, in one binary.

mod clearing;
mod codes;
mod counting;
mod fixtures;
mod hand_journals;
mod oracles;
mod properties;
mod random;
mod tree;
mod twin;

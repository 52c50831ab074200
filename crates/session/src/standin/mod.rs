//! Small stand-ins until the crates they stand for are there.

pub mod sheets;

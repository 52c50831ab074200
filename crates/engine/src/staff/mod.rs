//! Staff.

pub mod position;

//! Staff.

pub mod payroll;
pub mod position;

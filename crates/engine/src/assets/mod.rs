//! What lasts: investments and loans.

pub mod investment;
pub mod loan;

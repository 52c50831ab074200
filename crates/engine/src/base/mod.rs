//! What everything else is made of: months, money, account numbers, ids, diagnostics.

pub mod account;
pub mod days;
pub mod diagnostic;
pub mod id;
pub mod money;
pub mod month;
pub(crate) mod shared_rows;
pub(crate) mod sharing;

//! Funders and their agreements.

pub mod agreement;
pub(crate) mod assignment;
pub(crate) mod award;
pub(crate) mod cells;
pub mod certainty;
mod counted;
pub(crate) mod due;
pub(crate) mod expected;
pub mod funder;
pub(crate) mod instalment;
pub(crate) mod moved;
pub mod partner;
pub mod payment;
pub mod provision;
pub mod rule;
pub(crate) mod settlement;
pub(crate) mod together;
mod tranche;
pub(crate) mod waiting;

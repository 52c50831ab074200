//! The sheets of the workbook, one per file.

pub(super) mod about;
pub(super) mod activities;
pub(super) mod assumptions;
mod balances;
pub(super) mod budget;
pub(super) mod cash;
pub(super) mod curve;
pub(super) mod full_cost;
pub(super) mod funding;
pub(super) mod lines;
pub(super) mod money;
pub(super) mod months;
pub(super) mod statement;
pub(super) mod summary;
pub(super) mod team;
pub(super) mod workload;

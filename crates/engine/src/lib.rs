//! The calculation of Prévi: a [`plan::Plan`] becomes a journal of dated entries in whole cents, and
//! every figure is a sum of entries.
//!
//! Pure: no file, clock, thread, locale or hash map can be named here; the same plan always gives the
//! same figures.

#![no_std]
#![deny(clippy::float_arithmetic)]

extern crate alloc;

mod allocation;
mod assets;
mod base;
mod cubes;
mod funding;
mod side;
mod staff;
mod statement;
mod time;

pub mod activity;
pub mod alert;
pub mod check;
pub mod condition;
pub mod frame;
pub mod in_kind;
pub mod journal;
pub mod line;
pub mod note;
pub mod opening;
pub mod plan;
pub mod pool;
pub mod projection;
pub mod reference;
pub mod registry;
#[cfg(test)]
mod testing;
pub mod treasury;
pub mod view;

pub use allocation::AllocationRow;
pub use assets::{investment, loan};
pub use base::{account, days, diagnostic, id, money, month};
pub use funding::{agreement, certainty, funder, partner, payment, provision, rule};
pub use staff::{contract, employer, lending, month_pay, payroll, position};
pub use staff::{days as working_days, weights as time_weights};
pub use statement::funding as funding_statement;
pub use statement::{
    activities, actuals, balance, calendar, cash, choices, cliff, completion, figure, full_cost,
    funding_reasons, income, matrix, promise, query, workload,
};
pub(crate) use time::row;
pub use time::{holidays, schedule, timeline, timing};

/// Whether a value is the default one, which files do not write.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

//! Amounts over time and the calendar of a projection.

pub mod holidays;
pub(crate) mod row;
pub mod schedule;
pub mod timeline;
pub mod timing;
pub(crate) mod years;

//! Pieces of pages that know nothing of budgets.

pub mod block;
pub mod cell;
pub mod chart;
pub mod field;
pub mod form;
pub mod list;
pub mod table;
pub mod timeline;

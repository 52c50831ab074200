//! The journal: dated movements between two accounts, in whole cents, item by item.

pub mod accounts;
mod book;
mod entry;
mod segment;

pub use book::Context;
pub(crate) use book::{Book, Sheet};
pub use entry::{AccountIndex, ActivityIndex, Entry, Rule, SourceIndex, TrancheIndex};
pub use segment::Segment;

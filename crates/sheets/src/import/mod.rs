//! Spreadsheets in: bytes → [`Workbook`] → [`Proposal`] → items of a plan.
//!
//! [`read`] makes cells of any usual format. [`propose`] looks for the two blocks of a budget, tells lines
//! from totals and gives each line an account; every cell of the sheet has a [`Fate`]. [`items`] and
//! [`to_plan`] make what a plan needs. Nothing here reads a file or a clock.

mod account;
mod accounts;
mod amount;
mod analysis;
mod codes;
mod formula;
mod in_kind;
mod items;
mod layout;
mod proposal;
mod propose;
mod read;
mod settle;
mod table;
mod to_plan;
mod wording;
mod workbook;
mod year;

pub use codes::CODES;
pub use proposal::{
    CellFate, Confidence, Fate, Left, NotPlaced, Proposal, ProposedItem, ProposedKind, Question, Reason,
    YearSource, not_placed,
};
pub use propose::{ImportOptions, propose};
pub use read::read;
pub use to_plan::{NewItems, items, to_plan};
pub use workbook::{Cell, Date, Sheet, Value, Workbook, address};

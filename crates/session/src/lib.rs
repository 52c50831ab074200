//! An open document: edits with undo, what pages show, and the grid's keyboard.
//!
//! Does no input or output, reads no clock and knows no window: [`open::Session::apply`] takes an
//! [`events::Input`] and gives [`events::Effect`]s that the program carries out. Pages in [`views`]
//! describe what is shown and answer for the cells in sight only; [`grid`] is what keys do in the
//! budget. Every text comes from previ-words.

mod apply;
mod begin;
mod codes;
mod computed;
mod history;
mod pages;
mod sheets;

pub mod edits;
pub mod events;
pub mod grid;
pub mod open;
pub mod views;

pub use codes::CODES;
pub use edits::Edit;
pub use events::{Effect, Input, Now};
pub use open::Session;

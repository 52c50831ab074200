//! Rules of an open document.

#![expect(clippy::unwrap_used, reason = "clippy allows it in test functions only, not in their helpers")]

mod actuals;
mod agreements;
mod block;
mod budget;
mod cash;
mod desk;
mod edits;
mod employer;
mod explanation;
mod funding;
mod grid;
mod import;
mod input;
mod line_form;
mod pages;
mod plan;
mod random;
mod shared;
mod staff;
mod texts;
mod undo;
mod who_pays;
mod workload;

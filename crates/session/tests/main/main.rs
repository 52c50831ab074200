//! Rules of an open document.

mod edits;
mod explanation;
mod grid;
mod input;
mod pages;
mod plan;
mod texts;
mod undo;

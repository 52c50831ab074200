//! Spreadsheets become proposals and plans.

mod fixtures;
mod hostile;
mod plans;
mod shapes;
mod support;
mod texts;

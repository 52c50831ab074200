//! Tests of previ-sheets.

mod export;
mod import;

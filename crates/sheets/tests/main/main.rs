//! Tests of previ-sheets.

mod import;

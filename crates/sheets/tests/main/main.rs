//! Tests of previ-sheets.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where its ground is missing")]

mod export;
mod import;

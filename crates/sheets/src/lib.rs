//! Spreadsheets in and out. Each side lists its own codes: [`import::CODES`], [`export::CODES`].

pub mod export;
pub mod import;

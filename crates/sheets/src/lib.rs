//! Spreadsheets in and out. Each side lists its own codes: [`import::CODES`], [`export::CODES`],
//! [`incitu::CODES`].

pub mod export;
pub mod import;
pub mod incitu;

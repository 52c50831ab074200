//! The file of a plan, `name.previ.ron`: [`mod@format`] turns bytes into a [`format::Document`] and back
//! without touching a disk, [`store`] keeps the bytes safe on one.

mod codes;

pub mod format;
#[cfg(feature = "store")]
pub mod store;

pub use codes::CODES;

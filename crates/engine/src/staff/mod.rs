//! Staff: posts, what they are paid, where their time goes.

pub mod contract;
pub mod days;
pub mod employer;
pub mod lending;
pub mod position;
mod post;
mod time;
pub mod weights;

pub(crate) use post::post;

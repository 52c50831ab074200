//! Staff: posts, what they are paid, where their time goes.

pub mod contract;
pub mod employer;
pub mod lending;
pub mod position;
mod post;
mod time;

pub(crate) use post::post;
pub(crate) use time::weigh_time;

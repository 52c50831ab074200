//! Funders and their agreements.

pub mod agreement;
pub mod certainty;
pub mod funder;
pub mod rule;

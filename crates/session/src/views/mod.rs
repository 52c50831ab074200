//! What pages show: titles, rows, columns, and the text of a cell when it is asked for.
//!
//! Pages keep cents and references to the plan, never one text per cell; they are cheap to make again
//! for every frame, what is dear being kept with the session.

pub mod activities;
pub mod agreements;
pub mod budget;
pub mod calendar;
pub mod cash;
pub mod cell;
pub mod cliff;
pub mod columns;
pub mod explanation;
pub mod funding;
pub mod home;
pub mod import;
pub mod in_kind;
pub mod line;
pub mod matrix;
pub mod pools;
pub mod staff;
mod sureness;
pub mod unused;
pub mod workload;

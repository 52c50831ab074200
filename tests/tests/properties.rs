//! Properties every projection has, on random plans. Each one can fail: it compares two ways to the same
//! figures that share as little as possible.

mod allocation;
mod certainty;
mod edits;
mod flow;
mod funding;
mod horizon;
mod limits;
mod order;
mod pay;
mod robust;
mod schedules;
mod sums;

//! Oracles and checks of the tree.

fn main() {}

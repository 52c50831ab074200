//! The example that comes with the program.

/// Its file.
pub const BYTES: &[u8] = include_bytes!("../../fixtures/employeur/graines-de-lisiere.previ.ron");

//! The window of Prévi.

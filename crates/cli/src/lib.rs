//! The command line of Prévi.

//! The file format and its storage.

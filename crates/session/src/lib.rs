//! An open document: edits, undo, grid state, view models.

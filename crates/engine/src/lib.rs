//! The plan of an association and its calculation: journal, statements, cash, alerts.

#![no_std]

extern crate alloc;

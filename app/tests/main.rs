//! The program as people meet it: in a window without a screen, and where there is no window.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod agreements;
mod journey;
mod no_display;
mod pages;
mod projects;
mod support;
mod texts;

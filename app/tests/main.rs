//! The program as people meet it: in a window without a screen, and where there is no window.

mod journey;
mod no_display;
mod pages;
mod support;
mod texts;

//! Opening the window, and what happens where there is none to open.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind, set_hook, take_hook};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use eframe::NativeOptions;
use egui::ViewportBuilder;

use crate::window::Window;

/// Debian's names of the libraries a window needs.
pub const PACKAGES: &str = "libx11-6 libxcursor1 libxi6 libxkbcommon-x11-0 libgl1 libegl1";

/// The same for Wayland.
pub const WAYLAND_PACKAGES: &str = "libwayland-client0";

/// Opens the window and stays until it is closed.
///
/// # Errors
///
/// The cause, in the words of the system, where no window could be opened: no display, no display
/// server, or one of its libraries is missing. winit panics for some of them, so a panic before the
/// first frame counts as such a cause; later ones go on as panics do.
pub fn open_window(document: Option<PathBuf>) -> Result<(), String> {
    let painted = Arc::new(AtomicBool::new(false));
    let usual_hook = take_hook();
    let seen = Arc::clone(&painted);
    set_hook(Box::new(move |panic| {
        if seen.load(Ordering::Relaxed) {
            usual_hook(panic);
        }
    }));
    let flag = Arc::clone(&painted);
    let opened = catch_unwind(AssertUnwindSafe(|| {
        eframe::run_native(
            "Prévi",
            options(),
            Box::new(move |context| Ok(Box::new(Window::open(&context.egui_ctx, document, flag)))),
        )
    }));
    match opened {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(without_source(&error.to_string()).to_owned()),
        Err(panic) if painted.load(Ordering::Relaxed) => resume_unwind(panic),
        Err(panic) => Err(without_source(&panic_text(panic.as_ref())).to_owned()),
    }
}

fn options() -> NativeOptions {
    NativeOptions {
        viewport: ViewportBuilder::default()
            .with_title("Prévi")
            .with_app_id("previ")
            .with_inner_size([1280.0, 800.0])
            .with_min_inner_size([800.0, 500.0]),
        // What is shown must not depend on the fonts of the machine.
        system_font_fallback: false,
        persist_window: false,
        ..NativeOptions::default()
    }
}

fn panic_text(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("panic").to_owned()
}

/// A cause without the place in the sources that winit puts before it.
fn without_source(cause: &str) -> &str {
    let after = cause.split_once(".rs:").and_then(|(_, place)| place.split_once(": "));
    after.map_or(cause, |(_, cause)| cause)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cause_is_told_without_the_place_in_the_sources() {
        let told = "winit EventLoopError: os error at src/linux/mod.rs:765: DISPLAY is not set.";
        assert_eq!(without_source(told), "DISPLAY is not set.");
        assert_eq!(without_source("no GL: none"), "no GL: none");
    }
}

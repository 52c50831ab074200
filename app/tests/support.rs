//! A window without a screen.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use egui::Theme;
use egui_kittest::Harness;
use previ::window::Window;

/// The window on the example.
pub fn example() -> Harness<'static, Window> {
    window(None, Theme::Light)
}

/// The window on a file, or on the example.
pub fn window(document: Option<PathBuf>, theme: Theme) -> Harness<'static, Window> {
    let mut harness =
        Harness::builder().with_size([1280.0, 800.0]).with_theme(theme).with_max_steps(64).build_eframe(
            move |context| Window::open(&context.egui_ctx, document, Arc::new(AtomicBool::new(false))),
        );
    harness.run();
    harness
}

/// A place for a file that nobody else uses; removed with its folder.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("previ-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

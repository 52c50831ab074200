//! The program: opens the window, or runs the command line.

/// An empty window.
struct Window;

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        ui.label("Prévi");
    }
}

fn main() -> eframe::Result {
    eframe::run_native("Prévi", eframe::NativeOptions::default(), Box::new(|_| Ok(Box::new(Window))))
}

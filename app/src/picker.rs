//! The desktop's dialogs for choosing a file.

use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::time::{Duration, Instant};

use previ_words::{Language, text};
use rfd::{AsyncFileDialog, FileHandle};

/// What a file is chosen for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A plan to open.
    OpenPlan,
    /// Where to save the plan.
    SavePlan,
    /// A spreadsheet to import.
    ImportSheet,
    /// Where to write the workbook.
    ExportWorkbook,
}

/// A dialog on the screen.
pub struct Picker {
    purpose: Purpose,
    shown: Instant,
    answer: Pin<Box<dyn Future<Output = Option<FileHandle>>>>,
    waker: Waker,
}

/// What became of a dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A file was chosen.
    Chosen(Purpose, PathBuf),
    /// The person changed their mind.
    Given(Purpose),
    /// The desktop has no dialog to show; the path must be asked for in the window.
    NoDialog(Purpose),
}

/// Nobody says no faster than this: a dialog that comes back at once was never shown.
const TOO_FAST: Duration = Duration::from_millis(400);

impl Purpose {
    /// The text id of the title.
    #[must_use]
    pub fn title_id(self) -> &'static str {
        match self {
            Self::OpenPlan => "app-file-open",
            Self::SavePlan => "app-file-save",
            Self::ImportSheet => "app-file-import",
            Self::ExportWorkbook => "app-file-export",
        }
    }

    /// Whether a file is written.
    #[must_use]
    pub fn is_write(self) -> bool {
        matches!(self, Self::SavePlan | Self::ExportWorkbook)
    }

    /// The ending given to a name typed without one.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::OpenPlan | Self::SavePlan => "previ.ron",
            Self::ImportSheet | Self::ExportWorkbook => "xlsx",
        }
    }

    fn filter(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::OpenPlan | Self::SavePlan => ("app-file-kind-plan", &["ron"]),
            Self::ImportSheet => {
                ("app-file-kind-sheet", &["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "txt"])
            }
            Self::ExportWorkbook => ("app-file-kind-workbook", &["xlsx"]),
        }
    }
}

/// Wakes the window when a dialog has been answered.
struct Repaint(egui::Context);

impl Wake for Repaint {
    fn wake(self: Arc<Self>) {
        self.0.request_repaint();
    }
}

impl Picker {
    /// Shows the dialog.
    #[must_use]
    pub fn show(ctx: &egui::Context, language: Language, purpose: Purpose, suggested: Option<&str>) -> Self {
        let (kind, endings) = purpose.filter();
        let mut dialog = AsyncFileDialog::new()
            .set_title(text(language, purpose.title_id()))
            .add_filter(text(language, kind), endings);
        if let Some(name) = suggested {
            dialog = dialog.set_file_name(name);
        }
        let answer: Pin<Box<dyn Future<Output = Option<FileHandle>>>> =
            if purpose.is_write() { Box::pin(dialog.save_file()) } else { Box::pin(dialog.pick_file()) };
        ctx.request_repaint();
        Self { purpose, shown: Instant::now(), answer, waker: Arc::new(Repaint(ctx.clone())).into() }
    }

    /// The answer, once there is one.
    pub fn poll(&mut self) -> Option<Answer> {
        match self.answer.as_mut().poll(&mut Context::from_waker(&self.waker)) {
            Poll::Pending => None,
            Poll::Ready(Some(file)) => Some(Answer::Chosen(self.purpose, file.path().to_owned())),
            Poll::Ready(None) if self.shown.elapsed() < TOO_FAST => Some(Answer::NoDialog(self.purpose)),
            Poll::Ready(None) => Some(Answer::Given(self.purpose)),
        }
    }
}

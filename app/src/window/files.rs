//! Reading and writing files: the effects of the session that touch the disk.

use std::path::{Path, PathBuf};

use egui::Context;
use previ_engine::diagnostic::{Arg, Diagnostic, Severity};
use previ_file::store::{self, Access, Stamp};
use previ_session::Input;
use previ_session::events::Revision;
use previ_words::{message, text_with};

use super::Window;
use crate::dialog::{self, Answer, Dialog, file_name};
use crate::page::Page;
use crate::picker::{self, Purpose};

/// The file of the document: where it is, as it was, and its lock.
#[derive(Debug, Default)]
pub struct OpenFile {
    path: Option<PathBuf>,
    stamp: Option<Stamp>,
    access: Option<Access>,
}

impl OpenFile {
    /// Lets go of it; its lock is freed.
    pub fn close(&mut self) {
        *self = Self::default();
    }

    fn is(&self, path: &Path) -> bool {
        self.path.as_deref() == Some(path)
    }
}

impl Window {
    /// Opens a plan; what keeps it from being read is said, and the document stays.
    pub(super) fn open_path(&mut self, ctx: &Context, path: &Path) {
        let opened = match store::open(path) {
            Ok(opened) => opened,
            Err(found) => return self.say_all(&found),
        };
        let name = path.to_string_lossy().into_owned();
        // The session reads bytes; what the reading said is shown here.
        let bytes = previ_file::format::write(&opened.document);
        self.apply(ctx, Input::Open { bytes, name });
        if self.dialog.is_some() {
            return;
        }
        self.file =
            OpenFile { path: Some(path.to_owned()), stamp: Some(opened.stamp), access: Some(opened.access) };
        self.desk.reset(Page::Home);
        self.said = None;
        if !opened.diagnostics.is_empty() {
            self.say_all(&opened.diagnostics);
        }
    }

    fn say_all(&mut self, found: &[Diagnostic]) {
        let language = self.language();
        let severity = found.iter().map(|diagnostic| diagnostic.severity).max().unwrap_or(Severity::Note);
        let messages = found.iter().map(|diagnostic| message(language, diagnostic)).collect();
        self.dialog = Some((Dialog::Say(severity, messages), None));
    }

    /// Writes the document.
    pub(super) fn write(&mut self, ctx: &Context, name: &str, bytes: &[u8], revision: Revision) {
        let known = self.file.path.clone().filter(|path| path.to_string_lossy() == name);
        let path = known.unwrap_or_else(|| PathBuf::from(name));
        let same = self.file.is(&path);
        if same && matches!(self.file.access, Some(Access::Elsewhere)) {
            // Somebody else works on it: their work must not be lost.
            let (_, refused) = store::hold(&path);
            if let Some(refused) = refused {
                self.say_all(&[refused]);
                return self.ask_save_name(ctx);
            }
        }
        let expected = if same { self.file.stamp.clone() } else { None };
        self.write_over(ctx, &path, bytes, revision, expected.as_ref());
    }

    fn write_over(
        &mut self,
        ctx: &Context,
        path: &Path,
        bytes: &[u8],
        revision: Revision,
        expected: Option<&Stamp>,
    ) {
        match store::save(path, bytes, expected) {
            Ok(stamp) => {
                let held = self.file.is(path).then(|| self.file.access.take()).flatten();
                let access = held.unwrap_or_else(|| store::hold(path).0);
                self.file =
                    OpenFile { path: Some(path.to_owned()), stamp: Some(stamp), access: Some(access) };
                let name = path.to_string_lossy().into_owned();
                let shown = [("name", Arg::Text(file_name(&name)))];
                self.say(text_with(self.language(), "app-saved", &shown));
                self.apply(ctx, Input::Saved { name, revision });
                if let Some(then) = self.after_save.take() {
                    self.go_on(ctx, then);
                }
            }
            Err(refused) if matches!(refused.code.0, "file.changed-on-disk" | "file.gone") => {
                self.dialog = Some((Dialog::Changed(path.to_owned()), None));
            }
            Err(refused) => {
                self.after_save = None;
                self.apply(ctx, Input::SaveFailed(refused));
            }
        }
    }

    /// Asks where to save.
    pub(super) fn ask_save_name(&mut self, ctx: &Context) {
        let name = self.session.name().map(file_name);
        let name = name.unwrap_or_else(|| {
            let association = self.session.plan().frame.association.name.replace(['/', '\\', ':', '.'], " ");
            format!("{}.{}", association.trim(), Purpose::SavePlan.ending())
        });
        self.pick(ctx, Purpose::SavePlan, Some(&name));
    }

    /// An answer to a question about files.
    pub(super) fn answer(&mut self, ctx: &Context, answer: Answer) {
        match answer {
            Answer::SaveThen(then) => {
                self.after_save = Some(then);
                self.apply(ctx, Input::Save);
            }
            Answer::GoOn(then) => self.go_on(ctx, then),
            Answer::Overwrite(path) => {
                self.file.stamp = None;
                let name = path.to_string_lossy().into_owned();
                self.apply(ctx, Input::SaveAs { name });
            }
            Answer::Elsewhere => self.ask_save_name(ctx),
            Answer::ReplaceAt(purpose, path) => self.dialog = Some((Dialog::Replace(purpose, path), None)),
            Answer::Path(purpose, path) => self.chosen(ctx, purpose, &path),
        }
    }

    /// The desktop's dialog was answered.
    pub(super) fn picked(&mut self, ctx: &Context, answer: picker::Answer) {
        match answer {
            picker::Answer::Chosen(purpose, path) => self.chosen(ctx, purpose, &path),
            picker::Answer::Given(_) => {
                self.export = None;
                self.after_save = None;
            }
            picker::Answer::NoDialog(purpose) => {
                let typed = match purpose {
                    Purpose::SavePlan => self.suggested_path(),
                    _ => String::new(),
                };
                self.dialog = Some((Dialog::Path(purpose, typed), None));
            }
        }
        ctx.request_repaint();
    }

    fn suggested_path(&self) -> String {
        let folder = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
        let name = match self.session.name() {
            Some(name) => return name.to_owned(),
            None => format!("budget.{}", Purpose::SavePlan.ending()),
        };
        folder.join(name).to_string_lossy().into_owned()
    }

    fn chosen(&mut self, ctx: &Context, purpose: Purpose, path: &Path) {
        let path = dialog::with_ending(path, purpose);
        match purpose {
            Purpose::OpenPlan => self.open_path(ctx, &path),
            Purpose::SavePlan => {
                let name = path.to_string_lossy().into_owned();
                self.apply(ctx, Input::SaveAs { name });
            }
            Purpose::ImportSheet => self.import(ctx, &path),
            Purpose::ExportWorkbook => {
                let Some(bytes) = self.export.take() else { return };
                match store::save(&path, &bytes, None) {
                    Ok(_) => {
                        let shown = [("name", Arg::Text(path.to_string_lossy().into_owned()))];
                        self.say(text_with(self.language(), "app-exported", &shown));
                    }
                    Err(refused) => self.say_all(&[refused]),
                }
            }
        }
    }

    pub(super) fn import(&mut self, ctx: &Context, path: &Path) {
        match store::read_bytes(path) {
            Ok(bytes) => {
                let name = file_name(&path.to_string_lossy());
                self.apply(ctx, Input::Import { bytes, name });
            }
            Err(refused) => self.say_all(&[refused]),
        }
    }

    /// A file dropped on the window: a plan is opened, anything else is read as a spreadsheet.
    pub(super) fn dropped(&mut self, ctx: &Context) {
        let files = ctx.input(|input| input.raw.dropped_files.clone());
        let Some(path) = files.first().map(|file| file.path().to_owned()) else { return };
        if self.dialog.is_some() || !self.finish_typing(ctx) {
            return;
        }
        let is_plan = path.extension().is_some_and(|ending| ending == "ron");
        if !is_plan {
            self.import(ctx, &path);
        } else if self.session.is_changed() {
            self.say(previ_words::text(self.language(), "app-save-before-open"));
        } else {
            self.open_path(ctx, &path);
        }
    }
}

//! Everything a person can ask for outside a page: one list feeds menus, shortcuts and their help.

use egui::{Context, Event, Key, KeyboardShortcut, Modifiers};
use previ_engine::certainty::CertaintyView;
use previ_words::Language;

use crate::page::Page;

/// How the window looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// As the desktop is.
    #[default]
    System,
    /// Dark text on light ground.
    Light,
    /// Light text on dark ground.
    Dark,
}

/// Something that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// An empty plan.
    New,
    /// A plan from a file.
    Open,
    /// The example that comes with the program.
    OpenExample,
    /// Write to the file it came from.
    Save,
    /// Write to another file.
    SaveAs,
    /// Lines from a spreadsheet.
    Import,
    /// A workbook with formulas.
    Export,
    /// Close the window.
    Quit,
    /// Take back the last edit.
    Undo,
    /// Do it again.
    Redo,
    /// Show a page.
    Go(Page),
    /// Show or hide the panel with the rows behind a figure.
    Explain,
    /// Choose the money that counts.
    Count(CertaintyView),
    /// Choose the look.
    Look(Look),
    /// Choose the language.
    Speak(Language),
    /// Larger text.
    ZoomIn,
    /// Smaller text.
    ZoomOut,
    /// Text as at first.
    ZoomReset,
}

/// What can be done right now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Situation {
    /// There is an edit to take back.
    pub can_undo: bool,
    /// There is one to do again.
    pub can_redo: bool,
    /// A text field has the keyboard and keeps its own undo.
    pub typing: bool,
    /// A dialog stands in front.
    pub dialog: bool,
}

impl Action {
    /// Every action, in the order of the menus.
    pub const ALL: [Self; 29] = [
        Self::New,
        Self::Open,
        Self::OpenExample,
        Self::Save,
        Self::SaveAs,
        Self::Import,
        Self::Export,
        Self::Quit,
        Self::Undo,
        Self::Redo,
        Self::Go(Page::Home),
        Self::Go(Page::Budget),
        Self::Go(Page::Agreements),
        Self::Go(Page::Staff),
        Self::Go(Page::Cash),
        Self::Go(Page::Activities),
        Self::Go(Page::Assumptions),
        Self::Explain,
        Self::Count(CertaintyView::Certain),
        Self::Count(CertaintyView::Expected),
        Self::Count(CertaintyView::Everything),
        Self::Look(Look::System),
        Self::Look(Look::Light),
        Self::Look(Look::Dark),
        Self::Speak(Language::French),
        Self::Speak(Language::English),
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
    ];

    /// The text id of its name.
    #[must_use]
    pub fn text_id(self) -> &'static str {
        match self {
            Self::New => "app-action-new",
            Self::Open => "app-action-open",
            Self::OpenExample => "app-action-example",
            Self::Save => "app-action-save",
            Self::SaveAs => "app-action-save-as",
            Self::Import => "app-action-import",
            Self::Export => "app-action-export",
            Self::Quit => "app-action-quit",
            Self::Undo => "app-action-undo",
            Self::Redo => "app-action-redo",
            Self::Go(page) => page.text_id(),
            Self::Explain => "app-action-explain",
            Self::Count(CertaintyView::Certain) => "view-certain",
            Self::Count(CertaintyView::Expected) => "view-expected",
            Self::Count(CertaintyView::Everything) => "view-everything",
            Self::Look(Look::System) => "app-look-system",
            Self::Look(Look::Light) => "app-look-light",
            Self::Look(Look::Dark) => "app-look-dark",
            Self::Speak(Language::French) => "app-language-french",
            Self::Speak(Language::English) => "app-language-english",
            Self::ZoomIn => "app-zoom-in",
            Self::ZoomOut => "app-zoom-out",
            Self::ZoomReset => "app-zoom-reset",
        }
    }

    /// The text id of what is said about it under the pointer, where its name does not say it all.
    #[must_use]
    pub fn tip_id(self) -> Option<&'static str> {
        Some(match self {
            Self::OpenExample => "app-action-example-tip",
            Self::Import => "app-action-import-tip",
            Self::Export => "app-action-export-tip",
            Self::Explain => "app-action-explain-tip",
            Self::Count(CertaintyView::Certain) => "app-view-certain-tip",
            Self::Count(CertaintyView::Expected) => "app-view-expected-tip",
            Self::Count(CertaintyView::Everything) => "app-view-everything-tip",
            _ => return None,
        })
    }

    /// The keys that ask for it.
    #[must_use]
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        let ctrl = |key| Some(KeyboardShortcut::new(Modifiers::COMMAND, key));
        let shift = |key| Some(KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key));
        let page = |key| Some(KeyboardShortcut::new(Modifiers::ALT, key));
        match self {
            Self::New => ctrl(Key::N),
            Self::Open => ctrl(Key::O),
            Self::Save => ctrl(Key::S),
            Self::SaveAs => shift(Key::S),
            Self::Import => ctrl(Key::I),
            Self::Export => ctrl(Key::E),
            Self::Quit => ctrl(Key::Q),
            Self::Undo => ctrl(Key::Z),
            Self::Redo => ctrl(Key::Y),
            Self::Go(place) => page(place.key()),
            Self::Explain => Some(KeyboardShortcut::new(Modifiers::NONE, Key::F9)),
            Self::ZoomIn => Some(egui::gui_zoom::kb_shortcuts::ZOOM_IN),
            Self::ZoomOut => Some(egui::gui_zoom::kb_shortcuts::ZOOM_OUT),
            Self::ZoomReset => Some(egui::gui_zoom::kb_shortcuts::ZOOM_RESET),
            Self::OpenExample | Self::Count(_) | Self::Look(_) | Self::Speak(_) => None,
        }
    }

    /// Whether it can be done now.
    #[must_use]
    pub fn is_enabled(self, situation: Situation) -> bool {
        match self {
            Self::Undo => situation.can_undo,
            Self::Redo => situation.can_redo,
            _ => true,
        }
    }

    /// The action whose keys were pressed in this frame, if it can be done now.
    ///
    /// Keys with more modifiers are asked first, else Ctrl+Shift+S would be taken for Ctrl+S.
    pub fn pressed(ctx: &Context, situation: Situation) -> Option<Self> {
        if situation.dialog {
            return None;
        }
        let mut actions: Vec<(Self, KeyboardShortcut)> =
            Self::ALL.into_iter().filter_map(|action| Some((action, action.shortcut()?))).collect();
        actions.sort_by_key(|(_, keys)| !keys.modifiers.shift);
        let own_undo = |action| situation.typing && matches!(action, Self::Undo | Self::Redo);
        let found = actions
            .into_iter()
            .filter(|(action, _)| !own_undo(*action) && action.is_enabled(situation))
            .find(|(action, keys)| match action {
                Self::Go(page) => page_key_pressed(ctx, page.key()),
                _ => ctx.input_mut(|input| input.consume_shortcut(keys)),
            });
        found.map(|(action, _)| action)
    }
}

/// Whether a key of the row of digits was pressed with Alt, whatever sign it bears: on a French keyboard
/// the digits need Shift.
fn page_key_pressed(ctx: &Context, wanted: Key) -> bool {
    ctx.input_mut(|input| {
        let is = |event: &Event| match event {
            Event::Key { key, physical_key, pressed: true, modifiers, .. } => {
                modifiers.alt && !modifiers.command && (*key == wanted || *physical_key == Some(wanted))
            }
            _ => false,
        };
        let before = input.events.len();
        input.events.retain(|event| !is(event));
        let pressed = input.events.len() < before;
        if pressed {
            // X11 reports the digit as typed text too: the grid would write it over the cell it stands on.
            input.events.retain(|event| !matches!(event, Event::Text(_)));
        }
        pressed
    })
}

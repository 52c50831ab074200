//! What the pages share that are typed into as a spreadsheet is: keyboard, mouse, editor of a cell.

mod cells;
mod keys;

use egui::{Event, Id, Rect, Role, Sense, Ui, WidgetInfo};
use previ_session::grid::{CellAt, GridState, Intent, Mode, Sheet};

pub use cells::show as cell;
pub use keys::read as read_keys;

/// A sheet between two frames.
#[derive(Debug, Default)]
pub struct Grid {
    /// Cursor, selection and editor.
    pub state: GridState,
    /// It takes the keyboard in the next frame.
    pub focus: bool,
    /// It scrolls to the cursor in the next frame.
    pub scroll_to_cursor: bool,
    /// The cursor was put somewhere; else the first cell that is typed gets it.
    pub placed: bool,
    /// The mouse draws a selection.
    selecting: bool,
    /// What was typed faster than frames are drawn.
    keys_to_come: Vec<Event>,
}

/// The widget that has the keyboard while the cursor moves; one sheet at most is in front.
#[must_use]
pub fn grid_id() -> Id {
    Id::unique("sheet")
}

/// The text field of the cell that is typed into.
#[must_use]
pub fn editor_id() -> Id {
    Id::unique("sheet-editor")
}

impl Grid {
    /// Whether a cell is being typed into.
    #[must_use]
    pub fn is_typing(&self) -> bool {
        self.state.mode != Mode::Navigate
    }

    /// To be called before anything of the sheet is drawn.
    pub fn begin(&mut self, ui: &Ui, page: &dyn Sheet) {
        self.state.settle(page);
        if !self.placed {
            self.placed = true;
            let (rows, columns) = page.size();
            let mut cells = (0..rows).flat_map(|row| (0..columns).map(move |column| CellAt { row, column }));
            if let Some(first) = cells.find(|at| page.is_typed(*at)) {
                self.state.apply(Intent::Select(first), page);
            }
        }
        if std::mem::take(&mut self.focus) {
            ui.memory_mut(|memory| memory.request_focus(grid_id()));
        }
    }

    /// The cell to bring in sight in this frame.
    pub fn to_scroll_to(&mut self) -> Option<CellAt> {
        std::mem::take(&mut self.scroll_to_cursor).then_some(self.state.cursor)
    }
}

/// The ground of a sheet, which has the keyboard for all of its cells.
pub fn ground(ui: &Ui, area: Rect, name: &str) {
    let response = ui.interact(area, grid_id(), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Grid, true, name));
    if response.clicked() {
        response.request_focus();
    }
}

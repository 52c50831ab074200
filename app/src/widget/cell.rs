//! One cell of a table: its ground, its text, its marks, and its name for screen readers.

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align, Align2, Color32, CursorIcon, FontId, Painter, Rect, Response, Role, Sense, Stroke, TextStyle, Ui,
    WidgetInfo, vec2,
};
use previ_session::views::cell::{CellKind, CellView, Emphasis, LoadStep};

use super::block::unbroken;
use crate::theme::Tokens;

/// Space between the edge of a cell and its text.
pub const MARGIN: f32 = 10.0;

/// How a cell stands in its table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Among those chosen.
    pub selected: bool,
    /// Where the keyboard stands.
    pub cursor: bool,
    /// The keyboard goes to it with Tab.
    pub focusable: bool,
}

/// The ground of a row.
#[must_use]
pub fn ground(tokens: &Tokens, emphasis: Emphasis) -> Color32 {
    match emphasis {
        Emphasis::Heading => tokens.stripe,
        Emphasis::Total | Emphasis::Result => tokens.panel,
        Emphasis::Normal | Emphasis::Quiet | Emphasis::Alarm => tokens.surface,
    }
}

/// A cell that holds words.
#[must_use]
pub fn words(text: impl Into<String>, emphasis: Emphasis) -> CellView {
    CellView { text: text.into(), kind: CellKind::Text, emphasis, ..CellView::default() }
}

/// A cell that holds a number already in words.
#[must_use]
pub fn number(text: impl Into<String>, emphasis: Emphasis) -> CellView {
    CellView { kind: CellKind::Amount, ..words(text, emphasis) }
}

/// How wide a cell must be for all of a text.
pub fn width_of(ui: &Ui, text: &str) -> f32 {
    let font = TextStyle::Body.resolve(ui.style());
    let galley = ui.painter().layout_no_wrap(unbroken(text), font, Color32::PLACEHOLDER);
    (galley.size().x + 2.0 * MARGIN).ceil() + 1.0
}

/// Draws a cell into `rect`; `name` is what a screen reader says before its text.
pub fn show(ui: &Ui, rect: Rect, name: &str, cell: &CellView, standing: Standing) -> Response {
    let tokens = Tokens::in_use(ui);
    let id = ui.scope_id().with("cell");
    let sense = if standing.focusable { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(rect, id, sense);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    if let Some(step) = cell.load {
        painter.rect_filled(rect.shrink(1.0), 2.0, tokens.load(step));
    }
    if standing.selected {
        painter.rect_filled(rect, 0.0, tokens.selection);
    }
    let colour = colour(&tokens, cell);
    let font = TextStyle::Body.resolve(ui.style());
    let right = matches!(cell.kind, CellKind::Amount | CellKind::Percent);
    let mut cut = false;
    if cell.kind != CellKind::Empty {
        let align = if right { Align::Max } else { Align::Min };
        cut = text(&painter, rect.shrink2(vec2(MARGIN, 0.0)), align, &cell.text, font, colour);
    }
    let corner = match cell.load {
        Some(LoadStep::Over) => Some(tokens.negative),
        _ => cell.by_hand.then_some(tokens.accent),
    };
    if let Some(colour) = corner {
        let corner = rect.right_top();
        let points = vec![corner, corner - vec2(7.0, 0.0), corner + vec2(0.0, 7.0)];
        painter.add(egui::Shape::convex_polygon(points, colour, Stroke::NONE));
    }
    if standing.cursor || response.has_focus() {
        painter.rect_stroke(rect.shrink(1.0), 2.0, Stroke::new(2.0, tokens.accent), egui::StrokeKind::Inside);
    }
    let spoken = || match (name, cell.text.as_str()) {
        (name, "") => name.to_owned(),
        ("", text) => text.to_owned(),
        (name, text) => format!("{name} : {text}"),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, spoken()));
    let response = if cut { response.on_hover_text(&cell.text) } else { response };
    if cell.subject.is_some() { response.on_hover_cursor(CursorIcon::PointingHand) } else { response }
}

fn colour(tokens: &Tokens, cell: &CellView) -> Color32 {
    match (cell.emphasis, cell.cents) {
        (Emphasis::Alarm, _) => tokens.negative,
        (_, Some(cents)) if cents < 0 => tokens.negative,
        // A nought says less than an amount, and there are many.
        (_, Some(0)) => tokens.weak,
        (Emphasis::Quiet, _) => tokens.weak,
        _ => tokens.text,
    }
}

/// One line of text in the middle of `rect`, on its left or right side. Ends in dots where it does not
/// fit; whether it does not.
pub fn text(painter: &Painter, rect: Rect, align: Align, text: &str, font: FontId, colour: Color32) -> bool {
    // The narrow space of the font hardly shows: 12 345 would be read as 12345.
    let mut job = LayoutJob::simple_singleline(unbroken(text), font, colour);
    job.wrap = TextWrapping::truncate_at_width(rect.width());
    let galley = painter.layout_job(job);
    let place = Align2([align, Align::Center]).align_size_within_rect(galley.size(), rect);
    let cut = galley.elided;
    painter.galley(place.min, galley, colour);
    cut
}

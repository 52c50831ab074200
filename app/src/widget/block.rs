//! Cards, headings, buttons and the marks drawn beside messages.

use egui::{
    Button, Color32, CornerRadius, Frame, InnerResponse, Margin, Response, RichText, Sense, Stroke, Ui, vec2,
};
use previ_engine::diagnostic::Severity;

use crate::theme::{Tokens, subheading};

/// A card: a group of things that belong together.
pub fn card<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let tokens = Tokens::in_use(ui);
    filled(ui, tokens.surface, contents)
}

/// A card on a ground of another colour.
pub fn filled<R>(ui: &mut Ui, fill: Color32, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let tokens = Tokens::in_use(ui);
    Frame::new()
        .fill(fill)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(CornerRadius::same(6))
        .inner_margin(Margin::symmetric(16, 12))
        .show(ui, contents)
}

/// The heading of a card or of a part of a form.
pub fn heading(ui: &mut Ui, text: impl Into<String>) -> Response {
    ui.label(RichText::new(text).text_style(subheading()))
}

/// Text that explains.
pub fn hint(ui: &mut Ui, text: impl Into<String>) -> Response {
    let tokens = Tokens::in_use(ui);
    ui.label(RichText::new(unbroken(&text.into())).color(tokens.weak))
}

/// The same text for lines that may break: egui breaks at the narrow space between thousands, not at the
/// wide one.
#[must_use]
pub fn unbroken(text: &str) -> String {
    text.replace('\u{202F}', "\u{A0}")
}

/// The button of the one thing most people want here.
pub fn main_button(ui: &mut Ui, text: impl Into<String>) -> Response {
    let tokens = Tokens::in_use(ui);
    ui.add(Button::new(RichText::new(text).color(tokens.on_accent)).fill(tokens.accent))
}

/// What a person asks of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListWish {
    /// One more.
    Add,
    /// The chosen one goes.
    Remove,
}

/// The two buttons above a list; the second one only where something is chosen.
pub fn add_and_remove(ui: &mut Ui, add: String, remove: String, is_chosen: bool) -> Option<ListWish> {
    ui.horizontal_wrapped(|ui| {
        let added = main_button(ui, add).clicked();
        let removed = ui.add_enabled(is_chosen, Button::new(remove)).clicked();
        if added { Some(ListWish::Add) } else { removed.then_some(ListWish::Remove) }
    })
    .inner
}

/// The colours of a message: mark and ground.
#[must_use]
pub fn severity_colours(tokens: &Tokens, severity: Severity) -> (Color32, Color32) {
    match severity {
        Severity::Error => (tokens.negative, tokens.error_fill),
        Severity::Warning => (tokens.warning, tokens.warning_fill),
        Severity::Note => (tokens.accent, tokens.note_fill),
    }
}

/// The mark of a message: a triangle to heed, a disc to know. The fonts have neither.
pub fn mark(ui: &mut Ui, severity: Severity) -> Response {
    let tokens = Tokens::in_use(ui);
    let (colour, _) = severity_colours(&tokens, severity);
    let (rect, response) = ui.allocate_exact_size(vec2(18.0, 20.0), Sense::hover());
    let painter = ui.painter();
    let centre = rect.center();
    let ink = tokens.surface;
    if severity == Severity::Note {
        painter.circle_filled(centre, 8.0, colour);
        painter.circle_filled(centre - vec2(0.0, 3.8), 1.4, ink);
        painter.line_segment([centre - vec2(0.0, 0.8), centre + vec2(0.0, 4.6)], Stroke::new(2.2, ink));
    } else {
        let corners = vec![centre + vec2(-9.0, 7.5), centre + vec2(0.0, -8.5), centre + vec2(9.0, 7.5)];
        painter.add(egui::Shape::convex_polygon(corners, colour, Stroke::NONE));
        painter.line_segment([centre - vec2(0.0, 3.2), centre + vec2(0.0, 2.2)], Stroke::new(2.2, ink));
        painter.circle_filled(centre + vec2(0.0, 5.2), 1.3, ink);
    }
    response
}

/// Names of views in a row, the one in front marked; the one that was clicked.
pub fn tabs<T: Clone + PartialEq>(ui: &mut Ui, current: &T, all: &[(T, String)]) -> Option<T> {
    let tokens = Tokens::in_use(ui);
    let mut clicked = None;
    ui.horizontal_wrapped(|ui| {
        for (value, name) in all {
            let chosen = value == current;
            let colour = if chosen { tokens.accent } else { tokens.text };
            let response = ui.selectable_label(chosen, RichText::new(name).color(colour));
            if chosen {
                let rect = response.rect;
                ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(2.0, tokens.accent));
            }
            if response.clicked() && !chosen {
                clicked = Some(value.clone());
            }
        }
    });
    clicked
}

/// A little square of colour before a word of a legend.
pub fn swatch(ui: &mut Ui, colour: Color32) {
    let (rect, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
    ui.painter().rect_filled(rect, CornerRadius::same(3), colour);
}

/// The sign of something that opens: points down when open, right when closed.
pub fn chevron(ui: &Ui, centre: egui::Pos2, open: bool, colour: Color32) {
    let points = if open {
        vec![centre + vec2(-5.0, -2.5), centre + vec2(5.0, -2.5), centre + vec2(0.0, 3.5)]
    } else {
        vec![centre + vec2(-2.5, -5.0), centre + vec2(3.5, 0.0), centre + vec2(-2.5, 5.0)]
    };
    ui.painter().add(egui::Shape::convex_polygon(points, colour, Stroke::NONE));
}

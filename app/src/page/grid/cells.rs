//! A cell of a sheet: what stands in it, its editor, and the mouse.

use egui::{Align2, Margin, Response, Stroke, TextEdit, Ui};
use previ_session::grid::{CellAt, Intent, Mode, Sheet};
use previ_session::views::cell::CellView;
use previ_words::message;

use super::keys::ALL_KEYS;
use super::{Grid, editor_id};
use crate::page::Request;
use crate::theme::Tokens;
use crate::widget::cell::{self, MARGIN, Standing};

/// Draws a cell; its response where it is not being typed into.
pub fn show(
    ui: &mut Ui,
    page: &dyn Sheet,
    at: CellAt,
    shown: &CellView,
    grid: &mut Grid,
    requests: &mut Vec<Request>,
) -> Option<Response> {
    let here = grid.state.cursor == at;
    let (row, column) = page.titles(at);
    if here && let Mode::Edit { buffer, .. } = &grid.state.mode {
        let buffer = buffer.clone();
        editor(ui, page, &row, &buffer, grid, requests);
        return None;
    }
    let rect = ui.max_rect();
    let tokens = Tokens::in_use(ui);
    if shown.editable {
        // What can be typed into stands on the lightest ground.
        ui.painter().rect_filled(rect.with_max_y(rect.bottom() - 1.0), 0.0, tokens.surface);
    }
    ui.painter().vline(rect.left() + 0.5, rect.y_range(), Stroke::new(0.5, tokens.line));
    let selection = grid.state.selection();
    let standing = Standing {
        selected: selection.contains(at) && selection.from != selection.to,
        cursor: here,
        focusable: false,
    };
    let response = cell::show(ui, rect, &format!("{row}, {column}"), shown, standing);
    mouse(ui, &response, at, grid, requests);
    Some(response)
}

fn mouse(ui: &Ui, response: &Response, at: CellAt, grid: &mut Grid, requests: &mut Vec<Request>) {
    let (pressed, down, shift) = ui.input(|input| {
        (input.pointer.primary_pressed(), input.pointer.primary_down(), input.modifiers.shift)
    });
    let here = grid.state.cursor == at;
    if response.double_clicked() {
        requests.push(Request::Grid(Intent::StartEdit(None)));
    } else if response.clicked() && !response.contains_pointer() {
        // Clicked by a screen reader.
        requests.push(Request::Grid(Intent::Select(at)));
    } else if response.contains_pointer() && pressed {
        let intent = if shift { Intent::SelectTo(at) } else { Intent::Select(at) };
        requests.push(Request::Grid(intent));
        grid.selecting = true;
    } else if response.contains_pointer() && down && grid.selecting && !here {
        requests.push(Request::Grid(Intent::SelectTo(at)));
    }
    if !down {
        grid.selecting = false;
    }
}

fn editor(ui: &mut Ui, page: &dyn Sheet, name: &str, buffer: &str, grid: &Grid, requests: &mut Vec<Request>) {
    let tokens = Tokens::in_use(ui);
    let rect = ui.max_rect();
    let problem = match &grid.state.mode {
        Mode::Edit { problem, .. } => problem.clone(),
        Mode::Navigate => None,
    };
    let mut typed = buffer.to_owned();
    let edit = TextEdit::singleline(&mut typed)
        .id(editor_id())
        .align(Align2::RIGHT_CENTER)
        .margin(Margin::symmetric(MARGIN as i8 - 2, 2))
        .background_color(tokens.surface)
        .event_filter(ALL_KEYS)
        .min_size(rect.size())
        .desired_width(rect.width());
    let response = ui.put(rect, edit).accessible_name(name);
    let colour = if problem.is_some() { tokens.negative } else { tokens.accent };
    ui.painter().rect_stroke(rect, 2.0, Stroke::new(2.0, colour), egui::StrokeKind::Inside);
    if let Some(problem) = &problem {
        let said = message(page.language(), problem);
        response.show_tooltip_text(format!("{}\n{}", said.text, said.hint));
    }
    if typed != buffer {
        requests.push(Request::Grid(Intent::Type(typed)));
    }
    if response.lost_focus() && requests.is_empty() {
        requests.push(Request::Grid(Intent::Commit));
    }
}

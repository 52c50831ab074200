//! The grid itself: what stands in each cell, and the mouse.

use egui::{
    Align, Align2, Margin, Pos2, Rect, Role, Sense, Stroke, TextEdit, TextStyle, Ui, WidgetInfo, pos2,
};
use egui_table::{CellInfo, Column as Width, HeaderCellInfo, HeaderRow, Table, TableDelegate};
use previ_session::grid::{CellAt, Intent, Mode};
use previ_session::views::budget::{BudgetPage, BudgetRow, RowKey};
use previ_session::views::columns::Column;
use previ_words::{message, text};

use super::keys::ALL_KEYS;
use super::{editor_id, grid_id};
use crate::dialog::{Dialog, LineForm};
use crate::page::{Desk, Request};
use crate::theme::{ROW_HEIGHT, Tokens};
use crate::widget::block::chevron;
use crate::widget::cell::{self, MARGIN, Standing, ground};
use crate::widget::list::{group_heading, heading};

/// Least and most width of the titles of rows.
const TITLES: std::ops::RangeInclusive<f32> = 300.0..=540.0;
/// Width of a year.
const YEAR: f32 = 112.0;
/// Width of a month.
const MONTH: f32 = 92.0;
/// How much further in each level of rows stands.
const INDENT: f32 = 16.0;

/// Draws the grid over all that is left of the page.
pub fn show(ui: &mut Ui, page: &BudgetPage, desk: &mut Desk, requests: &mut Vec<Request>) {
    let area = ui.available_rect_before_wrap();
    let response = ui.interact(area, grid_id(), Sense::click());
    let name = text(page.language(), "app-page-budget");
    response.widget_info(|| WidgetInfo::labeled(Role::Grid, true, &name));
    if response.clicked() {
        response.request_focus();
    }
    let months = page.columns.groups.iter().any(|group| group.open);
    let groups: Vec<_> = std::iter::once(0..1)
        .chain(page.columns.groups.iter().map(|group| group.columns.start + 1..group.columns.end + 1))
        .collect();
    let mut headers = vec![HeaderRow { height: ROW_HEIGHT, groups }];
    if months {
        headers.push(HeaderRow::new(ROW_HEIGHT));
    }
    let amounts: Vec<f32> = page
        .columns
        .columns
        .iter()
        .map(|column| match column {
            Column::Year(_) => YEAR,
            Column::Month(_) => MONTH,
        })
        .collect();
    let left = area.width() - amounts.iter().sum::<f32>() - ui.spacing().scroll.allocated_width();
    let widths = std::iter::once(left.clamp(*TITLES.start(), *TITLES.end()).round()).chain(amounts);
    let widths: Vec<Width> =
        widths.map(|width| Width::new(width).range(width..=width).resizable(false)).collect();
    let mut table = Table::new()
        .id_salt("budget")
        .num_rows(page.row_count() as u64)
        .columns(widths)
        .num_sticky_cols(1)
        .headers(headers);
    if std::mem::take(&mut desk.scroll_to_cursor) {
        let at = desk.grid.cursor;
        table = table.scroll_to_row(at.row as u64, None).scroll_to_column(at.column + 1, None);
    }
    table.show(ui, &mut Delegate { page, desk, requests });
}

struct Delegate<'a> {
    page: &'a BudgetPage,
    desk: &'a mut Desk,
    requests: &'a mut Vec<Request>,
}

impl TableDelegate for Delegate<'_> {
    fn header_cell_ui(&mut self, ui: &mut Ui, info: &HeaderCellInfo) {
        let language = self.page.language();
        let first = info.col_range.start;
        match (info.row_nr, first.checked_sub(1)) {
            (0, None) => heading(ui, &text(language, "app-budget-lines"), Align::Min),
            (_, None) => heading(ui, "", Align::Min),
            (0, Some(column)) => {
                let groups = &self.page.columns.groups;
                let Some(group) = groups.iter().find(|group| group.columns.start == column) else { return };
                let hint = text(language, if group.open { "app-year-close" } else { "app-year-open" });
                if group_heading(ui, &group.title, Some(group.open), &hint) {
                    let years = &mut self.desk.budget.open_years;
                    let key = group.year.key();
                    if !years.remove(&key) {
                        years.insert(key);
                    }
                }
            }
            (_, Some(column)) => {
                let Some(found) = self.page.columns.columns.get(column) else { return };
                let title = match found {
                    Column::Year(_) => text(language, "app-year-total"),
                    Column::Month(_) => found.title(language),
                };
                heading(ui, &title, Align::Max);
            }
        }
    }

    fn row_ui(&mut self, ui: &mut Ui, row: u64) {
        let tokens = Tokens::in_use(ui);
        let rect = ui.max_rect();
        let emphasis = self.page.row(row as usize).map(|row| row.emphasis).unwrap_or_default();
        ui.painter().rect_filled(rect, 0.0, ground(&tokens, emphasis));
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, tokens.line));
    }

    fn cell_ui(&mut self, ui: &mut Ui, info: &CellInfo) {
        let row = info.row_nr as usize;
        let Some(found) = self.page.row(row) else { return };
        match info.col_nr.checked_sub(1) {
            None => self.title(ui, row, &found),
            Some(column) => self.amount(ui, CellAt { row, column }, &found),
        }
    }

    fn default_row_height(&self) -> f32 {
        ROW_HEIGHT
    }
}

impl Delegate<'_> {
    fn amount(&mut self, ui: &mut Ui, at: CellAt, row: &BudgetRow) {
        let grid = &self.desk.grid;
        let here = grid.cursor == at;
        if here && let Mode::Edit { buffer, .. } = &grid.mode {
            let buffer = buffer.clone();
            self.editor(ui, row, &buffer);
            return;
        }
        let language = self.page.language();
        let cell = self.page.cell(at.row, at.column);
        let rect = ui.max_rect();
        if cell.editable {
            // What can be typed into stands on the lightest ground.
            let above_line = rect.with_max_y(rect.bottom() - 1.0);
            ui.painter().rect_filled(above_line, 0.0, Tokens::in_use(ui).surface);
        }
        ui.painter().vline(rect.left() + 0.5, rect.y_range(), Stroke::new(0.5, Tokens::in_use(ui).line));
        let column = self.page.columns.columns.get(at.column).map(|column| column.title(language));
        let name = format!("{}, {}", row.title, column.unwrap_or_default());
        let selection = grid.selection();
        let standing = Standing {
            selected: selection.contains(at) && selection.from != selection.to,
            cursor: here,
            focusable: false,
        };
        let response = cell::show(ui, rect, &name, &cell, standing);
        let response = if cell.by_hand {
            response.on_hover_text(text(language, "app-budget-by-hand"))
        } else {
            response
        };
        let (pressed, down, shift) = ui.input(|input| {
            (input.pointer.primary_pressed(), input.pointer.primary_down(), input.modifiers.shift)
        });
        if response.double_clicked() {
            self.requests.push(Request::Grid(Intent::StartEdit(None)));
        } else if response.clicked() && !response.contains_pointer() {
            // Clicked by a screen reader.
            self.requests.push(Request::Grid(Intent::Select(at)));
        } else if response.contains_pointer() && pressed {
            let intent = if shift { Intent::SelectTo(at) } else { Intent::Select(at) };
            self.requests.push(Request::Grid(intent));
            self.desk.selecting = true;
        } else if response.contains_pointer() && down && self.desk.selecting && !here {
            self.requests.push(Request::Grid(Intent::SelectTo(at)));
        }
        if !down {
            self.desk.selecting = false;
        }
    }

    fn editor(&mut self, ui: &mut Ui, row: &BudgetRow, buffer: &str) {
        let language = self.page.language();
        let tokens = Tokens::in_use(ui);
        let rect = ui.max_rect();
        let problem = match &self.desk.grid.mode {
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
        let response = ui.put(rect, edit).accessible_name(&row.title);
        let colour = if problem.is_some() { tokens.negative } else { tokens.accent };
        ui.painter().rect_stroke(rect, 2.0, Stroke::new(2.0, colour), egui::StrokeKind::Inside);
        if let Some(problem) = &problem {
            let said = message(language, problem);
            response.show_tooltip_text(format!("{}\n{}", said.text, said.hint));
        }
        if typed != buffer {
            self.requests.push(Request::Grid(Intent::Type(typed)));
        }
        if response.lost_focus() && self.requests.is_empty() {
            self.requests.push(Request::Grid(Intent::Commit));
        }
    }

    fn title(&mut self, ui: &mut Ui, row: usize, found: &BudgetRow) {
        let tokens = Tokens::in_use(ui);
        let rect = ui.max_rect();
        let left = rect.left() + MARGIN + f32::from(found.depth) * INDENT;
        let centre = |x: f32| -> Pos2 { pos2(x, rect.center().y) };
        let response = ui.interact(rect, ui.scope_id().with("title"), Sense::CLICK);
        if let Some(folded) = found.folded {
            chevron(ui, centre(left + 4.0), !folded, tokens.weak);
        }
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let font = TextStyle::Body.resolve(ui.style());
        let number = match found.key {
            RowKey::Heading(account) | RowKey::Account(account) => format!("{account} "),
            _ => String::new(),
        };
        let title = format!("{number}{}", found.title);
        let mut text_rect = Rect::from_min_max(pos2(left + 16.0, rect.top()), rect.right_bottom());
        text_rect.max.x -= MARGIN;
        if !found.note.is_empty() {
            let small = TextStyle::Small.resolve(ui.style());
            let galley = painter.layout_no_wrap(found.note.clone(), small, tokens.weak);
            let at = pos2(text_rect.right() - galley.size().x, rect.center().y - galley.size().y / 2.0);
            text_rect.max.x = at.x - 8.0;
            painter.galley(at, galley, tokens.weak);
        }
        let cut = cell::text(&painter, text_rect, Align::Min, &title, font, tokens.text);
        let level = found.depth;
        response.widget_info(|| match found.folded {
            Some(folded) => WidgetInfo::selected(Role::RowHeader, true, !folded, &title),
            None => WidgetInfo::labeled(Role::RowHeader, true, format!("{title} ({level})")),
        });
        if response.double_clicked() && found.folded.is_none() {
            self.open(found);
        } else if response.clicked() {
            match found.folded {
                Some(true) => {
                    self.desk.budget.folded.remove(&found.key);
                }
                Some(false) => {
                    self.desk.budget.folded.insert(found.key);
                }
                None => {
                    let column = self.desk.grid.cursor.column;
                    self.requests.push(Request::Grid(Intent::Select(CellAt { row, column })));
                }
            }
        }
        if cut {
            response.on_hover_text(title);
        }
    }

    /// Goes where a row is changed.
    fn open(&mut self, row: &BudgetRow) {
        let place = self.page.place(row.key);
        if let Some(line) = place.and_then(|place| self.page.editable(place)) {
            self.requests.push(Request::Ask(Dialog::Line(LineForm::of(line))));
        } else if let Some(item) = row.item {
            self.requests.push(Request::Show(item));
        }
    }
}

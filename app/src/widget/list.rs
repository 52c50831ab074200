//! A table to read and choose from: columns that stay, columns that scroll, groups of columns that open.

use std::ops::Range;

use egui::{Align, Rect, Role, Sense, Stroke, TextStyle, Ui, UiBuilder, WidgetInfo, vec2};
use egui_table::{CellInfo, Column, HeaderCellInfo, HeaderRow, Table, TableDelegate};
use previ_session::views::cell::{CellView, Emphasis};

use super::block::chevron;
use super::cell::{self, MARGIN, Standing, ground};
use crate::theme::{ROW_HEIGHT, Tokens};

/// A column.
#[derive(Clone, Debug)]
pub struct ListColumn {
    /// Its title.
    pub title: String,
    /// Its width in points.
    pub width: f32,
    /// Whether it holds amounts, whose titles stand on the right as they do.
    pub number: bool,
}

/// Columns under one title that opens and closes.
#[derive(Clone, Debug)]
pub struct Group {
    /// Its title.
    pub title: String,
    /// Its columns.
    pub columns: Range<usize>,
    /// Whether its details are shown; none where there is nothing to open.
    pub open: Option<bool>,
}

/// What is shown.
pub struct List<'a> {
    /// Tells tables apart.
    pub id: &'static str,
    /// The columns.
    pub columns: Vec<ListColumn>,
    /// How many of them stay on the left.
    pub sticky: usize,
    /// Groups over the columns that scroll; no second heading without them.
    pub groups: Vec<Group>,
    /// What a screen reader says of a heading that opens.
    pub open_hint: String,
    /// How many rows.
    pub rows: usize,
    /// A cell.
    pub cell: &'a dyn Fn(usize, usize) -> CellView,
    /// How a row stands out.
    pub emphasis: &'a dyn Fn(usize) -> Emphasis,
    /// The row chosen.
    pub selected: Option<usize>,
    /// The row to bring in sight.
    pub scroll_to: Option<usize>,
    /// Rows are chosen as a whole: with the mouse and the keyboard.
    pub choose_rows: bool,
}

/// What was clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clicked {
    /// A cell: row and column.
    Cell(usize, usize),
    /// The title of a group.
    Group(usize),
}

impl List<'_> {
    /// The height of the whole table, without a scroll bar.
    #[must_use]
    pub fn height(&self) -> f32 {
        let headings = f32::from(u8::from(self.has_groups()) + u8::from(self.has_titles()));
        (self.rows as f32 + headings) * ROW_HEIGHT + 16.0
    }

    fn has_groups(&self) -> bool {
        !self.groups.is_empty()
    }

    /// While every group is closed, its title is that of its only column.
    fn has_titles(&self) -> bool {
        !self.has_groups() || self.groups.iter().any(|group| group.open != Some(false))
    }

    /// Shows it, at most `height` high; what was clicked.
    pub fn show(self, ui: &mut Ui, height: f32) -> Option<Clicked> {
        let mut headers = Vec::new();
        if self.has_groups() {
            let fixed = (0..self.sticky).map(|column| column..column + 1);
            let groups = fixed.chain(self.groups.iter().map(|group| group.columns.clone())).collect();
            headers.push(HeaderRow { height: ROW_HEIGHT, groups });
        }
        if self.has_titles() {
            headers.push(HeaderRow::new(ROW_HEIGHT));
        }
        let columns: Vec<Column> = self
            .columns
            .iter()
            .map(|column| Column::new(column.width).range(column.width..=column.width).resizable(false))
            .collect();
        let mut table = Table::new()
            .id_salt(self.id)
            .num_rows(self.rows as u64)
            .columns(columns)
            .num_sticky_cols(self.sticky)
            .headers(headers);
        if let Some(row) = self.scroll_to {
            table = table.scroll_to_row(row as u64, None);
        }
        let size = vec2(ui.available_width(), height.min(self.height()));
        let (_, rect) = ui.allocate_space(size);
        let mut inner = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(self.id));
        let mut delegate = Delegate { list: self, clicked: None };
        table.show(&mut inner, &mut delegate);
        delegate.clicked
    }
}

struct Delegate<'a> {
    list: List<'a>,
    clicked: Option<Clicked>,
}

impl Delegate<'_> {
    fn is_top_heading(&self, row: usize) -> bool {
        row == 0 && self.list.has_groups()
    }
}

impl TableDelegate for Delegate<'_> {
    fn header_cell_ui(&mut self, ui: &mut Ui, info: &HeaderCellInfo) {
        let first = info.col_range.start;
        if self.is_top_heading(info.row_nr) {
            let Some(place) = self.list.groups.iter().position(|group| group.columns == info.col_range)
            else {
                let title = self.list.columns.get(first).filter(|_| !self.list.has_titles());
                heading(ui, title.map_or("", |column| &column.title), Align::Min);
                return;
            };
            let group = &self.list.groups[place];
            if group_heading(ui, &group.title, group.open, &self.list.open_hint) {
                self.clicked = Some(Clicked::Group(place));
            }
        } else if let Some(column) = self.list.columns.get(first) {
            let align = if column.number { Align::Max } else { Align::Min };
            heading(ui, &column.title, align);
        }
    }

    fn row_ui(&mut self, ui: &mut Ui, row: u64) {
        let tokens = Tokens::in_use(ui);
        let rect = ui.max_rect();
        let fill = ground(&tokens, (self.list.emphasis)(row as usize));
        ui.painter().rect_filled(rect, 0.0, fill);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, tokens.line));
    }

    fn cell_ui(&mut self, ui: &mut Ui, info: &CellInfo) {
        let (row, column) = (info.row_nr as usize, info.col_nr);
        let found = (self.list.cell)(row, column);
        let name = self.list.columns.get(column).map_or("", |column| &column.title);
        let standing = Standing {
            selected: self.list.selected == Some(row),
            cursor: false,
            focusable: self.list.choose_rows && column == 0,
        };
        if cell::show(ui, ui.max_rect(), name, &found, standing).clicked() {
            self.clicked = Some(Clicked::Cell(row, column));
        }
    }

    fn default_row_height(&self) -> f32 {
        ROW_HEIGHT
    }
}

/// The heading of one column.
pub fn heading(ui: &Ui, title: &str, align: Align) {
    let tokens = Tokens::in_use(ui);
    let rect = ui.max_rect();
    let painter = ui.painter();
    painter.rect_filled(rect, 0.0, tokens.panel);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, tokens.line));
    let font = TextStyle::Body.resolve(ui.style());
    let clipped = painter.with_clip_rect(rect.intersect(ui.clip_rect()));
    let cut = cell::text(&clipped, inside(rect), align, title, font, tokens.text);
    let response = ui.interact(rect, ui.scope_id().with("heading"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, title));
    if cut {
        response.on_hover_text(title);
    }
}

/// The heading of a group of columns; whether it was clicked.
pub fn group_heading(ui: &Ui, title: &str, open: Option<bool>, hint: &str) -> bool {
    let tokens = Tokens::in_use(ui);
    let rect = ui.max_rect();
    let painter = ui.painter();
    painter.rect_filled(rect, 0.0, tokens.panel);
    painter.vline(rect.left() + 0.5, rect.y_range(), Stroke::new(1.0, tokens.line));
    let font = TextStyle::Body.resolve(ui.style());
    // The title stays in sight while its columns scroll by.
    let visible = rect.intersect(ui.clip_rect());
    let wide = rect.width() > 200.0;
    let shown = if wide { Rect::from_min_max(visible.min, rect.max) } else { rect };
    let align = if wide { Align::Min } else { Align::Max };
    let mut text_rect = inside(shown);
    if open.is_some() {
        text_rect.min.x += 16.0;
    }
    cell::text(&painter.with_clip_rect(visible), text_rect, align, title, font, tokens.text);
    let Some(open) = open else { return false };
    let response = ui.interact(rect, ui.scope_id().with("group"), Sense::click());
    chevron(ui, egui::pos2(shown.left() + 14.0, rect.center().y), open, tokens.weak);
    if response.has_focus() || response.hovered() {
        let stroke = Stroke::new(if response.has_focus() { 2.0 } else { 1.0 }, tokens.accent);
        painter.rect_stroke(rect.shrink(1.0), 2.0, stroke, egui::StrokeKind::Inside);
    }
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, open, format!("{title}, {hint}")));
    response.on_hover_text(hint).clicked()
}

fn inside(rect: Rect) -> Rect {
    rect.shrink2(vec2(MARGIN, 0.0))
}

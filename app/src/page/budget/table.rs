//! The grid itself: what stands in each cell, and the mouse.

use egui::{Align, Pos2, Rect, Role, Sense, Stroke, TextStyle, Ui, WidgetInfo, pos2};
use egui_table::{CellInfo, Column as Width, HeaderCellInfo, HeaderRow, Table, TableDelegate};
use previ_session::grid::{CellAt, Intent};
use previ_session::views::budget::{BudgetPage, BudgetRow, RowKey};
use previ_session::views::columns::Column;
use previ_words::text;

use crate::dialog::{Dialog, LineForm};
use crate::page::{Desk, Request, grid};
use crate::theme::{ROW_HEIGHT, Tokens};
use crate::widget::block::chevron;
use crate::widget::cell::{self, MARGIN, ground};
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
    grid::ground(ui, area, &text(page.language(), "app-page-budget"));
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
    if let Some(at) = desk.grid.to_scroll_to() {
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
            Some(column) => self.amount(ui, CellAt { row, column }),
        }
    }

    fn default_row_height(&self) -> f32 {
        ROW_HEIGHT
    }
}

impl Delegate<'_> {
    fn amount(&mut self, ui: &mut Ui, at: CellAt) {
        let shown = self.page.cell(at.row, at.column);
        let response = grid::cell(ui, self.page, at, &shown, &mut self.desk.grid, self.requests);
        if let Some(response) = response.filter(|_| shown.by_hand) {
            response.on_hover_text(text(self.page.language(), "app-budget-by-hand"));
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
                    let column = self.desk.grid.state.cursor.column;
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

//! The days of positions on activities, typed as into a spreadsheet, and what they cost.

use egui::{Align, Rect, RichText, ScrollArea, Stroke, TextStyle, Ui, UiBuilder, pos2, vec2};
use egui_table::{CellInfo, Column, HeaderCellInfo, HeaderRow, Table, TableDelegate};
use previ_engine::diagnostic::{Arg, Severity};
use previ_session::Session;
use previ_session::grid::{CellAt, Intent};
use previ_session::views::cell::{CellView, Emphasis};
use previ_session::views::workload::{
    DaysShown, WorkloadColumn, WorkloadDetail, WorkloadLayout, WorkloadPage,
};
use previ_words::{Language, text, text_with};

use crate::page::{Desk, Request, grid};
use crate::theme::{ROW_HEIGHT, Tokens};
use crate::widget::block::{card, heading as title, hint, mark, tabs, unbroken};
use crate::widget::cell::{self, MARGIN, ground};
use crate::widget::list::{List, ListColumn, heading};

/// Width of a column that sums up.
const SUM: f32 = 108.0;
/// Least and most width of the names of positions.
const NAMES: std::ops::RangeInclusive<f32> = 160.0..=340.0;
/// Room beside the names below which the sums scroll too.
const NARROW: f32 = 760.0;

/// Draws the view.
pub fn show(ui: &mut Ui, session: &Session, desk: &mut Desk, requests: &mut Vec<Request>) {
    let language = session.language();
    let say = |id| text(language, id);
    let page = session.workload(desk.workload);
    let done = page.layout.days == DaysShown::Done;
    hint(ui, say(if done { "app-workload-done-why" } else { "app-workload-intro" }));
    if page.is_empty() {
        hint(ui, say("app-workload-none"));
    }
    choices(ui, language, &page, requests);
    if page.is_empty() {
        return;
    }
    ui.add_space(4.0);
    desk.days.begin(ui, &*page);
    grid::read_keys(ui, &mut desk.days, requests);
    sheet(ui, &page, desk, requests);
    ui.add_space(4.0);
    if !page.absent.is_empty() {
        let absent = [("activities", Arg::Text(page.absent.clone()))];
        hint(ui, text_with(language, "app-workload-absent", &absent));
    }
    let at = desk.days.state.cursor;
    let Some(detail) = page.detail(at.row, at.column) else { return };
    ScrollArea::vertical().id_salt("days-detail").auto_shrink(false).show(ui, |ui| {
        show_detail(ui, language, &detail);
    });
}

/// The fiscal years, and which days.
fn choices(ui: &mut Ui, language: Language, page: &WorkloadPage, requests: &mut Vec<Request>) {
    let layout = page.layout;
    ui.horizontal(|ui| {
        let years: Vec<(usize, String)> = page.years.iter().cloned().enumerate().collect();
        if let Some(year) = tabs(ui, &layout.year, &years) {
            requests.push(Request::Workload(WorkloadLayout { year, ..layout }));
        }
        ui.separator();
        let days = [
            (DaysShown::Planned, text(language, "app-workload-planned")),
            (DaysShown::Done, text(language, "app-workload-done")),
        ];
        if let Some(days) = tabs(ui, &layout.days, &days) {
            requests.push(Request::Workload(WorkloadLayout { days, ..layout }));
        }
    });
    if !page.is_empty() {
        let tokens = Tokens::in_use(ui);
        let mut said = text(language, "app-workload-keys");
        if page.layout.days == DaysShown::Planned {
            said = format!("{said} {}", text(language, "app-workload-share"));
        }
        ui.label(RichText::new(said).small().color(tokens.weak));
    }
}

fn sheet(ui: &mut Ui, page: &WorkloadPage, desk: &mut Desk, requests: &mut Vec<Request>) {
    let bar = ui.spacing().scroll.allocated_width();
    let height = (page.rows.len() as f32 + 1.0) * ROW_HEIGHT + bar;
    // Room stays for what is said of the cell.
    let height = height.min((ui.available_height() - 140.0).max(ROW_HEIGHT * 5.0));
    let (_, area) = ui.allocate_space(vec2(ui.available_width(), height));
    grid::ground(ui, area, &text(desk_language(page), "app-workload"));
    let numbers: Vec<f32> = (0..page.columns.len()).map(|column| width(page, column)).collect();
    // A quarter of the room at least: names tell more than the last column in sight.
    let left = area.width() - numbers.iter().sum::<f32>() - bar;
    let names = left.max(area.width() * 0.26).clamp(*NAMES.start(), *NAMES.end()).round();
    let widths = std::iter::once(names).chain(numbers);
    let widths: Vec<Column> =
        widths.map(|width| Column::new(width).range(width..=width).resizable(false)).collect();
    let is_sum = |column: &&WorkloadColumn| !matches!(column, WorkloadColumn::Activity(_));
    let sums = page.columns.iter().take_while(is_sum).count();
    let sticky = if area.width() > NARROW { 1 + sums } else { 1 };
    let mut table = Table::new()
        .id_salt("workload")
        .num_rows(page.rows.len() as u64)
        .columns(widths)
        .num_sticky_cols(sticky)
        .headers(vec![HeaderRow::new(ROW_HEIGHT)]);
    if let Some(at) = desk.days.to_scroll_to() {
        table = table.scroll_to_row(at.row as u64, None).scroll_to_column(at.column + 1, None);
    }
    let mut inner = ui.new_child(UiBuilder::new().max_rect(area).id_salt("workload"));
    table.show(&mut inner, &mut Delegate { page, desk, requests });
}

fn desk_language(page: &WorkloadPage) -> Language {
    previ_session::grid::Sheet::language(page)
}

/// As wide as its title, within limits.
fn width(page: &WorkloadPage, column: usize) -> f32 {
    match page.columns.get(column) {
        Some(WorkloadColumn::Activity(_)) => {
            let by_title = page.column_title(column).chars().count() as f32 * 8.0 + 24.0;
            by_title.clamp(96.0, 160.0).round()
        }
        _ => SUM,
    }
}

struct Delegate<'a> {
    page: &'a WorkloadPage,
    desk: &'a mut Desk,
    requests: &'a mut Vec<Request>,
}

impl TableDelegate for Delegate<'_> {
    fn header_cell_ui(&mut self, ui: &mut Ui, info: &HeaderCellInfo) {
        match info.col_range.start.checked_sub(1) {
            None => heading(ui, &text(desk_language(self.page), "app-workload-posts"), Align::Min),
            Some(column) => heading(ui, &self.page.column_title(column), Align::Max),
        }
    }

    fn row_ui(&mut self, ui: &mut Ui, row: u64) {
        let tokens = Tokens::in_use(ui);
        let rect = ui.max_rect();
        // What is computed stands on a darker ground than what is typed.
        let fill = match self.page.emphasis(row as usize) {
            Emphasis::Normal => tokens.stripe,
            emphasis => ground(&tokens, emphasis),
        };
        ui.painter().rect_filled(rect, 0.0, fill);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, tokens.line));
    }

    fn cell_ui(&mut self, ui: &mut Ui, info: &CellInfo) {
        let row = info.row_nr as usize;
        match info.col_nr.checked_sub(1) {
            None => self.name(ui, row),
            Some(column) => {
                let shown = self.page.cell(row, column);
                let at = CellAt { row, column };
                grid::cell(ui, self.page, at, &shown, &mut self.desk.days, self.requests);
            }
        }
    }

    fn default_row_height(&self) -> f32 {
        ROW_HEIGHT
    }
}

impl Delegate<'_> {
    /// The job and, where there is room, who holds it.
    fn name(&mut self, ui: &mut Ui, row: usize) {
        let (job, holder) = self.page.row_title(row);
        let tokens = Tokens::in_use(ui);
        let rect = ui.max_rect();
        let both = if holder.is_empty() { job.clone() } else { format!("{job} ({holder})") };
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let font = TextStyle::Body.resolve(ui.style());
        let inside = Rect::from_min_max(
            pos2(rect.left() + MARGIN, rect.top()),
            pos2(rect.right() - MARGIN, rect.bottom()),
        );
        let cut = cell::text(&painter, inside, Align::Min, &both, font, tokens.text);
        let response = ui.interact(rect, ui.scope_id().with("name"), egui::Sense::CLICK);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::RowHeader, true, &both));
        if response.clicked() {
            let column = self.desk.days.state.cursor.column;
            self.requests.push(Request::Grid(Intent::Select(CellAt { row, column })));
        }
        if cut {
            response.on_hover_text(both);
        }
    }
}

fn show_detail(ui: &mut Ui, language: Language, detail: &WorkloadDetail) {
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        title(ui, &detail.title);
        ui.horizontal_wrapped(|ui| {
            for said in &detail.sentences {
                ui.label(unbroken(said));
            }
        });
        if !detail.warning.is_empty() {
            ui.horizontal(|ui| {
                mark(ui, Severity::Warning);
                ui.label(unbroken(&detail.warning));
            });
        }
        if detail.payers.is_empty() {
            return;
        }
        ui.add_space(4.0);
        let columns = [
            ("app-workload-payer", 420.0),
            ("app-workload-payer-days", 130.0),
            ("app-workload-payer-amount", 140.0),
        ];
        let room = (ui.available_width() - 290.0).clamp(160.0, 420.0).round();
        let columns = columns.map(|(id, width)| ListColumn {
            title: text(language, id),
            width: if id == "app-workload-payer" { room } else { width },
            number: id != "app-workload-payer",
        });
        let list = List {
            id: "days-payers",
            columns: columns.into(),
            sticky: 1,
            groups: Vec::new(),
            open_hint: String::new(),
            rows: detail.payers.len(),
            cell: &|row, column| payer_cell(detail, row, column),
            emphasis: &|_| Emphasis::Normal,
            selected: None,
            scroll_to: None,
            choose_rows: false,
        };
        list.show(ui, f32::INFINITY);
    });
}

fn payer_cell(detail: &WorkloadDetail, row: usize, column: usize) -> CellView {
    let Some(payer) = detail.payers.get(row) else { return CellView::default() };
    let emphasis = if payer.is_missing { Emphasis::Alarm } else { Emphasis::Normal };
    match column {
        0 => cell::words(payer.name.clone(), emphasis),
        1 => cell::number(payer.days.clone(), emphasis),
        _ => cell::number(payer.amount.clone(), emphasis),
    }
}

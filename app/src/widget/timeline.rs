//! Agreements over the years: a bar for each tranche, marks for decisions and payments.

use egui::{
    Align, Align2, Color32, CornerRadius, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke,
    StrokeKind, TextStyle, Ui, WidgetInfo, pos2, vec2,
};
use previ_engine::calendar::DueKind;
use previ_engine::certainty::Certainty;
use previ_session::views::agreements::{TimelineBar, TimelinePage, TimelineRow};

use super::block::unbroken;
use super::cell;
use crate::theme::Tokens;

const HEADING: f32 = 46.0;
const BAR: f32 = 20.0;
/// Room above the bars for decisions, below them for payments.
const MARKS: f32 = 14.0;
/// How far from a mark the pointer still means it.
const NEAR: f32 = 7.0;

/// The colour of a bar.
#[must_use]
pub fn colour(tokens: &Tokens, certainty: Option<Certainty>) -> Color32 {
    match certainty {
        Some(Certainty::Certain) => tokens.certainty[0],
        Some(Certainty::Favourable) => tokens.certainty[1],
        Some(Certainty::Filed) => tokens.certainty[2],
        Some(Certainty::NotFiled) => tokens.certainty[3],
        None => tokens.surface,
    }
}

/// Shows the rows; the place of the one that was clicked.
pub fn show(ui: &mut Ui, page: &TimelinePage) -> Option<usize> {
    let tokens = Tokens::in_use(ui);
    let names = (ui.available_width() * 0.32).clamp(150.0, 300.0).round();
    let width = (ui.available_width() - names - 8.0).max(120.0);
    let height = HEADING + page.rows.iter().map(row_height).sum::<f32>();
    let (whole, _) = ui.allocate_exact_size(vec2(names + width, height), Sense::hover());
    let left = whole.left() + names;
    let month = width / page.months.max(1) as f32;
    let painter = ui.painter().clone();
    painter.rect_filled(whole, CornerRadius::same(4), tokens.surface);
    years(ui, page, Rect::from_min_max(pos2(left, whole.top()), whole.right_bottom()));
    let mut top = whole.top() + HEADING;
    let mut clicked = None;
    for (place, row) in page.rows.iter().enumerate() {
        let bottom = top + row_height(row);
        let rect = Rect::from_min_max(pos2(whole.left(), top), pos2(whole.right(), bottom));
        painter.hline(rect.x_range(), rect.top(), Stroke::new(1.0, tokens.line));
        let response = ui.interact(rect, ui.scope_id().with(("timeline", place)), Sense::click());
        if response.hovered() || response.has_focus() {
            painter.rect_stroke(rect.shrink(1.0), 2.0, Stroke::new(1.5, tokens.accent), StrokeKind::Inside);
        }
        let name = Rect::from_min_max(rect.min, pos2(left, bottom));
        label(ui, &painter.with_clip_rect(name.intersect(ui.clip_rect())), name, row);
        bars(ui, &painter, row, pos2(left, top + MARKS), month);
        marks(&tokens, &painter, row, left..bottom, (top, month));
        if spoken(response, row, left, month).clicked() {
            clicked = Some(place);
        }
        top = bottom;
    }
    if let Some(today) = page.today {
        let x = left + (today as f32 + 0.5) * month;
        painter.vline(x, whole.top() + HEADING - 4.0..=whole.bottom(), Stroke::new(2.0, tokens.warning));
        let font = TextStyle::Small.resolve(ui.style());
        let galley = painter.layout_no_wrap(page.today_label.clone(), font, tokens.warning);
        let x = (x - galley.size().x / 2.0).clamp(left, (whole.right() - galley.size().x).max(left));
        painter.galley(pos2(x, whole.top() + 25.0), galley, tokens.warning);
    }
    clicked
}

fn row_height(row: &TimelineRow) -> f32 {
    MARKS * 2.0 + lanes(row).1 as f32 * (BAR + 2.0)
}

/// The lane of each bar, so that tranches of the same months stand one below the other, and their number.
fn lanes(row: &TimelineRow) -> (Vec<usize>, usize) {
    let mut ends: Vec<usize> = Vec::new();
    let mut found = Vec::new();
    for bar in &row.bars {
        let free = ends.iter().position(|end| *end <= bar.months.start);
        let lane = free.unwrap_or_else(|| {
            ends.push(0);
            ends.len() - 1
        });
        ends[lane] = bar.months.end;
        found.push(lane);
    }
    (found, ends.len().max(1))
}

/// The names of the years and a line where each begins.
fn years(ui: &Ui, page: &TimelinePage, rect: Rect) {
    let tokens = Tokens::in_use(ui);
    let painter = ui.painter();
    let width = rect.width() / page.years.len().max(1) as f32;
    let font = TextStyle::Body.resolve(ui.style());
    for (place, year) in page.years.iter().enumerate() {
        let x = rect.left() + place as f32 * width;
        painter.vline(x, rect.y_range(), Stroke::new(1.0, tokens.line));
        let middle = pos2(x + width / 2.0, rect.top() + 12.0);
        painter.text(middle, Align2::CENTER_CENTER, year, font.clone(), tokens.text);
    }
}

/// The name of the agreement over that of its funder.
fn label(ui: &Ui, painter: &Painter, rect: Rect, row: &TimelineRow) {
    let tokens = Tokens::in_use(ui);
    let inner = rect.shrink2(vec2(cell::MARGIN, 4.0));
    let upper = Rect::from_min_max(inner.min, pos2(inner.right(), inner.top() + 21.0));
    let lower = Rect::from_min_max(upper.left_bottom(), pos2(inner.right(), upper.bottom() + 18.0));
    cell::text(painter, upper, Align::Min, &row.label, TextStyle::Body.resolve(ui.style()), tokens.text);
    cell::text(painter, lower, Align::Min, &row.funder, TextStyle::Small.resolve(ui.style()), tokens.weak);
}

fn bars(ui: &Ui, painter: &Painter, row: &TimelineRow, from: Pos2, month: f32) {
    let tokens = Tokens::in_use(ui);
    let (lanes, _) = lanes(row);
    for (bar, lane) in row.bars.iter().zip(lanes) {
        let top = from.y + lane as f32 * (BAR + 2.0);
        let x = |place: usize| from.x + place as f32 * month;
        let rect = Rect::from_min_max(
            pos2(x(bar.months.start) + 1.0, top),
            pos2(x(bar.months.end) - 1.0, top + BAR),
        );
        let fill = colour(&tokens, bar.certainty);
        painter.rect(rect, corners(bar), fill, Stroke::new(1.0, tokens.weak), StrokeKind::Inside);
        let font = TextStyle::Small.resolve(ui.style());
        let ink = ink(&tokens, fill);
        let galley = painter.layout_no_wrap(unbroken(&bar.amount), font, ink);
        if galley.size().x + 8.0 <= rect.width() {
            let place = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect);
            painter.galley(place.min, galley, ink);
        }
    }
}

/// Round where the tranche begins and ends, straight where it goes on beyond the plan.
fn corners(bar: &TimelineBar) -> CornerRadius {
    let (begins, ends) = (if bar.began_before { 0 } else { 4 }, if bar.goes_on { 0 } else { 4 });
    CornerRadius { nw: begins, sw: begins, ne: ends, se: ends }
}

/// The colour of text that reads best on a ground: that of the greater contrast, as WCAG reckons it, squares
/// standing in for its powers.
fn ink(tokens: &Tokens, ground: Color32) -> Color32 {
    let light = |colour: Color32| -> u32 {
        let squares = [(colour.r(), 21), (colour.g(), 72), (colour.b(), 7)];
        squares.map(|(part, weight)| u32::from(part).pow(2) * weight).into_iter().sum::<u32>() + 325_125
    };
    let contrast = |ink: &Color32| {
        let (one, other) = (light(*ink), light(ground));
        one.max(other) * 100 / one.min(other)
    };
    [tokens.text, tokens.on_accent].into_iter().max_by_key(contrast).unwrap_or(tokens.text)
}

/// Decisions above the bars, money below them.
fn marks(
    tokens: &Tokens,
    painter: &Painter,
    row: &TimelineRow,
    edges: std::ops::Range<f32>,
    (top, month): (f32, f32),
) {
    for mark in &row.marks {
        let x = edges.start + (mark.month as f32 + 0.5) * month;
        let y = if mark.kind == DueKind::Decision { top + MARKS / 2.0 } else { edges.end - MARKS / 2.0 };
        sign(tokens, painter, pos2(x, y), mark.kind);
    }
}

/// A diamond for a decision, a disc for money that comes, a triangle for money that goes back.
pub fn sign(tokens: &Tokens, painter: &Painter, centre: Pos2, kind: DueKind) {
    let shape = |points: [(f32, f32); 4], fill, stroke| {
        let points = points.map(|(x, y)| centre + vec2(x, y)).to_vec();
        painter.add(Shape::convex_polygon(points, fill, stroke));
    };
    match kind {
        DueKind::Payment => {
            painter.circle_filled(centre, 4.0, tokens.positive);
        }
        DueKind::GiveBack => {
            let points = [(-5.0, -4.0), (5.0, -4.0), (0.0, 5.0), (0.0, 5.0)];
            shape(points, tokens.negative, Stroke::NONE);
        }
        _ => {
            let points = [(0.0, -5.0), (5.0, 0.0), (0.0, 5.0), (-5.0, 0.0)];
            shape(points, tokens.surface, Stroke::new(1.5, tokens.text));
        }
    }
}

/// What is under the pointer is said beside it, the whole row to a screen reader.
fn spoken(response: Response, row: &TimelineRow, left: f32, month: f32) -> Response {
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &row.words));
    let Some(pointer) = response.hover_pos() else { return response };
    let place = (pointer.x - left) / month;
    if place < 0.0 {
        return response.on_hover_text_at_pointer(format!("{}\n{}", row.label, row.funder));
    }
    let bars = row.bars.iter().filter(|bar| bar.months.contains(&(place as usize))).map(|bar| &bar.words);
    let is_near = |mark: usize| ((mark as f32 + 0.5 - place) * month).abs() <= NEAR;
    let marks = row.marks.iter().filter(|mark| is_near(mark.month)).map(|mark| &mark.words);
    let said: Vec<String> = bars.chain(marks).map(|words| unbroken(words)).collect();
    if said.is_empty() { response } else { response.on_hover_text_at_pointer(said.join("\n")) }
}

//! The two pictures: cash month by month, income by how sure it is.

use egui::{CornerRadius, Id, Rect, Role, Sense, Stroke, TextStyle, Ui, WidgetInfo, pos2, vec2};
use egui_plot::{
    AxisHints, GridMark, HLine, HoverPosition, Line, LineStyle, MarkerShape, Plot, PlotPoints, Points,
};
use previ_session::views::cash::CashCurve;
use previ_words::{Decimals, Language, amount, money, month_long, month_short, text};

use super::block::unbroken;
use crate::theme::Tokens;

/// The curve of cash with the reserve and the months below zero.
pub fn cash(ui: &mut Ui, id: &'static str, language: Language, curve: &CashCurve, height: f32) {
    let tokens = Tokens::in_use(ui);
    let euros = |cents: i64| cents as f64 / 100.0;
    let series = |cents: &[i64]| -> Vec<[f64; 2]> {
        cents.iter().enumerate().map(|(month, cents)| [month as f64, euros(*cents)]).collect()
    };
    let closing = series(&curve.closing_cents);
    let below: Vec<[f64; 2]> = closing.iter().copied().filter(|point| point[1] < 0.0).collect();
    let reserve = curve.reserve_cents.as_deref().map(series);
    let months = curve.months.clone();
    let name = move |value: f64, long: bool| -> String {
        let place = value.round();
        if (value - place).abs() > 0.01 || place < 0.0 {
            return String::new();
        }
        let month = months.get(place as usize);
        let name = if long { month_long } else { month_short };
        month.map_or_else(String::new, |month| name(language, *month))
    };
    let (tick_name, hover_name) = (name.clone(), name);
    let shown_cents = curve.closing_cents.clone();
    let cash_name = text(language, "app-chart-cash");
    let hover_cash = cash_name.clone();
    let small = TextStyle::Small.resolve(ui.style());
    let count = curve.months.len();
    let step = month_step(count, ui.available_width());
    let x_axis = AxisHints::new_x()
        .formatter(move |mark: GridMark, _| tick_name(mark.value, false))
        .tick_label_font(small.clone())
        .label_spacing(8.0..=10.0);
    let y_axis = AxisHints::new_y()
        .formatter(move |mark: GridMark, _| {
            unbroken(&amount(language, (mark.value * 100.0).round() as i64, Decimals::None))
        })
        .tick_label_font(small)
        .label_spacing(14.0..=18.0);
    let plot = Plot::new(Id::unique(id))
        .height(height)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .custom_x_axes(vec![x_axis])
        .custom_y_axes(vec![y_axis])
        .x_grid_spacer(move |input| month_marks(count, step, input.bounds))
        .y_grid_spacer(move |input| euro_marks(input.bounds, height))
        .show_crosshair(false)
        .include_y(0.0)
        .set_margin_fraction(vec2(0.02, 0.08))
        .show_background(false)
        .grid_color(tokens.line)
        .label_formatter(move |position| match position {
            HoverPosition::NearDataPoint { plot_name, position, .. } if *plot_name == hover_cash => {
                let cents = shown_cents.get(position.x.round().max(0.0) as usize)?;
                let month = hover_name(position.x.round(), true);
                Some(format!("{month}\n{}", unbroken(&money(language, *cents, Decimals::None))))
            }
            HoverPosition::NearDataPoint { .. } | HoverPosition::Elsewhere { .. } => None,
        });
    let reserve_name = text(language, "app-chart-reserve");
    let response = plot.show(ui, |plot| {
        plot.hline(HLine::new("", 0.0).color(tokens.weak).width(1.0).allow_hover(false));
        if let Some(reserve) = reserve {
            let line = Line::new(reserve_name, PlotPoints::from(reserve));
            plot.line(
                line.color(tokens.warning).width(1.5).style(LineStyle::dashed_loose()).allow_hover(false),
            );
        }
        plot.line(Line::new(cash_name.clone(), PlotPoints::from(closing)).color(tokens.accent).width(2.5));
        if !below.is_empty() {
            let points = Points::new("", PlotPoints::from(below));
            plot.points(
                points
                    .color(tokens.negative)
                    .radius(if count > 60 { 2.5 } else { 4.0 })
                    .shape(MarkerShape::Circle)
                    .allow_hover(false),
            );
        }
    });
    response.response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &cash_name));
}

/// Months between two marks, so that their names do not touch.
fn month_step(count: usize, width: f32) -> usize {
    // The amounts beside the chart take their part of the width.
    let room = ((width - 90.0) / 66.0).max(1.0) as usize;
    [1, 3, 6, 12, 24].into_iter().find(|step| count / step <= room).unwrap_or(60)
}

/// A mark every `step` months.
fn month_marks(count: usize, step: usize, (from, to): (f64, f64)) -> Vec<GridMark> {
    let marks =
        (0..count).step_by(step).map(|month| GridMark { value: month as f64, step_size: step as f64 });
    marks.filter(|mark| mark.value >= from && mark.value <= to).collect()
}

/// Marks at round amounts, as many as there is room for.
fn euro_marks((from, to): (f64, f64), height: f32) -> Vec<GridMark> {
    let span = (to - from).max(1.0);
    let most = f64::from(height / 32.0).max(2.0);
    let power = 10_f64.powf((span / most).log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].map(|times| times * power).into_iter().find(|step| span / step <= most);
    let step = step.unwrap_or(span);
    let first = (from / step).ceil() as i64;
    let last = (to / step).floor() as i64;
    (first..=last).map(|nth| GridMark { value: nth as f64 * step, step_size: step }).collect()
}

/// A bar of several parts; `whole` is how many cents the full width stands for, `mark` a value shown by a
/// line across.
pub fn bar(ui: &mut Ui, name: &str, parts: &[(egui::Color32, i64)], whole: i64, mark: i64, width: f32) {
    let tokens = Tokens::in_use(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 22.0), Sense::hover());
    let painter = ui.painter();
    let scale = |cents: i64| width * (cents.max(0) as f32 / whole.max(1) as f32);
    let mut left = rect.left();
    for (colour, cents) in parts {
        let right = left + scale(*cents);
        if right > left {
            let part = Rect::from_min_max(pos2(left, rect.top()), pos2(right, rect.bottom()));
            painter.rect_filled(part, CornerRadius::ZERO, *colour);
        }
        left = right;
    }
    if mark > 0 {
        let x = rect.left() + scale(mark);
        painter.vline(x, rect.expand(3.0).y_range(), Stroke::new(2.0, tokens.text));
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
}

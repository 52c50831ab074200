//! *Plan de charge*: the days of each position, those planned on activities, and what is left of them.

use previ_engine::days::Days;
use previ_engine::workload::{PositionLoad, in_year, workload_without_money};

use super::super::cell::{Look, Role, Shape};
use super::super::grids::FIRST_ROW;
use super::super::sheet::{Print, Sheet};
use super::super::source::Source;
use super::activities::FIRST_YEAR;

/// The sheet; `None` without any position in the view.
///
/// Days stand here as they were when exported; only their sums are formulas.
pub(in super::super) fn sheet(source: &Source<'_>) -> Option<Sheet> {
    let workload = workload_without_money(source.view);
    if workload.positions.is_empty() {
        return None;
    }
    let name = source.word("tab-workload");
    let mut sheet = Sheet::new(&name, &name, (0, &source.word("workload-note")));
    sheet.text(2, 0, &source.word("as-exported-note"), Role::Note);
    let years = source.years.len() as u16;
    sheet.widths = vec![(0, 0, 7.0), (1, 1, 44.0), (2, 2, 44.0), (3, FIRST_YEAR + years, 12.0)];
    sheet.frozen = (FIRST_ROW, 3);
    sheet.print = Print::OnePageWide { repeated: (FIRST_ROW - 1, FIRST_ROW - 1) };
    sheet.headers(FIRST_ROW - 1, 0, &source.words(&["number", "position", "days"]));
    sheet.headers(FIRST_ROW - 1, FIRST_YEAR, &source.year_names());
    let mut row = FIRST_ROW;
    for load in &workload.positions {
        row = position(source, &mut sheet, row, load);
    }
    Some(sheet)
}

/// The rows of a position; the row after them.
fn position(source: &Source<'_>, sheet: &mut Sheet, first: u32, load: &PositionLoad) -> u32 {
    sheet.whole(first, 0, load.position.0.into(), Look(Role::Subtotal, Shape::Whole));
    sheet.wrapped(first, 1, source.plan.label(load.position.into()), Role::Subtotal);
    let years = source.years.len();
    let mut row = first;
    let mut days = |sheet: &mut Sheet, name: &str, role: Role, months: &[Days]| {
        sheet.text(row, 2, name, role);
        for year in 0..years {
            let look = Look(role, Shape::Cents);
            sheet.decimal(row, FIRST_YEAR + year as u16, in_year(months, year).value(), look);
        }
        row += 1;
        row - 1
    };
    days(sheet, &source.word("days-available"), Role::Plain, &load.available);
    if load.lent.iter().any(|days| !days.is_zero()) {
        days(sheet, &source.word("days-lent"), Role::Plain, &load.lent);
    }
    let meant = days(sheet, &source.word("days-operational"), Role::Plain, &load.operational);
    let activities = load.time.iter().filter(|time| time.activity.is_some());
    for time in activities.filter(|time| time.planned.iter().any(|days| !days.is_zero())) {
        let name = format!("    {}", source.activity(time.activity));
        days(sheet, &name, Role::Derived, &time.planned);
    }
    let (planned, left) = (row, row + 1);
    sheet.text(planned, 2, &source.word("days-planned"), Role::Subtotal);
    sheet.text(left, 2, &source.word("days-left"), Role::Total);
    for year in 0..years {
        let column = FIRST_YEAR + year as u16;
        let here = |row| source.refs.here(row, column);
        let of_activities = match planned - meant {
            1 => "0".to_owned(),
            _ => format!("SUM({}:{})", here(meant + 1), here(planned - 1)),
        };
        let sum = in_year(&load.planned(), year);
        let look = |role| Look(role, Shape::Cents);
        sheet.formula_of(planned, column, of_activities, &sum.value(), look(Role::Subtotal));
        let difference = format!("ROUND({}-{},6)", here(meant), here(planned));
        let rest = in_year(&load.left(), year).value();
        sheet.formula_of(left, column, difference, &rest, look(Role::Total));
    }
    left + 2
}

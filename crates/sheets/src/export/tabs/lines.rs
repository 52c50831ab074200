//! *Lignes*: what was typed for budget lines, contributions in kind and investments.

use std::collections::BTreeMap;

use previ_engine::diagnostic::Arg;
use previ_engine::money::{Amount, Quantity};
use previ_engine::schedule::{ScheduleRule, YearKind};
use previ_engine::timeline::FiscalYear;
use previ_words::{
    account_label, month_short, schedule_rule, short_month_names, text_with, timing, year_kind,
};
use rust_decimal::Decimal;

use super::super::cell::{Look, Role, Shape};
use super::super::grids::assets::{self, Invested};
use super::super::grids::schedule::in_force;
use super::super::grids::scheduled::{self, Scheduled};
use super::super::grids::{FIRST_COLUMN, FIRST_ROW, Grids, year_column};
use super::super::refs::Tab;
use super::super::sheet::{Print, Sheet};
use super::super::source::Source;

/// The column with a monthly amount, a unit price, an indexed base or the cost of an investment.
pub(in super::super) const BASE_COLUMN: u16 = 7;

/// What stands on *Lignes* and where.
pub(in super::super) struct Placed<'a> {
    pub(in super::super) scheduled: Vec<Scheduled<'a>>,
    pub(in super::super) invested: Vec<Invested<'a>>,
    /// First row of the amounts by calendar year.
    calendar_first: u32,
}

/// Where everything stands.
pub(in super::super) fn place<'a>(source: &Source<'a>) -> Placed<'a> {
    let (mut scheduled, end) = scheduled::place(source);
    // Two empty rows, a title and heads before each further block.
    let invested = assets::place(source, end + 4);
    let calendar_first = invested.last().map_or(end, |last| last.row + 1) + 4;
    let by_calendar_year = scheduled.iter_mut().filter(|item| item.is_by_calendar_year(source));
    for (item, row) in by_calendar_year.zip(calendar_first..) {
        item.calendar_row = Some(row);
    }
    Placed { scheduled, invested, calendar_first }
}

/// The sheet.
pub(in super::super) fn sheet(source: &Source<'_>, placed: &Placed<'_>, grids: &Grids) -> Sheet {
    let name = source.tab(Tab::Lines);
    let mut sheet = Sheet::new(&name, &name, (0, &source.word("lines-note")));
    let columns = FIRST_COLUMN + source.years.len() as u16;
    sheet.widths =
        vec![(0, 0, 38.0), (1, 2, 7.5), (3, 4, 28.0), (5, 5, 26.0), (6, 6, 18.0), (7, columns, 12.5)];
    sheet.frozen = (FIRST_ROW, 1);
    sheet.print = Print::OnePageWide { repeated: (FIRST_ROW - 1, FIRST_ROW - 1) };
    let heads = ["label", "number", "account", "account-label", "activity", "schedule", "settlement", "base"];
    sheet.headers(FIRST_ROW - 1, 0, &source.words(&heads));
    sheet.headers(FIRST_ROW - 1, FIRST_COLUMN, &source.year_names());
    for item in &placed.scheduled {
        labels(source, &mut sheet, item);
        base(source, &mut sheet, item);
        years(source, &mut sheet, item, grids);
    }
    if let Some(first) = placed.scheduled.iter().find(|item| item.resource.is_some()) {
        sheet.section(first.input_row - 1, columns, &source.word("in-kind-title"));
    }
    investments(source, &mut sheet, placed, columns);
    calendar_years(source, &mut sheet, placed, columns);
    sheet
}

fn labels(source: &Source<'_>, sheet: &mut Sheet, item: &Scheduled<'_>) {
    let (row, language) = (item.input_row, source.language);
    sheet.wrapped(row, 0, source.plan.label(item.item), Role::Plain);
    sheet.whole(row, 1, item.item.number().into(), Look(Role::Plain, Shape::Whole));
    sheet.shaped_text(row, 2, &item.account.to_string(), Look(Role::Plain, Shape::Centred));
    sheet.wrapped(row, 3, &account_label(language, source.reference, item.account), Role::Plain);
    sheet.wrapped(row, 4, &source.activity(item.activity), Role::Plain);
    sheet.wrapped(row, 5, &schedule_text(source, item), Role::Plain);
    if let Some(settlement) = item.settlement {
        sheet.wrapped(row, 6, &timing(language, &settlement.timing), Role::Plain);
    }
}

/// The rule of a schedule, its months of the calendar and how many months were typed by hand.
fn schedule_text(source: &Source<'_>, item: &Scheduled<'_>) -> String {
    let mut parts = vec![schedule_rule(source.language, &item.schedule.rule)];
    let months: &[u8] = match &item.schedule.rule {
        ScheduleRule::Yearly { months, .. } | ScheduleRule::QuantityPrice { months, .. } => months,
        _ => &[],
    };
    if item.is_by_calendar_year(source) {
        parts.push(year_kind(source.language, YearKind::Calendar));
    }
    let names = short_month_names(source.language);
    let named = months.iter().filter_map(|month| names.get(usize::from(*month).checked_sub(1)?).copied());
    parts.extend(Some(named.collect::<Vec<_>>().join(" ")).filter(|names| !names.is_empty()));
    let typed = item.schedule.overrides.keys().filter(|month| source.place(**month).is_some()).count();
    if typed > 0 {
        let args = [("count", Arg::Number(Decimal::from(typed as u64)))];
        parts.push(text_with(source.language, "export-typed-months", &args));
    }
    parts.join(", ")
}

fn base(source: &Source<'_>, sheet: &mut Sheet, item: &Scheduled<'_>) {
    let typed = match &item.schedule.rule {
        ScheduleRule::Monthly(amount) => amount.euros(),
        ScheduleRule::QuantityPrice { unit_price, .. } if item.has_quantities() => unit_price.euros(),
        ScheduleRule::Indexed { yearly, .. } => yearly.euros(),
        ScheduleRule::QuantityPrice { .. }
        | ScheduleRule::Yearly { .. }
        | ScheduleRule::Once { .. }
        | ScheduleRule::Free(_) => return,
    };
    sheet.decimal(item.input_row, BASE_COLUMN, typed, Look(Role::Input, Shape::Cents));
    if item.has_quantities() {
        let text = format!("{} – {}", source.plan.label(item.item), source.word("quantity"));
        sheet.text(item.input_row + 1, 0, &text, Role::Note);
    }
}

fn years(source: &Source<'_>, sheet: &mut Sheet, item: &Scheduled<'_>, grids: &Grids) {
    let row = item.input_row;
    match &item.schedule.rule {
        ScheduleRule::Yearly { amounts, .. } if item.calendar_row.is_none() => {
            let typed: Vec<FiscalYear> = source.years.clone();
            stepped_cells(source, sheet, item, row, &typed, amounts, Amount::euros, Shape::Cents);
        }
        ScheduleRule::QuantityPrice { quantities, unit_price, .. } if item.has_quantities() => {
            let typed: Vec<FiscalYear> = source.years.clone();
            let shape = Shape::Decimal;
            stepped_cells(source, sheet, item, row + 1, &typed, quantities, Quantity::value, shape);
            let price = source.refs.here(row, BASE_COLUMN);
            for (place, year) in source.years.iter().enumerate() {
                if !year.months().any(|month| item.window.contains(month)) {
                    continue;
                }
                let column = year_column(place);
                let total = in_force(quantities, year.key()).value().saturating_mul(unit_price.euros());
                let formula = format!("{}*${price}", source.refs.here(row + 1, column));
                let look = Look(Role::Plain, Shape::Cents);
                sheet.formula_of(row, column, formula, &total.normalize(), look);
            }
        }
        _ => {
            let months = grids.months.get((item.month_row - FIRST_ROW) as usize);
            for place in 0..source.years.len() {
                let cents = months.map_or(0, |months| months.year_cents(place));
                let formula = source.refs.at(Tab::Months, item.month_row, year_column(place));
                sheet.formula(row, year_column(place), formula, cents, Look(Role::Plain, Shape::Cents));
            }
        }
    }
}

/// The values of years: typed where the plan types them and in the first year, elsewhere those of the year
/// before.
#[expect(clippy::too_many_arguments, reason = "two kinds of values share one rule")]
fn stepped_cells<T: Copy + Default>(
    source: &Source<'_>,
    sheet: &mut Sheet,
    item: &Scheduled<'_>,
    row: u32,
    years: &[FiscalYear],
    steps: &BTreeMap<i32, T>,
    value: impl Fn(T) -> Decimal,
    shape: Shape,
) {
    let mut follows = false;
    for (place, year) in years.iter().enumerate() {
        let column = year_column(place);
        if !year.months().any(|month| item.window.contains(month)) {
            follows = false;
            continue;
        }
        let typed = value(in_force(steps, year.key()));
        if follows && !steps.contains_key(&year.key()) {
            let before = source.refs.here(row, column - 1);
            sheet.formula_of(row, column, before, &typed, Look(Role::Plain, shape));
        } else if typed.is_zero() && !steps.contains_key(&year.key()) {
            sheet.blank(row, column, Look(Role::Input, shape));
        } else {
            sheet.decimal(row, column, typed, Look(Role::Input, shape));
        }
        follows = true;
    }
}

fn investments(source: &Source<'_>, sheet: &mut Sheet, placed: &Placed<'_>, columns: u16) {
    let Some(first) = placed.invested.first() else { return };
    sheet.section(first.row - 2, columns, &source.word("investments-title"));
    let heads =
        ["label", "number", "account", "account-label", "activity", "purchase", "settlement", "amount"];
    sheet.headers(first.row - 1, 0, &source.words(&heads));
    for Invested { investment, row } in &placed.invested {
        let language = source.language;
        sheet.text(*row, 0, &investment.label, Role::Plain);
        sheet.whole(*row, 1, investment.id.0.into(), Look(Role::Plain, Shape::Whole));
        sheet.shaped_text(*row, 2, &investment.account.to_string(), Look(Role::Plain, Shape::Centred));
        sheet.wrapped(*row, 3, &account_label(language, source.reference, investment.account), Role::Plain);
        sheet.wrapped(*row, 4, &source.activity(investment.activity), Role::Plain);
        let mut bought = month_short(language, investment.purchase);
        if let Some(life) = investment.life_months {
            let args = [("count", Arg::Number(life.into()))];
            bought = format!("{bought}, {}", text_with(language, "export-life-months", &args));
        }
        sheet.wrapped(*row, 5, &bought, Role::Plain);
        sheet.text(*row, 6, &timing(language, &investment.settlement.timing), Role::Plain);
        sheet.cents(*row, BASE_COLUMN, investment.amount.cents(), Look(Role::Input, Shape::Cents));
    }
}

/// Amounts by calendar year of items of an association whose fiscal years are others.
fn calendar_years(source: &Source<'_>, sheet: &mut Sheet, placed: &Placed<'_>, columns: u16) {
    let first = source.timeline.first();
    let january = first.plus(1 - i32::from(first.number()));
    let years: Vec<FiscalYear> =
        (0..=source.years.len() as i32).map(|n| FiscalYear { first: january.plus(12 * n) }).collect();
    let items = placed.scheduled.iter().filter_map(|item| item.calendar_row.map(|row| (row, item)));
    for (row, item) in items {
        if row == placed.calendar_first {
            sheet.section(row - 2, columns, &source.word("calendar-years-title"));
            sheet.headers(row - 1, 0, &source.words(&["label", "number"]));
            let names: Vec<String> = years.iter().map(|year| year.key().to_string()).collect();
            sheet.headers(row - 1, FIRST_COLUMN, &names);
        }
        sheet.text(row, 0, source.plan.label(item.item), Role::Plain);
        sheet.whole(row, 1, item.item.number().into(), Look(Role::Plain, Shape::Whole));
        if let ScheduleRule::Yearly { amounts, .. } = &item.schedule.rule {
            stepped_cells(source, sheet, item, row, &years, amounts, Amount::euros, Shape::Cents);
        }
    }
}

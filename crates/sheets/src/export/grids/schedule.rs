//! The months of a schedule as formulas of what was typed.

use std::collections::BTreeMap;

use previ_engine::id::IndexId;
use previ_engine::month::Month;
use previ_engine::schedule::{ScheduleRule, YearKind};
use previ_engine::timeline::FiscalYear;
use rust_decimal::Decimal;

use super::super::cell::Cell;
use super::super::formula::Slice;
use super::super::refs::Tab;
use super::super::source::Source;
use super::super::tabs::assumptions::Assumed;
use super::super::tabs::lines::BASE_COLUMN;
use super::scheduled::Scheduled;
use super::year_column;

/// The months of an item; `cents` are what the engine gives.
pub(super) fn cells(
    source: &Source<'_>,
    item: &Scheduled<'_>,
    assumed: &Assumed,
    cents: &[i64],
) -> Vec<Cell> {
    let one = |(month, cents): (&Month, &i64)| {
        if !item.window.contains(*month) {
            return Cell::Blank;
        }
        if item.schedule.overrides.contains_key(month) {
            return Cell::Typed(*cents);
        }
        if item.is_hourly {
            return Cell::derived(*cents);
        }
        match formula(source, item, assumed, *month) {
            Some(formula) => Cell::Formula(formula, *cents),
            None if *cents == 0 => Cell::Open,
            None => Cell::Typed(*cents),
        }
    };
    source.months.iter().zip(cents).map(one).collect()
}

/// A month before the horizon that may still be settled inside it.
pub(super) struct Earlier {
    pub(super) month: Month,
    pub(super) cents: i64,
    /// Its amount as a formula, where something typed on *Lignes* decides it.
    pub(super) formula: Option<String>,
}

/// The months of an item before the horizon, as far back as a payment can be put off.
pub(super) fn earlier(source: &Source<'_>, item: &Scheduled<'_>, assumed: &Assumed) -> Vec<Earlier> {
    let first = source.timeline.first();
    // Sixty instalments, twelve months apart.
    let furthest = first.plus(-60 * 12);
    let typed = |month: &Month| match &item.schedule.rule {
        ScheduleRule::Once { month: once, .. } => month == once,
        ScheduleRule::Free(amounts) => amounts.contains_key(month),
        _ => item.schedule.from.is_some(),
    };
    let is_sparse = matches!(item.schedule.rule, ScheduleRule::Once { .. } | ScheduleRule::Free(_));
    let has_amount =
        |month: &Month| typed(month) || (is_sparse && item.schedule.overrides.contains_key(month));
    let all = (0..first.since(furthest)).map(|n| furthest.plus(n));
    let inside = all.filter(|month| item.window.contains(*month) && has_amount(month));
    let one = |month: Month| {
        let overridden = item.schedule.overrides.get(&month);
        let formula = if overridden.is_some() { None } else { formula(source, item, assumed, month) };
        let cents = overridden.map_or_else(|| cents_before(source, item, month), |amount| amount.cents());
        Earlier { month, cents, formula }
    };
    inside.map(one).filter(|earlier| earlier.cents != 0).collect()
}

/// What the rule of an item gives in a month before the horizon, where every index stands at 1.
fn cents_before(source: &Source<'_>, item: &Scheduled<'_>, month: Month) -> i64 {
    let of_year = |chosen: &[u8], year: FiscalYear, total: Decimal| {
        slice(item, chosen, year, month).map_or(0, |slice| slice.cents(total))
    };
    match &item.schedule.rule {
        ScheduleRule::Yearly { amounts, years, months } => {
            let year = year_of(source, *years, month);
            of_year(months, year, in_force(amounts, year.key()).euros())
        }
        ScheduleRule::QuantityPrice { quantities, unit_price, months } => {
            let year = source.timeline.fiscal_year(month);
            let quantity = in_force(quantities, year.key()).value();
            of_year(months, year, quantity.saturating_mul(unit_price.euros()))
        }
        ScheduleRule::Indexed { yearly, .. } => {
            let from = month.since(source.timeline.fiscal_year(month).first).unsigned_abs().into();
            Slice { from, to: from + 1, of: 12 }.cents(yearly.euros())
        }
        ScheduleRule::Monthly(amount) => amount.cents(),
        ScheduleRule::Once { month: once, amount } => {
            if month == *once {
                amount.cents()
            } else {
                0
            }
        }
        ScheduleRule::Free(amounts) => amounts.get(&month).map_or(0, |amount| amount.cents()),
    }
}

/// The value in force in a year: that of the last key not after it.
pub(in super::super) fn in_force<T: Copy + Default>(steps: &BTreeMap<i32, T>, year: i32) -> T {
    steps.range(..=year).next_back().map(|(_, value)| *value).unwrap_or_default()
}

/// The formula of a month; `None` where the month itself is typed.
fn formula(source: &Source<'_>, item: &Scheduled<'_>, assumed: &Assumed, month: Month) -> Option<String> {
    let base = || source.refs.fixed(Tab::Lines, item.input_row, BASE_COLUMN);
    match &item.schedule.rule {
        ScheduleRule::Yearly { years, months, .. } => {
            let year = year_of(source, *years, month);
            let slice = slice(item, months, year, month)?;
            Some(slice.formula(&year_cell(source, item, year)?))
        }
        ScheduleRule::QuantityPrice { months, .. } => {
            let year = source.timeline.fiscal_year(month);
            let slice = slice(item, months, year, month)?;
            Some(slice.formula(&year_cell(source, item, year)?))
        }
        ScheduleRule::Monthly(_) => Some(Slice::WHOLE.formula(&base())),
        ScheduleRule::Indexed { index, .. } => Some(indexed(source, assumed, *index, month, &base())),
        ScheduleRule::Once { .. } | ScheduleRule::Free(_) => None,
    }
}

fn year_of(source: &Source<'_>, kind: YearKind, month: Month) -> FiscalYear {
    match kind {
        YearKind::Fiscal => source.timeline.fiscal_year(month),
        YearKind::Calendar => FiscalYear { first: month.plus(1 - i32::from(month.number())) },
    }
}

/// The part of a year's amount that falls in a month: the amount is shared over the months of the
/// calendar chosen, inside the dates of the item.
fn slice(item: &Scheduled<'_>, chosen: &[u8], year: FiscalYear, month: Month) -> Option<Slice> {
    let shares = |month: &Month| {
        (chosen.is_empty() || chosen.contains(&month.number())) && item.window.contains(*month)
    };
    if !shares(&month) {
        return None;
    }
    let (mut from, mut of) = (0, 0);
    for sharing in year.months().filter(shares) {
        of += 1;
        from += u64::from(sharing < month);
    }
    Some(Slice { from, to: from + 1, of })
}

/// The cell of *Lignes* with the amount of a year.
fn year_cell(source: &Source<'_>, item: &Scheduled<'_>, year: FiscalYear) -> Option<String> {
    let place = usize::try_from(year.key() - source.years.first()?.key()).ok()?;
    let row = item.calendar_row.unwrap_or(item.input_row);
    Some(source.refs.fixed(Tab::Lines, row, year_column(place)))
}

/// A twelfth of the base at the level of the month: running totals over the fiscal year, whose months
/// may stand at two levels.
fn indexed(source: &Source<'_>, assumed: &Assumed, index: IndexId, month: Month, base: &str) -> String {
    let year = source.timeline.fiscal_year(month);
    let until = |last: Month| {
        let mut months_at: BTreeMap<Option<String>, u32> = BTreeMap::new();
        for month in year.months().take_while(|month| *month <= last) {
            *months_at.entry(assumed.level(source, index, month)).or_default() += 1;
        }
        let terms: Vec<String> = months_at
            .into_iter()
            .map(|(level, count)| level.map_or_else(|| count.to_string(), |level| format!("{count}*{level}")))
            .collect();
        format!("ROUND({base}*({})/12,2)", terms.join("+"))
    };
    if month == year.first { until(month) } else { format!("{}-{}", until(month), until(month.plus(-1))) }
}

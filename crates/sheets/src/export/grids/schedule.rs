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
    let mut formulas = Formulas::new(source, item, assumed);
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
        match formulas.of(*month) {
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
    let mut formulas = Formulas::new(source, item, assumed);
    let one = |month: Month| {
        let overridden = item.schedule.overrides.get(&month);
        let formula = if overridden.is_some() { None } else { formulas.of(month) };
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

/// Makes the formulas of an item month by month; addresses that months of a year share are put together once.
struct Formulas<'a> {
    source: &'a Source<'a>,
    item: &'a Scheduled<'a>,
    assumed: &'a Assumed,
    /// The cell of *Lignes* with the amount of every month or of a year at the first level of an index.
    base: String,
    /// The year of the last month asked for.
    year: Option<FiscalYear>,
    /// The cell of *Lignes* with its amount.
    amount: Option<String>,
    /// The level of the index in each of its months.
    levels: Vec<Option<String>>,
}

impl<'a> Formulas<'a> {
    fn new(source: &'a Source<'_>, item: &'a Scheduled<'_>, assumed: &'a Assumed) -> Self {
        let base = source.refs.fixed(Tab::Lines, item.input_row, BASE_COLUMN);
        Self { source, item, assumed, base, year: None, amount: None, levels: Vec::new() }
    }

    /// The formula of a month; `None` where the month itself is typed.
    fn of(&mut self, month: Month) -> Option<String> {
        match &self.item.schedule.rule {
            ScheduleRule::Yearly { years, months, .. } => self.part_of_year(*years, months, month),
            ScheduleRule::QuantityPrice { months, .. } => self.part_of_year(YearKind::Fiscal, months, month),
            ScheduleRule::Monthly(_) => Some(Slice::WHOLE.formula(&self.base)),
            ScheduleRule::Indexed { index, .. } => Some(self.indexed(*index, month)),
            ScheduleRule::Once { .. } | ScheduleRule::Free(_) => None,
        }
    }

    fn part_of_year(&mut self, years: YearKind, months: &[u8], month: Month) -> Option<String> {
        let year = year_of(self.source, years, month);
        let slice = slice(self.item, months, year, month)?;
        if self.enters(year) {
            self.amount = year_cell(self.source, self.item, year);
        }
        Some(slice.formula(self.amount.as_ref()?))
    }

    fn enters(&mut self, year: FiscalYear) -> bool {
        self.year.replace(year) != Some(year)
    }

    /// A twelfth of the base at the level of the month: running totals over the fiscal year, whose months
    /// may stand at two levels.
    fn indexed(&mut self, index: IndexId, month: Month) -> String {
        let year = self.source.timeline.fiscal_year(month);
        if self.enters(year) {
            self.levels = year.months().map(|month| self.assumed.level(self.source, index, month)).collect();
        }
        let until = |count: usize| {
            let mut months_at: BTreeMap<Option<&str>, u32> = BTreeMap::new();
            for level in self.levels.iter().take(count) {
                *months_at.entry(level.as_deref()).or_default() += 1;
            }
            let terms: Vec<String> = months_at
                .into_iter()
                .map(|(level, count)| {
                    level.map_or_else(|| count.to_string(), |level| format!("{count}*{level}"))
                })
                .collect();
            format!("ROUND({}*({})/12,2)", self.base, terms.join("+"))
        };
        match year.months().take_while(|before| *before < month).count() {
            0 => until(1),
            before => format!("{}-{}", until(before + 1), until(before)),
        }
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

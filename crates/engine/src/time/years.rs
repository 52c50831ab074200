//! Years laid over their months.

use rust_decimal::Decimal;

use super::row::Row;
use super::schedule::{Window, YearKind};
use super::timeline::{FiscalYear, Timeline};
use crate::frame::Index;
use crate::money::{Amount, multiply, spread, to_cents};
use crate::month::Month;

/// One in the integer weights made from index factors: nine decimals.
pub(crate) const FACTOR_ONE: u64 = 1_000_000_000;

/// The integer weight of a factor: nine decimals, at least 0, at most a million.
pub(crate) fn factor_weight(factor: Decimal) -> u64 {
    let most = Decimal::from(1_000_000_u64);
    let cents = to_cents(factor.clamp(Decimal::ZERO, most) * Decimal::from(10_000_000_u64));
    cents.unsigned_abs()
}

/// The amount of each year, in even parts over those of its months that are chosen and inside the window.
pub(super) fn yearly(
    years: YearKind,
    months: &[u8],
    window: Window,
    timeline: &Timeline,
    total: impl Fn(i32) -> Decimal,
    row: &mut Row,
) {
    let mut year = match years {
        YearKind::Fiscal => timeline.fiscal_year(row.first),
        YearKind::Calendar => FiscalYear { first: row.first.plus(1 - i32::from(row.first.number())) },
    };
    // The parts of the last year: they mostly come back in the next one.
    let (mut known, mut parts) = (None, [0; 12]);
    while year.first <= timeline.last() {
        let mut weights = [1; 12];
        let is_whole = window.contains(year.first) && window.contains(year.last());
        if !(is_whole && months.is_empty()) {
            for (weight, month) in weights.iter_mut().zip(year.months()) {
                let chosen = months.is_empty() || months.contains(&month.number());
                *weight = u64::from(chosen && (is_whole || window.contains(month)));
            }
        }
        let year_in_parts = (total(year.key()), weights);
        if known != Some(year_in_parts) {
            parts = in_parts(year_in_parts.0, &weights);
            known = Some(year_in_parts);
        }
        // A month outside the window or the timeline gets no entry; its share is not moved.
        row.write(year.first, &parts);
        let Some(next) = year.next() else { break };
        year = next;
    }
}

/// The cents of each month of a year.
fn in_parts(total: Decimal, weights: &[u64; 12]) -> [i64; 12] {
    let mut parts = [0; 12];
    parts.iter_mut().zip(spread(total, weights)).for_each(|(part, cents)| *part = cents);
    parts
}

/// The quantity of each fiscal year in even parts over its months, each part at the price of its month in cents.
pub(super) fn priced(
    months: &[u8],
    window: Window,
    timeline: &Timeline,
    (quantity, price): (impl Fn(i32) -> Decimal, &dyn Fn(Month) -> i64),
    row: &mut Row,
) {
    let mut year = timeline.fiscal_year(row.first);
    while year.first <= timeline.last() {
        let is_shared = |month: &Month| {
            (months.is_empty() || months.contains(&month.number())) && window.contains(*month)
        };
        let count = year.months().filter(is_shared).count();
        let mut weights = [0; 12];
        for (weight, month) in weights.iter_mut().zip(year.months()).filter(|(_, month)| is_shared(month)) {
            *weight = price(month).unsigned_abs();
        }
        if count > 0 {
            // Prices as weights: running totals are those of the exact parts, rounded.
            let prices: u64 = weights.iter().sum();
            let mean = Decimal::from(prices) / Decimal::from(100 * count);
            row.write(year.first, &in_parts(multiply(quantity(year.key()), mean), &weights));
        }
        let Some(next) = year.next() else { break };
        year = next;
    }
}

/// A twelfth of a yearly amount each month at the level of its index.
pub(super) fn indexed(yearly: Amount, index: Option<&Index>, timeline: &Timeline, row: &mut Row) {
    let mut year = timeline.fiscal_year(row.first);
    let mut level = index.map_or(Decimal::ONE, |index| index.factor(year.first.plus(-1), timeline));
    let mut weight = factor_weight(level);
    while year.first <= timeline.last() {
        let mut weights = [0; 12];
        for (place, month) in weights.iter_mut().zip(year.months()) {
            if let Some(growth) = index.and_then(|index| index.step(month, timeline)) {
                level = multiply(level, growth);
                weight = factor_weight(level);
            }
            *place = weight;
        }
        let sum: u64 = weights.iter().sum();
        let factor = Decimal::from(sum) / Decimal::from(FACTOR_ONE * 12);
        row.write(year.first, &in_parts(multiply(yearly.euros(), factor), &weights));
        let Some(next) = year.next() else { break };
        year = next;
    }
}

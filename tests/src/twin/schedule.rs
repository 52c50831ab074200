//! Amounts over time and when they become money.

use previ_engine::month::Month;
use previ_engine::schedule::{Schedule, ScheduleRule, YearKind};
use previ_engine::timing::Timing;
use rust_decimal::Decimal;

use super::euros::{round, share_evenly};
use super::situation::{Dates, Situation, inside, months};

/// Months before the plan in which nothing begins any more.
const LONG_AGO: i32 = -600;

/// The months in which a schedule has amounts, none after the plan. It begins with the plan unless it says
/// itself that it began before: by its first month, or by a rule that names its months.
pub fn months_of(situation: &Situation<'_>, schedule: &Schedule, dates: Dates) -> Vec<Month> {
    let names_months = matches!(schedule.rule, ScheduleRule::Once { .. } | ScheduleRule::Free(_));
    let start = if schedule.from.is_some() || names_months { LONG_AGO } else { 0 };
    months(situation.first.plus(start), situation.last).filter(|month| inside(*month, dates)).collect()
}

/// The amount of a month that lies inside the dates.
pub fn amount_in(situation: &Situation<'_>, schedule: &Schedule, dates: Dates, month: Month) -> Decimal {
    if let Some(typed) = schedule.overrides.get(&month) {
        return round(typed.euros());
    }
    match &schedule.rule {
        ScheduleRule::Monthly(amount) => round(amount.euros()),
        ScheduleRule::Once { month: when, amount } if *when == month => round(amount.euros()),
        ScheduleRule::Once { .. } => Decimal::ZERO,
        ScheduleRule::Free(amounts) => amounts.get(&month).map_or(Decimal::ZERO, |one| round(one.euros())),
        ScheduleRule::Yearly { amounts, years, months } => {
            let start = match years {
                YearKind::Fiscal => situation.year_start(month),
                YearKind::Calendar => month.plus(1 - i32::from(month.number())),
            };
            let known = amounts.range(..=start.year()).next_back();
            let amount = known.map_or(Decimal::ZERO, |(_, amount)| amount.euros());
            share_of_year(amount, start, months, dates, month)
        }
        ScheduleRule::QuantityPrice { quantities, unit_price, months } => {
            let start = situation.year_start(month);
            let known = quantities.range(..=start.year()).next_back();
            let quantity = known.map_or(Decimal::ZERO, |(_, quantity)| quantity.value());
            share_of_year(quantity * unit_price.euros(), start, months, dates, month)
        }
        ScheduleRule::Indexed { yearly, index } => {
            let reached = |last: Month| {
                let year = months(situation.year_start(month), last);
                let levels: Decimal = year.map(|one| situation.level(*index, one).round_dp(9)).sum();
                round(yearly.euros() * levels / Decimal::from(12))
            };
            let before = month.plus(-1);
            reached(month)
                - if before < situation.year_start(month) { Decimal::ZERO } else { reached(before) }
        }
    }
}

/// What falls to a month of a year's amount, shared among the chosen months inside the dates.
fn share_of_year(amount: Decimal, start: Month, chosen: &[u8], dates: Dates, month: Month) -> Decimal {
    let sharing: Vec<Month> = months(start, start.plus(11))
        .filter(|one| chosen.is_empty() || chosen.contains(&one.number()))
        .filter(|one| inside(*one, dates))
        .collect();
    match sharing.iter().position(|one| *one == month) {
        Some(place) => share_evenly(amount, sharing.len())[place],
        None => Decimal::ZERO,
    }
}

/// When an amount of a month is paid or received.
pub fn payments(timing: &Timing, month: Month, amount: Decimal) -> Vec<(Month, Decimal)> {
    match timing {
        Timing::SameMonth | Timing::OnReceipt => vec![(month, amount)],
        Timing::After { months } => vec![(month.plus(i32::from(*months)), amount)],
        Timing::Before { months } => vec![(month.plus(-i32::from(*months)), amount)],
        Timing::InMonths { months: numbers } => {
            let mut when = month;
            while !numbers.contains(&when.number()) {
                when = when.plus(1);
            }
            vec![(when, amount)]
        }
        Timing::Instalments { count, every_months } => share_evenly(amount, usize::from(*count))
            .into_iter()
            .enumerate()
            .map(|(place, part)| (month.plus(place as i32 * i32::from(*every_months)), part))
            .collect(),
    }
}

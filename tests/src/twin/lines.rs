//! Budget lines and contributions in kind.

use previ_engine::cash::CashRow;
use previ_engine::in_kind::{HourlyValue, InKind, InKindKind};
use previ_engine::line::BudgetLine;
use previ_engine::month::Month;
use previ_engine::payroll::Parameter;
use previ_engine::schedule::ScheduleRule;
use previ_engine::timing::Timing;
use rust_decimal::Decimal;

use super::euros::round;
use super::movement::{Movement, Place};
use super::schedule::{amount_in, months_of, payments};
use super::situation::{Dates, Situation, both, inside, months};
use crate::HOURS;

/// A cost and its payment, an income and its receipt.
pub fn budget_line(situation: &Situation<'_>, line: &BudgetLine) -> Vec<Movement> {
    let mut movements = Vec::new();
    if !situation.holds(line.only_if.as_ref()) || !situation.takes_place(line.activity) {
        return movements;
    }
    let dates = both((line.schedule.from, line.schedule.to), situation.dates(line.activity));
    let is_cost = line.account.class() == 6;
    let row = match line.account.prefix(3) {
        754 => CashRow::Gifts,
        756 => CashRow::Dues,
        _ if is_cost => CashRow::Expenses(line.account.prefix(2) as u8),
        _ => CashRow::Income(line.account.prefix(2) as u8),
    };
    let result = Place::Account(line.account);
    let third_party = Place::account(if is_cost { 401 } else { 411 });
    let treasury = Place::Treasury(line.settlement.account);
    for month in months_of(situation, &line.schedule, dates) {
        let amount = amount_in(situation, &line.schedule, dates, month);
        let mut post = |month, from: Place, to: Place, euros| {
            let (debit, credit) = if is_cost { (from, to) } else { (to, from) };
            movements.push(Movement {
                month: Some(month),
                debit,
                credit,
                euros,
                activity: line.activity,
                row,
            });
        };
        if line.settlement.timing == Timing::OnReceipt {
            post(month, result, treasury, amount);
        } else {
            post(month, result, third_party, amount);
            for (when, part) in payments(&line.settlement.timing, month, amount) {
                post(when, third_party, treasury, part);
            }
        }
    }
    movements
}

/// A use and its resource, both in class 8.
pub fn in_kind(situation: &Situation<'_>, item: &InKind) -> Vec<Movement> {
    if !situation.holds(item.only_if.as_ref()) || !situation.takes_place(item.activity) {
        return Vec::new();
    }
    let (used, given) = match item.kind {
        InKindKind::Relief => (860, 870),
        InKindKind::FreeUse => (861, 871),
        InKindKind::Services => (862, 871),
        InKindKind::Volunteering => (864, 875),
    };
    let dates = both((item.schedule.from, item.schedule.to), situation.dates(item.activity));
    months_of(situation, &item.schedule, dates)
        .into_iter()
        .map(|month| Movement {
            month: Some(month),
            debit: Place::account(used),
            credit: Place::account(given),
            euros: value_in(situation, item, dates, month),
            activity: item.activity,
            row: CashRow::Transfers,
        })
        .collect()
}

/// What is given in a month: hours at what an hour is worth by law where the plan says so.
fn value_in(situation: &Situation<'_>, item: &InKind, dates: Dates, month: Month) -> Decimal {
    let is_typed = item.schedule.overrides.contains_key(&month);
    let (Some(hourly), ScheduleRule::QuantityPrice { quantities, months: chosen, .. }, false) =
        (item.hourly, &item.schedule.rule, is_typed)
    else {
        return amount_in(situation, &item.schedule, dates, month);
    };
    let start = situation.year_start(month);
    let hours =
        quantities.range(..=start.year()).next_back().map_or(Decimal::ZERO, |(_, hours)| hours.value());
    let sharing: Vec<Month> = months(start, start.plus(11))
        .filter(|one| chosen.is_empty() || chosen.contains(&one.number()))
        .filter(|one| inside(*one, dates))
        .collect();
    if !sharing.contains(&month) {
        return Decimal::ZERO;
    }
    // The sum up to a month is the exact one, rounded.
    let until = |last: Month| -> Decimal {
        let before = sharing.iter().filter(|one| **one <= last);
        let prices: Decimal = before.map(|one| hour(situation, hourly, *one)).sum();
        round(hours * prices / Decimal::from(sharing.len()))
    };
    until(month) - until(month.plus(-1))
}

/// What an hour is worth.
fn hour(situation: &Situation<'_>, hourly: HourlyValue, month: Month) -> Decimal {
    let known = |kind: Parameter| {
        let mut of_kind: Vec<(Month, Decimal)> = HOURS
            .iter()
            .filter(|(of, ..)| *of == kind)
            .filter_map(|(_, value, (year, number))| Some((Month::new(*year, *number)?, value.parse().ok()?)))
            .collect();
        of_kind.sort();
        let at = of_kind.iter().rposition(|(from, _)| *from <= month).unwrap_or(0);
        (of_kind[at], at + 1 == of_kind.len())
    };
    let ((from, mut euros), is_last) = known(Parameter::MinimumWage);
    let indexes = &situation.plan.frame.assumptions.indexes;
    let smic = indexes.iter().find(|index| index.name.trim().to_lowercase() == "smic").filter(|_| is_last);
    for year in from.year() + 1..=month.year() {
        if let Some(index) = smic {
            let growth = index.by_year.get(&year).unwrap_or(&index.yearly);
            euros = round(euros * (Decimal::ONE + growth.value() / Decimal::ONE_HUNDRED));
        }
    }
    match hourly {
        HourlyValue::MinimumWage => euros,
        HourlyValue::MinimumWageWithContributions => {
            let ((_, percent), _) = known(Parameter::MinimumWageContributions);
            round(euros * (Decimal::ONE + percent / Decimal::ONE_HUNDRED))
        }
    }
}

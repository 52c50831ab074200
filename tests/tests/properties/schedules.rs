//! What a timing changes and what not; one line cut in two.

use std::collections::BTreeMap;
use std::sync::Arc;

use previ_engine::certainty::CertaintyView;
use previ_engine::id::{ItemId, LineId};
use previ_engine::line::BudgetLine;
use previ_engine::money::Amount;
use previ_engine::month::Month;
use previ_engine::plan::Plan;
use previ_engine::schedule::{Schedule, ScheduleRule, YearKind};
use previ_engine::timing::Timing;
use previ_engine::view::View;
use previ_tests::figures::{Cell, figures, same};
use previ_tests::generator::Dice;
use rust_decimal::Decimal;

use crate::random::{Verdict, holds, view_of};

#[test]
fn a_timing_changes_no_result_and_no_cash_once_all_is_settled() {
    holds(150, |plan, seed| {
        let before = in_the_middle(plan);
        let after = with_other_timings(&before, &mut Dice::new(seed));
        let last = before.frame.timeline().last();
        for certainty in CertaintyView::ALL {
            let (mut before, mut after) =
                (figures(&view_of(&before, certainty)), figures(&view_of(&after, certainty)));
            let stays = |cell: Cell| match cell {
                Cell::Income(..) | Cell::Result(_) => true,
                Cell::Closing(month) | Cell::Balance(month, ..) => month == last,
                _ => false,
            };
            before.retain(|cell, _| stays(*cell));
            after.retain(|cell, _| stays(*cell));
            same(&before, &after)?;
        }
        Ok(())
    });
}

/// Ten years, and what is bought or sold lies half a year around the end of the fifth: five years before
/// it, four after it.
fn in_the_middle(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    Arc::make_mut(&mut plan.frame).horizon.years = 10;
    plan.readings.clear();
    let first = plan.frame.timeline().first();
    for line in plan.lines.iter_mut().map(Arc::make_mut) {
        line.schedule.from = Some(first.plus(60));
        line.schedule.to = Some(first.plus(65));
    }
    for investment in plan.investments.iter_mut().map(Arc::make_mut) {
        investment.purchase = first.plus(60);
        investment.in_use = None;
    }
    with_other_timings(&plan, &mut Dice::new(1))
}

fn with_other_timings(plan: &Plan, dice: &mut Dice) -> Plan {
    let mut plan = plan.clone();
    for line in &mut plan.lines {
        Arc::make_mut(line).settlement.timing = timing(dice);
    }
    for investment in &mut plan.investments {
        Arc::make_mut(investment).settlement.timing = timing(dice);
    }
    plan
}

fn timing(dice: &mut Dice) -> Timing {
    let months = dice.between(1, 50) as u8;
    match dice.below(6) {
        0 => Timing::SameMonth,
        1 => Timing::After { months },
        2 => Timing::Before { months },
        3 => Timing::InMonths { months: vec![2, 11] },
        4 => Timing::Instalments { count: months / 4 + 1, every_months: 4 },
        _ => Timing::OnReceipt,
    }
}

#[test]
fn a_line_cut_in_two_gives_the_same_years_and_months_within_a_cent() {
    holds(200, |plan, seed| match plan.lines.first() {
        Some(line) => cut(plan, line, &mut Dice::new(seed)),
        None => Ok(()),
    });
}

fn cut(plan: &Plan, line: &BudgetLine, dice: &mut Dice) -> Verdict {
    let Some((one, other)) = halves(&line.schedule, dice) else { return Ok(()) };
    let mut cut = plan.clone();
    let mut part = |id: u32, schedule: Schedule| {
        cut.lines.push(Arc::new(BudgetLine { id: LineId(id), schedule, ..line.clone() }));
    };
    part(98_001, one);
    part(98_002, other);
    cut.lines.remove(0);
    let whole = by_month(&view_of(plan, CertaintyView::Everything), &[line.id]);
    let parts = by_month(&view_of(&cut, CertaintyView::Everything), &[LineId(98_001), LineId(98_002)]);
    let running_sums_differ = whole.keys().chain(parts.keys()).find(|until| {
        let sum =
            |months: &BTreeMap<Month, i64>| months.range(..=**until).map(|(_, cents)| cents).sum::<i64>();
        (sum(&whole) - sum(&parts)).abs() > 1
    });
    if let Some(month) = running_sums_differ {
        return Err(format!("more than a cent apart in {month}: {whole:?} and {parts:?}"));
    }
    for year in plan.frame.timeline().fiscal_years() {
        let sum = |months: &BTreeMap<Month, i64>| {
            months.range(year.first..=year.last()).map(|(_, cents)| cents).sum::<i64>()
        };
        // A month typed by hand takes the place of what the rule gives it, which is rounded in each part. Where none
        // is typed the parts of a year add up to the year.
        let is_typed = line.schedule.overrides.range(year.first..=year.last()).next().is_some();
        let tolerance = i64::from(is_typed);
        if (sum(&whole) - sum(&parts)).abs() > tolerance {
            return Err(format!("{}: {} in one, {} in two", year.key(), sum(&whole), sum(&parts)));
        }
    }
    Ok(())
}

/// The result of some lines by month.
fn by_month(view: &View, lines: &[LineId]) -> BTreeMap<Month, i64> {
    let (registry, timeline) = (view.registry(), view.timeline());
    let mut months = BTreeMap::new();
    for entry in view.entries() {
        let ItemId::Line(line) = registry.source_at(entry.source) else { continue };
        for (account, cents) in [(entry.debit, -entry.amount_cents), (entry.credit, entry.amount_cents)] {
            if lines.contains(&line) && matches!(registry.account_at(account).number.class(), 6 | 7) {
                *months.entry(timeline.month(entry.month)).or_default() += cents;
            }
        }
    }
    months
}

/// Two schedules that make one, the first in whole cents; none for rules whose years are not typed.
fn halves(schedule: &Schedule, dice: &mut Dice) -> Option<(Schedule, Schedule)> {
    let (mut one, mut other) = (schedule.clone(), schedule.clone());
    let mut split = |one: &mut Amount, other: &mut Amount| {
        let part = other.euros() * Decimal::new(dice.between(-50, 150), 2);
        *one = Amount::new(part.round_dp(2)).unwrap();
        *other = Amount::new(other.euros() - one.euros()).unwrap();
    };
    match (&mut one.rule, &mut other.rule) {
        (
            ScheduleRule::Yearly { amounts: one, years: YearKind::Fiscal, .. },
            ScheduleRule::Yearly { amounts: other, .. },
        ) => one.values_mut().zip(other.values_mut()).for_each(|(one, other)| split(one, other)),
        (ScheduleRule::Monthly(one), ScheduleRule::Monthly(other)) => split(one, other),
        (ScheduleRule::Once { amount: one, .. }, ScheduleRule::Once { amount: other, .. }) => {
            split(one, other);
        }
        (ScheduleRule::Free(one), ScheduleRule::Free(other)) => {
            one.values_mut().zip(other.values_mut()).for_each(|(one, other)| split(one, other));
        }
        _ => return None,
    }
    one.overrides.values_mut().zip(other.overrides.values_mut()).for_each(|(one, other)| split(one, other));
    Some((one, other))
}

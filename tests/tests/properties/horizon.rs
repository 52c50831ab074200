//! Longer plans begin like shorter ones, and later plans are earlier ones moved.

use std::collections::BTreeMap;
use std::sync::Arc;

use previ_engine::certainty::CertaintyView;
use previ_engine::money::Percent;
use previ_engine::month::Month;
use previ_engine::payment::Trigger;
use previ_engine::plan::Plan;
use previ_engine::pool::AllocationKey;
use previ_engine::position::Time;
use previ_engine::projection::project;
use previ_engine::reference::Reference;
use previ_engine::rule::{Ceiling, PaymentRule, UnspentRule};
use previ_engine::schedule::{Schedule, ScheduleRule};
use previ_engine::timing::Timing;
use previ_tests::bare_reference;
use previ_tests::figures::{Cell, Figures, figures, same};

use crate::random::{Verdict, holds, view_of};

#[test]
fn a_plan_over_more_years_begins_with_the_plan_over_fewer() {
    holds(200, |plan, seed| {
        let years = plan.frame.horizon.years;
        let fewer = 1 + (seed % u64::from(years.saturating_sub(1).max(1))) as u8;
        if fewer >= years {
            return Ok(());
        }
        let long = without_looking_ahead(plan);
        let mut short = long.clone();
        Arc::make_mut(&mut short.frame).horizon.years = fewer;
        let last = short.frame.timeline().last();
        for certainty in CertaintyView::ALL {
            let mut begins = figures(&view_of(&long, certainty));
            begins.retain(|cell, _| month_of(*cell) <= last);
            same(&begins, &figures(&view_of(&short, certainty)))?;
        }
        Ok(())
    });
}

/// A cost after the last month is in no part of a plan, what is paid for it in advance neither, nor is it in the
/// base of public money: only the longer plan knows of it.
fn without_looking_ahead(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    for line in &mut plan.lines {
        if matches!(line.settlement.timing, Timing::Before { .. }) {
            Arc::make_mut(line).settlement.timing = Timing::SameMonth;
        }
    }
    for agreement in plan.agreements.iter_mut().map(Arc::make_mut) {
        agreement.ceilings.retain(|ceiling| !matches!(ceiling, Ceiling::PublicMoney(_)));
    }
    plan
}

fn month_of(cell: Cell) -> Month {
    match cell {
        Cell::Income(month, ..)
        | Cell::Result(month)
        | Cell::Opening(month)
        | Cell::Closing(month)
        | Cell::Worst(month)
        | Cell::Cash(month, _)
        | Cell::Balance(month, ..) => month,
    }
}

#[test]
fn all_dates_one_year_later_give_all_figures_one_year_later() {
    holds(200, |plan, _| one_year_later(plan));
}

fn one_year_later(plan: &Plan) -> Verdict {
    let plan = &without_calendar(plan);
    let (later_plan, later_law) = (shifted(plan), shifted_law());
    for certainty in CertaintyView::ALL {
        let figures_later: Figures = figures(&view_of(plan, certainty))
            .into_iter()
            .map(|(cell, cents)| (later(cell), cents))
            .collect();
        same(&figures_later, &figures(&project(&later_plan, &later_law, None).view(certainty)))?;
    }
    Ok(())
}

/// The legal minimum of an hour has dates of its own: they move too.
fn shifted_law() -> Reference {
    let mut reference = bare_reference();
    for dated in reference.payroll.series.iter_mut().flat_map(|series| &mut series.values) {
        dated.from = dated.from.plus(12);
    }
    reference
}

fn later(cell: Cell) -> Cell {
    match cell {
        Cell::Income(month, activity, account) => Cell::Income(month.plus(12), activity, account),
        Cell::Result(month) => Cell::Result(month.plus(12)),
        Cell::Opening(month) => Cell::Opening(month.plus(12)),
        Cell::Closing(month) => Cell::Closing(month.plus(12)),
        Cell::Worst(month) => Cell::Worst(month.plus(12)),
        Cell::Cash(month, row) => Cell::Cash(month.plus(12), row),
        Cell::Balance(month, side, account) => Cell::Balance(month.plus(12), side, account),
    }
}

/// Days are counted on the calendar, and no later year has the same ones: Easter moves holidays by months and the
/// same dates fall on other days of the week, so that days of a month are another part of it. Full-time
/// equivalents and shares, which depend on dates alone, take their place; the twin knows days.
fn without_calendar(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    for pool in plan.pools.iter_mut().map(Arc::make_mut) {
        if matches!(pool.key, AllocationKey::Days | AllocationKey::DaysAvailable) {
            pool.key = AllocationKey::FullTimeEquivalents;
        }
    }
    for position in plan.positions.iter_mut().map(Arc::make_mut) {
        for share in &mut position.time {
            if let Time::Days(_) = share.time {
                share.time = Time::Share(Percent::new(10.into()).unwrap_or_default());
            }
        }
    }
    plan
}

/// The plan with every date one year later.
fn shifted(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    let frame = Arc::make_mut(&mut plan.frame);
    frame.horizon.first_year += 1;
    for index in &mut frame.assumptions.indexes {
        index.by_year = years_later(&index.by_year);
    }
    for item in &mut frame.opening.items {
        item.due = item.due.plus(12);
    }
    for transfer in plan.transfers.iter_mut().map(Arc::make_mut) {
        transfer.month = transfer.month.plus(12);
    }
    for reading in plan.readings.iter_mut().map(Arc::make_mut) {
        reading.month = reading.month.plus(12);
    }
    for activity in plan.activities.iter_mut().map(Arc::make_mut) {
        shift(&mut activity.from);
        shift(&mut activity.to);
    }
    for line in plan.lines.iter_mut().map(Arc::make_mut) {
        shift_schedule(&mut line.schedule);
    }
    for item in plan.in_kind.iter_mut().map(Arc::make_mut) {
        shift_schedule(&mut item.schedule);
    }
    for position in plan.positions.iter_mut().map(Arc::make_mut) {
        for lending in &mut position.lent {
            shift(&mut lending.from);
            shift(&mut lending.until);
        }
        for share in &mut position.time {
            shift(&mut share.from);
            shift(&mut share.to);
        }
        position.contract.working_time = months_later(&position.contract.working_time);
        for absence in &mut position.contract.absences {
            absence.from = absence.from.plus(12);
            absence.to = absence.to.plus(12);
        }
        position.from = position.from.plus(12);
        shift(&mut position.to);
        position.gross = months_later(&position.gross);
    }
    for agreement in plan.agreements.iter_mut().map(Arc::make_mut) {
        if let PaymentRule::Fixed(UnspentRule::Carry { until }) = &mut agreement.payment {
            shift(until);
        }
    }
    for tranche in plan.agreements.iter_mut().flat_map(|agreement| &mut Arc::make_mut(agreement).tranches) {
        for month in
            [&mut tranche.filing, &mut tranche.signature, &mut tranche.interim_report, &mut tranche.report]
        {
            shift(month);
        }
        tranche.from = tranche.from.plus(12);
        tranche.to = tranche.to.plus(12);
        tranche.decision = tranche.decision.plus(12);
        for instalment in &mut tranche.instalments {
            if let Trigger::InMonth(month) = &mut instalment.trigger {
                *month = month.plus(12);
            }
            if let Some(received) = &mut instalment.received {
                received.month = received.month.plus(12);
            }
        }
        for release in &mut tranche.releases {
            release.month = release.month.plus(12);
        }
    }
    for investment in plan.investments.iter_mut().map(Arc::make_mut) {
        investment.purchase = investment.purchase.plus(12);
        shift(&mut investment.in_use);
    }
    for loan in plan.loans.iter_mut().map(Arc::make_mut) {
        loan.drawn = loan.drawn.plus(12);
    }
    plan
}

fn shift(month: &mut Option<Month>) {
    *month = month.map(|month| month.plus(12));
}

fn years_later<T: Copy>(by_year: &BTreeMap<i32, T>) -> BTreeMap<i32, T> {
    by_year.iter().map(|(year, value)| (year + 1, *value)).collect()
}

fn months_later<T: Copy>(by_month: &BTreeMap<Month, T>) -> BTreeMap<Month, T> {
    by_month.iter().map(|(month, value)| (month.plus(12), *value)).collect()
}

fn shift_schedule(schedule: &mut Schedule) {
    shift(&mut schedule.from);
    shift(&mut schedule.to);
    schedule.overrides = months_later(&schedule.overrides);
    match &mut schedule.rule {
        ScheduleRule::Yearly { amounts, .. } => *amounts = years_later(amounts),
        ScheduleRule::QuantityPrice { quantities, .. } => *quantities = years_later(quantities),
        ScheduleRule::Once { month, .. } => *month = month.plus(12),
        ScheduleRule::Free(amounts) => *amounts = months_later(amounts),
        ScheduleRule::Monthly(_) | ScheduleRule::Indexed { .. } => {}
    }
}

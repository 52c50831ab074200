//! Months and dates.

use alloc::vec::Vec;

use super::{INTERIM_REPORT, LATE_FILING, MONTH_NUMBER, OUTSIDE, REVERSED, TIMING, about};
use crate::diagnostic::{Arg, Diagnostic, Severity};
use crate::id::ItemId;
use crate::month::Month;
use crate::payment::Trigger;
use crate::plan::Plan;
use crate::reference::Reference;
use crate::schedule::{Schedule, ScheduleRule};
use crate::timing::Timing;

/// What lies wholly outside the horizon has no effect, or only through the opening.
pub(super) fn inside_horizon(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let timeline = plan.frame.timeline();
    let (first, last) = (timeline.first(), timeline.last());
    let mut found = Vec::new();
    let mut say = |item: ItemId, field, month: Month| {
        found.push(about(plan, OUTSIDE, Severity::Warning, item, field).with("month", Arg::Month(month)));
    };
    let mut span = |item: ItemId, from: Option<Month>, to: Option<Month>| {
        if let Some(from) = from.filter(|from| *from > last) {
            say(item, "from", from);
        } else if let Some(to) = to.filter(|to| *to < first) {
            say(item, "to", to);
        }
    };
    for activity in &plan.activities {
        span(activity.id.into(), activity.from, activity.to);
    }
    for (item, schedule) in schedules(plan) {
        span(item, schedule.from, schedule.to);
        if let ScheduleRule::Once { month, .. } = schedule.rule {
            span(item, Some(month), Some(month));
        }
    }
    for position in &plan.positions {
        span(position.id.into(), Some(position.from), position.to);
    }
    for agreement in &plan.agreements {
        for tranche in &agreement.tranches {
            span(tranche.id.into(), Some(tranche.from.min(tranche.decision)), None);
        }
    }
    for investment in &plan.investments {
        span(investment.id.into(), Some(investment.purchase), None);
    }
    for loan in &plan.loans {
        span(loan.id.into(), Some(loan.drawn), None);
    }
    for transfer in &plan.transfers {
        span(transfer.id.into(), Some(transfer.month), Some(transfer.month));
    }
    for reading in &plan.readings {
        span(reading.id.into(), Some(reading.month), Some(reading.month));
    }
    found
}

/// Nothing ends before it begins.
pub(super) fn in_order(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let mut spans: Vec<(ItemId, Option<Month>, Option<Month>)> = Vec::new();
    spans.extend(plan.activities.iter().map(|a| (a.id.into(), a.from, a.to)));
    spans.extend(schedules(plan).map(|(item, schedule)| (item, schedule.from, schedule.to)));
    for position in &plan.positions {
        let id = ItemId::from(position.id);
        spans.push((id, Some(position.from), position.to));
        spans.extend(position.time.iter().map(|share| (id, share.from, share.to)));
    }
    let tranches = plan.agreements.iter().flat_map(|agreement| &agreement.tranches);
    spans.extend(tranches.map(|t| (t.id.into(), Some(t.from), Some(t.to))));
    let reversed = spans.into_iter().filter_map(|(item, from, to)| {
        let (from, to) = (from?, to?);
        let diagnostic = || about(plan, REVERSED, Severity::Error, item, "to");
        (to < from).then(|| diagnostic().with("from", Arg::Month(from)).with("to", Arg::Month(to)))
    });
    reversed.collect()
}

/// Months of the calendar are 1 to 12.
pub(super) fn calendar_months(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let mut numbers: Vec<(ItemId, &'static str, &[u8])> = Vec::new();
    for (item, schedule) in schedules(plan) {
        match &schedule.rule {
            ScheduleRule::Yearly { months, .. } | ScheduleRule::QuantityPrice { months, .. } => {
                numbers.push((item, "schedule", months));
            }
            ScheduleRule::Monthly(_)
            | ScheduleRule::Once { .. }
            | ScheduleRule::Indexed { .. }
            | ScheduleRule::Free(_) => {}
        }
    }
    for (item, timing) in timings(plan) {
        if let Timing::InMonths { months } = timing {
            numbers.push((item, "settlement", months));
        }
    }
    let tranches = plan.agreements.iter().flat_map(|agreement| &agreement.tranches);
    for tranche in tranches {
        for instalment in &tranche.instalments {
            if let Trigger::EachYearIn(number) = &instalment.trigger {
                numbers.push((tranche.id.into(), "instalments", core::slice::from_ref(number)));
            }
        }
    }
    let wrong = |months: &[u8]| months.iter().copied().find(|number| !(1..=12).contains(number));
    let found = numbers.into_iter().filter_map(|(item, field, months)| {
        let number = Arg::Number(wrong(months)?.into());
        Some(about(plan, MONTH_NUMBER, Severity::Error, item, field).with("number", number))
    });
    found.collect()
}

/// An application is filed before it is decided, and an interim report comes between the beginning of
/// the period and the final report.
pub(super) fn papers_in_order(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let timeline = plan.frame.timeline();
    let mut found = Vec::new();
    for tranche in plan.agreements.iter().flat_map(|agreement| &agreement.tranches) {
        let id = ItemId::from(tranche.id);
        if let Some(filing) = tranche.filing.filter(|filing| *filing > tranche.decision) {
            let diagnostic = about(plan, LATE_FILING, Severity::Warning, id, "filing");
            let diagnostic = diagnostic.with("filing", Arg::Month(filing));
            found.push(diagnostic.with("decision", Arg::Month(tranche.decision)));
        }
        let report = tranche.report_after(tranche.end(), &timeline);
        let is_inside = |month: &Month| (tranche.from..=report).contains(month);
        if let Some(month) = tranche.interim_report.filter(|month| !is_inside(month)) {
            let diagnostic = about(plan, INTERIM_REPORT, Severity::Warning, id, "interim_report");
            let diagnostic = diagnostic.with("month", Arg::Month(month));
            let diagnostic = diagnostic.with("from", Arg::Month(tranche.from));
            found.push(diagnostic.with("report", Arg::Month(report)));
        }
    }
    found
}

/// Delays are at most five years and instalments at most sixty.
pub(super) fn overlong_timings(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let found = timings(plan).filter_map(|(item, timing)| {
        let number = match timing {
            Timing::After { months } | Timing::Before { months } => *months,
            Timing::Instalments { count, .. } => *count,
            Timing::SameMonth | Timing::InMonths { .. } | Timing::OnReceipt => 0,
        };
        let diagnostic = || about(plan, TIMING, Severity::Error, item, "settlement");
        (number > 60).then(|| diagnostic().with("number", Arg::Number(number.into())))
    });
    found.collect()
}

fn schedules(plan: &Plan) -> impl Iterator<Item = (ItemId, &Schedule)> {
    let lines = plan.lines.iter().map(|line| (ItemId::from(line.id), &line.schedule));
    lines.chain(plan.in_kind.iter().map(|item| (ItemId::from(item.id), &item.schedule)))
}

fn timings(plan: &Plan) -> impl Iterator<Item = (ItemId, &Timing)> {
    let lines = plan.lines.iter().map(|line| (ItemId::from(line.id), &line.settlement.timing));
    lines.chain(plan.investments.iter().map(|item| (ItemId::from(item.id), &item.settlement.timing)))
}

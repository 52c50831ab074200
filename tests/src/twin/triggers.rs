//! The months in which payments of funders are due.

use std::collections::{BTreeMap, BTreeSet};

use previ_engine::month::Month;
use previ_engine::payment::{Instalment, Trigger};
use rust_decimal::Decimal;

use super::base::share_of;
use super::ceiling::are_related;
use super::costs::Ground;
use super::part::Part;
use super::situation::months;

/// Months in which an instalment is due before the usual delay of its funder, each with its weight.
pub type Months = Vec<(Month, Decimal)>;

/// The months of each instalment of each tranche; of one instalment where none are said.
pub fn calendar(parts: &[Part<'_>], ground: &Ground) -> Vec<Vec<Months>> {
    let waits: Vec<bool> = parts.iter().map(waits).collect();
    let beside: Vec<Vec<usize>> = (0..parts.len())
        .map(|at| (0..parts.len()).filter(|other| is_beside(parts, at, *other)).collect())
        .collect();
    // The last month in which money of a tranche arrives, once it is known.
    let mut last: BTreeMap<usize, Month> = BTreeMap::new();
    let mut calendar: Vec<Vec<Months>> = vec![Vec::new(); parts.len()];
    let mut open: BTreeSet<usize> = (0..parts.len()).collect();
    while !open.is_empty() {
        let is_known = |at: usize| !waits[at] || beside[at].iter().all(|other| !open.contains(other));
        let mut ready: Vec<usize> = open.iter().copied().filter(|at| is_known(*at)).collect();
        let is_circular = ready.is_empty();
        if is_circular {
            ready = open.iter().copied().filter(|at| waits_for_itself(*at, &open, &beside, &waits)).collect();
        }
        for at in &ready {
            let others = beside[*at].iter().filter_map(|other| last.get(other)).max().copied();
            let others = others.filter(|_| !is_circular);
            calendar[*at] = months_of(&parts[*at], ground, others);
            last.extend(arrival(&parts[*at], &calendar[*at]).map(|month| (*at, month)));
        }
        open.retain(|at| !ready.contains(at));
    }
    calendar
}

/// Whether one of its payments waits for others.
fn waits(part: &Part<'_>) -> bool {
    let waits =
        |one: &Instalment| one.received.is_none() && matches!(one.trigger, Trigger::AfterOthers { .. });
    part.tranche.instalments.iter().any(waits)
}

/// Whether another tranche pays for the same activities in the same time, for another agreement.
fn is_beside(parts: &[Part<'_>], at: usize, other: usize) -> bool {
    let (own, other) = (&parts[at], &parts[other]);
    own.agreement.id != other.agreement.id
        && own.tranche.from <= other.tranche.to
        && other.tranche.from <= own.tranche.to
        && own.lines().any(|award| other.lines().any(|line| are_related(award, line)))
}

/// Whether it waits, in the end, for itself.
fn waits_for_itself(at: usize, open: &BTreeSet<usize>, beside: &[Vec<usize>], waits: &[bool]) -> bool {
    let mut reached = BTreeSet::new();
    let mut next = vec![at];
    while let Some(here) = next.pop() {
        for other in beside[here].iter().filter(|other| waits[here] && open.contains(other)) {
            if reached.insert(*other) {
                next.push(*other);
            }
        }
    }
    reached.contains(&at)
}

/// The last month in which money of a tranche arrives.
fn arrival(part: &Part<'_>, months: &[Months]) -> Option<Month> {
    let delay = i32::from(part.funder.delay_months);
    let due = months.iter().enumerate().flat_map(|(place, months)| {
        let received = part.tranche.instalments.get(place).and_then(|one| one.received);
        let due = months.iter().map(move |(month, _)| received.map_or(month.plus(delay), |came| came.month));
        due.collect::<Vec<_>>()
    });
    due.max()
}

/// The months of each instalment, when the last money of others arrives in that month.
fn months_of(part: &Part<'_>, ground: &Ground, others: Option<Month>) -> Vec<Months> {
    let once = |month| vec![(month, Decimal::ONE)];
    let mut all: Vec<Months> =
        part.tranche.instalments.iter().map(|one| of_trigger(part, ground, others, one.trigger)).collect();
    if part.tranche.instalments.is_empty() {
        all.push(once(if part.is_claimed() { part.report() } else { part.tranche.decision }));
    }
    // The balance of what is claimed waits for the decision.
    for (month, _) in all.iter_mut().flatten() {
        if part.is_claimed() && *month > part.tranche.to {
            *month = (*month).max(part.tranche.decision);
        }
    }
    all
}

fn of_trigger(part: &Part<'_>, ground: &Ground, others: Option<Month>, trigger: Trigger) -> Months {
    let tranche = part.tranche;
    let decision = tranche.decision;
    let once = |month| vec![(month, Decimal::ONE)];
    let length = tranche.to.since(tranche.from) + 1;
    match trigger {
        Trigger::InMonth(month) => once(month),
        Trigger::OnDecision => once(decision),
        Trigger::OnSignature => once(tranche.signature.unwrap_or(decision)),
        Trigger::EachYearIn(number) => {
            let years = tranche.from.year()..=tranche.to.year();
            let month = |year| {
                tranche
                    .from
                    .plus(12 * (year - tranche.from.year()))
                    .plus(i32::from(number) - i32::from(tranche.from.number()))
            };
            years.map(|year| (month(year).max(decision), Decimal::ONE)).collect()
        }
        Trigger::Quarterly => {
            let all: Vec<Month> = months(tranche.from, tranche.to).collect();
            let quarters = all
                .chunks(3)
                .filter_map(|quarter| Some(((*quarter.last()?).max(decision), Decimal::from(quarter.len()))));
            quarters.collect()
        }
        Trigger::OnInterimReport => {
            let half = tranche.from.plus((length + 1) / 2 - 1);
            once(tranche.interim_report.unwrap_or(half).max(decision))
        }
        Trigger::AfterReport { months } => once(part.report().plus(i32::from(months))),
        Trigger::WhenSpent(share) => {
            let enough = share_of(share, part.counted());
            let mut of_plan = months(part.situation.first, part.situation.last);
            let spent = of_plan.find(|month| part.covered(ground, *month) >= enough);
            once(spent.unwrap_or(part.report()).max(decision))
        }
        Trigger::AfterOthers { months } => {
            once(others.unwrap_or(part.report()).plus(i32::from(months)).max(decision))
        }
    }
}

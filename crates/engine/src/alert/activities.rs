//! Alerts of activities: more money than cost, or cost that outlives its money.

use alloc::vec::Vec;

use super::{COSTS_AFTER_MONEY, OVER_FUNDED, Seen, about};
use crate::diagnostic::{Arg, Diagnostic, Severity};
use crate::funding_statement::funding_by_activity;
use crate::id::ItemId;
use crate::journal::{AccountIndex, ActivityIndex, Rule, Segment};
use crate::month::Month;
use crate::view::View;

/// Less than a euro is rounding.
const LEAST_CENTS: i64 = 100;

/// Own income and grants of an activity beyond its cost, by fiscal year: said once with its first year, the
/// sum and the number of years; in a year in which it is said of an activity, not of those below it.
pub(super) fn over_funded(Seen { view, .. }: Seen<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let granted = granted(view);
    if granted.iter().skip(1).flatten().all(|cents| *cents <= 0) {
        return found;
    }
    let mut said: Vec<(Vec<bool>, usize)> = Vec::new();
    let mut places: Vec<usize> = (1..view.registry().activity_count()).collect();
    let below: Vec<Vec<bool>> = (0..view.registry().activity_count())
        .map(|place| view.registry().subtree(ActivityIndex(place as u16)))
        .collect();
    places.sort_by_key(|place| core::cmp::Reverse(below[*place].iter().filter(|below| **below).count()));
    for place in places {
        let Some(id) = view.registry().activity_at(ActivityIndex(place as u16)) else { continue };
        let mut over: Vec<(i32, i64)> = Vec::new();
        for (year, fiscal_year) in view.timeline().fiscal_years().into_iter().enumerate() {
            let grants = granted.iter().enumerate().filter(|(activity, _)| below[place][*activity]);
            let has_grants = grants.map(|(_, cents)| cents[year]).sum::<i64>() > 0;
            let is_said = said.iter().any(|(below, of)| *of == year && below[place]);
            let cents = if has_grants && !is_said { result_cents(view, year, &below[place]) } else { 0 };
            if cents >= LEAST_CENTS {
                said.push((below[place].clone(), year));
                over.push((fiscal_year.key(), cents));
            }
        }
        if let Some((first, _)) = over.first() {
            let alert = about(view, OVER_FUNDED, Severity::Note, id.into(), "activity");
            let cents = over.iter().map(|(_, cents)| cents).sum();
            let alert = alert.with("year", Arg::Year(*first)).with("amount", Arg::Cents(cents));
            found.push(alert.with("count", Arg::Number(over.len().into())));
        }
    }
    found
}

/// Income of agreements by activity and fiscal year.
fn granted(view: &View) -> Vec<Vec<i64>> {
    let mut granted =
        alloc::vec![alloc::vec![0; view.timeline().year_count()]; view.registry().activity_count()];
    for entry in agreement_segments(view).flat_map(Segment::entries) {
        if let (Some(year), Rule::Award | Rule::DeferredIncome | Rule::DedicatedFundsUsed) =
            (view.timeline().year_of(entry.month), entry.rule)
        {
            granted[usize::from(entry.activity.0)][year] += entry.amount_cents;
        }
    }
    granted
}

fn agreement_segments(view: &View) -> impl Iterator<Item = &Segment> {
    view.segments().iter().filter(|segment| matches!(segment.item, ItemId::Agreement(_)))
}

/// Income less cost of some activities in a year, what is set aside left out.
fn result_cents(view: &View, year: usize, chosen: &[bool]) -> i64 {
    let accounts = view.registry().accounts().iter().enumerate();
    let counted = accounts.filter(|(_, account)| {
        let number = account.number;
        matches!(number.class(), 6 | 7)
            && !number.is_under(crate::journal::accounts::PROVISION_CHARGE)
            && !number.is_under(crate::journal::accounts::PROVISION_INCOME)
    });
    let flow = |place: usize| view.cubes.flow(year, AccountIndex(place as u16), Some(chosen));
    -counted.map(|(place, _)| flow(place)).sum::<i64>()
}

/// Costs of an activity that go on, with nobody to pay them, after the money tied to it has ended.
pub(super) fn costs_after_money(Seen { view, .. }: Seen<'_>) -> Vec<Diagnostic> {
    let ends = ends(view);
    if ends.iter().all(Option::is_none) {
        return Vec::new();
    }
    let (registry, timeline) = (view.registry(), view.timeline());
    let cells = view.cells();
    let funding = funding_by_activity(view);
    let mut found = Vec::new();
    for (place, end) in ends.iter().enumerate() {
        let id = registry.activity_at(ActivityIndex(place as u16));
        let (Some(id), Some(end)) = (id, end) else { continue };
        let after = usize::try_from(end.since(timeline.first()) + 1).unwrap_or(0);
        let mut open_cents = 0;
        for year in 0..timeline.year_count() {
            let months = (year * 12).max(after)..year * 12 + 12;
            let own = cells.costs.iter().filter(|(key, _)| usize::from(key.activity.0) == place);
            let cost: i64 =
                own.map(|(_, cents)| cents.get(months.clone()).unwrap_or_default().iter().sum::<i64>()).sum();
            let left = funding.get(place).map_or(0, |funding| funding.left_cents[year]);
            open_cents += cost.min(left).max(0);
        }
        if open_cents >= LEAST_CENTS {
            let alert = about(view, COSTS_AFTER_MONEY, Severity::Warning, id.into(), "to");
            let alert = alert.with("month", Arg::Month(end.plus(1)));
            found.push(alert.with("amount", Arg::Cents(open_cents)));
        }
    }
    found
}

/// The last month that money tied to each activity, or to one above it, may pay; none without such money.
fn ends(view: &View) -> Vec<Option<Month>> {
    let mut ends = alloc::vec![None; view.registry().activity_count()];
    for (agreement, tranche, line) in view.settlement.lines.iter().copied() {
        let Some(agreement) = view.plan().agreements.get(agreement) else { continue };
        let Some(tranche) = agreement.tranches.get(tranche) else { continue };
        let end = agreement.usable_until(tranche, |tranche| view.counts(agreement, tranche));
        // Money of the structure may pay anything: it says nothing about an activity.
        let activity = tranche.lines.get(line).and_then(|line| line.activity);
        let Some(activity) = activity else { continue };
        let below = view.registry().subtree(view.registry().activity(Some(activity)).0);
        for (known, _) in ends.iter_mut().zip(below).filter(|(_, is_below)| *is_below) {
            *known = (*known).max(Some(end));
        }
    }
    ends
}

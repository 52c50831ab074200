//! Who pays for each activity in each fiscal year: what the assignment of costs says, then general grants.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::funding::{ActivityFunding, PaidBy};
use super::promise;
use crate::agreement::FundingAgreement;
use crate::certainty::Certainty;
use crate::funding::cells::Cells;
use crate::funding::settlement::{CostClass, Settlement, Source, settle};
use crate::id::{AgreementId, ItemId};
use crate::journal::{ActivityIndex, Entry, Rule, Segment};
use crate::money::spread;
use crate::rule::PaymentRule;
use crate::view::View;

/// Every activity with who pays for it, without what of the rest is still to be found.
pub(super) fn by_year(view: &View, cells: &Cells) -> Vec<ActivityFunding> {
    let (registry, timeline) = (&view.registry, &view.timeline);
    let weights = view.plan.frame.weights();
    let settled;
    let settlement = if view.settlement.lines.is_empty() {
        settled = settle(&view.plan, view.certainty, &weights, cells, registry, timeline, None);
        &settled
    } else {
        &view.settlement
    };
    let years = timeline.year_count();
    let none = || alloc::vec![0_i64; years];
    let mut found: Vec<ActivityFunding> = (0..registry.activity_count())
        .map(|place| ActivityFunding::none(registry.activity_at(ActivityIndex(place as u16)), years))
        .collect();
    for (key, cents) in &cells.costs {
        for (month, cents) in cents.iter().enumerate() {
            found[usize::from(key.activity.0)].cost_cents[month / 12] += cents;
        }
    }
    for activity in &mut found {
        activity.left_cents.clone_from(&activity.cost_cents);
    }
    let mut paid: BTreeMap<(usize, usize), Vec<i64>> = BTreeMap::new();
    for (activity, year, source, cents) in shared_out(settlement) {
        let row = &mut found[activity];
        row.left_cents[year] -= cents;
        match source {
            Source::OwnIncome(_) => row.own_income_cents[year] += cents,
            Source::Carried(line) | Source::New(line) => {
                let (agreement, ..) = settlement.lines[line];
                paid.entry((activity, agreement)).or_insert_with(none)[year] += cents;
            }
        }
    }
    fill_with_general(view, &mut found, &mut paid);
    add_without_cost(view, settlement, &mut found);
    for ((activity, agreement), cents) in paid {
        let Some(agreement) = view.plan.agreements.get(agreement) else { continue };
        let certainty = least_certainty(view, agreement, activity);
        let agreement = agreement.id;
        found[activity].paid.push(PaidBy { agreement, certainty, cents, first: None, last: None });
    }
    found
}

fn least_certainty(view: &View, agreement: &FundingAgreement, activity: usize) -> Option<Certainty> {
    let registry = &view.registry;
    let lines =
        agreement.tranches.iter().flat_map(|tranche| tranche.lines.iter().map(move |line| (tranche, line)));
    let counted = lines.filter(|(tranche, line)| {
        view.counts_line(agreement, tranche, line)
            && registry.subtree(registry.activity(line.activity).0)[activity]
    });
    // What a flat rate pays lies outside its activity.
    counted.filter_map(|(tranche, line)| agreement.certainty_of(tranche, line)).min().or(agreement.level())
}

/// What each payer takes of each activity: its share of a class in proportion to what those before it left
/// of each activity there.
fn shared_out(settlement: &Settlement) -> Vec<(usize, usize, Source, i64)> {
    let mut shares = Vec::new();
    let left = |class: &CostClass| -> Vec<u64> {
        class.parts.iter().map(|(_, cents)| cents.max(&0).unsigned_abs()).collect()
    };
    let mut left_cents: Vec<Vec<u64>> = settlement.classes.iter().map(left).collect();
    for row in &settlement.rows {
        let (class, left) = (&settlement.classes[row.class], &mut left_cents[row.class]);
        let parts: Vec<i64> = spread(Decimal::new(row.cents, 2), left).collect();
        for (((activity, _), left), part) in class.parts.iter().zip(left).zip(parts) {
            *left = left.saturating_sub(part.unsigned_abs());
            shares.push((usize::from(activity.0), class.year, row.source, part));
        }
    }
    shares
}

/// General grants pay what is left of their activity, then of those below it.
fn fill_with_general(
    view: &View,
    found: &mut [ActivityFunding],
    paid: &mut BTreeMap<(usize, usize), Vec<i64>>,
) {
    let years = view.timeline.year_count();
    let agreements = view.plan.agreements.iter().enumerate();
    let is_general = |agreement: &FundingAgreement| {
        agreement.payment == PaymentRule::General && agreement.investment.is_none()
    };
    let mut general: Vec<_> = agreements.filter(|(_, agreement)| is_general(agreement)).collect();
    general.sort_by_key(|(_, agreement)| (core::cmp::Reverse(agreement.level()), agreement.id));
    for (place, agreement) in general {
        let mut income: BTreeMap<ActivityIndex, Vec<i64>> = BTreeMap::new();
        for entry in entries_of(view, agreement.id).filter(|entry| !is_beside_income(entry)) {
            let class = |account| view.registry.account_at(account).number.class();
            let Some(year) = view.timeline.year_of(entry.month) else { continue };
            let row = income.entry(entry.activity).or_insert_with(|| alloc::vec![0; years]);
            row[year] += entry.amount_cents * i64::from(class(entry.credit) == 7);
            row[year] -= entry.amount_cents * i64::from(class(entry.debit) == 7);
        }
        for (activity, cents) in income {
            let below = view.registry.subtree(activity);
            let own = usize::from(activity.0);
            let order =
                core::iter::once(own).chain((0..found.len()).filter(|place| *place != own && below[*place]));
            let order: Vec<usize> = order.collect();
            for (year, mut cents) in cents.into_iter().enumerate() {
                for target in &order {
                    let part = cents.min(found[*target].left_cents[year]).max(0);
                    if part > 0 {
                        cents -= part;
                        found[*target].left_cents[year] -= part;
                        paid.entry((*target, place)).or_insert_with(|| alloc::vec![0; years])[year] += part;
                    }
                }
                found[own].surplus_cents[year] += cents.max(0);
            }
        }
    }
}

/// Money tied to costs that found none: what waits in dedicated funds, and what is kept, given back or never
/// claimed, where it was meant to be used.
fn add_without_cost(view: &View, settlement: &Settlement, found: &mut [ActivityFunding]) {
    let (registry, timeline) = (&view.registry, &view.timeline);
    let years = timeline.year_count();
    for (place, agreement) in view.plan.agreements.iter().enumerate() {
        if !agreement.must_find_cost() {
            continue;
        }
        for entry in entries_of(view, agreement.id).filter(|entry| !is_beside_income(entry)) {
            let row = &mut found[usize::from(entry.activity.0)];
            let year = timeline.year_of(entry.month);
            for (account, sign) in [(entry.credit, 1), (entry.debit, -1)] {
                let number = registry.account_at(account).number;
                let cents = sign * entry.amount_cents;
                match (number.class(), year) {
                    // What stands in dedicated funds stands there at every later year end too.
                    (1, _) if number.prefix(2) == 19 => {
                        let later = &mut row.carried_cents[year.unwrap_or(0)..];
                        later.iter_mut().for_each(|carried| *carried += cents);
                    }
                    (6 | 7, Some(year)) => row.surplus_cents[year] += cents,
                    _ => {}
                }
            }
            if let (Rule::GivenBack, Some(year)) = (entry.rule, year) {
                row.surplus_cents[year] += entry.amount_cents;
            }
        }
        for (line, outcome) in settlement.outcomes.range((place, 0, 0)..(place + 1, 0, 0)) {
            let tranche = &agreement.tranches[line.1];
            let (activity, _) = registry.activity(tranche.lines[line.2].activity);
            let row = &mut found[usize::from(activity.0)];
            for (surplus, paid) in row.surplus_cents.iter_mut().zip(&outcome.paid_cents) {
                *surplus -= paid;
            }
            let lost = promise::never_claimed(view, agreement, tranche, (*line, outcome));
            if let Some((year, cents)) = lost.filter(|(year, _)| *year < years) {
                row.surplus_cents[year] += cents;
            }
        }
    }
    for row in found {
        row.surplus_cents.iter_mut().for_each(|cents| *cents = (*cents).max(0));
    }
}

/// Of what nobody pays, a deficit is still to be found; other resources of the year cover the rest.
pub(super) fn share_what_is_left(view: &View, found: &mut [ActivityFunding]) {
    for year in 0..view.timeline.year_count() {
        let left: Vec<u64> = found.iter().map(|row| row.left_cents[year].max(0).unsigned_abs()).collect();
        let whole = left.iter().sum::<u64>() as i64;
        let missing = (-view.cubes.result_cents(year)).clamp(0, whole);
        for (row, cents) in found.iter_mut().zip(spread(Decimal::new(missing, 2), &left)) {
            row.to_find_cents[year] = cents;
            row.own_funds_cents[year] = row.left_cents[year] - cents;
        }
    }
}

fn entries_of(view: &View, agreement: AgreementId) -> impl Iterator<Item = Entry> + '_ {
    let item = ItemId::Agreement(agreement);
    view.segments.iter().filter(move |segment| segment.item == item).flat_map(Segment::entries)
}

/// What is set aside and what goes to partners is no income of the agreement, nor income given back.
pub(super) fn is_beside_income(entry: &Entry) -> bool {
    matches!(
        entry.rule,
        Rule::ProvisionMade
            | Rule::ProvisionReleased
            | Rule::PartnersMoney
            | Rule::PartnersMoneyPassedOn
            | Rule::PartnersShare
            | Rule::PartnersSharePayment
    )
}

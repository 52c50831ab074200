//! Income by certainty.

use std::collections::BTreeMap;

use previ_engine::agreement::{FundingAgreement, Tranche};
use previ_engine::certainty::Certainty;
use previ_engine::id::{ActivityId, ItemId, TrancheId};
use previ_engine::journal::{AccountIndex, Segment};
use previ_engine::money::spread;
use previ_engine::view::View;
use rust_decimal::Decimal;

/// Income of each year: own income, then that of agreements by certainty, the surest first. The rows
/// add up to the income of the view.
pub(super) fn by_certainty(view: &View) -> Vec<(Option<Certainty>, Vec<i64>)> {
    let years = view.timeline().year_count();
    let mut own = vec![0; years];
    let mut granted: BTreeMap<Certainty, Vec<i64>> =
        Certainty::ALL.into_iter().map(|level| (level, vec![0; years])).collect();
    let accounts = view.registry().accounts();
    let is_income: Vec<bool> = accounts.iter().map(|account| account.number.class() == 7).collect();
    for segment in view.segments() {
        let ItemId::Agreement(id) = segment.item else {
            for (year, _, _, cents) in income_of(view, &is_income, segment) {
                own[year] += cents;
            }
            continue;
        };
        let Some(agreement) = view.plan().agreements.iter().find(|item| item.id == id) else { continue };
        let mut cells: BTreeMap<(usize, TrancheId, Option<ActivityId>), i64> = BTreeMap::new();
        for (year, tranche, activity, cents) in income_of(view, &is_income, segment) {
            if let Some(tranche) = tranche {
                *cells.entry((year, tranche, activity)).or_default() += cents;
            }
        }
        for ((year, tranche, activity), cents) in cells {
            let Some(tranche) = agreement.tranches.iter().find(|item| item.id == tranche) else { continue };
            for (level, part) in parts(agreement, tranche, activity, cents) {
                if let Some(total) = granted.get_mut(&level).and_then(|total| total.get_mut(year)) {
                    *total += part;
                }
            }
        }
    }
    let granted = granted.into_iter().rev().map(|(level, cents)| (Some(level), cents));
    std::iter::once((None, own)).chain(granted).collect()
}

/// Entries of class 7: year, tranche, activity and cents.
fn income_of<'a>(
    view: &'a View,
    is_income: &'a [bool],
    segment: &'a Segment,
) -> impl Iterator<Item = (usize, Option<TrancheId>, Option<ActivityId>, i64)> + 'a {
    let registry = view.registry();
    let side = |index: AccountIndex, cents: i64| match is_income.get(usize::from(index.0)) {
        Some(true) => cents,
        _ => 0,
    };
    segment.entries().filter_map(move |entry| {
        let cents = side(entry.credit, entry.amount_cents) - side(entry.debit, entry.amount_cents);
        let year = view.timeline().year_of(entry.month).filter(|_| cents != 0)?;
        let tranche = registry.tranche_at(entry.tranche).map(|(tranche, _)| tranche);
        Some((year, tranche, registry.activity_at(entry.activity), cents))
    })
}

/// The cents of a tranche for an activity, shared over the certainties of its lines for it.
fn parts(
    agreement: &FundingAgreement,
    tranche: &Tranche,
    activity: Option<ActivityId>,
    cents: i64,
) -> Vec<(Certainty, i64)> {
    let mut lines: Vec<_> = tranche.lines.iter().filter(|line| line.activity == activity).collect();
    if lines.is_empty() {
        // Time and money of an activity that does not take place stay with the structure.
        lines = tranche.lines.iter().collect();
    }
    let weights: Vec<u64> = lines.iter().map(|line| line.amount().cents().unsigned_abs()).collect();
    let levels = lines.iter().map(|line| agreement.certainty_of(tranche, line));
    let parts = levels.zip(spread(Decimal::new(cents, 2), &weights));
    parts.filter_map(|(level, part)| level.map(|level| (level, part))).collect()
}

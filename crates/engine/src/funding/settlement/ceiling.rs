//! Ceilings on public money (*écrêtement*): what a line was granted is cut by what other public agreements
//! were granted for the same activity.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::agreement::{FundingAgreement, FundingLine, Tranche};
use crate::certainty::CertaintyView;
use crate::frame::CertaintyWeights;
use crate::funding::cells::Cells;
use crate::funding::settlement::base;
use crate::funding::settlement::line::{FundedLine, LinePlace};
use crate::money::{Percent, spread};
use crate::plan::Plan;
use crate::registry::Registry;
use crate::rule::Ceiling;
use crate::timeline::Timeline;

/// Public money of a line of the plan.
struct PublicMoney<'a> {
    place: LinePlace,
    tranche: &'a Tranche,
    line: &'a FundingLine,
    cents: i64,
}

/// The share of the base that public money may pay, where an agreement has such a ceiling.
fn ceiling(agreement: &FundingAgreement) -> Option<Percent> {
    let shares = agreement.ceilings.iter().filter_map(|ceiling| match ceiling {
        Ceiling::PublicMoney(share) => Some(*share),
        Ceiling::Nature(..) => None,
    });
    shares.min()
}

/// Cuts the lines that have a ceiling on public money, leaves out those cut to nothing, and gives what is
/// left of each.
///
/// They are cut in the order of their decisions: each looks at what was granted before it, cut or not, and
/// at all agreements that have no such ceiling.
pub(crate) fn cut(
    lines: &mut Vec<FundedLine>,
    plan: &Plan,
    (view, weights): (CertaintyView, &CertaintyWeights),
    cells: &Cells,
    registry: &Registry,
    timeline: &Timeline,
) -> BTreeMap<LinePlace, i64> {
    let mut cuts = BTreeMap::new();
    let mut turns: Vec<usize> =
        (0..lines.len()).filter(|place| ceiling(&lines[*place].agreement).is_some()).collect();
    if turns.is_empty() {
        return cuts;
    }
    turns.sort_by_key(|place| (lines[*place].tranche().decision, lines[*place].ids()));
    let mut granted = public_money(plan, view, weights);
    for place in turns {
        let line = &mut lines[place];
        let Some(share) = ceiling(&line.agreement) else { continue };
        let others: i64 = granted.iter().map(|other| shared_cents(line, other, registry)).sum();
        let allowed = share.of_cents(period_base_cents(line, cells, registry)).saturating_sub(others);
        let cents = allowed.clamp(0, line.counted_cents);
        line.recount(cents, timeline);
        cuts.insert(line.place, cents);
        let funder = plan.funders.iter().find(|funder| funder.id == line.agreement.funder);
        if funder.is_some_and(|funder| funder.kind.is_public()) {
            let tranche = &plan.agreements[line.place.0].tranches[line.place.1];
            granted.push(PublicMoney {
                place: line.place,
                tranche,
                line: &tranche.lines[line.place.2],
                cents,
            });
        }
    }
    lines.retain(|line| line.counted_cents > 0);
    cuts
}

/// Public money of agreements without such a ceiling, as a view counts it.
fn public_money<'a>(plan: &'a Plan, view: CertaintyView, weights: &CertaintyWeights) -> Vec<PublicMoney<'a>> {
    let mut found = Vec::new();
    for (a, agreement) in plan.agreements.iter().enumerate() {
        let funder = plan.funders.iter().find(|funder| funder.id == agreement.funder);
        let is_public = funder.is_some_and(|funder| funder.kind.is_public());
        let waits = agreement.must_find_cost() && ceiling(agreement).is_some();
        if !is_public || agreement.investment.is_some() || waits {
            continue;
        }
        for (t, tranche) in agreement.tranches.iter().enumerate() {
            for (l, line) in tranche.lines.iter().enumerate() {
                let cents = agreement.counted_cents(tranche, line, view, weights);
                // A general grant to the whole association is for nothing in particular.
                if cents > 0 && (agreement.must_find_cost() || line.activity.is_some()) {
                    found.push(PublicMoney { place: (a, t, l), tranche, line, cents });
                }
            }
        }
    }
    found
}

/// What money of another agreement pays of the base of a line: that of the months they share, where one is
/// for the activity of the other or for one below it.
fn shared_cents(line: &FundedLine, other: &PublicMoney<'_>, registry: &Registry) -> i64 {
    let is_below = |a, b| {
        let (above, below) = (registry.activity(a).0, registry.activity(b).0);
        registry.subtree(above)[usize::from(below.0)]
    };
    let (own, its) = (line.line().activity, other.line.activity);
    let is_related = match (own, its) {
        (None, None) => true,
        (Some(_), Some(_)) => is_below(own, its) || is_below(its, own),
        (Some(_), None) | (None, Some(_)) => false,
    };
    if line.place.0 == other.place.0 || !is_related {
        return 0;
    }
    let (from, to) = (other.tranche.from, other.tranche.to);
    let months = to.since(from).max(0) as usize + 1;
    let weights = alloc::vec![1; months];
    let parts = (0..).map(|n| from.plus(n)).zip(spread(Decimal::new(other.cents, 2), &weights));
    let is_shared = |month| (line.tranche().from..=line.tranche().to).contains(&month);
    parts.filter(|(month, _)| is_shared(*month)).map(|(_, cents)| cents).sum()
}

/// The base of a line over its whole period inside the horizon, whoever pays it.
fn period_base_cents(line: &FundedLine, cells: &Cells, registry: &Registry) -> i64 {
    let mut whole = line.clone();
    whole.eligible_cents = base::eligible_cents(&whole, cells, registry, |_| true);
    base::complete(core::slice::from_mut(&mut whole), cells, registry);
    line.months.clone().last().map_or(0, |last| whole.base_cents(last))
}

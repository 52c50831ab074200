//! The limits that agreements set on their own money.

use previ_engine::id::ActivityId;
use previ_engine::money::Percent;
use previ_engine::month::Month;
use previ_engine::payment::Part;
use previ_engine::rule::{Ceiling, CostNature, PaymentRule};
use rust_decimal::Decimal;

use super::award::{Award, is_public};
use super::base::{base, share_of};
use super::books::is_below;
use super::costs::Ground;
use super::euros::{round, share_evenly, share_out};
use super::situation::months;

/// Cuts the lines whose agreement limits all public money on its base, in the order of their decisions.
pub fn cut(awards: &mut [Award<'_>], ground: &Ground) {
    let mut limited: Vec<usize> =
        (0..awards.len()).filter(|at| public_ceiling(&awards[*at]).is_some()).collect();
    limited.sort_by_key(|at| decided_at(&awards[*at]));
    for at in limited {
        let award = awards[at];
        let Some(share) = public_ceiling(&award) else { continue };
        let others = awards.iter().filter(|other| other.agreement.id != award.agreement.id);
        let others =
            others.filter(|other| public_ceiling(other).is_none() || decided_at(other) < decided_at(&award));
        let of_others: Decimal = others.map(|other| public_money_beside(&award, other)).sum();
        let most = share_of(share, base(&award, ground, award.situation.last)) - of_others;
        awards[at].counted = award.counted.min(most).max(Decimal::ZERO);
    }
}

/// The order of decisions.
fn decided_at(award: &Award<'_>) -> impl Ord + use<> {
    (award.tranche.decision, award.agreement.id, award.tranche.id, award.place)
}

/// The smallest share of its base that public money may be, where its agreement says one.
fn public_ceiling(award: &Award<'_>) -> Option<Percent> {
    if award.agreement.payment == PaymentRule::General || award.agreement.investment.is_some() {
        return None;
    }
    let shares = award.agreement.ceilings.iter().filter_map(|ceiling| match ceiling {
        Ceiling::PublicMoney(share) => Some(*share),
        Ceiling::Nature(..) => None,
    });
    shares.min_by_key(|share| share.value())
}

/// What another line brings of public money to the same activities and months.
fn public_money_beside(award: &Award<'_>, other: &Award<'_>) -> Decimal {
    let is_for_operation = other.agreement.payment == PaymentRule::General && other.line.activity.is_none();
    let counts = other.agreement.investment.is_none() && !is_for_operation && is_public(other.funder);
    if !counts || !are_related(award, other) {
        return Decimal::ZERO;
    }
    let period: Vec<Month> = months(other.tranche.from, other.tranche.to).collect();
    let even = share_evenly(other.counted.max(Decimal::ZERO), period.len());
    let shared = period.into_iter().zip(even).filter(|(month, _)| award.pays_in(*month));
    shared.map(|(_, part)| part).sum()
}

/// Whether two lines are for the same activity, or one for an activity below that of the other.
pub fn are_related(one: &Award<'_>, other: &Award<'_>) -> bool {
    let is_below = |below: ActivityId, above: ActivityId| is_below(one.situation.plan, Some(below), above);
    match (one.line.activity, other.line.activity) {
        (None, None) => true,
        (Some(one), Some(other)) => is_below(one, other) || is_below(other, one),
        _ => false,
    }
}

/// The natures of cost of which a line may not pay all, with what it may pay up to a month over its life.
pub fn caps(
    awards: &[Award<'_>],
    award: &Award<'_>,
    ground: &Ground,
    last: Month,
) -> Vec<(CostNature, Decimal)> {
    let natures = [CostNature::Staff, CostNature::OtherDirect, CostNature::Indirect];
    let cap = |nature: CostNature| {
        let caps = award.agreement.ceilings.iter().filter_map(|ceiling| match ceiling {
            Ceiling::Nature(of, most) if *of == nature => Some(match most {
                Part::Share(share) => share_of(*share, base(award, ground, last)),
                Part::Amount(amount) => own_part(awards, award, award.weighted(round(amount.euros()))),
            }),
            _ => None,
        });
        Some((nature, caps.min()?))
    };
    natures.into_iter().filter_map(cap).collect()
}

/// The part of a line in an amount of its whole tranche.
fn own_part(awards: &[Award<'_>], award: &Award<'_>, euros: Decimal) -> Decimal {
    let of_tranche = awards.iter().filter(|other| {
        other.agreement.id == award.agreement.id
            && other.tranche.id == award.tranche.id
            && other.counted > Decimal::ZERO
    });
    let mut of_tranche: Vec<(usize, Decimal)> =
        of_tranche.map(|other| (other.place, other.counted)).collect();
    of_tranche.sort_by_key(|(place, _)| *place);
    let weights: Vec<Decimal> = of_tranche.iter().map(|(_, counted)| *counted).collect();
    let parts = share_out(euros, &weights);
    of_tranche
        .iter()
        .zip(parts)
        .find(|((place, _), _)| *place == award.place)
        .map_or(Decimal::ZERO, |(_, part)| part)
}

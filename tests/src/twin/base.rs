//! The base of a line: the costs it looks at, at a flat rate, and in kind.

use previ_engine::money::Percent;
use previ_engine::month::Month;
use previ_engine::rule::{CostNature, FlatRateBase, PaymentRule};
use rust_decimal::Decimal;

use super::award::Award;
use super::costs::{Cost, Ground};
use super::euros::round;
use super::partners::says;

/// So many percent of an amount.
pub fn share_of(percent: Percent, euros: Decimal) -> Decimal {
    round(euros * percent.value() / Decimal::ONE_HUNDRED)
}

/// Everything up to a month.
pub fn base(award: &Award<'_>, ground: &Ground, last: Month) -> Decimal {
    direct(award, ground, last, |_| true) + flat(award, ground, last) + in_kind(award, ground, last)
}

/// The costs it may pay up to a month, whoever pays them, never below zero.
fn direct(award: &Award<'_>, ground: &Ground, last: Month, which: impl Fn(&Cost) -> bool) -> Decimal {
    let eligible = ground.costs.iter().filter(|cost| cost.month <= last && award.may_pay(cost));
    eligible.filter(|cost| which(cost)).map(|cost| cost.euros).sum::<Decimal>().max(Decimal::ZERO)
}

/// Indirect cost at its flat rate.
fn flat(award: &Award<'_>, ground: &Ground, last: Month) -> Decimal {
    let Some(flat_rate) = award.agreement.eligible.flat_rate else { return Decimal::ZERO };
    let of = match flat_rate.of {
        FlatRateBase::DirectCost => direct(award, ground, last, |_| true),
        FlatRateBase::StaffCost => direct(award, ground, last, |cost| cost.nature() == CostNature::Staff),
    };
    share_of(flat_rate.rate, of)
}

fn in_kind(award: &Award<'_>, ground: &Ground, last: Month) -> Decimal {
    if !award.agreement.eligible.in_kind {
        return Decimal::ZERO;
    }
    let gifts = ground.gifts.iter().filter(|gift| gift.month <= last && award.pays_in(gift.month));
    let gifts = gifts.filter(|gift| award.is_of(gift.activity));
    gifts.map(|gift| gift.euros).sum::<Decimal>().max(Decimal::ZERO)
}

/// The money for indirect cost at a flat rate, up to a month.
pub fn flat_money(award: &Award<'_>, ground: &Ground, last: Month) -> Decimal {
    let flat = flat(award, ground, last);
    match award.agreement.payment {
        PaymentRule::Rate(share) => award.weighted(share_of(share, flat)),
        _ => flat,
    }
}

/// Whether the flat rate lets it pay a cost of the structure, or one that was shared out to its activity, that it
/// may not pay otherwise.
pub fn may_pay_as_indirect(award: &Award<'_>, cost: &Cost) -> bool {
    award.agreement.eligible.flat_rate.is_some()
        && (cost.activity.is_none() || cost.is_shared && award.is_of(cost.activity))
        && award.pays_in(cost.month)
        && !award.may_pay(cost)
        && says(award.agreement, cost).is_none()
}

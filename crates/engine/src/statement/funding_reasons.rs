//! Why money of an agreement found no cost.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::cmp::Reverse;

use crate::agreement::FundingAgreement;
use crate::choices::resettled;
use crate::funding::settlement::{Outcome, Settlement, Source};
use crate::id::{ActivityId, AgreementId};
use crate::rule::Ceiling;
use crate::view::View;

/// Money of an agreement that found no cost, over the horizon, and why (*argent sans dépense éligible*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnusedMoney {
    /// Which agreement.
    pub agreement: AgreementId,
    /// How much in cents, above zero: given back, kept or never claimed, what was cut before it was awarded
    /// included. What is still carried over at the end of the horizon is not.
    pub cents: i64,
    /// Why, at least one reason.
    pub reasons: Vec<Reason>,
}

/// Why money found no cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Its activities have no cost at all in its accounts and months.
    NoEligibleCost,
    /// There is less cost than money, or than its share of cost asks for.
    TooLittleCost {
        /// The eligible cost, whoever pays it, in cents.
        eligible_cents: i64,
        /// The money that even all of it would not have used, in cents.
        cents: i64,
    },
    /// Others pay for its eligible cost, the largest first.
    AlreadyPaid(Vec<OtherPayer>),
    /// A ceiling of the agreement.
    Ceiling {
        /// Which one; of several of one kind, the one that cuts.
        ceiling: Ceiling,
        /// What it cuts off, in cents.
        cents: i64,
    },
}

/// Somebody else who pays cost that an agreement may pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherPayer {
    /// Who.
    pub payer: PayerId,
    /// How much of that cost, in cents, above zero.
    pub cents: i64,
}

/// Who pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PayerId {
    /// The own income of an activity.
    OwnIncome(ActivityId),
    /// An agreement.
    Agreement(AgreementId),
}

/// Why money of an agreement found no cost in a view; `None` if all of it did, or need not find any.
#[must_use]
pub fn funding_reasons(view: &View, agreement: AgreementId) -> Option<UnusedMoney> {
    let place = view.plan.agreements.iter().position(|found| found.id == agreement)?;
    let (settlement, agreement) = (&view.settlement, &view.plan.agreements[place]);
    let cut = view.cut_cents(place);
    let unused = sum(settlement, place, |outcome| outcome.unused_cents);
    if cut + unused <= 0 {
        return None;
    }
    let mut reasons = Vec::new();
    if unused > 0 {
        let reach = settlement.reach(place);
        let sizes = reach.iter().map(|class| settlement.classes[*class].size_cents());
        match sizes.sum::<i64>() {
            0 => reasons.push(Reason::NoEligibleCost),
            eligible_cents => {
                let short = sum(settlement, place, |outcome| outcome.short_cents);
                if short > 0 {
                    reasons.push(Reason::TooLittleCost { eligible_cents, cents: short });
                }
                let others = others(view, place, &reach);
                if unused > short && !others.is_empty() {
                    reasons.push(Reason::AlreadyPaid(others));
                }
                reasons.extend(natures(view, place, unused));
                if reasons.is_empty() {
                    reasons.push(Reason::TooLittleCost { eligible_cents, cents: unused });
                }
            }
        }
    }
    let smallest = public_ceiling(agreement).filter(|_| cut > 0);
    reasons.extend(smallest.map(|ceiling| Reason::Ceiling { ceiling, cents: cut }));
    Some(UnusedMoney { agreement: agreement.id, cents: cut + unused, reasons })
}

/// The sum of something over the lines of an agreement.
fn sum(settlement: &Settlement, place: usize, of: impl Fn(&Outcome) -> i64) -> i64 {
    let outcomes = settlement.outcomes.range((place, 0, 0)..(place + 1, 0, 0));
    outcomes.map(|(_, outcome)| of(outcome)).sum()
}

/// Who else pays some classes, the largest first.
fn others(view: &View, place: usize, reach: &BTreeSet<usize>) -> Vec<OtherPayer> {
    let settlement = &view.settlement;
    let mut paid: BTreeMap<PayerId, i64> = BTreeMap::new();
    for row in settlement.rows.iter().filter(|row| reach.contains(&row.class)) {
        let payer = match row.source {
            Source::OwnIncome(activity) => view.registry.activity_at(activity).map(PayerId::OwnIncome),
            Source::Carried(line) | Source::New(line) => {
                let (agreement, ..) = settlement.lines[line];
                let other = view.plan.agreements.get(agreement).filter(|_| agreement != place);
                other.map(|other| PayerId::Agreement(other.id))
            }
        };
        if let Some(payer) = payer {
            *paid.entry(payer).or_default() += row.cents;
        }
    }
    let mut others: Vec<OtherPayer> =
        paid.into_iter().map(|(payer, cents)| OtherPayer { payer, cents }).collect();
    others.sort_by_key(|other| Reverse(other.cents));
    others
}

/// What ceilings on natures cut off: the money that would have found a cost without each of them.
fn natures(view: &View, place: usize, unused: i64) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for (number, ceiling) in view.plan.agreements[place].ceilings.iter().enumerate() {
        if matches!(ceiling, Ceiling::Nature(..)) {
            let mut plan = view.plan.clone();
            Arc::make_mut(&mut plan.agreements[place]).ceilings.remove(number);
            let without = sum(&resettled(view, &plan), place, |outcome| outcome.unused_cents);
            if without < unused {
                reasons.push(Reason::Ceiling { ceiling: *ceiling, cents: unused - without });
            }
        }
    }
    reasons
}

fn public_ceiling(agreement: &FundingAgreement) -> Option<Ceiling> {
    let shares = agreement.ceilings.iter().filter_map(|ceiling| match ceiling {
        Ceiling::PublicMoney(share) => Some(*share),
        Ceiling::Nature(..) => None,
    });
    shares.min().map(Ceiling::PublicMoney)
}

#[cfg(test)]
mod tests;

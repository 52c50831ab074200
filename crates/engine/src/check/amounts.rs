//! Amounts that cannot be below zero.

use alloc::vec::Vec;

use super::{BELOW_ZERO, about};
use crate::diagnostic::{Arg, Diagnostic, Severity};
use crate::id::ItemId;
use crate::money::Amount;
use crate::payment::Part;
use crate::plan::Plan;
use crate::reference::Reference;
use crate::rule::Ceiling;

/// What came, what is released, what is chosen, what a ceiling or an agreement is about is nothing or more.
pub(super) fn below_zero(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let mut amounts: Vec<(ItemId, &'static str, Amount)> = Vec::new();
    for agreement in &plan.agreements {
        let id = ItemId::from(agreement.id);
        amounts.extend(agreement.total.map(|total| (id, "total", total)));
        amounts.extend(agreement.ceilings.iter().filter_map(|ceiling| match ceiling {
            Ceiling::Nature(_, Part::Amount(amount)) => Some((id, "ceilings", *amount)),
            Ceiling::Nature(_, Part::Share(_)) | Ceiling::PublicMoney(_) => None,
        }));
        for tranche in &agreement.tranches {
            let id = ItemId::from(tranche.id);
            let received = tranche.instalments.iter().filter_map(|instalment| instalment.received);
            amounts.extend(received.map(|receipt| (id, "instalments", receipt.amount)));
            amounts.extend(tranche.releases.iter().map(|release| (id, "releases", release.amount)));
            amounts.extend(tranche.chosen.iter().map(|chosen| (id, "chosen", chosen.amount)));
        }
    }
    let wrong = amounts.into_iter().filter(|(_, _, amount)| *amount < Amount::ZERO);
    let say = |(item, field, amount): (ItemId, &'static str, Amount)| {
        about(plan, BELOW_ZERO, Severity::Error, item, field).with("amount", Arg::Cents(amount.cents()))
    };
    wrong.map(say).collect()
}

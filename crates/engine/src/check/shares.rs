//! Shares that must not pass the whole.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::{INSTALMENTS_OVER, INSTALMENTS_UNDER, PAYMENT_RATE, about};
use crate::diagnostic::{Arg, Diagnostic, Severity};
use crate::id::ItemId;
use crate::money::Percent;
use crate::payment::{Part, Trigger};
use crate::plan::Plan;
use crate::reference::Reference;
use crate::rule::{Ceiling, PaymentRule, UnspentRule};

/// A share of cost lies between nothing and the whole.
pub(super) fn payment_rates(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let found = plan.agreements.iter().filter_map(|agreement| {
        let percent = match agreement.payment {
            PaymentRule::Rate(percent) | PaymentRule::Fixed(UnspentRule::Keep { up_to: percent }) => {
                percent.value()
            }
            PaymentRule::General | PaymentRule::Fixed(_) | PaymentRule::Scale => return None,
        };
        let diagnostic = || about(plan, PAYMENT_RATE, Severity::Error, agreement.id.into(), "payment");
        let is_sound = (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&percent);
        (!is_sound).then(|| diagnostic().with("percent", Arg::Number(percent)))
    });
    found.collect()
}

/// So do the shares of flat rates, ceilings, provisions and payments.
pub(super) fn percentages(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let mut shares: Vec<(ItemId, &'static str, Percent)> = Vec::new();
    for agreement in &plan.agreements {
        let id = ItemId::from(agreement.id);
        shares.extend(agreement.eligible.flat_rate.map(|flat| (id, "eligible", flat.rate)));
        shares.extend(agreement.ceilings.iter().filter_map(|ceiling| match ceiling {
            Ceiling::PublicMoney(share) | Ceiling::Nature(_, Part::Share(share)) => {
                Some((id, "ceilings", *share))
            }
            Ceiling::Nature(_, Part::Amount(_)) => None,
        }));
        if let Some(provision) = agreement.provision {
            shares.extend([provision.received, provision.unpaid].map(|share| (id, "provision", share)));
        }
        for tranche in &agreement.tranches {
            let id = ItemId::from(tranche.id);
            shares.extend(tranche.instalments.iter().filter_map(|instalment| match instalment.trigger {
                Trigger::WhenSpent(share) => Some((id, "instalments", share)),
                _ => None,
            }));
        }
    }
    let is_sound = |share: Percent| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&share.value());
    let wrong = shares.into_iter().filter(|(_, _, share)| !is_sound(*share));
    let say = |(item, field, share): (ItemId, &'static str, Percent)| {
        about(plan, PAYMENT_RATE, Severity::Error, item, field).with("percent", Arg::Number(share.value()))
    };
    wrong.map(say).collect()
}

/// The payments of a tranche add up to it: more is an error, less stays owed and is said.
pub(super) fn instalments(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let tranches = plan.agreements.iter().flat_map(|agreement| &agreement.tranches);
    let found = tranches.filter(|tranche| !tranche.instalments.is_empty()).filter_map(|tranche| {
        let total = tranche.total_cents();
        let part = |part: Part| match part {
            Part::Share(share) => share.of_cents(total),
            Part::Amount(amount) => amount.cents(),
        };
        let paid: i64 = tranche.instalments.iter().map(|instalment| part(instalment.part)).sum();
        // Shares rounded one by one may miss the whole by a cent each.
        let tolerance = tranche.instalments.len() as i64;
        let (spec, severity) = match paid - total {
            over if over > tolerance => (INSTALMENTS_OVER, Severity::Error),
            under if under < -tolerance => (INSTALMENTS_UNDER, Severity::Warning),
            _ => return None,
        };
        let diagnostic = about(plan, spec, severity, tranche.id.into(), "instalments");
        Some(diagnostic.with("amount", Arg::Cents(paid)).with("total", Arg::Cents(total)))
    });
    found.collect()
}

//! Time lent to others, and money shared with partners.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::{LENT_OVER, PARTNER_WITHOUT_SHARE, PARTNERS_OVER, PAYMENT_RATE, REVERSED, TIMING, about};
use crate::diagnostic::{Arg, Diagnostic, Severity};
use crate::lending::most_lent;
use crate::plan::Plan;
use crate::reference::Reference;

/// What a position lends is at most its whole time; with its own activities it is looked at by another check.
pub(super) fn lent_time(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let found = plan.positions.iter().filter(|position| position.time.is_empty()).filter_map(|position| {
        let total = most_lent(position);
        let diagnostic = || about(plan, LENT_OVER, Severity::Error, position.id.into(), "lent");
        (total > Decimal::ONE_HUNDRED).then(|| diagnostic().with("percent", Arg::Number(total)))
    });
    found.collect()
}

/// A loan of time has a share, its dates in order and a delay of five years at most.
pub(super) fn lendings(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for position in &plan.positions {
        let say = |spec| about(plan, spec, Severity::Error, position.id.into(), "lent");
        for lending in &position.lent {
            if !(Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&lending.share.value()) {
                found.push(say(PAYMENT_RATE).with("percent", Arg::Number(lending.share.value())));
            }
            if let (Some(from), Some(until)) = (lending.from, lending.until)
                && until < from
            {
                found.push(say(REVERSED).with("from", Arg::Month(from)).with("to", Arg::Month(until)));
            }
            if lending.delay_months > 60 {
                found.push(say(TIMING).with("number", Arg::Number(lending.delay_months.into())));
            }
        }
    }
    found
}

/// The shares of partners are at most the whole, and each partner has one.
pub(super) fn partners(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for agreement in &plan.agreements {
        let Some(partners) = &agreement.partners else { continue };
        let say = |spec, severity| about(plan, spec, severity, agreement.id.into(), "partners");
        let shares = partners.shares.iter().map(|partner| partner.share.value());
        let total = shares.fold(Decimal::ZERO, Decimal::saturating_add);
        if total > Decimal::ONE_HUNDRED {
            found.push(say(PARTNERS_OVER, Severity::Error).with("percent", Arg::Number(total)));
        }
        for partner in partners.shares.iter().filter(|partner| partner.share.value() <= Decimal::ZERO) {
            let name = Arg::Text(partner.name.clone());
            found.push(say(PARTNER_WITHOUT_SHARE, Severity::Error).with("partner", name));
        }
        if partners.delay_months > 60 {
            let number = Arg::Number(partners.delay_months.into());
            found.push(say(TIMING, Severity::Error).with("number", number));
        }
    }
    found
}

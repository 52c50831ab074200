//! The payments of a tranche: how much each pays, and what came of it.

use alloc::vec::Vec;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::agreement::{FundingAgreement, Tranche};
use crate::funder::Funder;
use crate::funding::expected::TranchePayments;
use crate::funding::settlement::Outcome;
use crate::journal::{Book, Rule};
use crate::money::{multiply, spread, to_cents};
use crate::month::Month;
use crate::payment::{ExpectedPayment, Part};
use crate::timeline::Timeline;

/// Posts the payments of a tranche, and what goes back of them.
pub(crate) fn post(
    agreement: &FundingAgreement,
    funder: &Funder,
    payments: &TranchePayments,
    book: &mut Book<'_>,
) {
    let claim = book.account(funder.kind.claim_account());
    let treasury = book.treasury(agreement.account);
    for payment in &payments.expected {
        book.post(payment.arrival, Rule::Instalment, treasury, claim, payment.cents);
    }
    if let Some(partners) = &agreement.partners {
        let of_partners = payments.partners_cents.iter().copied();
        partners.post_money(payments.expected.iter().copied().zip(of_partners), agreement.account, book);
    }
    if let Some((month, cents)) = payments.excess {
        book.post(month, Rule::GivenBackPayment, claim, treasury, cents);
    }
}

/// What a view counts of a tranche.
#[derive(Clone, Copy)]
pub(crate) struct Counted {
    /// What its payments pay, in cents.
    pub(crate) payable_cents: i64,
    /// What the certainty of its lines leaves of it, in cents: the same share of money that came counts.
    pub(crate) viewed_cents: i64,
}

/// The payments of a tranche: `months` says when each instalment is due, with weights; `usual` when
/// there are none. What no instalment pays stays owed.
///
/// Money that came stands as it came. What is missing of it, or too much, goes to the next instalment that
/// is awaited.
pub(crate) fn payments(
    tranche: &Tranche,
    counted: Counted,
    delay_months: u8,
    usual: Month,
    months: &[Vec<(Month, u64)>],
) -> Vec<ExpectedPayment> {
    let awaited = |instalment: Option<usize>, due: Month, cents: i64| {
        let arrival = due.plus(delay_months.into());
        ExpectedPayment { instalment, due, arrival, cents, is_received: false }
    };
    if tranche.instalments.is_empty() {
        return Vec::from([awaited(None, usual, counted.payable_cents)]);
    }
    let mut payments = Vec::new();
    let mut missing_cents = 0;
    let parts = parts(tranche, counted.payable_cents);
    for (place, ((instalment, part), months)) in tranche.instalments.iter().zip(parts).zip(months).enumerate()
    {
        let wanted = part + missing_cents;
        if let Some(receipt) = instalment.received {
            let (month, cents) = (receipt.month, viewed(receipt.amount.cents(), tranche, counted));
            missing_cents = wanted - cents;
            let instalment = Some(place);
            payments.push(ExpectedPayment {
                instalment,
                due: month,
                arrival: month,
                cents,
                is_received: true,
            });
        } else {
            // Too much came before: this one and those after it pay less, and none takes money back.
            let cents = if part < 0 { wanted } else { wanted.max(0) };
            missing_cents = wanted - cents;
            let weights: Vec<u64> = months.iter().map(|(_, weight)| *weight).collect();
            let shares = spread(Decimal::new(cents, 2), &weights);
            payments
                .extend(months.iter().zip(shares).map(|((due, _), cents)| awaited(Some(place), *due, cents)));
        }
    }
    payments
}

/// The part of money that came that a view counts.
fn viewed(cents: i64, tranche: &Tranche, counted: Counted) -> i64 {
    let (whole, part) = (tranche.total_cents(), counted.viewed_cents);
    if part == whole || whole == 0 {
        return cents;
    }
    to_cents(multiply(Decimal::new(cents, 2), Decimal::from(part)) / Decimal::from(whole))
}

/// Each instalment's part of what is counted.
fn parts(tranche: &Tranche, counted_cents: i64) -> Vec<i64> {
    // Shares and amounts become weights of one hundredth of a cent, so that both round together.
    let whole = tranche.total_cents().max(0).unsigned_abs() * 100;
    let mut left = whole;
    let mut weights: Vec<u64> = tranche
        .instalments
        .iter()
        .map(|instalment| {
            let weight = match instalment.part {
                Part::Share(share) => multiply(share.fraction(), Decimal::from(whole)),
                Part::Amount(amount) => multiply(amount.euros(), Decimal::from(10_000)),
            };
            let weight = weight.round().to_u64().unwrap_or(0).min(left);
            left -= weight;
            weight
        })
        .collect();
    weights.push(left);
    spread(Decimal::new(counted_cents, 2), &weights).collect()
}

/// Holds the payments of what is claimed to what is earned, and gives what was paid beyond it: advances
/// come in full, what is due after the period pays no more than what was earned and did not come yet.
pub(crate) fn limit_to_earned(
    tranche: &Tranche,
    payments: &mut [ExpectedPayment],
    outcomes: &[&Outcome],
    timeline: &Timeline,
) -> i64 {
    let earned = |month: Month| -> i64 {
        match usize::try_from(month.since(timeline.first()).div_euclid(12)) {
            Ok(year) => outcomes.iter().map(|outcome| earned_by(outcome, year)).sum(),
            Err(_) if timeline.fiscal_year(tranche.decision) <= timeline.fiscal_year(month) => {
                outcomes.iter().map(|outcome| outcome.past_cents).sum()
            }
            Err(_) => 0,
        }
    };
    let mut received = 0;
    let mut in_order: Vec<&mut ExpectedPayment> = payments.iter_mut().collect();
    in_order.sort_by_key(|payment| payment.due);
    for payment in in_order {
        if payment.due > tranche.to && !payment.is_received {
            payment.cents = payment.cents.min(earned(payment.due) - received).max(0);
        }
        received += payment.cents;
    }
    let is_over = tranche.end() <= timeline.last();
    if is_over { (received - earned(tranche.end())).max(0) } else { 0 }
}

/// What a line earned up to and with a fiscal year; years beyond the horizon add nothing.
fn earned_by(outcome: &Outcome, year: usize) -> i64 {
    outcome.earned_cents.get(year).or(outcome.earned_cents.last()).copied().unwrap_or(0)
}

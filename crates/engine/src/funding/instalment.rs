//! The payments of a tranche.

use alloc::vec::Vec;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::agreement::{FundingAgreement, Tranche};
use crate::funder::Funder;
use crate::funding::settlement::Outcome;
use crate::journal::{Book, Rule};
use crate::money::{multiply, spread};
use crate::month::Month;
use crate::payment::{Part, Trigger};
use crate::timeline::Timeline;

/// Posts the payments of a tranche of which `counted_cents` are counted.
pub(crate) fn post(
    agreement: &FundingAgreement,
    funder: &Funder,
    tranche: &Tranche,
    counted_cents: i64,
    outcomes: &[&Outcome],
    book: &mut Book<'_>,
) {
    let claim = book.account(funder.kind.claim_account());
    let treasury = book.treasury(agreement.account);
    let arrives = |due: Month| due.plus(i32::from(funder.delay_months));
    if agreement.is_claimed() {
        let report = tranche.report_after(tranche.end(), book.timeline());
        let (receipts, excess) = claims(tranche, report, counted_cents, outcomes, book.timeline());
        for (due, cents) in receipts {
            book.post(arrives(due), Rule::Instalment, treasury, claim, cents);
        }
        book.post(arrives(report), Rule::GivenBackPayment, claim, treasury, excess);
    } else {
        for (due, cents) in receipts(tranche, tranche.decision, counted_cents) {
            book.post(arrives(due), Rule::Instalment, treasury, claim, cents);
        }
    }
}

/// The payments of what is claimed, and what was paid beyond it: advances come in full, what is due after
/// the period pays no more than what was earned.
fn claims(
    tranche: &Tranche,
    report: Month,
    counted_cents: i64,
    outcomes: &[&Outcome],
    timeline: &Timeline,
) -> (Vec<(Month, i64)>, i64) {
    let end = tranche.end();
    let earned = |month: Month| -> i64 {
        match usize::try_from(month.since(timeline.first()).div_euclid(12)) {
            Ok(year) => outcomes.iter().map(|outcome| earned_by(outcome, year)).sum(),
            Err(_) if timeline.fiscal_year(tranche.decision) <= timeline.fiscal_year(month) => {
                outcomes.iter().map(|outcome| outcome.past_cents).sum()
            }
            Err(_) => 0,
        }
    };
    let mut due = receipts(tranche, report, counted_cents);
    for (month, _) in due.iter_mut().filter(|(month, _)| *month > tranche.to) {
        // Nobody pays the balance of what is not decided yet.
        *month = (*month).max(tranche.decision);
    }
    due.sort_by_key(|(month, _)| *month);
    let (mut received, mut advances) = (0, 0);
    for (month, cents) in &mut due {
        if *month > tranche.to {
            *cents = (*cents).min(earned(*month) - received).max(0);
        } else {
            advances += *cents;
        }
        received += *cents;
    }
    let is_over = end <= timeline.last();
    (due, if is_over { (advances - earned(end)).max(0) } else { 0 })
}

/// What a line earned up to and with a fiscal year; years beyond the horizon add nothing.
fn earned_by(outcome: &Outcome, year: usize) -> i64 {
    outcome.earned_cents.get(year).or(outcome.earned_cents.last()).copied().unwrap_or(0)
}

/// The month in which each instalment is due and its part of `counted_cents`, before the funder's
/// delay; one in the month `usual` when there are none. What no instalment pays stays owed.
fn receipts(tranche: &Tranche, usual: Month, counted_cents: i64) -> Vec<(Month, i64)> {
    if tranche.instalments.is_empty() {
        return alloc::vec![(usual, counted_cents)];
    }
    let total = tranche.total_cents();
    // Shares and amounts become weights of one hundredth of a cent, so that both round together.
    let whole = total.max(0).unsigned_abs() * 100;
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
    let parts = spread(Decimal::new(counted_cents, 2), &weights);
    let due = |instalment: &crate::payment::Instalment| match instalment.trigger {
        Trigger::InMonth(month) => month,
        Trigger::OnDecision => tranche.decision,
        Trigger::OnSignature => tranche.signature.unwrap_or(tranche.decision),
        Trigger::EachYearIn(_)
        | Trigger::Quarterly
        | Trigger::OnInterimReport
        | Trigger::AfterReport { .. }
        | Trigger::WhenSpent(_)
        | Trigger::AfterOthers { .. } => usual,
    };
    tranche.instalments.iter().map(due).zip(parts).collect()
}

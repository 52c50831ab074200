//! The payments of funders.

use previ_engine::agreement::FundingAgreement;
use previ_engine::cash::CashRow;
use previ_engine::funder::Funder;
use previ_engine::month::Month;
use previ_engine::payment::Part as Said;
use rust_decimal::Decimal;

use super::award::claim;
use super::euros::{round, share_out};
use super::life::Life;
use super::movement::{Movement, Place};
use super::part::Part;
use super::partners::{self, own};
use super::triggers::Months;

/// Money of a funder.
#[derive(Clone, Copy)]
pub struct Payment {
    /// When it is due before the usual delay of the funder; when it came, once it did.
    pub month: Month,
    /// Whether it came.
    pub came: bool,
    pub euros: Decimal,
    /// What partners get of it or with it.
    pub partners: Decimal,
}

impl Payment {
    /// The month in which it is there.
    pub fn arrives(&self, funder: &Funder) -> Month {
        if self.came { self.month } else { self.month.plus(i32::from(funder.delay_months)) }
    }
}

/// The payments of a tranche: each in proportion to what it is of the whole, none more than what those before it
/// leave; all of it at once when none are said. What came less or more than it should is made up by the next one
/// that is awaited.
pub fn payments(part: &Part<'_>, months: &[Months]) -> Vec<Payment> {
    let mut own = payments_of(part, months, part.said());
    let whole = partners::whole(part);
    let said = whole_said(&whole);
    let of_whole = payments_of(&whole, months, said);
    partners::with_payments(part, &mut own, &of_whole);
    own
}

/// What the lines count before a ceiling, partners counted.
fn whole_said(part: &Part<'_>) -> Decimal {
    let lines = part.tranche.lines.iter();
    lines.map(|line| part.situation.whole(part.agreement, part.tranche, line)).sum()
}

fn payments_of(part: &Part<'_>, months: &[Months], said: Decimal) -> Vec<Payment> {
    let mut payments: Vec<Payment> = Vec::new();
    let mut missing = Decimal::ZERO;
    for (place, (months, planned)) in months.iter().zip(planned(part)).enumerate() {
        let received = part.tranche.instalments.get(place).and_then(|instalment| instalment.received);
        if let Some(received) = received {
            let euros = weighted(part, said, round(received.amount.euros()));
            missing += planned - euros;
            payments.push(Payment { month: received.month, came: true, euros, partners: Decimal::ZERO });
        } else {
            let euros = (planned + missing).max(Decimal::ZERO);
            missing += planned - euros;
            let weights: Vec<Decimal> = months.iter().map(|(_, weight)| *weight).collect();
            let shares = months.iter().zip(share_out(euros, &weights));
            payments.extend(shares.map(|((month, _), euros)| Payment {
                month: *month,
                came: false,
                euros,
                partners: Decimal::ZERO,
            }));
        }
    }
    payments
}

/// What each instalment is to pay.
fn planned(part: &Part<'_>) -> Vec<Decimal> {
    let instalments = &part.tranche.instalments;
    if instalments.is_empty() {
        return vec![part.counted()];
    }
    let full = part.full();
    let mut parts: Vec<Decimal> = Vec::new();
    for instalment in instalments {
        let said = match instalment.part {
            Said::Share(share) => full * share.value() / Decimal::ONE_HUNDRED,
            Said::Amount(amount) => amount.euros(),
        };
        let left = full - parts.iter().sum::<Decimal>();
        parts.push(said.min(left));
    }
    parts.push(full - parts.iter().sum::<Decimal>());
    let mut shares = share_out(part.counted(), &parts);
    shares.pop();
    shares
}

/// Money that came, as the view counts the tranche.
fn weighted(part: &Part<'_>, said: Decimal, euros: Decimal) -> Decimal {
    let full = part.full();
    if said == full || full.is_zero() { euros } else { round(euros * said / full) }
}

/// The payments of what is claimed: after its end no more than what is earned, what came aside; and what is too
/// much and given back.
pub fn of_claimed(
    part: &Part<'_>,
    lives: &[Life<'_>],
    mut payments: Vec<Payment>,
) -> (Vec<Payment>, Payment) {
    let situation = part.situation;
    payments.sort_by_key(|payment| payment.month);
    let mut total = Decimal::ZERO;
    for payment in &mut payments {
        if payment.month > part.tranche.to && !payment.came {
            let earned = part.earned(lives, situation.year_of(payment.month));
            let planned = payment.euros;
            payment.euros = payment.euros.min(earned - total).max(Decimal::ZERO);
            let is_passed_on = own(part.agreement, Decimal::ONE_HUNDRED) != Decimal::ONE_HUNDRED;
            if is_passed_on && planned != payment.euros {
                payment.partners = round(payment.partners * payment.euros / planned);
            }
        }
        total += payment.euros;
    }
    let excess = total - part.earned(lives, situation.year_of(part.end()));
    (
        payments,
        Payment {
            month: part.report(),
            came: false,
            euros: excess.max(Decimal::ZERO),
            partners: Decimal::ZERO,
        },
    )
}

/// Money of a funder that comes; what is below zero goes back to it.
pub fn received(agreement: &FundingAgreement, funder: &Funder, month: Month, euros: Decimal) -> Movement {
    Movement {
        month: Some(month),
        debit: Place::Treasury(agreement.account),
        credit: claim(funder),
        euros,
        activity: None,
        row: CashRow::Grants(funder.kind),
    }
}

//! Money of agreements that is shared with partners.

use previ_engine::agreement::{FundingAgreement, FundingLine, Tranche};
use previ_engine::cash::CashRow;
use previ_engine::id::AgreementId;
use previ_engine::month::Month;
use previ_engine::partner::{Answers, Partnership};
use rust_decimal::Decimal;

use super::award::Award;
use super::costs::Cost;
use super::euros::{round, share_evenly, share_out};
use super::instalments::Payment;
use super::movement::{Movement, Place};
use super::part::Part;
use super::situation::{Situation, months};

/// The part of the partners in an amount.
fn part_of(partners: &Partnership, euros: Decimal) -> Decimal {
    let shares = partners.shares.iter().map(|one| one.share.value());
    let all = shares.filter(|share| *share > Decimal::ZERO).sum::<Decimal>().min(Decimal::ONE_HUNDRED);
    round(euros * all / Decimal::ONE_HUNDRED)
}

/// What is the association's of an amount.
pub fn own(agreement: &FundingAgreement, euros: Decimal) -> Decimal {
    match &agreement.partners {
        Some(partners) if partners.answers == Answers::EachPartner => euros - part_of(partners, euros),
        _ => euros,
    }
}

/// What a line gives to partners where that is a cost.
fn given(
    situation: &Situation<'_>,
    agreement: &FundingAgreement,
    tranche: &Tranche,
    line: &FundingLine,
) -> Decimal {
    match &agreement.partners {
        Some(partners) if partners.answers != Answers::EachPartner => {
            part_of(partners, situation.whole(agreement, tranche, line))
        }
        _ => Decimal::ZERO,
    }
}

/// The cost of what partners get, the same in each month of the tranche.
pub fn costs(situation: &Situation<'_>, agreement: &FundingAgreement) -> Vec<Movement> {
    let mut out = Vec::new();
    for tranche in &agreement.tranches {
        let period: Vec<Month> = months(tranche.from, tranche.to).collect();
        for line in &tranche.lines {
            let all = given(situation, agreement, tranche, line);
            for (month, euros) in period.iter().zip(share_evenly(all, period.len())) {
                out.push(Movement {
                    month: Some(*month),
                    debit: Place::account(6571),
                    credit: Place::account(468),
                    euros,
                    activity: line.activity.filter(|_| situation.takes_place(line.activity)),
                    row: CashRow::Expenses(65),
                });
            }
        }
    }
    out
}

/// What the convention says of a cost, where it is what an agreement gives to its own partners.
pub fn says(agreement: &FundingAgreement, cost: &Cost) -> Option<bool> {
    let is_own = |id: AgreementId| id == agreement.id;
    match agreement.partners.as_ref()?.answers {
        Answers::LeadAlone { is_eligible } if cost.partners_of.is_some_and(is_own) => Some(is_eligible),
        _ => None,
    }
}

/// The lines of a tranche as they would be without partners who answer themselves.
pub fn whole<'a>(part: &Part<'a>) -> Part<'a> {
    let situation = part.situation;
    let of_award = |award: &Award<'a>| {
        let whole = situation.whole(award.agreement, award.tranche, award.line);
        let own = situation.counted(award.agreement, award.tranche, award.line);
        let of_partners = whole - own;
        let kept = if own == award.counted || own.is_zero() {
            of_partners
        } else {
            round(of_partners * award.counted / own)
        };
        Award { counted: award.counted + kept, ..*award }
    };
    let awards = part.awards.iter().map(of_award).collect();
    Part { situation, agreement: part.agreement, tranche: part.tranche, funder: part.funder, awards }
}

/// What partners get with each payment: its part for them, or a part of what they are owed.
pub fn with_payments(part: &Part<'_>, payments: &mut [Payment], of_whole: &[Payment]) {
    let Some(partners) = &part.agreement.partners else { return };
    if partners.answers == Answers::EachPartner {
        for (payment, whole) in payments.iter_mut().zip(of_whole) {
            payment.partners = whole.euros - payment.euros;
        }
        return;
    }
    let owed =
        part.tranche.lines.iter().map(|line| given(part.situation, part.agreement, part.tranche, line));
    let mut weights: Vec<Decimal> = payments.iter().map(|payment| payment.euros.max(Decimal::ZERO)).collect();
    if weights.iter().all(Decimal::is_zero) {
        weights.fill(Decimal::ONE);
    }
    for (payment, euros) in payments.iter_mut().zip(share_out(owed.sum(), &weights)) {
        payment.partners = euros;
    }
}

/// What comes for partners and what goes to them.
pub fn money(part: &Part<'_>, payments: &[Payment]) -> Vec<Movement> {
    let Some(partners) = &part.agreement.partners else { return Vec::new() };
    let (owed, treasury) = (Place::account(468), Place::Treasury(part.agreement.account));
    let mut out = Vec::new();
    let mut post = |month: Month, debit, credit, euros, row| {
        out.push(Movement { month: Some(month), debit, credit, euros, activity: None, row });
    };
    for payment in payments {
        let arrives = payment.arrives(part.funder);
        let leaves = arrives.plus(i32::from(partners.delay_months));
        if partners.answers == Answers::EachPartner {
            post(arrives, treasury, owed, payment.partners, CashRow::PartnersMoney);
            post(leaves, owed, treasury, payment.partners, CashRow::PartnersMoney);
        } else {
            post(leaves, owed, treasury, payment.partners, CashRow::Expenses(65));
        }
    }
    out
}

//! What edits refuse of numbers and names of items, each by itself.

use previ_engine::account::AccountNumber;
use previ_engine::condition::Condition;
use previ_engine::diagnostic::{Arg, Diagnostic};
use previ_engine::id::{AgreementId, PositionId};
use previ_engine::money::{Amount, Percent, Quantity};
use previ_engine::partner::Partnership;
use previ_engine::payment::{Instalment, Part, Trigger};
use previ_engine::plan::Plan;
use previ_engine::provision::Provision;
use previ_engine::rule::{Ceiling, ChosenCost, ChosenKind, PaymentRule, UnspentRule};
use rust_decimal::Decimal;

use super::draft::{Draft, named, whole};
use crate::codes;

/// The longest a payment may wait for what makes it due.
const MAX_DELAY: u8 = 60;

/// An amount of 0 or more.
pub(super) fn not_negative(amount: Amount) -> Result<(), Diagnostic> {
    let refusal = || whole(codes::NEGATIVE).with("amount", Arg::Cents(amount.cents()));
    if amount < Amount::ZERO { Err(refusal()) } else { Ok(()) }
}

/// A number of days of a year: 0 to 366.
pub(super) fn days(days: Quantity) -> Result<(), Diagnostic> {
    let is_sound = (Decimal::ZERO..=Decimal::from(366)).contains(&days.value());
    let refusal = || whole(codes::DAYS).with("number", Arg::Number(days.value()));
    if is_sound { Ok(()) } else { Err(refusal()) }
}

/// A part of a whole: 0 to 100 %.
pub(crate) fn share(percent: Percent) -> Result<(), Diagnostic> {
    let is_sound = (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&percent.value());
    let refusal = || whole(codes::RATE).with("percent", Arg::Number(percent.value()));
    if is_sound { Ok(()) } else { Err(refusal()) }
}

pub(super) fn payment(payment: PaymentRule) -> Result<(), Diagnostic> {
    match payment {
        PaymentRule::Rate(percent) | PaymentRule::Fixed(UnspentRule::Keep { up_to: percent }) => {
            share(percent)
        }
        PaymentRule::General | PaymentRule::Fixed(_) | PaymentRule::Scale => Ok(()),
    }
}

/// What instalments add up to is looked at by the check of the plan; here only each one by itself.
pub(super) fn instalment(instalment: &Instalment) -> Result<(), Diagnostic> {
    part(instalment.part)?;
    if let Some(receipt) = instalment.received {
        not_negative(receipt.amount)?;
    }
    match instalment.trigger {
        Trigger::EachYearIn(month) if !(1..=12).contains(&month) => {
            Err(whole(codes::TRIGGER_MONTH).with("number", Arg::Number(month.into())))
        }
        Trigger::AfterReport { months } | Trigger::AfterOthers { months } if months > MAX_DELAY => {
            Err(whole(codes::DELAY).with("number", Arg::Number(months.into())))
        }
        Trigger::WhenSpent(percent) => share(percent),
        _ => Ok(()),
    }
}

pub(super) fn ceiling(ceiling: Ceiling) -> Result<(), Diagnostic> {
    match ceiling {
        Ceiling::PublicMoney(percent) => share(percent),
        Ceiling::Nature(_, up_to) => part(up_to),
    }
}

pub(super) fn provision(provision: Provision) -> Result<(), Diagnostic> {
    share(provision.received).and_then(|()| share(provision.unpaid))
}

pub(super) fn chosen(draft: &Draft, chosen: ChosenCost) -> Result<(), Diagnostic> {
    draft.known_activity(chosen.activity)?;
    not_negative(chosen.amount)?;
    match chosen.cost {
        ChosenKind::Account(account) => cost_account(account),
        ChosenKind::Position(position) => known_position(&draft.plan, position),
    }
}

/// An account of costs.
pub(super) fn cost_account(account: AccountNumber) -> Result<(), Diagnostic> {
    let refusal = || whole(codes::COST_CLASS).with("account", Arg::Account(account));
    if account.class() == 6 { Ok(()) } else { Err(refusal()) }
}

pub(super) fn known_position(plan: &Plan, position: PositionId) -> Result<(), Diagnostic> {
    let known = plan.positions.iter().any(|item| item.id == position);
    if known { Ok(()) } else { Err(whole(codes::GONE)) }
}

/// A condition names agreements of the plan.
pub(super) fn known_agreements(plan: &Plan, condition: Option<&Condition>) -> Result<(), Diagnostic> {
    let named = condition.map_or(&[][..], Condition::agreements);
    let known = |id: &AgreementId| plan.agreements.iter().any(|item| item.id == *id);
    if named.iter().all(known) { Ok(()) } else { Err(whole(codes::GONE)) }
}

/// A delay of payment, 0 to 60 months.
pub(super) fn delay(months: u8) -> Result<(), Diagnostic> {
    let refusal = || whole(codes::DELAY).with("number", Arg::Number(months.into()));
    if months > MAX_DELAY { Err(refusal()) } else { Ok(()) }
}

/// Shares of partners of 0 or more that add up to the whole at most, each partner with a name.
pub(super) fn partners(partners: &Partnership) -> Result<(), Diagnostic> {
    for partner in &partners.shares {
        named(&partner.name)?;
        share(partner.share)?;
    }
    let total: Decimal = partners.shares.iter().map(|partner| partner.share.value()).sum();
    if total > Decimal::ONE_HUNDRED {
        return Err(whole(codes::RATE).with("percent", Arg::Number(total)));
    }
    delay(partners.delay_months)
}

pub(super) fn part(part: Part) -> Result<(), Diagnostic> {
    match part {
        Part::Amount(amount) => not_negative(amount),
        Part::Share(percent) => share(percent),
    }
}

//! Investments and loans.

use previ_engine::cash::CashRow;
use previ_engine::investment::Investment;
use previ_engine::loan::{Loan, Repayment};
use previ_engine::month::Month;
use previ_engine::timing::Timing;
use rust_decimal::Decimal;

use super::euros::{round, share_evenly};
use super::movement::{Movement, Place};
use super::schedule::payments;
use super::situation::Situation;

/// A purchase, its payment and the loss of value.
pub fn investment(situation: &Situation<'_>, item: &Investment) -> Vec<Movement> {
    let mut movements = Vec::new();
    if !situation.holds(item.only_if.as_ref()) || !situation.takes_place(item.activity) {
        return movements;
    }
    let mut post = |month, debit, credit, euros| {
        let (activity, row) = (item.activity, CashRow::Investments);
        movements.push(Movement { month: Some(month), debit, credit, euros, activity, row });
    };
    let (asset, supplier) = (Place::Account(item.account), Place::account(404));
    let treasury = Place::Treasury(item.settlement.account);
    let cost = round(item.amount.euros());
    if item.settlement.timing == Timing::OnReceipt {
        post(item.purchase, asset, treasury, cost);
    } else {
        post(item.purchase, asset, supplier, cost);
        for (when, part) in payments(&item.settlement.timing, item.purchase, cost) {
            post(when, supplier, treasury, part);
        }
    }
    let worn = Place::Account(item.account.depreciation());
    let in_use = item.in_use.unwrap_or(item.purchase);
    let life = usize::from(item.life_months.unwrap_or(0));
    for (place, part) in share_evenly(cost, life).into_iter().enumerate() {
        post(in_use.plus(place as i32), Place::account(6811), worn, part);
    }
    movements
}

/// Money borrowed and given back with interest.
pub fn loan(situation: &Situation<'_>, item: &Loan) -> Vec<Movement> {
    let mut movements = Vec::new();
    if !situation.holds(item.only_if.as_ref()) {
        return movements;
    }
    let mut post = |month: Month, debit, credit, euros, row| {
        movements.push(Movement { month: Some(month), debit, credit, euros, activity: None, row });
    };
    let (debt, treasury) = (Place::Account(item.account), Place::Treasury(item.treasury));
    let mut owed = round(item.amount.euros());
    post(item.drawn, treasury, debt, owed, CashRow::LoansDrawn);
    let rate = item.yearly_rate.value() / Decimal::from(1200);
    let payment = constant_payment(item.amount.euros(), rate, item.months);
    let even = share_evenly(item.amount.euros(), usize::from(item.months));
    for number in 1..=item.months {
        let month = item.drawn.plus(i32::from(number));
        let interest = round(owed * rate);
        let principal = match item.repayment {
            _ if number == item.months => owed,
            Repayment::ConstantPrincipal => even[usize::from(number) - 1],
            Repayment::AtTheEnd => Decimal::ZERO,
            Repayment::ConstantPayment => (payment - interest).min(owed),
        };
        post(month, debt, treasury, principal, CashRow::LoanRepayments);
        post(month, Place::account(6611), treasury, interest, CashRow::LoanRepayments);
        owed -= principal;
    }
    movements
}

/// The payment that is the same each month: debt × rate ÷ (1 − (1 + rate)^−months).
fn constant_payment(debt: Decimal, rate: Decimal, months: u16) -> Decimal {
    if rate.is_zero() {
        return round(debt / Decimal::from(months));
    }
    let mut growth = Decimal::ONE;
    for _ in 0..months {
        growth *= Decimal::ONE + rate;
    }
    round(debt * rate * growth / (growth - Decimal::ONE))
}

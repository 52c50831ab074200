//! Loans.

use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::account::AccountNumber;
use crate::condition::Condition;
use crate::id::{LoanId, TreasuryId};
use crate::is_default;
use crate::journal::{Book, Rule, accounts};
use crate::money::{Amount, Percent, multiply, spread, to_cents};
use crate::month::Month;

/// A loan (*emprunt*) repaid each month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Loan {
    /// Identity.
    pub id: LoanId,
    /// Lender and purpose.
    pub label: String,
    /// Account of the debt: 164 banks, 168 other lenders.
    #[serde(default = "bank_loans", skip_serializing_if = "is_bank_loans")]
    pub account: AccountNumber,
    /// The month in which the money comes.
    pub drawn: Month,
    /// How much is borrowed.
    pub amount: Amount,
    /// Yearly rate; a month bears a twelfth of it.
    pub yearly_rate: Percent,
    /// Months of repayment, 1 to 600, the first one in the month after the money came.
    pub months: u16,
    /// How it is repaid.
    #[serde(default, skip_serializing_if = "is_default")]
    pub repayment: Repayment,
    /// Where the money comes in and goes out; the first treasury account when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub treasury: Option<TreasuryId>,
    /// Takes place only if these agreements are granted.
    #[serde(default, skip_serializing_if = "is_default")]
    pub only_if: Option<Condition>,
}

fn bank_loans() -> AccountNumber {
    accounts::BANK_LOANS
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn is_bank_loans(account: &AccountNumber) -> bool {
    *account == bank_loans()
}

/// How a loan is repaid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Repayment {
    /// The same payment each month (*échéance constante*).
    #[default]
    ConstantPayment,
    /// The same part of the debt each month, interest on top (*amortissement constant*).
    ConstantPrincipal,
    /// Interest each month, the debt at the end (*in fine*).
    AtTheEnd,
}

/// One month of repayment, in cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct RepaymentStep {
    month: Month,
    principal: i64,
    interest: i64,
}

impl Loan {
    /// The repayments: interest is that of the debt left, rounded to the cent each month; the last
    /// month repays what is left.
    fn steps(&self) -> Vec<RepaymentStep> {
        let count = usize::from(self.months.clamp(1, 600));
        let rate = self.yearly_rate.fraction() / Decimal::from(12);
        let total = self.amount.cents();
        let months = alloc::vec![1; count];
        let mut equal_parts = spread(self.amount.euros(), &months);
        let payment = constant_payment(self.amount.euros(), rate, count);
        let mut left = total;
        (0..count)
            .map(|n| {
                let interest = to_cents(multiply(Decimal::new(left, 2), rate));
                let principal = match self.repayment {
                    _ if n + 1 == count => left,
                    Repayment::ConstantPayment => (payment - interest).min(left),
                    Repayment::ConstantPrincipal => equal_parts.next().unwrap_or(0),
                    Repayment::AtTheEnd => 0,
                };
                left -= principal;
                RepaymentStep { month: self.drawn.plus(n as i32 + 1), principal, interest }
            })
            .collect()
    }
}

/// The constant payment of a loan in cents: amount × rate ÷ (1 − (1 + rate)^−count).
fn constant_payment(amount: Decimal, rate: Decimal, count: usize) -> i64 {
    let discount = (0..count).fold(Decimal::ONE, |factor, _| factor / (Decimal::ONE + rate));
    let divisor = Decimal::ONE - discount;
    if divisor <= Decimal::ZERO {
        return to_cents(amount / Decimal::from(count as u64));
    }
    to_cents(multiply(amount, rate) / divisor)
}

/// Posts the money that comes and the repayments.
pub(crate) fn post(loan: &Loan, book: &mut Book<'_>) {
    let debt = book.account(loan.account);
    let interest = book.account(accounts::LOAN_INTEREST);
    let treasury = book.treasury(loan.treasury);
    book.post(loan.drawn, Rule::LoanDrawn, treasury, debt, loan.amount.cents());
    for step in loan.steps() {
        book.post(step.month, Rule::LoanRepayment, debt, treasury, step.principal);
        book.post(step.month, Rule::LoanInterest, interest, treasury, step.interest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loan(repayment: Repayment, rate: &str) -> Loan {
        Loan {
            id: LoanId(1),
            label: String::new(),
            account: accounts::BANK_LOANS,
            drawn: Month::new(2027, 1).unwrap(),
            amount: "1200".parse().unwrap(),
            yearly_rate: rate.parse().unwrap(),
            months: 3,
            repayment,
            treasury: None,
            only_if: None,
        }
    }

    fn cents(loan: &Loan) -> Vec<(i64, i64)> {
        loan.steps().iter().map(|step| (step.principal, step.interest)).collect()
    }

    #[test]
    fn a_constant_payment_repays_more_each_month() {
        // 1,200 at 1 % a month over 3 months: 1200 × 0.01 ÷ (1 − 1.01^−3) = 12 ÷ 0.0294098…
        // = 408.03 (408.0265). Interest 12.00; 1,200 − 396.03 = 803.97, interest 8.04;
        // 803.97 − 399.99 = 403.98, interest 4.04.
        let steps = cents(&loan(Repayment::ConstantPayment, "12"));
        assert_eq!(steps, [(39_603, 1200), (39_999, 804), (40_398, 404)]);
    }

    #[test]
    fn a_constant_principal_is_the_same_part_each_month() {
        // 400 a month; interest on 1,200, 800, 400 at 1 % a month.
        let steps = cents(&loan(Repayment::ConstantPrincipal, "12"));
        assert_eq!(steps, [(40_000, 1200), (40_000, 800), (40_000, 400)]);
    }

    #[test]
    fn a_loan_at_the_end_pays_interest_first() {
        let steps = cents(&loan(Repayment::AtTheEnd, "12"));
        assert_eq!(steps, [(0, 1200), (0, 1200), (120_000, 1200)]);
    }

    #[test]
    fn a_loan_without_interest_is_repaid_in_equal_parts() {
        let steps = cents(&loan(Repayment::ConstantPayment, "0"));
        assert_eq!(steps, [(40_000, 0), (40_000, 0), (40_000, 0)]);
    }
}

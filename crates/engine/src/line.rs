//! Budget lines: expenses and own income.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use crate::account::AccountNumber;
use crate::condition::Condition;
use crate::id::{ActivityId, LineId};
use crate::is_default;
use crate::journal::{Book, Rule, accounts};
use crate::schedule::{Schedule, Window};
use crate::timing::{Settlement, Timing};

/// A budget line (*ligne budgétaire*): an expense (class 6) or an own income (class 7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BudgetLine {
    /// Identity.
    pub id: LineId,
    /// What it is.
    pub label: String,
    /// Account of class 6 or 7.
    pub account: AccountNumber,
    /// What it is for; the structure when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub activity: Option<ActivityId>,
    /// How much and when.
    pub schedule: Schedule,
    /// When and where it is paid or received.
    #[serde(default, skip_serializing_if = "is_default")]
    pub settlement: Settlement,
    /// Takes place only if these agreements are granted.
    #[serde(default, skip_serializing_if = "is_default")]
    pub only_if: Option<Condition>,
}

/// Posts a line: its cost or income month by month, and the payments or receipts.
pub(crate) fn post(line: &BudgetLine, window: Window, book: &mut Book<'_>) {
    let Some((third_party, accrual, settlement)) = sides(line) else { return };
    let account = book.account(line.account);
    let third_party = book.account(third_party);
    let treasury = book.treasury(line.settlement.account);
    let context = book.context();
    line.schedule.months(window, context.timeline(), context.indexes(), |month, cents| {
        if line.account.class() == 6 {
            book.post(month, accrual, account, third_party, cents);
            line.settlement.timing.payments(month, cents, |due, part| {
                book.post(due, settlement, third_party, treasury, part);
            });
        } else if line.settlement.timing == Timing::OnReceipt {
            book.post(month, settlement, treasury, account, cents);
        } else {
            book.post(month, accrual, third_party, account, cents);
            line.settlement.timing.payments(month, cents, |due, part| {
                book.post(due, settlement, treasury, third_party, part);
            });
        }
    });
}

/// Third-party account, rule of the cost or income, rule of the money; `None` outside classes 6 and 7.
fn sides(line: &BudgetLine) -> Option<(AccountNumber, Rule, Rule)> {
    match line.account.class() {
        6 => Some((accounts::SUPPLIERS, Rule::Expense, Rule::ExpensePayment)),
        7 => Some((accounts::CUSTOMERS, Rule::Income, Rule::IncomeReceipt)),
        _ => None,
    }
}

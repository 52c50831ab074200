//! Budget lines: expenses and own income.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::account::AccountNumber;
use crate::condition::Condition;
use crate::id::{ActivityId, LineId, PoolId};
use crate::is_default;
use crate::journal::{Book, Rule, accounts};
use crate::money::Amount;
use crate::month::Month;
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
    /// The pool by whose key it is shared out over activities, for a cost of the structure; it stays there
    /// when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub pool: Option<PoolId>,
    /// What it came to in fiscal years that are past or under way (*réalisé, N-1, N-2*), by the calendar year
    /// in which each begins; shown beside the plan, never posted.
    #[serde(default, skip_serializing_if = "is_default")]
    pub actual: BTreeMap<i32, Amount>,
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
    let mut row = line.schedule.row(window, context.timeline(), context.indexes());
    let timing = &line.settlement.timing;
    // First the costs or incomes, then the money, so that each stays one run of months.
    if *timing == Timing::OnReceipt && line.account.class() == 7 {
        book.post_row(settlement, treasury, account, &row);
        return;
    }
    let expense = line.account.class() == 6;
    let (debit, credit) = if expense { (account, third_party) } else { (third_party, account) };
    book.post_row(accrual, debit, credit, &row);
    let (debit, credit) = if expense { (third_party, treasury) } else { (treasury, third_party) };
    if let Some(shift) = timing.shift_months() {
        row.first = row.first.plus(shift);
        book.post_row(settlement, debit, credit, &row);
        return;
    }
    let mut payments: Vec<(Month, i64)> = Vec::new();
    for (month, cents) in row.months() {
        timing.payments(month, cents, |due, part| match payments.last_mut() {
            // What one bill asks for several months is one payment.
            Some((last, sum)) if *last == due && (*sum > 0) == (part > 0) => *sum += part,
            _ => payments.push((due, part)),
        });
    }
    for (due, cents) in payments {
        book.post(due, settlement, debit, credit, cents);
    }
}

/// Third-party account, rule of the cost or income, rule of the money; `None` outside classes 6 and 7.
fn sides(line: &BudgetLine) -> Option<(AccountNumber, Rule, Rule)> {
    match line.account.class() {
        6 => Some((accounts::SUPPLIERS, Rule::Expense, Rule::ExpensePayment)),
        7 => Some((accounts::CUSTOMERS, Rule::Income, Rule::IncomeReceipt)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::ScheduleRule;
    use crate::testing::{amount, everything, figure, line, month, plan};
    use alloc::sync::Arc;

    fn with(lines: &[BudgetLine]) -> crate::view::View {
        let mut plan = plan(2, "1000");
        plan.lines = lines.iter().cloned().map(Arc::new).collect();
        everything(&plan)
    }

    #[test]
    fn a_rent_paid_thirty_days_later_is_a_cost_now_and_money_next_month() {
        // 850.00 a month from January 2027; the bank opens with 1,000.00.
        let view = with(&[line(10, 613, ScheduleRule::Monthly(amount("850")), Timing::After { months: 1 })]);
        // 12 × 850.00 = 10,200.00
        assert_eq!(figure(&view, "result.2027.613"), 1_020_000);
        assert_eq!(figure(&view, "result.2027"), -1_020_000);
        // Nothing is paid in January; February pays January's rent.
        assert_eq!(figure(&view, "cash.2027-01"), 100_000);
        assert_eq!(figure(&view, "cash.2027-02"), 15_000);
        assert_eq!(figure(&view, "cash.2027-02.expenses-61"), -85_000);
        // December's rent is owed at the year end.
        assert_eq!(figure(&view, "balance.2027.401"), 85_000);
    }

    #[test]
    fn what_was_paid_before_the_plan_opens_as_a_prepayment() {
        // Insurance of 120.00 for January 2027, paid a month before: the bank balance typed for
        // the opening already lacks it.
        let once = ScheduleRule::Once { month: month("2027-01"), amount: amount("120") };
        let view = with(&[line(10, 616, once, Timing::Before { months: 1 })]);
        assert_eq!(figure(&view, "balance.opening.401"), -12_000);
        assert_eq!(figure(&view, "balance.opening.110"), 112_000);
        assert_eq!(figure(&view, "cash.2027-01"), 100_000);
        assert_eq!(figure(&view, "balance.2027.401"), 0);
    }

    #[test]
    fn dues_are_income_when_they_come_and_leave_no_claim() {
        let once = ScheduleRule::Once { month: month("2027-09"), amount: amount("300") };
        let view = with(&[line(10, 756, once, Timing::OnReceipt)]);
        assert_eq!(figure(&view, "result.2027.756"), 30_000);
        assert_eq!(figure(&view, "cash.2027-09.dues"), 30_000);
        assert_eq!(figure(&view, "balance.2027.411"), 0);
    }

    #[test]
    fn a_refund_is_a_negative_expense_that_comes_in() {
        let once = ScheduleRule::Once { month: month("2027-03"), amount: amount("-12") };
        let view = with(&[line(10, 606, once, Timing::SameMonth)]);
        assert_eq!(figure(&view, "result.2027.6"), -1200);
        assert_eq!(figure(&view, "cash.2027-03"), 101_200);
    }

    #[test]
    fn a_line_outside_classes_6_and_7_posts_nothing() {
        let view = with(&[line(10, 512, ScheduleRule::Monthly(amount("5")), Timing::SameMonth)]);
        assert_eq!(view.segments().len(), 1, "the opening of the bank only");
    }
}

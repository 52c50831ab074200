//! The entries of a position, and those of one with typed rates.

use super::computed::{self, Taxable};
use super::lending;
use super::position::{Position, usual_employee_rate};
use super::split::Split;
use crate::account::AccountNumber;
use crate::frame::ContributionRhythm;
use crate::journal::{Book, Context, Rule, accounts};
use crate::month::Month;
use crate::row::Row;

/// Posts pay, contributions and their payments; gives what salary tax is counted on where contributions are
/// calculated.
pub(crate) fn post(position: &Position, book: &mut Book<'_>) -> Option<Taxable> {
    let context = book.context();
    if position.employer_rate.is_none() && context.pay.first().is_some() {
        return computed::post(position, book);
    }
    let timeline = context.timeline();
    let last = position.to.unwrap_or(timeline.last()).min(timeline.last());
    let [gross, net, employee, employer] = pay(position, last, context);
    let split = Split::new(position, position.from, last, context);
    split.post(Rule::Pay, accounts::PAY, accounts::STAFF, &net, book);
    split.post(Rule::Pay, accounts::PAY, accounts::SOCIAL_SECURITY, &employee, book);
    split.post(
        Rule::EmployerContributions,
        accounts::CONTRIBUTIONS,
        accounts::SOCIAL_SECURITY,
        &employer,
        book,
    );
    let (staff, treasury) = (book.account(accounts::STAFF), book.treasury(None));
    book.post_row(Rule::NetPayPayment, staff, treasury, &net);
    let [mut due, mut costs] = [employee, gross.clone()];
    due.add(&employer);
    costs.add(&employer);
    post_due(accounts::SOCIAL_SECURITY, due, book);
    lending::post(position, &costs, book);
    if context.posts_leave_owed() {
        let nothing = Row::new(position.from, position.from);
        computed::post_leave(position, &[gross, employer, nothing], &split, book);
    }
    None
}

/// Gross pay, of which net pay and the employee's share, and the employer's share on top, month by month.
fn pay(position: &Position, last: Month, context: &Context<'_>) -> [Row; 4] {
    let employee_rate = position.employee_rate.unwrap_or_else(usual_employee_rate);
    let employer_rate = position.employer_rate.unwrap_or_default();
    let mut rows = [(); 4].map(|()| Row::new(position.from, last));
    // It stays the same for most of the year.
    let mut known = None;
    for place in 0..rows[0].cents.len() {
        let month = position.from.plus(place as i32);
        let cents = match known.filter(|_| !position.pay_changes_in(month, context)) {
            Some(cents) => cents,
            None => {
                let gross = position.earned_cents(month, context);
                let employee = employee_rate.of_cents(gross);
                *known.insert([gross, gross - employee, employee, employer_rate.of_cents(gross)])
            }
        };
        rows.iter_mut().zip(cents).for_each(|(row, cents)| row.cents[place] = cents);
    }
    rows
}

/// Posts the payment of what is owed for each month: in the next one, or after the quarter.
pub(super) fn post_due(owed: AccountNumber, mut due: Row, book: &mut Book<'_>) {
    let (owed, treasury) = (book.account(owed), book.treasury(None));
    match book.context().contributions() {
        ContributionRhythm::Monthly => {
            due.first = due.first.plus(1);
            book.post_row(Rule::ContributionsPayment, owed, treasury, &due);
        }
        ContributionRhythm::Quarterly => {
            for (month, cents) in due.months() {
                let month = month.next_among(&[3, 6, 9, 12]).plus(1);
                book.post(month, Rule::ContributionsPayment, owed, treasury, cents);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::position::Position;
    use super::super::time::TimeShare;
    use crate::activity::Activity;
    use crate::frame::ContributionRhythm;
    use crate::id::ActivityId;
    use crate::journal::Rule;
    use crate::money::Percent;
    use crate::testing::{amount, everything, figure, month, plan};
    use crate::timeline::MonthIndex;
    use alloc::collections::BTreeMap;
    use alloc::string::String;
    use alloc::sync::Arc;
    use alloc::vec::Vec;
    use rust_decimal::Decimal;

    fn position(shares: &[(u32, i64)]) -> Position {
        let share = |(id, percent): &(u32, i64)| {
            TimeShare::share(ActivityId(*id), Percent::new(Decimal::from(*percent)).unwrap())
        };
        Position {
            gross: BTreeMap::from([(month("2026-06"), amount("2000"))]),
            time: shares.iter().map(share).collect(),
            ..crate::testing::position(20, "2026-06")
        }
    }

    fn activity(id: u32, to: Option<&str>) -> Arc<Activity> {
        Arc::new(Activity { to: to.map(month), ..Activity::new(ActivityId(id), String::from("Action")) })
    }

    #[test]
    fn net_pay_leaves_in_its_month_and_contributions_in_the_next() {
        let mut plan = plan(1, "100000");
        plan.positions.push(Arc::new(position(&[])));
        let view = everything(&plan);
        // Net 2,000 − 22 % = 1,560; contributions 440 + 40 % of 2,000 = 1,240.
        assert_eq!(figure(&view, "result.2027.641"), 12 * 200_000);
        assert_eq!(figure(&view, "result.2027.645"), 12 * 80_000);
        assert_eq!(figure(&view, "cash.2027-01.net-pay"), -156_000);
        // December's contributions, of a month before the plan, are paid in January.
        assert_eq!(figure(&view, "balance.opening.431"), 124_000);
        assert_eq!(figure(&view, "cash.2027-01.contributions"), -124_000);
        assert_eq!(figure(&view, "balance.2027.431"), 124_000);
        assert_eq!(figure(&view, "balance.2027.421"), 0);
    }

    #[test]
    fn pay_of_months_before_the_plan_is_one_entry_of_each_movement() {
        let mut plan = plan(1, "100000");
        plan.positions.push(Arc::new(position(&[])));
        let view = everything(&plan);
        let found = view.entries().filter(|entry| entry.month == MonthIndex::OPENING);
        let found = found.filter(|entry| entry.rule != Rule::Opening);
        let found: Vec<(Rule, i64)> = found.map(|entry| (entry.rule, entry.amount_cents)).collect();
        // June to December: seven months of net pay 1,560, of 22 % and of 40 % of 2,000; contributions of June
        // to November were paid by the end of December.
        let due =
            [(Rule::Pay, 7 * 156_000), (Rule::Pay, 7 * 44_000), (Rule::EmployerContributions, 7 * 80_000)];
        let paid = [(Rule::NetPayPayment, 7 * 156_000), (Rule::ContributionsPayment, 6 * 124_000)];
        assert_eq!(found, [due.as_slice(), &paid].concat());
    }

    #[test]
    fn a_small_employer_pays_contributions_after_the_quarter() {
        let mut plan = plan(1, "100000");
        Arc::make_mut(&mut plan.frame).association.contributions = ContributionRhythm::Quarterly;
        plan.positions.push(Arc::new(position(&[])));
        let view = everything(&plan);
        // October to December 2026 in January, January to March in April.
        assert_eq!(figure(&view, "cash.2027-01.contributions"), -3 * 124_000);
        assert_eq!(figure(&view, "cash.2027-02.contributions"), 0);
        assert_eq!(figure(&view, "cash.2027-04.contributions"), -3 * 124_000);
    }

    #[test]
    fn time_on_an_activity_that_is_over_stays_with_the_structure() {
        let mut plan = plan(1, "100000");
        plan.activities.extend([activity(30, Some("2027-06")), activity(31, None)]);
        plan.positions.push(Arc::new(position(&[(30, 50), (31, 25)])));
        let view = everything(&plan);
        // 2,000 + 40 % = 2,800 a month: half for six months, a quarter for twelve.
        assert_eq!(figure(&view, "result.2027.6@30"), 6 * 140_000);
        assert_eq!(figure(&view, "result.2027.6@31"), 12 * 70_000);
        assert_eq!(figure(&view, "result.2027.6"), 12 * 280_000);
    }

    #[test]
    fn shares_above_the_whole_are_reduced_in_proportion() {
        let mut plan = plan(1, "100000");
        plan.activities.extend([activity(30, None), activity(31, None)]);
        plan.positions.push(Arc::new(position(&[(30, 100), (31, 100)])));
        let view = everything(&plan);
        assert_eq!(figure(&view, "result.2027.6@30"), 12 * 140_000);
        assert_eq!(figure(&view, "result.2027.6@31"), 12 * 140_000);
    }
}

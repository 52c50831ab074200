//! The entries of a position, and those of one with typed rates.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::computed::{self, Split, Taxable};
use super::lending;
use super::position::{Position, usual_employee_rate};
use super::weights::TimeWeights;
use crate::account::AccountNumber;
use crate::frame::ContributionRhythm;
use crate::journal::{AccountIndex, ActivityIndex, Book, Context, Rule, accounts};
use crate::money::spread;
use crate::month::Month;
use crate::row::Row;

/// Months with the same pay for the same time, in cents a month.
struct Stretch {
    first: Month,
    last: Month,
    gross: i64,
    employee: i64,
    employer: i64,
    /// What is left to the structure, then the time shares, in millionths of a percent.
    weights: Vec<u64>,
}

/// The months of all stretches, each with the cents of its own.
fn row(stretches: &[Stretch], cents: impl Iterator<Item = i64>) -> Row {
    let (first, last) = (stretches.first(), stretches.last());
    let (first, last) =
        (first.map_or(Month::FIRST, |s| s.first), last.map_or(Month::FIRST.plus(-1), |s| s.last));
    let mut row = Row::new(first, last);
    let mut cells = row.cents.iter_mut();
    for (stretch, cents) in stretches.iter().zip(cents) {
        let length = stretch.last.since(stretch.first) as usize + 1;
        cells.by_ref().take(length).for_each(|cell| *cell = cents);
    }
    row
}

/// Posts pay, contributions and their payments; gives what salary tax is counted on where contributions are
/// calculated.
pub(crate) fn post(position: &Position, book: &mut Book<'_>) -> Option<Taxable> {
    let context = book.context();
    if position.employer_rate.is_none() && context.pay.first().is_some() {
        return computed::post(position, book);
    }
    let weights = TimeWeights::new(position, context.frame, context.registry);
    let stretches = stretches(position, &weights, context);
    post_costs(&stretches, &weights, book);
    post_payments(&stretches, book);
    lending::post(position, &row(&stretches, stretches.iter().map(|s| s.gross + s.employer)), book);
    if let (true, Some(first), Some(last)) = (context.posts_leave_owed(), stretches.first(), stretches.last())
    {
        let gross = row(&stretches, stretches.iter().map(|stretch| stretch.gross));
        let employer = row(&stretches, stretches.iter().map(|stretch| stretch.employer));
        let split = Split::new(position, first.first, last.last, context);
        let nothing = Row::new(first.first, first.first);
        computed::post_leave(position, &[gross, employer, nothing], &split, book);
    }
    None
}

fn stretches(position: &Position, weights: &TimeWeights, context: &Context<'_>) -> Vec<Stretch> {
    let timeline = context.timeline();
    let last = position.to.unwrap_or(timeline.last()).min(timeline.last());
    let employee_rate = position.employee_rate.unwrap_or_else(usual_employee_rate);
    let employer_rate = position.employer_rate.unwrap_or_default();
    let mut stretches: Vec<Stretch> = Vec::new();
    for month in (0..=last.since(position.from)).map(|n| position.from.plus(n)) {
        match stretches.last_mut() {
            Some(stretch) if !position.pay_changes_in(month, context) && !weights.change_in(month) => {
                stretch.last = month;
            }
            _ => {
                let gross = position.earned_cents(month, context);
                let [employee, employer] = [employee_rate, employer_rate].map(|r| r.of_cents(gross));
                let weights = weights.at(month);
                stretches.push(Stretch { first: month, last: month, gross, employee, employer, weights });
            }
        }
    }
    stretches
}

/// Pay and contributions, split over the activities of the position.
fn post_costs(stretches: &[Stretch], weights: &TimeWeights, book: &mut Book<'_>) {
    let [pay, contributions] = [accounts::PAY, accounts::CONTRIBUTIONS].map(|number| book.account(number));
    let [net_due, social_due] =
        [accounts::STAFF, accounts::SOCIAL_SECURITY].map(|number| book.account(number));
    type PerMonth = fn(&Stretch) -> i64;
    let legs: [(Rule, AccountIndex, AccountIndex, PerMonth); 3] = [
        (Rule::Pay, pay, net_due, |stretch| stretch.gross - stretch.employee),
        (Rule::Pay, pay, social_due, |stretch| stretch.employee),
        (Rule::EmployerContributions, contributions, social_due, |stretch| stretch.employer),
    ];
    for (rule, debit, credit, amount) in legs {
        let share = |stretch: &Stretch| spread(Decimal::new(amount(stretch), 2), &stretch.weights).collect();
        let parts: Vec<Vec<i64>> = stretches.iter().map(share).collect();
        for (place, activity) in weights.activities().enumerate() {
            let cents = parts.iter().map(|parts| parts[place]);
            book.for_activity(activity).post_row(rule, debit, credit, &row(stretches, cents));
        }
    }
    book.for_activity(ActivityIndex::STRUCTURE);
}

fn post_payments(stretches: &[Stretch], book: &mut Book<'_>) {
    let (net_due, treasury) = (book.account(accounts::STAFF), book.treasury(None));
    let net = row(stretches, stretches.iter().map(|stretch| stretch.gross - stretch.employee));
    book.post_row(Rule::NetPayPayment, net_due, treasury, &net);
    let due = row(stretches, stretches.iter().map(|stretch| stretch.employee + stretch.employer));
    post_due(accounts::SOCIAL_SECURITY, due, book);
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
    use crate::money::Percent;
    use crate::testing::{amount, everything, figure, month, plan};
    use alloc::collections::BTreeMap;
    use alloc::string::String;
    use alloc::sync::Arc;
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

//! Positions.

use previ_engine::cash::CashRow;
use previ_engine::frame::ContributionRhythm;
use previ_engine::id::ActivityId;
use previ_engine::lending::{Lending, LendingPrice};
use previ_engine::money::Percent;
use previ_engine::month::Month;
use previ_engine::position::{Position, Time};
use rust_decimal::{Decimal, RoundingStrategy};

use super::days;
use super::euros::{round, share_out};
use super::movement::{Movement, Place};
use super::situation::{Dates, Situation, both, inside, months};

/// Pay, contributions and their payments.
pub fn position(situation: &Situation<'_>, position: &Position) -> Vec<Movement> {
    let mut movements = Vec::new();
    if !situation.holds(position.only_if.as_ref()) {
        return movements;
    }
    let last = position.to.map_or(situation.last, |to| to.min(situation.last));
    for month in months(position.from, last) {
        pay_month(situation, position, month, &mut movements);
    }
    for lending in &position.lent {
        lend(situation, position, lending, &mut movements);
    }
    movements
}

/// Time billed to somebody else: a share of what is paid, rounded over all its months together, or so much a month.
fn lend(situation: &Situation<'_>, position: &Position, lending: &Lending, movements: &mut Vec<Movement>) {
    let last = position.to.map_or(situation.last, |to| to.min(situation.last));
    let (mut cost, mut billed) = (Decimal::ZERO, Decimal::ZERO);
    for month in months(position.from, last).filter(|month| inside(*month, (lending.from, lending.until))) {
        let gross = gross_of(situation, position, month);
        let employer = position.employer_rate.unwrap_or_default().value();
        cost += gross + round(gross * employer / Decimal::ONE_HUNDRED);
        let euros = match lending.price {
            LendingPrice::Monthly(amount) => round(amount.euros()),
            LendingPrice::Cost => round(cost * lending.share.value() / Decimal::ONE_HUNDRED) - billed,
        };
        billed += euros;
        let mut post = |month: Month, debit, credit| {
            let (activity, row) = (None, CashRow::Income(70));
            movements.push(Movement { month: Some(month), debit, credit, euros, activity, row });
        };
        post(month, Place::account(411), Place::account(7084));
        let paid = month.plus(i32::from(lending.delay_months));
        post(paid, Place::Treasury(None), Place::account(411));
    }
}

fn pay_month(situation: &Situation<'_>, position: &Position, month: Month, movements: &mut Vec<Movement>) {
    let gross = gross_of(situation, position, month);
    let employee_rate = position.employee_rate.map_or(Decimal::from(22), Percent::value);
    let employee = round(gross * employee_rate / Decimal::ONE_HUNDRED);
    let employer = round(gross * position.employer_rate.unwrap_or_default().value() / Decimal::ONE_HUNDRED);
    let net = gross - employee;
    let (pay, contributions) = (Place::account(641), Place::account(645));
    let (staff, social) = (Place::account(421), Place::account(431));
    let treasury = Place::Treasury(None);

    let (activities, weights) = time(situation, position, month);
    let mut post = |month: Month, debit, credit, euros, activity: Option<ActivityId>, row| {
        movements.push(Movement { month: Some(month), debit, credit, euros, activity, row });
    };
    for (total, debit, credit) in
        [(net, pay, staff), (employee, pay, social), (employer, contributions, social)]
    {
        for (part, activity) in share_out(total, &weights).into_iter().zip(&activities) {
            let activity = activity.filter(|_| situation.takes_place(*activity));
            post(month, debit, credit, part, activity, CashRow::NetPay);
        }
    }
    post(month, staff, treasury, net, None, CashRow::NetPay);
    let due = contributions_due(situation, month);
    post(due, social, treasury, employee + employer, None, CashRow::Contributions);
}

/// The last typed amount, raised since the month for which it was typed.
fn gross_of(situation: &Situation<'_>, position: &Position, month: Month) -> Decimal {
    let Some((typed_for, typed)) = position.gross.range(..=month).next_back() else { return Decimal::ZERO };
    match position.index {
        None => round(typed.euros()),
        Some(index) => {
            let raised = typed.euros() * situation.level(index, month);
            round(raised / situation.level(index, *typed_for))
        }
    }
}

/// For whom the time of a month is: what is left is the structure's, then each activity that is inside
/// its dates with its weight.
pub fn time(
    situation: &Situation<'_>,
    position: &Position,
    month: Month,
) -> (Vec<Option<ActivityId>>, Vec<Decimal>) {
    let mut activities = vec![None];
    let mut weights = vec![Decimal::ZERO];
    let mut left = Decimal::ONE_HUNDRED;
    for share in &position.time {
        let dates = both(situation.dates(Some(share.activity)), (share.from, share.to));
        if inside(month, dates) {
            let percent = match share.time {
                Time::Share(percent) => percent.value(),
                Time::Days(days) => days_in_percent(situation, position, days.value(), dates, month),
            };
            activities.push(Some(share.activity));
            weights.push(percent);
            left -= percent;
        }
    }
    weights[0] = left.max(Decimal::ZERO);
    let room = Decimal::ONE_HUNDRED - lent(position, month);
    let wanted = Decimal::ONE_HUNDRED - left;
    if room < Decimal::ONE_HUNDRED && wanted > room {
        for weight in &mut weights[1..] {
            *weight = (*weight * room / wanted).trunc_with_scale(6);
        }
        weights[0] = Decimal::ONE_HUNDRED - weights[1..].iter().sum::<Decimal>();
    }
    (activities, weights)
}

/// What of a month is lent to others, in percent: it comes before all activities.
pub fn lent(position: &Position, month: Month) -> Decimal {
    let counts = |lending: &&Lending| inside(month, (lending.from, lending.until));
    let lent: Decimal = position.lent.iter().filter(counts).map(|lending| lending.share.value()).sum();
    lent.min(Decimal::ONE_HUNDRED)
}

/// Days of a fiscal year in percent of the days that the post has in those of its months that count, to the
/// millionth of a percent; never more than the largest percentage there is.
fn days_in_percent(
    situation: &Situation<'_>,
    position: &Position,
    days: Decimal,
    dates: Dates,
    month: Month,
) -> Decimal {
    let start = situation.year_start(month);
    let counted = months(start, start.plus(11)).filter(|month| inside(*month, dates));
    let available: Decimal = counted.map(|month| days::available(situation, position, month)).sum();
    if available.is_zero() {
        return Decimal::ZERO;
    }
    let percent = days * Decimal::ONE_HUNDRED / available;
    percent.round_dp_with_strategy(6, RoundingStrategy::MidpointAwayFromZero).min(Decimal::from(10_000))
}

/// The next month, or the first month after the quarter.
fn contributions_due(situation: &Situation<'_>, month: Month) -> Month {
    let mut due = month.plus(1);
    if situation.plan.frame.association.contributions == ContributionRhythm::Quarterly {
        while ![1, 4, 7, 10].contains(&due.number()) {
            due = due.plus(1);
        }
    }
    due
}

//! The entries of a position whose contributions are calculated with the dated parameters.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::position::Position;
use super::post::post_due;
use super::weights::TimeWeights;
use super::{leave, lending};
use crate::account::AccountNumber;
use crate::journal::{ActivityIndex, Book, Context, Rule, accounts};
use crate::money::{Percent, spread};
use crate::month::Month;
use crate::payroll::{Body, Pay, Payer, Side, Slip, Terms, YearSoFar, slip};
use crate::row::Row;

/// Movements of a pay slip: why, the account charged, the account owed.
const LEGS: [(Rule, AccountNumber, AccountNumber); 9] = [
    (Rule::Pay, accounts::PAY, accounts::STAFF),
    (Rule::Pay, accounts::PAY, accounts::SOCIAL_SECURITY),
    (Rule::Pay, accounts::PAY, accounts::OTHER_SOCIAL_BODIES),
    (Rule::Pay, accounts::PAY, accounts::TAX_WITHHELD),
    (Rule::EmployerContributions, accounts::CONTRIBUTIONS, accounts::SOCIAL_SECURITY),
    (Rule::EmployerContributions, accounts::CONTRIBUTIONS, accounts::OTHER_SOCIAL_BODIES),
    (Rule::EmployerContributions, accounts::TAXES_ON_PAY, accounts::SOCIAL_SECURITY),
    (Rule::EmployerContributions, accounts::TAXES_ON_PAY, accounts::OTHER_SOCIAL_BODIES),
    (Rule::EmployerContributions, accounts::OTHER_SOCIAL_CHARGES, accounts::OTHER_SOCIAL_BODIES),
];

/// Pay on which salary tax is counted, month by month of whole calendar years, in cents.
pub(crate) type Taxable = Row;

/// Posts pay, contributions and their payments, and gives what salary tax is counted on.
pub(super) fn post(position: &Position, book: &mut Book<'_>) -> Option<Taxable> {
    let context = book.context();
    let (first, last) = (context.pay.first()?.max(position.from), context.pay.last()?);
    let last = position.to.map_or(last, |to| to.min(last));
    let mut legs = LEGS.map(|_| Row::new(first, last));
    let mut taxable = Row::new(first, last);
    let mut so_far = YearSoFar::default();
    let mut gross = None;
    for month in (0..=last.since(first)).map(|n| first.plus(n)) {
        if month.number() == 1 {
            so_far = YearSoFar::default();
        }
        // It stays the same for most of the year.
        let earned = match gross.filter(|_| !position.pay_changes_in(month, context)) {
            Some(earned) => earned,
            None => *gross.insert(position.earned_cents(month, context)),
        };
        let Some(slip) = slip_of(position, month, earned, context, &mut so_far) else { continue };
        let withheld = position.contract.tax_at_source.map_or(0, |rate| rate.of_cents(slip.taxable));
        for (row, cents) in legs.iter_mut().zip(movements(&slip, withheld)) {
            row.write(month, core::iter::once(cents));
        }
        taxable.write(month, core::iter::once(slip.salary_tax_base));
    }
    let split = Split::new(position, first, last, context);
    for ((rule, debit, credit), row) in LEGS.into_iter().zip(&legs) {
        split.post(rule, debit, credit, row, book);
    }
    let treasury = book.treasury(None);
    let staff = book.account(accounts::STAFF);
    book.post_row(Rule::NetPayPayment, staff, treasury, &legs[0]);
    for owed in [accounts::SOCIAL_SECURITY, accounts::OTHER_SOCIAL_BODIES, accounts::TAX_WITHHELD] {
        let mut due = Row::new(first, last);
        for ((_, _, credit), row) in LEGS.iter().zip(&legs) {
            if *credit == owed {
                due.cents.iter_mut().zip(&row.cents).for_each(|(due, cents)| *due += cents);
            }
        }
        post_due(owed, due, book);
    }
    let sum = |places: core::ops::RangeInclusive<usize>| {
        let mut sum = Row::new(first, last);
        for row in &legs[places] {
            sum.cents.iter_mut().zip(&row.cents).for_each(|(sum, cents)| *sum += cents);
        }
        sum
    };
    if context.posts_leave_owed() {
        post_leave(position, &[sum(0..=3), sum(4..=5), sum(6..=7)], &split, book);
    }
    lending::post(position, &sum(0..=8), book);
    Some(taxable)
}

/// Posts the change of leave owed: of gross pay, of contributions, of taxes on pay.
pub(super) fn post_leave(position: &Position, rows: &[Row; 3], split: &Split, book: &mut Book<'_>) {
    let accounts = [
        (accounts::LEAVE, accounts::LEAVE_OWED),
        (accounts::CONTRIBUTIONS, accounts::CONTRIBUTIONS_ON_LEAVE),
        (accounts::TAXES_ON_PAY, accounts::TAXES_ON_LEAVE),
    ];
    for (row, (debit, credit)) in rows.iter().zip(accounts) {
        let changes = leave::changes(row, position, book.timeline());
        split.post(Rule::LeaveOwed, debit, credit, &changes, book);
    }
}

/// The pay slip of a month with so many cents of gross pay; none in months that are not paid.
pub(super) fn slip_of(
    position: &Position,
    month: Month,
    gross: i64,
    context: &Context<'_>,
    so_far: &mut YearSoFar,
) -> Option<Slip> {
    let (levels, payer) = context.pay.at(month)?;
    let kept = position.kept(month);
    if gross == 0 && kept == Percent::default() {
        return None;
    }
    let contract = &position.contract;
    let payer = Payer { accident: contract.work_accident_rate.unwrap_or(payer.accident), ..*payer };
    let terms = Terms { kind: contract.kind, is_executive: contract.is_executive };
    let share = position.working_time(month).times(kept);
    Some(slip(&Pay { gross, share }, &terms, &payer, levels, so_far))
}

/// The cents of each movement of [`LEGS`].
fn movements(slip: &Slip, withheld: i64) -> [i64; 9] {
    let mut cents = [0; 9];
    cents[0] = slip.net - withheld;
    cents[3] = withheld;
    for line in &slip.lines {
        let is_social = line.contribution.body() == Body::SocialSecurity;
        let place = match (line.side, line.contribution.account(), is_social) {
            (Side::Employee, _, true) => 1,
            (Side::Employee, _, false) => 2,
            (Side::Employer, "633", true) => 6,
            (Side::Employer, "633", false) => 7,
            (Side::Employer, "647", _) => 8,
            (Side::Employer, _, true) => 4,
            (Side::Employer, _, false) => 5,
        };
        cents[place] += line.cents;
    }
    cents
}

/// How what a position costs is split over its activities.
pub(super) struct Split {
    time: TimeWeights,
    /// Weights of the structure and of each activity, each from its month on.
    weights: Vec<(Month, Vec<u64>)>,
}

impl Split {
    pub(super) fn new(position: &Position, first: Month, last: Month, context: &Context<'_>) -> Self {
        let time = TimeWeights::new(position, context.frame, context.registry);
        let mut weights = Vec::new();
        for month in (0..=last.since(first)).map(|n| first.plus(n)) {
            if weights.is_empty() || time.change_in(month) {
                weights.push((month, time.at(month)));
            }
        }
        Self { time, weights }
    }

    /// Posts a row, each month shared out over the activities.
    pub(super) fn post(
        &self,
        rule: Rule,
        debit: AccountNumber,
        credit: AccountNumber,
        row: &Row,
        book: &mut Book<'_>,
    ) {
        if row.cents.iter().all(|cents| *cents == 0) {
            return;
        }
        let (debit, credit) = (book.account(debit), book.account(credit));
        let places: Vec<ActivityIndex> = self.time.activities().collect();
        let last = row.first.plus(row.cents.len() as i32 - 1);
        let mut rows: Vec<Row> = places.iter().map(|_| Row::new(row.first, last)).collect();
        let mut weights = self.weights.iter().peekable();
        let mut now: &[u64] = &[1];
        // The parts of the amount that was shared out last: it mostly comes back in the next month.
        let (mut shared, mut parts) = (0, Vec::with_capacity(places.len()));
        for (place, cents) in row.cents.iter().enumerate() {
            let month = row.first.plus(place as i32);
            while let Some((_, found)) = weights.next_if(|(since, _)| *since <= month) {
                (now, shared) = (found, 0);
            }
            if *cents == 0 {
                continue;
            }
            if *cents != shared {
                shared = *cents;
                parts.clear();
                parts.extend(spread(Decimal::new(*cents, 2), now));
            }
            for (row, part) in rows.iter_mut().zip(&parts) {
                row.cents[place] = *part;
            }
        }
        for (activity, row) in places.into_iter().zip(&rows) {
            book.for_activity(activity).post_row(rule, debit, credit, row);
        }
        book.for_activity(ActivityIndex::STRUCTURE);
    }
}

//! The entries of a position whose contributions are calculated with the dated parameters.

use super::position::Position;
use super::post::post_due;
use super::split::Split;
use super::{leave, lending};
use crate::account::AccountNumber;
use crate::journal::{Book, Context, Rule, accounts};
use crate::money::Percent;
use crate::month::Month;
use crate::payroll::{Body, Expense, Pay, Payer, Side, Slip, Terms, YearSoFar, slip};
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
    for (place, month) in (0..taxable.cents.len()).map(|place| (place, first.plus(place as i32))) {
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
            row.cents[place] = cents;
        }
        taxable.cents[place] = slip.salary_tax_base;
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
                due.add(row);
            }
        }
        post_due(owed, due, book);
    }
    let sum = |places: core::ops::RangeInclusive<usize>| {
        let mut sum = Row::new(first, last);
        legs[places].iter().for_each(|row| sum.add(row));
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
        let place = match (line.side, line.contribution.expense(), is_social) {
            (Side::Employee, _, true) => 1,
            (Side::Employee, _, false) => 2,
            (Side::Employer, Expense::Contributions, true) => 4,
            (Side::Employer, Expense::Contributions, false) => 5,
            (Side::Employer, Expense::TaxesOnPay, true) => 6,
            (Side::Employer, Expense::TaxesOnPay, false) => 7,
            (Side::Employer, Expense::OtherSocialCharges, _) => 8,
        };
        cents[place] += line.cents;
    }
    cents
}

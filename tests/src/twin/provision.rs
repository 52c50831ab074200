//! Provisions for money that may have to go back or may never come.

use previ_engine::cash::CashRow;
use previ_engine::month::Month;
use rust_decimal::Decimal;

use super::base::share_of;
use super::euros::round;
use super::instalments::Payment;
use super::movement::{Movement, Place};
use super::part::Part;

/// What is set aside for a tranche and what is taken back, from what it posts and is paid.
pub fn provision(part: &Part<'_>, posted: &[Movement], payments: &[Payment]) -> Vec<Movement> {
    let Some(provision) = part.agreement.provision else { return Vec::new() };
    let situation = part.situation;
    let mut out = Vec::new();
    let mut post = |month: Month, debit: u32, credit: u32, euros: Decimal| {
        let activity = part.tranche.lines.first().and_then(|line| line.activity);
        out.push(Movement {
            month: Some(month),
            debit: Place::account(debit),
            credit: Place::account(credit),
            euros,
            activity: activity.filter(|_| situation.takes_place(activity)),
            row: CashRow::Transfers,
        });
    };
    let mut on_receipts: Vec<(Month, Decimal)> = Vec::new();
    let mut unpaid = Decimal::ZERO;
    // What is before the plan counts as a year.
    for year in -1..situation.years() {
        let last = situation.end_of(year);
        let all = share_of(provision.received, received(part, payments, year));
        post(last, 6815, 151, all);
        on_receipts.push((last, all));
        let owed = earned(part, posted, last) - payments_until(part, payments, last);
        let needed = share_of(provision.unpaid, owed.max(Decimal::ZERO));
        if needed > unpaid {
            post(last, 6815, 151, needed - unpaid);
        } else {
            post(last, 151, 7815, unpaid - needed);
        }
        unpaid = needed;
    }
    let mut releases = part.tranche.releases.clone();
    releases.sort_by_key(|release| release.month);
    let mut released = Decimal::ZERO;
    for release in releases {
        let made = on_receipts.iter().filter(|(month, _)| *month <= release.month.max(situation.end_of(-1)));
        let left = made.map(|(_, euros)| *euros).sum::<Decimal>() - released;
        let euros = round(release.amount.euros()).min(left);
        post(release.month, 151, 7815, euros);
        released += euros;
    }
    out
}

/// What arrives in a fiscal year; before the plan for the year −1.
fn received(part: &Part<'_>, payments: &[Payment], year: i32) -> Decimal {
    let of_year = payments
        .iter()
        .filter(|payment| part.situation.year_of(payment.arrives(part.funder)).max(-1) == year);
    of_year.map(|payment| payment.euros).sum()
}

fn payments_until(part: &Part<'_>, payments: &[Payment], last: Month) -> Decimal {
    let until = payments.iter().filter(|payment| payment.arrives(part.funder) <= last);
    until.map(|payment| payment.euros).sum()
}

/// What became income up to a month, dedicated funds aside.
fn earned(part: &Part<'_>, posted: &[Movement], last: Month) -> Decimal {
    let Some(award) = part.awards.first() else { return Decimal::ZERO };
    let income = Place::Account(award.income_account());
    let mut earned = Decimal::ZERO;
    for movement in posted.iter().filter(|movement| movement.month.is_some_and(|month| month <= last)) {
        earned += if movement.credit == income { movement.euros } else { Decimal::ZERO };
        earned -= if movement.debit == income { movement.euros } else { Decimal::ZERO };
    }
    earned
}

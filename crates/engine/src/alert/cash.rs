//! Alerts of the cash forecast.

use alloc::vec::Vec;

use super::{BELOW_RESERVE, CASH_NEGATIVE, CASH_NEGATIVE_INSIDE, LATE_INSTALMENT, Seen, about, whole};
use crate::diagnostic::{Arg, Diagnostic, Severity};

/// The first month that ends below zero, else the first one inside which cash may run out.
pub(super) fn negative(Seen { cash, .. }: Seen<'_>) -> Vec<Diagnostic> {
    let by_month = cash.months.iter().copied();
    if let Some(month) = cash.first_negative_end {
        let lowest = by_month.zip(cash.closing_cents.iter().copied()).min_by_key(|(_, cents)| *cents);
        let (low_month, lowest) = lowest.unwrap_or((month, 0));
        let alert = whole(CASH_NEGATIVE, Severity::Error).with("month", Arg::Month(month));
        let alert = alert.with("lowest", Arg::Cents(lowest)).with("low_month", Arg::Month(low_month));
        return Vec::from([alert]);
    }
    let Some(month) = cash.first_negative_inside else { return Vec::new() };
    let worst = by_month.zip(cash.worst_cents.iter().copied()).find(|(known, _)| *known == month);
    let worst = worst.map_or(0, |(_, cents)| cents);
    let alert = whole(CASH_NEGATIVE_INSIDE, Severity::Warning).with("month", Arg::Month(month));
    Vec::from([alert.with("worst", Arg::Cents(worst))])
}

pub(super) fn below_reserve(Seen { cash, .. }: Seen<'_>) -> Vec<Diagnostic> {
    let Some(reserve) = cash.reserve_cents.as_ref() else { return Vec::new() };
    let both = cash.closing_cents.iter().zip(reserve).zip(&cash.months);
    let below: Vec<_> = both.filter(|((closing, reserve), _)| closing < reserve).map(|(_, m)| *m).collect();
    let first = below.first().map(|first| {
        let alert = whole(BELOW_RESERVE, Severity::Warning).with("count", Arg::Number(below.len().into()));
        alert.with("month", Arg::Month(*first))
    });
    first.into_iter().collect()
}

/// The largest payment that comes after cash ran out and that, on time, would have kept it above zero.
pub(super) fn late_instalment(Seen { view, cash, .. }: Seen<'_>) -> Vec<Diagnostic> {
    let negative = cash.first_negative_end;
    let place = negative.and_then(|month| cash.months.iter().position(|known| *known == month));
    let (Some(short), Some(place)) = (negative, place) else { return Vec::new() };
    // The lowest month end from then on, up to each month.
    let lowest: Vec<i64> = cash.closing_cents[place..]
        .iter()
        .scan(0, |lowest, cents| {
            *lowest = (*lowest).min(*cents);
            Some(*lowest)
        })
        .collect();
    let mut largest = None;
    for (agreement, payments) in view.plan().agreements.iter().zip(view.payments.iter()) {
        for (tranche, payments) in agreement.tranches.iter().zip(payments) {
            for payment in payments.expected.iter().filter(|payment| !payment.is_received) {
                let after = payment.arrival.since(short);
                let until = usize::try_from(after - 1).ok().and_then(|after| lowest.get(after));
                let cures = until.is_some_and(|lowest| payment.cents + lowest >= 0);
                if cures && largest.is_none_or(|(_, cents, _)| payment.cents > cents) {
                    largest = Some((tranche.id, payment.cents, payment.arrival));
                }
            }
        }
    }
    let alert = largest.map(|(tranche, cents, arrival)| {
        let alert = about(view, LATE_INSTALMENT, Severity::Warning, tranche.into(), "instalments");
        let alert = alert.with("amount", Arg::Cents(cents)).with("month", Arg::Month(arrival));
        alert.with("short_month", Arg::Month(short))
    });
    alert.into_iter().collect()
}

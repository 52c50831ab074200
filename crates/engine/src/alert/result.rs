//! Alerts of the result, of balances read and of what is still open.

use alloc::vec::Vec;

use super::{DEFICIT, Seen, TO_BE_SPECIFIED, UNEXPLAINED, about, whole};
use crate::check::BALANCE;
use crate::diagnostic::{Arg, Diagnostic, Severity};
use crate::note::NoteState;
use crate::query::{AccountFilter, Query, sum};
use crate::timeline::MonthIndex;

pub(super) fn deficits(Seen { income, .. }: Seen<'_>) -> Vec<Diagnostic> {
    let years = income.years.iter().zip(&income.to_find_cents).filter(|(_, cents)| **cents > 0);
    let deficit = |(year, cents): (&crate::timeline::FiscalYear, &i64)| {
        let alert = whole(DEFICIT, Severity::Warning).with("year", Arg::Year(year.key()));
        alert.with("amount", Arg::Cents(*cents))
    };
    years.map(deficit).collect()
}

pub(super) fn unexplained(Seen { view, .. }: Seen<'_>) -> Vec<Diagnostic> {
    let end = MonthIndex(view.timeline().month_count() as u16);
    let difference = |reading: &alloc::sync::Arc<crate::treasury::BalanceReading>| {
        let item = reading.id.into();
        let mut query = Query::new(AccountFilter::UsableTreasury, MonthIndex::OPENING, end);
        query.item = Some(item);
        let cents = sum(view, &query);
        let alert = about(view, UNEXPLAINED, Severity::Note, item, BALANCE.0);
        (cents != 0).then(|| alert.with("amount", Arg::Cents(cents)))
    };
    view.plan().readings.iter().filter_map(difference).collect()
}

pub(super) fn to_be_specified(Seen { view, .. }: Seen<'_>) -> Vec<Diagnostic> {
    let notes = view.plan().notes.iter();
    let count = notes.filter(|note| note.state == NoteState::ToBeSpecified).count();
    let alert = || whole(TO_BE_SPECIFIED, Severity::Note).with("count", Arg::Number(count.into()));
    (count > 0).then(alert).into_iter().collect()
}

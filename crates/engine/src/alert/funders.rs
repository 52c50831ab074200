//! Alerts of funders: thresholds of public money, and one who gives most.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::{AGREEMENT_NEEDED, AUDITOR_NEEDED, ONE_FUNDER, Seen, about, whole};
use crate::agreement::FundingAgreement;
use crate::certainty::Stage;
use crate::diagnostic::{Arg, Diagnostic, Severity};
use crate::funder::{Funder, FunderKind};
use crate::id::ItemId;
use crate::journal::Segment;
use crate::money::{spread, to_cents};
use crate::month::Month;
use crate::reference::ThresholdKind;
use crate::rule::PaymentRule;
use crate::view::View;

/// The agreements of a funder that are grants; aids to posts and service payments follow rules of their own.
fn grants<'a>(view: &'a View, funder: &Funder) -> impl Iterator<Item = (usize, &'a FundingAgreement)> {
    let id = funder.id;
    let agreements = view.plan().agreements.iter().map(|agreement| &**agreement).enumerate();
    agreements.filter(move |(_, agreement)| agreement.funder == id && agreement.payment != PaymentRule::Scale)
}

/// Public funders that give more in a calendar year than is allowed without an agreement, as long as one of
/// their grants is not signed.
pub(super) fn agreements_needed(Seen { view, .. }: Seen<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for funder in view.plan().funders.iter().filter(|funder| funder.kind.is_public()) {
        let mut by_year: BTreeMap<i32, (i64, bool)> = BTreeMap::new();
        for (place, agreement) in grants(view, funder) {
            for (year, cents) in by_calendar_year(view, (place, agreement)) {
                let (sum, is_unsigned) = by_year.entry(year).or_default();
                *sum += cents;
                *is_unsigned |= !is_signed(agreement.stage);
            }
        }
        let beyond = by_year.into_iter().find_map(|(year, (cents, is_unsigned))| {
            let limit = limit_cents(view, ThresholdKind::AgreementNeeded, Month::new(year, 12)?)?;
            (is_unsigned && cents > limit).then_some((year, cents, limit))
        });
        if let Some((year, cents, limit)) = beyond {
            let alert = about(view, AGREEMENT_NEEDED, Severity::Note, funder.id.into(), "kind");
            let alert = alert.with("year", Arg::Year(year)).with("amount", Arg::Cents(cents));
            found.push(alert.with("limit", Arg::Cents(limit)));
        }
    }
    found
}

fn is_signed(stage: Stage) -> bool {
    match stage {
        Stage::Signed | Stage::Running | Stage::ReportDue | Stage::Closed => true,
        Stage::Idea | Stage::Filed | Stage::InformalYes | Stage::Decided | Stage::Refused => false,
    }
}

fn limit_cents(view: &View, kind: ThresholdKind, month: Month) -> Option<i64> {
    view.threshold(kind, month).map(|euros| to_cents(euros.value()))
}

/// What a view counts of an agreement by calendar year of the horizon, in proportion to months.
fn by_calendar_year(view: &View, (place, agreement): (usize, &FundingAgreement)) -> BTreeMap<i32, i64> {
    let (first, last) = (view.timeline().first(), view.timeline().last());
    let mut sums = BTreeMap::new();
    for (number, tranche) in agreement.tranches.iter().enumerate() {
        let lines = 0..tranche.lines.len();
        let cents: i64 = lines.map(|line| view.counted_cents((place, number, line))).sum();
        let weights = alloc::vec![1; tranche.to.since(tranche.from).max(0) as usize + 1];
        let parts = spread(Decimal::new(cents, 2), &weights);
        for (month, cents) in (0..).map(|n| tranche.from.plus(n)).zip(parts) {
            if (first.year()..=last.year()).contains(&month.year()) {
                *sums.entry(month.year()).or_default() += cents;
            }
        }
    }
    sums
}

/// Public grants received in a fiscal year beyond the amount that asks for an auditor.
pub(super) fn auditor_needed(Seen { view, .. }: Seen<'_>) -> Vec<Diagnostic> {
    let mut received = alloc::vec![0_i64; view.timeline().year_count()];
    for funder in view.plan().funders.iter().filter(|funder| funder.kind.is_public()) {
        for (place, _) in grants(view, funder) {
            let payments = view.payments.get(place).into_iter().flatten();
            for payment in payments.flat_map(|tranche| &tranche.expected) {
                let year = view.timeline().index(payment.arrival).and_then(|at| view.timeline().year_of(at));
                if let Some(year) = year {
                    received[year] += payment.cents;
                }
            }
        }
    }
    let years = view.timeline().fiscal_years().into_iter().zip(received);
    let beyond = years.into_iter().find_map(|(year, cents)| {
        let limit = limit_cents(view, ThresholdKind::AuditorNeeded, year.last())?;
        (cents > limit).then_some((year, cents, limit))
    });
    let alert = beyond.map(|(year, cents, limit)| {
        let alert = whole(AUDITOR_NEEDED, Severity::Note).with("year", Arg::Year(year.key()));
        alert.with("amount", Arg::Cents(cents)).with("limit", Arg::Cents(limit))
    });
    alert.into_iter().collect()
}

/// A funder, persons aside, that gives more than a share of the income of a fiscal year; its first one.
pub(super) fn one_funder(Seen { view, income, .. }: Seen<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for funder in view.plan().funders.iter().filter(|funder| funder.kind != FunderKind::Person) {
        let given = income_of(view, funder);
        let years = income.years.iter().zip(&income.income.total_cents).zip(given);
        let most = years.into_iter().find_map(|((year, total), given)| {
            let limit = view.threshold(ThresholdKind::OneFunder, year.last())?.value();
            let share = Decimal::from(given) * Decimal::ONE_HUNDRED;
            (*total > 0 && share > limit * Decimal::from(*total))
                .then(|| (year.key(), (share / Decimal::from(*total)).round_dp(1).normalize(), limit))
        });
        if let Some((year, percent, limit)) = most {
            let alert = about(view, ONE_FUNDER, Severity::Note, funder.id.into(), "kind");
            let alert = alert.with("year", Arg::Year(year)).with("percent", Arg::Number(percent));
            found.push(alert.with("limit", Arg::Number(limit)));
        }
    }
    found
}

/// The income that a funder's agreements give in each fiscal year, classes 70 to 77.
fn income_of(view: &View, funder: &Funder) -> Vec<i64> {
    let mut given = alloc::vec![0_i64; view.timeline().year_count()];
    let is_income = |account| {
        let number = view.registry().account_at(account).number;
        number.class() == 7 && number.prefix(2) != 78
    };
    let agreements = view.plan().agreements.iter().filter(|agreement| agreement.funder == funder.id);
    let items: Vec<ItemId> = agreements.map(|agreement| agreement.id.into()).collect();
    let segments = view.segments().iter().filter(|segment| items.contains(&segment.item));
    for entry in segments.flat_map(Segment::entries) {
        if let Some(year) = view.timeline().year_of(entry.month) {
            given[year] += entry.amount_cents * i64::from(is_income(entry.credit));
            given[year] -= entry.amount_cents * i64::from(is_income(entry.debit));
        }
    }
    given
}

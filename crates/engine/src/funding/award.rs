//! What an agreement posts: awards, deferred income, dedicated funds, payments.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::account::AccountNumber;
use crate::agreement::{FundingAgreement, Tranche};
use crate::certainty::CertaintyView;
use crate::frame::CertaintyWeights;
use crate::funder::Funder;
use crate::funding::expected::TranchePayments;
use crate::funding::instalment;
use crate::funding::settlement::{Movement, MovementKind, Settlement};
use crate::journal::{Book, Rule, accounts};
use crate::money::spread;
use crate::month::Month;
use crate::provision::{self, Progress};
use crate::timeline::{FiscalYear, Timeline};

/// Posts an agreement as a view counts it. `place` is where it stands in the plan; `payments` are those of
/// its tranches.
pub(crate) fn post(
    (place, agreement): (usize, &FundingAgreement),
    funder: &Funder,
    (view, weights): (CertaintyView, &CertaintyWeights),
    settlement: &Settlement,
    payments: &[TranchePayments],
    book: &mut Book<'_>,
) {
    for (number, tranche) in agreement.tranches.iter().enumerate() {
        book.for_tranche(tranche.id);
        let counted = counted_cents((place, agreement), (number, tranche), (view, weights), settlement);
        for ((line_number, line), cents) in tranche.lines.iter().enumerate().zip(&counted) {
            let (activity, _) = book.context().activity(line.activity);
            book.for_activity(activity);
            let outcome = settlement.outcomes.get(&(place, number, line_number));
            if agreement.investment.is_some() {
                post_investment_grant(funder, tranche, *cents, book);
            } else if !agreement.is_claimed() {
                post_award(agreement, funder, tranche, *cents, book);
            }
            if let Some(partners) = &agreement.partners {
                let whole = agreement.whole_cents(tranche, line, view, weights);
                partners.post_cost(tranche, activity, whole, book);
            }
            for movement in outcome.into_iter().flat_map(|outcome| &outcome.movements) {
                post_movement(agreement, funder, movement, book);
            }
        }
        let (structure, _) = book.context().activity(None);
        book.for_activity(structure);
        if let Some(payments) = payments.get(number) {
            instalment::post(agreement, funder, payments, book);
            if let Some(provision) = agreement.provision.filter(|_| agreement.investment.is_none()) {
                let (activity, _) =
                    book.context().activity(tranche.lines.first().and_then(|line| line.activity));
                book.for_activity(activity);
                let movements = (0..tranche.lines.len())
                    .filter_map(|line| settlement.outcomes.get(&(place, number, line)))
                    .flat_map(|outcome| &outcome.movements);
                let earned = earned(agreement, tranche, &counted, movements, book.timeline());
                let received = payments.expected.iter().map(|payment| (payment.arrival, payment.cents));
                let progress = Progress { earned, received: received.collect() };
                provision::post(provision, tranche, &progress, book);
            }
        }
    }
}

/// Posts what an agreement gives to its partners as cost, and nothing else of it: who pays that cost is not
/// known yet.
pub(crate) fn post_partners_cost(
    agreement: &FundingAgreement,
    (view, weights): (CertaintyView, &CertaintyWeights),
    book: &mut Book<'_>,
) {
    let Some(partners) = &agreement.partners else { return };
    for tranche in &agreement.tranches {
        book.for_tranche(tranche.id);
        for line in &tranche.lines {
            let (activity, _) = book.context().activity(line.activity);
            partners.post_cost(tranche, activity, agreement.whole_cents(tranche, line, view, weights), book);
        }
    }
}

/// What a view counts of each line of a tranche, cut where a ceiling on public money cuts it.
pub(crate) fn counted_cents(
    (place, agreement): (usize, &FundingAgreement),
    (number, tranche): (usize, &Tranche),
    (view, weights): (CertaintyView, &CertaintyWeights),
    settlement: &Settlement,
) -> Vec<i64> {
    let counted = |(line_number, line)| {
        let cut = settlement.cuts.get(&(place, number, line_number)).copied();
        cut.unwrap_or_else(|| agreement.counted_cents(tranche, line, view, weights))
    };
    tranche.lines.iter().enumerate().map(counted).collect()
}

fn post_investment_grant(funder: &Funder, tranche: &Tranche, cents: i64, book: &mut Book<'_>) {
    let claim = book.account(funder.kind.claim_account());
    let grant = book.account(accounts::INVESTMENT_GRANTS);
    book.post(tranche.decision, Rule::InvestmentGrantAward, claim, grant, cents);
}

/// At the decision the whole is owed: the shares of this and of earlier fiscal years are income, those
/// of later ones wait in 487 until their first month (règlement ANC 2018-06 on multi-year grants).
fn post_award(
    agreement: &FundingAgreement,
    funder: &Funder,
    tranche: &Tranche,
    cents: i64,
    book: &mut Book<'_>,
) {
    let claim = book.account(funder.kind.claim_account());
    let income = book.account(agreement.account_of_income(funder));
    let deferred = book.account(accounts::DEFERRED_INCOME);
    let decided = book.timeline().fiscal_year(tranche.decision);
    for (year, share) in year_shares(tranche, cents, |month| book.timeline().fiscal_year(month)) {
        if year <= decided {
            book.post(tranche.decision, Rule::Award, claim, income, share);
        } else {
            book.post(tranche.decision, Rule::Award, claim, deferred, share);
            book.post(year.first, Rule::DeferredIncome, deferred, income, share);
        }
    }
}

/// What a tranche earns and when: awards as they become income, less what is given back of them, or what is
/// claimed.
fn earned<'a>(
    agreement: &FundingAgreement,
    tranche: &Tranche,
    counted: &[i64],
    movements: impl Iterator<Item = &'a Movement>,
    timeline: &Timeline,
) -> Vec<(Month, i64)> {
    let decided = timeline.fiscal_year(tranche.decision);
    let month = |year: FiscalYear| if year <= decided { tranche.decision } else { year.first };
    let shares = |cents: &i64| year_shares(tranche, *cents, |month| timeline.fiscal_year(month));
    let awarded = if agreement.is_claimed() { &[][..] } else { counted };
    let mut earned: Vec<(Month, i64)> =
        awarded.iter().flat_map(shares).map(|(year, cents)| (month(year), cents)).collect();
    earned.extend(movements.filter_map(|movement| match movement.kind {
        MovementKind::Claimed => Some((movement.month, movement.cents)),
        MovementKind::IncomeGivenBack => Some((movement.month, -movement.cents)),
        MovementKind::FundsCarried
        | MovementKind::FundsUsed
        | MovementKind::FundsGivenBack
        | MovementKind::Repaid => None,
    }));
    earned
}

/// The cents of a tranche by fiscal year, in proportion to its months.
pub(crate) fn year_shares(
    tranche: &Tranche,
    cents: i64,
    fiscal_year: impl Fn(Month) -> FiscalYear,
) -> Vec<(FiscalYear, i64)> {
    let mut years: Vec<FiscalYear> = Vec::new();
    let mut weights: Vec<u64> = Vec::new();
    let (mut month, last) = (tranche.from, tranche.to.max(tranche.from));
    loop {
        let year = fiscal_year(month);
        let end = year.last().clamp(month, last);
        years.push(year);
        weights.push(u64::from((end.since(month) + 1).unsigned_abs()));
        if end == last {
            break;
        }
        month = end.plus(1);
    }
    let shares = spread(Decimal::new(cents, 2), &weights);
    years.into_iter().zip(shares).collect()
}

/// Dedicated funds, money to be given back, claims on spent cost (règlement ANC 2018-06, art. 132-1 and
/// 132-2).
fn post_movement(agreement: &FundingAgreement, funder: &Funder, movement: &Movement, book: &mut Book<'_>) {
    let income_number = agreement.account_of_income(funder);
    let income = book.account(income_number);
    let [funds, carried, used] = dedicated_funds(income_number).map(|number| book.account(number));
    let owed = book.account(accounts::ACCRUED);
    let (rule, debit, credit) = match movement.kind {
        MovementKind::Claimed => (Rule::Award, book.account(funder.kind.claim_account()), income),
        MovementKind::FundsCarried => (Rule::DedicatedFundsCarried, carried, funds),
        MovementKind::FundsUsed => (Rule::DedicatedFundsUsed, funds, used),
        MovementKind::FundsGivenBack => (Rule::GivenBack, funds, owed),
        MovementKind::IncomeGivenBack => (Rule::GivenBack, income, owed),
        MovementKind::Repaid => (Rule::GivenBackPayment, owed, book.treasury(agreement.account)),
    };
    let delay = match movement.kind {
        MovementKind::Repaid => i32::from(funder.delay_months),
        _ => 0,
    };
    book.post(movement.month.plus(delay), rule, debit, credit, movement.cents);
}

/// The accounts of dedicated funds that follow from an income account: the funds (19x), what goes to them
/// (689x) and what comes out of them (789x).
pub(crate) fn dedicated_funds(income: AccountNumber) -> [AccountNumber; 3] {
    match income.prefix(3) {
        74 | 740..=749 => accounts::FUNDS_OF_GRANTS,
        755 => accounts::FUNDS_OF_CONTRIBUTIONS,
        _ => accounts::FUNDS_OF_GENEROSITY,
    }
}

//! What is owed is settled in the end, and no account of an item turns to the wrong side.

use std::collections::BTreeMap;
use std::sync::Arc;

use previ_engine::account::AccountNumber;
use previ_engine::agreement::FundingAgreement;
use previ_engine::certainty::CertaintyView;
use previ_engine::id::ItemId;
use previ_engine::journal::Rule;
use previ_engine::money::{Amount, Percent};
use previ_engine::month::Month;
use previ_engine::payment::{Part, Receipt, Trigger};
use previ_engine::plan::Plan;
use previ_engine::rule::{Ceiling, PaymentRule, UnspentRule};
use previ_engine::timing::Timing;
use previ_engine::view::View;
use rust_decimal::Decimal;

use crate::random::{Verdict, holds, view_of};

#[test]
fn every_debt_and_claim_of_an_item_is_settled_after_its_last_due_month() {
    holds(200, |plan, _| {
        let plan = over_in_time(plan);
        for certainty in CertaintyView::ALL {
            let view = view_of(&plan, certainty);
            let balances = balances(&view, view.timeline().month_count());
            let open = balances.iter().find(|((_, account), cents)| {
                matches!(account.prefix(3), 400..450 | 467 | 468) && **cents != 0
            });
            if let Some(((item, account), cents)) = open {
                return Err(format!("{certainty:?}: {item:?} leaves {cents} on {account}"));
            }
        }
        Ok(())
    });
}

/// The plan over ten years with all its dates far enough before the end, and tranches paid in full.
pub(crate) fn over_in_time(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    Arc::make_mut(&mut plan.frame).horizon.years = 10;
    let first = plan.frame.timeline().first();
    let latest = first.plus(48);
    for item in &mut Arc::make_mut(&mut plan.frame).opening.items {
        item.due = item.due.clamp(first, latest);
    }
    for line in plan.lines.iter_mut().map(Arc::make_mut) {
        line.schedule.to = Some(line.schedule.to.map_or(latest, |to| to.min(latest)));
        shorten(&mut line.settlement.timing);
    }
    for position in plan.positions.iter_mut().map(Arc::make_mut) {
        position.to = Some(position.to.map_or(latest, |to| to.min(latest)));
    }
    for investment in plan.investments.iter_mut().map(Arc::make_mut) {
        investment.purchase = investment.purchase.min(latest);
        shorten(&mut investment.settlement.timing);
    }
    for agreement in plan.agreements.iter_mut().map(Arc::make_mut) {
        if let PaymentRule::Fixed(UnspentRule::Carry { until: Some(until) }) = &mut agreement.payment {
            *until = (*until).min(latest);
        }
        let is_cut = |ceiling: &Ceiling| matches!(ceiling, Ceiling::PublicMoney(_));
        if agreement.ceilings.iter().any(is_cut) {
            // More may have come than there is in the end: that stays an advance.
            let instalments = agreement.tranches.iter_mut().flat_map(|tranche| &mut tranche.instalments);
            instalments.for_each(|instalment| instalment.received = None);
        }
    }
    for tranche in plan.agreements.iter_mut().flat_map(|agreement| &mut Arc::make_mut(agreement).tranches) {
        tranche.to = tranche.to.min(latest);
        tranche.from = tranche.from.min(tranche.to);
        tranche.interim_report = tranche.interim_report.map(|report| report.min(latest));
        tranche.report = tranche.report.map(|report| report.min(latest));
        tranche.decision = tranche.decision.min(latest);
        tranche.signature = tranche.signature.map(|signature| signature.min(latest));
        let all = tranche.total_cents();
        let count = tranche.instalments.len() as i64;
        for (place, instalment) in tranche.instalments.iter_mut().enumerate() {
            // Thirds are not whole: the last one pays the rest.
            let rest = if place == 0 { 100 - 33 * (count - 1) } else { 33 };
            instalment.part = Part::Share(Percent::new(Decimal::from(rest)).unwrap());
            // What came is only made up by a payment that is still to come.
            instalment.received = instalment.received.filter(|_| place + 1 < count as usize).map(|came| {
                let amount = Amount::from_cents(came.amount.cents().min(all * 33 / 100 / 100 * 100));
                Receipt { month: came.month.min(latest), amount }
            });
            if let Trigger::InMonth(month) = &mut instalment.trigger {
                *month = (*month).min(latest);
            }
        }
    }
    plan
}

fn shorten(timing: &mut Timing) {
    if let Timing::Instalments { count, every_months } = timing {
        *count = (*count).min(60 / *every_months);
    }
}

/// Debit less credit of each item and account.
pub(crate) type Balances = BTreeMap<(ItemId, AccountNumber), i64>;

/// The balances at the end of a month of the plan.
pub(crate) fn balances(view: &View, until: usize) -> Balances {
    let registry = view.registry();
    let mut balances = BTreeMap::new();
    for entry in view.entries().filter(|entry| usize::from(entry.month.0) <= until) {
        let item = registry.source_at(entry.source);
        for (account, cents) in [(entry.debit, entry.amount_cents), (entry.credit, -entry.amount_cents)] {
            *balances.entry((item, registry.account_at(account).number)).or_default() += cents;
        }
    }
    balances
}

/// A property of every month end, the opening included.
fn at_every_month_end(cases: u32, property: fn(&View, Month, &Balances, usize) -> Verdict) {
    holds(cases, |plan, _| {
        for certainty in CertaintyView::ALL {
            let view = view_of(plan, certainty);
            for place in 0..=view.timeline().month_count() {
                let month = view.timeline().first().plus(place as i32 - 1);
                property(&view, month, &balances(&view, place), place)
                    .map_err(|found| format!("{certainty:?}, {month}: {found}"))?;
            }
        }
        Ok(())
    });
}

#[test]
fn what_a_funder_owes_is_what_was_awarded_less_what_came() {
    at_every_month_end(60, |view, _, balances, until| {
        let registry = view.registry();
        for agreement in &view.plan().agreements {
            let item = ItemId::Agreement(agreement.id);
            let account =
                |number: u32| balances.get(&(item, AccountNumber::of(number))).copied().unwrap_or_default();
            let sum = |rules: &[Rule]| -> i64 {
                let entries = view.entries().filter(|entry| usize::from(entry.month.0) <= until);
                let own = entries.filter(|entry| registry.source_at(entry.source) == item);
                own.filter(|entry| rules.contains(&entry.rule)).map(|entry| entry.amount_cents).sum()
            };
            let awarded = sum(&[Rule::Award, Rule::InvestmentGrantAward]);
            let claim = account(441) + account(467);
            // What a share of cost was paid too much goes back on the same account.
            let claims = [AccountNumber::of(441), AccountNumber::of(467)];
            let given_back: i64 = view
                .entries()
                .filter(|entry| {
                    usize::from(entry.month.0) <= until && registry.source_at(entry.source) == item
                })
                .filter(|entry| entry.rule == Rule::GivenBackPayment)
                .filter(|entry| claims.contains(&registry.account_at(entry.debit).number))
                .map(|entry| entry.amount_cents)
                .sum();
            if claim != awarded - sum(&[Rule::Instalment]) + given_back {
                return Err(format!("{item:?} is owed {claim}"));
            }
            let deferred = -account(487);
            if deferred < 0 {
                return Err(format!("{item:?} has deferred {deferred}"));
            }
            for number in [151, 194, 195, 196, 468] {
                let advance = if number == 468 { most_advance(view, agreement, until) } else { 0 };
                let owed = -account(number);
                if owed < -advance {
                    return Err(format!("{item:?} has {owed} on {number}"));
                }
            }
            let (grant, released) = (-account(131), account(139));
            if released > grant || grant < 0 {
                return Err(format!("{item:?} has released {released} of {grant}"));
            }
        }
        Ok(())
    });
}

/// What partners may have got before it is a cost of the one who leads: nothing where they answer themselves, else
/// no more than what becomes a cost later. A cost after the last month is in no part of a plan: how much of it
/// may be paid in advance nothing in the books says.
fn most_advance(view: &View, agreement: &FundingAgreement, until: usize) -> i64 {
    let last = view.timeline().last();
    if agreement.pays_its_partners().is_none() {
        return 0;
    }
    if agreement.tranches.iter().any(|tranche| tranche.to > last) {
        return i64::MAX;
    }
    let later = view.entries().filter(|entry| usize::from(entry.month.0) > until);
    let own =
        later.filter(|entry| view.registry().source_at(entry.source) == ItemId::Agreement(agreement.id));
    own.filter(|entry| entry.rule == Rule::PartnersShare).map(|entry| entry.amount_cents).sum()
}

#[test]
fn an_asset_loses_no_more_than_its_cost() {
    at_every_month_end(60, |view, month, balances, _| {
        for investment in &view.plan().investments {
            let item = ItemId::Investment(investment.id);
            let lost: i64 = balances
                .iter()
                .filter(|((of, account), _)| *of == item && account.prefix(2) == 28)
                .map(|(_, cents)| -cents)
                .sum();
            let cost = balances.get(&(item, investment.account)).copied().unwrap_or_default();
            if lost > cost || lost < 0 {
                return Err(format!("{item:?} has lost {lost} of {cost} in {month}"));
            }
        }
        Ok(())
    });
}

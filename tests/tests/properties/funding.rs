//! Money tied to costs: no cent pays twice, nobody pays more than it has, and what finds no cost is
//! somewhere else.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use previ_engine::account::AccountNumber;
use previ_engine::agreement::{FundingAgreement, FundingLine, Tranche};
use previ_engine::balance::balance_sheet;
use previ_engine::certainty::CertaintyView;
use previ_engine::funding_statement::{
    ActivityFunding, AgreementFunding, funding_by_activity, funding_by_agreement,
};
use previ_engine::id::{ActivityId, AgreementId, ItemId};
use previ_engine::journal::{Entry, Rule};
use previ_engine::money::Amount;
use previ_engine::payment::{Part, Trigger};
use previ_engine::plan::Plan;
use previ_engine::query::{self, AccountFilter, Query};
use previ_engine::rule::{Ceiling, Eligibility, PaymentRule, UnspentRule};
use previ_engine::timeline::MonthIndex;
use previ_engine::view::View;
use previ_tests::generator::{Dice, shuffle_all};

use crate::random::{Verdict, holds, view_of};

pub(super) fn equal(what: &str, left: i64, right: i64) -> Verdict {
    if left == right { Ok(()) } else { Err(format!("{what}: {left} and {right}")) }
}

/// In each view of a random plan, once changed.
pub(super) fn in_each_view(cases: u32, change: fn(&mut Plan), property: fn(&View, u64) -> Verdict) {
    holds(cases, |plan, seed| {
        let mut plan = plan.clone();
        change(&mut plan);
        CertaintyView::ALL.into_iter().try_for_each(|certainty| {
            property(&view_of(&plan, certainty), seed).map_err(|said| format!("{certainty:?}: {said}"))
        })
    });
}

fn as_it_is(_: &mut Plan) {}

pub(super) fn of_one_year(plan: &mut Plan) {
    Arc::make_mut(&mut plan.frame).horizon.years = 1;
}

pub(super) fn counted_cents(
    view: &View,
    agreement: &FundingAgreement,
    tranche: &Tranche,
    line: &FundingLine,
) -> i64 {
    agreement.counted_cents(tranche, line, view.certainty, &view.plan().frame.weights())
}

pub(super) fn all_counted_cents(view: &View, agreement: &FundingAgreement) -> i64 {
    let lines =
        agreement.tranches.iter().flat_map(|tranche| tranche.lines.iter().map(move |line| (tranche, line)));
    lines.map(|(tranche, line)| counted_cents(view, agreement, tranche, line)).sum()
}

/// What each agreement pays over the life of the plan, with its statement.
fn by_agreement(view: &View) -> Vec<(&FundingAgreement, AgreementFunding)> {
    view.plan().agreements.iter().map(|agreement| &**agreement).zip(funding_by_agreement(view)).collect()
}

/// Without the lines that lower a cost in some month, as a refund does.
pub(super) fn without_refunds(plan: &mut Plan) {
    let view = view_of(plan, CertaintyView::Everything);
    let is_refund = |entry: &Entry| {
        let number = view.registry().account_at(entry.credit).number;
        is_cost(number) || number.prefix(3) == 747
    };
    let lowering = view.segments().iter().filter(|segment| segment.entries().any(|entry| is_refund(&entry)));
    let lowering: BTreeSet<ItemId> = lowering.map(|segment| segment.item).collect();
    plan.lines.retain(|line| !lowering.contains(&ItemId::Line(line.id)));
}

/// Classes 60 to 67 and depreciation.
fn is_cost(number: AccountNumber) -> bool {
    matches!(number.prefix(2), 60..=67) || number.prefix(4) == 6811
}

/// What lowers the costs of an activity below zero in a month, by year: a refund that another payer may
/// count than the one of the cost.
fn refunds(view: &View) -> BTreeMap<(Option<ActivityId>, usize), i64> {
    let mut cells: BTreeMap<_, i64> = BTreeMap::new();
    for segment in view.segments() {
        let post = matches!(segment.item, ItemId::Position(_)).then_some(segment.item);
        for entry in segment.entries().filter(|entry| entry.month > MonthIndex::OPENING) {
            for (account, cents) in [(entry.debit, entry.amount_cents), (entry.credit, -entry.amount_cents)] {
                let number = view.registry().account_at(account).number;
                let released = number.prefix(3) == 747;
                let account = if released { AccountNumber::of(6811) } else { number };
                if is_cost(account) {
                    *cells.entry((entry.activity, entry.month, account, post)).or_default() += cents;
                }
            }
        }
    }
    let mut refunds: BTreeMap<(Option<ActivityId>, usize), i64> = BTreeMap::new();
    // Those of the structure go where keys say.
    for row in view.allocation_rows().filter(|row| row.cents < 0) {
        if let Some(year) = view.timeline().year_of(row.month) {
            *refunds.entry((Some(row.activity), year)).or_default() -= row.cents;
        }
    }
    for ((activity, month, ..), cents) in cells {
        if let (Some(year), true) = (view.timeline().year_of(month), cents < 0) {
            *refunds.entry((view.registry().activity_at(activity), year)).or_default() -= cents;
        }
    }
    refunds
}

#[test]
fn a_cost_is_its_own_income_what_agreements_pay_and_what_is_left() {
    in_each_view(300, as_it_is, |view, _| {
        for activity in funding_by_activity(view) {
            for year in 0..view.timeline().year_count() {
                let paid: i64 = activity.paid.iter().map(|paid| paid.cents[year]).sum();
                let what = format!("{:?} in year {year}", activity.activity);
                let (own, left) = (activity.own_income_cents[year], activity.left_cents[year]);
                equal(&what, own + paid + left, activity.cost_cents[year])?;
                if own < 0 || activity.paid.iter().any(|paid| paid.cents[year] < 0) {
                    return Err(format!("{what}: {activity:?}"));
                }
            }
        }
        Ok(())
    });
}

#[test]
fn no_cent_of_cost_is_paid_twice() {
    in_each_view(300, as_it_is, costs_are_paid_once);
    in_each_view(300, without_refunds, costs_are_paid_once);
}

/// Nothing is left below zero, what refunds take off aside.
fn costs_are_paid_once(view: &View, _: u64) -> Verdict {
    let refunds = refunds(view);
    for activity in funding_by_activity(view) {
        for year in 0..view.timeline().year_count() {
            let (cost, left) = (activity.cost_cents[year], activity.left_cents[year]);
            let refunded = refunds.get(&(activity.activity, year)).copied().unwrap_or(0);
            if left < -refunded {
                let what = activity.activity;
                return Err(format!("{what:?} in year {year}: {left} left of {cost}, {refunded} refunded"));
            }
        }
    }
    Ok(())
}

#[test]
fn both_statements_tell_of_the_same_payments_and_nobody_pays_more_than_it_has() {
    in_each_view(400, as_it_is, |view, _| {
        let first = view.timeline().first();
        let by_activity = funding_by_activity(view);
        for (agreement, funding) in by_agreement(view) {
            let what = format!("{:?}", agreement.id);
            let rows = by_activity.iter().flat_map(|activity| &activity.paid);
            let of_activities: i64 =
                rows.filter(|paid| paid.agreement == agreement.id).flat_map(|paid| &paid.cents).sum();
            let paid: i64 = funding.paid_cents.iter().sum();
            if !agreement.must_find_cost() {
                equal(&what, paid, 0)?;
            } else {
                equal(&what, of_activities, paid)?;
            }
            let has = match agreement.payment {
                PaymentRule::General => funding.income_cents.iter().copied().filter(|cents| *cents > 0).sum(),
                PaymentRule::Fixed(_) | PaymentRule::Rate(_) | PaymentRule::Scale => {
                    all_counted_cents(view, agreement)
                }
            };
            if paid.max(of_activities) > has {
                return Err(format!("{what}: {paid} and {of_activities} paid of {has}"));
            }
            // What was earned before the plan is income at the decision and pays no cost of the plan.
            let is_of_plan = agreement.tranches.iter().all(|tranche| tranche.from >= first);
            let is_rate = matches!(agreement.payment, PaymentRule::Rate(_)) && agreement.must_find_cost();
            if is_rate && is_of_plan {
                for (year, income) in funding.income_cents.iter().enumerate() {
                    let paid = funding.paid_cents[year] + funding.beyond_cents[year];
                    equal(&format!("{what} in year {year}"), *income, paid)?;
                }
            }
        }
        Ok(())
    });
}

/// One tranche of one line for each agreement, so that each has one turn: no choices, which have one more.
fn of_one_year_and_single_lines(plan: &mut Plan) {
    of_one_year(plan);
    without_shared_ceilings(plan);
    for agreement in plan.agreements.iter_mut().map(Arc::make_mut) {
        agreement.tranches.iter_mut().for_each(|tranche| tranche.chosen.clear());
        agreement.tranches.truncate(1);
        agreement.tranches.iter_mut().for_each(|tranche| tranche.lines.truncate(1));
    }
    without_refunds(plan);
}

/// Without the ceilings that count the money of others, or share an amount between lines.
pub(super) fn without_shared_ceilings(plan: &mut Plan) {
    for agreement in plan.agreements.iter_mut().map(Arc::make_mut) {
        let has_lines = agreement.tranches.iter().any(|tranche| tranche.lines.len() > 1);
        agreement.ceilings.retain(|ceiling| match ceiling {
            Ceiling::PublicMoney(_) => false,
            Ceiling::Nature(_, Part::Amount(_)) => !has_lines,
            Ceiling::Nature(_, Part::Share(_)) => true,
        });
    }
}

fn of_one_year_without_shared_ceilings(plan: &mut Plan) {
    of_one_year(plan);
    without_shared_ceilings(plan);
}

/// The agreement that pays last: the least sure, then what is least worth using, then what ends last.
fn last_payer(view: &View) -> Option<AgreementId> {
    let turn = |agreement: &FundingAgreement| {
        let tranche = agreement.tranches.first()?;
        let line = tranche.lines.first()?;
        let pays = agreement.must_find_cost()
            && counted_cents(view, agreement, tranche, line) > 0
            && tranche.decision <= view.timeline().last();
        let group = match agreement.payment {
            PaymentRule::Fixed(UnspentRule::Keep { .. }) => 2,
            PaymentRule::Fixed(UnspentRule::Carry { .. }) => 1,
            PaymentRule::Fixed(UnspentRule::GiveBack)
            | PaymentRule::Rate(_)
            | PaymentRule::Scale
            | PaymentRule::General => 0,
        };
        // A scale takes its costs before all others.
        let is_no_scale = agreement.payment != PaymentRule::Scale;
        pays.then(|| {
            (is_no_scale, Reverse(agreement.certainty_of(tranche, line)), group, tranche.to, agreement.id)
        })
    };
    view.plan().agreements.iter().filter_map(|agreement| turn(agreement)).max().map(|(.., id)| id)
}

#[test]
fn without_the_last_payer_all_others_pay_the_same() {
    in_each_view(400, of_one_year_and_single_lines, |view, _| {
        let Some(last) = last_payer(view) else { return Ok(()) };
        // A refund lowers the costs that the same payers may pay: another set of them with one payer less.
        if !refunds(view).is_empty() {
            return Ok(());
        }
        let mut others = view.plan().clone();
        // Granted still, so that nothing on condition of it changes, but tied to no cost.
        for agreement in others.agreements.iter_mut().filter(|agreement| agreement.id == last) {
            Arc::make_mut(agreement).payment = PaymentRule::General;
        }
        let paid = |view: &View| -> BTreeMap<AgreementId, Vec<i64>> {
            let rows = funding_by_agreement(view).into_iter().filter(|row| row.agreement != last);
            rows.map(|row| (row.agreement, row.paid_cents)).collect()
        };
        let (with, without) = (paid(view), paid(&view_of(&others, view.certainty)));
        if with == without { Ok(()) } else { Err(format!("last {last:?}: {with:?} and {without:?}")) }
    });
}

#[test]
fn a_larger_grant_never_makes_all_grants_pay_less() {
    in_each_view(400, of_one_year_without_shared_ceilings, |view, seed| {
        let mut dice = Dice::new(seed);
        let mut counted = Vec::new();
        for (a, agreement) in view.plan().agreements.iter().enumerate().filter(|(_, a)| a.must_find_cost()) {
            for (t, tranche) in agreement.tranches.iter().enumerate() {
                let lines = tranche.lines.iter().enumerate();
                let lines = lines.filter(|(_, line)| counted_cents(view, agreement, tranche, line) > 0);
                counted.extend(lines.map(|(l, _)| (a, t, l)));
            }
        }
        let Some((a, t, l)) = dice.pick_any(&counted) else { return Ok(()) };
        let mut richer = view.plan().clone();
        let line = &mut Arc::make_mut(&mut richer.agreements[a]).tranches[t].lines[l];
        // A hundred euros at least: a few cents more may be shared out over the years with a cent less for
        // this one.
        line.granted = Some(Amount::from_cents(line.amount().cents() + dice.between(10_000, 5_000_000)));
        let paid = |view: &View| -> i64 {
            let rows = by_agreement(view).into_iter().filter(|(agreement, _)| agreement.must_find_cost());
            rows.flat_map(|(_, row)| row.paid_cents).sum()
        };
        let (before, after) = (paid(view), paid(&view_of(&richer, view.certainty)));
        if after >= before { Ok(()) } else { Err(format!("{before} before, {after} with more")) }
    });
}

#[test]
fn who_pays_what_does_not_follow_the_order_of_the_file() {
    in_each_view(300, as_it_is, |view, seed| {
        let mut shuffled = view.plan().clone();
        shuffle_all(&mut shuffled, &mut Dice::new(seed));
        let shuffled = view_of(&shuffled, view.certainty);
        let (one, other) = (sorted_activities(view), sorted_activities(&shuffled));
        if one != other {
            return Err(format!("{one:#?} and {other:#?}"));
        }
        let (one, other) = (sorted_agreements(view), sorted_agreements(&shuffled));
        if one != other {
            return Err(format!("{one:#?} and {other:#?}"));
        }
        Ok(())
    });
}

fn sorted_activities(view: &View) -> Vec<ActivityFunding> {
    let mut rows = funding_by_activity(view);
    rows.iter_mut().for_each(|row| row.paid.sort_by_key(|paid| paid.agreement));
    rows
}

fn sorted_agreements(view: &View) -> Vec<AgreementFunding> {
    let mut rows = funding_by_agreement(view);
    rows.sort_by_key(|row| row.agreement);
    rows
}

/// Lump sums that do not lie in the horizon as a whole are general grants.
fn lump_sums_inside(plan: &mut Plan) {
    let timeline = plan.frame.timeline();
    for agreement in plan.agreements.iter_mut().map(Arc::make_mut) {
        let is_inside = |tranche: &Tranche| {
            tranche.from >= timeline.first()
                && tranche.to <= timeline.last()
                && tranche.decision <= timeline.last()
        };
        if matches!(agreement.payment, PaymentRule::Fixed(_)) && !agreement.tranches.iter().all(is_inside) {
            agreement.payment = PaymentRule::General;
        }
    }
}

/// Whether all of a lump sum is settled by the end of the plan.
fn is_settled(view: &View, agreement: &FundingAgreement) -> bool {
    let counts = |tranche: &Tranche| {
        tranche.lines.iter().any(|line| counted_cents(view, agreement, tranche, line) > 0)
    };
    let last = view.timeline().last();
    agreement.tranches.iter().all(|tranche| agreement.usable_until(tranche, counts) <= last)
}

/// What an agreement grants in all, once cut.
pub(super) fn awarded_cents(view: &View, agreement: AgreementId) -> i64 {
    let own = view.segments().iter().filter(|segment| segment.item == ItemId::Agreement(agreement));
    let entries = own.flat_map(|segment| segment.entries().collect::<Vec<_>>());
    entries.filter(|entry| entry.rule == Rule::Award).map(|entry| entry.amount_cents).sum()
}

/// Debits less credits of an agreement on accounts under `account`, from a month to another.
fn of_agreement(view: &View, agreement: AgreementId, account: u32, from: u16, to: u16) -> i64 {
    let accounts = AccountFilter::Under(AccountNumber::of(account));
    let item = Some(ItemId::Agreement(agreement));
    query::sum(view, &Query { item, ..Query::new(accounts, MonthIndex(from), MonthIndex(to)) })
}

fn is_kept_at_the_end(agreement: &FundingAgreement) -> bool {
    matches!(agreement.payment, PaymentRule::Fixed(UnspentRule::Keep { .. }))
}

#[test]
fn dedicated_funds_are_the_income_that_found_no_cost_yet() {
    in_each_view(400, lump_sums_inside, |view, _| {
        let sheet = balance_sheet(view);
        let mut all = vec![0; view.timeline().year_count()];
        for (agreement, funding) in by_agreement(view) {
            if !matches!(agreement.payment, PaymentRule::Fixed(_)) || !agreement.must_find_cost() {
                continue;
            }
            let mut carried_in = -of_agreement(view, agreement.id, 19, 0, 0);
            equal("before the first year", carried_in, 0)?;
            for (year, all) in all.iter_mut().enumerate() {
                let what = format!("{:?} in year {year}", agreement.id);
                let months = view.timeline().months_of(year);
                let (first, last) = (*months.start(), *months.end());
                for month in months {
                    if of_agreement(view, agreement.id, 19, 0, month) > 0 {
                        return Err(format!("{what}: funds below zero in month {month}"));
                    }
                }
                // What the award brought as income, before anything went to dedicated funds or back.
                let awards: i64 = view
                    .segments()
                    .iter()
                    .filter(|segment| segment.item == ItemId::Agreement(agreement.id))
                    .flat_map(|segment| segment.entries().collect::<Vec<_>>())
                    .filter(|entry| (first..=last).contains(&entry.month.0))
                    .filter(|entry| matches!(entry.rule, Rule::Award | Rule::DeferredIncome))
                    .filter(|entry| view.registry().account_at(entry.credit).number.class() == 7)
                    .map(|entry| entry.amount_cents)
                    .sum();
                let paid = funding.paid_cents[year] + funding.beyond_cents[year];
                let income = funding.income_cents[year];
                let kept = income - paid;
                if kept < 0 || (kept > 0 && !is_kept_at_the_end(agreement)) {
                    return Err(format!("{what}: {income} of income, {paid} paid"));
                }
                let carried_out = -of_agreement(view, agreement.id, 19, 0, last);
                let unspent = carried_in + awards - paid - kept - funding.given_back_cents[year];
                equal(&what, carried_out, unspent)?;
                *all += carried_out;
                carried_in = carried_out;
            }
        }
        for (year, cents) in all.into_iter().enumerate() {
            let rows = sheet.liabilities.iter().filter(|row| row.account.prefix(2) == 19);
            equal("balance sheet", rows.map(|row| row.cents[year + 1]).sum(), cents)?;
        }
        Ok(())
    });
}

#[test]
fn a_lump_sum_is_earned_or_given_back_in_the_end() {
    in_each_view(400, lump_sums_inside, |view, _| {
        for (agreement, funding) in by_agreement(view) {
            let is_lump_sum =
                matches!(agreement.payment, PaymentRule::Fixed(_)) && agreement.must_find_cost();
            if is_lump_sum && is_settled(view, agreement) {
                let given_back: i64 = funding.given_back_cents.iter().sum();
                let income: i64 = funding.income_cents.iter().sum();
                let what = format!("{:?}", agreement.id);
                let awarded = awarded_cents(view, agreement.id);
                let counted = all_counted_cents(view, agreement);
                let is_cut = |ceiling: &Ceiling| matches!(ceiling, Ceiling::PublicMoney(_));
                if agreement.ceilings.iter().any(is_cut) {
                    // Cut, never raised.
                    equal(&what, awarded, awarded.clamp(0, counted))?;
                } else {
                    equal(&what, awarded, counted)?;
                }
                equal(&what, income, awarded - given_back)?;
                let last = view.timeline().month_count() as u16;
                equal(&what, of_agreement(view, agreement.id, 19, 0, last), 0)?;
            }
        }
        Ok(())
    });
}

#[test]
fn costs_limits_and_choices_mean_nothing_to_general_grants() {
    in_each_view(200, all_general, |view, seed| {
        let mut dice = Dice::new(seed);
        let mut other = view.plan().clone();
        for agreement in other.agreements.iter_mut().map(Arc::make_mut) {
            let accounts = dice.pick_some(&[60, 61, 64, 641, 6, 6811], 40);
            let positions = view.plan().positions.iter().map(|position| position.id).collect::<Vec<_>>();
            let positions = dice.pick_some(&positions, 40);
            let accounts = accounts.into_iter().map(AccountNumber::of).collect();
            agreement.eligible =
                Eligibility { accounts, positions, in_kind: dice.chance(50), ..Eligibility::default() };
            agreement.eligible.flat_rate = None;
            if dice.chance(50) {
                agreement.ceilings.clear();
            }
            for tranche in &mut agreement.tranches {
                if dice.chance(50) {
                    tranche.chosen.clear();
                }
                tranche.report = dice.chance(60).then(|| tranche.to.plus(dice.between(-20, 20) as i32));
            }
        }
        let other = view_of(&other, view.certainty);
        if view.segments() != other.segments() {
            return Err(format!("{:#?} and {:#?}", view.segments(), other.segments()));
        }
        if funding_by_activity(view) != funding_by_activity(&other) {
            return Err("another statement".to_owned());
        }
        Ok(())
    });
}

fn all_general(plan: &mut Plan) {
    for agreement in plan.agreements.iter_mut().map(Arc::make_mut) {
        agreement.payment = PaymentRule::General;
        // What is paid after a report does follow it.
        let instalments = agreement.tranches.iter_mut().flat_map(|tranche| &mut tranche.instalments);
        for instalment in instalments {
            if let Trigger::AfterReport { .. } | Trigger::AfterOthers { .. } | Trigger::WhenSpent(_) =
                instalment.trigger
            {
                instalment.trigger = Trigger::OnDecision;
            }
        }
    }
}

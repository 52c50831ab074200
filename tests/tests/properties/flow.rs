//! Who pays what, against the greatest flow of petgraph through a network that is read from the plan and the
//! journal: every cost for itself, month by month, and nothing of how the engine sorts costs.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::Arc;

use previ_engine::certainty::CertaintyView;
use previ_engine::funding_statement::{funding_by_activity, funding_by_agreement, funding_by_tranche};
use previ_engine::id::TrancheId;
use previ_engine::money::{Amount, Percent};
use previ_engine::month::Month;
use previ_engine::payment::Part;
use previ_engine::plan::Plan;
use previ_engine::rule::{Ceiling, CostNature, PaymentRule, UnspentRule};
use previ_engine::schedule::ScheduleRule;
use previ_engine::view::View;
use previ_tests::generator::Dice;
use rust_decimal::Decimal;

use super::funding::{equal, of_one_year, without_refunds, without_shared_ceilings};
use crate::random::{Verdict, holds, view_of};

mod network;

use network::{Cost, Purse, costs, greatest_flow, lines, own_income, without_moving};

/// Makes of a random plan one of a fiscal year in which all money that is tied to costs is a lump sum: what it
/// has is then what is counted of it, and no cost changes that.
///
/// Left out are shares of cost and scales, whose money follows from costs, contributions in kind and flat
/// rates, which are paid without a cost, choices, which are another turn of the same money, ceilings on public
/// money, which cut what is granted before anybody pays, and refunds, which make costs below zero. Money for
/// other years and what it carries over needs a second year; the twin has all of these.
fn of_lump_sums(plan: &mut Plan) {
    of_one_year(plan);
    let first = plan.frame.timeline().first();
    let into_the_year = |month: Month| month.plus(-month.since(first).div_euclid(12) * 12);
    for schedule in plan.lines.iter_mut().map(|line| &mut Arc::make_mut(line).schedule) {
        schedule.from = schedule.from.map(into_the_year);
        schedule.to = None;
        if let ScheduleRule::Once { month, .. } = &mut schedule.rule {
            *month = into_the_year(*month);
        }
    }
    without_refunds(plan);
    without_shared_ceilings(plan);
    for agreement in plan.agreements.iter_mut().map(Arc::make_mut) {
        if !matches!(agreement.payment, PaymentRule::Fixed(_)) {
            agreement.payment = PaymentRule::Fixed(UnspentRule::GiveBack);
        }
        agreement.eligible.flat_rate = None;
        agreement.eligible.in_kind = false;
        for tranche in &mut agreement.tranches {
            tranche.chosen.clear();
            let years = into_the_year(tranche.from).since(tranche.from);
            for month in [&mut tranche.from, &mut tranche.to, &mut tranche.decision] {
                *month = month.plus(years);
            }
        }
    }
}

fn without_ceilings(plan: &mut Plan, _: &mut Dice) {
    of_lump_sums(plan);
    plan.agreements.iter_mut().for_each(|agreement| Arc::make_mut(agreement).ceilings.clear());
}

/// The ceilings by nature there are, and more of them. An amount is for a whole tranche: it stands where there
/// is one line to have all of it.
fn with_ceilings_by_nature(plan: &mut Plan, dice: &mut Dice) {
    of_lump_sums(plan);
    for agreement in plan.agreements.iter_mut().map(Arc::make_mut) {
        for _ in 0..dice.below(3) {
            let nature = dice.pick(&[CostNature::Staff, CostNature::OtherDirect, CostNature::Indirect]);
            let part = if dice.chance(50) && agreement.tranches.iter().all(|tranche| tranche.lines.len() == 1)
            {
                Part::Amount(Amount::from_cents(dice.between(0, 500_000)))
            } else {
                Part::Share(Percent::new(Decimal::from(dice.between(0, 90))).unwrap())
            };
            agreement.ceilings.push(Ceiling::Nature(nature, part));
        }
    }
}

/// Views in which something was seen.
#[derive(Default)]
struct Seen {
    compared: Cell<u32>,
    /// Some agreement would pay more if there were no other.
    competing: Cell<u32>,
    /// Somebody has to pay other costs than the first it may, so that all together pay as much.
    moved: Cell<u32>,
    /// Less is paid than would be without ceilings.
    limited: Cell<u32>,
}

fn count(counter: &Cell<u32>, is_seen: bool) {
    counter.set(counter.get() + u32::from(is_seen));
}

impl Seen {
    fn pays_the_greatest_flow(&self, view: &View) -> Verdict {
        let costs = costs(view);
        // A grant may release more than the depreciation of an activity: a cost below zero is no place for money.
        if costs.values().any(|cents| *cents < 0) {
            return Ok(());
        }
        let (costs, cents): (Vec<Cost>, Vec<i64>) = costs.into_iter().filter(|(_, cents)| *cents > 0).unzip();
        let mut purses = own_income(view, &costs);
        let own_count = purses.len();
        let own = greatest_flow(&cents, &purses);
        let of_activities = funding_by_activity(view);
        let said: i64 = of_activities.iter().map(|activity| activity.own_income_cents[0]).sum();
        equal("own income", said, own)?;

        let lines = lines(view);
        let of_lines: Vec<Purse> = lines.iter().map(|line| line.purse(view, &costs, &cents)).collect();
        purses.extend(of_lines.iter().cloned());
        let all = greatest_flow(&cents, &purses);
        let said: i64 = funding_by_agreement(view).iter().map(|row| row.paid_cents[0]).sum();
        equal("all agreements", said, all - own)?;
        let said: i64 =
            of_activities.iter().flat_map(|activity| &activity.paid).map(|paid| paid.cents[0]).sum();
        equal("all agreements, by activity", said, all - own)?;

        let mut expected: BTreeMap<TrancheId, i64> = BTreeMap::new();
        let mut before = own;
        for (place, line) in lines.iter().enumerate() {
            let after = greatest_flow(&cents, &purses[..=own_count + place]);
            *expected.entry(line.tranche.id).or_default() += after - before;
            before = after;
        }
        for row in funding_by_tranche(view) {
            let cents = expected.get(&row.tranche).copied().unwrap_or(0);
            equal(&format!("{:?}", row.tranche), row.money.paid_cents[0], cents)?;
        }

        let alone: i64 = of_lines.iter().map(|purse| greatest_flow(&cents, [purse])).sum();
        let free = purses.iter().map(|purse| {
            let limited = purse.limited.iter().flat_map(|(_, places)| places).copied();
            Purse::new(purse.cents, purse.costs.iter().copied().chain(limited).collect())
        });
        let free: Vec<Purse> = free.collect();
        count(&self.compared, true);
        count(&self.competing, alone > all - own);
        count(&self.moved, without_moving(&cents, &purses) < all);
        count(&self.limited, greatest_flow(&cents, &free) > all);
        Ok(())
    }

    /// In each view of random plans, once changed.
    fn in_random_plans(cases: u32, change: fn(&mut Plan, &mut Dice)) -> Self {
        let seen = Self::default();
        holds(cases, |plan, seed| {
            let mut plan = plan.clone();
            change(&mut plan, &mut Dice::new(seed));
            CertaintyView::ALL.into_iter().try_for_each(|certainty| {
                let verdict = seen.pays_the_greatest_flow(&view_of(&plan, certainty));
                verdict.map_err(|said| format!("{certainty:?}: {said}"))
            })
        });
        seen
    }
}

/// Whether this is so in at least one view of `of` that was compared.
fn is_seen(what: &str, counter: &Cell<u32>, compared: &Cell<u32>, of: u32) {
    let (seen, compared) = (counter.get(), compared.get());
    assert!(seen * of >= compared && seen > 0, "{what} in only {seen} of {compared} views");
}

#[test]
fn together_and_each_in_its_turn_agreements_pay_as_much_as_can_flow_to_the_costs_they_may_pay() {
    let seen = Seen::in_random_plans(300, without_ceilings);
    is_seen("money competes", &seen.competing, &seen.compared, 5);
    is_seen("somebody is moved", &seen.moved, &seen.compared, 15);
}

#[test]
fn ceilings_by_nature_let_agreements_pay_as_much_as_can_flow_through_them() {
    let seen = Seen::in_random_plans(300, with_ceilings_by_nature);
    is_seen("money competes", &seen.competing, &seen.compared, 5);
    is_seen("somebody is moved", &seen.moved, &seen.compared, 15);
    is_seen("a ceiling holds money back", &seen.limited, &seen.compared, 10);
}

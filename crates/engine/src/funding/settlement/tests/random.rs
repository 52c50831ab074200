//! Limits hold whatever is moved: plans of a few agreements that look like chance.

use super::limits::{flat, of_structure, only, paid, rate};
use super::*;
use crate::funding_statement::{funding_by_activity, funding_by_agreement};
use crate::rule::{Ceiling, ChosenCost, ChosenKind, CostNature, FlatRateBase};
use crate::testing::Dice;

const GIVE_BACK: PaymentRule = PaymentRule::Fixed(UnspentRule::GiveBack);
const LIMITED: u32 = 20;

fn euros(dice: &mut Dice, most: u64) -> String {
    alloc::format!("{}", dice.below(most + 1))
}

fn yearly(dice: &mut Dice) -> Vec<(i32, String)> {
    (2027..2030).map(|year| (year, euros(dice, 3_000))).collect()
}

/// Three years of rent, salary and purchases; one agreement with limits and up to five without, decided now
/// or later, for the project or for everything.
pub(super) fn some_plan(dice: &mut Dice) -> Plan {
    let mut plan = with_project(3);
    for (id, number) in [(10, 611), (11, 641)] {
        let amounts = yearly(dice);
        let amounts: Vec<_> = amounts.iter().map(|(year, text)| (*year, text.as_str())).collect();
        plan.lines.push(of_project(id, number, &amounts));
    }
    let amounts = yearly(dice);
    let amounts: Vec<_> = amounts.iter().map(|(year, text)| (*year, text.as_str())).collect();
    plan.lines.push(of_structure(12, 613, &amounts));
    for number in 0..=dice.below(6) as u32 {
        let amounts: Vec<String> = (0..3).map(|_| euros(dice, 4_000)).collect();
        let amounts: Vec<&str> = amounts.iter().map(String::as_str).collect();
        let rule = match dice.below(3) {
            0 => carry(),
            1 => rate("60"),
            _ => GIVE_BACK,
        };
        agreement(&mut plan, LIMITED + 10 * number, FunderKind::State, rule, &amounts);
        let agreement = last(&mut plan);
        let is_for_all = dice.below(2) == 0;
        for tranche in &mut agreement.tranches {
            tranche.decision = tranche.decision.plus(12 * dice.below(2) as i32);
            tranche.lines[0].activity = (!is_for_all).then_some(PROJECT);
            if dice.below(3) == 0 {
                tranche.chosen.push(ChosenCost {
                    activity: Some(PROJECT),
                    cost: ChosenKind::Account(account(641)),
                    amount: amount(&euros(dice, 2_000)),
                });
            }
        }
        if dice.below(2) == 0 {
            agreement.eligible = only([611, 641, 613][dice.below(3) as usize]);
        }
    }
    plan
}

#[test]
fn nobody_pays_more_of_a_nature_than_its_ceiling() {
    let mut dice = Dice(2027);
    for case in 0..300 {
        let mut plan = some_plan(&mut dice);
        let most = dice.below(3_000);
        let limited = Arc::make_mut(&mut plan.agreements[0]);
        limited.eligible = Eligibility::default();
        limited.tranches.iter_mut().for_each(|tranche| tranche.lines[0].activity = None);
        let amount = amount(&alloc::format!("{most}"));
        limited.ceilings = Vec::from([Ceiling::Nature(CostNature::Indirect, Part::Amount(amount))]);
        // The ceiling is that of each tranche.
        let tranches = limited.tranches.iter().filter(|tranche| tranche.total_cents() > 0).count();
        let paid: i64 = paid(&everything(&plan), 0, LIMITED).iter().sum();
        assert!(paid <= most as i64 * 100 * tranches as i64, "case {case}: {paid} of {most}");
    }
}

#[test]
fn a_flat_rate_gives_no_more_than_it_is() {
    let mut dice = Dice(2028);
    let mut seen = [0; 2];
    for case in 0..300 {
        let mut plan = some_plan(&mut dice);
        let limited = Arc::make_mut(&mut plan.agreements[0]);
        limited.tranches.iter_mut().for_each(|tranche| tranche.lines[0].activity = Some(PROJECT));
        limited.eligible = flat("20", FlatRateBase::DirectCost);
        let is_rate = matches!(limited.payment, PaymentRule::Rate(_));
        let view = everything(&plan);
        let base: i64 = funding_by_agreement(&view)[0].base_cents.iter().sum();
        // Lines of later tranches may look at the same cost once carried over.
        let most = if is_rate { base * 60 / 100 / 5 } else { base / 5 * 3 };
        let charged: i64 = paid(&view, 0, LIMITED).iter().sum();
        let beyond: i64 = funding_by_agreement(&view)[0].beyond_cents.iter().sum();
        assert!(charged + beyond <= most + 10, "case {case}: {charged} and {beyond} of {most}");
        seen[0] += usize::from(charged > 0);
        seen[1] += usize::from(beyond > 0);
        for activity in funding_by_activity(&view) {
            assert!(activity.left_cents.iter().all(|cents| *cents >= 0), "case {case}");
        }
    }
    assert!(seen.iter().all(|times| *times > 30), "{seen:?}");
}

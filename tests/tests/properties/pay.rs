//! Calculated pay: what is owed is paid, in full costs as in the books, and edits go on from the last view.

use std::collections::BTreeSet;

use previ_engine::certainty::CertaintyView;
use previ_engine::full_cost::full_costs;
use previ_engine::plan::Plan;
use previ_engine::projection::project;
use previ_engine::view::View;
use previ_reference::reference;
use previ_tests::edits::edit;
use previ_tests::generator::{Dice, plan_with_calculated_pay};

use super::edits::are_the_same;
use crate::clearing::{balances, over_in_time};
use crate::random::{holds, holds_for};

fn view_of(plan: &Plan) -> View {
    project(plan, reference(), None).view(CertaintyView::Everything)
}

#[test]
fn pay_and_what_is_due_on_it_are_paid_in_the_end() {
    holds_for(100, plan_with_calculated_pay, |plan, _| {
        let view = view_of(&over_in_time(plan));
        let balances = balances(&view, view.timeline().month_count());
        let open = balances
            .iter()
            .find(|((_, account), cents)| (420..450).contains(&account.prefix(3)) && **cents != 0);
        open.map_or(Ok(()), |((item, account), cents)| Err(format!("{item:?} leaves {cents} on {account}")))
    });
}

#[test]
fn random_pay_owes_on_every_account_there_is_for_it() {
    let mut seen = BTreeSet::new();
    for seed in 0..40 {
        let view = view_of(&plan_with_calculated_pay(seed));
        let balances = balances(&view, view.timeline().month_count());
        seen.extend(balances.into_keys().map(|(_, account)| account.to_string()));
    }
    for account in ["421", "4282", "431", "437", "4382", "4421", "447", "44811"] {
        assert!(seen.contains(account), "nothing is owed on {account}");
    }
}

#[test]
fn full_costs_add_up_with_calculated_pay() {
    holds_for(60, plan_with_calculated_pay, |plan, _| {
        let whole = |plan: &Plan| -> i64 {
            full_costs(&view_of(plan)).into_iter().flat_map(|cost| cost.total_cents).sum()
        };
        let (shared, unshared) = (whole(plan), whole(&Plan { pools: Vec::new(), ..plan.clone() }));
        // Who pays what may change what is given on, where costs reach other activities.
        if plan.agreements.is_empty() && shared != unshared {
            return Err(format!("{shared} and {unshared}"));
        }
        Ok(())
    });
}

#[test]
fn after_edits_of_pay_the_projection_is_as_if_made_from_nothing() {
    holds(30, |_, seed| {
        let mut dice = Dice::new(seed);
        let mut plan = plan_with_calculated_pay(dice.any());
        let mut last = project(&plan, reference(), None);
        let mut views = CertaintyView::ALL.map(|certainty| last.view(certainty));
        for _ in 0..4 {
            let other = plan_with_calculated_pay(dice.any());
            for _ in 0..dice.between(1, 3) {
                edit(&mut plan, &other, &mut dice);
            }
            let next = project(&plan, reference(), Some(&last));
            let new = project(&plan, reference(), None);
            views = views.map(|view| next.view_after(view.certainty, Some(&view)));
            are_the_same(&next, &new, &views, &plan)?;
            last = next;
        }
        Ok(())
    });
}

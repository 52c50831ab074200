//! A projection that goes on from the last one is the one made from nothing.

use previ_engine::certainty::CertaintyView;
use previ_engine::funding_reasons::funding_reasons;
use previ_engine::funding_statement::funding_by_activity;
use previ_engine::plan::Plan;
use previ_engine::projection::{Projection, project};
use previ_engine::view::View;
use previ_tests::bare_reference;
use previ_tests::edits::{edit, edit_cost, edit_money};
use previ_tests::figures::{figures, same};
use previ_tests::generator::{Dice, random_plan};

use crate::random::{Verdict, holds};

#[test]
fn after_random_edits_the_projection_is_as_if_made_from_nothing() {
    holds(60, |plan, seed| {
        let (reference, mut dice) = (bare_reference(), Dice::new(seed));
        let mut plan = plan.clone();
        let mut last = project(&plan, &reference, None);
        let mut views = CertaintyView::ALL.map(|certainty| last.view(certainty));
        for _ in 0..8 {
            let other = random_plan(dice.any());
            for _ in 0..dice.between(1, 3) {
                edit(&mut plan, &other, &mut dice);
            }
            let next = project(&plan, &reference, Some(&last));
            let new = project(&plan, &reference, None);
            views = views.map(|view| next.view_after(view.certainty, Some(&view)));
            are_the_same(&next, &new, &views, &plan)?;
            last = next;
        }
        Ok(())
    });
}

pub(super) fn are_the_same(one: &Projection, other: &Projection, views: &[View; 3], plan: &Plan) -> Verdict {
    if one.diagnostics != other.diagnostics {
        return Err(format!("diagnostics: {:?} and {:?}", one.diagnostics, other.diagnostics));
    }
    if one.registry() != other.registry() {
        return Err(format!("registry of {plan:#?}"));
    }
    for one in views {
        let other = other.view(one.certainty);
        if one.segments() != other.segments() {
            return Err(format!("{:?}: segments of {plan:#?}", one.certainty));
        }
        let (payers, others) = (funding_by_activity(one), funding_by_activity(&other));
        if payers != others {
            return Err(format!("{:?}: {payers:#?} and {others:#?}", one.certainty));
        }
        same(&figures(one), &figures(&other))?;
    }
    Ok(())
}

#[test]
fn after_edits_of_costs_income_and_money_in_any_year_who_pays_what_is_as_if_settled_from_nothing() {
    holds(80, |plan, seed| {
        let (reference, mut dice) = (bare_reference(), Dice::new(seed));
        let mut plan = plan.clone();
        let mut last = project(&plan, &reference, None);
        let mut views = CertaintyView::ALL.map(|certainty| last.view(certainty));
        for _ in 0..12 {
            match dice.below(3) {
                0 => edit_money(&mut plan, &mut dice),
                // Own income is a line too.
                _ => edit_cost(&mut plan, &mut dice),
            }
            let next = project(&plan, &reference, Some(&last));
            let new = project(&plan, &reference, None);
            views = views.map(|view| next.view_after(view.certainty, Some(&view)));
            are_the_same(&next, &new, &views, &plan)?;
            for (view, other) in views.iter().map(|view| (view, new.view(view.certainty))) {
                for agreement in &plan.agreements {
                    let reasons = [view, &other].map(|view| funding_reasons(view, agreement.id));
                    if reasons[0] != reasons[1] {
                        return Err(format!("{:?}: {reasons:#?}", view.certainty));
                    }
                }
            }
            last = next;
        }
        Ok(())
    });
}

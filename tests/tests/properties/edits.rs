//! A projection that goes on from the last one is the one made from nothing.

use previ_engine::certainty::CertaintyView;
use previ_engine::plan::Plan;
use previ_engine::projection::{Projection, project};
use previ_tests::bare_reference;
use previ_tests::edits::edit;
use previ_tests::figures::{figures, same};
use previ_tests::generator::{Dice, random_plan};

use crate::random::{Verdict, holds};

#[test]
fn after_random_edits_the_projection_is_as_if_made_from_nothing() {
    holds(60, |plan, seed| {
        let (reference, mut dice) = (bare_reference(), Dice::new(seed));
        let mut plan = plan.clone();
        let mut last = project(&plan, &reference, None);
        for _ in 0..8 {
            let other = random_plan(dice.any());
            for _ in 0..dice.between(1, 3) {
                edit(&mut plan, &other, &mut dice);
            }
            let next = project(&plan, &reference, Some(&last));
            are_the_same(&next, &project(&plan, &reference, None), &plan)?;
            last = next;
        }
        Ok(())
    });
}

fn are_the_same(one: &Projection, other: &Projection, plan: &Plan) -> Verdict {
    if one.diagnostics != other.diagnostics {
        return Err(format!("diagnostics: {:?} and {:?}", one.diagnostics, other.diagnostics));
    }
    if one.registry() != other.registry() {
        return Err(format!("registry of {plan:#?}"));
    }
    for certainty in CertaintyView::ALL {
        let (one, other) = (one.view(certainty), other.view(certainty));
        if one.segments() != other.segments() {
            return Err(format!("{certainty:?}: segments of {plan:#?}"));
        }
        same(&figures(&one), &figures(&other))?;
    }
    Ok(())
}

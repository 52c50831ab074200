//! The engine and the naive twin give the same statements.

use previ_engine::certainty::CertaintyView;
use previ_engine::plan::Plan;
use previ_engine::projection::project;
use previ_tests::figures::{figures, same};
use previ_tests::generator::usual_plan;
use previ_tests::{bare_reference, twin};

use crate::random::{Verdict, holds};

fn agrees(plan: &Plan) -> Verdict {
    let projection = project(plan, &bare_reference(), None);
    for certainty in CertaintyView::ALL {
        let of_engine = figures(&projection.view(certainty));
        let of_twin = twin::calculate(plan, certainty).figures(plan);
        same(&of_engine, &of_twin).map_err(|found| format!("{certainty:?}: {found} (twin)"))?;
    }
    Ok(())
}

#[test]
fn engine_and_twin_agree_on_random_plans() {
    holds(400, |plan, _| agrees(plan));
}

#[test]
fn engine_and_twin_agree_on_the_usual_plan() {
    agrees(&usual_plan()).unwrap();
}

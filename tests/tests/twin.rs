//! The engine and the naive twin give the same statements.

use std::cell::Cell;

use previ_engine::certainty::CertaintyView;
use previ_engine::full_cost::full_costs;
use previ_engine::plan::Plan;
use previ_engine::projection::project;
use previ_tests::figures::{figures, same};
use previ_tests::generator::usual_plan;
use previ_tests::{bare_reference, twin};

use crate::random::{Verdict, holds};

/// Views of random plans of which the rules say all.
#[derive(Default)]
struct Compared {
    decided: Cell<u32>,
    open: Cell<u32>,
}

impl Compared {
    fn agrees(&self, plan: &Plan) -> Verdict {
        let projection = project(plan, &bare_reference(), None);
        for certainty in CertaintyView::ALL {
            let (of_twin, is_decided) = twin::calculate(plan, certainty);
            let counter = if is_decided { &self.decided } else { &self.open };
            counter.set(counter.get() + 1);
            if is_decided {
                let of_engine = figures(&projection.view(certainty));
                same(&of_engine, &of_twin.figures(plan))
                    .map_err(|found| format!("{certainty:?}: {found} (twin)"))?;
            }
        }
        Ok(())
    }
}

#[test]
fn engine_and_twin_agree_on_random_plans() {
    let compared = Compared::default();
    holds(400, |plan, _| compared.agrees(plan));
    let (decided, open) = (compared.decided.get(), compared.open.get());
    assert!(open * 10 <= decided, "{open} views are left open, only {decided} are compared");
}

#[test]
fn engine_and_twin_agree_on_the_usual_plan() {
    Compared::default().agrees(&usual_plan()).unwrap();
}

#[test]
fn engine_and_twin_share_the_same_costs_out() {
    let shared = Cell::new(0);
    holds(200, |plan, _| {
        let projection = project(plan, &bare_reference(), None);
        for certainty in CertaintyView::ALL {
            let of_twin = twin::full_costs(plan, certainty);
            for cost in full_costs(&projection.view(certainty)) {
                shared.set(shared.get() + cost.shared.len());
                for (year, cents) in cost.total_cents.iter().enumerate() {
                    let expected = of_twin.get(&(cost.activity, year)).copied().unwrap_or(0);
                    if *cents != expected {
                        let who = cost.activity;
                        return Err(format!("{certainty:?}, {who:?}, {year}: {cents}, {expected} (twin)"));
                    }
                }
            }
        }
        Ok(())
    });
    assert!(shared.get() > 500, "only {} accounts are shared out", shared.get());
}

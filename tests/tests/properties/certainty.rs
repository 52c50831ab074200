//! What a view leaves out might as well not have been written.

use std::sync::Arc;

use previ_engine::certainty::{Certainty, CertaintyView};
use previ_engine::money::Percent;
use previ_engine::payment::Part;
use previ_engine::plan::Plan;
use previ_tests::figures::{figures, same};
use rust_decimal::Decimal;

use crate::random::{holds, view_of};

#[test]
fn the_certain_view_is_everything_of_the_plan_without_what_is_uncertain() {
    holds(300, |plan, _| {
        let plan = paid_in_shares(plan);
        let certain = figures(&view_of(&plan, CertaintyView::Certain));
        let everything = figures(&view_of(&without_uncertain(&plan), CertaintyView::Everything));
        same(&certain, &everything)
    });
}

/// Payments as shares: an amount, and money that came, is a share of the whole tranche, which is another one
/// without its uncertain lines; and without provisions, which stand where the first line does.
fn paid_in_shares(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    plan.agreements.iter_mut().for_each(|agreement| Arc::make_mut(agreement).provision = None);
    for tranche in plan.agreements.iter_mut().flat_map(|agreement| &mut Arc::make_mut(agreement).tranches) {
        for instalment in &mut tranche.instalments {
            instalment.received = None;
            if let Part::Amount(_) = instalment.part {
                instalment.part = Part::Share(Percent::new(Decimal::from(35)).unwrap());
            }
        }
    }
    plan
}

fn without_uncertain(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    for agreement in &mut plan.agreements {
        let written = agreement.clone();
        let agreement = Arc::make_mut(agreement);
        for tranche in &mut agreement.tranches {
            let of_tranche = tranche.clone();
            tranche.lines.retain(|line| written.certainty_of(&of_tranche, line) == Some(Certainty::Certain));
        }
        agreement.tranches.retain(|tranche| !tranche.lines.is_empty());
    }
    plan
}

//! What the user's own choices of who pays what cost in all.

use alloc::sync::Arc;

use crate::funding::settlement::{Settlement, settle};
use crate::plan::Plan;
use crate::view::View;

/// Money of agreements that finds a cost, with the user's choices and without them, in cents, over the
/// horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChoiceCost {
    /// With the choices, as in the view.
    pub paid_cents: i64,
    /// If nothing were chosen.
    pub unchosen_cents: i64,
}

impl ChoiceCost {
    /// What the choices leave without a cost, in cents (*coût des affectations choisies*).
    #[must_use]
    pub fn cents(&self) -> i64 {
        self.unchosen_cents - self.paid_cents
    }
}

/// What the choices of a plan cost in all; `None` where nothing is chosen.
#[must_use]
pub fn cost_of_choices(view: &View) -> Option<ChoiceCost> {
    let has_choices = |plan: &Plan| {
        let mut tranches = plan.agreements.iter().flat_map(|agreement| &agreement.tranches);
        tranches.any(|tranche| !tranche.chosen.is_empty())
    };
    if !has_choices(&view.plan) {
        return None;
    }
    let mut plan = view.plan.clone();
    for agreement in &mut plan.agreements {
        if agreement.tranches.iter().any(|tranche| !tranche.chosen.is_empty()) {
            Arc::make_mut(agreement).tranches.iter_mut().for_each(|tranche| tranche.chosen.clear());
        }
    }
    Some(ChoiceCost {
        paid_cents: paid_cents(&view.settlement),
        unchosen_cents: paid_cents(&resettled(view, &plan)),
    })
}

fn paid_cents(settlement: &Settlement) -> i64 {
    settlement.outcomes.values().flat_map(|outcome| &outcome.paid_cents).sum()
}

/// Who would pay what in a view if its agreements were those of `plan`.
pub(crate) fn resettled(view: &View, plan: &Plan) -> Settlement {
    let weights = plan.frame.weights();
    settle(plan, view.certainty, &weights, &view.cells(), &view.registry, &view.timeline, None)
}

//! Shared costs in a view: what leaves the structure for activities before funding looks at costs.

use alloc::sync::Arc;

use crate::allocation::allocate;
use crate::funding::moved::MovedCells;
use crate::journal::Context;
use crate::projection::same;
use crate::view::View;
use crate::view::items::Items;

impl View {
    /// Shares out the costs of the structure that name a pool; as in `last` where nothing that it looks at is
    /// another.
    pub(super) fn allocate(&mut self, last: Option<&View>, items: &Items) {
        if self.plan.pools.is_empty() {
            return;
        }
        let last = last.filter(|last| self.has_agreements_of(last) && self.shares_as(last));
        if let Some(last) = last.filter(|last| self.looks_like(last)) {
            self.allocation = Arc::clone(&last.allocation);
            return;
        }
        let segments = self.costs_to_pay(&self.plan.frame.weights(), &items.takes_place);
        let (frame, timeline, registry) = (&self.plan.frame, &self.timeline, &self.registry);
        let context = Context { frame, timeline, registry, pay: &self.pay };
        let holds =
            |condition: &crate::condition::Condition| condition.holds(|id| items.granted.contains(&id));
        let mut allocation = allocate(&self.plan, &context, &segments, &items.takes_place, &holds);
        allocation.moved = MovedCells::of(&allocation, &self.plan, &self.registry);
        self.allocation = Arc::new(allocation);
    }

    /// Whether the same costs go to the same activities as in `last`, where all costs are the same.
    pub(super) fn shares_as(&self, last: &View) -> bool {
        let (plan, before) = (&self.plan, &last.plan);
        let pools = plan.lines.iter().map(|line| line.pool).eq(before.lines.iter().map(|line| line.pool));
        same(&plan.pools, &before.pools)
            && (plan.pools.is_empty() || same(&plan.positions, &before.positions) && pools)
    }
}

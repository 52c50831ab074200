//! Shared costs in a view: what leaves the structure for activities before funding looks at costs.

use alloc::sync::Arc;

use crate::allocation::keys::{DirectCosts, Keys, Presence};
use crate::allocation::{Allocation, allocate};
use crate::condition::Condition;
use crate::funding::moved::MovedCells;
use crate::projection::{Projection, same};
use crate::view::View;
use crate::view::items::Items;

impl View {
    /// Shares out the costs of the structure that name a pool; as in `last` where nothing that it looks at is
    /// another.
    pub(super) fn allocate(&mut self, projection: &Projection, last: Option<&View>, items: &Items) {
        if self.plan.pools.is_empty() {
            return;
        }
        let last = last.filter(|last| self.has_agreements_of(last) && self.shares_as(last));
        if let Some(last) = last.filter(|last| self.looks_like(last)) {
            self.allocation = Arc::clone(&last.allocation);
            return;
        }
        let last = last.map(|last| &*last.allocation);
        let keys = self.keys(projection, last, items);
        let mut allocation = allocate(&self.plan, &projection.context(), &self.segments, keys);
        allocation.moved = MovedCells::of(&allocation, last, &self.together, &self.registry);
        self.allocation = Arc::new(allocation);
    }

    /// The keys of the view: those of the projection or of the last view as far as they are the same.
    fn keys(&self, projection: &Projection, last: Option<&Allocation>, items: &Items) -> Arc<Keys> {
        let takes_place = &*items.takes_place;
        let condition_holds = &|condition: &Condition| condition.holds(|id| items.granted.contains(&id));
        let there = Presence { takes_place, condition_holds };
        let context = projection.context();
        let conditional = items.conditional.iter().map(|place| &self.segments[*place]);
        let agreements = self.costs_of_agreements(&self.plan.frame.weights(), takes_place);
        let others = conditional.chain(&agreements);
        let direct = DirectCosts::new(&self.plan, &context, &projection.cubes, others);
        let known = match there.is_all(&self.plan) {
            true => Some(&projection.keys),
            false => last.map(|last| &last.keys),
        };
        Keys::new(&self.plan, &context, there, direct, known)
    }

    /// Whether the same costs go to the same activities as in `last`, where all costs are the same.
    pub(super) fn shares_as(&self, last: &View) -> bool {
        let (plan, before) = (&self.plan, &last.plan);
        let pools = plan.lines.iter().map(|line| line.pool).eq(before.lines.iter().map(|line| line.pool));
        same(&plan.pools, &before.pools)
            && (plan.pools.is_empty() || same(&plan.positions, &before.positions) && pools)
    }
}

//! The keys of pools, and what they were made of.

use alloc::sync::Arc;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::time::{StaffTime, staff_time};
use super::weights::{Grounds, Slice, direct_costs, months_there};
use crate::condition::Condition;
use crate::cubes::Cubes;
use crate::days::Days;
use crate::id::PoolId;
use crate::journal::{ActivityIndex, Context, Segment};
use crate::plan::Plan;
use crate::pool::AllocationKey;
use crate::working_days::PARTS;

/// The keys of all pools.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Keys {
    /// In the order of the plan.
    pub(crate) pools: Vec<Pool>,
    /// Who gets the parts of a slice: the structure, then activities in the order of the tree.
    pub(crate) order: Vec<ActivityIndex>,
    time: Arc<StaffTime>,
    direct: DirectCosts,
}

/// A pool and its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pool {
    pub(crate) id: PoolId,
    pub(crate) slices: Vec<Slice>,
    /// Days planned on activities, by fiscal year.
    pub(crate) planned_days: Vec<Decimal>,
    /// Days meant for activities, by fiscal year.
    pub(crate) available_days: Vec<Decimal>,
}

/// Direct costs of each activity by fiscal year, in cents; nothing where no key looks at them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct DirectCosts(Vec<Vec<i64>>);

impl DirectCosts {
    /// Those in the sums of a projection and in segments that it does not count.
    pub(crate) fn new<'a>(
        plan: &Plan,
        context: &Context<'_>,
        sums: &Cubes,
        others: impl Iterator<Item = &'a Segment>,
    ) -> Self {
        let looks_at_them = plan.pools.iter().any(|pool| pool.key == AllocationKey::DirectCost);
        Self(if looks_at_them {
            direct_costs(sums, others, context.registry, context.timeline)
        } else {
            Vec::new()
        })
    }
}

/// Who is there.
#[derive(Clone, Copy)]
pub(crate) struct Presence<'a> {
    /// Which activities take place, by their places.
    pub(crate) takes_place: &'a [bool],
    /// Which conditions hold.
    pub(crate) condition_holds: &'a dyn Fn(&Condition) -> bool,
}

impl Presence<'_> {
    pub(super) fn holds(&self, condition: &Option<Condition>) -> bool {
        condition.as_ref().is_none_or(self.condition_holds)
    }

    /// Whether all activities and positions are there.
    pub(crate) fn is_all(&self, plan: &Plan) -> bool {
        self.takes_place.iter().all(|takes_place| *takes_place)
            && plan.positions.iter().all(|position| self.holds(&position.only_if))
    }
}

impl Keys {
    /// The keys of a plan with pools. Of `known`, where the same pools, positions and activities are there, what
    /// direct costs do not change is taken over.
    pub(crate) fn new(
        plan: &Plan,
        context: &Context<'_>,
        there: Presence<'_>,
        direct: DirectCosts,
        known: Option<&Arc<Self>>,
    ) -> Arc<Self> {
        if let Some(known) = known.filter(|known| known.direct == direct) {
            return Arc::clone(known);
        }
        let staff_time = || Arc::new(staff_time(plan, context, there));
        let time = known.map_or_else(staff_time, |known| Arc::clone(&known.time));
        let activities = context.registry.tree_order();
        let order = core::iter::once(ActivityIndex::STRUCTURE).chain(activities.iter().copied()).collect();
        let pools = pools(plan, context, there, (&time, &direct), activities);
        Arc::new(Self { pools, order, time, direct })
    }

    /// Whether some key sums to zero in some months.
    pub(crate) fn some_sum_to_zero(&self) -> bool {
        self.pools.iter().flat_map(|pool| &pool.slices).any(|slice| slice.sharing.is_none())
    }
}

fn pools(
    plan: &Plan,
    context: &Context<'_>,
    there: Presence<'_>,
    (time, direct): (&StaffTime, &DirectCosts),
    order: Vec<ActivityIndex>,
) -> Vec<Pool> {
    let (registry, timeline) = (context.registry, context.timeline());
    let months = (0..registry.activity_count()).map(|place| {
        let window = registry.activity(registry.activity_at(ActivityIndex(place as u16))).1;
        if place > 0 && there.takes_place[place] { months_there(window, timeline) } else { 0..0 }
    });
    let grounds = Grounds { registry, timeline, time, direct: &direct.0, there: months.collect(), order };
    let days = |parts: u128| {
        let millionths = i64::try_from(parts / (PARTS / u128::from(Days::ONE))).unwrap_or(i64::MAX);
        Days::from_millionths(millionths).value()
    };
    let years = 0..timeline.year_count();
    let planned = |year: usize| days(time.days.iter().map(|years| years[year]).sum());
    let planned_days: Vec<Decimal> = years.clone().map(planned).collect();
    let available_days: Vec<Decimal> = years.map(|year| days(time.available[year])).collect();
    let pools = plan.pools.iter().map(|pool| Pool {
        id: pool.id,
        slices: grounds.slices(&pool.key),
        planned_days: planned_days.clone(),
        available_days: available_days.clone(),
    });
    pools.collect()
}

//! What of the structure's time of a position its pool shares out.
//!
//! What no activity has of a position's time is the structure's, and it is of up to three kinds:
//!
//! - **lent** time, which another association pays for. Its cost and its income (7084) stay together with the
//!   structure: it is no indirect cost of any activity.
//! - **support** (*fonctions support*), the part of the other time that is not meant for activities: all of them
//!   live on it, so it is shared out among them.
//! - time that is **meant for activities** and that none has yet. It waits for one and stays with the structure:
//!   shared out, it would charge those who pay for days of work with days on which nobody worked for them, and
//!   the more of them the fewer are planned.
//!
//! Only where somebody typed how much of the time is meant for activities can support be told from time that
//! waits; elsewhere all time that is not lent is shared out.
//!
//! In cents: what a position costs in a month on an account is spread over its time lent, its support and its
//! operational time. The pool gets the support, but no more than the structure has after what is lent: more days on
//! activities than were meant for them are taken from support.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::SharedCost;
use crate::id::{ItemId, PositionId};
use crate::journal::{AccountIndex, Context, Segment};
use crate::money::{Percent, spread};
use crate::plan::Plan;
use crate::position::Position;
use crate::side::Side;
use crate::time_weights::{TimeWeights, WHOLE};

/// What the time of a position is for.
struct Uses {
    /// Weights of time lent, of support and of operational time, by month of the horizon.
    months: Vec<[u64; 3]>,
    /// Whether support can be told from time that waits.
    is_support_known: bool,
}

impl Uses {
    /// The uses of a position's time; `None` where the pool has all that is the structure's.
    fn of(position: &Position, context: &Context<'_>) -> Option<Self> {
        if position.operational_share.is_none() && position.lent.is_empty() {
            return None;
        }
        let weights = TimeWeights::new(position, context.frame, context.registry);
        let operational = position.operational_share.map_or(WHOLE, Percent::millionths).min(WHOLE);
        let of_month = |month| {
            let lent = weights.lent_at(month);
            let own = WHOLE - lent;
            [lent * WHOLE, own * (WHOLE - operational), own * operational]
        };
        let months = context.timeline().months().map(of_month).collect();
        Some(Self { months, is_support_known: position.operational_share.is_some() })
    }

    /// What the pool gets of the cents `of_structure` that the structure has in a month of the horizon, where the
    /// position costs `in_all` with what its activities have.
    fn shared(&self, month: usize, of_structure: i64, in_all: i64) -> i64 {
        let Some(weights) = self.months.get(month) else { return of_structure };
        let mut parts = spread(Decimal::new(in_all, 2), weights);
        let (lent, support) = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
        let left = of_structure - lent;
        let shared = match (self.is_support_known, of_structure < 0) {
            (false, _) => left,
            (true, false) => left.min(support),
            (true, true) => left.max(support),
        };
        // A cent of rounding never turns a cost into the opposite.
        shared.clamp(of_structure.min(0), of_structure.max(0))
    }
}

/// Leaves with the structure what it keeps of the cost of positions in `costs`, which have all that is on it.
pub(super) fn keep_the_rest(
    costs: &mut [SharedCost],
    plan: &Plan,
    context: &Context<'_>,
    segments: &[Segment],
) {
    let uses = plan.positions.iter().filter(|position| position.pool.is_some());
    let uses: BTreeMap<PositionId, Uses> =
        uses.filter_map(|position| Some((position.id, Uses::of(position, context)?))).collect();
    if uses.is_empty() {
        return;
    }
    let months = context.timeline().month_count();
    let is_cost = |account: AccountIndex| context.registry.account_at(account).number.class() == 6;
    let in_all = costs_in_all(segments, &uses, months, is_cost);
    for cost in costs {
        let Some((position, uses)) = cost.position.and_then(|id| Some((id, uses.get(&id)?))) else {
            continue;
        };
        let Some(in_all) = in_all.get(&(position, cost.account)) else { continue };
        for (month, (cents, in_all)) in cost.cents.iter_mut().zip(in_all).enumerate() {
            *cents = uses.shared(month, *cents, *in_all);
        }
    }
}

/// What positions cost on each account, wherever their time goes, by month of the horizon.
fn costs_in_all(
    segments: &[Segment],
    positions: &BTreeMap<PositionId, Uses>,
    months: usize,
    is_cost: impl Fn(AccountIndex) -> bool,
) -> BTreeMap<(PositionId, AccountIndex), Vec<i64>> {
    let mut found: BTreeMap<(PositionId, AccountIndex), Vec<i64>> = BTreeMap::new();
    for segment in segments {
        let ItemId::Position(id) = segment.item else { continue };
        if !positions.contains_key(&id) {
            continue;
        }
        for (run, first, cents) in segment.runs_inside() {
            for (account, side) in [(run.debit, Side::Plus), (run.credit, Side::Minus)] {
                if is_cost(account) {
                    let row = found.entry((id, account)).or_insert_with(|| alloc::vec![0; months]);
                    side.add_all(row.get_mut(first..).unwrap_or_default(), cents);
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use alloc::sync::Arc;

    use super::super::tests::{FIRST, SECOND, both, parts, position, shared};
    use super::*;
    use crate::full_cost::{full_costs, pool_costs};
    use crate::lending::Lending;
    use crate::pool::AllocationKey;
    use crate::testing::{amount, everything, figure, month, percent};

    /// Two activities that share the time of one post 1 to 3; the post costs 2,000.00 and 800.00 a month.
    fn plan(share: Option<&str>, time: &[(crate::id::ActivityId, &str)], lent: &[&str]) -> Plan {
        let mut plan = shared(AllocationKey::Shares(parts(&[(FIRST, "1"), (SECOND, "3")])), "0");
        let mut post = position(30, "2027-01", time);
        post.operational_share = share.map(percent);
        post.pool = Some(crate::id::PoolId(40));
        post.lent = lent.iter().map(|share| lending(share)).collect();
        plan.positions.push(Arc::new(post));
        plan
    }

    fn lending(share: &str) -> Lending {
        Lending {
            to: String::from("Voisins"),
            share: percent(share),
            from: None,
            until: None,
            price: Default::default(),
            delay_months: 0,
        }
    }

    /// What the structure bears in the end.
    fn kept(plan: &Plan) -> i64 {
        full_costs(&everything(plan))[0].total_cents[0]
    }

    #[test]
    fn support_is_shared_out_and_time_that_waits_for_an_activity_stays() {
        // 80 % are meant for activities, of which one has 50: 20 % of 2,800.00 are support, 560.00, and 30 %
        // wait, 840.00.
        let plan = plan(Some("80"), &[(FIRST, "50")], &[]);
        assert_eq!(both(&plan), [12 * 14_000, 12 * 42_000]);
        assert_eq!(kept(&plan), 12 * 84_000);
    }

    #[test]
    fn one_more_day_on_an_activity_costs_the_others_nothing() {
        let [before, after] = ["50", "70"].map(|share| both(&plan(Some("80"), &[(FIRST, share)], &[])));
        assert_eq!(before, after);
    }

    #[test]
    fn more_days_than_are_meant_for_activities_are_taken_from_support() {
        // 60 % would be support, and only 20 % are left: 560.00.
        let plan = plan(Some("40"), &[(FIRST, "60"), (SECOND, "20")], &[]);
        assert_eq!(both(&plan), [12 * 14_000, 12 * 42_000]);
        assert_eq!(kept(&plan), 0);
    }

    #[test]
    fn all_of_it_meant_for_activities_leaves_no_support() {
        let plan = plan(Some("100"), &[(FIRST, "50")], &[]);
        assert_eq!(both(&plan), [0, 0]);
        assert_eq!(kept(&plan), 12 * 140_000);
    }

    #[test]
    fn what_is_lent_is_never_shared_out() {
        // 40 % are lent, 30 % are an activity's: 30 % of 2,800.00 are 840.00.
        let lends = plan(None, &[(FIRST, "30")], &["40"]);
        assert_eq!(both(&lends), [12 * 21_000, 12 * 63_000]);
        assert_eq!(kept(&lends), 12 * 112_000);
        assert_eq!(figure(&everything(&lends), "result.2027.7084"), 12 * 112_000);
        // A quarter of the 60 % that are not lent is support, 15 %: 420.00. 15 % wait.
        let knows = plan(Some("75"), &[(FIRST, "30")], &["40"]);
        assert_eq!(both(&knows), [12 * 10_500, 12 * 31_500]);
        assert_eq!(kept(&knows), 12 * (112_000 + 42_000));
        // All is lent, by two loans that are more than the whole.
        assert_eq!(both(&plan(None, &[], &["60", "60"])), [0, 0]);
    }

    #[test]
    fn lent_days_are_not_meant_for_activities() {
        let days = |lent: &[&str]| {
            let mut plan = plan(Some("80"), &[], lent);
            Arc::make_mut(&mut plan.pools[0]).key = AllocationKey::DaysAvailable;
            pool_costs(&everything(&plan))[0].available_days[0]
        };
        // 229 days in 2027: 80 % of all of them, and of the quarter that is not lent.
        assert_eq!(days(&[]), Decimal::new(1_832, 1));
        assert_eq!(days(&["75"]), Decimal::new(458, 1));
    }

    #[test]
    fn support_is_rounded_on_each_account_of_each_month() {
        let mut plan = plan(Some("90"), &[], &[]);
        let post = Arc::make_mut(&mut plan.positions[0]);
        post.gross.insert(month("2027-01"), amount("1000.05"));
        // A tenth of 1,000.05 is 100.005, 100.01; of 400.02 it is 40.00. A quarter of 100.01 is 25.0025.
        assert_eq!(both(&plan), [12 * (2_500 + 1_000), 12 * (7_501 + 3_000)]);
    }

    #[test]
    fn a_cost_that_comes_back_comes_back_in_the_same_parts() {
        let uses = Uses { months: Vec::from([[0, 20, 80]]), is_support_known: true };
        assert_eq!(uses.shared(0, -5_000, -10_000), -2_000);
        assert_eq!(uses.shared(0, -1_000, -10_000), -1_000);
        // Roundings on both sides of zero.
        assert_eq!(uses.shared(0, 1, -10), 0);
    }
}

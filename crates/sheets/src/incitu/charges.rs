//! Indirect charges in their categories, and what they come to for a day.

use std::collections::BTreeMap;

use previ_engine::account::AccountNumber;
use previ_engine::id::{ItemId, PoolId};
use previ_engine::plan::Plan;
use rust_decimal::Decimal;

use super::both::Both;
use super::flows::Flows;
use super::people::Person;

/// An indirect charge (*charge indirecte*): a cost of the structure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charge {
    /// The item it comes from; a position for the part of its time that is not meant for projects.
    pub item: ItemId,
    /// Its account.
    pub account: AccountNumber,
    /// The place of its category.
    pub category: usize,
    /// What it came to two years and one year before (*N-2, N-1*).
    pub before: [Decimal; 2],
    /// The year.
    pub amount: Both,
}

/// A category of indirect charges (*catégorie*): a pool of shared costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// The pool; `None` where the plan has none, for all charges together.
    pub pool: Option<PoolId>,
    /// Two years and one year before.
    pub before: [Decimal; 2],
    /// The year.
    pub amount: Both,
    /// For a day on projects: planned over all days meant for them, realised over the days done.
    pub day_cost: Both,
}

/// The account of pay that people who are not on projects cost.
const PAY: AccountNumber = AccountNumber::of(64);

/// What the structure costs. What names no pool, or one that is not there, belongs to the first, as a blank
/// category does in the workbook.
pub(super) fn charges(plan: &Plan, year: i32, people: &[Person], flows: &Flows) -> Vec<Charge> {
    let place = |pool: Option<PoolId>| {
        pool.and_then(|id| plan.pools.iter().position(|known| known.id == id)).unwrap_or(0)
    };
    let mut planned: BTreeMap<(ItemId, AccountNumber), Decimal> = BTreeMap::new();
    for flow in flows.all() {
        let is_counted_elsewhere = matches!(flow.item, ItemId::Position(_) | ItemId::Agreement(_));
        if flow.activity.is_none() && flow.account.class() == 6 && !is_counted_elsewhere {
            *planned.entry((flow.item, flow.account)).or_default() += flow.euros;
        }
    }
    let mut found = Vec::new();
    for line in plan.lines.iter().filter(|line| line.activity.is_none() && line.account.class() == 6) {
        let of = |year: i32| line.actual.get(&year).map(|amount| amount.euros()).unwrap_or_default();
        let item = ItemId::from(line.id);
        let amount =
            Both { planned: planned.remove(&(item, line.account)).unwrap_or_default(), realised: of(year) };
        let before = [of(year.saturating_sub(2)), of(year.saturating_sub(1))];
        found.push(Charge { item, account: line.account, category: place(line.pool), before, amount });
    }
    // Depreciation, interest and whatever else the structure costs without a line.
    let others = planned.into_iter().map(|((item, account), euros)| Charge {
        item,
        account,
        category: 0,
        before: [Decimal::ZERO; 2],
        amount: Both::planned(euros),
    });
    found.extend(others);
    let support = plan.positions.iter().zip(people).map(|(position, person)| Charge {
        item: position.id.into(),
        account: PAY,
        category: place(position.pool),
        before: [Decimal::ZERO; 2],
        amount: Both::planned(person.cost - person.operational_cost),
    });
    found.extend(support.filter(|charge| !charge.amount.planned.is_zero()));
    found
}

/// The categories in the order of the pools; one without pool where there are none.
pub(super) fn categories(plan: &Plan, charges: &[Charge], days: Both) -> Vec<Category> {
    let pools: Vec<Option<PoolId>> = plan.pools.iter().map(|pool| Some(pool.id)).collect();
    let pools = if pools.is_empty() { vec![None] } else { pools };
    let category = |(place, pool): (usize, Option<PoolId>)| {
        let own = || charges.iter().filter(move |charge| charge.category == place);
        let amount: Both = own().map(|charge| charge.amount).sum();
        let before = [0, 1].map(|age: usize| own().filter_map(|charge| charge.before.get(age)).sum());
        Category { pool, before, amount, day_cost: amount.over(days) }
    };
    pools.into_iter().enumerate().map(category).collect()
}

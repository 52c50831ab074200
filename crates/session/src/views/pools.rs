//! The page *Charges communes*: pools with their keys, and what may belong to them.

use std::collections::BTreeMap;

use previ_engine::full_cost::{PoolCost, pool_costs};
use previ_engine::id::{ActivityId, ItemId, PoolId, PositionId};
use previ_engine::journal::{ActivityIndex, Segment};
use previ_engine::money::Quantity;
use previ_engine::pool::{AllocationKey, CostPool};
use previ_engine::timeline::FiscalYear;
use previ_engine::view::View;
use previ_words::{Language, account_label, text};

use crate::edits::{Edit, LineEdit, PositionEdit};
use crate::open::Session;

/// The pools and their members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolsPage {
    /// The fiscal years, one amount each.
    pub years: Vec<FiscalYear>,
    /// The pools in the order in which they are shared out.
    pub pools: Vec<PoolForm>,
    /// Costs that stand on the structure and may belong to a pool.
    pub members: Vec<PoolMember>,
}

/// A pool of shared costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolForm {
    /// Which pool.
    pub id: PoolId,
    /// Its name.
    pub label: String,
    /// How it is shared out.
    pub key: AllocationKey,
    /// The keys to choose from, this one with what is typed of it.
    pub keys: Vec<(AllocationKey, String)>,
    /// Why this key, in a sentence.
    pub why: String,
    /// The parts typed, every activity of the plan in order; empty where the key has none.
    pub parts: Vec<PoolPart>,
    /// What is in it, by fiscal year, in cents.
    pub cost_cents: Vec<i64>,
}

/// The part of an activity in a typed key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolPart {
    /// Which activity.
    pub activity: ActivityId,
    /// Its name.
    pub name: String,
    /// Its part, where one is typed.
    pub part: Option<Quantity>,
}

/// A cost of the structure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolMember {
    /// A budget line or a position.
    pub item: ItemId,
    /// Its name with its account, or with what is left of its time.
    pub label: String,
    /// The pool it belongs to.
    pub pool: Option<PoolId>,
    /// What stands on the structure by fiscal year, in cents; of the time of a position in a pool, what the pool
    /// shares out.
    pub cost_cents: Vec<i64>,
}

impl PoolMember {
    /// The edit that puts it into a pool, or takes it out.
    #[must_use]
    pub fn put_into(&self, pool: Option<PoolId>) -> Option<Edit> {
        match self.item {
            ItemId::Line(id) => Some(LineEdit::SetPool(id, pool).into()),
            ItemId::Position(id) => Some(PositionEdit::SetPool(id, pool).into()),
            _ => None,
        }
    }
}

impl PoolForm {
    /// The key with another part for an activity; none takes the activity out.
    #[must_use]
    pub fn with_part(&self, activity: ActivityId, part: Option<Quantity>) -> AllocationKey {
        let mut key = self.key.clone();
        if let AllocationKey::FloorArea(parts) | AllocationKey::Shares(parts) = &mut key {
            match part {
                Some(part) => parts.insert(activity, part),
                None => parts.remove(&activity),
            };
        }
        key
    }
}

impl PoolsPage {
    pub(crate) fn new(session: &Session) -> Self {
        let view = session.view(session.selected_view());
        let years = view.timeline().fiscal_years();
        let costs = pool_costs(view);
        let members = members(session, &costs);
        let pools = session.plan().pools.iter().map(|pool| {
            let cost = costs.iter().find(|cost| cost.pool == pool.id);
            form(session, pool, cost.map_or_else(|| vec![0; years.len()], |cost| cost.cost_cents.clone()))
        });
        Self { pools: pools.collect(), members, years }
    }
}

fn members(session: &Session, costs: &[PoolCost]) -> Vec<PoolMember> {
    let plan = session.plan();
    let view = session.view(session.selected_view());
    let lines = plan.lines.iter().filter(|line| line.activity.is_none() && line.account.class() == 6);
    let lines = lines.map(|line| {
        let account = account_label(session.language(), session.reference(), line.account);
        PoolMember {
            item: line.id.into(),
            label: format!("{} ({account})", line.label),
            pool: line.pool,
            cost_cents: structure_cents(view, line.id.into()),
        }
    });
    let positions = plan.positions.iter().map(|position| PoolMember {
        item: position.id.into(),
        label: format!("{} ({})", position.label, text(session.language(), "pool-structure-time")),
        pool: position.pool,
        cost_cents: support_cents(costs, position.pool, position.id)
            .unwrap_or_else(|| structure_cents(view, position.id.into())),
    });
    let members = lines.chain(positions);
    members
        .filter(|member| member.pool.is_some() || member.cost_cents.iter().any(|cents| *cents != 0))
        .collect()
}

/// What the pool of a position shares out of its time; `None` where it has no pool, or nothing in it.
fn support_cents(costs: &[PoolCost], pool: Option<PoolId>, position: PositionId) -> Option<Vec<i64>> {
    let cost = costs.iter().find(|cost| Some(cost.pool) == pool)?;
    cost.support_cents.get(&position).cloned()
}

/// Costs that an item leaves on the structure, by fiscal year, in cents.
fn structure_cents(view: &View, item: ItemId) -> Vec<i64> {
    let mut cents = vec![0; view.timeline().year_count()];
    let is_cost = |account| view.registry().account_at(account).number.class() == 6;
    let segments = view.segments().iter().filter(|segment| segment.item == item);
    let entries =
        segments.flat_map(Segment::entries).filter(|entry| entry.activity == ActivityIndex::STRUCTURE);
    for entry in entries {
        let Some(year) = view.timeline().year_of(entry.month) else { continue };
        cents[year] +=
            entry.amount_cents * (i64::from(is_cost(entry.debit)) - i64::from(is_cost(entry.credit)));
    }
    cents
}

fn form(session: &Session, pool: &CostPool, cost_cents: Vec<i64>) -> PoolForm {
    let language = session.language();
    let parts = match &pool.key {
        AllocationKey::FloorArea(parts) | AllocationKey::Shares(parts) => {
            let part = |activity: ActivityId| parts.get(&activity).copied();
            let all = session.plan().activities.iter();
            let of = |id, name: &String| PoolPart { activity: id, name: name.clone(), part: part(id) };
            all.map(|activity| of(activity.id, &activity.label)).collect()
        }
        _ => Vec::new(),
    };
    PoolForm {
        id: pool.id,
        label: pool.label.clone(),
        keys: keys(language, &pool.key),
        why: text(language, &format!("{}-why", key_id(&pool.key))),
        key: pool.key.clone(),
        parts,
        cost_cents,
    }
}

/// The keys to choose from; typed parts of the present one go over to the other typed key.
fn keys(language: Language, current: &AllocationKey) -> Vec<(AllocationKey, String)> {
    let typed = match current {
        AllocationKey::FloorArea(parts) | AllocationKey::Shares(parts) => parts.clone(),
        _ => BTreeMap::new(),
    };
    let all = [
        AllocationKey::Days,
        AllocationKey::DaysAvailable,
        AllocationKey::FullTimeEquivalents,
        AllocationKey::DirectCost,
        AllocationKey::FloorArea(typed.clone()),
        AllocationKey::Shares(typed),
    ];
    all.map(|key| (key.clone(), text(language, key_id(&key)))).into()
}

fn key_id(key: &AllocationKey) -> &'static str {
    match key {
        AllocationKey::Days => "key-days",
        AllocationKey::DaysAvailable => "key-days-available",
        AllocationKey::FullTimeEquivalents => "key-full-time",
        AllocationKey::DirectCost => "key-direct-cost",
        AllocationKey::FloorArea(_) => "key-floor-area",
        AllocationKey::Shares(_) => "key-shares",
    }
}

//! The costs that funders may pay, and what activities earn themselves.

use previ_engine::account::AccountNumber;
use previ_engine::id::{ActivityId, AgreementId, ItemId, PoolId, PositionId};
use previ_engine::month::Month;
use previ_engine::rule::CostNature;
use rust_decimal::Decimal;

use super::allocation::share;
use super::books::is_below;
use super::movement::{Movement, Place};
use super::situation::Situation;

/// What funders look at before they pay.
pub struct Ground {
    pub costs: Vec<Cost>,
    pub gifts: Vec<Gift>,
}

/// A contribution in kind of a month of the plan.
pub struct Gift {
    pub activity: Option<ActivityId>,
    pub month: Month,
    pub euros: Decimal,
}

/// A cost of a month of the plan.
pub struct Cost {
    pub activity: Option<ActivityId>,
    pub account: AccountNumber,
    /// The position whose pay it is.
    pub post: Option<PositionId>,
    /// The agreement to whose partners it goes.
    pub partners_of: Option<AgreementId>,
    pub month: Month,
    /// Fiscal year, from 0.
    pub year: i32,
    /// Below zero where it is taken back.
    pub euros: Decimal,
    /// The pool that its line or its position names.
    pub pool: Option<PoolId>,
    /// Whether a key brought it to its activity.
    pub is_shared: bool,
}

impl Cost {
    /// Whether it is of an activity or of one below it.
    pub fn is_of(&self, situation: &Situation<'_>, above: ActivityId) -> bool {
        is_below(situation.plan, self.activity, above)
    }

    /// Staff, the structure, or the rest.
    pub fn nature(&self) -> CostNature {
        if self.is_shared {
            CostNature::Indirect
        } else if self.post.is_some() || self.account.is_under(AccountNumber::of(64)) {
            CostNature::Staff
        } else if self.activity.is_none() {
            CostNature::Indirect
        } else {
            CostNature::OtherDirect
        }
    }
}

/// What funders look at in what moves; of agreements, only the releases of investment grants and what goes to partners may be in it.
pub fn ground(situation: &Situation<'_>, movements: &[(ItemId, Movement)]) -> Ground {
    let gifts = movements.iter().filter(|(item, _)| matches!(item, ItemId::InKind(_)));
    let gifts = gifts.filter_map(|(_, movement)| {
        let month = movement.month.filter(|month| (situation.first..=situation.last).contains(month))?;
        Some(Gift { activity: movement.activity, month, euros: movement.euros })
    });
    Ground { costs: share(situation, costs(situation, movements)), gifts: gifts.collect() }
}

fn costs(situation: &Situation<'_>, movements: &[(ItemId, Movement)]) -> Vec<Cost> {
    let mut costs = Vec::new();
    for (item, movement) in movements {
        let Some(month) = movement.month else { continue };
        if month < situation.first || month > situation.last {
            continue;
        }
        let post = if let ItemId::Position(id) = item { Some(*id) } else { None };
        let partners_of = if let ItemId::Agreement(id) = item {
            Some(*id).filter(|_| is_for_partners(movement))
        } else {
            None
        };
        let pool = match item {
            ItemId::Line(id) => {
                situation.plan.lines.iter().find(|one| one.id == *id).and_then(|one| one.pool)
            }
            ItemId::Position(id) => {
                situation.plan.positions.iter().find(|one| one.id == *id).and_then(|one| one.pool)
            }
            _ => None,
        };
        let mut cost = |account, euros| {
            let year = situation.year_of(month);
            let (activity, is_shared) = (movement.activity, false);
            costs.push(Cost { activity, account, post, partners_of, month, year, euros, pool, is_shared });
        };
        if partners_of.is_some() {
            cost(AccountNumber::of(6571), movement.euros);
        }
        if let ItemId::Agreement(_) = item {
            if movement.credit == Place::account(747) {
                cost(AccountNumber::of(6811), -movement.euros);
            }
            continue;
        }
        for (side, euros) in [(movement.debit, movement.euros), (movement.credit, -movement.euros)] {
            if let Place::Account(account) = side
                && is_cost(account)
            {
                cost(account, euros);
            }
        }
    }
    costs
}

/// Whether an agreement gives it to partners.
fn is_for_partners(movement: &Movement) -> bool {
    movement.debit == Place::account(6571)
}

/// Classes 60 to 67, and depreciation.
fn is_cost(account: AccountNumber) -> bool {
    (60..=67).contains(&account.prefix(2)) || account.is_under(AccountNumber::of(6811))
}

/// What the lines of an activity itself bring in a fiscal year in 70 to 76.
pub fn own_income(
    situation: &Situation<'_>,
    movements: &[(ItemId, Movement)],
    activity: ActivityId,
    year: i32,
) -> Decimal {
    let mut income = Decimal::ZERO;
    for (item, movement) in movements {
        let of_line = matches!(item, ItemId::Line(_)) && movement.activity == Some(activity);
        if !of_line || movement.month.map(|month| situation.year_of(month)) != Some(year) {
            continue;
        }
        for (side, euros) in [(movement.credit, movement.euros), (movement.debit, -movement.euros)] {
            if let Place::Account(account) = side
                && (70..=76).contains(&account.prefix(2))
            {
                income += euros;
            }
        }
    }
    income
}

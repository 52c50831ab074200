//! The costs that funders may pay, and what activities earn themselves.

use previ_engine::account::AccountNumber;
use previ_engine::id::{ActivityId, ItemId, PositionId};
use previ_engine::month::Month;
use rust_decimal::Decimal;

use super::books::is_below;
use super::movement::{Movement, Place};
use super::situation::Situation;

/// A cost of a month of the plan.
pub struct Cost {
    pub activity: Option<ActivityId>,
    pub account: AccountNumber,
    /// The position whose pay it is.
    pub post: Option<PositionId>,
    pub month: Month,
    /// Fiscal year, from 0.
    pub year: i32,
    /// Below zero where it is taken back.
    pub euros: Decimal,
}

impl Cost {
    /// Whether it is of an activity or of one below it.
    pub fn is_of(&self, situation: &Situation<'_>, above: ActivityId) -> bool {
        is_below(situation.plan, self.activity, above)
    }
}

/// The costs in what moves; of agreements, only the releases of investment grants may be among it.
pub fn costs(situation: &Situation<'_>, movements: &[(ItemId, Movement)]) -> Vec<Cost> {
    let mut costs = Vec::new();
    for (item, movement) in movements {
        let Some(month) = movement.month else { continue };
        if month < situation.first || month > situation.last {
            continue;
        }
        let post = if let ItemId::Position(id) = item { Some(*id) } else { None };
        let mut cost = |account, euros| {
            let year = situation.year_of(month);
            costs.push(Cost { activity: movement.activity, account, post, month, year, euros });
        };
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

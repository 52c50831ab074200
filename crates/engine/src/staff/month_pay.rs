//! The pay of one month with everything it is made of, to be shown.

use super::computed;
use super::payroll::{Slip, YearSoFar};
use super::position::{Position, usual_employee_rate};
use crate::journal::Context;
use crate::money::Percent;
use crate::month::Month;

/// What a position is paid in a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthPay {
    /// Gross pay of a usual month in cents, without absences and bonuses.
    pub usual: i64,
    /// Everything earned in this month, gross, in cents.
    pub earned: i64,
    /// What is counted on it.
    pub counted: Counted,
}

/// How the contributions of a month come about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counted {
    /// By typed rates.
    Typed {
        /// The employer's share on top of gross pay.
        employer: Percent,
        /// The employee's share inside it.
        employee: Percent,
    },
    /// Line by line, with the dated parameters.
    Calculated(Slip),
}

/// The pay of a month as it is posted; none in months without pay.
pub(crate) fn month_pay(position: &Position, month: Month, context: &Context<'_>) -> Option<MonthPay> {
    let is_held = position.from <= month && position.to.is_none_or(|to| month <= to);
    if !is_held {
        return None;
    }
    let (usual, earned) = (position.gross_cents(month, context), position.earned_cents(month, context));
    let first = context.pay.first().filter(|_| position.employer_rate.is_none());
    let counted = match first {
        None => Counted::Typed {
            employer: position.employer_rate.unwrap_or_default(),
            employee: position.employee_rate.unwrap_or_else(usual_employee_rate),
        },
        Some(first) => {
            // A month is what the calendar year with it has more than without it.
            let january = Month::new(month.year(), 1).unwrap_or(month);
            let mut so_far = YearSoFar::default();
            let start = january.max(first).max(position.from);
            let slips = (0..=month.since(start)).map(|n| start.plus(n));
            let slip_of = |month| {
                computed::slip_of(
                    position,
                    month,
                    position.earned_cents(month, context),
                    context,
                    &mut so_far,
                )
            };
            let last = slips.map(slip_of).last();
            Counted::Calculated(last.flatten()?)
        }
    };
    Some(MonthPay { usual, earned, counted })
}

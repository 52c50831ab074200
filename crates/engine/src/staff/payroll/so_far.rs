//! What a calendar year holds of the pay of one person, month by month.

use super::contribution::Base;
use super::levels::Levels;
use super::parameter::Parameter;
use super::slip::Pay;
use super::terms::Terms;
use crate::contract::ContractKind;

/// What a calendar year holds so far of the pay of one person, in cents; nothing in January and at a hire.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YearSoFar {
    pub(super) gross: i64,
    /// Pay on which an employee owes contributions: apprentices are exempt from a part.
    pub(super) owing: i64,
    pub(super) ceiling: i64,
    /// Twelve times the minimum wage of the months so far, which keeps it exact, in millionths of an euro.
    pub(super) minimum_wage: i64,
    pub(super) reduction: i64,
}

impl YearSoFar {
    /// The year with one more month.
    pub(super) fn with(&self, pay: &Pay, terms: &Terms, levels: &Levels) -> Self {
        let gross = pay.gross.max(0);
        let exempt = match terms.kind {
            ContractKind::Apprentice => {
                let free = levels.millionths(Parameter::ApprenticeFree);
                // From millionths to cents.
                (share(levels.minimum_wage_month(), free) + 5_000) / 10_000
            }
            _ => 0,
        };
        let time = i64::try_from(pay.share.millionths()).unwrap_or(0);
        // A ceiling is that of a full month at most (CSS art. R242-2).
        let ceiling = share(levels.cents(Parameter::Ceiling), time.min(100_000_000));
        Self {
            gross: self.gross + gross,
            owing: self.owing + (gross - exempt).max(0),
            ceiling: self.ceiling + ceiling,
            minimum_wage: self.minimum_wage + share(levels.minimum_wage_year(), time),
            reduction: self.reduction,
        }
    }
}

/// What `base` takes of a year's pay.
pub(super) fn taken(base: Base, gross: i64, ceiling: i64) -> i64 {
    match base {
        Base::Whole => gross,
        Base::Capped => gross.min(ceiling),
        Base::Second => gross.min(ceiling.saturating_mul(8)) - gross.min(ceiling),
        Base::Four => gross.min(ceiling.saturating_mul(4)),
        Base::IfAbove if gross > ceiling => gross.min(ceiling.saturating_mul(8)),
        Base::IfAbove => 0,
    }
}

/// A rate in millionths of a percent of an amount, half away from zero.
pub(super) fn share(amount: i64, rate: i64) -> i64 {
    const WHOLE: i64 = 100_000_000;
    match amount.checked_mul(rate) {
        Some(product) => (product + WHOLE / 2 * product.signum()) / WHOLE,
        None => {
            let product = i128::from(amount) * i128::from(rate);
            let rounded = (product + i128::from(WHOLE / 2) * product.signum()) / i128::from(WHOLE);
            i64::try_from(rounded).unwrap_or(0)
        }
    }
}

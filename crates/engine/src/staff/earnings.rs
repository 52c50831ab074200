//! What somebody earns in a month: pay by amount or scale, absences, bonuses, what is paid at the end.

use rust_decimal::Decimal;

use super::contract::{ContractKind, PayScale, YearlyBonus};
use super::position::Position;
use crate::frame::Index;
use crate::journal::Context;
use crate::money::{Percent, Quantity, multiply, to_cents};
use crate::month::Month;
use crate::payment::Part;
use crate::payroll::{Parameter, PointScale, gross_by_points};
use crate::schedule::stepped;

/// Working days of a year at five a week (*jours ouvrés*), by which a day of leave is valued.
const WORKING_DAYS: i64 = 260;

impl Position {
    /// Whether its pay or its contributions are more than typed amounts and typed rates.
    #[must_use]
    pub fn is_calculated(&self) -> bool {
        self.employer_rate.is_none() || self.earns_unevenly()
    }

    /// Whether its pay is anything else than the same gross amount every month.
    pub(super) fn earns_unevenly(&self) -> bool {
        let contract = &self.contract;
        !self.scale.is_empty()
            || !contract.bonuses.is_empty()
            || !contract.absences.is_empty()
            || contract.leave_days_paid_out != Quantity::default()
            || matches!(contract.kind, ContractKind::FixedTerm { end_bonus } if end_bonus != Percent::default())
    }

    /// The contracted share of full time in `month` (*quotité*).
    pub(super) fn working_time(&self, month: Month) -> Percent {
        let typed = self.contract.working_time.range(..=month).next_back();
        typed.map_or(Percent::WHOLE, |(_, share)| *share)
    }

    /// The paid share of `month`: 100 %, or what is kept of the pay in an absence.
    pub(super) fn kept(&self, month: Month) -> Percent {
        let away = |absence: &&super::contract::Absence| (absence.from..=absence.to).contains(&month);
        self.contract.absences.iter().find(away).map_or(Percent::WHOLE, |absence| absence.kept)
    }

    /// Whether what is earned in `month` may be another amount than in the month before.
    pub(super) fn pay_changes_in(&self, month: Month, context: &Context<'_>) -> bool {
        let steps = |index: &Index| index.step(month, context.timeline()).is_some();
        self.earns_unevenly() || self.gross.contains_key(&month) || self.index(context).is_some_and(steps)
    }

    /// Everything earned in `month`, gross, in cents.
    pub(super) fn earned_cents(&self, month: Month, context: &Context<'_>) -> i64 {
        if !self.earns_unevenly() {
            return self.gross_cents(month, context);
        }
        let regular = self.regular_cents(month, context);
        if self.to != Some(month) {
            return regular;
        }
        let bonus = match self.contract.kind {
            ContractKind::FixedTerm { end_bonus } => {
                let months = (0..=month.since(self.from)).map(|n| self.from.plus(n));
                end_bonus.of_cents(months.map(|month| self.regular_cents(month, context)).sum())
            }
            ContractKind::Permanent | ContractKind::Apprentice => 0,
        };
        let day = Decimal::new(12 * self.gross_cents(month, context), 2) / Decimal::from(WORKING_DAYS);
        regular + bonus + to_cents(multiply(day, self.contract.leave_days_paid_out.value()))
    }

    /// Pay less absences, with the yearly bonuses of the month.
    fn regular_cents(&self, month: Month, context: &Context<'_>) -> i64 {
        let base = self.gross_cents(month, context);
        let bonuses = self.contract.bonuses.iter().filter(|bonus| bonus.month == month.number());
        let bonuses = bonuses.map(|bonus| self.bonus_cents(bonus, month, base));
        self.kept(month).of_cents(base) + bonuses.sum::<i64>()
    }

    /// A yearly bonus, in proportion to the months worked in the twelve up to `month`.
    fn bonus_cents(&self, bonus: &YearlyBonus, month: Month, base: i64) -> i64 {
        if base == 0 {
            return 0;
        }
        let whole = match bonus.part {
            Part::Share(share) => share.of_cents(base),
            Part::Amount(amount) => amount.cents(),
        };
        let worked = (0..12).map(|n| month.plus(-n)).filter(|month| *month >= self.from);
        let worked: Decimal = worked.map(|month| self.kept(month).fraction()).sum();
        to_cents(multiply(Decimal::new(whole, 2), worked) / Decimal::from(12))
    }

    /// Gross pay of a month by a scale, in cents; 0 where no parameter is known.
    pub(super) fn by_scale(&self, scale: &PayScale, month: Month, context: &Context<'_>) -> i64 {
        let Some((levels, _)) = context.pay.at(month) else { return 0 };
        let time = self.working_time(month);
        match scale {
            PayScale::MinimumWage(times) => {
                let wage = Decimal::new(levels.minimum_wage_month(), 6);
                to_cents(multiply(multiply(wage, times.value()), time.fraction()))
            }
            PayScale::Points { coefficient, personal, yearly } => {
                let quantity = |parameter| {
                    Quantity::new(Decimal::new(levels.millionths(parameter), 6)).unwrap_or_default()
                };
                let values = PointScale {
                    least: quantity(Parameter::EclatLeast),
                    first: quantity(Parameter::EclatPoint1),
                    second: quantity(Parameter::EclatPoint2),
                };
                let anniversaries = Decimal::from(month.since(self.from).max(0) / 12);
                let extra = personal.value() + multiply(yearly.value(), anniversaries);
                let extra = Quantity::new(extra).unwrap_or(*personal);
                gross_by_points(*coefficient, extra, &values, time, levels)
            }
        }
    }

    /// The scale that holds in `month`, unless an amount was typed after it.
    #[must_use]
    pub fn scale_in(&self, month: Month) -> Option<&PayScale> {
        let (since, scale) = self.scale.range(..=month).next_back()?;
        let typed = self.gross.range(..=month).next_back();
        typed.is_none_or(|(typed, _)| typed <= since).then_some(scale)
    }

    /// The amount typed for `month`, as it was typed.
    pub(super) fn typed(&self, month: Month) -> crate::money::Amount {
        stepped(&self.gross, &month)
    }
}

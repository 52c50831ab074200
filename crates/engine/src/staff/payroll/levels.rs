//! The parameters of one month.

use rust_decimal::Decimal;

use super::parameter::Parameter;
use crate::month::Month;

/// A decimal in millionths, held inside what a parameter may be.
pub(super) fn millionths(value: Decimal) -> i64 {
    let value = value.round_dp(6);
    let scaled = value.mantissa() * 10_i128.pow(6_u32.saturating_sub(value.scale()));
    i64::try_from(scaled).unwrap_or(0)
}

/// The parameters of one month, ready to calculate with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Levels {
    month: Month,
    /// In millionths of an euro, of a percent, or of the coefficient.
    values: [i64; Parameter::COUNT],
}

impl Levels {
    /// The values of a month in millionths, in the order of the parameters.
    pub(super) fn new(month: Month, values: [i64; Parameter::COUNT]) -> Self {
        Self { month, values }
    }

    /// The month in which they hold.
    #[must_use]
    pub fn month(&self) -> Month {
        self.month
    }

    /// The same values for another month.
    pub(crate) fn in_month(self, month: Month) -> Self {
        Self { month, ..self }
    }

    /// The value in millionths: of an euro for amounts, of a percent for rates.
    #[must_use]
    pub fn millionths(&self, parameter: Parameter) -> i64 {
        self.values[parameter as usize]
    }

    /// An amount in cents, half away from zero.
    #[must_use]
    pub fn cents(&self, parameter: Parameter) -> i64 {
        (self.millionths(parameter) + 5_000) / 10_000
    }

    /// The minimum wage of a year of 35 hours a week, 1,820 hours, in millionths of an euro.
    #[must_use]
    pub fn minimum_wage_year(&self) -> i64 {
        self.millionths(Parameter::MinimumWage) * 1_820
    }

    /// The minimum wage of a month, a twelfth of the year's, in millionths of an euro.
    #[must_use]
    pub fn minimum_wage_month(&self) -> i64 {
        (self.minimum_wage_year() + 6) / 12
    }
}

//! The tax on salaries of employers without value added tax (*taxe sur les salaires*).

use super::levels::Levels;
use super::parameter::Parameter;

/// When the tax of a calendar year is paid, by the tax of the year before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SalaryTaxRhythm {
    /// Below [`Parameter::SalaryTaxQuarterly`]: at once, in January of the next year.
    Yearly,
    /// From there up to [`Parameter::SalaryTaxMonthly`]: in the month after each quarter.
    Quarterly,
    /// Beyond it: in the next month.
    Monthly,
}

impl SalaryTaxRhythm {
    /// The rhythm after a tax of last year, in cents.
    #[must_use]
    pub fn after(last_year: i64, levels: &Levels) -> Self {
        if last_year < levels.cents(Parameter::SalaryTaxQuarterly) {
            Self::Yearly
        } else if last_year <= levels.cents(Parameter::SalaryTaxMonthly) {
            Self::Quarterly
        } else {
            Self::Monthly
        }
    }

    /// The month number in which what is owed for month `number` (1 to 12) is paid: 1 means January of the
    /// next year.
    #[must_use]
    pub fn paid_in(self, number: u8) -> u8 {
        let end = match self {
            Self::Yearly => 12,
            Self::Quarterly => number.div_ceil(3) * 3,
            Self::Monthly => number,
        };
        end % 12 + 1
    }
}

/// The tax of one person's pay of a calendar year, in millionths of an euro, before what the employer as a
/// whole is let off; `base` is the taxable pay in cents.
///
/// The limits are those of a year whatever part of it someone is there (CGI art. 231).
#[must_use]
pub fn salary_tax_before_relief(base: i64, levels: &Levels) -> i64 {
    let first = levels.millionths(Parameter::SalaryTaxFirstLimit);
    let second = levels.millionths(Parameter::SalaryTaxSecondLimit);
    // Pay up to 9,999,999,999.99 € in millionths fits.
    let pay = base.max(0).saturating_mul(10_000);
    let bands = [
        (pay.min(first), Parameter::SalaryTaxFirstRate),
        (pay.min(second) - pay.min(first), Parameter::SalaryTaxSecondRate),
        (pay - pay.min(second), Parameter::SalaryTaxThirdRate),
    ];
    let tax = |(part, rate)| i128::from(part) * i128::from(levels.millionths(rate)) / 100_000_000;
    i64::try_from(bands.into_iter().map(tax).sum::<i128>()).unwrap_or(0)
}

/// The tax that an association without value added tax owes for a calendar year, in cents, in whole euros:
/// the sum over its people, less franchise, décote and abattement.
///
/// `bases` are the taxable pays of each person in the year, in cents; `levels` those of December.
#[must_use]
pub fn salary_tax(bases: impl IntoIterator<Item = i64>, levels: &Levels) -> i64 {
    let all: i64 = bases.into_iter().map(|base| salary_tax_before_relief(base, levels)).sum();
    let (free, small) =
        (levels.millionths(Parameter::SalaryTaxFree), levels.millionths(Parameter::SalaryTaxSmall));
    let after = if all <= free {
        0
    } else {
        // The décote: three quarters of what is missing to its limit.
        all - (small - all).max(0) / 4 * 3
    };
    let due = (after - levels.millionths(Parameter::SalaryTaxRelief)).max(0);
    (due + 500_000) / 1_000_000 * 100
}

//! The general reduction of employer's contributions (*réduction générale dégressive unique*, RGDU).

use super::levels::Levels;
use super::parameter::Parameter;
use super::terms::Payer;
use crate::employer::HeadcountBand;

/// One, in fixed point.
const ONE: u128 = 1_000_000_000_000_000_000;

/// The coefficient of the reduction, in ten-thousandths as the law rounds it (CSS art. D241-7):
/// `Tmin + Tdelta × [½ × (3 × SMIC ÷ pay − 1)]^1.75`, at most `Tmin + Tdelta`, 0 from three minimum wages.
///
/// `gross` in cents is that of the months so far of a calendar year, `minimum_wage` twelve times that of the
/// same months, in millionths of an euro.
#[must_use]
pub fn coefficient(gross: i64, minimum_wage: i64, employer: &Payer, levels: &Levels) -> i64 {
    let (pay, wage) =
        (u128::try_from(gross).unwrap_or(0) * 120_000, u128::try_from(minimum_wage).unwrap_or(0));
    let end = wage * unsigned(levels.millionths(Parameter::ReductionEnd)) / 1_000_000;
    if pay == 0 || pay >= end {
        return 0;
    }
    let ratio = ((end - pay) * ONE / (2 * pay)).min(ONE);
    let least = unsigned(levels.millionths(Parameter::ReductionLeast)) * 1_000_000_000_000;
    let span = unsigned(span(employer, levels)) * power(ratio) / 1_000_000;
    i64::try_from((least + span + 50_000_000_000_000) / 100_000_000_000_000).unwrap_or(0)
}

/// What the coefficient may add to its least, in millionths: lower where the rate for accidents at work is
/// below the part of it that the reduction covers.
fn span(employer: &Payer, levels: &Levels) -> i64 {
    let name = if employer.headcount < HeadcountBand::From50 {
        Parameter::ReductionSpan
    } else {
        Parameter::ReductionSpanLarge
    };
    let accident = i64::try_from(employer.accident.millionths()).unwrap_or(i64::MAX);
    let missing = levels.millionths(Parameter::AccidentReduced).saturating_sub(accident).max(0) / 100;
    (levels.millionths(name) - missing).max(0)
}

/// The share of a reduction that lowers complementary pensions, in proportion to the rates of both kinds in
/// the largest coefficient; `reduction` in cents.
pub(super) fn pension_share(reduction: i64, employer: &Payer, levels: &Levels) -> i64 {
    let pension = levels.millionths(Parameter::Pension1) + levels.millionths(Parameter::Balance1);
    let largest = 100 * (levels.millionths(Parameter::ReductionLeast) + span(employer, levels)).max(1);
    let share = i128::from(reduction) * i128::from(pension);
    let half = i128::from(largest / 2) * share.signum();
    i64::try_from((share + half) / i128::from(largest)).unwrap_or(0)
}

/// `x` to the power of 1.75 for `x` up to one: x · √x · √√x.
fn power(x: u128) -> u128 {
    let root = (x * ONE).isqrt();
    let fourth = (root * ONE).isqrt();
    x * root / ONE * fourth / ONE
}

fn unsigned(value: i64) -> u128 {
    u128::try_from(value).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::Decimal;

    #[test]
    fn the_power_in_fixed_point_is_the_fourth_root_of_the_seventh_power() {
        for n in 0..=1_000_i64 {
            let x = Decimal::new(n, 3);
            let ours = Decimal::from_i128_with_scale(power(ONE * n as u128 / 1_000) as i128, 18);
            let seventh = (0..7).fold(Decimal::ONE, |product, _| product * x);
            let fourth = (0..4).fold(Decimal::ONE, |product, _| product * ours);
            assert!((seventh - fourth).abs() < Decimal::new(1, 14), "{n}: {seventh} {fourth}");
        }
    }
}

//! Pay by points, as in the agreement ÉCLAT (IDCC 1518).

use crate::money::{Percent, Quantity, multiply, to_cents};

use super::levels::Levels;

/// The values of points that hold in a month (*valeurs du point*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointScale {
    /// The least coefficient, of group A, whose points have the first value.
    pub least: Quantity,
    /// Value of a point up to the least coefficient (*V1*), in euros.
    pub first: Quantity,
    /// Value of the points beyond it (*V2*), in euros.
    pub second: Quantity,
}

/// Gross pay of a month in cents: the least coefficient at the first value, all points beyond it, those of
/// seniority included, at the second; the minimum wage at least. `time` is the contracted share of a full
/// time.
#[must_use]
pub fn gross_by_points(
    points: Quantity,
    extra: Quantity,
    scale: &PointScale,
    time: Percent,
    levels: &Levels,
) -> i64 {
    let beyond = points.value() - scale.least.value() + extra.value();
    let full = multiply(scale.least.value(), scale.first.value()) + multiply(beyond, scale.second.value());
    let agreed = to_cents(multiply(full, time.fraction()));
    let wage = i128::from(levels.minimum_wage_month()) * i128::from(time.millionths());
    // From millionths of an euro times millionths of a percent to cents.
    let least = (wage + 500_000_000_000) / 1_000_000_000_000;
    agreed.max(i64::try_from(least).unwrap_or(0))
}

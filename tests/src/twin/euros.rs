//! Rounding and sharing out.

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

/// To the cent, half away from zero.
pub fn round(euros: Decimal) -> Decimal {
    euros.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

/// Shares a total in proportion to parts: up to each part the sum given is the exact one, rounded.
pub fn share_out(total: Decimal, parts: &[Decimal]) -> Vec<Decimal> {
    let whole: Decimal = parts.iter().sum();
    if whole <= Decimal::ZERO {
        return vec![Decimal::ZERO; parts.len()];
    }
    let mut reached = Decimal::ZERO;
    let mut given = Decimal::ZERO;
    let mut shares = Vec::new();
    for part in parts {
        reached += part;
        let due = round(total * reached / whole);
        shares.push(due - given);
        given = due;
    }
    shares
}

/// Shares a total in equal parts.
pub fn share_evenly(total: Decimal, count: usize) -> Vec<Decimal> {
    share_out(total, &vec![Decimal::ONE; count])
}

/// In cents.
pub fn cents(euros: Decimal) -> i64 {
    (euros * Decimal::ONE_HUNDRED).to_i64().unwrap_or(0)
}

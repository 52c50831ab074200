//! The same weights for many amounts.

use alloc::vec::Vec;

/// Weights among which many amounts are shared out. Each amount is shared by cumulative rounding as
/// [`crate::money::spread`] shares one; the divisions are made once for all amounts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sharing {
    /// Where each part ends, as a fraction of the whole in 63 binary digits, rounded up so that a running sum
    /// that ends in half a cent is never taken for less. In 64 bits each: products of two such numbers need no
    /// check, which takes ten times as long.
    ends: Vec<u64>,
}

/// The whole.
const WHOLE: u128 = 1 << DIGITS;
const DIGITS: u32 = 63;

impl Sharing {
    /// The sharing of these weights; `None` where none of them is above zero.
    pub(crate) fn new(weights: &[u128]) -> Option<Self> {
        let most = weights.iter().copied().max().filter(|most| *most > 0)?;
        // Running sums of 64 binary digits, so that they can be moved by as many.
        let count = usize::BITS - weights.len().leading_zeros();
        let spare = (u128::BITS - most.leading_zeros() + count).saturating_sub(64);
        let sums = weights.iter().scan(0_u128, |sum, weight| {
            *sum += weight >> spare;
            Some(*sum)
        });
        let sums: Vec<u128> = sums.collect();
        let whole = sums.last().copied().filter(|whole| *whole > 0)?;
        Some(Self { ends: sums.iter().map(|sum| (sum << DIGITS).div_ceil(whole) as u64).collect() })
    }

    /// The part of each weight in an amount, in their order.
    pub(crate) fn parts(&self, cents: i64) -> impl Iterator<Item = i64> + '_ {
        let (is_below_zero, cents) = (cents < 0, u128::from(cents.unsigned_abs()));
        let mut before = 0_i64;
        self.ends.iter().map(move |end| {
            // Amounts of 63 binary digits and half of the whole leave room.
            let product = cents.wrapping_mul(u128::from(*end));
            let sum = (product.wrapping_add(WHOLE / 2) >> DIGITS) as i64;
            let part = sum.wrapping_sub(before);
            before = sum;
            if is_below_zero { part.wrapping_neg() } else { part }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::spread;
    use crate::testing::Dice;
    use rust_decimal::Decimal;

    #[test]
    fn amounts_are_shared_as_by_spreading_each() {
        let mut dice = Dice(7);
        for _ in 0..2_000 {
            let weights: Vec<u64> = (0..1 + dice.below(12)).map(|_| dice.below(1_000)).collect();
            let wide: Vec<u128> = weights.iter().map(|weight| u128::from(*weight)).collect();
            let cents = dice.below(2_000_000) as i64 - 1_000_000;
            let Some(sharing) = Sharing::new(&wide) else { continue };
            assert!(sharing.parts(cents).eq(spread(Decimal::new(cents, 2), &weights)), "{cents} {weights:?}");
        }
    }

    #[test]
    fn half_a_cent_of_a_running_sum_goes_up() {
        // 0.03 over 1 and 5 sixths: 0.005 is a cent.
        let parts: Vec<i64> = Sharing::new(&[1, 5]).unwrap().parts(3).collect();
        assert_eq!(parts, [1, 2]);
    }

    #[test]
    fn the_largest_weights_and_amounts_add_up() {
        let sharing = Sharing::new(&[u128::MAX, u128::MAX / 3, 1]).unwrap();
        assert_eq!(sharing.parts(i64::MAX).sum::<i64>(), i64::MAX);
        assert_eq!(sharing.parts(-i64::MAX).sum::<i64>(), -i64::MAX);
        assert_eq!(Sharing::new(&[0, 0]), None);
        assert_eq!(Sharing::new(&[]), None);
    }
}

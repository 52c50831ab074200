//! When a cost or an income becomes money.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::id::TreasuryId;
use crate::is_default;
use crate::money::spread;
use crate::month::Month;
use rust_decimal::Decimal;

/// The cash rule of an amount (*échéance*): changes cash, never the result.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Timing {
    /// Paid or received in the month of the cost or income, through a debt or a claim.
    #[default]
    SameMonth,
    /// This many months later (*à 30 jours* is one month).
    After {
        /// 1 to 60.
        months: u8,
    },
    /// This many months earlier (*d'avance*).
    Before {
        /// 1 to 60.
        months: u8,
    },
    /// At the next of these months of the calendar, the month of the cost included, as a bill that
    /// comes each quarter.
    InMonths {
        /// 1 January … 12 December; at least one.
        months: Vec<u8>,
    },
    /// In equal parts, the first one in the month of the cost.
    Instalments {
        /// How many parts, 1 to 60.
        count: u8,
        /// Months between two parts, 1 to 12.
        every_months: u8,
    },
    /// Recognised when the money comes, without any claim: dues, gifts, collections.
    OnReceipt,
}

/// The cash rule and the treasury account of an item (*règlement*).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settlement {
    /// When money moves.
    #[serde(default, skip_serializing_if = "is_default")]
    pub timing: Timing,
    /// Where it moves; the first treasury account of the plan when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub account: Option<TreasuryId>,
}

impl Timing {
    /// How many months later the whole amount is paid, where that is the same for every month.
    pub(crate) fn shift_months(&self) -> Option<i32> {
        match self {
            Self::SameMonth | Self::OnReceipt => Some(0),
            Self::After { months } => Some(i32::from(*months)),
            Self::Before { months } => Some(-i32::from(*months)),
            Self::InMonths { .. } | Self::Instalments { .. } => None,
        }
    }

    /// The payments of `cents` due in `month`: month and cents of each, adding up to `cents`.
    pub(crate) fn payments(&self, month: Month, cents: i64, mut pay: impl FnMut(Month, i64)) {
        match self {
            Self::SameMonth | Self::OnReceipt | Self::After { .. } | Self::Before { .. } => {
                pay(month.plus(self.shift_months().unwrap_or(0)), cents);
            }
            Self::InMonths { months } => pay(month.next_among(months), cents),
            Self::Instalments { count, every_months } => {
                let weights = [1; 60];
                let count = usize::from(*count).clamp(1, weights.len());
                let parts = spread(Decimal::new(cents, 2), &weights[..count]);
                for (n, part) in (0..).zip(parts) {
                    pay(month.plus(n * i32::from(*every_months)), part);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn payments(timing: &Timing, cents: i64) -> Vec<(Month, i64)> {
        let mut paid = Vec::new();
        timing.payments(Month::new(2027, 5).unwrap(), cents, |month, cents| paid.push((month, cents)));
        paid
    }

    #[test]
    fn thirty_days_later_is_the_next_month() {
        let june = Month::new(2027, 6).unwrap();
        assert_eq!(payments(&Timing::After { months: 1 }, 85_000), [(june, 85_000)]);
    }

    #[test]
    fn a_quarterly_bill_falls_in_the_next_given_month() {
        let june = Month::new(2027, 6).unwrap();
        let quarterly = Timing::InMonths { months: [3, 6, 9, 12].into() };
        assert_eq!(payments(&quarterly, 100), [(june, 100)]);
    }

    #[test]
    fn instalments_add_up_to_the_cent() {
        // 10.00 in three: running sums 3.33, 6.67, 10.00.
        let may = Month::new(2027, 5).unwrap();
        let thirds = Timing::Instalments { count: 3, every_months: 2 };
        assert_eq!(payments(&thirds, 1000), [(may, 333), (may.plus(2), 334), (may.plus(4), 333)]);
    }
}

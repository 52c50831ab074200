//! Random amounts, dates, schedules, timings and conditions.

use std::collections::BTreeMap;

use previ_engine::account::AccountNumber;
use previ_engine::condition::Condition;
use previ_engine::id::{ActivityId, TreasuryId};
use previ_engine::money::{Amount, Percent, Quantity};
use previ_engine::month::Month;
use previ_engine::schedule::{Schedule, ScheduleRule, YearKind};
use previ_engine::timing::{Settlement, Timing};
use rust_decimal::Decimal;

use super::Maker;

/// A month that exists.
#[expect(clippy::expect_used, reason = "only for years and numbers the generator chooses itself")]
pub fn month(year: i32, number: u8) -> Month {
    Month::new(year, number).expect("a year from 1 to 9999 and a number from 1 to 12")
}

/// A percentage, in millionths of a percent.
pub fn percent(millionths: i64) -> Percent {
    Percent::new(Decimal::new(millionths, 6)).unwrap_or_default()
}

impl Maker {
    /// An amount, sometimes below zero.
    pub fn amount(&mut self) -> Amount {
        let amount = self.plain_amount();
        if self.dice.chance(8) { Amount::new(-amount.euros()).unwrap_or_default() } else { amount }
    }

    /// An amount of which a twelfth has an end, so that half a cent is half a cent.
    fn in_thirds(&mut self) -> Amount {
        let amount = self.amount().euros() * Decimal::from(3);
        Amount::new(amount).unwrap_or_default()
    }

    /// An amount that is not below zero.
    pub fn plain_amount(&mut self) -> Amount {
        match self.dice.below(20) {
            0 => Amount::ZERO,
            1 => Amount::from_cents(self.dice.between(1, 30)),
            2 => Amount::new(Decimal::new(self.dice.between(1, 90_000_000_000), 6)).unwrap_or_default(),
            3..=9 => Amount::from_cents(self.dice.between(1, 300) * 10_000),
            10 => Amount::from_cents(self.dice.between(1, 999_999_999)),
            _ => Amount::from_cents(self.dice.between(100, 5_000_000)),
        }
    }

    /// A percentage from 0 to `most`, mostly a plain one.
    pub fn percent_to(&mut self, most: i64) -> Percent {
        match self.dice.below(10) {
            0 => percent(self.dice.below(most.unsigned_abs() * 1_000_000) as i64),
            1 => percent(0),
            2 => percent(most * 1_000_000),
            _ => percent(self.dice.between(0, most * 10) * 100_000),
        }
    }

    /// Days with halves and quarters, seldom with more decimals.
    pub fn days_to(&mut self, most: i64) -> Quantity {
        let days = match self.dice.below(8) {
            0 => Decimal::new(self.dice.between(0, most * 1_000_000), 6),
            1 => Decimal::ZERO,
            _ => Decimal::new(self.dice.between(0, most * 4) * 25, 2),
        };
        Quantity::new(days).unwrap_or_default()
    }

    fn quantity(&mut self) -> Quantity {
        let hundredths = self.dice.between(0, 20_000);
        Quantity::new(Decimal::new(hundredths, 2)).unwrap_or_default()
    }

    /// A month somewhere from before the plan to after it.
    pub fn month_around(&mut self) -> Month {
        let last = i64::from(self.years) * 12;
        let after = match self.dice.below(10) {
            0 => self.dice.between(-40, 0),
            1 => self.dice.between(last - 2, last + 15),
            _ => self.dice.between(-3, last),
        };
        self.first.plus(after as i32)
    }

    /// First and last month, each there or not, the first one not after the last.
    pub fn dates(&mut self, percent: u64) -> (Option<Month>, Option<Month>) {
        let from = self.dice.chance(percent).then(|| self.month_around());
        let to = self.dice.chance(percent).then(|| self.month_around());
        match (from, to) {
            (Some(from), Some(to)) => (Some(from.min(to)), Some(from.max(to))),
            either => either,
        }
    }

    pub fn any_activity(&mut self) -> Option<ActivityId> {
        if self.dice.chance(60) { self.dice.pick_any(&self.activities) } else { None }
    }

    pub fn any_treasury(&mut self) -> Option<TreasuryId> {
        if self.dice.chance(40) { self.dice.pick_any(&self.treasury) } else { None }
    }

    pub fn account_of(&mut self, numbers: &[u32]) -> AccountNumber {
        AccountNumber::of(self.dice.pick(numbers))
    }

    pub fn condition(&mut self) -> Option<Condition> {
        if !self.dice.chance(20) {
            return None;
        }
        let mut agreements = self.dice.pick_some(&self.agreements, 50);
        if agreements.is_empty() {
            agreements.extend(self.agreements.first());
        }
        if agreements.is_empty() {
            return None;
        }
        Some(if self.dice.chance(50) { Condition::OneOf(agreements) } else { Condition::AllOf(agreements) })
    }

    /// Values for some of the years around the plan.
    pub fn by_year<T>(&mut self, value: fn(&mut Self) -> T) -> BTreeMap<i32, T> {
        let first = i64::from(self.first.year());
        let mut years = BTreeMap::new();
        for _ in 0..=self.dice.below(3) {
            let year = self.dice.between(first - 2, first + i64::from(self.years)) as i32;
            let value = value(self);
            years.insert(year, value);
        }
        years
    }

    fn by_month(&mut self, most: u64, amount: fn(&mut Self) -> Amount) -> BTreeMap<Month, Amount> {
        (0..self.dice.below(most + 1)).map(|_| (self.month_around(), amount(self))).collect()
    }

    fn months_of_year(&mut self) -> Vec<u8> {
        if self.dice.chance(60) {
            return Vec::new();
        }
        let mut months = self.dice.pick_some(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 30);
        if self.dice.chance(20) {
            months.reverse();
        }
        months
    }

    pub fn schedule(&mut self) -> Schedule {
        let index = self.dice.pick_any(&self.indexes);
        let rule = match (self.dice.below(8), index) {
            (0, _) => ScheduleRule::Monthly(self.amount()),
            (1, _) => ScheduleRule::Once { month: self.month_around(), amount: self.amount() },
            (2, _) => ScheduleRule::QuantityPrice {
                quantities: self.by_year(Self::quantity),
                unit_price: self.amount(),
                months: self.months_of_year(),
            },
            (3, _) => ScheduleRule::Free(self.by_month(6, Self::amount)),
            (4 | 5, Some(index)) => ScheduleRule::Indexed { yearly: self.in_thirds(), index },
            _ => ScheduleRule::Yearly {
                amounts: self.by_year(Self::amount),
                years: if self.dice.chance(70) { YearKind::Fiscal } else { YearKind::Calendar },
                months: self.months_of_year(),
            },
        };
        let (from, to) = self.dates(30);
        let overrides = if self.dice.chance(25) { self.by_month(3, Self::amount) } else { BTreeMap::new() };
        Schedule { rule, from, to, overrides }
    }

    fn timing(&mut self) -> Timing {
        let months = |maker: &mut Self| match maker.dice.below(8) {
            0 => maker.dice.between(13, 60) as u8,
            _ => maker.dice.between(1, 12) as u8,
        };
        match self.dice.below(7) {
            0 | 1 => Timing::SameMonth,
            2 => Timing::After { months: months(self) },
            3 => Timing::Before { months: months(self) },
            4 => {
                let mut numbers = self.months_of_year();
                if numbers.is_empty() {
                    numbers.push(self.dice.between(1, 12) as u8);
                }
                Timing::InMonths { months: numbers }
            }
            5 => Timing::Instalments { count: months(self), every_months: self.dice.between(1, 12) as u8 },
            _ => Timing::OnReceipt,
        }
    }

    pub fn settlement(&mut self) -> Settlement {
        Settlement { timing: self.timing(), account: self.any_treasury() }
    }
}

//! The values of the parameters of pay: since when they hold and how they go on.

use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::Deserialize;

use super::levels::{Levels, millionths};
use super::parameter::Parameter;
use crate::frame::Index;
use crate::money::{Quantity, multiply};
use crate::month::Month;

/// How a parameter goes on after its last known value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum GoesOn {
    /// It stays as it is.
    Unchanged,
    /// Every January it grows by the index of the minimum wage, rounded to the cent.
    WithMinimumWage,
    /// Every January it grows by the index of pay, rounded to the euro.
    WithPay,
    /// Every January it grows by the index of prices, rounded to the euro.
    WithPrices,
    /// An agreement has to be made: it is asked from a person, and stays as it is until then.
    Asked,
}

/// How well a value is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Standing {
    /// Read in the source.
    Read,
    /// General knowledge or a usual order of magnitude: to be checked.
    ToBeChecked,
}

/// A value with the month from which it holds.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dated {
    /// The first month in which it holds.
    pub from: Month,
    /// The value.
    pub value: Quantity,
    /// Where it comes from.
    pub source: String,
    /// How well it is known.
    pub standing: Standing,
}

/// The values of a parameter.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// Which parameter.
    pub parameter: Parameter,
    /// How it goes on after the last one.
    pub goes_on: GoesOn,
    /// The values, the earliest first.
    pub values: Vec<Dated>,
}

/// The parameters of pay of an edition of the reference data (*paramètres de paie*).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Payroll {
    /// One series for each parameter.
    pub series: Vec<Series>,
}

/// The indexes of the plan by which parameters go on; unchanged where there is none.
#[derive(Clone, Copy, Debug, Default)]
pub struct Growth<'a> {
    /// Of the minimum wage ("SMIC").
    pub minimum_wage: Option<&'a Index>,
    /// Of pay ("salaires").
    pub pay: Option<&'a Index>,
    /// Of prices ("prix").
    pub prices: Option<&'a Index>,
}

impl<'a> Growth<'a> {
    /// The indexes of a plan, found by the names that the guide gives them.
    #[must_use]
    pub fn of(indexes: &'a [Index]) -> Self {
        let named = |names: &[&str]| -> Option<&'a Index> {
            let is = |index: &&Index| names.contains(&index.name.trim().to_lowercase().as_str());
            indexes.iter().find(is)
        };
        Self {
            minimum_wage: named(&["smic"]),
            pay: named(&["salaires", "pay"]),
            prices: named(&["prix", "prices"]),
        }
    }
}

impl Payroll {
    /// The value of a parameter in `month` with how it is known; `None` before its first one.
    #[must_use]
    pub fn known(&self, parameter: Parameter, month: Month) -> Option<&Dated> {
        let series = self.series.iter().find(|series| series.parameter == parameter)?;
        series.values.iter().rev().find(|dated| dated.from <= month)
    }

    /// Whether another value of some parameter holds from `month` on.
    pub(crate) fn changes_in(&self, month: Month) -> bool {
        self.series.iter().flat_map(|series| &series.values).any(|dated| dated.from == month)
    }

    /// A parameter in `month`, beyond its last known value grown by `growth`; its first value before that one, and
    /// 0 where it has none.
    pub(crate) fn level(&self, parameter: Parameter, month: Month, growth: &Growth<'_>) -> Decimal {
        let series = self.series.iter().find(|series| series.parameter == parameter);
        let first = |series: &Series| series.values.first().map(|dated| dated.from);
        let level = series.and_then(|series| series.level(month.max(first(series)?), growth));
        level.unwrap_or_default()
    }

    /// All parameters in `month`, those beyond the last known value grown by `growth`; `None` if one that
    /// every pay needs has no value yet.
    #[must_use]
    pub fn levels(&self, month: Month, growth: &Growth<'_>) -> Option<Levels> {
        let mut values = [0; Parameter::COUNT];
        let mut known = 0;
        for series in &self.series {
            if let Some(value) = series.level(month, growth) {
                values[series.parameter as usize] = millionths(value);
                known += usize::from(series.parameter.is_needed());
            }
        }
        (known == Parameter::NEEDED).then_some(Levels::new(month, values))
    }

    /// The first month in which every parameter that pay needs is known; `None` where one is not.
    #[must_use]
    pub fn first_month(&self) -> Option<Month> {
        let needed = || self.series.iter().filter(|series| series.parameter.is_needed());
        let firsts = needed().filter_map(|series| series.values.first()).map(|value| value.from);
        firsts.max().filter(|_| needed().count() == Parameter::NEEDED)
    }
}

impl Series {
    fn level(&self, month: Month, growth: &Growth<'_>) -> Option<Decimal> {
        let dated = self.values.iter().rev().find(|dated| dated.from <= month)?;
        let value = dated.value.value();
        let is_last = self.values.last().is_some_and(|last| last.from == dated.from);
        let (index, decimals) = match self.goes_on {
            GoesOn::Unchanged | GoesOn::Asked => return Some(value),
            GoesOn::WithMinimumWage => (growth.minimum_wage, 2),
            GoesOn::WithPay => (growth.pay, 0),
            GoesOn::WithPrices => (growth.prices, 0),
        };
        let Some(index) = index.filter(|_| is_last && month.year() > dated.from.year()) else {
            return Some(value);
        };
        // Each year is rounded before the next one grows from it, as the decrees do.
        let grown = (dated.from.year() + 1..=month.year()).fold(value, |value, year| {
            let next = multiply(value, Decimal::ONE + index.of_year(year).fraction());
            next.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
        });
        Some(grown)
    }
}

//! Fiscal years and the months of a projection.

use alloc::vec::Vec;

use crate::month::Month;

/// The months of a projection cut into fiscal years (*exercices*) of twelve months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    first: Month,
    years: u8,
}

/// Position of a month in a projection: 0 is the opening, 1 the first month of the horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MonthIndex(pub u16);

impl MonthIndex {
    /// The opening: everything before the first month of the horizon.
    pub const OPENING: Self = Self(0);
}

impl Timeline {
    /// `years` fiscal years of twelve months (held inside 1–10) from `first` on.
    #[must_use]
    pub fn new(first: Month, years: u8) -> Self {
        Self { first, years: years.clamp(1, 10) }
    }

    /// First month of the horizon.
    #[must_use]
    pub fn first(&self) -> Month {
        self.first
    }

    /// Last month of the horizon.
    #[must_use]
    pub fn last(&self) -> Month {
        self.first.plus(self.month_count() as i32 - 1)
    }

    /// Number of fiscal years, 1 to 10.
    #[must_use]
    pub fn year_count(&self) -> usize {
        usize::from(self.years)
    }

    /// Number of months, the opening not counted.
    #[must_use]
    pub fn month_count(&self) -> usize {
        self.year_count() * 12
    }

    /// The months of the horizon in order.
    pub fn months(&self) -> impl Iterator<Item = Month> + use<> {
        let first = self.first;
        (0..self.month_count() as i32).map(move |n| first.plus(n))
    }

    /// The place of `month`: the opening for anything before the horizon, `None` after it.
    #[must_use]
    pub fn index(&self, month: Month) -> Option<MonthIndex> {
        let offset = month.since(self.first);
        if offset < 0 {
            return Some(MonthIndex::OPENING);
        }
        (offset < self.month_count() as i32).then(|| MonthIndex(offset as u16 + 1))
    }

    /// The month at `index`; the month before the horizon for the opening.
    #[must_use]
    pub fn month(&self, index: MonthIndex) -> Month {
        self.first.plus(i32::from(index.0) - 1)
    }

    /// Which fiscal year of the horizon a month index lies in; `None` for the opening.
    #[must_use]
    pub fn year_of(&self, index: MonthIndex) -> Option<usize> {
        index.0.checked_sub(1).map(|offset| usize::from(offset) / 12)
    }

    /// The month indices of fiscal year number `year` of the horizon, counted from 0.
    #[must_use]
    pub fn months_of(&self, year: usize) -> core::ops::RangeInclusive<u16> {
        let start = year as u16 * 12 + 1;
        start..=start + 11
    }

    /// The fiscal years of the horizon.
    #[must_use]
    pub fn fiscal_years(&self) -> Vec<FiscalYear> {
        (0..i32::from(self.years)).map(|n| FiscalYear { first: self.first.plus(12 * n) }).collect()
    }

    /// The fiscal year that contains `month`, inside the horizon or not.
    #[must_use]
    pub fn fiscal_year(&self, month: Month) -> FiscalYear {
        FiscalYear { first: self.first.plus(12 * month.since(self.first).div_euclid(12)) }
    }
}

/// A fiscal year of twelve months (*exercice*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalYear {
    /// Its first month.
    pub first: Month,
}

impl FiscalYear {
    /// The year after it; `None` after the last month there is.
    pub(crate) fn next(self) -> Option<Self> {
        let first = self.first.plus(12);
        (first.since(self.first) == 12).then_some(Self { first })
    }

    /// The calendar year in which it begins: how schedules and figures name it.
    #[must_use]
    pub fn key(self) -> i32 {
        self.first.year()
    }

    /// Its last month.
    #[must_use]
    pub fn last(self) -> Month {
        self.first.plus(11)
    }

    /// Its twelve months.
    pub fn months(self) -> impl Iterator<Item = Month> {
        (0..12).map(move |n| self.first.plus(n))
    }

    /// Whether it is a calendar year, written 2027 and not 2027-28.
    #[must_use]
    pub fn is_calendar(self) -> bool {
        self.first.number() == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_season_from_september_has_its_own_years() {
        let timeline = Timeline::new(Month::new(2026, 9).unwrap(), 2);
        assert_eq!(timeline.fiscal_year(Month::new(2027, 8).unwrap()).key(), 2026);
        assert_eq!(timeline.fiscal_year(Month::new(2026, 8).unwrap()).key(), 2025);
        assert_eq!(timeline.last(), Month::new(2028, 8).unwrap());
        assert_eq!(timeline.fiscal_years().len(), 2);
    }

    #[test]
    fn what_comes_before_is_the_opening_and_what_comes_after_is_nowhere() {
        let timeline = Timeline::new(Month::new(2027, 1).unwrap(), 1);
        assert_eq!(timeline.index(Month::new(2020, 5).unwrap()), Some(MonthIndex::OPENING));
        assert_eq!(timeline.index(Month::new(2027, 12).unwrap()), Some(MonthIndex(12)));
        assert_eq!(timeline.index(Month::new(2028, 1).unwrap()), None);
        assert_eq!(timeline.year_of(MonthIndex(12)), Some(0));
        assert_eq!(timeline.year_of(MonthIndex::OPENING), None);
    }
}

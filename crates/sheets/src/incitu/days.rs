//! The working days of a fiscal year.

use previ_engine::employer::Employer;
use previ_engine::holidays::{MonthDays, holidays};
use previ_engine::month::Month;
use previ_engine::timeline::FiscalYear;
use rust_decimal::Decimal;

/// The days of a year and those that are worked full time (*jours travaillables*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearDays {
    /// All days of the year.
    pub days: u32,
    /// Saturdays and Sundays.
    pub weekend: u32,
    /// Public holidays on other days of the week.
    pub holidays: u32,
    /// Leave, reduced time and further days off.
    pub off: Decimal,
    /// What is left.
    pub workable: Decimal,
    /// Each month with its days that are neither weekend nor holiday.
    pub(super) months: Vec<(Month, u32)>,
}

pub(super) fn year_days(year: FiscalYear, employer: &Employer) -> YearDays {
    let off = employer.days_off.of_a_year().value();
    let mut found =
        YearDays { days: 0, weekend: 0, holidays: 0, off, workable: Decimal::ZERO, months: Vec::new() };
    for month in year.months() {
        let days = MonthDays::of(month, &holidays(month.year(), employer.holiday_rules()));
        found.days += u32::from(days.all());
        found.weekend += u32::from(days.weekend);
        found.holidays += u32::from(days.holidays);
        found.months.push((month, days.weekdays.into()));
    }
    let open: u32 = found.months.iter().map(|(_, days)| days).sum();
    found.workable = (Decimal::from(open) - found.off).max(Decimal::ZERO);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leap_year_has_366_days() {
        let first = Month::new(2028, 1).unwrap();
        let year = year_days(FiscalYear { first }, &Employer::default());
        assert_eq!(year.days, 366);
        // 2028 begins on a Saturday and ends on a Sunday: 53 of each.
        assert_eq!(year.weekend, 106);
    }
}

//! The working days of a fiscal year.

use previ_engine::employer::{DaysOff, Employer, WhitMonday};
use previ_engine::money::Quantity;
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

/// Paid leave where the association says nothing: five weeks (Code du travail, art. L3141-3).
const USUAL_LEAVE: u32 = 25;

pub(super) fn year_days(year: FiscalYear, employer: &Employer) -> YearDays {
    let mut found = YearDays {
        days: 0,
        weekend: 0,
        holidays: 0,
        off: days_off(&employer.days_off),
        workable: Decimal::ZERO,
        months: Vec::new(),
    };
    for month in year.months() {
        let mut worked = 0;
        for day in 1..=length(month) {
            let day = serial(month.year(), month.number(), day);
            found.days += 1;
            if is_weekend(day) {
                found.weekend += 1;
            } else if holidays(month.year(), employer).contains(&day) {
                found.holidays += 1;
            } else {
                worked += 1;
            }
        }
        found.months.push((month, worked));
    }
    let open: u32 = found.months.iter().map(|(_, days)| days).sum();
    found.workable = (Decimal::from(open) - found.off).max(Decimal::ZERO);
    found
}

fn days_off(off: &DaysOff) -> Decimal {
    let leave = off.leave.map_or(Decimal::from(USUAL_LEAVE), Quantity::value);
    leave + off.reduced_time.value() + off.further.value()
}

/// Days from 1 March of year 0 of the Gregorian calendar.
fn serial(year: i32, month: u8, day: u8) -> i32 {
    let (year, month) =
        if month < 3 { (year - 1, i32::from(month) + 9) } else { (year, i32::from(month) - 3) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    365 * year + leap_days + (153 * month + 2) / 5 + i32::from(day) - 1
}

fn length(month: Month) -> u8 {
    let next = month.plus(1);
    (serial(next.year(), next.number(), 1) - serial(month.year(), month.number(), 1)) as u8
}

/// 1 March of year 0 was a Wednesday.
fn is_weekend(serial: i32) -> bool {
    matches!((serial + 2).rem_euclid(7), 5 | 6)
}

/// The public holidays of a calendar year (Code du travail, art. L3133-1 and L3134-13).
fn holidays(year: i32, employer: &Employer) -> Vec<i32> {
    let easter = easter(year);
    let mut all: Vec<i32> = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)]
        .into_iter()
        .map(|(month, day)| serial(year, month, day))
        .chain([easter + 1, easter + 39])
        .collect();
    if employer.days_off.whit_monday == WhitMonday::Holiday {
        all.push(easter + 50);
    }
    if employer.is_in_alsace_moselle {
        all.extend([easter - 2, serial(year, 12, 26)]);
    }
    all
}

/// Easter Sunday of the Gregorian calendar.
fn easter(year: i32) -> i32 {
    let golden = year.rem_euclid(19);
    let century = year.div_euclid(100);
    let skipped = century - century.div_euclid(4) - (8 * century + 13).div_euclid(25);
    let epact = (skipped + 19 * golden + 15).rem_euclid(30);
    // The last two full moons would fall on the same day as others.
    let full_moon = epact - i32::from(epact == 29 || (epact == 28 && golden > 10));
    let moon = serial(year, 3, 21) + full_moon;
    // The Sunday after it.
    moon + 7 - (moon + 3).rem_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_on_its_sunday() {
        // Dates of the Bureau des longitudes.
        for (year, month, day) in [(2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25)] {
            assert_eq!(easter(year), serial(year, month, day), "{year}");
        }
    }

    #[test]
    fn a_leap_year_has_366_days_and_a_month_its_own() {
        let first = Month::new(2028, 1).unwrap();
        let year = year_days(FiscalYear { first }, &Employer::default());
        assert_eq!(year.days, 366);
        // 2028 begins on a Saturday and ends on a Sunday: 53 of each.
        assert_eq!(year.weekend, 106);
        assert_eq!(length(Month::new(2100, 2).unwrap()), 28);
    }
}

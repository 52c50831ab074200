//! Public holidays and the weekdays they leave.

use alloc::vec::Vec;

use crate::employer::WhitMonday;
use crate::month::Month;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Its month.
    pub month: Month,
    /// 1 to 31.
    pub day: u8,
}

impl Date {
    /// The day `days` later, earlier when negative; at most a few months away.
    fn plus(self, days: i32) -> Self {
        let (mut month, mut day) = (self.month, i32::from(self.day) + days);
        while day < 1 {
            month = month.plus(-1);
            day += i32::from(length(month));
        }
        while day > i32::from(length(month)) {
            day -= i32::from(length(month));
            month = month.plus(1);
        }
        Self { month, day: day as u8 }
    }

    /// 0 for Monday … 6 for Sunday.
    fn weekday(self) -> i32 {
        // 1 January of year 1 is a Monday of the Gregorian calendar reckoned backwards.
        let past = self.month.year() - 1;
        let before: i32 = (1..self.month.number())
            .filter_map(|number| Month::new(self.month.year(), number))
            .map(|month| i32::from(length(month)))
            .sum();
        (365 * past + past / 4 - past / 100 + past / 400 + before + i32::from(self.day) - 1).rem_euclid(7)
    }

    /// Whether it is a Monday, Tuesday, Wednesday, Thursday or Friday.
    #[must_use]
    pub fn is_weekday(self) -> bool {
        self.weekday() < 5
    }
}

/// How many days a month has.
fn length(month: Month) -> u8 {
    let year = month.year();
    match month.number() {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Which days of a year are public holidays, beside those of everywhere in France.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HolidayRules {
    /// What Whit Monday is.
    pub whit_monday: WhitMonday,
    /// Whether Good Friday and 26 December are among them (*droit local d'Alsace-Moselle*).
    pub is_in_alsace_moselle: bool,
}

/// Easter Sunday (*Pâques*) of a year from 1583 on.
///
/// The calculation published without an author in Nature of 20 April 1876, as Jean Meeus gives it in
/// *Astronomical Algorithms*, chapter 8; it holds for every year of the Gregorian calendar.
#[must_use]
pub fn easter(year: i32) -> Date {
    let (golden, century, of_century) = (year % 19, year / 100, year % 100);
    let (leap_centuries, left_centuries) = (century / 4, century % 4);
    let moon_drift = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - leap_centuries - moon_drift + 15) % 30;
    let to_sunday = (32 + 2 * left_centuries + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let correction = (golden + 11 * epact + 22 * to_sunday) / 451;
    let sum = epact + to_sunday - 7 * correction + 114;
    // 3 for March or 4 for April, and a day of it, whatever the year.
    let month = Month::new(year, (sum / 31).clamp(3, 4) as u8).unwrap_or(Month::FIRST);
    Date { month, day: (sum % 31 + 1).clamp(1, 31) as u8 }
}

/// The public holidays (*jours fériés*) of a calendar year in order, each day once: Code du travail,
/// art. L3133-1, and L3134-13 for Alsace-Moselle.
#[must_use]
pub fn holidays(year: i32, rules: HolidayRules) -> Vec<Date> {
    let easter = easter(year);
    let fixed = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];
    let of_year = |(number, day)| Some(Date { month: Month::new(year, number)?, day });
    let mut found: Vec<Date> = fixed.into_iter().filter_map(of_year).collect();
    // Easter Monday and Ascension.
    found.extend([1, 39].map(|days| easter.plus(days)));
    if rules.whit_monday == WhitMonday::Holiday {
        found.push(easter.plus(50));
    }
    if rules.is_in_alsace_moselle {
        found.push(easter.plus(-2));
        found.extend(of_year((12, 26)));
    }
    // Ascension may fall on 1 or 8 May.
    found.sort_unstable();
    found.dedup();
    found
}

/// The days of a month by what they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MonthDays {
    /// Saturdays and Sundays.
    pub weekend: u8,
    /// Public holidays on other days of the week.
    pub holidays: u8,
    /// All others (*jours ouvrés*).
    pub weekdays: u8,
}

impl MonthDays {
    /// The days of a month in a year with these public holidays.
    #[must_use]
    pub fn of(month: Month, holidays: &[Date]) -> Self {
        let first = Date { month, day: 1 }.weekday();
        let beyond_four_weeks = first..first + i32::from(length(month)) - 28;
        let weekdays = 20 + beyond_four_weeks.filter(|day| day % 7 < 5).count() as u8;
        let of_month = holidays.iter().filter(|date| date.month == month && date.is_weekday());
        let holidays = of_month.count() as u8;
        Self { weekend: length(month) - weekdays, holidays, weekdays: weekdays.saturating_sub(holidays) }
    }

    /// All of them.
    #[must_use]
    pub fn all(self) -> u8 {
        self.weekend + self.holidays + self.weekdays
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::month;

    fn date(text: &str, day: u8) -> Date {
        Date { month: month(text), day }
    }

    fn on_weekdays(year: i32, rules: HolidayRules) -> usize {
        holidays(year, rules).into_iter().filter(|date| date.is_weekday()).count()
    }

    #[test]
    fn easter_falls_where_the_church_put_it() {
        // Dates of Western Easter as published: the list of the tests of dateutil for 2000 to 2050, and the
        // extremes 22 March and 25 April.
        let march_2000s = [(2002, 31), (2005, 27), (2008, 23), (2013, 31), (2016, 27), (2024, 31)];
        let march_later = [(2027, 28), (2032, 28), (2035, 25), (2043, 29), (2046, 25)];
        let march = march_2000s.into_iter().chain(march_later).chain([(1818, 22), (2285, 22)]);
        for (year, day) in march {
            assert_eq!(easter(year), Date { month: Month::new(year, 3).unwrap(), day }, "{year}");
        }
        let april_past = [(1943, 25), (1954, 18), (1981, 19), (2000, 23), (2001, 15), (2003, 20), (2011, 24)];
        let april_now = [(2019, 21), (2020, 12), (2021, 4), (2022, 17), (2023, 9), (2025, 20), (2026, 5)];
        let april_later = [(2028, 16), (2029, 1), (2030, 21), (2031, 13), (2033, 17), (2034, 9), (2038, 25)];
        for (year, day) in april_past.into_iter().chain(april_now).chain(april_later) {
            assert_eq!(easter(year), Date { month: Month::new(year, 4).unwrap(), day }, "{year}");
        }
    }

    #[test]
    fn easter_is_a_sunday_for_a_thousand_years() {
        assert!((1583..2600).all(|year| easter(year).weekday() == 6));
    }

    #[test]
    fn weekdays_follow_the_calendar() {
        // 14 July 1789 was a Tuesday, 1 January 2000 a Saturday, 29 February 2024 a Thursday.
        assert_eq!(date("1789-07", 14).weekday(), 1);
        assert_eq!(date("2000-01", 1).weekday(), 5);
        assert_eq!(date("2024-02", 29).weekday(), 3);
    }

    #[test]
    fn nine_holidays_of_2026_fall_on_weekdays() {
        // Saturday 15 August and Sunday 1 November do not count.
        let expected = [
            date("2026-01", 1),
            date("2026-04", 6),
            date("2026-05", 1),
            date("2026-05", 8),
            date("2026-05", 14),
            date("2026-05", 25),
            date("2026-07", 14),
            date("2026-08", 15),
            date("2026-11", 1),
            date("2026-11", 11),
            date("2026-12", 25),
        ];
        assert_eq!(holidays(2026, HolidayRules::default()), expected);
        assert_eq!(on_weekdays(2026, HolidayRules::default()), 9);
    }

    #[test]
    fn whit_monday_may_be_worked_and_alsace_moselle_has_good_friday_and_saint_stephen() {
        let worked = HolidayRules { whit_monday: WhitMonday::Worked, ..HolidayRules::default() };
        assert_eq!(on_weekdays(2026, worked), 8);
        let local = HolidayRules { is_in_alsace_moselle: true, ..HolidayRules::default() };
        // Friday 3 April; 26 December 2026 is a Saturday, that of 2025 a Friday.
        assert!(holidays(2026, local).contains(&date("2026-04", 3)));
        assert_eq!(on_weekdays(2026, local), 10);
        assert_eq!(on_weekdays(2025, local), on_weekdays(2025, HolidayRules::default()) + 2);
    }

    #[test]
    fn two_holidays_on_one_day_are_one_day_off() {
        // Ascension was on 1 May 2008: 23 March and 39 days.
        assert_eq!(holidays(2008, HolidayRules::default()).len(), 10);
        // May 2008 has 22 weekdays; Thursday 1, Thursday 8 and Whit Monday 12 are off.
        let may = MonthDays::of(month("2008-05"), &holidays(2008, HolidayRules::default()));
        assert_eq!(may, MonthDays { weekend: 9, holidays: 3, weekdays: 19 });
    }
}

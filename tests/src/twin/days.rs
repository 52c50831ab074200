//! Days that a post works.

use previ_engine::employer::{Employer, WhitMonday};
use previ_engine::money::Quantity;
use previ_engine::month::Month;
use previ_engine::position::Position;
use rust_decimal::Decimal;

use super::situation::Situation;

/// The days of a post in a month: the weekdays that are no holiday, less a twelfth of the year's days off,
/// times its working time.
pub fn available(situation: &Situation<'_>, position: &Position, month: Month) -> Decimal {
    let gone = position.to.is_some_and(|to| month > to);
    let away = position.contract.absences.iter().any(|one| month >= one.from && month <= one.to);
    if month < position.from || gone || away {
        return Decimal::ZERO;
    }
    let employer = &situation.plan.frame.association.employer;
    let off = &employer.days_off;
    let leave = off.leave.map_or(Decimal::from(25), Quantity::value);
    let off = (leave + off.reduced_time.value() + off.further.value()) / Decimal::from(12);
    let days = (Decimal::from(weekdays(employer, month)) - off).max(Decimal::ZERO);
    let mut time = Decimal::ONE_HUNDRED;
    for (from, share) in &position.contract.working_time {
        if *from <= month {
            time = share.value();
        }
    }
    days * time / Decimal::ONE_HUNDRED
}

fn weekdays(employer: &Employer, month: Month) -> u32 {
    let (year, number) = (month.year(), i32::from(month.number()));
    let last = last_day(year, number);
    (1..=last).filter(|day| weekday(year, number, *day) < 5 && !is_off(employer, year, number, *day)).count()
        as u32
}

fn last_day(year: i32, month: i32) -> i32 {
    match month {
        2 if (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Zeller's congruence, turned so that Monday is 0.
fn weekday(year: i32, month: i32, day: i32) -> i32 {
    let (year, month) = if month < 3 { (year - 1, month + 12) } else { (year, month) };
    let saturday_is_0 = day + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400;
    (saturday_is_0 + 5).rem_euclid(7)
}

fn is_off(employer: &Employer, year: i32, month: i32, day: i32) -> bool {
    let fixed = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];
    let after_easter = days_after_march(month, day) - easter_after_march(year);
    let local = employer.is_in_alsace_moselle;
    fixed.contains(&(month, day))
        || after_easter == 1
        || after_easter == 39
        || after_easter == 50 && employer.days_off.whit_monday == WhitMonday::Holiday
        || local && (after_easter == -2 || (month, day) == (12, 26))
}

/// 1 for 1 March, 32 for 1 April…; far away for January and February.
fn days_after_march(month: i32, day: i32) -> i32 {
    if month < 3 { -1_000 } else { (3..month).map(|month| last_day(1, month)).sum::<i32>() + day }
}

/// Gauss's rule as Lichtenberg completed it (1997): Easter as a day of March.
fn easter_after_march(year: i32) -> i32 {
    let century = year / 100;
    let moon = 15 + (3 * century + 3) / 4 - (8 * century + 13) / 25;
    let sun = 2 - (3 * century + 3) / 4;
    let golden = year % 19;
    let seed = (19 * golden + moon) % 30;
    let shift = (seed + golden / 11) / 29;
    let full_moon = 21 + seed - shift;
    let first_sunday = 7 - (year + year / 4 + sun) % 7;
    let distance = 7 - (full_moon - first_sunday) % 7;
    full_moon + distance
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_and_weekdays_are_those_of_the_calendar() {
        // 5 April 2026, 28 March 2027, 25 April 1943; 22 November 2026 is a Sunday.
        assert_eq!([2026, 2027, 1943].map(easter_after_march), [36, 28, 56]);
        assert_eq!(weekday(2026, 11, 22), 6);
        assert_eq!(weekday(2027, 1, 1), 4);
    }
}

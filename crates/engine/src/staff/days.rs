//! Working days, and those that a position has.

use alloc::vec::Vec;

use crate::days::Days;
use crate::employer::{DaysOff, Employer};
use crate::holidays::{Date, HolidayRules, MonthDays, holidays};
use crate::money::{Percent, Quantity};
use crate::month::Month;
use crate::position::Position;
use crate::timeline::FiscalYear;

/// Paid leave of a year when nothing is said: 25 days without Saturdays, five weeks. A constant here, because
/// the days of a plan are its own, whatever edition of the reference data is at hand; previ-reference has it
/// with its source and proves both equal.
const USUAL_LEAVE: Days = Days::from_millionths(25 * Days::ONE as i64);

/// The whole of a percentage in its smallest parts.
const WHOLE: u128 = 100_000_000;
/// The smallest part of a day that is counted with: a twelfth of a millionth (a month's part of the days
/// off) times the smallest part of a percentage.
const PARTS_IN_A_MILLIONTH: u128 = 12 * WHOLE;
/// Parts of a day.
pub(crate) const PARTS: u128 = PARTS_IN_A_MILLIONTH * Days::ONE as u128;

impl Employer {
    /// Which days are public holidays for it.
    #[must_use]
    pub fn holiday_rules(&self) -> HolidayRules {
        let whit_monday = self.days_off.whit_monday;
        HolidayRules { whit_monday, is_in_alsace_moselle: self.is_in_alsace_moselle }
    }
}

impl DaysOff {
    /// Paid leave, reduced time and further days of a year.
    #[must_use]
    pub fn of_a_year(&self) -> Days {
        let days = |quantity: Quantity| Days::from(quantity).max(Days::ZERO);
        let leave = self.leave.map_or(USUAL_LEAVE, days);
        leave + days(self.reduced_time) + days(self.further)
    }
}

/// Days that full-time staff works (*jours travaillables*) in the months of a fiscal year.
///
/// Weekdays less public holidays, less a twelfth of the year's leave, reduced time and further days each
/// month: an exact fraction, so that the days of some months do not depend on where a year begins and a
/// whole year has exactly the year's.
#[must_use]
pub fn working_days(employer: &Employer, year: FiscalYear) -> [Days; 12] {
    rounded(calendar(employer, year).map(|days| days * WHOLE))
}

/// Days of a position (*jours disponibles*) in the months of a fiscal year, whatever they are for: those of
/// full time times its working time; none outside its dates and while it is absent.
#[must_use]
pub fn available_days(position: &Position, employer: &Employer, year: FiscalYear) -> [Days; 12] {
    rounded(available_parts(position, employer, year))
}

/// The same in parts of a day, [`PARTS`] of which are one.
pub(crate) fn available_parts(
    position: &Position,
    employer: &Employer,
    year: FiscalYear,
) -> impl Iterator<Item = u128> {
    let days = calendar(employer, year);
    year.months().zip(days).map(|(month, days)| parts_in(position, month, days))
}

/// Days of a position in a month that has so many [`calendar`] days, in parts of a day.
pub(crate) fn parts_in(position: &Position, month: Month, days: u128) -> u128 {
    if position.is_present(month) { days * working_time(position, month) } else { 0 }
}

/// The days of each month of a fiscal year, whoever works them, in twelfths of a millionth.
pub(crate) fn calendar(employer: &Employer, year: FiscalYear) -> impl Iterator<Item = u128> {
    let off = employer.days_off.of_a_year().millionths().unsigned_abs().into();
    let rules = employer.holiday_rules();
    let mut free: Vec<Date> = holidays(year.first.year(), rules);
    if !year.is_calendar() {
        free.extend(holidays(year.last().year(), rules));
    }
    year.months().map(move |month| {
        let weekdays = u128::from(MonthDays::of(month, &free).weekdays) * u128::from(Days::ONE) * 12;
        weekdays.saturating_sub(off)
    })
}

/// Parts of days to the nearest millionth of the running sum, so that the months add up to the year.
fn rounded(parts: impl Iterator<Item = u128>) -> [Days; 12] {
    let mut days = [Days::ZERO; 12];
    let (mut sum, mut given) = (0_u128, 0_u128);
    for (days, parts) in days.iter_mut().zip(parts) {
        sum += parts;
        let reached = (sum + PARTS_IN_A_MILLIONTH / 2) / PARTS_IN_A_MILLIONTH;
        *days = Days::from_millionths((reached - given) as i64);
        given = reached;
    }
    days
}

/// The share of full time in a month, in hundred-millionths, at most the whole.
pub(crate) fn working_time(position: &Position, month: Month) -> u128 {
    let steps = &position.contract.working_time;
    let share = steps.range(..=month).next_back().map_or(Percent::WHOLE, |(_, share)| *share);
    u128::from(share.millionths()).min(WHOLE)
}

impl Position {
    /// Whether it is held and not absent in a month.
    #[must_use]
    pub fn is_present(&self, month: Month) -> bool {
        let away = &self.contract.absences;
        self.from <= month
            && self.to.is_none_or(|to| month <= to)
            && !away.iter().any(|absence| (absence.from..=absence.to).contains(&month))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::Absence;
    use crate::employer::WhitMonday;
    use crate::testing::{month, percent, position};

    fn quantity(text: &str) -> Option<Quantity> {
        Some(text.parse().unwrap())
    }

    /// 25 days of leave, no reduced time, one further day: the workbook's fixture.
    fn employer() -> Employer {
        let days_off = DaysOff { leave: quantity("25"), ..DaysOff::default() };
        let further = quantity("1").unwrap();
        Employer { days_off: DaysOff { further, ..days_off }, ..Employer::default() }
    }

    fn year(first: &str) -> FiscalYear {
        FiscalYear { first: month(first) }
    }

    fn days(text: &str) -> Days {
        quantity(text).unwrap().into()
    }

    #[test]
    fn the_year_2026_has_226_working_days_or_227_with_whit_monday_worked() {
        // 365 − 104 Saturdays and Sundays − 9 holidays on weekdays − 25 − 0 − 1.
        assert_eq!(working_days(&employer(), year("2026-01")).iter().sum::<Days>(), days("226"));
        let mut worked = employer();
        worked.days_off.whit_monday = WhitMonday::Worked;
        assert_eq!(working_days(&worked, year("2026-01")).iter().sum::<Days>(), days("227"));
        // Nothing said: 25 days of leave and none besides.
        assert_eq!(working_days(&Employer::default(), year("2026-01")).iter().sum::<Days>(), days("227"));
    }

    #[test]
    fn a_month_has_its_weekdays_less_a_twelfth_of_the_days_off() {
        // January 2026: 22 weekdays, New Year's Day off, 26 / 12 = 2.166667.
        let found = working_days(&employer(), year("2026-01"));
        assert_eq!(found[0], days("18.833333"));
        // Running sums of sixths: 18.833333, then 18.833333 + 20 − 2.166667 = 36.666667.
        assert_eq!(found[1], days("17.833334"));
    }

    #[test]
    fn part_time_takes_its_share_of_the_days() {
        let mut post = position(20, "2020-01");
        post.contract.working_time.insert(month("2020-01"), percent("80"));
        assert_eq!(available_days(&post, &employer(), year("2026-01")).iter().sum::<Days>(), days("180.8"));
        // 50 % from July: weekdays of July to December 2026 without holidays are 22 + 21 + 22 + 22 + 20 + 22
        // = 129, less 13 = 116; the first half has 226 − 116 = 110. 110 × 80 % + 116 × 50 % = 146.
        post.contract.working_time.insert(month("2026-07"), percent("50"));
        assert_eq!(available_days(&post, &employer(), year("2026-01")).iter().sum::<Days>(), days("146"));
    }

    #[test]
    fn a_hire_in_the_middle_of_the_year_and_an_absence_leave_the_months_present() {
        let mut post = position(20, "2026-07");
        assert_eq!(available_days(&post, &employer(), year("2026-01")).iter().sum::<Days>(), days("116"));
        // Away in October and November: 22 + 20 weekdays less 2 × 26/12 = 37.666667.
        let away = Absence { from: month("2026-10"), to: month("2026-11"), kept: Percent::default() };
        post.contract.absences.push(away);
        let found = available_days(&post, &employer(), year("2026-01"));
        assert_eq!(found[9..11], [Days::ZERO; 2]);
        assert_eq!(found.iter().sum::<Days>(), days("78.333333"));
        post.to = Some(month("2026-08"));
        // July and August: 22 + 21 − 2 × 26/12.
        assert_eq!(
            available_days(&post, &employer(), year("2026-01")).iter().sum::<Days>(),
            days("38.666667")
        );
    }

    #[test]
    fn a_fiscal_year_from_september_takes_the_holidays_of_both_years() {
        // September to December 2026: 22 + 22 + 20 + 22 = 86 of the 129 above without July and August.
        // January to August 2027: weekdays 21 + 20 + 23 + 22 + 21 + 22 + 22 + 22 = 173; off on weekdays are
        // 1 January, 29 March (Easter is 28 March), 6 May (Ascension), 17 May and 14 July: 168.
        // 86 + 168 − 26 = 228.
        let found = working_days(&employer(), year("2026-09"));
        assert_eq!(found.iter().sum::<Days>(), days("228"));
    }

    #[test]
    fn more_days_off_than_days_leave_none() {
        let days_off = DaysOff { leave: quantity("9999"), ..DaysOff::default() };
        let employer = Employer { days_off, ..Employer::default() };
        assert_eq!(working_days(&employer, year("2026-01")), [Days::ZERO; 12]);
    }
}

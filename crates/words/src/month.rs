//! Months and fiscal years as people write them.

use previ_engine::month::Month;
use previ_engine::timeline::FiscalYear;

use crate::language::Language;

const LONG_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const LONG_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SHORT_FR: [&str; 12] =
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
const SHORT_EN: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The twelve names in full, January first.
#[must_use]
pub fn month_names(language: Language) -> &'static [&'static str; 12] {
    match language {
        Language::French => &LONG_FR,
        Language::English => &LONG_EN,
    }
}

/// The twelve short names, January first: `janv.`, `févr.`, `mars`… or `Jan`, `Feb`, `Mar`…
#[must_use]
pub fn short_month_names(language: Language) -> &'static [&'static str; 12] {
    match language {
        Language::French => &SHORT_FR,
        Language::English => &SHORT_EN,
    }
}

/// A month in full: `mars 2027`, `March 2027`.
#[must_use]
pub fn month_long(language: Language, month: Month) -> String {
    format!("{} {}", name(month_names(language), month), month.year())
}

/// A month for a narrow column: `mars 27`, `janv. 27`, `Mar 27`; years outside 2000–2099 in full.
#[must_use]
pub fn month_short(language: Language, month: Month) -> String {
    let name = name(short_month_names(language), month);
    match month.year() {
        year @ 2000..=2099 => format!("{name} {:02}", year % 100),
        year => format!("{name} {year}"),
    }
}

/// A fiscal year (*exercice*): `2027`, or `2027-28` when it is no calendar year.
#[must_use]
pub fn fiscal_year(year: FiscalYear) -> String {
    if year.is_calendar() {
        year.key().to_string()
    } else {
        format!("{}-{:02}", year.key(), year.last().year() % 100)
    }
}

fn name(names: &[&'static str; 12], month: Month) -> &'static str {
    // The number of a month is 1 to 12.
    names.get(usize::from(month.number()) - 1).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Language::{English, French};
    use super::*;

    fn month(year: i32, number: u8) -> Month {
        Month::new(year, number).unwrap()
    }

    #[test]
    fn months_are_written_long_and_short() {
        assert_eq!(month_long(French, month(2027, 8)), "août 2027");
        assert_eq!(month_long(English, month(2027, 3)), "March 2027");
        assert_eq!(month_short(French, month(2027, 3)), "mars 27");
        assert_eq!(month_short(French, month(2009, 1)), "janv. 09");
        assert_eq!(month_short(English, month(2027, 9)), "Sep 27");
    }

    #[test]
    fn a_short_month_of_another_century_keeps_its_year() {
        assert_eq!(month_short(French, month(1998, 7)), "juil. 1998");
    }

    #[test]
    fn a_fiscal_year_is_one_year_or_two_halves() {
        assert_eq!(fiscal_year(FiscalYear { first: month(2027, 1) }), "2027");
        assert_eq!(fiscal_year(FiscalYear { first: month(2027, 9) }), "2027-28");
        assert_eq!(fiscal_year(FiscalYear { first: month(2099, 9) }), "2099-00");
    }
}

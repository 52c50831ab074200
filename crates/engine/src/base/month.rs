//! A calendar month.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A month of the calendar (*mois*), from year 1 to year 9999; written `2027-03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

impl Month {
    /// The month `number` (1 January … 12 December) of `year`; `None` outside 1–12 or 1–9999.
    #[must_use]
    pub fn new(year: i32, number: u8) -> Option<Self> {
        ((1..=9999).contains(&year) && (1..=12).contains(&number))
            .then(|| Self(year * 12 + i32::from(number) - 1))
    }

    /// January of year 1.
    pub(crate) const FIRST: Self = Self(12);

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// 1 for January … 12 for December.
    #[must_use]
    pub fn number(self) -> u8 {
        // rem_euclid(12) is 0..=11, which fits.
        (self.0.rem_euclid(12) + 1) as u8
    }

    /// The month `months` later (earlier when negative), held inside years 1–9999.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        Self(self.0.saturating_add(months).clamp(12, 9999 * 12 + 11))
    }

    /// How many months `self` is after `other`; negative when before.
    #[must_use]
    pub fn since(self, other: Self) -> i32 {
        self.0 - other.0
    }

    /// The first month at or after `self` whose number is one of `numbers`; `self` if there is none.
    #[must_use]
    pub fn next_among(self, numbers: &[u8]) -> Self {
        (0..12).map(|n| self.plus(n)).find(|m| numbers.contains(&m.number())).unwrap_or(self)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

impl FromStr for Month {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WANTED: &str = "a month is written year-month, as in 2027-03";
        let (year, number) = text.split_once('-').ok_or(WANTED)?;
        let digits =
            |part: &str, count: usize| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(number, 2) {
            return Err(WANTED);
        }
        let year = year.parse().map_err(|_| WANTED)?;
        let number = number.parse().map_err(|_| WANTED)?;
        Self::new(year, number).ok_or(WANTED)
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn a_month_is_written_and_read_as_year_dash_month() {
        let march = Month::new(2027, 3).unwrap();
        assert_eq!(march.to_string(), "2027-03");
        assert_eq!("2027-03".parse(), Ok(march));
        for bad in ["2027-13", "2027-00", "27-03", "2027", "2027-3", "", "2027-03-01", "+027-03"] {
            assert!(bad.parse::<Month>().is_err(), "{bad}");
        }
    }

    #[test]
    fn months_count_across_years() {
        let november = Month::new(2027, 11).unwrap();
        assert_eq!(november.plus(3), Month::new(2028, 2).unwrap());
        assert_eq!(november.plus(-11), Month::new(2026, 12).unwrap());
        assert_eq!(november.plus(14).since(november), 14);
    }

    #[test]
    fn the_next_month_among_given_ones_may_be_the_same() {
        let may = Month::new(2027, 5).unwrap();
        assert_eq!(may.next_among(&[3, 6, 9, 12]), may.plus(1));
        assert_eq!(may.next_among(&[5]), may);
        assert_eq!(may.next_among(&[1]), Month::new(2028, 1).unwrap());
    }
}

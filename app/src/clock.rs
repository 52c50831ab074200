//! The only place that asks what time it is.

use std::time::{SystemTime, UNIX_EPOCH};

use previ_engine::month::Month;
use previ_session::Now;

/// Now.
#[must_use]
pub fn now() -> Now {
    // A clock set before 1970 counts as 1970.
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Now { seconds: since.as_secs() }
}

/// The current month, in universal time.
#[must_use]
pub fn this_month() -> Month {
    month_of(now().seconds)
}

/// The month a number of seconds after 1970 falls in: years are counted from March, so that the leap
/// day is the last of its year, in cycles of 400 years or 146,097 days.
#[expect(clippy::expect_used, reason = "year and number are held inside what a month may have")]
fn month_of(seconds: u64) -> Month {
    let days = seconds / 86_400 + 719_468;
    let (cycle, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day_of_year = day - (365 * year + year / 4 - year / 100);
    let months = (400 * cycle + year) * 12 + (5 * day_of_year + 2) / 153 + 2;
    let (year, number) = ((months / 12).min(9999), months % 12 + 1);
    Month::new(year as i32, number as u8).expect("a year up to 9999 and a number up to 12")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_fall_into_the_month_of_the_calendar() {
        // `date -u -d 2028-02-29T23:59:59 +%s` and one second later.
        assert_eq!(month_of(1_835_481_599), Month::new(2028, 2).unwrap());
        assert_eq!(month_of(1_835_481_600), Month::new(2028, 3).unwrap());
        assert_eq!(month_of(0), Month::new(1970, 1).unwrap());
        // 2026-12-31T00:00:00.
        assert_eq!(month_of(1_798_675_200), Month::new(2026, 12).unwrap());
    }
}

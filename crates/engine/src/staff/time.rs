//! Where the time of a position goes.

use serde::{Deserialize, Serialize};

use crate::days::Days;
use crate::id::ActivityId;
use crate::is_default;
use crate::money::{Percent, Quantity};
use crate::month::Month;
use crate::schedule::Window;

/// Time of a position for an activity (*temps par action*). Several for one activity add up.
///
/// A file has either `share` or `days`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct TimeShare {
    /// The activity.
    pub activity: ActivityId,
    /// How much.
    pub time: Time,
    /// First month; that of the activity or of the position when absent.
    pub from: Option<Month>,
    /// Last month; that of the activity or of the position when absent.
    pub to: Option<Month>,
}

/// How much time of a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// A share of its time in each month (*quotité*), 50 meaning 50 %; lent time is part of the whole.
    Share(Percent),
    /// A number of days in each fiscal year that has some of its months (*jours*), laid over these months
    /// in proportion to the days available in each.
    Days(Quantity),
}

/// A [`TimeShare`] as files have it.
#[derive(Serialize, Deserialize)]
#[serde(rename = "TimeShare", deny_unknown_fields)]
struct Written {
    activity: ActivityId,
    #[serde(default, skip_serializing_if = "is_default")]
    share: Option<Percent>,
    #[serde(default, skip_serializing_if = "is_default")]
    days: Option<Quantity>,
    #[serde(default, skip_serializing_if = "is_default")]
    from: Option<Month>,
    #[serde(default, skip_serializing_if = "is_default")]
    to: Option<Month>,
}

impl TryFrom<Written> for TimeShare {
    type Error = &'static str;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        let Written { activity, share, days, from, to } = written;
        let time = match (share, days) {
            (Some(share), None) => Time::Share(share),
            (None, Some(days)) => Time::Days(days),
            (None, None) | (Some(_), Some(_)) => return Err("share-or-days"),
        };
        Ok(Self { activity, time, from, to })
    }
}

impl From<TimeShare> for Written {
    fn from(time: TimeShare) -> Self {
        let TimeShare { activity, time, from, to } = time;
        let (share, days) = match time {
            Time::Share(share) => (Some(share), None),
            Time::Days(days) => (None, Some(days)),
        };
        Self { activity, share, days, from, to }
    }
}

impl TimeShare {
    /// A share of all its time.
    #[must_use]
    pub const fn share(activity: ActivityId, share: Percent) -> Self {
        Self { activity, time: Time::Share(share), from: None, to: None }
    }

    /// A number of days in each fiscal year.
    #[must_use]
    pub const fn days(activity: ActivityId, days: Quantity) -> Self {
        Self { activity, time: Time::Days(days), from: None, to: None }
    }

    /// Its own first and last month.
    #[must_use]
    pub fn window(&self) -> Window {
        Window { from: self.from, to: self.to }
    }
}

/// Days of a position really worked for an activity (*temps réalisé*); shown beside the plan, never posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkedDays {
    /// The activity.
    pub activity: ActivityId,
    /// The fiscal year, by the calendar year in which it begins.
    pub year: i32,
    /// How many, halves and quarters too.
    pub days: Quantity,
}

impl WorkedDays {
    /// How many.
    #[must_use]
    pub fn count(&self) -> Days {
        self.days.into()
    }
}

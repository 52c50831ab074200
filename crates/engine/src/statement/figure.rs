//! Names of figures, such as `result.2027.613`, by which people, tests and pages ask for them.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use crate::account::AccountNumber;
use crate::allocation::AllocationRow;
use crate::cash::{CashRow, cash_forecast};
use crate::funder::FunderKind;
use crate::id::ActivityId;
use crate::month::Month;
use crate::query::{AccountFilter, Query, Row, SharedQuery, rows, shared_rows, sum};
use crate::timeline::MonthIndex;
use crate::view::View;

/// A figure of a statement.
///
/// | name | figure |
/// |---|---|
/// | `result.2027` | excess or deficit of the fiscal year that begins in 2027 |
/// | `result.2027.613` | account 613 and those below it; `6` all charges, `7` all income |
/// | `result.2027.613@12` | the same for activity 12 and those below it |
/// | `full.2027.6@12` | the same with what keys of shared costs give them (*coût complet*), never without activity |
/// | `cash.2027-03` | cash at the end of March 2027 |
/// | `cash.2027-03.opening`, `.worst` | cash at its start; the worst inside it |
/// | `cash.2027-03.net-pay` | a row of the cash forecast, receipts above zero, payments below |
/// | `balance.2027.512` | account 512 at the end of the fiscal year; `balance.opening.512` at the start |
///
/// Every amount counts plus on the usual side of its account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// Excess or deficit, or an account of classes 6 to 8, of a fiscal year.
    Result {
        /// Calendar year in which the fiscal year begins.
        year: i32,
        /// The account; the result itself when absent.
        account: Option<AccountNumber>,
        /// The activity; the whole when absent.
        activity: Option<ActivityId>,
    },
    /// The same of an activity and those below it, with the shared costs that keys give them.
    Full {
        /// Calendar year in which the fiscal year begins.
        year: i32,
        /// The account; the result when absent.
        account: Option<AccountNumber>,
        /// The activity.
        activity: ActivityId,
    },
    /// Cash of a month.
    Cash {
        /// The month.
        month: Month,
        /// Which figure of the month.
        part: CashPart,
    },
    /// An account of the balance sheet.
    Balance {
        /// The fiscal year at whose end; the opening when absent.
        year: Option<i32>,
        /// The account with those below it.
        account: AccountNumber,
    },
}

/// A figure of a month of the cash forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CashPart {
    /// At the end of the month.
    Closing,
    /// At its start.
    Opening,
    /// The worst inside it.
    Worst,
    /// A row.
    Row(CashRow),
}

impl Figure {
    /// The figure in cents; `None` outside the horizon, or of an activity that the plan does not have.
    #[must_use]
    pub fn value(&self, view: &View) -> Option<i64> {
        if let Self::Cash { month, part: CashPart::Worst } = self {
            let forecast = cash_forecast(view);
            let place = forecast.months.iter().position(|known| known == month)?;
            return forecast.worst_cents.get(place).copied();
        }
        let (query, sign) = self.query(view)?;
        let shared: i64 = self.shared_rows(view).iter().map(|row| row.cents).sum();
        Some(sign * sum(view, &query) + shared)
    }

    /// The shared costs behind the figure, each with what it adds: what keys take from the structure is in no
    /// entry. None for figures of the books.
    #[must_use]
    pub fn shared_rows(&self, view: &View) -> Vec<AllocationRow> {
        let Self::Full { activity, account, .. } = *self else { return Vec::new() };
        let Some((query, sign)) = self.query(view) else { return Vec::new() };
        let (from, to) = (query.from, query.to);
        let mut found =
            shared_rows(view, &SharedQuery { account, from, to, activity: Some(activity), pool: None });
        found.iter_mut().for_each(|row| row.cents *= sign);
        found
    }

    /// The entries behind the figure, each with what it adds; `None` where it has no value. With
    /// [`Self::shared_rows`] they add up to it.
    ///
    /// The worst of a month is explained by the cash at its start and the payments of the month, in
    /// that order.
    #[must_use]
    pub fn rows(&self, view: &View) -> Option<Vec<Row>> {
        let (query, sign) = self.query(view)?;
        let mut found = rows(view, &query);
        if matches!(self, Self::Cash { part: CashPart::Worst, .. }) {
            found.retain(|row| row.entry.month < query.to || row.cents < 0);
        }
        for row in &mut found {
            row.cents *= sign;
        }
        Some(found)
    }

    /// The query behind the figure and the sign of its usual side.
    fn query(&self, view: &View) -> Option<(Query, i64)> {
        let timeline = view.timeline();
        let year_place = |year: i32| timeline.fiscal_years().iter().position(|known| known.key() == year);
        match *self {
            Self::Full { year, account, activity } => {
                Self::Result { year, account, activity: Some(activity) }.query(view)
            }
            Self::Result { year, account, activity } => {
                let is_known = |id: ActivityId| view.plan().activities.iter().any(|known| known.id == id);
                if !activity.is_none_or(is_known) {
                    return None;
                }
                let months = timeline.months_of(year_place(year)?);
                let filter = account.map_or(AccountFilter::Result, AccountFilter::Under);
                let mut query = Query::new(filter, MonthIndex(*months.start()), MonthIndex(*months.end()));
                query.activity = activity;
                Some((query, account.map_or(-1, usual_side)))
            }
            Self::Cash { month, part } => {
                let index = timeline.index(month).filter(|index| *index != MonthIndex::OPENING)?;
                let (from, to) = match part {
                    CashPart::Closing | CashPart::Worst => (MonthIndex::OPENING, index),
                    CashPart::Opening => (MonthIndex::OPENING, MonthIndex(index.0 - 1)),
                    CashPart::Row(_) => (index, index),
                };
                let mut query = Query::new(AccountFilter::UsableTreasury, from, to);
                if let CashPart::Row(row) = part {
                    query.cash_row = Some(row);
                }
                Some((query, 1))
            }
            Self::Balance { year, account } => {
                let to = match year {
                    Some(year) => MonthIndex(*timeline.months_of(year_place(year)?).end()),
                    None => MonthIndex::OPENING,
                };
                let filter = AccountFilter::Under(account);
                Some((Query::new(filter, MonthIndex::OPENING, to), usual_side(account)))
            }
        }
    }
}

/// 1 where an account usually stands in debit, −1 where it stands in credit.
#[must_use]
pub fn usual_side(account: AccountNumber) -> i64 {
    let credit = match account.class() {
        1 => !matches!(account.prefix(3), 119 | 129 | 139),
        2 => account.prefix(2) == 28,
        4 => {
            matches!(account.prefix(2), 40 | 42 | 43)
                || matches!(account.prefix(3), 442 | 444 | 447 | 487)
                || account.prefix(4) == 4481
        }
        7 => true,
        8 => account.prefix(2) == 87,
        _ => false,
    };
    if credit { -1 } else { 1 }
}

const GRANTS: [(&str, FunderKind); 11] = [
    ("grants-state", FunderKind::State),
    ("grants-region", FunderKind::Region),
    ("grants-department", FunderKind::Department),
    ("grants-municipality", FunderKind::Municipality),
    ("grants-public-body", FunderKind::PublicBody),
    ("grants-social-body", FunderKind::SocialBody),
    ("grants-europe", FunderKind::Europe),
    ("grants-employment-aid", FunderKind::EmploymentAid),
    ("grants-foundation", FunderKind::Foundation),
    ("grants-company", FunderKind::Company),
    ("grants-person", FunderKind::Person),
];

const ROWS: [(&str, CashRow); 12] = [
    ("dues", CashRow::Dues),
    ("gifts", CashRow::Gifts),
    ("opening-receipts", CashRow::OpeningReceipts),
    ("loans-drawn", CashRow::LoansDrawn),
    ("net-pay", CashRow::NetPay),
    ("contributions", CashRow::Contributions),
    ("investments", CashRow::Investments),
    ("loan-repayments", CashRow::LoanRepayments),
    ("opening-payments", CashRow::OpeningPayments),
    ("partners-money", CashRow::PartnersMoney),
    ("transfers", CashRow::Transfers),
    ("readings", CashRow::Readings),
];

impl CashRow {
    /// Its name in figures, such as `net-pay`, `expenses-61` or `grants-state`.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Income(heading) => alloc::format!("income-{heading}"),
            Self::Expenses(heading) => alloc::format!("expenses-{heading}"),
            Self::Grants(kind) => {
                GRANTS.iter().find(|(_, known)| *known == kind).map_or("grants", |(name, _)| name).into()
            }
            row => ROWS.iter().find(|(_, known)| *known == row).map_or("", |(name, _)| name).into(),
        }
    }
}

impl FromStr for CashRow {
    type Err = UnknownFigure;

    fn from_str(name: &str) -> Result<Self, UnknownFigure> {
        CashRow::all().into_iter().find(|row| row.name() == name).ok_or(UnknownFigure)
    }
}

/// The text names no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownFigure;

impl FromStr for Figure {
    type Err = UnknownFigure;

    fn from_str(text: &str) -> Result<Self, UnknownFigure> {
        let (name, activity) = match text.split_once('@') {
            Some((name, id)) => (name, Some(ActivityId(id.parse().map_err(|_| UnknownFigure)?))),
            None => (text, None),
        };
        let parts: Vec<&str> = name.split('.').collect();
        let year = |text: &str| text.parse::<i32>().map_err(|_| UnknownFigure);
        let account = |text: &str| text.parse::<AccountNumber>().map_err(|_| UnknownFigure);
        let month = |text: &str| text.parse::<Month>().map_err(|_| UnknownFigure);
        match (parts.as_slice(), activity) {
            (["result", y], activity) => Ok(Self::Result { year: year(y)?, account: None, activity }),
            (["result", y, number], activity) => {
                Ok(Self::Result { year: year(y)?, account: Some(account(number)?), activity })
            }
            (["full", y], Some(activity)) => Ok(Self::Full { year: year(y)?, account: None, activity }),
            (["full", y, number], Some(activity)) => {
                Ok(Self::Full { year: year(y)?, account: Some(account(number)?), activity })
            }
            (["cash", m], None) => Ok(Self::Cash { month: month(m)?, part: CashPart::Closing }),
            (["cash", m, part], None) => {
                let part = match *part {
                    "opening" => CashPart::Opening,
                    "closing" => CashPart::Closing,
                    "worst" => CashPart::Worst,
                    row => CashPart::Row(row.parse()?),
                };
                Ok(Self::Cash { month: month(m)?, part })
            }
            (["balance", "opening", number], None) => {
                Ok(Self::Balance { year: None, account: account(number)? })
            }
            (["balance", y, number], None) => {
                Ok(Self::Balance { year: Some(year(y)?), account: account(number)? })
            }
            _ => Err(UnknownFigure),
        }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Result { year, account, activity } => {
                write!(f, "result.{year}")?;
                if let Some(account) = account {
                    write!(f, ".{account}")?;
                }
                match activity {
                    Some(id) => write!(f, "@{}", id.0),
                    None => Ok(()),
                }
            }
            Self::Full { year, account: Some(account), activity } => {
                write!(f, "full.{year}.{account}@{}", activity.0)
            }
            Self::Full { year, account: None, activity } => write!(f, "full.{year}@{}", activity.0),
            Self::Cash { month, part } => match part {
                CashPart::Closing => write!(f, "cash.{month}"),
                CashPart::Opening => write!(f, "cash.{month}.opening"),
                CashPart::Worst => write!(f, "cash.{month}.worst"),
                CashPart::Row(row) => write!(f, "cash.{month}.{}", row.name()),
            },
            Self::Balance { year: Some(year), account } => write!(f, "balance.{year}.{account}"),
            Self::Balance { year: None, account } => write!(f, "balance.opening.{account}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activity::Activity;
    use crate::certainty::CertaintyView;
    use crate::projection::project;
    use crate::schedule::ScheduleRule;
    use crate::testing::{amount, line, no_reference, plan};
    use crate::timing::Timing;
    use alloc::string::ToString;

    #[test]
    fn a_figure_is_read_as_it_is_written() {
        for name in [
            "result.2027",
            "result.2027.613",
            "result.2027@12",
            "result.2027.6@12",
            "full.2027.6@12",
            "full.2027@12",
            "cash.2027-03",
            "cash.2027-03.worst",
            "cash.2027-03.net-pay",
            "cash.2027-03.expenses-61",
            "balance.2027.512",
            "balance.opening.441",
        ] {
            assert_eq!(name.parse::<Figure>().map(|figure| figure.to_string()), Ok(name.into()));
        }
        for wrong in
            ["", "result", "full.2027", "cash.2027", "cash.2027-13", "balance.2027", "result.2027.913"]
        {
            assert_eq!(wrong.parse::<Figure>(), Err(UnknownFigure), "{wrong}");
        }
    }

    #[test]
    fn an_activity_that_the_plan_does_not_have_has_no_figure() {
        let mut plan = plan(1, "0");
        plan.lines.push(line(10, 613, ScheduleRule::Monthly(amount("100")), Timing::SameMonth).into());
        plan.activities.push(Activity::new(ActivityId(12), "Ateliers".to_string()).into());
        let view = project(&plan, &no_reference(), None).view(CertaintyView::Everything);
        let year = view.timeline().fiscal_years()[0].key();
        let value =
            |name: &str| name.replace("YEAR", &year.to_string()).parse::<Figure>().unwrap().value(&view);
        // Twelve months of 100 on the structure, nothing on the activity.
        assert_eq!(value("result.YEAR.6"), Some(120_000));
        assert_eq!(value("result.YEAR.6@12"), Some(0));
        assert_eq!(value("result.YEAR.6@999"), None);
        assert_eq!(value("full.YEAR.6@999"), None);
    }

    #[test]
    fn every_cash_row_has_a_name_of_its_own() {
        for row in CashRow::all() {
            assert_eq!(row.name().parse(), Ok(row));
        }
    }
}

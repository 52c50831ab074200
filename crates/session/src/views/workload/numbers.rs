//! The figures of the page: days of positions, and what these days cost.

use previ_engine::days::Days;
use previ_engine::id::ActivityId;
use previ_engine::money::to_cents;
use previ_engine::workload::{PositionLoad, in_year};

use super::money::DaysMoney;
use super::page::{DaysShown, WorkloadColumn, WorkloadPage, WorkloadRow};

impl WorkloadPage {
    /// The loads of a row: that of its position, or those of all positions.
    pub(super) fn loads(&self, row: WorkloadRow) -> impl Iterator<Item = &PositionLoad> {
        self.workload.positions.iter().filter(move |load| match row {
            WorkloadRow::Position(id) => load.position == id,
            _ => true,
        })
    }

    /// What the days of a column cost; none for a column that is no part of the time.
    pub(super) fn money(&self, row: WorkloadRow, column: WorkloadColumn) -> Option<DaysMoney> {
        let is_of = |activity: Option<ActivityId>| match column {
            WorkloadColumn::Available => true,
            WorkloadColumn::Planned => activity.is_some(),
            WorkloadColumn::Activity(id) => activity == Some(id),
            WorkloadColumn::Structure => activity.is_none(),
            _ => false,
        };
        if matches!(
            column,
            WorkloadColumn::Lent | WorkloadColumn::Left | WorkloadColumn::Done | WorkloadColumn::Difference
        ) {
            return None;
        }
        let mut money = DaysMoney::default();
        for load in self.loads(row) {
            for time in load.time.iter().filter(|time| is_of(time.activity)) {
                money.add(load, time, self.layout.year);
            }
        }
        Some(money)
    }

    /// What stands in the columns of a row: hundredths of days, or cents.
    pub(super) fn numbers_of(&self, row: WorkloadRow) -> Vec<Option<i64>> {
        let number = |column: &WorkloadColumn| match row {
            WorkloadRow::Cost => self.money(row, *column).map(|money| money.cost_cents()),
            WorkloadRow::Paid => self.money(row, *column).map(|money| money.paid_cents()),
            WorkloadRow::Unpaid => self.money(row, *column).map(|money| money.unpaid.cents),
            WorkloadRow::Position(_) | WorkloadRow::Total => {
                let days = self.loads(row).map(|load| self.days(load, *column)).sum::<Days>();
                // Hundredths of a day are rounded as hundredths of a euro are.
                Some(to_cents(days.value()))
            }
        };
        self.columns.iter().map(number).collect()
    }

    fn days(&self, load: &PositionLoad, column: WorkloadColumn) -> Days {
        let year = self.layout.year;
        let of = |activity: Option<ActivityId>| load.time.iter().find(|time| time.activity == activity);
        let planned = |activity| of(activity).map(|time| in_year(&time.planned, year)).unwrap_or_default();
        match column {
            WorkloadColumn::Available => in_year(&load.available, year),
            WorkloadColumn::Lent => in_year(&load.lent, year),
            WorkloadColumn::Planned => in_year(&load.planned(), year),
            WorkloadColumn::Left => in_year(&load.left(), year),
            WorkloadColumn::Done => load.done(year),
            WorkloadColumn::Difference => load.done(year) - in_year(&load.planned(), year),
            WorkloadColumn::Structure => planned(None),
            WorkloadColumn::Activity(id) => match self.layout.days {
                DaysShown::Planned => planned(Some(id)),
                DaysShown::Done => {
                    of(Some(id)).and_then(|time| time.done.get(year)).copied().unwrap_or_default()
                }
            },
        }
    }
}

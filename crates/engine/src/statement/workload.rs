//! Where the days of positions go: planned, done, paid by whom (*plan de charge*).

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::days::{Days, lay};
use crate::funding_reasons::PayerId;
use crate::id::{ActivityId, AgreementId, PositionId};
use crate::month::Month;
use crate::position::{Position, Time};
use crate::schedule::Window;
use crate::statement::paid_days::paid_days;
use crate::timeline::FiscalYear;
use crate::view::View;
use crate::working_days::available_days;

/// The days of all positions (*plan de charge*): by month of the horizon, or by fiscal year.
///
/// Months and fiscal years are counted from 0. Time on an activity that does not take place in the view is
/// the structure's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workload {
    /// The months.
    pub months: Vec<Month>,
    /// The fiscal years, twelve months each.
    pub years: Vec<FiscalYear>,
    /// Positions that exist in the view, in the order of the plan.
    pub positions: Vec<PositionLoad>,
}

/// The days of a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionLoad {
    /// Which position.
    pub position: PositionId,
    /// Days that it has, by month (*jours disponibles*).
    pub available: Vec<Days>,
    /// Days of these for other associations, by month (*mise à disposition*).
    pub lent: Vec<Days>,
    /// Days of the others that are meant for activities, by month (*jours opérateur*).
    pub operational: Vec<Days>,
    /// Activities in the order of their ids, those that have days, planned, done or paid; the structure,
    /// none, first, with what is left.
    pub time: Vec<ActivityTime>,
    /// What it costs, by fiscal year, in cents.
    pub cost_cents: Vec<i64>,
    /// What of that falls to operational days, by fiscal year, in cents (*masse salariale opérateur*).
    pub operational_cost_cents: Vec<i64>,
}

/// The days of a position on an activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityTime {
    /// Which activity; the structure when absent.
    pub activity: Option<ActivityId>,
    /// Planned days by month, more than there are included (*jours prévus*).
    pub planned: Vec<Days>,
    /// Days done by fiscal year (*jours réalisés*).
    pub done: Vec<Days>,
    /// Days that their cost pays, by fiscal year: what each payer pays of the post over the cost of one of
    /// its days. General grants count.
    pub paid: Vec<PaidDays>,
    /// Days that nobody pays, by fiscal year: own funds or still to be found.
    pub unpaid: Vec<Days>,
}

/// Days paid by somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaidDays {
    /// Who.
    pub payer: PayerId,
    /// By fiscal year.
    pub days: Vec<Days>,
}

/// The days of all positions on an activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityLoad {
    /// Which activity; the structure when absent.
    pub activity: Option<ActivityId>,
    /// The days of its positions together.
    pub time: ActivityTime,
    /// The positions that have days on it.
    pub positions: Vec<PositionId>,
}

/// The days of the months of a fiscal year.
#[must_use]
pub fn in_year(months: &[Days], year: usize) -> Days {
    months.iter().skip(year * 12).take(12).sum()
}

/// The days of a view's positions.
#[must_use]
pub fn workload(view: &View) -> Workload {
    let mut workload = workload_without_money(view);
    paid_days(view, &mut workload.positions);
    workload
}

/// The same without what positions cost and who pays their days, which takes most of the time: no cost, every day
/// neither paid nor unpaid.
#[must_use]
pub fn workload_without_money(view: &View) -> Workload {
    let weights = view.plan.frame.weights();
    let agreements = view.plan.agreements.iter();
    let granted: BTreeSet<AgreementId> = agreements
        .filter(|agreement| agreement.is_granted(view.certainty, &weights))
        .map(|agreement| agreement.id)
        .collect();
    let is_granted = |id: AgreementId| granted.contains(&id);
    let takes_place =
        |id: ActivityId| view.registry.takes_place(view.registry.activity(Some(id)).0, &is_granted);
    let exists =
        |position: &&Position| position.only_if.as_ref().is_none_or(|condition| condition.holds(is_granted));
    let positions = view.plan.positions.iter().map(|position| &**position).filter(exists);
    let positions = positions.map(|position| planned(view, position, &takes_place)).collect();
    Workload { months: view.timeline.months().collect(), years: view.timeline.fiscal_years(), positions }
}

/// What the plan says of a position, without money.
fn planned(view: &View, position: &Position, takes_place: &impl Fn(ActivityId) -> bool) -> PositionLoad {
    let timeline = &view.timeline;
    let employer = &view.plan.frame.association.employer;
    let years = timeline.fiscal_years();
    let available: Vec<Days> =
        years.iter().flat_map(|year| available_days(position, employer, *year)).collect();
    let none = alloc::vec![Days::ZERO; available.len()];
    let months: Vec<Month> = timeline.months().collect();
    // Days of a fiscal year over the months that count.
    let over = |window: Window, days: &dyn Fn(Days) -> Days| {
        let inside =
            |(month, days): (&Month, &Days)| if window.contains(*month) { *days } else { Days::ZERO };
        let own: Vec<Days> = months.iter().zip(&available).map(inside).collect();
        own.chunks(12).flat_map(|year| lay(days(year.iter().sum()), year)).collect::<Vec<Days>>()
    };
    let mut lent = none.clone();
    for lending in &position.lent {
        let window = Window { from: lending.from, to: lending.until };
        add(&mut lent, &over(window, &|days| days.share(lending.share)));
    }
    let rest: Vec<Days> =
        available.iter().zip(&lent).map(|(available, lent)| (*available - *lent).max(Days::ZERO)).collect();
    let share = position.operational_share.unwrap_or(crate::money::Percent::WHOLE);
    let operational =
        rest.chunks(12).flat_map(|year| lay(year.iter().sum::<Days>().share(share), year)).collect();
    let mut time: BTreeMap<Option<ActivityId>, ActivityTime> = BTreeMap::new();
    let mut structure = rest;
    for share in position.time.iter().filter(|share| takes_place(share.activity)) {
        let window = view.registry.activity(Some(share.activity)).1.and(share.window());
        let days = over(window, &|available| match share.time {
            Time::Share(share) => available.share(share),
            Time::Days(days) => Days::from(days).max(Days::ZERO),
        });
        structure.iter_mut().zip(&days).for_each(|(left, days)| *left = *left - *days);
        let empty = || ActivityTime::none(Some(share.activity), months.len(), years.len());
        add(&mut time.entry(Some(share.activity)).or_insert_with(empty).planned, &days);
    }
    for worked in &position.worked {
        let empty = || ActivityTime::none(Some(worked.activity), months.len(), years.len());
        if let Some(year) = years.iter().position(|year| year.key() == worked.year) {
            time.entry(Some(worked.activity)).or_insert_with(empty).done[year] += worked.count();
        }
    }
    let mut left = ActivityTime::none(None, months.len(), years.len());
    left.planned = structure.into_iter().map(|days| days.max(Days::ZERO)).collect();
    time.insert(None, left);
    PositionLoad {
        position: position.id,
        available,
        lent,
        operational,
        time: time.into_values().collect(),
        cost_cents: alloc::vec![0; years.len()],
        operational_cost_cents: alloc::vec![0; years.len()],
    }
}

fn add(sums: &mut [Days], days: &[Days]) {
    sums.iter_mut().zip(days).for_each(|(sum, days)| *sum += *days);
}

impl ActivityTime {
    /// No day.
    pub(super) fn none(activity: Option<ActivityId>, months: usize, years: usize) -> Self {
        let none = |count| alloc::vec![Days::ZERO; count];
        Self { activity, planned: none(months), done: none(years), paid: Vec::new(), unpaid: none(years) }
    }

    fn is_empty(&self) -> bool {
        let paid = self.paid.iter().flat_map(|paid| &paid.days);
        let mut days = self.planned.iter().chain(&self.done).chain(&self.unpaid).chain(paid);
        days.all(|days| days.is_zero())
    }

    fn add(&mut self, other: &Self) {
        add(&mut self.planned, &other.planned);
        add(&mut self.done, &other.done);
        add(&mut self.unpaid, &other.unpaid);
        for paid in &other.paid {
            match self.paid.iter_mut().find(|known| known.payer == paid.payer) {
                Some(known) => add(&mut known.days, &paid.days),
                None => self.paid.push(paid.clone()),
            }
        }
        self.paid.sort_by_key(|paid| paid.payer);
    }
}

impl PositionLoad {
    /// Days planned on activities, by month.
    #[must_use]
    pub fn planned(&self) -> Vec<Days> {
        let mut sum = alloc::vec![Days::ZERO; self.available.len()];
        let activities = self.time.iter().filter(|time| time.activity.is_some());
        activities.for_each(|time| add(&mut sum, &time.planned));
        sum
    }

    /// Operational days that no activity has yet, by month; below zero where it has more to do than that
    /// (*sous-charge, surcharge*).
    #[must_use]
    pub fn left(&self) -> Vec<Days> {
        self.operational.iter().zip(self.planned()).map(|(days, planned)| *days - planned).collect()
    }

    /// Days done on activities in a fiscal year.
    #[must_use]
    pub fn done(&self, year: usize) -> Days {
        self.time.iter().filter_map(|time| time.done.get(year)).sum()
    }

    /// How busy it is in each month, planned and lent days in percent of those it has; `None` without any.
    #[must_use]
    pub fn load(&self) -> Vec<Option<Decimal>> {
        let busy = self.planned().into_iter().zip(&self.lent).map(|(planned, lent)| planned + *lent);
        busy.zip(&self.available).map(|(busy, available)| busy.percent_of(*available)).collect()
    }

    /// What a day costs in a fiscal year, in euros (*coût journalier*): the same for an operational day,
    /// whose part of the cost is that of its part of the time; `None` without days.
    #[must_use]
    pub fn cost_per_day(&self, year: usize) -> Option<Decimal> {
        in_year(&self.available, year).cost_of_one(self.cost_cents.get(year).copied()?)
    }

    /// What an operational day costs in a fiscal year if those days bear all of the cost, in euros; `None`
    /// without any.
    #[must_use]
    pub fn full_cost_per_day(&self, year: usize) -> Option<Decimal> {
        in_year(&self.operational, year).cost_of_one(self.cost_cents.get(year).copied()?)
    }
}

impl Workload {
    /// The days of each activity, the structure first, then in the order of the ids; those without any are
    /// left out.
    #[must_use]
    pub fn activities(&self) -> Vec<ActivityLoad> {
        let mut found: BTreeMap<Option<ActivityId>, ActivityLoad> = BTreeMap::new();
        for load in &self.positions {
            for time in load.time.iter().filter(|time| !time.is_empty()) {
                let activity = found.entry(time.activity).or_insert_with(|| ActivityLoad {
                    activity: time.activity,
                    time: ActivityTime::none(time.activity, self.months.len(), self.years.len()),
                    positions: Vec::new(),
                });
                activity.time.add(time);
                activity.positions.push(load.position);
            }
        }
        found.into_values().collect()
    }

    /// The days that each payer pays of all positions, the structure's included.
    #[must_use]
    pub fn paid(&self) -> Vec<PaidDays> {
        let mut all = ActivityTime::none(None, self.months.len(), self.years.len());
        self.positions.iter().flat_map(|load| &load.time).for_each(|time| all.add(time));
        all.paid
    }

    /// Days on activities that nobody pays in a fiscal year.
    #[must_use]
    pub fn unpaid(&self, year: usize) -> Days {
        let time = self.positions.iter().flat_map(|load| &load.time);
        time.filter(|time| time.activity.is_some()).filter_map(|time| time.unpaid.get(year)).sum()
    }

    /// Operational days of all positions in a fiscal year.
    #[must_use]
    pub fn operational(&self, year: usize) -> Days {
        self.positions.iter().map(|load| in_year(&load.operational, year)).sum()
    }

    /// Days planned on activities in a fiscal year.
    #[must_use]
    pub fn planned(&self, year: usize) -> Days {
        self.positions.iter().map(|load| in_year(&load.planned(), year)).sum()
    }
}

#[cfg(test)]
mod tests;

//! The parameters of pay and the employer, month by month of a projection.

use alloc::vec::Vec;

use crate::employer::Employer;
use crate::money::{Amount, Percent};
use crate::month::Month;
use crate::payroll::{Growth, Levels, Parameter, Payer, Payroll};
use crate::plan::Plan;
use crate::position::Position;
use crate::timeline::Timeline;

/// What pay is calculated with in each month, from January of the calendar year in which the last payment
/// before the plan fell to December of that in which the plan ends: pay is a matter of calendar years.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PayCalendar {
    /// Each January to December; empty where nothing is calculated or no parameter is known.
    months: Vec<(Levels, Payer)>,
}

impl PayCalendar {
    /// The calendar of a plan; empty where every position has typed rates and pay.
    pub(crate) fn new(plan: &Plan, timeline: &Timeline, payroll: &Payroll) -> Self {
        let is_needed = |position: &Position| position.employer_rate.is_none() || !position.scale.is_empty();
        let leave = plan.frame.association.employer.posts_leave_owed;
        let Some(first) =
            first_month(timeline, leave).filter(|_| plan.positions.iter().any(|p| is_needed(p)))
        else {
            return Self::default();
        };
        let growth = Growth::of(&plan.frame.assumptions.indexes);
        let count = timeline.last().year() - first.year() + 1;
        let known = payroll.first_month();
        let mut last: Option<Levels> = None;
        let months = (0..count * 12).filter_map(|n| {
            let month = first.plus(n);
            // Before the first known month its own values are the best there are; the check says so.
            let since = month.max(known?);
            // Those of the month before, unless something changes: what grows does in January.
            let same = last.filter(|_| month.number() != 1 && !payroll.changes_in(since));
            let levels = same.or_else(|| payroll.levels(since, &growth))?.in_month(month);
            last = Some(levels);
            Some((levels, payer(&plan.frame.association.employer, &levels)))
        });
        Self { months: months.collect() }
    }

    /// Its first month, a January.
    pub(crate) fn first(&self) -> Option<Month> {
        self.months.first().map(|(levels, _)| levels.month())
    }

    /// Its last month, a December.
    pub(crate) fn last(&self) -> Option<Month> {
        self.months.last().map(|(levels, _)| levels.month())
    }

    /// What holds in a month; what holds in the first one before it, in the last one after it.
    pub(crate) fn at(&self, month: Month) -> Option<&(Levels, Payer)> {
        let first = self.first()?;
        let place = usize::try_from(month.since(first)).unwrap_or(0);
        self.months.get(place).or(self.months.last())
    }
}

/// January of the calendar year from which contributions may still be owed when the plan begins: those of
/// the quarter before; or from which leave may be owed, that of the June before.
fn first_month(timeline: &Timeline, leave: bool) -> Option<Month> {
    Month::new(timeline.first().plus(if leave { -12 } else { -3 }).year(), 1)
}

/// The employer as pay sees it: what is typed, else the values of the month.
fn payer(employer: &Employer, levels: &Levels) -> Payer {
    let cents =
        |typed: Option<Amount>, parameter| typed.map_or_else(|| levels.cents(parameter), Amount::cents);
    let mean = Percent::from_millionths(levels.millionths(Parameter::AccidentMean));
    Payer {
        headcount: employer.headcount,
        reached_11: None,
        accident: employer.work_accident_rate.unwrap_or(mean),
        is_in_alsace_moselle: employer.is_in_alsace_moselle,
        mobility: employer.mobility_rate.unwrap_or_default(),
        health_cover: cents(employer.health_cover, Parameter::HealthCover),
        // A contract shares its price in halves where nothing else is known (CSS, art. L911-7).
        health_cover_employee: cents(employer.health_cover, Parameter::HealthCoverEmployee),
        provident: employer.provident_rate.unwrap_or_default(),
        provident_employee: Percent::default(),
        occupational_health: cents(employer.occupational_health, Parameter::OccupationalHealth),
    }
}

//! Edits of the time of positions.

use previ_engine::diagnostic::Diagnostic;
use previ_engine::id::{ActivityId, ItemId, PositionId};
use previ_engine::money::{Percent, Quantity};
use previ_engine::month::Month;
use previ_engine::plan::Plan;
use previ_engine::position::{Position, Time, TimeShare};
use previ_engine::timeline::FiscalYear;
use previ_words::fiscal_year;

use super::EditName;
use super::days::{set_days_of_year, set_worked};
use super::draft::{self, Draft, find};
use super::lending::within_whole;
use super::sound::{days, share};

/// A change of the time that a position has for an activity (*temps d'un poste*).
#[derive(Clone, Debug, PartialEq)]
pub struct TimeEdit {
    /// Which position.
    pub position: PositionId,
    /// Which activity.
    pub activity: ActivityId,
    /// What changes.
    pub change: TimeChange,
}

/// What changes of the time for an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeChange {
    /// A share of the position's time, 0 to 100 %; 0 takes the activity out.
    Share(Percent),
    /// Days in each fiscal year, 0 or more; 0 takes the activity out.
    Days(Quantity),
    /// First and last month, of an activity that has time; those of the activity and of the position where absent.
    Period {
        /// First month.
        from: Option<Month>,
        /// Last month.
        to: Option<Month>,
    },
    /// Days in one fiscal year, 0 or more, in place of the time it had there; 0 takes the activity out of that year,
    /// other years stay as they are.
    DaysOfYear(FiscalYear, Quantity),
    /// Days done in one fiscal year, 0 or more; 0 takes out what was said.
    Worked(FiscalYear, Quantity),
}

impl TimeEdit {
    pub(super) fn name(&self, plan: &Plan) -> EditName {
        let of = |id| {
            let name = EditName::of(id, plan.label(ItemId::Position(self.position)));
            name.with("activity", plan.label(ItemId::Activity(self.activity)))
        };
        match self.change {
            TimeChange::Share(_) | TimeChange::Days(_) | TimeChange::Period { .. } => {
                of("edit-set-time-share")
            }
            TimeChange::DaysOfYear(year, _) => of("edit-set-days-of-year").with("year", &fiscal_year(year)),
            TimeChange::Worked(year, _) => of("edit-set-worked").with("year", &fiscal_year(year)),
        }
    }

    pub(super) fn apply(&self, draft: &mut Draft) -> Result<(), Diagnostic> {
        let activity = self.activity;
        let sound = match self.change {
            TimeChange::Share(part) => share(part),
            TimeChange::Days(number) | TimeChange::DaysOfYear(_, number) | TimeChange::Worked(_, number) => {
                days(number)
            }
            TimeChange::Period { from, to } => draft::in_order(from, to),
        };
        sound?;
        draft.known_activity(Some(activity))?;
        let position = find(&mut draft.plan.positions, |position| position.id == self.position)?;
        match self.change {
            TimeChange::Share(part) => set_time(position, activity, Time::Share(part))?,
            TimeChange::Days(number) => set_time(position, activity, Time::Days(number))?,
            TimeChange::Period { from, to } => {
                if let Some(known) = position.time.iter_mut().find(|known| known.activity == activity) {
                    (known.from, known.to) = (from, to);
                }
                within_whole(position)?;
            }
            TimeChange::DaysOfYear(year, number) => set_days_of_year(position, activity, year, number),
            TimeChange::Worked(year, number) => set_worked(position, activity, year, number),
        }
        Ok(())
    }
}

/// Several times for one activity are of different periods; the first one is meant.
fn set_time(position: &mut Position, activity: ActivityId, time: Time) -> Result<(), Diagnostic> {
    let place = position.time.iter().position(|known| known.activity == activity);
    let is_nothing = match time {
        Time::Share(share) => share.value().is_zero(),
        Time::Days(days) => days.value().is_zero(),
    };
    match place {
        Some(place) if is_nothing => {
            position.time.remove(place);
        }
        Some(place) => position.time[place].time = time,
        None if is_nothing => {}
        None => position.time.push(TimeShare { activity, time, from: None, to: None }),
    }
    within_whole(position)
}

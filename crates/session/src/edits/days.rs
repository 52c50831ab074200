//! Days of a position in one fiscal year, planned and done.

use previ_engine::id::ActivityId;
use previ_engine::money::Quantity;
use previ_engine::position::{Position, Time, TimeShare, WorkedDays};
use previ_engine::schedule::Window;
use previ_engine::timeline::FiscalYear;

/// Gives an activity so many days of a fiscal year in place of the time it had there; none takes it out.
/// Other fiscal years stay as they are: time that holds longer is cut into what comes before and after.
pub(super) fn set_days_of_year(
    position: &mut Position,
    activity: ActivityId,
    year: FiscalYear,
    days: Quantity,
) {
    let held = Window { from: Some(position.from), to: position.to };
    let own = Window { from: Some(year.first), to: Some(year.last()) };
    let mut new = (!days.value().is_zero()).then_some(TimeShare {
        activity,
        time: Time::Days(days),
        from: own.from,
        to: own.to,
    });
    let mut time = Vec::new();
    for known in std::mem::take(&mut position.time) {
        if known.activity != activity || !has_months(known.window().and(own)) {
            time.push(known);
            continue;
        }
        let piece = |window: Window| {
            let window = known.window().and(window);
            let kept = has_months(window.and(held));
            kept.then_some(TimeShare { from: window.from, to: window.to, ..known })
        };
        time.extend(piece(Window { from: None, to: Some(year.first.plus(-1)) }));
        time.extend(new.take());
        time.extend(piece(Window { from: Some(year.last().plus(1)), to: None }));
    }
    time.extend(new);
    position.time = time;
}

/// Says how many days of a fiscal year were done for an activity; none takes what was said out.
pub(super) fn set_worked(position: &mut Position, activity: ActivityId, year: FiscalYear, days: Quantity) {
    let is_of = |worked: &WorkedDays| worked.activity == activity && worked.year == year.key();
    let place = position.worked.iter().position(is_of).unwrap_or(position.worked.len());
    position.worked.retain(|worked| !is_of(worked));
    if !days.value().is_zero() {
        position.worked.insert(place, WorkedDays { activity, year: year.key(), days });
    }
}

fn has_months(window: Window) -> bool {
    window.from.is_none_or(|from| window.to.is_none_or(|to| from <= to))
}

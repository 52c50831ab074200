//! The time of positions.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::{DAYS_OVER, LENT_OVER, TIME_BELOW_ZERO, TIME_OUTSIDE, TIME_SHARES, about};
use crate::activity::Activity;
use crate::days::Days;
use crate::diagnostic::{Arg, Diagnostic, Severity};
use crate::id::{ActivityId, ItemId};
use crate::month::Month;
use crate::plan::Plan;
use crate::position::{Position, Time, TimeShare};
use crate::reference::Reference;
use crate::registry::Registry;
use crate::schedule::Window;
use crate::time_weights::{TimeWeights, WHOLE};
use crate::timeline::Timeline;
use crate::working_days::available_days;

/// The time of a position is at most 100 %, its days at most those it has.
pub(super) fn over(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let doubtful = |position: &&Position| {
        let share = |share: &TimeShare| match share.time {
            Time::Share(share) => share.value(),
            // Whether days are too many is to be seen.
            Time::Days(_) => Decimal::ONE_THOUSAND,
        };
        let lent = position.lent.iter().map(|lending| lending.share.value());
        let shares: Decimal = position.time.iter().map(share).sum();
        !position.time.is_empty() && shares + lent.sum::<Decimal>() > Decimal::ONE_HUNDRED
    };
    let doubtful: Vec<&Position> =
        plan.positions.iter().map(|position| &**position).filter(doubtful).collect();
    if doubtful.is_empty() {
        return Vec::new();
    }
    let (registry, _) = Registry::new(plan);
    doubtful.into_iter().filter_map(|position| over_of(plan, position, &registry)).collect()
}

/// The first months in a row, within a fiscal year, in which a position has too much to do.
struct Busy {
    from: Month,
    to: Month,
    wanted: Days,
    available: Days,
    /// The largest sum of shares, in millionths of a percent.
    most: u64,
    /// Whether it would not be too much without what is lent.
    is_lent: bool,
}

fn over_of(plan: &Plan, position: &Position, registry: &Registry) -> Option<Diagnostic> {
    let frame = &plan.frame;
    let weights = TimeWeights::new(position, frame, registry);
    // The weight of days is rounded.
    let tolerance = position.time.len() as u64;
    let about = |spec| about(plan, spec, Severity::Error, position.id.into(), "time");
    for year in frame.timeline().fiscal_years() {
        let mut busy: Option<Busy> = None;
        let available = available_days(position, &frame.association.employer, year);
        for (month, available) in year.months().zip(available) {
            if month < position.from || position.to.is_some_and(|to| month > to) {
                continue;
            }
            let (wanted, lent): (u64, u64) = (weights.wanted(month).iter().sum(), weights.lent_at(month));
            if wanted + lent <= WHOLE + tolerance || wanted == 0 {
                if busy.is_some() {
                    break;
                }
                continue;
            }
            let part = |weight: u64| available.part(weight.into(), WHOLE.into());
            let busy = busy.get_or_insert(Busy {
                from: month,
                to: month,
                wanted: Days::ZERO,
                available: Days::ZERO,
                most: 0,
                is_lent: true,
            });
            busy.to = month;
            busy.wanted += part(wanted);
            busy.available += part(WHOLE - lent);
            busy.most = busy.most.max(wanted + lent);
            busy.is_lent &= wanted <= WHOLE + tolerance;
        }
        if let Some(busy) = busy {
            let has_days = position.time.iter().any(|share| matches!(share.time, Time::Days(_)));
            return Some(if has_days {
                days_over(about(DAYS_OVER), (busy.from, busy.to), busy.wanted, busy.available)
            } else {
                let percent = Decimal::new(i64::try_from(busy.most).unwrap_or(i64::MAX), 6).normalize();
                let spec = if busy.is_lent { LENT_OVER } else { TIME_SHARES };
                about(spec).with("percent", Arg::Number(percent))
            });
        }
        if let Some((from, to, days)) =
            without_any(position, &frame.timeline(), year.months(), &available, registry)
        {
            return Some(days_over(about(DAYS_OVER), (from, to), days, Days::ZERO));
        }
    }
    None
}

fn days_over(said: Diagnostic, (from, to): (Month, Month), wanted: Days, available: Days) -> Diagnostic {
    let number = |days: Days| Arg::Number(days.value().round_dp(2).normalize());
    let said = said.with("from", Arg::Month(from)).with("to", Arg::Month(to));
    said.with("days", number(wanted)).with("available", number(available))
}

/// Days in months of which the position has none: it is absent, or all of them are off.
fn without_any(
    position: &Position,
    timeline: &Timeline,
    months: impl Iterator<Item = Month>,
    available: &[Days],
    registry: &Registry,
) -> Option<(Month, Month, Days)> {
    let held = Window { from: Some(position.from), to: position.to };
    let months: Vec<(Month, Days)> = months.zip(available.iter().copied()).collect();
    position.time.iter().find_map(|share| {
        let Time::Days(days) = share.time else { return None };
        let window = registry.activity(Some(share.activity)).1.and(share.window()).and(held);
        let mut inside =
            months.iter().filter(|(month, _)| window.contains(*month) && *month <= timeline.last());
        let days = Days::from(days);
        let first = inside.clone().next()?.0;
        let last = inside.clone().next_back()?.0;
        (days > Days::ZERO && inside.all(|(_, available)| available.is_zero())).then_some((first, last, days))
    })
}

/// Time is meant for an activity within its dates.
pub(super) fn outside_activity(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for position in &plan.positions {
        for share in &position.time {
            let dates = dates_of(plan, share.activity);
            if let Some(month) = first_outside(position, share, dates) {
                let said = about(plan, TIME_OUTSIDE, Severity::Warning, position.id.into(), "time");
                let activity = Arg::Text(plan.label(share.activity.into()).into());
                found.push(said.with("activity", activity).with("month", Arg::Month(month)));
            }
        }
    }
    found
}

/// The first month of time that lies outside the dates of its activity: any one where its period was typed,
/// else only if all of them do.
fn first_outside(position: &Position, share: &TimeShare, dates: Window) -> Option<Month> {
    let held = Window { from: Some(position.from), to: position.to };
    let span = share.window().and(held);
    let first = span.from.unwrap_or(position.from);
    if dates.from.is_none() && dates.to.is_none() {
        return None;
    }
    let meets = |window: Window| match (window.from, window.to) {
        (Some(from), Some(to)) => from <= to,
        _ => true,
    };
    if !meets(span) {
        // Said where the dates are looked at.
        return None;
    }
    if !meets(span.and(dates)) {
        return Some(first);
    }
    let early =
        share.from.is_some().then_some(first).filter(|first| dates.from.is_some_and(|from| *first < from));
    let late =
        || share.to.zip(dates.to).and_then(|(_, end)| span.to.filter(|to| *to > end).map(|_| end.plus(1)));
    early.or_else(late)
}

/// The dates of an activity within those of the ones above it.
fn dates_of(plan: &Plan, id: ActivityId) -> Window {
    let find = |id: ActivityId| plan.activities.iter().find(|activity| activity.id == id);
    let mut window = Window::default();
    let mut next = find(id);
    // A cycle is said where links are looked at.
    for _ in 0..plan.activities.len() {
        let Some(activity) = next else { break };
        let activity: &Activity = activity;
        window = window.and(activity.window());
        next = activity.parent.and_then(find);
    }
    window
}

/// No time, no days off, no share below zero.
pub(super) fn below_zero(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let mut numbers: Vec<(ItemId, &'static str, Decimal)> = Vec::new();
    let off = &plan.frame.association.employer.days_off;
    let off = [off.leave, Some(off.reduced_time), Some(off.further)];
    numbers.extend(off.into_iter().flatten().map(|days| (ItemId::Frame, "days_off", days.value())));
    for position in &plan.positions {
        let id = ItemId::from(position.id);
        numbers.extend(position.time.iter().map(|share| match share.time {
            Time::Share(share) => (id, "time", share.value()),
            Time::Days(days) => (id, "time", days.value()),
        }));
        numbers.extend(position.worked.iter().map(|worked| (id, "worked", worked.days.value())));
        numbers.extend(position.operational_share.map(|share| (id, "operational_share", share.value())));
    }
    let wrong = numbers.into_iter().filter(|(_, _, number)| number.is_sign_negative() && !number.is_zero());
    let say = |(item, field, number): (ItemId, &'static str, Decimal)| {
        about(plan, TIME_BELOW_ZERO, Severity::Error, item, field).with("number", Arg::Number(number))
    };
    wrong.map(say).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::check;
    use crate::contract::Absence;
    use crate::money::Percent;
    use crate::testing::{PROJECT, month, no_reference, percent, position, with_project};
    use alloc::string::ToString;
    use alloc::sync::Arc;

    fn quantity(text: &str) -> crate::money::Quantity {
        text.parse().unwrap()
    }

    /// Codes with their arguments in words, of a plan of 2027 with one position from then on.
    fn said(time: &[TimeShare], change: impl Fn(&mut Plan, &mut Position)) -> Vec<alloc::string::String> {
        let mut plan = with_project(1);
        let mut post = position(20, "2027-01");
        post.time = time.to_vec();
        change(&mut plan, &mut post);
        plan.positions.push(Arc::new(post));
        let show = |arg: &Arg| match arg {
            Arg::Number(number) => number.to_string(),
            Arg::Month(month) => month.to_string(),
            Arg::Text(text) => text.clone(),
            other => alloc::format!("{other:?}"),
        };
        let found = check(&plan, &no_reference());
        let found = found.iter().filter(|said| {
            said.code.0.starts_with("plan.") && said.code != crate::check::UNKNOWN_ACCOUNT.code
        });
        let words = found.map(|said| {
            let args: Vec<_> =
                said.args.iter().filter(|(name, _)| *name != "item").map(|(_, arg)| show(arg)).collect();
            alloc::format!("{} {}", said.code.0, args.join(" "))
        });
        words.collect()
    }

    fn share(text: &str) -> TimeShare {
        TimeShare::share(PROJECT, percent(text))
    }

    fn days(text: &str) -> TimeShare {
        TimeShare::days(PROJECT, quantity(text))
    }

    #[test]
    fn shares_that_follow_each_other_are_not_too_much() {
        let before = TimeShare { to: Some(month("2027-06")), ..share("60") };
        let after = TimeShare { from: Some(month("2027-07")), ..share("80") };
        assert!(said(&[before, after], |_, _| {}).is_empty());
        let meeting = TimeShare { from: Some(month("2027-06")), ..share("80") };
        assert_eq!(said(&[before, meeting], |_, _| {}), ["plan.shares-over-100 140"]);
    }

    #[test]
    fn days_beyond_those_available_are_said_with_their_months() {
        // 2027: 52 weeks and a Friday are 261 weekdays. Off on weekdays are 1 January, 29 March, 6 May, 17
        // May, 14 July, 1 and 11 November; 25 days of leave: 261 − 7 − 25 = 229.
        assert!(said(&[days("229")], |_, _| {}).is_empty());
        assert_eq!(said(&[days("240")], |_, _| {}), ["plan.days-over 2027-01 2027-12 240 229"]);
        // Half of March 2027 (23 weekdays less Easter Monday less 25/12 = 19.92) and 12 days of it: 21.96.
        let march = TimeShare { from: Some(month("2027-03")), to: Some(month("2027-03")), ..days("12") };
        let found = said(&[march, share("50")], |_, _| {});
        assert_eq!(found, ["plan.days-over 2027-03 2027-03 21.96 19.92"]);
    }

    #[test]
    fn lent_time_leaves_less() {
        let lend = |_: &mut Plan, post: &mut Position| {
            post.lent.push(crate::lending::Lending {
                to: "Voisins".into(),
                share: percent("40"),
                from: None,
                until: None,
                price: Default::default(),
                delay_months: 0,
            });
        };
        assert!(said(&[share("60")], lend).is_empty());
        assert_eq!(said(&[share("61")], lend), ["plan.lent-over-100 101"]);
    }

    #[test]
    fn days_of_somebody_who_is_away_have_no_room() {
        let found = said(&[days("10")], |_, post| {
            post.contract.absences.push(Absence {
                from: month("2027-01"),
                to: month("2027-12"),
                kept: Percent::default(),
            });
        });
        assert_eq!(found, ["plan.days-over 2027-01 2027-12 10 0"]);
    }

    #[test]
    fn time_outside_the_dates_of_an_activity_is_said() {
        let ends = |plan: &mut Plan, _: &mut Position| {
            Arc::make_mut(&mut plan.activities[0]).to = Some(month("2027-06"));
        };
        // Nobody has to type the end of an activity again.
        assert!(said(&[share("50")], ends).is_empty());
        let autumn = TimeShare { from: Some(month("2027-09")), to: Some(month("2027-12")), ..days("5") };
        assert_eq!(said(&[autumn], ends), ["plan.time-outside-activity Animation 2027-09"]);
        let summer = TimeShare { from: Some(month("2027-05")), to: Some(month("2027-08")), ..days("5") };
        assert_eq!(said(&[summer], ends), ["plan.time-outside-activity Animation 2027-07"]);
    }

    #[test]
    fn nothing_is_below_zero() {
        assert_eq!(said(&[days("-3")], |_, _| {}), ["plan.time-below-zero -3"]);
        let found = said(&[], |plan, post| {
            Arc::make_mut(&mut plan.frame).association.employer.days_off.reduced_time = quantity("-1");
            post.operational_share = Some(percent("-10"));
        });
        assert_eq!(found, ["plan.time-below-zero -1", "plan.time-below-zero -10"]);
    }
}

//! The weights by which the cost of a position is split over its activities.

use alloc::vec::Vec;

use super::days::{PARTS, available_parts};
use super::position::Position;
use super::time::{Time, TimeShare};
use crate::employer::Employer;
use crate::frame::Frame;
use crate::journal::ActivityIndex;
use crate::money::Quantity;
use crate::month::Month;
use crate::registry::Registry;
use crate::schedule::Window;
use crate::timeline::{FiscalYear, Timeline};

/// All of the time of a position, in millionths of a percent: the precision of a percentage.
pub const WHOLE: u64 = 100_000_000;
/// The most that one weight can be: the largest percentage.
const MOST: u64 = 100 * WHOLE;

/// Where the time of a position goes, month by month.
#[derive(Clone, Debug)]
pub struct TimeWeights {
    shares: Vec<Weighed>,
    lent: Vec<(Window, u64)>,
    timeline: Timeline,
}

/// The weight of one [`TimeShare`].
#[derive(Clone, Debug)]
struct Weighed {
    activity: ActivityIndex,
    window: Window,
    weight: Weight,
}

#[derive(Clone, Debug)]
enum Weight {
    Same(u64),
    /// One for each fiscal year from the first one on.
    ByYear(FiscalYear, Vec<u64>),
}

impl TimeWeights {
    /// The weights of a position's time.
    #[must_use]
    pub fn new(position: &Position, frame: &Frame, registry: &Registry) -> Self {
        let timeline = frame.timeline();
        let employer = &frame.association.employer;
        let weighed = |share: &TimeShare| {
            let (activity, window) = registry.activity(Some(share.activity));
            let window = window.and(share.window());
            let weight = match share.time {
                Time::Share(share) => Weight::Same(share.millionths()),
                Time::Days(days) => by_year(position, days, window, employer, &timeline),
            };
            Weighed { activity, window, weight }
        };
        let lent = position.lent.iter().map(|lending| {
            (Window { from: lending.from, to: lending.until }, lending.share.millionths().min(WHOLE))
        });
        Self { shares: position.time.iter().map(weighed).collect(), lent: lent.collect(), timeline }
    }

    /// Whose the weights are: the structure, then the activity of each share of time in its order.
    pub fn activities(&self) -> impl Iterator<Item = ActivityIndex> + '_ {
        core::iter::once(ActivityIndex::STRUCTURE).chain(self.shares.iter().map(|share| share.activity))
    }

    /// The weights of a month, in the order of [`Self::activities`]: parts of their sum.
    ///
    /// What is left is the structure's, and so is time on an activity outside its dates and what is lent.
    /// What is more than the rest is reduced in proportion.
    #[must_use]
    pub fn at(&self, month: Month) -> Vec<u64> {
        let mut weights = self.wanted(month);
        let wanted: u64 = weights.iter().sum();
        let lent = self.lent_at(month);
        if wanted <= WHOLE - lent {
            weights[0] = WHOLE - wanted;
        } else if lent > 0 {
            let room = u128::from(WHOLE - lent);
            let part = |weight: u64| (u128::from(weight) * room / u128::from(wanted)) as u64;
            weights.iter_mut().for_each(|weight| *weight = part(*weight));
            weights[0] = WHOLE - weights.iter().sum::<u64>();
        }
        weights
    }

    /// What the plan asks for in a month, nothing reduced, in millionths of a percent; nothing for the
    /// structure, which comes first.
    #[must_use]
    pub fn wanted(&self, month: Month) -> Vec<u64> {
        let weight = |share: &Weighed| match &share.weight {
            _ if !share.window.contains(month) => 0,
            Weight::Same(weight) => *weight,
            Weight::ByYear(first, weights) => {
                let year = self.timeline.fiscal_year(month).first.since(first.first) / 12;
                usize::try_from(year).ok().and_then(|year| weights.get(year)).copied().unwrap_or(0)
            }
        };
        core::iter::once(0).chain(self.shares.iter().map(weight)).collect()
    }

    /// What is lent in a month, in millionths of a percent, at most all.
    #[must_use]
    pub fn lent_at(&self, month: Month) -> u64 {
        let lent = self.lent.iter().filter(|(window, _)| window.contains(month));
        lent.map(|(_, share)| share).sum::<u64>().min(WHOLE)
    }

    /// Whether the weights of a month may be other than those of the month before.
    pub(crate) fn change_in(&self, month: Month) -> bool {
        let windows = self.shares.iter().map(|share| share.window);
        let mut windows = windows.chain(self.lent.iter().map(|(window, _)| *window));
        let by_year = |share: &Weighed| matches!(share.weight, Weight::ByYear(..));
        windows.any(|window| window.has_edge_at(month))
            || self.timeline.fiscal_year(month).first == month && self.shares.iter().any(by_year)
    }
}

/// Days of each fiscal year as a share of those available in the months that they are laid over, to the
/// millionth of a percent.
fn by_year(
    position: &Position,
    days: Quantity,
    window: Window,
    employer: &Employer,
    timeline: &Timeline,
) -> Weight {
    // In parts of a day, of which millionths are whole numbers.
    let wanted = u128::from(days.millionths().max(0).unsigned_abs()) * (PARTS / 1_000_000);
    let from = window.from.map_or(position.from, |from| from.max(position.from));
    // Of the months before the plan, none but those of the last year come into the books.
    let first = timeline.fiscal_year(from.max(timeline.first().plus(-12)));
    let mut weights = Vec::new();
    let mut year = Some(first).filter(|year| year.first <= timeline.last());
    while let Some(this) = year {
        let own = this.months().zip(available_parts(position, employer, this));
        let own = own.filter(|(month, _)| window.contains(*month));
        let available: u128 = own.map(|(_, available)| available).sum();
        let weight = (wanted * u128::from(WHOLE) + available / 2).checked_div(available);
        weights.push(weight.map_or(0, |weight| weight.min(u128::from(MOST)) as u64));
        year = this.next().filter(|next| next.first <= timeline.last());
    }
    Weight::ByYear(first, weights)
}

#[cfg(test)]
mod tests {
    use super::super::lending::Lending;
    use crate::position::{Position, TimeShare};
    use crate::testing::{PROJECT, amount, everything, figure, month, percent, position, with_project};
    use alloc::string::String;
    use alloc::sync::Arc;
    use alloc::vec::Vec;

    /// 2,800.00 a month: 1,560.00 of net pay, 440.00 and 800.00 of contributions.
    fn paid(from: &str, time: TimeShare) -> Position {
        let mut post = position(20, from);
        post.gross.insert(month(from), amount("2000"));
        post.time.push(time);
        post
    }

    fn days(text: &str) -> TimeShare {
        TimeShare::days(PROJECT, text.parse().unwrap())
    }

    /// The cost of the project by fiscal year, in a plan of two years from `starts` on.
    fn project_cents(post: Position, starts: u8) -> [i64; 2] {
        let mut plan = with_project(2);
        Arc::make_mut(&mut plan.frame).association.fiscal_year_starts = starts;
        plan.positions.push(Arc::new(post));
        let view = everything(&plan);
        [2027, 2028].map(|year| figure(&view, &alloc::format!("result.{year}.6@5")))
    }

    #[test]
    fn days_cost_the_cost_of_a_day_of_their_year() {
        // 229 days in 2027, of which 45.8 are 20 %: 12 × 560.00. 226 in 2028 (260 weekdays, 9 holidays, 25
        // of leave): 20.26548673 % are 316.14, 89.17 and 162.12 a month.
        assert_eq!(project_cents(paid("2027-01", days("45.8")), 1), [12 * 56_000, 12 * 56_743]);
    }

    #[test]
    fn days_over_a_period_that_crosses_the_year_are_as_many_in_each_year() {
        // November and December 2027 have 22 − 2 and 23 weekdays, less 25/12 each: 38.833333 days. Ten are
        // 25.751073 %: 401.72 + 113.30 + 206.01 a month.
        // January and February 2028 have 21 and 21 − 25/6: 37.833333, of which ten are 26.431718 %: 412.33 +
        // 116.30 + 211.45.
        let period = TimeShare { from: Some(month("2027-11")), to: Some(month("2028-02")), ..days("10") };
        assert_eq!(project_cents(paid("2027-01", period), 1), [2 * 72_103, 2 * 74_008]);
    }

    #[test]
    fn somebody_hired_in_the_middle_of_the_year_works_the_days_in_the_months_that_are_left() {
        // July to December 2027: 22 + 22 + 22 + 21 + 22 + 23 = 132 weekdays less 14 July, 1 and 11 November
        // less 12.5 of leave: 116.5. 23.3 days are 20 %; in 2028 they are 23.3 of 226, 10.30973451 %:
        // 160.83 + 45.36 + 82.48.
        assert_eq!(project_cents(paid("2027-07", days("23.3")), 1), [6 * 56_000, 12 * 28_867]);
    }

    #[test]
    fn a_fiscal_year_from_september_lays_its_days_over_its_own_months() {
        // September 2027 to August 2028: 22 + 21 + 22 + 23 and 21 + 21 + 23 + 20 + 23 + 22 + 21 + 23 weekdays
        // are 262; off are 1 and 11 November, 17 April, 1, 8 and 25 May, 5 June, 14 July, 15 August: 253 − 25
        // = 228. 57 days are a quarter: 700.00 a month.
        assert_eq!(project_cents(paid("2027-09", days("57")), 9)[0], 12 * 70_000);
    }

    #[test]
    fn less_working_time_leaves_fewer_days_so_that_each_costs_more() {
        // Half time from January: 114.5 days; 22.9 of them are 20 % of what is paid.
        let mut post = paid("2027-01", days("22.9"));
        post.contract.working_time.insert(month("2027-01"), percent("50"));
        assert_eq!(project_cents(post, 1)[0], 12 * 56_000);
    }

    #[test]
    fn lent_time_stays_with_the_structure_and_comes_first() {
        let lend = |share| {
            let mut post = paid("2027-01", TimeShare::share(PROJECT, percent(share)));
            post.lent.push(Lending {
                to: String::from("Voisins"),
                share: percent("40"),
                from: None,
                until: Some(month("2027-06")),
                price: Default::default(),
                delay_months: 0,
            });
            post
        };
        // Half of the whole, lent or not.
        assert_eq!(project_cents(lend("50"), 1)[0], 12 * 140_000);
        // 80 % is reduced to the 60 % that are not lent for six months: 1,680.00, then 2,240.00.
        assert_eq!(project_cents(lend("80"), 1)[0], 6 * 168_000 + 6 * 224_000);
    }

    #[test]
    fn several_times_for_one_activity_add_up() {
        let mut post = paid("2027-01", days("45.8"));
        let spring = TimeShare::share(PROJECT, percent("10"));
        let (from, to) = (Some(month("2027-03")), Some(month("2027-04")));
        post.time = Vec::from([days("45.8"), TimeShare { from, to, ..spring }]);
        assert_eq!(project_cents(post, 1)[0], 12 * 56_000 + 2 * 28_000);
    }
}

//! An amount over time.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::years::{indexed, priced, yearly};
use crate::frame::Index;
use crate::id::IndexId;
use crate::is_default;
use crate::money::{Amount, Quantity, multiply, spread};
use crate::month::Month;
use crate::row::Row;
use crate::timeline::{FiscalYear, Timeline};

/// How an amount is laid over the months (*calendrier*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// How the months get their amounts.
    pub rule: ScheduleRule,
    /// First month; the start of the activity or of the plan when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub from: Option<Month>,
    /// Last month; the end of the activity or of the plan when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub to: Option<Month>,
    /// Months whose amount was typed by hand; each replaces what the rule gives that month.
    #[serde(default, skip_serializing_if = "is_default")]
    pub overrides: BTreeMap<Month, Amount>,
}

/// The rule of a [`Schedule`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum ScheduleRule {
    /// An amount per year, spread evenly over its months (*montant annuel*).
    Yearly {
        /// Amount by year; a year without an amount takes the one of the last year before it that
        /// has one, years before the first have none. A fiscal year is named by the calendar year
        /// in which it begins.
        amounts: BTreeMap<i32, Amount>,
        /// Which years are meant.
        #[serde(default, skip_serializing_if = "is_default")]
        years: YearKind,
        /// Months of the calendar, 1–12, among which the year's amount is shared; all of them when
        /// empty.
        #[serde(default, skip_serializing_if = "is_default")]
        months: Vec<u8>,
    },
    /// The same amount each month (*montant mensuel*).
    Monthly(Amount),
    /// One amount in one month (*ponctuel*).
    Once {
        /// The month.
        month: Month,
        /// The amount.
        amount: Amount,
    },
    /// A quantity at a unit price, each year, shared like [`ScheduleRule::Yearly`] (*quantité × prix*).
    QuantityPrice {
        /// How many a fiscal year, by year, steps as in `Yearly`.
        quantities: BTreeMap<i32, Quantity>,
        /// Price of one, in euros.
        unit_price: Amount,
        /// Months of the calendar, 1–12, among which the year's amount is shared; all when empty.
        #[serde(default, skip_serializing_if = "is_default")]
        months: Vec<u8>,
    },
    /// A twelfth of a yearly amount each month, growing with an index (*indexé*).
    Indexed {
        /// Amount of a full year at the level of the first fiscal year of the plan.
        yearly: Amount,
        /// The index it follows.
        index: IndexId,
    },
    /// An amount for each month that has one (*montants libres*).
    Free(BTreeMap<Month, Amount>),
}

/// The years of [`ScheduleRule::Yearly`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum YearKind {
    /// Fiscal years (*exercices*).
    #[default]
    Fiscal,
    /// Calendar years (*années civiles*).
    Calendar,
}

/// First and last month in which something exists; open where `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// First month.
    pub from: Option<Month>,
    /// Last month.
    pub to: Option<Month>,
}

impl Window {
    /// Whether `month` lies inside.
    #[must_use]
    pub fn contains(self, month: Month) -> bool {
        self.from.is_none_or(|from| from <= month) && self.to.is_none_or(|to| month <= to)
    }

    /// Whether it begins in `month` or ended before it.
    pub(crate) fn has_edge_at(self, month: Month) -> bool {
        self.from == Some(month) || self.to.is_some_and(|to| to.plus(1) == month)
    }

    /// What is in both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            from: self.from.max(other.from),
            to: match (self.to, other.to) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            },
        }
    }
}

/// The amount in force for `year`: that of the last key not after it.
pub(crate) fn stepped<K: Ord, T: Copy + Default>(steps: &BTreeMap<K, T>, at: &K) -> T {
    steps.range(..=at).next_back().map(|(_, value)| *value).unwrap_or_default()
}

impl Schedule {
    /// A schedule without dates of its own nor months typed by hand.
    #[must_use]
    pub fn new(rule: ScheduleRule) -> Self {
        Self { rule, from: None, to: None, overrides: BTreeMap::new() }
    }

    /// Its own first and last month.
    #[must_use]
    pub fn window(&self) -> Window {
        Window { from: self.from, to: self.to }
    }

    /// The cents of each month inside `window` and not after the timeline. Begins before the timeline
    /// only where the schedule itself does.
    pub(crate) fn row(&self, window: Window, timeline: &Timeline, indexes: &[Index]) -> Row {
        self.priced_row(window, timeline, indexes, None)
    }

    /// The same, quantities at the price of each month, in cents, where there is one.
    pub(crate) fn priced_row(
        &self,
        window: Window,
        timeline: &Timeline,
        indexes: &[Index],
        price: Option<&dyn Fn(Month) -> i64>,
    ) -> Row {
        let window = self.window().and(window);
        let earliest = self.earliest(window, timeline);
        let mut row = match &self.rule {
            ScheduleRule::Once { month, amount } => {
                self.sparse(&BTreeMap::from([(*month, *amount)]), timeline)
            }
            ScheduleRule::Free(amounts) => self.sparse(amounts, timeline),
            ScheduleRule::Yearly { .. }
            | ScheduleRule::QuantityPrice { .. }
            | ScheduleRule::Indexed { .. }
            | ScheduleRule::Monthly(_) => Row::new(earliest, timeline.last()),
        };
        match &self.rule {
            ScheduleRule::Yearly { amounts, years, months } => {
                let total = |key: i32| stepped(amounts, &key).euros();
                yearly(*years, months, window, timeline, total, &mut row);
            }
            ScheduleRule::QuantityPrice { quantities, unit_price, months } => {
                if let Some(price) = price {
                    let quantity = |key: i32| stepped(quantities, &key).value();
                    priced(months, window, timeline, (quantity, price), &mut row);
                    return self.finished(row, window, timeline);
                }
                let total = |key: i32| multiply(stepped(quantities, &key).value(), unit_price.euros());
                yearly(YearKind::Fiscal, months, window, timeline, total, &mut row);
            }
            ScheduleRule::Indexed { yearly, index } => {
                let index = indexes.iter().find(|candidate| candidate.id == *index);
                indexed(*yearly, index, timeline, &mut row);
            }
            ScheduleRule::Monthly(amount) => row.cents.fill(amount.cents()),
            ScheduleRule::Once { .. } | ScheduleRule::Free(_) => {}
        }
        self.finished(row, window, timeline)
    }

    /// With the months typed by hand, inside the window.
    fn finished(&self, mut row: Row, window: Window, timeline: &Timeline) -> Row {
        // Months typed by hand may lie where the rule gives nothing.
        for (month, amount) in &self.overrides {
            if let Some(cell) = row.cell_mut(*month) {
                *cell = amount.cents();
            }
        }
        row.clip(window.from.unwrap_or(Month::FIRST), window.to.unwrap_or(timeline.last()));
        row
    }

    /// The months that `amounts` or the overrides name.
    fn sparse(&self, amounts: &BTreeMap<Month, Amount>, timeline: &Timeline) -> Row {
        let named = || amounts.keys().chain(self.overrides.keys()).copied();
        let first = named().min().unwrap_or(timeline.first());
        let last = named().max().unwrap_or(timeline.first()).min(timeline.last());
        let mut row = Row::new(first, last);
        for (month, amount) in amounts {
            if let Some(cell) = row.cell_mut(*month) {
                *cell = amount.cents();
            }
        }
        row
    }

    /// The first month to look at: its own start if it has one, else the start of the timeline.
    fn earliest(&self, window: Window, timeline: &Timeline) -> Month {
        match self.from {
            Some(from) => window.from.unwrap_or(from).max(from),
            None => timeline.first(),
        }
    }

    /// The same schedule with the cents of fiscal year `year` changed so that they add up to
    /// `total`, the other years left as they are.
    ///
    /// A yearly amount per fiscal year without months typed by hand in that year changes its
    /// amount; any other rule gets the year's months typed by hand, in the proportions they had.
    #[must_use]
    pub fn with_year_total(
        &self,
        year: FiscalYear,
        total: Amount,
        window: Window,
        timeline: &Timeline,
        indexes: &[Index],
    ) -> Self {
        let mut changed = self.clone();
        changed.overrides.retain(|month, _| !(year.first..=year.last()).contains(month));
        if let ScheduleRule::Yearly { amounts, years: YearKind::Fiscal, .. } = &mut changed.rule {
            let next = year.key() + 1;
            let after = stepped(amounts, &next);
            amounts.insert(year.key(), total);
            // The next year keeps what it had; years beyond the plan go on from its last one.
            if year.last() < timeline.last() {
                amounts.entry(next).or_insert(after);
            }
            return changed;
        }
        let mut cents: BTreeMap<Month, i64> = BTreeMap::new();
        cents.extend(self.row(window, timeline, indexes).months());
        let inside = self.window().and(window);
        let months: Vec<Month> = year.months().filter(|month| inside.contains(*month)).collect();
        let had: Vec<u64> =
            months.iter().map(|month| cents.get(month).map_or(0, |amount| amount.unsigned_abs())).collect();
        let even = alloc::vec![1; months.len()];
        let weights = if had.iter().any(|weight| *weight > 0) { &had } else { &even };
        let parts = spread(total.euros(), weights);
        changed.overrides.extend(months.iter().zip(parts).map(|(m, part)| (*m, Amount::from_cents(part))));
        changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::IndexStep;
    use crate::testing::{amount, month};
    use alloc::string::String;

    fn timeline() -> Timeline {
        Timeline::new(month("2027-01"), 2)
    }

    fn months(schedule: &Schedule, indexes: &[Index]) -> BTreeMap<Month, i64> {
        let mut found = BTreeMap::new();
        found.extend(schedule.row(Window::default(), &timeline(), indexes).months());
        found
    }

    fn year(found: &BTreeMap<Month, i64>, year: i32) -> i64 {
        found.iter().filter(|(month, _)| month.year() == year).map(|(_, cents)| cents).sum()
    }

    fn yearly(amounts: &[(i32, &str)]) -> ScheduleRule {
        let amounts = amounts.iter().map(|(year, text)| (*year, amount(text))).collect();
        ScheduleRule::Yearly { amounts, years: YearKind::Fiscal, months: Vec::new() }
    }

    #[test]
    fn a_yearly_amount_holds_until_another_year_has_its_own() {
        let found = months(&Schedule::new(yearly(&[(2026, "1200"), (2028, "1300")])), &[]);
        assert_eq!((year(&found, 2027), year(&found, 2028)), (120_000, 130_000));
    }

    #[test]
    fn a_yearly_amount_is_shared_among_the_months_in_which_the_line_exists() {
        let mut schedule = Schedule::new(yearly(&[(2027, "1200")]));
        schedule.from = Some(month("2027-11"));
        let found = months(&schedule, &[]);
        assert_eq!(found.get(&month("2027-11")), Some(&60_000));
        assert_eq!(year(&found, 2027), 120_000);
    }

    #[test]
    fn a_yearly_amount_may_fall_in_chosen_months_only() {
        let mut rule = yearly(&[(2027, "90")]);
        if let ScheduleRule::Yearly { months, .. } = &mut rule {
            months.extend([6, 9, 10]);
        }
        let found = months(&Schedule::new(rule), &[]);
        assert_eq!(found.len(), 6);
        assert_eq!(found.get(&month("2028-09")), Some(&3000));
    }

    #[test]
    fn a_calendar_year_across_two_fiscal_years_keeps_its_total() {
        // Fiscal years from September 2026: eight months of calendar 2027 lie in the first one.
        let timeline = Timeline::new(month("2026-09"), 2);
        let amounts = BTreeMap::from([(2027, amount("1200"))]);
        let rule = ScheduleRule::Yearly { amounts, years: YearKind::Calendar, months: Vec::new() };
        let mut found = BTreeMap::new();
        found.extend(Schedule::new(rule).row(Window::default(), &timeline, &[]).months());
        assert_eq!(year(&found, 2026), 0);
        assert_eq!(year(&found, 2027), 120_000);
    }

    #[test]
    fn a_quantity_at_a_price_is_their_product() {
        let quantities = BTreeMap::from([(2027, "250".parse().unwrap())]);
        let unit_price = amount("12.5");
        let rule = ScheduleRule::QuantityPrice { quantities, unit_price, months: [6].into() };
        // 250 × 12.50 = 3,125.00 each June.
        assert_eq!(months(&Schedule::new(rule), &[]).get(&month("2028-06")), Some(&312_500));
    }

    #[test]
    fn an_indexed_amount_grows_when_its_index_steps() {
        let index = Index {
            id: IndexId(1),
            name: String::from("prix"),
            steps: IndexStep::January,
            yearly: "2".parse().unwrap(),
            by_year: BTreeMap::new(),
        };
        let rule = ScheduleRule::Indexed { yearly: amount("1200"), index: IndexId(1) };
        let found = months(&Schedule::new(rule), &[index]);
        // 1,200 then 1,200 × 1.02 = 1,224.
        assert_eq!((year(&found, 2027), year(&found, 2028)), (120_000, 122_400));
    }

    #[test]
    fn the_last_year_of_the_calendar_ends() {
        let timeline = Timeline::new(month("9999-01"), 2);
        let row = Schedule::new(yearly(&[(9999, "1200")])).row(Window::default(), &timeline, &[]);
        assert_eq!(row.cents, [10_000; 12]);
    }

    #[test]
    fn a_month_typed_by_hand_replaces_the_rule() {
        let mut schedule = Schedule::new(ScheduleRule::Monthly(amount("100")));
        schedule.overrides.insert(month("2027-05"), amount("70"));
        let found = months(&schedule, &[]);
        assert_eq!(year(&found, 2027), 117_000);
    }

    #[test]
    fn changing_a_yearly_amount_leaves_the_years_after_it() {
        let schedule = Schedule::new(yearly(&[(2027, "1200")]));
        let first = timeline().fiscal_year(month("2027-01"));
        let changed = schedule.with_year_total(first, amount("900"), Window::default(), &timeline(), &[]);
        let found = months(&changed, &[]);
        assert_eq!((year(&found, 2027), year(&found, 2028)), (90_000, 120_000));
    }

    #[test]
    fn changing_the_year_of_a_monthly_line_types_its_months() {
        let schedule = Schedule::new(ScheduleRule::Monthly(amount("100")));
        let first = timeline().fiscal_year(month("2027-01"));
        let changed = schedule.with_year_total(first, amount("1000"), Window::default(), &timeline(), &[]);
        let found = months(&changed, &[]);
        // 1,000.00 ÷ 12 = 83.333…
        assert_eq!(found.get(&month("2027-01")), Some(&8333));
        assert_eq!((year(&found, 2027), year(&found, 2028)), (100_000, 120_000));
    }
}

//! Contributions in kind: shown beside the budget, never cash, never result.

use alloc::string::String;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::account::AccountNumber;
use crate::condition::Condition;
use crate::id::{ActivityId, InKindId};
use crate::is_default;
use crate::journal::{Book, Rule};
use crate::money::{multiply, to_cents};
use crate::month::Month;
use crate::payroll::{Growth, Parameter, Payroll};
use crate::schedule::{Schedule, Window};

/// A contribution in kind (*contribution volontaire en nature*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InKind {
    /// Identity.
    pub id: InKindId,
    /// What it is.
    pub label: String,
    /// Which kind.
    pub kind: InKindKind,
    /// What it is for; the structure when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub activity: Option<ActivityId>,
    /// Its value over time.
    pub schedule: Schedule,
    /// What an hour is worth, where the schedule is a quantity of hours at a price: it then takes the place
    /// of the price.
    #[serde(default, skip_serializing_if = "is_default")]
    pub hourly: Option<HourlyValue>,
    /// Takes place only if these agreements are granted.
    #[serde(default, skip_serializing_if = "is_default")]
    pub only_if: Option<Condition>,
}

/// What an hour of a volunteer is worth (*valorisation du bénévolat*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HourlyValue {
    /// The legal minimum (*SMIC brut*).
    MinimumWage,
    /// The legal minimum with the employer's contributions after the general reduction (*SMIC chargé*).
    MinimumWageWithContributions,
}

/// Kinds of contributions in kind with their accounts (ANC 2018-06, class 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum InKindKind {
    /// Goods given away, 860 from gifts in kind 870 (*secours en nature*).
    Relief,
    /// Premises or goods lent free of charge, 861 from 871 (*mise à disposition gratuite*).
    FreeUse,
    /// Services free of charge, 862 from 871 (*prestations*).
    Services,
    /// Volunteers' work, 864 from 875 (*bénévolat*).
    Volunteering,
}

impl InKindKind {
    /// The accounts of use and of resource.
    #[must_use]
    pub fn accounts(self) -> (AccountNumber, AccountNumber) {
        let (usage, resource) = match self {
            Self::Relief => (860, 870),
            Self::FreeUse => (861, 871),
            Self::Services => (862, 871),
            Self::Volunteering => (864, 875),
        };
        (AccountNumber::of(usage), AccountNumber::of(resource))
    }
}

impl HourlyValue {
    /// What an hour is worth in `month`, in cents: the legal minimum as it is known or goes on by the index "SMIC" of
    /// the plan. A month before the first known value has that one.
    #[must_use]
    pub fn cents(self, month: Month, law: &Payroll, growth: &Growth<'_>) -> i64 {
        let level = |parameter| law.level(parameter, month, growth);
        let gross = level(Parameter::MinimumWage);
        match self {
            Self::MinimumWage => to_cents(gross),
            Self::MinimumWageWithContributions => {
                let percent = level(Parameter::MinimumWageContributions);
                let on_top = Decimal::ONE + percent / Decimal::ONE_HUNDRED;
                to_cents(multiply(gross, on_top))
            }
        }
    }
}

/// Posts the value month by month; `law` is where the legal minimum stands.
pub(crate) fn post(item: &InKind, window: Window, law: &Payroll, book: &mut Book<'_>) {
    let (usage, resource) = item.kind.accounts();
    let (usage, resource) = (book.account(usage), book.account(resource));
    let context = book.context();
    let growth = Growth::of(context.indexes());
    let price = item.hourly.map(|hourly| move |month| hourly.cents(month, law, &growth));
    let price = price.as_ref().map(|price| price as &dyn Fn(Month) -> i64);
    let row = item.schedule.priced_row(window, context.timeline(), context.indexes(), price);
    book.post_row(Rule::InKind, usage, resource, &row);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::certainty::CertaintyView;
    use crate::frame::{Index, IndexStep};
    use crate::id::IndexId;
    use crate::payroll::{Dated, GoesOn, Series, Standing};
    use crate::projection::project;
    use crate::reference::Reference;
    use crate::schedule::ScheduleRule;
    use crate::testing::{amount, figure, month, no_reference, percent, plan};
    use alloc::collections::BTreeMap;
    use alloc::sync::Arc;
    use alloc::vec::Vec;

    /// 10.00 from 2026, 12.00 from July 2027 on, 2.5 % on top.
    fn law() -> Payroll {
        let series = |parameter, goes_on, values: &[(&str, &str)]| {
            let dated = |(from, value): &(&str, &str)| Dated {
                from: month(from),
                value: value.parse().unwrap(),
                source: String::new(),
                standing: Standing::Read,
            };
            Series { parameter, goes_on, values: values.iter().map(dated).collect() }
        };
        let wage = [("2026-01", "10"), ("2027-07", "12")];
        Payroll {
            series: Vec::from([
                series(Parameter::MinimumWage, GoesOn::WithMinimumWage, &wage),
                series(Parameter::MinimumWageContributions, GoesOn::Unchanged, &[("2026-01", "2.5")]),
            ]),
        }
    }

    fn smic() -> Index {
        Index {
            id: IndexId(9),
            name: String::from("SMIC"),
            yearly: percent("2"),
            by_year: BTreeMap::from([(2028, percent("1.234"))]),
            steps: IndexStep::January,
        }
    }

    /// So many hours a year from 2027 on, typed at 99.00.
    fn hours(number: &str, hourly: Option<HourlyValue>) -> InKind {
        let quantities = BTreeMap::from([(2027, number.parse().unwrap())]);
        let rule = ScheduleRule::QuantityPrice { quantities, unit_price: amount("99"), months: Vec::new() };
        InKind {
            id: InKindId(10),
            label: String::from("Bénévoles"),
            kind: InKindKind::Volunteering,
            activity: None,
            schedule: Schedule::new(rule),
            hourly,
            only_if: None,
        }
    }

    #[test]
    fn an_hour_follows_the_law_and_then_the_index_each_january() {
        let cents = |text, indexes: &[Index]| {
            HourlyValue::MinimumWage.cents(month(text), &law(), &Growth::of(indexes))
        };
        assert_eq!(cents("2020-01", &[]), 1_000);
        assert_eq!(cents("2027-06", &[]), 1_000);
        assert_eq!(cents("2029-01", &[]), 1_200);
        // 12.00 × 1.01234 = 12.148, then 12.15 × 1.02 = 12.393.
        assert_eq!(cents("2027-12", &[smic()]), 1_200);
        assert_eq!(cents("2028-01", &[smic()]), 1_215);
        assert_eq!(cents("2029-12", &[smic()]), 1_239);
        // 10.00 × 1.025 = 10.25.
        let loaded = HourlyValue::MinimumWageWithContributions;
        assert_eq!(loaded.cents(month("2027-01"), &law(), &Growth::default()), 1_025);
        assert_eq!(loaded.cents(month("2027-01"), &Payroll::default(), &Growth::default()), 0);
    }

    #[test]
    fn hours_are_worth_the_minimum_of_their_months() {
        let value = |hourly| {
            let mut plan = plan(1, "0");
            plan.in_kind.push(Arc::new(hours("100", hourly)));
            let reference = Reference { payroll: law(), ..no_reference() };
            let view = project(&plan, &reference, None).view(CertaintyView::Everything);
            assert_eq!(figure(&view, "result.2027.864"), figure(&view, "result.2027.875"));
            assert_eq!(figure(&view, "result.2027"), 0);
            figure(&view, "result.2027.875")
        };
        assert_eq!(value(None), 990_000);
        // 50 hours at 10.00 and 50 at 12.00.
        assert_eq!(value(Some(HourlyValue::MinimumWage)), 110_000);
        // 50 × 10.25 + 50 × 12.30.
        assert_eq!(value(Some(HourlyValue::MinimumWageWithContributions)), 112_750);
    }

    #[test]
    fn cents_of_hours_are_rounded_over_the_year_together() {
        let mut plan = plan(1, "0");
        let mut item = hours("1", Some(HourlyValue::MinimumWage));
        if let ScheduleRule::QuantityPrice { months, .. } = &mut item.schedule.rule {
            months.extend([1, 2, 3]);
        }
        plan.in_kind.push(Arc::new(item));
        let reference = Reference { payroll: law(), ..no_reference() };
        let view = project(&plan, &reference, None).view(CertaintyView::Everything);
        // A third of 10.00 each: 3.33, then 6.67 − 3.33, then 10.00 − 6.67.
        let cents: Vec<i64> = view.entries().map(|entry| entry.amount_cents).collect();
        assert_eq!(cents, [333, 334, 333]);
    }
}

//! Default values of a plan, with where they come from.

use std::sync::OnceLock;

use previ_engine::money::{Percent, Quantity};
use previ_engine::month::Month;
use serde::Deserialize;

const DEFAULTS: &str = include_str!("../data/defaults.ron");

/// A default value that a person can change (*valeur par défaut*).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DefaultValue {
    /// Its name, such as `employee-rate`.
    pub name: String,
    /// The value.
    pub value: Quantity,
    /// What the value counts.
    pub unit: Unit,
    /// The month from which it holds.
    pub month: Month,
    /// Where it comes from.
    pub source: String,
}

/// What a default value counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Unit {
    /// Percent, 22 meaning 22 %.
    Percent,
    /// Months.
    Months,
    /// Employees.
    Employees,
    /// Days.
    Days,
}

/// The file `defaults.ron`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Defaults {
    values: Vec<DefaultValue>,
}

/// The default values with their sources, read once, so that a page can say where a figure comes from.
///
/// Empty if the embedded file could not be read; a test proves that it can.
#[must_use]
pub fn defaults() -> &'static [DefaultValue] {
    static DEFAULT_VALUES: OnceLock<Vec<DefaultValue>> = OnceLock::new();
    DEFAULT_VALUES.get_or_init(|| ron::from_str::<Defaults>(DEFAULTS).map_or(Vec::new(), |file| file.values))
}

/// The default percentage of a name; 0 % where the data have none.
#[must_use]
pub fn default_percent(name: &str) -> Percent {
    let found = defaults().iter().find(|value| value.name == name && value.unit == Unit::Percent);
    found.and_then(|value| Percent::new(value.value.value())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use previ_engine::agreement::Tranche;
    use previ_engine::employer::DaysOff;
    use previ_engine::frame::{Appropriation, CertaintyWeights, ContributionRhythm};
    use previ_engine::id::TrancheId;
    use previ_engine::position::usual_employee_rate;
    use previ_engine::timeline::Timeline;

    fn value(name: &str, unit: Unit) -> String {
        let found = defaults().iter().find(|value| value.name == name && value.unit == unit);
        found.unwrap().value.value().to_string()
    }

    #[test]
    fn the_file_can_be_read_and_every_value_has_a_name_of_its_own_and_a_source() {
        ron::from_str::<Defaults>(DEFAULTS).map(drop).unwrap();
        let mut names: Vec<&str> = defaults().iter().map(|value| value.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), defaults().len());
        assert!(defaults().iter().all(|value| value.source.len() > 20));
    }

    #[test]
    fn the_engine_uses_the_same_values() {
        let percent = |name| value(name, Unit::Percent);
        let weights = CertaintyWeights::default();
        assert_eq!(usual_employee_rate().value().to_string(), percent("employee-rate"));
        assert_eq!(weights.not_filed.value().to_string(), percent("certainty-not-filed"));
        assert_eq!(weights.filed.value().to_string(), percent("certainty-filed"));
        assert_eq!(weights.favourable.value().to_string(), percent("certainty-favourable"));
        assert_eq!(weights.certain.value().to_string(), percent("certainty-certain"));
        assert_eq!(DaysOff::default().of_a_year().value().to_string(), value("paid-leave", Unit::Days));
        let [first, end] = ["2027-01", "2027-12"].map(|text| text.parse().unwrap());
        let tranche = Tranche::new(TrancheId(1), first, end, Vec::new());
        let report = tranche.report_after(end, &Timeline::new(first, 1)).since(end).to_string();
        assert_eq!(report, value("report-after", Unit::Months));
        let after = Appropriation::default().after_months.to_string();
        assert_eq!(after, value("appropriation-after", Unit::Months));
    }

    #[test]
    fn a_percentage_is_found_by_its_name() {
        assert_eq!(default_percent("ceiling-public-money").value().to_string(), "80");
        assert_eq!(default_percent("appropriation-after"), Percent::default());
        assert_eq!(default_percent("no-such-name"), Percent::default());
    }

    #[test]
    fn contributions_are_monthly_unless_a_small_employer_chose_otherwise() {
        assert_eq!(ContributionRhythm::default(), ContributionRhythm::Monthly);
        assert_eq!(value("quarterly-contributions-below", Unit::Employees), "11");
    }
}

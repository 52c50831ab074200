//! Parameters of pay with their sources.

use previ_engine::payroll::Payroll;

const PAYROLL: &str = include_str!("../data/payroll.ron");

/// The parameters of the embedded file; none if it could not be read, and a test proves that it can.
pub(crate) fn payroll() -> Payroll {
    ron::from_str(PAYROLL).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    use previ_engine::frame::{Index, IndexStep};
    use previ_engine::id::IndexId;
    use previ_engine::money::Percent;
    use previ_engine::month::Month;
    use previ_engine::payroll::{Dated, GoesOn, Growth, Parameter, Standing};

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    #[test]
    fn the_file_can_be_read_and_has_one_series_for_every_parameter() {
        ron::from_str::<Payroll>(PAYROLL).map(drop).unwrap();
        let payroll = payroll();
        // As many series as parameters, and no two of the same: each has one.
        let found: BTreeSet<Parameter> = payroll.series.iter().map(|series| series.parameter).collect();
        assert_eq!((found.len(), payroll.series.len()), (Parameter::COUNT, Parameter::COUNT));
    }

    #[test]
    fn every_value_names_its_source_and_values_follow_each_other() {
        for series in payroll().series {
            assert!(series.values.iter().all(|value| value.source.len() > 15), "{:?}", series.parameter);
            assert!(series.values.is_sorted_by(|a, b| a.from < b.from), "{:?}", series.parameter);
            assert!(!series.values.is_empty(), "{:?}", series.parameter);
        }
    }

    #[test]
    fn what_an_association_replaces_or_nobody_confirmed_says_so() {
        let payroll = payroll();
        let doubtful = |dated: &Dated| dated.standing == Standing::ToBeChecked;
        let found = payroll.series.iter().filter(|series| series.values.iter().any(doubtful));
        let names: Vec<Parameter> = found.map(|series| series.parameter).collect();
        assert_eq!(
            names,
            [
                Parameter::AccidentReduced,
                Parameter::HealthCover,
                Parameter::HealthCoverEmployee,
                Parameter::OccupationalHealth,
                Parameter::EclatLeast,
                Parameter::EclatPoint2,
                Parameter::MinimumWageContributions,
            ]
        );
    }

    #[test]
    fn a_month_needs_every_parameter_and_none_has_values_before_2026() {
        let payroll = payroll();
        // Health at 13 % for all and the general reduction begin in January 2026.
        assert!(payroll.levels(month("2025-12"), &Growth::default()).is_none());
        let levels = payroll.levels(month("2026-01"), &Growth::default()).unwrap();
        assert_eq!(levels.cents(Parameter::MinimumWage), 1_202);
        assert_eq!(levels.millionths(Parameter::ApprenticeshipTax), 0);
        // 12.31 × 1,820 ÷ 12 = 1,867.016667.
        let june = payroll.levels(month("2026-06"), &Growth::default()).unwrap();
        assert_eq!(june.minimum_wage_month(), 1_867_016_667);
    }

    #[test]
    fn after_its_last_value_a_parameter_goes_on_as_it_says() {
        let index = |percent: i64, id: u32| Index {
            id: IndexId(id),
            name: String::new(),
            steps: IndexStep::January,
            yearly: Percent::new(percent.into()).unwrap(),
            by_year: Default::default(),
        };
        let (wage, pay, prices) = (index(2, 1), index(3, 2), index(1, 3));
        let growth = Growth { minimum_wage: Some(&wage), pay: Some(&pay), prices: Some(&prices) };
        let payroll = payroll();
        let december = payroll.levels(month("2026-12"), &growth).unwrap();
        assert_eq!(december.cents(Parameter::MinimumWage), 1_231);
        let levels = payroll.levels(month("2028-02"), &growth).unwrap();
        // 12.31 × 1.02 = 12.556 → 12.56; × 1.02 = 12.811 → 12.81.
        assert_eq!(levels.cents(Parameter::MinimumWage), 1_281);
        // 4,005 × 1.03 = 4,125.15 → 4,125; × 1.03 = 4,248.75 → 4,249.
        assert_eq!(levels.cents(Parameter::Ceiling), 424_900);
        // 9,229 × 1.01 = 9,321.29 → 9,321; × 1.01 = 9,414.21 → 9,414.
        assert_eq!(levels.cents(Parameter::SalaryTaxFirstLimit), 941_400);
        assert_eq!(levels.millionths(Parameter::Health), 13_000_000);
        let asked = payroll.series.iter().filter(|series| series.goes_on == GoesOn::Asked);
        // The three values of the agreement ÉCLAT.
        assert_eq!(asked.count(), 3);
    }
}

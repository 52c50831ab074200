//! What frames a plan: the association, the horizon and the assumptions.

use alloc::collections::BTreeMap;
use alloc::string::String;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::employer::Employer;
use crate::id::IndexId;
use crate::is_default;
use crate::money::{Amount, Percent, Quantity, multiply};
use crate::month::Month;
use crate::opening::OpeningBalance;
use crate::timeline::Timeline;

/// Everything that concerns the whole plan; one part, so that a change of it redoes everything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// Who plans.
    pub association: Association,
    /// For how long.
    pub horizon: Horizon,
    /// Under which assumptions.
    #[serde(default, skip_serializing_if = "is_default")]
    pub assumptions: Assumptions,
    /// From which situation, beside treasury accounts and what the items themselves tell.
    #[serde(default, skip_serializing_if = "is_default")]
    pub opening: OpeningBalance,
}

/// The association.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Association {
    /// Its name.
    pub name: String,
    /// Number in the *répertoire national des associations*, W and nine digits.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rna: Option<String>,
    /// SIREN, nine digits.
    #[serde(default, skip_serializing_if = "is_default")]
    pub siren: Option<String>,
    /// First month of the fiscal year, 1 January … 12 December.
    pub fiscal_year_starts: u8,
    /// How it pays its social contributions.
    #[serde(default, skip_serializing_if = "is_default")]
    pub contributions: ContributionRhythm,
    /// What it is as an employer.
    #[serde(default, skip_serializing_if = "is_default")]
    pub employer: Employer,
    /// Value added tax; reserved, refused by the check until it is calculated.
    #[serde(default, skip_serializing_if = "is_default")]
    pub vat: Option<Vat>,
}

/// Liability to value added tax (*TVA*); reserved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vat {}

/// When social contributions (431) are paid: on the 15th of the month after the pay, or of the
/// month after the quarter for small employers who chose so (CSS art. R243-6 and R243-6-1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ContributionRhythm {
    /// The next month.
    #[default]
    Monthly,
    /// January, April, July, October.
    Quarterly,
}

/// The years of the plan (*horizon*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Horizon {
    /// The calendar year in which the first fiscal year begins.
    pub first_year: i32,
    /// Number of fiscal years, 1 to 10.
    pub years: u8,
    /// The month the plan is looked at from (*situation au*), typed by a person; where it is absent, the
    /// month given by whoever asks: the calculation has no clock.
    #[serde(default, skip_serializing_if = "is_default")]
    pub as_of: Option<Month>,
}

impl Horizon {
    /// The month the plan is looked at from: the one typed, else `today`.
    #[must_use]
    pub fn seen_from(&self, today: Option<Month>) -> Option<Month> {
        self.as_of.or(today)
    }
}

/// Assumptions (*hypothèses*).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumptions {
    /// Named yearly indexes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub indexes: alloc::vec::Vec<Index>,
    /// Cash to keep, in months of payments of the fiscal year (*réserve visée*).
    #[serde(default, skip_serializing_if = "is_default")]
    pub reserve_months: Option<Quantity>,
    /// Weights of the four levels of certainty in the expected view; 20, 50, 80 and 100 % when
    /// absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub certainty_weights: Option<CertaintyWeights>,
    /// What becomes of results.
    #[serde(default, skip_serializing_if = "is_default")]
    pub appropriation: Appropriation,
}

/// Weights of the levels of certainty in the expected view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertaintyWeights {
    /// Level 1, not filed.
    pub not_filed: Percent,
    /// Level 2, filed.
    pub filed: Percent,
    /// Level 3, favourable.
    pub favourable: Percent,
    /// Level 4, certain.
    pub certain: Percent,
}

impl Default for CertaintyWeights {
    fn default() -> Self {
        let percent = |value: i64| Percent::new(Decimal::from(value)).unwrap_or_default();
        Self { not_filed: percent(20), filed: percent(50), favourable: percent(80), certain: percent(100) }
    }
}

/// What the general meeting does with a result (*affectation du résultat*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appropriation {
    /// Months from the end of the fiscal year to the meeting, 1 to 11.
    pub after_months: u8,
    /// Where it goes.
    pub to: AppropriationTarget,
}

impl Default for Appropriation {
    fn default() -> Self {
        Self { after_months: 6, to: AppropriationTarget::CarriedForward }
    }
}

/// Where a result goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AppropriationTarget {
    /// Report à nouveau, 110 or 119.
    CarriedForward,
    /// Réserves pour projet de l'entité, 1068; a deficit goes to 119 all the same.
    ProjectReserves,
}

/// A named yearly index (*indice*), such as prices or pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Index {
    /// Identity.
    pub id: IndexId,
    /// Name.
    pub name: String,
    /// When it steps.
    pub steps: IndexStep,
    /// Growth of each step.
    pub yearly: Percent,
    /// Growth of the steps of single years, in place of `yearly`; a fiscal year is named by the
    /// calendar year in which it begins.
    #[serde(default, skip_serializing_if = "is_default")]
    pub by_year: BTreeMap<i32, Percent>,
}

/// When an index steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum IndexStep {
    /// In January.
    January,
    /// In the first month of the fiscal year.
    FiscalYear,
}

impl Index {
    /// The level in `month`, 1 in the first month of the plan and in any month before it.
    #[must_use]
    pub fn factor(&self, month: Month, timeline: &Timeline) -> Decimal {
        let steps = self.step_year(timeline.first(), timeline) + 1..=self.step_year(month, timeline);
        steps.fold(Decimal::ONE, |level, year| multiply(level, self.growth(year)))
    }

    /// What the level is multiplied by in `month`, where it steps.
    pub(crate) fn step(&self, month: Month, timeline: &Timeline) -> Option<Decimal> {
        let year = self.step_year(month, timeline);
        let steps = month > timeline.first() && year > self.step_year(month.plus(-1), timeline);
        steps.then(|| self.growth(year))
    }

    fn step_year(&self, month: Month, timeline: &Timeline) -> i32 {
        match self.steps {
            IndexStep::January => month.year(),
            IndexStep::FiscalYear => timeline.fiscal_year(month).key(),
        }
    }

    fn growth(&self, year: i32) -> Decimal {
        Decimal::ONE + self.of_year(year).fraction()
    }

    /// The growth of the step of `year`.
    pub(crate) fn of_year(&self, year: i32) -> Percent {
        self.by_year.get(&year).copied().unwrap_or(self.yearly)
    }

    /// `amount` at the level of `month`.
    #[must_use]
    pub fn applied(&self, amount: Amount, month: Month, timeline: &Timeline) -> Decimal {
        multiply(amount.euros(), self.factor(month, timeline))
    }
}

impl Frame {
    /// The months and fiscal years of the plan.
    #[must_use]
    pub fn timeline(&self) -> Timeline {
        let first =
            Month::new(self.horizon.first_year, self.association.fiscal_year_starts).unwrap_or(Month::FIRST);
        Timeline::new(first, self.horizon.years)
    }

    /// The weights of the expected view.
    #[must_use]
    pub fn weights(&self) -> CertaintyWeights {
        self.assumptions.certainty_weights.unwrap_or_default()
    }
}

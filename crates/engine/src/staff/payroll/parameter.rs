//! The parameters of pay: what they are, since when they hold and how they go on.

use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::Deserialize;

use crate::frame::Index;
use crate::money::{Quantity, multiply};
use crate::month::Month;

/// A parameter of pay (*paramètre de paie*). Amounts in euros, rates in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Parameter {
    /// Minimum gross pay of an hour (*SMIC horaire brut*).
    MinimumWage,
    /// Ceiling of a month (*plafond mensuel de la sécurité sociale*).
    Ceiling,
    /// Health, maternity, disability, death; employer (*maladie*).
    Health,
    /// The same, of employees in Alsace-Moselle (*régime local*).
    HealthAlsaceMoselle,
    /// Pension up to the ceiling; employer (*vieillesse plafonnée*).
    OldAgeCapped,
    /// Pension up to the ceiling; employee.
    OldAgeCappedEmployee,
    /// Pension on the whole pay; employer (*vieillesse déplafonnée*).
    OldAge,
    /// Pension on the whole pay; employee.
    OldAgeEmployee,
    /// Family allowances (*allocations familiales*).
    Family,
    /// Solidarity with the old and disabled (*contribution solidarité autonomie*).
    Autonomy,
    /// Accidents at work, mean rate, a default (*AT/MP, taux moyen national*).
    AccidentMean,
    /// Accidents at work, rate of office jobs, a default (*AT/MP, fonctions support*).
    AccidentSupport,
    /// The part of the accident rate that the general reduction covers (*fraction AT/MP*).
    AccidentReduced,
    /// Housing aid fund below 50 employees, up to the ceiling (*FNAL*).
    HousingFundSmall,
    /// Housing aid fund from 50 employees, on the whole pay (*FNAL*).
    HousingFundLarge,
    /// Unemployment (*assurance chômage*).
    Unemployment,
    /// Guarantee of wages (*AGS*).
    WageGuarantee,
    /// Complementary pension up to the ceiling; employer (*Agirc-Arrco tranche 1*).
    Pension1,
    /// Complementary pension up to the ceiling; employee.
    Pension1Employee,
    /// Complementary pension between one and eight ceilings; employer (*tranche 2*).
    Pension2,
    /// Complementary pension between one and eight ceilings; employee.
    Pension2Employee,
    /// Balance of complementary pensions up to the ceiling; employer (*CEG*).
    Balance1,
    /// Balance of complementary pensions up to the ceiling; employee.
    Balance1Employee,
    /// Balance of complementary pensions between one and eight ceilings; employer.
    Balance2,
    /// Balance of complementary pensions between one and eight ceilings; employee.
    Balance2Employee,
    /// Technical balance on the whole pay, if it exceeds the ceiling; employer (*CET*).
    TechnicalBalance,
    /// Technical balance; employee.
    TechnicalBalanceEmployee,
    /// Employment of executives; employer (*APEC*).
    Executives,
    /// Employment of executives; employee.
    ExecutivesEmployee,
    /// Death and disability cover of executives, the least that the employer pays (*prévoyance des cadres*).
    ExecutiveCover,
    /// Social dialogue (*contribution au dialogue social*).
    SocialDialogue,
    /// Training below 11 employees (*formation professionnelle*).
    TrainingSmall,
    /// Training in the third year after 11 employees were reached.
    TrainingThirdYear,
    /// Training in the fourth year after 11 employees were reached.
    TrainingFourthYear,
    /// Training from 11 employees.
    Training,
    /// Training accounts of those on fixed terms (*CPF-CDD*).
    FixedTermTraining,
    /// Apprenticeship tax (*taxe d'apprentissage*).
    ApprenticeshipTax,
    /// Apprenticeship tax in Alsace-Moselle.
    ApprenticeshipTaxAlsaceMoselle,
    /// Housing effort from 50 employees (*participation à l'effort de construction*).
    HousingEffort,
    /// Levy on the employer's share of cover, from 11 employees (*forfait social*).
    CoverLevy,
    /// Deductible part of the CSG.
    SocialContribution,
    /// Part of the CSG that stays taxable.
    SocialContributionTaxed,
    /// CRDS.
    SocialDebt,
    /// Share of pay, up to four ceilings, on which CSG and CRDS are counted (*98,25 %*).
    SocialContributionBase,
    /// General reduction: least coefficient, 0.02 (*RGDU, Tmin*).
    ReductionLeast,
    /// General reduction: what is added to it at the minimum wage, below 50 employees (*Tdelta*).
    ReductionSpan,
    /// The same from 50 employees.
    ReductionSpanLarge,
    /// General reduction: multiple of the minimum wage from which there is none.
    ReductionEnd,
    /// Share of the minimum wage up to which apprentices pay no contributions.
    ApprenticeFree,
    /// Employer's share of complementary health insurance a month, a default (*mutuelle*).
    HealthCover,
    /// Employee's share of complementary health insurance a month, a default.
    HealthCoverEmployee,
    /// Occupational health service, a year for each employee, a default (*médecine du travail*).
    OccupationalHealth,
    /// Salary tax: limit of the first rate, a year (*taxe sur les salaires*).
    SalaryTaxFirstLimit,
    /// Salary tax: limit of the second rate, a year.
    SalaryTaxSecondLimit,
    /// Salary tax: first rate.
    SalaryTaxFirstRate,
    /// Salary tax: second rate.
    SalaryTaxSecondRate,
    /// Salary tax: third rate.
    SalaryTaxThirdRate,
    /// Salary tax: up to so much a year nothing is due (*franchise*).
    SalaryTaxFree,
    /// Salary tax: up to so much a year it is reduced (*décote*).
    SalaryTaxSmall,
    /// Salary tax: what associations deduct from the tax of a year (*abattement*).
    SalaryTaxRelief,
    /// Coefficient of group A, the least of the agreement (*ÉCLAT*).
    EclatLeast,
    /// Value of a point up to the coefficient of group A (*ÉCLAT, V1*).
    EclatPoint1,
    /// Value of a point beyond it (*ÉCLAT, V2*).
    EclatPoint2,
}

impl Parameter {
    /// Every parameter, in the order of their declaration.
    pub const ALL: [Self; 60] = {
        use Parameter::*;
        [
            MinimumWage,
            Ceiling,
            Health,
            HealthAlsaceMoselle,
            OldAgeCapped,
            OldAgeCappedEmployee,
            OldAge,
            OldAgeEmployee,
            Family,
            Autonomy,
            AccidentMean,
            AccidentSupport,
            AccidentReduced,
            HousingFundSmall,
            HousingFundLarge,
            Unemployment,
            WageGuarantee,
            Pension1,
            Pension1Employee,
            Pension2,
            Pension2Employee,
            Balance1,
            Balance1Employee,
            Balance2,
            Balance2Employee,
            TechnicalBalance,
            TechnicalBalanceEmployee,
            Executives,
            ExecutivesEmployee,
            ExecutiveCover,
            SocialDialogue,
            TrainingSmall,
            TrainingThirdYear,
            TrainingFourthYear,
            Training,
            FixedTermTraining,
            ApprenticeshipTax,
            ApprenticeshipTaxAlsaceMoselle,
            HousingEffort,
            CoverLevy,
            SocialContribution,
            SocialContributionTaxed,
            SocialDebt,
            SocialContributionBase,
            ReductionLeast,
            ReductionSpan,
            ReductionSpanLarge,
            ReductionEnd,
            ApprenticeFree,
            HealthCover,
            HealthCoverEmployee,
            OccupationalHealth,
            SalaryTaxFirstLimit,
            SalaryTaxSecondLimit,
            SalaryTaxFirstRate,
            SalaryTaxSecondRate,
            SalaryTaxThirdRate,
            SalaryTaxFree,
            SalaryTaxSmall,
            SalaryTaxRelief,
        ]
    };

    /// Values of the agreement ÉCLAT, which nobody needs who is not under it.
    pub const ECLAT: [Self; 3] = [Self::EclatLeast, Self::EclatPoint1, Self::EclatPoint2];

    /// Whether every pay needs it.
    fn is_needed(self) -> bool {
        (self as usize) < Self::ALL.len()
    }
}

/// How a parameter goes on after its last known value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum GoesOn {
    /// It stays as it is.
    Unchanged,
    /// Every January it grows by the index of the minimum wage, rounded to the cent.
    WithMinimumWage,
    /// Every January it grows by the index of pay, rounded to the euro.
    WithPay,
    /// Every January it grows by the index of prices, rounded to the euro.
    WithPrices,
    /// An agreement has to be made: it is asked from a person, and stays as it is until then.
    Asked,
}

/// How well a value is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Standing {
    /// Read in the source.
    Read,
    /// General knowledge or a usual order of magnitude: to be checked.
    ToBeChecked,
}

/// A value with the month from which it holds.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dated {
    /// The first month in which it holds.
    pub from: Month,
    /// The value.
    pub value: Quantity,
    /// Where it comes from.
    pub source: String,
    /// How well it is known.
    pub standing: Standing,
}

/// The values of a parameter.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// Which parameter.
    pub parameter: Parameter,
    /// How it goes on after the last one.
    pub goes_on: GoesOn,
    /// The values, the earliest first.
    pub values: Vec<Dated>,
}

/// The parameters of pay of an edition of the reference data (*paramètres de paie*).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Payroll {
    /// One series for each parameter.
    pub series: Vec<Series>,
}

/// The indexes of the plan by which parameters go on; unchanged where there is none.
#[derive(Clone, Copy, Debug, Default)]
pub struct Growth<'a> {
    /// Of the minimum wage ("SMIC").
    pub minimum_wage: Option<&'a Index>,
    /// Of pay ("salaires").
    pub pay: Option<&'a Index>,
    /// Of prices ("prix").
    pub prices: Option<&'a Index>,
}

impl Payroll {
    /// The value of a parameter in `month` with how it is known; `None` before its first one.
    #[must_use]
    pub fn known(&self, parameter: Parameter, month: Month) -> Option<&Dated> {
        let series = self.series.iter().find(|series| series.parameter == parameter)?;
        series.values.iter().rev().find(|dated| dated.from <= month)
    }

    /// All parameters in `month`, those beyond the last known value grown by `growth`; `None` if one that
    /// every pay needs has no value yet.
    #[must_use]
    pub fn levels(&self, month: Month, growth: &Growth<'_>) -> Option<Levels> {
        let mut values = [0; Parameter::ALL.len() + Parameter::ECLAT.len()];
        let mut known = 0;
        for series in &self.series {
            if let Some(value) = series.level(month, growth) {
                values[series.parameter as usize] = millionths(value);
                known += usize::from(series.parameter.is_needed());
            }
        }
        (known == Parameter::ALL.len()).then_some(Levels { month, values })
    }

    /// Whether another value of some parameter holds from `month` on.
    pub(crate) fn changes_in(&self, month: Month) -> bool {
        self.series.iter().flat_map(|series| &series.values).any(|dated| dated.from == month)
    }

    /// The first month in which every parameter that pay needs is known; `None` without parameters.
    #[must_use]
    pub fn first_month(&self) -> Option<Month> {
        let needed = self.series.iter().filter(|series| series.parameter.is_needed());
        needed.filter_map(|series| series.values.first()).map(|value| value.from).max()
    }
}

impl Series {
    fn level(&self, month: Month, growth: &Growth<'_>) -> Option<Decimal> {
        let dated = self.values.iter().rev().find(|dated| dated.from <= month)?;
        let value = dated.value.value();
        let is_last = self.values.last().is_some_and(|last| last.from == dated.from);
        let (index, decimals) = match self.goes_on {
            GoesOn::Unchanged | GoesOn::Asked => return Some(value),
            GoesOn::WithMinimumWage => (growth.minimum_wage, 2),
            GoesOn::WithPay => (growth.pay, 0),
            GoesOn::WithPrices => (growth.prices, 0),
        };
        let Some(index) = index.filter(|_| is_last && month.year() > dated.from.year()) else {
            return Some(value);
        };
        // Each year is rounded before the next one grows from it, as the decrees do.
        let grown = (dated.from.year() + 1..=month.year()).fold(value, |value, year| {
            let next = multiply(value, Decimal::ONE + index.of_year(year).fraction());
            next.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
        });
        Some(grown)
    }
}

/// A decimal in millionths, held inside what a parameter may be.
fn millionths(value: Decimal) -> i64 {
    let value = value.round_dp(6);
    let scaled = value.mantissa() * 10_i128.pow(6_u32.saturating_sub(value.scale()));
    i64::try_from(scaled).unwrap_or(0)
}

/// The parameters of one month, ready to calculate with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Levels {
    month: Month,
    /// In millionths of an euro, of a percent, or of the coefficient.
    values: [i64; Parameter::ALL.len() + Parameter::ECLAT.len()],
}

impl Levels {
    /// The month in which they hold.
    #[must_use]
    pub fn month(&self) -> Month {
        self.month
    }

    /// The same values for another month.
    pub(crate) fn in_month(self, month: Month) -> Self {
        Self { month, ..self }
    }

    /// The value in millionths: of an euro for amounts, of a percent for rates.
    #[must_use]
    pub fn millionths(&self, parameter: Parameter) -> i64 {
        self.values[parameter as usize]
    }

    /// An amount in cents, half away from zero.
    #[must_use]
    pub fn cents(&self, parameter: Parameter) -> i64 {
        (self.millionths(parameter) + 5_000) / 10_000
    }

    /// The minimum wage of a year of 35 hours a week, 1,820 hours, in millionths of an euro.
    #[must_use]
    pub fn minimum_wage_year(&self) -> i64 {
        self.millionths(Parameter::MinimumWage) * 1_820
    }

    /// The minimum wage of a month, a twelfth of the year's, in millionths of an euro.
    #[must_use]
    pub fn minimum_wage_month(&self) -> i64 {
        (self.minimum_wage_year() + 6) / 12
    }
}

//! The parameters of pay: what they are.

use serde::Deserialize;

/// A parameter of pay (*paramètre de paie*). Amounts in euros, rates in percent. Those that every pay needs
/// come first.
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
    /// Salary tax: from so much a year on, that of the next year is paid by quarters.
    SalaryTaxQuarterly,
    /// Salary tax: beyond so much a year, that of the next year is paid by months.
    SalaryTaxMonthly,
    /// Coefficient of group A, the least of the agreement (*ÉCLAT*).
    EclatLeast,
    /// Value of a point up to the coefficient of group A (*ÉCLAT, V1*).
    EclatPoint1,
    /// Value of a point beyond it (*ÉCLAT, V2*).
    EclatPoint2,
    /// What the employer pays on top of the minimum wage after the general reduction, in percent: what an hour
    /// of a volunteer is worth with contributions (*SMIC chargé*).
    MinimumWageContributions,
}

impl Parameter {
    /// How many there are.
    pub const COUNT: usize = Self::MinimumWageContributions as usize + 1;

    /// How many of them every pay needs; the values of an agreement and of volunteering come after them.
    pub(super) const NEEDED: usize = Self::EclatLeast as usize;

    /// Whether every pay needs it.
    pub(super) fn is_needed(self) -> bool {
        (self as usize) < Self::NEEDED
    }
}

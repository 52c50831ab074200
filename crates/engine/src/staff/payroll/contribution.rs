//! The contributions of a pay slip: who owes them, on what, to whom, in which account.

use super::parameter::Parameter;

/// A line of a pay slip other than the gross pay (*cotisation ou contribution*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Contribution {
    /// *Maladie, maternité, invalidité, décès*.
    Health,
    /// *Vieillesse plafonnée*.
    OldAgeCapped,
    /// *Vieillesse déplafonnée*.
    OldAge,
    /// *Allocations familiales*.
    Family,
    /// *Contribution solidarité autonomie*.
    Autonomy,
    /// *Accidents du travail, maladies professionnelles*.
    Accident,
    /// *FNAL*.
    HousingFund,
    /// *Assurance chômage*.
    Unemployment,
    /// *AGS*.
    WageGuarantee,
    /// *Agirc-Arrco, tranche 1*.
    Pension1,
    /// *Agirc-Arrco, tranche 2*.
    Pension2,
    /// *CEG, tranche 1*.
    Balance1,
    /// *CEG, tranche 2*.
    Balance2,
    /// *CET*.
    TechnicalBalance,
    /// *APEC*.
    Executives,
    /// *Prévoyance des cadres, minimum de 1,50 %*.
    ExecutiveCover,
    /// *Prévoyance de l'association*.
    Cover,
    /// *Mutuelle*.
    HealthCover,
    /// *Médecine du travail*.
    OccupationalHealth,
    /// *Contribution au dialogue social*.
    SocialDialogue,
    /// *Formation professionnelle*.
    Training,
    /// *CPF-CDD*.
    FixedTermTraining,
    /// *Taxe d'apprentissage*.
    ApprenticeshipTax,
    /// *Participation à l'effort de construction*.
    HousingEffort,
    /// *Versement mobilité*.
    Mobility,
    /// *Forfait social*.
    CoverLevy,
    /// *CSG déductible*.
    SocialContribution,
    /// *CSG non déductible*.
    SocialContributionTaxed,
    /// *CRDS*.
    SocialDebt,
    /// *Réduction générale dégressive unique*, below zero; the share of social security.
    Reduction,
    /// The share of the reduction that lowers complementary pensions.
    PensionReduction,
}

/// Who owes a contribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// On top of gross pay (*part patronale*).
    Employer,
    /// Inside gross pay (*part salariale*).
    Employee,
}

/// To whom a contribution is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// URSSAF, account 431.
    SocialSecurity,
    /// Pension funds, insurers, occupational health and others, account 437.
    Other,
}

/// The expense account of an employer's share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expense {
    /// 645.
    Contributions,
    /// 633.
    TaxesOnPay,
    /// 647.
    OtherSocialCharges,
}

impl Contribution {
    /// Where the employer's share is charged.
    #[must_use]
    pub fn expense(self) -> Expense {
        match self {
            Self::HousingFund
            | Self::SocialDialogue
            | Self::Training
            | Self::FixedTermTraining
            | Self::ApprenticeshipTax
            | Self::HousingEffort
            | Self::Mobility => Expense::TaxesOnPay,
            Self::OccupationalHealth => Expense::OtherSocialCharges,
            _ => Expense::Contributions,
        }
    }

    /// To whom it is paid.
    #[must_use]
    pub fn body(self) -> Body {
        match self {
            Self::Pension1
            | Self::Pension2
            | Self::Balance1
            | Self::Balance2
            | Self::TechnicalBalance
            | Self::Executives
            | Self::ExecutiveCover
            | Self::Cover
            | Self::HealthCover
            | Self::OccupationalHealth
            | Self::HousingEffort
            | Self::PensionReduction => Body::Other,
            _ => Body::SocialSecurity,
        }
    }

    /// Whether an employee deducts it from taxable pay.
    #[must_use]
    pub fn is_deductible(self) -> bool {
        !matches!(self, Self::SocialContributionTaxed | Self::SocialDebt)
    }
}

/// What a contribution is counted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Base {
    /// The whole pay.
    Whole,
    /// Up to the ceiling.
    Capped,
    /// Between one and eight ceilings.
    Second,
    /// Up to four ceilings.
    Four,
    /// Up to eight ceilings if the pay exceeds one, else nothing.
    IfAbove,
}

impl Base {
    /// All of them, in order.
    pub(super) const ALL: [Self; 5] = [Self::Whole, Self::Capped, Self::Second, Self::Four, Self::IfAbove];
}

/// A contribution with a rate of the parameters.
pub(super) struct Rated {
    pub(super) contribution: Contribution,
    pub(super) side: Side,
    pub(super) base: Base,
    pub(super) rate: Parameter,
}

const fn rated(contribution: Contribution, side: Side, base: Base, rate: Parameter) -> Rated {
    Rated { contribution, side, base, rate }
}

/// What every employer pays for every employee.
pub(super) const EMPLOYER: [Rated; 13] = {
    use Contribution as C;
    use Parameter as P;
    [
        rated(C::Health, Side::Employer, Base::Whole, P::Health),
        rated(C::OldAgeCapped, Side::Employer, Base::Capped, P::OldAgeCapped),
        rated(C::OldAge, Side::Employer, Base::Whole, P::OldAge),
        rated(C::Family, Side::Employer, Base::Whole, P::Family),
        rated(C::Autonomy, Side::Employer, Base::Whole, P::Autonomy),
        rated(C::Unemployment, Side::Employer, Base::Four, P::Unemployment),
        rated(C::WageGuarantee, Side::Employer, Base::Four, P::WageGuarantee),
        rated(C::Pension1, Side::Employer, Base::Capped, P::Pension1),
        rated(C::Pension2, Side::Employer, Base::Second, P::Pension2),
        rated(C::Balance1, Side::Employer, Base::Capped, P::Balance1),
        rated(C::Balance2, Side::Employer, Base::Second, P::Balance2),
        rated(C::TechnicalBalance, Side::Employer, Base::IfAbove, P::TechnicalBalance),
        rated(C::SocialDialogue, Side::Employer, Base::Whole, P::SocialDialogue),
    ]
};

/// What every employee pays, except CSG and CRDS; apprentices only on what exceeds their exempt pay.
pub(super) const EMPLOYEE: [Rated; 7] = {
    use Contribution as C;
    use Parameter as P;
    [
        rated(C::OldAgeCapped, Side::Employee, Base::Capped, P::OldAgeCappedEmployee),
        rated(C::OldAge, Side::Employee, Base::Whole, P::OldAgeEmployee),
        rated(C::Pension1, Side::Employee, Base::Capped, P::Pension1Employee),
        rated(C::Pension2, Side::Employee, Base::Second, P::Pension2Employee),
        rated(C::Balance1, Side::Employee, Base::Capped, P::Balance1Employee),
        rated(C::Balance2, Side::Employee, Base::Second, P::Balance2Employee),
        rated(C::TechnicalBalance, Side::Employee, Base::IfAbove, P::TechnicalBalanceEmployee),
    ]
};

/// CSG and CRDS, on a base of their own.
pub(super) const SOCIAL_LEVIES: [(Contribution, Parameter); 3] = [
    (Contribution::SocialContribution, Parameter::SocialContribution),
    (Contribution::SocialContributionTaxed, Parameter::SocialContributionTaxed),
    (Contribution::SocialDebt, Parameter::SocialDebt),
];

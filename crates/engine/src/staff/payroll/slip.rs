//! The pay slip of a month.

use alloc::vec::Vec;

use crate::contract::ContractKind;
use crate::employer::HeadcountBand;
use crate::money::Percent;

use super::contribution::{Base, Contribution, EMPLOYEE, EMPLOYER, Rated, SOCIAL_LEVIES, Side};
use super::levels::Levels;
use super::parameter::Parameter;
use super::reduction::{coefficient, pension_share};
use super::so_far::{YearSoFar, share, taken};
use super::terms::{Payer, Terms};

/// The pay of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pay {
    /// Gross pay in cents, bonuses included (*brut*).
    pub gross: i64,
    /// Paid share of a full-time month of 35 hours a week: part time, absence without pay, arrival.
    pub share: Percent,
}

/// A line of a pay slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which contribution.
    pub contribution: Contribution,
    /// Who owes it.
    pub side: Side,
    /// What it is counted on, in cents; below zero where the year is regularised, 0 for fixed amounts.
    pub base: i64,
    /// The rate in millionths of a percent; 0 for amounts and reductions.
    pub rate: i64,
    /// The parameter that the rate is; none where the association has its own, for amounts and reductions.
    pub parameter: Option<Parameter>,
    /// The amount in cents; reductions are below zero.
    pub cents: i64,
}

/// How the general reduction of a month comes about: that of the pay since January, less what was already
/// deducted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reduction {
    /// The coefficient in ten-thousandths.
    pub coefficient: i64,
    /// Gross pay of the calendar year with this month, in cents.
    pub gross: i64,
    /// What the months before were reduced by, in cents.
    pub before: i64,
}

/// The pay slip of a month (*bulletin de paie*) with the employer's side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slip {
    /// Gross pay in cents.
    pub gross: i64,
    /// The lines that are not zero.
    pub lines: Vec<Line>,
    /// How the general reduction comes about.
    pub reduction: Reduction,
    /// Pay less the employee's contributions (*net avant impôt*), in cents.
    pub net: i64,
    /// What income tax is withheld on (*net imposable*), in cents.
    pub taxable: i64,
    /// Employer's contributions less the reduction, in cents.
    pub employer: i64,
    /// What salary tax is counted on (*assiette de la taxe sur les salaires*), in cents.
    pub salary_tax_base: i64,
}

impl Slip {
    /// Pay with the employer's contributions (*coût employeur*), salary tax left out.
    #[must_use]
    pub fn cost(&self) -> i64 {
        self.gross + self.employer
    }
}

/// The pay slip of a month, after which `so_far` holds that month too.
#[must_use]
pub fn slip(pay: &Pay, terms: &Terms, employer: &Payer, levels: &Levels, so_far: &mut YearSoFar) -> Slip {
    let before = core::mem::take(so_far);
    let after = before.with(pay, terms, levels);
    let bases = [Side::Employer, Side::Employee].map(|side| bases(side, &before, &after));
    let mut sheet = Sheet { before, after, bases, employer, terms, levels, lines: Vec::with_capacity(36) };
    let health = employer.health_cover.max(0);
    let cover = sheet.employer_side(health);
    let (reduction, reduced) = sheet.reduction();
    *so_far = YearSoFar { reduction: before.reduction + reduced, ..after };
    sheet.employee_side(cover);
    let gross = after.gross - before.gross;
    let (mut employee, mut deductible, mut employers) = (0, 0, 0);
    for line in &sheet.lines {
        match line.side {
            Side::Employer => employers += line.cents,
            Side::Employee if line.contribution.is_deductible() => deductible += line.cents,
            Side::Employee => employee += line.cents,
        }
    }
    employee += deductible;
    let salary_tax_base = match terms.kind {
        // CGI art. 231 bis I: no salary tax on apprentices below 11 employees.
        ContractKind::Apprentice if employer.headcount == HeadcountBand::Under11 => 0,
        ContractKind::Apprentice if after.owing == before.owing => 0,
        _ => after.owing - before.owing + cover,
    };
    Slip {
        gross,
        net: gross - employee,
        taxable: gross - deductible + health,
        employer: employers,
        salary_tax_base,
        reduction,
        lines: sheet.lines,
    }
}

/// A rate in millionths of a percent, with the parameter that it is.
#[derive(Clone, Copy)]
struct Rate {
    millionths: i64,
    parameter: Option<Parameter>,
}

/// A pay slip while it is written.
struct Sheet<'a> {
    before: YearSoFar,
    after: YearSoFar,
    /// The month's part of each base, of the employer and of the employee.
    bases: [[i64; Base::ALL.len()]; 2],
    employer: &'a Payer,
    terms: &'a Terms,
    levels: &'a Levels,
    lines: Vec<Line>,
}

impl Sheet<'_> {
    fn rate(&self, parameter: Parameter) -> i64 {
        self.levels.millionths(parameter)
    }

    fn base(&self, base: Base, side: Side) -> i64 {
        self.bases[side as usize][base as usize]
    }

    /// The rate that the law has.
    fn law(&self, parameter: Parameter) -> Rate {
        Rate { millionths: self.rate(parameter), parameter: Some(parameter) }
    }

    fn line(&mut self, contribution: Contribution, side: Side, base: i64, rate: Rate) -> i64 {
        let Rate { millionths: rate, parameter } = rate;
        let cents = share(base, rate);
        if cents != 0 {
            self.lines.push(Line { contribution, side, base, rate, parameter, cents });
        }
        cents
    }

    fn amount(&mut self, contribution: Contribution, side: Side, cents: i64) {
        if cents != 0 {
            self.lines.push(Line { contribution, side, base: 0, rate: 0, parameter: None, cents });
        }
    }

    fn all(&mut self, rated: &[Rated]) {
        for Rated { contribution, side, base, rate } in rated {
            self.line(*contribution, *side, self.base(*base, *side), self.law(*rate));
        }
    }

    /// Writes the employer's side and gives its share of cover, on which others are counted.
    fn employer_side(&mut self, health: i64) -> i64 {
        use Contribution as C;
        let (employer, side) = (self.employer, Side::Employer);
        self.all(&EMPLOYER);
        let whole = self.base(Base::Whole, side);
        let capped = self.base(Base::Capped, side);
        self.line(C::Accident, side, whole, typed(employer.accident));
        match employer.headcount {
            HeadcountBand::From50 => {
                self.line(C::HousingFund, side, whole, self.law(Parameter::HousingFundLarge))
            }
            _ => self.line(C::HousingFund, side, capped, self.law(Parameter::HousingFundSmall)),
        };
        let is_small_apprentice =
            self.terms.kind == ContractKind::Apprentice && employer.headcount == HeadcountBand::Under11;
        if !is_small_apprentice {
            self.line(C::Training, side, whole, self.law(self.training()));
            let tax = if employer.is_in_alsace_moselle {
                Parameter::ApprenticeshipTaxAlsaceMoselle
            } else {
                Parameter::ApprenticeshipTax
            };
            self.line(C::ApprenticeshipTax, side, whole, self.law(tax));
        }
        if matches!(self.terms.kind, ContractKind::FixedTerm { .. }) {
            self.line(C::FixedTermTraining, side, whole, self.law(Parameter::FixedTermTraining));
        }
        if employer.headcount == HeadcountBand::From50 {
            self.line(C::HousingEffort, side, whole, self.law(Parameter::HousingEffort));
        }
        let mut cover = health + self.line(C::Cover, side, whole, typed(employer.provident));
        if self.terms.is_executive {
            let four = self.base(Base::Four, side);
            self.line(C::Executives, side, four, self.law(Parameter::Executives));
            // The association's own cover counts towards the least that an executive is owed.
            let law = self.law(Parameter::ExecutiveCover);
            let least = (law.millionths - typed(employer.provident).millionths).max(0);
            cover += self.line(C::ExecutiveCover, side, capped, Rate { millionths: least, ..law });
        }
        self.amount(C::HealthCover, side, health);
        if employer.headcount >= HeadcountBand::From11To49 {
            self.line(C::Mobility, side, whole, typed(employer.mobility));
            self.line(C::CoverLevy, side, cover, self.law(Parameter::CoverLevy));
        }
        let month = i64::from(self.levels.month().number());
        let until = |month: i64| employer.occupational_health.max(0) * month / 12;
        self.amount(C::OccupationalHealth, side, until(month) - until(month - 1));
        cover
    }

    /// Training: by steps for five years once 11 employees are reached (code du travail, art. L6331-7).
    fn training(&self) -> Parameter {
        let since = self.employer.reached_11.map(|year| self.levels.month().year() - year);
        match (self.employer.headcount, since) {
            (HeadcountBand::Under11, _) | (_, Some(0..=2)) => Parameter::TrainingSmall,
            (_, Some(3)) => Parameter::TrainingThirdYear,
            (_, Some(4)) => Parameter::TrainingFourthYear,
            _ => Parameter::Training,
        }
    }

    /// Writes the general reduction and gives it in cents, below zero where the year so far gave too much.
    fn reduction(&mut self) -> (Reduction, i64) {
        let year = &self.after;
        let coefficient = coefficient(year.gross, year.minimum_wage, self.employer, self.levels);
        let due = share(year.gross, coefficient * 10_000);
        let month = due - year.reduction;
        let explained = Reduction { coefficient, gross: year.gross, before: year.reduction };
        let pension = pension_share(month, self.employer, self.levels);
        self.amount(Contribution::Reduction, Side::Employer, pension - month);
        self.amount(Contribution::PensionReduction, Side::Employer, -pension);
        (explained, month)
    }

    fn employee_side(&mut self, cover: i64) {
        use Contribution as C;
        let (employer, side) = (self.employer, Side::Employee);
        self.all(&EMPLOYEE);
        if employer.is_in_alsace_moselle {
            let whole = self.base(Base::Whole, side);
            self.line(C::Health, side, whole, self.law(Parameter::HealthAlsaceMoselle));
        }
        if self.terms.is_executive {
            // Apprentices are not exempt from it.
            let four = self.base(Base::Four, Side::Employer);
            self.line(C::Executives, side, four, self.law(Parameter::ExecutivesEmployee));
        }
        let whole = self.base(Base::Whole, Side::Employer);
        self.line(C::Cover, side, whole, typed(employer.provident_employee));
        self.amount(C::HealthCover, side, employer.health_cover_employee.max(0));
        let base = self.levy_base(cover);
        for (contribution, rate) in SOCIAL_LEVIES {
            self.line(contribution, side, base, self.law(rate));
        }
    }

    /// What CSG and CRDS are counted on: 98.25 % of the pay up to four ceilings, what is beyond, and the
    /// employer's share of cover (CSS art. L136-1-1); nothing of an apprentice whose pay is exempt.
    fn levy_base(&self, cover: i64) -> i64 {
        if self.after.owing == self.before.owing {
            return 0;
        }
        let reduced = self.rate(Parameter::SocialContributionBase);
        let of = |year: &YearSoFar| {
            let four = taken(Base::Four, year.owing, year.ceiling);
            share(four, reduced) + year.owing - four
        };
        of(&self.after) - of(&self.before) + cover
    }
}

/// The month's part of each base: of the year with it, less that of the year before it.
fn bases(side: Side, before: &YearSoFar, after: &YearSoFar) -> [i64; Base::ALL.len()] {
    let pay = |year: &YearSoFar| if side == Side::Employer { year.gross } else { year.owing };
    Base::ALL.map(|base| taken(base, pay(after), after.ceiling) - taken(base, pay(before), before.ceiling))
}

/// A rate of the association's own.
fn typed(rate: Percent) -> Rate {
    Rate { millionths: i64::try_from(rate.millionths()).unwrap_or(0), parameter: None }
}

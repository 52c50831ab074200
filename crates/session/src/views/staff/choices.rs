//! What may be chosen of a position and of an employer, and what things begin with.

use previ_engine::contract::{Absence, ContractKind, PayScale, YearlyBonus};
use previ_engine::diagnostic::Arg;
use previ_engine::employer::{HeadcountBand, PayrollTax, WhitMonday};
use previ_engine::lending::{Lending, LendingPrice};
use previ_engine::money::{Amount, Percent, Quantity, multiply};
use previ_engine::payment::Part;
use previ_engine::payroll::Parameter;
use previ_reference::default_percent;
use previ_words::{
    Language, Message, ParseAmountError, message, parse_percent, parse_quantity, text, text_with,
};
use rust_decimal::Decimal;

use super::form::{PayStep, PositionForm};
use crate::edits::share;
use crate::open::Session;

/// How a position is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayBy {
    /// A gross amount a month.
    Amount(Amount),
    /// A scale.
    Scale(PayScale),
}

/// The ways of paying to choose from, the one of a step with what is typed of it.
#[must_use]
pub fn pay_kinds(session: &Session, step: &PayStep) -> Vec<(PayBy, String)> {
    let language = session.language();
    let amount = match step.pay {
        PayBy::Amount(amount) => amount,
        PayBy::Scale(_) => Amount::ZERO,
    };
    let minimum = match step.pay {
        PayBy::Scale(PayScale::MinimumWage(times)) => times,
        _ => Quantity::new(Decimal::ONE).unwrap_or_default(),
    };
    let points = match step.pay {
        PayBy::Scale(points @ PayScale::Points { .. }) => points,
        _ => {
            let least = session.reference().payroll.known(Parameter::EclatLeast, step.month);
            let coefficient = least.map(|dated| dated.value).unwrap_or_default();
            PayScale::Points { coefficient, personal: Quantity::default(), yearly: Quantity::default() }
        }
    };
    vec![
        (PayBy::Amount(amount), text(language, "pay-by-amount")),
        (PayBy::Scale(PayScale::MinimumWage(minimum)), text(language, "pay-by-minimum-wage")),
        (PayBy::Scale(points), text(language, "pay-by-points")),
    ]
}

/// Hours of a full-time week (*durée légale*, Code du travail, art. L3121-27).
const FULL_WEEK: i64 = 35;

/// The share of full time that a text says: a percentage, or hours a week as in "28 h".
///
/// # Errors
/// What to type instead.
pub fn read_working_time(language: Language, typed: &str) -> Result<Percent, Message> {
    let typed = typed.trim();
    let hours = ["heures", "heure", "hours", "hour", "h"].iter().find_map(|unit| typed.strip_suffix(unit));
    let read = match hours {
        None => parse_percent(typed),
        Some(hours) => parse_quantity(hours).and_then(|hours| {
            let share = multiply(hours.value(), Decimal::ONE_HUNDRED) / Decimal::from(FULL_WEEK);
            Percent::new(share.round_dp(6)).ok_or(ParseAmountError::TooLarge)
        }),
    };
    let read = read.map_err(|error| error.message(language))?;
    share(read).map_err(|refused| message(language, &refused))?;
    Ok(read)
}

/// The kinds of contracts to choose from, `current` with what is typed of it.
#[must_use]
pub fn contract_kinds(language: Language, current: ContractKind) -> Vec<(ContractKind, String)> {
    let end_bonus = match current {
        ContractKind::FixedTerm { end_bonus } => end_bonus,
        ContractKind::Permanent | ContractKind::Apprentice => default_percent("end-bonus"),
    };
    let kinds = [ContractKind::Permanent, ContractKind::FixedTerm { end_bonus }, ContractKind::Apprentice];
    kinds.map(|kind| (kind, contract_kind(language, kind))).into()
}

fn contract_kind(language: Language, kind: ContractKind) -> String {
    let id = match kind {
        ContractKind::Permanent => "contract-permanent",
        ContractKind::FixedTerm { .. } => "contract-fixed-term",
        ContractKind::Apprentice => "contract-apprentice",
    };
    text(language, id)
}

/// How many people an employer may have.
#[must_use]
pub fn headcount_bands(language: Language) -> Vec<(HeadcountBand, String)> {
    let bands = [
        (HeadcountBand::Under11, "headcount-under-11"),
        (HeadcountBand::From11To49, "headcount-11-to-49"),
        (HeadcountBand::From50, "headcount-from-50"),
    ];
    bands.map(|(band, id)| (band, text(language, id))).into()
}

/// What Whit Monday may be.
#[must_use]
pub fn whit_mondays(language: Language) -> Vec<(WhitMonday, String)> {
    let all = [(WhitMonday::Holiday, "whit-monday-holiday"), (WhitMonday::Worked, "whit-monday-worked")];
    all.map(|(day, id)| (day, text(language, id))).into()
}

/// The tax on pay of an association without VAT, which paid none last year.
#[must_use]
pub fn usual_payroll_tax() -> PayrollTax {
    PayrollTax { liable: Percent::WHOLE, before: Amount::ZERO }
}

/// A bonus to begin with: a month's pay in December.
#[must_use]
pub fn thirteenth_month() -> YearlyBonus {
    YearlyBonus { month: 12, part: Part::Share(Percent::WHOLE) }
}

/// An absence without pay to begin with: the month after the last one, or the first month of the post.
#[must_use]
pub fn next_absence(form: &PositionForm) -> Absence {
    let last = form.contract.absences.iter().map(|absence| absence.to.plus(1)).max();
    let month = last.unwrap_or(form.row.from);
    Absence { from: month, to: month, kept: Percent::default() }
}

/// The employer's share that a typed rate begins with: an order of magnitude.
#[must_use]
pub fn usual_employer_rate() -> Percent {
    default_percent("employer-rate")
}

/// How many months after the work a loan of time may be paid, `current` among them.
#[must_use]
pub fn lending_delays(language: Language, current: u8) -> Vec<(u8, String)> {
    let mut months: Vec<u8> = [0, 1, 2, 3, 6, current].into();
    months.sort_unstable();
    months.dedup();
    let said =
        |months: u8| text_with(language, "staff-lent-delay", &[("months", Arg::Number(months.into()))]);
    months.into_iter().map(|months| (months, said(months))).collect()
}

/// Time lent at cost to begin with: a tenth, or what is left.
#[must_use]
pub fn next_lending(language: Language, form: &PositionForm) -> Lending {
    let tenth = Percent::new(Decimal::TEN).unwrap_or_default();
    Lending {
        to: text(language, "staff-lent-to-whom"),
        share: tenth.min(form.structure),
        from: None,
        until: None,
        price: LendingPrice::Cost,
        delay_months: 1,
    }
}

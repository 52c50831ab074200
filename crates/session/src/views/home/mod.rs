//! The page *Accueil*: is the budget in balance, will the cash hold, what is there to do.

use previ_engine::certainty::{Certainty, CertaintyView};
use previ_engine::diagnostic::{Diagnostic, Place, Severity};
use previ_engine::month::Month;
use previ_engine::timeline::FiscalYear;
use previ_words::{certainty, fiscal_year, message, text};

use super::cash::CashCurve;
use crate::open::Session;
use income::by_certainty;

mod income;

/// The page *Accueil*.
#[derive(Clone, Debug, PartialEq)]
pub struct HomePage {
    /// The association's name.
    pub association: String,
    /// Each fiscal year in figures, of the selected view.
    pub years: Vec<YearSummary>,
    /// Cash by month, of the selected view.
    pub cash: CashCurve,
    /// Income by certainty of all that is asked for, whatever view is selected: own income first, then
    /// grants, the surest first.
    pub income: Vec<CertaintyRow>,
    /// What to look at first, the gravest first: alerts, then what the check of the plan found.
    pub alerts: Vec<AlertView>,
    /// What to do next in a plan that is not complete yet.
    pub next_steps: Vec<NextStep>,
}

/// A fiscal year in figures, in cents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearSummary {
    /// Which fiscal year.
    pub year: FiscalYear,
    /// Its title, such as 2027 or 2027-28.
    pub title: String,
    /// Charges.
    pub charges_cents: i64,
    /// Income.
    pub income_cents: i64,
    /// Excess above zero, deficit below.
    pub result_cents: i64,
    /// Still to be found for a result of zero.
    pub to_find_cents: i64,
    /// Cash at its end.
    pub closing_cents: i64,
    /// The lowest month end: month and cents.
    pub low_point: Option<(Month, i64)>,
}

/// Income of one certainty by fiscal year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertaintyRow {
    /// Its level; none for own income.
    pub certainty: Option<Certainty>,
    /// Its title.
    pub title: String,
    /// Cents by fiscal year.
    pub cents: Vec<i64>,
}

/// Something to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlertView {
    /// How serious it is.
    pub severity: Severity,
    /// What is said.
    pub text: String,
    /// What to do about it; empty when there is nothing to say.
    pub hint: String,
    /// Where it is.
    pub place: Place,
}

/// Something to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// What.
    pub kind: NextKind,
    /// In words.
    pub text: String,
}

/// Kinds of things to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextKind {
    /// Read the association's spreadsheet.
    ImportSheet,
    /// Look at the example.
    OpenExample,
    /// Say how much money is in the bank.
    SetOpeningCash,
    /// Write down expenses and own income.
    AddLines,
    /// Write down who is employed.
    AddPositions,
    /// Write down who gives money.
    AddAgreements,
    /// Say how much cash is to be kept.
    SetReserve,
}

impl AlertView {
    /// A diagnostic in words.
    #[must_use]
    pub fn new(language: previ_words::Language, diagnostic: &Diagnostic) -> Self {
        let said = message(language, diagnostic);
        let Diagnostic { severity, place, .. } = diagnostic.clone();
        Self { severity, text: said.text, hint: said.hint, place }
    }
}

impl HomePage {
    pub(crate) fn new(session: &Session) -> Self {
        let mut found: Vec<&Diagnostic> = session.alerts().iter().chain(session.diagnostics()).collect();
        found.sort_by_key(|diagnostic| std::cmp::Reverse(diagnostic.severity));
        Self {
            association: session.plan().frame.association.name.clone(),
            years: years(session),
            cash: CashCurve::new(session.cash_forecast()),
            income: by_certainty(session.view(CertaintyView::Everything))
                .into_iter()
                .map(|(level, cents)| CertaintyRow {
                    certainty: level,
                    title: level.map_or_else(
                        || text(session.language(), "home-own-income"),
                        |level| certainty(session.language(), level),
                    ),
                    cents,
                })
                .collect(),
            alerts: found.into_iter().map(|alert| AlertView::new(session.language(), alert)).collect(),
            next_steps: next_steps(session),
        }
    }
}

fn years(session: &Session) -> Vec<YearSummary> {
    let (income, cash) = (session.income(), session.cash_forecast());
    let at = |cents: &[i64], place: usize| cents.get(place).copied().unwrap_or(0);
    let summary = |(place, year): (usize, &FiscalYear)| YearSummary {
        year: *year,
        title: fiscal_year(*year),
        charges_cents: at(&income.charges.total_cents, place),
        income_cents: at(&income.income.total_cents, place),
        result_cents: at(&income.result_cents, place),
        to_find_cents: at(&income.to_find_cents, place),
        closing_cents: at(&cash.closing_cents, place * 12 + 11),
        low_point: cash.low_points.get(place).copied(),
    };
    income.years.iter().enumerate().map(summary).collect()
}

fn next_steps(session: &Session) -> Vec<NextStep> {
    let plan = session.plan();
    let no_cash = plan.treasury.iter().all(|account| account.opening.euros().is_zero());
    let nothing = plan.lines.is_empty() && plan.positions.is_empty() && plan.agreements.is_empty();
    let no_target = plan.frame.assumptions.reserve_months.is_none();
    let wanted = [
        (nothing, NextKind::ImportSheet, "next-import-sheet"),
        (nothing, NextKind::OpenExample, "next-open-example"),
        (no_cash, NextKind::SetOpeningCash, "next-set-opening-cash"),
        (plan.lines.is_empty(), NextKind::AddLines, "next-add-lines"),
        (plan.positions.is_empty(), NextKind::AddPositions, "next-add-positions"),
        (plan.agreements.is_empty(), NextKind::AddAgreements, "next-add-agreements"),
        (!nothing && no_target, NextKind::SetReserve, "next-set-reserve"),
    ];
    let language = session.language();
    let chosen = wanted.into_iter().filter(|(wanted, _, _)| *wanted);
    chosen.map(|(_, kind, id)| NextStep { kind, text: text(language, id) }).collect()
}

//! Who pays for what: a table for each activity and for each agreement, years in columns.

use previ_engine::agreement::FundingAgreement;
use previ_engine::diagnostic::Arg;
use previ_engine::funding_statement::{
    ActivityFunding, AgreementFunding, PaidBy, TrancheFunding, funding_by_activity, funding_by_agreement,
    funding_by_tranche,
};
use previ_engine::id::{ActivityId, AgreementId, FunderId, TrancheId};
use previ_engine::month::Month;
use previ_engine::promise::{Promise, funding_by_funder};
use previ_engine::view::View;
use previ_words::{Language, fiscal_year, month_short, text, text_with};

use super::cell::{CellView, Emphasis};
use super::explanation::Scope;
use super::sureness::{sureness, sureness_until};
use sums::sums;

mod sums;

/// Who pays for what (*financement des actions*), as a view counts it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FundingPage {
    /// The fiscal years, such as 2027 or 2027-28.
    pub years: Vec<String>,
    /// The structure and the activities that cost or receive something, in the order of their ids.
    pub activities: Vec<FundingTable<Option<ActivityId>>>,
    /// The whole, and the activities with others below them, those included.
    pub sums: Vec<FundingTable<Scope>>,
    /// The agreements in the order of the plan.
    pub agreements: Vec<FundingTable<AgreementId>>,
    /// The tranches of all agreements.
    pub tranches: Vec<PromiseRow<TrancheId>>,
    /// The funders, all their agreements together.
    pub funders: Vec<PromiseRow<FunderId>>,
    language: Language,
}

/// What is paid and by whom, or what becomes of money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FundingTable<T> {
    /// Which activity, the structure when none, or which agreement.
    pub about: T,
    /// Its name; an agreement's with its funder and how sure it is.
    pub title: String,
    /// Its rows.
    pub rows: Vec<FundingRow>,
}

/// What a tranche or a funder promises, over all years of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseRow<T> {
    /// Which one.
    pub about: T,
    /// Its name; a tranche's with its agreement and its period.
    pub title: String,
    /// In cents, in the order of [`PROMISE_COLUMNS`].
    pub cents: [i64; PROMISE_COLUMNS.len()],
}

/// The text ids of the columns of a [`PromiseRow`]: asked, granted, counted, received, still to come at the
/// last year end, most that may have to go back at any year end.
pub const PROMISE_COLUMNS: [&str; 6] = [
    "agreements-asked",
    "agreements-granted",
    "promise-counted",
    "promise-received",
    "promise-to-come",
    "promise-at-risk",
];

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FundingRow {
    /// What it shows.
    pub kind: FundingRowKind,
    /// Its title.
    pub title: String,
    /// How sure it is, since when and until when, such as "mars 27 – août 29 · 4 – certain"; empty where that
    /// says nothing.
    pub note: String,
    /// By fiscal year, in cents.
    pub cents: Vec<i64>,
}

impl FundingRow {
    fn named(language: Language, kind: FundingRowKind, id: &str, cents: &[i64]) -> Self {
        Self { kind, title: text(language, id), note: String::new(), cents: cents.into() }
    }

    fn says_something(&self) -> bool {
        self.cents.iter().any(|cents| *cents != 0)
    }

    /// Whether it stands out: what there is to pay, and what is left of it.
    #[must_use]
    pub fn is_total(&self) -> bool {
        matches!(self.kind, FundingRowKind::Cost | FundingRowKind::Base | FundingRowKind::Left)
    }
}

/// What a row shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FundingRowKind {
    /// What an activity costs.
    Cost,
    /// What its own income pays.
    OwnIncome,
    /// What an agreement pays of it.
    PaidBy(AgreementId),
    /// What nobody pays.
    Left,
    /// Cost that an agreement may pay.
    Base,
    /// Cost that it pays.
    Paid,
    /// Its income.
    Income,
    /// Carried over to later years.
    Carried,
    /// Owed back to the funder.
    GivenBack,
    /// Received.
    Received,
    /// Of what nobody pays, what other resources cover.
    OwnFunds,
    /// Of what nobody pays, what is still to be found.
    ToFind,
    /// Money that waits for costs of later years.
    Waiting,
    /// Money that found no cost.
    Surplus,
    /// Counted for the year.
    Counted,
    /// Still to be paid by the funder at the year end.
    ToCome,
    /// To be given back at the year end if the project stopped there.
    AtRisk,
}

impl FundingPage {
    /// The tables of a view.
    #[must_use]
    pub fn new(view: &View, language: Language) -> Self {
        let years = view.timeline().fiscal_years().into_iter().map(fiscal_year).collect();
        let all = funding_by_activity(view);
        let activities = all.iter().filter(|found| !found.cost_cents.iter().all(|cents| *cents == 0));
        let sums = sums(view, &all);
        let sums = sums.iter().map(|(scope, found)| activity_table(view, *scope, found, language));
        let agreements = funding_by_agreement(view);
        let tranches = funding_by_tranche(view);
        let funders = funding_by_funder(view).into_iter().map(|found| PromiseRow {
            about: found.funder,
            title: view.plan().label(found.funder.into()).to_owned(),
            cents: promise_cents(&found.promise, &found.received_cents),
        });
        Self {
            years,
            activities: activities
                .map(|found| activity_table(view, found.activity, found, language))
                .collect(),
            sums: sums.collect(),
            agreements: agreements
                .iter()
                .filter_map(|found| agreement_table(view, found, language))
                .collect(),
            tranches: tranches.iter().filter_map(|found| tranche_row(view, found, language)).collect(),
            funders: funders.collect(),
            language,
        }
    }

    /// Who pays for what a row of the activities is about; with the activities below it, where it has some.
    #[must_use]
    pub fn scope(&self, scope: Scope) -> Option<&[FundingRow]> {
        if let Some(sum) = self.sums.iter().find(|table| table.about == scope) {
            return Some(&sum.rows);
        }
        let id = match scope {
            Scope::Whole => return None,
            Scope::Structure => None,
            Scope::Activity(id) => Some(id),
        };
        self.activities.iter().find(|table| table.about == id).map(|table| table.rows.as_slice())
    }

    /// The table of an agreement.
    #[must_use]
    pub fn agreement(&self, id: AgreementId) -> Option<&FundingTable<AgreementId>> {
        self.agreements.iter().find(|table| table.about == id)
    }

    /// A cell of a column of [`PROMISE_COLUMNS`].
    #[must_use]
    pub fn promise_cell<T>(&self, row: &PromiseRow<T>, column: usize) -> CellView {
        row.cents.get(column).map(|cents| CellView::amount(self.language, *cents)).unwrap_or_default()
    }

    /// The title of a row, as a cell.
    #[must_use]
    pub fn title(&self, row: &FundingRow) -> CellView {
        CellView::text(row.title.clone())
    }

    /// The note of a row, as a cell.
    #[must_use]
    pub fn note(&self, row: &FundingRow) -> CellView {
        CellView::text(row.note.clone()).standing_out(Emphasis::Quiet)
    }

    /// A cell of a row.
    #[must_use]
    pub fn cell(&self, row: &FundingRow, year: usize) -> CellView {
        let cents = row.cents.get(year).copied().unwrap_or(0);
        let emphasis = match row.kind {
            FundingRowKind::Left => Emphasis::Result,
            FundingRowKind::GivenBack | FundingRowKind::ToFind if cents > 0 => Emphasis::Alarm,
            FundingRowKind::OwnFunds | FundingRowKind::Waiting => Emphasis::Quiet,
            FundingRowKind::Cost | FundingRowKind::Base => Emphasis::Total,
            _ => Emphasis::Normal,
        };
        CellView::amount(self.language, cents).standing_out(emphasis)
    }
}

fn activity_table<T>(view: &View, about: T, found: &ActivityFunding, language: Language) -> FundingTable<T> {
    let named = |kind, id: &str, cents: &[i64]| FundingRow::named(language, kind, id, cents);
    let mut rows = vec![named(FundingRowKind::Cost, "funding-cost", &found.cost_cents)];
    if found.own_income_cents.iter().any(|cents| *cents != 0) {
        rows.push(named(FundingRowKind::OwnIncome, "funding-own-income", &found.own_income_cents));
    }
    rows.extend(found.paid.iter().map(|paid| paid_row(view, paid, language)));
    rows.push(named(FundingRowKind::Left, "funding-left", &found.left_cents));
    let details = [
        named(FundingRowKind::OwnFunds, "funding-own-funds", &found.own_funds_cents),
        named(FundingRowKind::ToFind, "funding-to-find", &found.to_find_cents),
        named(FundingRowKind::Waiting, "funding-waiting", &found.carried_cents),
        named(FundingRowKind::Surplus, "funding-surplus", &found.surplus_cents),
    ];
    rows.extend(details.into_iter().filter(FundingRow::says_something));
    let title = match found.activity {
        Some(id) => view.plan().label(id.into()).to_owned(),
        None => text(language, "activities-structure"),
    };
    FundingTable { about, title, rows }
}

/// Who pays, how sure it is, since when and until when.
fn paid_row(view: &View, paid: &PaidBy, language: Language) -> FundingRow {
    let short = |month: Option<Month>| month.map(|month| month_short(language, month)).unwrap_or_default();
    let agreement = view.plan().agreements.iter().find(|known| known.id == paid.agreement);
    let span = paid.first.zip(paid.last);
    let certainty = agreement.zip(span).map(|(known, span)| sureness_until(known, span, language));
    let certainty = certainty.unwrap_or_default();
    let args = [
        ("certainty", Arg::Text(certainty)),
        ("from", Arg::Text(short(paid.first))),
        ("to", Arg::Text(short(paid.last))),
    ];
    FundingRow {
        kind: FundingRowKind::PaidBy(paid.agreement),
        title: view.plan().label(paid.agreement.into()).to_owned(),
        note: text_with(
            language,
            if paid.first == paid.last { "funding-paid-in" } else { "funding-paid-by" },
            &args,
        ),
        cents: paid.cents.clone(),
    }
}

fn agreement_table(
    view: &View,
    found: &AgreementFunding,
    language: Language,
) -> Option<FundingTable<AgreementId>> {
    let agreement: &FundingAgreement =
        view.plan().agreements.iter().find(|known| known.id == found.agreement)?;
    let row = |kind, id: &str, cents: &[i64]| FundingRow::named(language, kind, id, cents);
    let mut rows = Vec::new();
    if agreement.must_find_cost() {
        rows.push(row(FundingRowKind::Base, "funding-base", &found.base_cents));
        rows.push(row(FundingRowKind::Paid, "funding-paid", &found.paid_cents));
    }
    rows.push(row(FundingRowKind::Counted, "funding-counted", &found.promise.by_year_cents));
    rows.push(row(FundingRowKind::Income, "funding-income", &found.income_cents));
    let rare = [
        row(FundingRowKind::Carried, "funding-carried", &found.carried_cents),
        row(FundingRowKind::GivenBack, "funding-given-back", &found.given_back_cents),
    ];
    rows.extend(rare.into_iter().filter(FundingRow::says_something));
    rows.push(row(FundingRowKind::Received, "funding-received", &found.received_cents));
    let promised = [
        row(FundingRowKind::ToCome, "funding-to-come", &found.promise.to_come_cents),
        row(FundingRowKind::AtRisk, "funding-at-risk", &found.promise.at_risk_cents),
    ];
    rows.extend(promised.into_iter().filter(FundingRow::says_something));
    let args = [
        ("label", Arg::Text(agreement.label.clone())),
        ("funder", Arg::Text(view.plan().label(agreement.funder.into()).to_owned())),
        ("certainty", Arg::Text(sureness(agreement, None, language))),
    ];
    let title = text_with(language, "funding-agreement", &args);
    Some(FundingTable { about: agreement.id, title, rows })
}

fn promise_cents(promise: &Promise, received: &[i64]) -> [i64; PROMISE_COLUMNS.len()] {
    [
        promise.asked_cents,
        promise.granted_cents,
        promise.counted_cents,
        received.iter().sum(),
        promise.to_come_cents.last().copied().unwrap_or(0),
        promise.at_risk_cents.iter().max().copied().unwrap_or(0),
    ]
}

fn tranche_row(view: &View, found: &TrancheFunding, language: Language) -> Option<PromiseRow<TrancheId>> {
    let agreement = view.plan().agreements.iter().find(|known| known.id == found.money.agreement)?;
    let tranche = agreement.tranches.iter().find(|tranche| tranche.id == found.tranche)?;
    let args = [
        ("label", Arg::Text(agreement.label.clone())),
        ("from", Arg::Text(month_short(language, tranche.from))),
        ("to", Arg::Text(month_short(language, tranche.to))),
    ];
    let title = text_with(language, "funding-tranche", &args);
    let cents = promise_cents(&found.money.promise, &found.money.received_cents);
    Some(PromiseRow { about: found.tranche, title, cents })
}

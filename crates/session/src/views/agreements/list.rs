//! The list of agreements.

use previ_engine::agreement::FundingAgreement;
use previ_engine::certainty::{Certainty, Stage};
use previ_engine::diagnostic::Arg;
use previ_engine::funding_statement::{AgreementFunding, funding_by_agreement};
use previ_engine::id::{AgreementId, FunderId};
use previ_engine::money::Amount;
use previ_engine::timeline::FiscalYear;
use previ_engine::view::View;
use previ_words::{Language, fiscal_year, stage, text, text_with};

use crate::open::Session;
use crate::views::cell::{CellView, Emphasis};
use crate::views::sureness::sureness;

/// The list of agreements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementsPage {
    /// The columns in order.
    pub columns: Vec<AgreementColumn>,
    /// One row for each agreement, in the order of the plan.
    pub rows: Vec<AgreementRow>,
    language: Language,
}

/// A column of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgreementColumn {
    /// Who pays.
    Funder,
    /// The agreement's name.
    Label,
    /// Where it stands.
    Stage,
    /// How sure it is.
    Certainty,
    /// What was or will be asked, all tranches together.
    Asked,
    /// What was granted, as far as it is known.
    Granted,
    /// Income of a fiscal year, as the selected view counts it.
    Income(FiscalYear),
    /// Money received in a fiscal year, as the selected view counts it.
    Received(FiscalYear),
}

/// An agreement in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementRow {
    /// Which agreement.
    pub id: AgreementId,
    /// Its name.
    pub label: String,
    /// Who pays.
    pub funder: FunderId,
    /// The funder's name.
    pub funder_name: String,
    /// Where it stands.
    pub stage: Stage,
    /// How sure it is; none when refused.
    pub certainty: Option<Certainty>,
    /// The same in words, later tranches with a certainty of their own included.
    pub sureness: String,
    /// What was or will be asked, in cents.
    pub asked_cents: i64,
    /// What was granted, in cents; none while no line of it is known.
    pub granted_cents: Option<i64>,
    /// Income by fiscal year, what was carried in and out counted, in cents.
    pub income_cents: Vec<i64>,
    /// Money received by fiscal year, less what was paid back, in cents.
    pub received_cents: Vec<i64>,
}

impl AgreementsPage {
    pub(crate) fn new(session: &Session) -> Self {
        let view = session.view(session.selected_view());
        let years = view.timeline().fiscal_years();
        let mut columns = vec![
            AgreementColumn::Funder,
            AgreementColumn::Label,
            AgreementColumn::Stage,
            AgreementColumn::Certainty,
            AgreementColumn::Asked,
            AgreementColumn::Granted,
        ];
        columns.extend(years.iter().map(|year| AgreementColumn::Income(*year)));
        columns.extend(years.iter().map(|year| AgreementColumn::Received(*year)));
        let money = funding_by_agreement(view);
        let both = session.plan().agreements.iter().zip(money);
        let rows = both.map(|(agreement, money)| row(agreement, money, view, session.language())).collect();
        Self { columns, rows, language: session.language() }
    }

    /// The title of a column; empty beyond the last one.
    #[must_use]
    pub fn title(&self, column: usize) -> String {
        let year =
            |id, year: FiscalYear| text_with(self.language, id, &[("year", Arg::Text(fiscal_year(year)))]);
        let id = match self.columns.get(column) {
            None => return String::new(),
            Some(AgreementColumn::Income(of)) => return year("agreements-income", *of),
            Some(AgreementColumn::Received(of)) => return year("agreements-received", *of),
            Some(AgreementColumn::Funder) => "agreements-funder",
            Some(AgreementColumn::Label) => "agreements-label",
            Some(AgreementColumn::Stage) => "agreements-stage",
            Some(AgreementColumn::Certainty) => "agreements-certainty",
            Some(AgreementColumn::Asked) => "agreements-asked",
            Some(AgreementColumn::Granted) => "agreements-granted",
        };
        text(self.language, id)
    }

    /// A cell; an empty one beyond the last row or column.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> CellView {
        let (Some(row), Some(column)) = (self.rows.get(row), self.columns.get(column)) else {
            return CellView::default();
        };
        let amount = |cents| CellView::amount(self.language, cents);
        let first = self.columns.iter().find_map(|column| match column {
            AgreementColumn::Income(year) => Some(*year),
            _ => None,
        });
        let of_year = |cents: &[i64], year: FiscalYear| {
            let years = first.map_or(0, |first| year.first.since(first.first) / 12);
            let place = usize::try_from(years).ok();
            place.and_then(|place| cents.get(place)).map(|cents| amount(*cents)).unwrap_or_default()
        };
        let cell = match column {
            AgreementColumn::Funder => CellView::text(row.funder_name.clone()),
            AgreementColumn::Label => CellView::text(row.label.clone()),
            AgreementColumn::Stage => CellView::text(stage(self.language, row.stage)),
            AgreementColumn::Certainty => CellView::text(row.sureness.clone()),
            AgreementColumn::Asked => amount(row.asked_cents),
            AgreementColumn::Granted => row.granted_cents.map(amount).unwrap_or_default(),
            AgreementColumn::Income(year) => of_year(&row.income_cents, *year),
            AgreementColumn::Received(year) => of_year(&row.received_cents, *year),
        };
        let refused = row.stage == Stage::Refused;
        cell.standing_out(if refused { Emphasis::Quiet } else { Emphasis::Normal })
    }
}

fn row(
    agreement: &FundingAgreement,
    money: AgreementFunding,
    view: &View,
    language: Language,
) -> AgreementRow {
    let lines = || agreement.tranches.iter().flat_map(|tranche| &tranche.lines);
    let granted: Vec<i64> = lines().filter_map(|line| line.granted).map(Amount::cents).collect();
    AgreementRow {
        id: agreement.id,
        label: agreement.label.clone(),
        funder: agreement.funder,
        funder_name: view.plan().label(agreement.funder.into()).to_owned(),
        stage: agreement.stage,
        certainty: agreement.level(),
        sureness: sureness(agreement, None, language),
        asked_cents: lines().map(|line| line.asked.cents()).sum(),
        granted_cents: (!granted.is_empty()).then(|| granted.iter().sum()),
        income_cents: money.income_cents,
        received_cents: money.received_cents,
    }
}

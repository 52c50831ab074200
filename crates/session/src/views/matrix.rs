//! Who pays what: funders in rows, activities in columns.

use previ_engine::matrix::{FundingMatrix, Payer, funding_matrix};
use previ_engine::view::View;
use previ_words::{Language, fiscal_year, text};

use super::cell::{CellView, Emphasis};

/// Who pays what (*qui paie quoi*), for one fiscal year or for all years together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixPage {
    /// The fiscal years, such as 2027 or 2027-28.
    pub years: Vec<String>,
    /// The titles of the columns: those who pay, each activity, the total.
    pub columns: Vec<String>,
    /// The titles of the rows: those who pay, then the total, what the activities cost.
    pub rows: Vec<String>,
    matrix: FundingMatrix,
    language: Language,
}

impl MatrixPage {
    /// The matrix of a view.
    #[must_use]
    pub fn new(view: &View, language: Language) -> Self {
        let matrix = funding_matrix(view);
        let say = |id| text(language, id);
        let activities = matrix.activities.iter().map(|id| match id {
            Some(id) => view.plan().label((*id).into()).to_owned(),
            None => say("activities-structure"),
        });
        let payers = matrix.rows.iter().map(|row| match row.payer {
            Payer::Funder(id) => view.plan().label(id.into()).to_owned(),
            Payer::OwnIncome => say("matrix-own-income"),
            Payer::OwnFunds => say("matrix-own-funds"),
            Payer::ToFind => say("matrix-to-find"),
        });
        let first = std::iter::once(say("matrix-payer"));
        let total = std::iter::once(say("matrix-total"));
        Self {
            years: view.timeline().fiscal_years().into_iter().map(fiscal_year).collect(),
            columns: first.chain(activities).chain(total).collect(),
            rows: payers.chain([say("matrix-cost")]).collect(),
            matrix,
            language,
        }
    }

    /// Whether there is no cost at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.matrix.activities.is_empty()
    }

    /// Whether something is to be found.
    #[must_use]
    pub fn has_to_find(&self) -> bool {
        self.matrix.rows.iter().any(|row| row.payer == Payer::ToFind)
    }

    /// How a row stands out.
    #[must_use]
    pub fn emphasis(&self, row: usize) -> Emphasis {
        if row + 1 == self.rows.len() { Emphasis::Total } else { Emphasis::Normal }
    }

    /// A cell, for one fiscal year or for all; an empty one beyond the last row or column. Nothing is paid
    /// where it is empty.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize, year: Option<usize>) -> CellView {
        let activities = self.matrix.activities.len();
        let is_total = column == activities + 1;
        if row >= self.rows.len() || column > activities + 1 {
            return CellView::default();
        }
        let Some(activity) = column.checked_sub(1) else {
            return CellView::text(self.rows[row].clone()).standing_out(self.emphasis(row));
        };
        let cents = match self.matrix.rows.get(row) {
            Some(found) if is_total => found.total(year),
            Some(found) => found.of(activity, year),
            None if is_total => (0..activities).map(|activity| self.matrix.cost(activity, year)).sum(),
            None => self.matrix.cost(activity, year),
        };
        let payer = self.matrix.rows.get(row).map(|row| row.payer);
        if cents == 0 && payer.is_some() {
            return CellView::default();
        }
        let emphasis = match payer {
            None => Emphasis::Total,
            Some(Payer::ToFind) => Emphasis::Alarm,
            Some(Payer::OwnFunds | Payer::OwnIncome | Payer::Funder(_)) => Emphasis::Normal,
        };
        CellView::amount(self.language, cents).standing_out(emphasis)
    }
}

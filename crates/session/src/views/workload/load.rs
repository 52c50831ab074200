//! How busy positions are in each month.

use std::ops::Range;

use previ_engine::money::to_cents;
use previ_engine::timeline::FiscalYear;
use previ_words::{Language, fiscal_year, month_short, number, text};
use rust_decimal::Decimal;

use crate::open::Session;
use crate::views::cell::{CellView, LoadStep};

/// The map of the workload (*charge par mois*): positions and months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadPage {
    /// The fiscal years with the places of their months.
    pub years: Vec<(String, Range<usize>)>,
    /// The months, such as mars 27.
    pub months: Vec<String>,
    /// The positions by name, in the order of the plan.
    pub rows: Vec<String>,
    /// Whole percents by position and month; none in months without days.
    percents: Vec<Vec<Option<i64>>>,
    language: Language,
}

impl LoadPage {
    pub(crate) fn new(session: &Session) -> Self {
        let statements = session.statements();
        let workload = statements.workload();
        let language = session.language();
        // Rounded as whole euros are; one hundred is not yet too much.
        let whole = |percent: Decimal| to_cents(percent / Decimal::ONE_HUNDRED);
        let title = |year: &FiscalYear| fiscal_year(*year);
        Self {
            years: workload
                .years
                .iter()
                .enumerate()
                .map(|(place, year)| (title(year), place * 12..place * 12 + 12))
                .collect(),
            months: workload.months.iter().map(|month| month_short(language, *month)).collect(),
            rows: workload
                .positions
                .iter()
                .map(|load| statements.view.plan().label(load.position.into()).to_owned())
                .collect(),
            percents: workload
                .positions
                .iter()
                .map(|load| load.load().into_iter().map(|load| load.map(whole)).collect())
                .collect(),
            language,
        }
    }

    /// A cell; an empty one for months without days, and beyond the last row or month.
    #[must_use]
    pub fn cell(&self, row: usize, month: usize) -> CellView {
        let percents = self.percents.get(row);
        let Some(percent) = percents.and_then(|row| row.get(month)).copied().flatten() else {
            return CellView::default();
        };
        let text = format!("{}\u{A0}%", number(self.language, Decimal::from(percent)));
        CellView { load: Some(step(percent)), ..CellView::percent(text) }
    }

    /// Whether somebody has more to do than there is time.
    #[must_use]
    pub fn has_overload(&self) -> bool {
        self.percents.iter().flatten().flatten().any(|percent| step(*percent) == LoadStep::Over)
    }
}

fn step(percent: i64) -> LoadStep {
    match percent {
        ..50 => LoadStep::Light,
        50..90 => LoadStep::Medium,
        90..=100 => LoadStep::Full,
        _ => LoadStep::Over,
    }
}

/// What a step means, in words.
#[must_use]
pub fn load_step(language: Language, step: LoadStep) -> String {
    let id = match step {
        LoadStep::Light => "load-light",
        LoadStep::Medium => "load-medium",
        LoadStep::Full => "load-full",
        LoadStep::Over => "load-over",
    };
    text(language, id)
}

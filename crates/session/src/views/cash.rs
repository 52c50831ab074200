//! The page *Trésorerie*: the cash forecast by month, and its curve.

use std::sync::Arc;

use previ_engine::cash::{CashForecast, CashLine, CashRow};
use previ_engine::certainty::CertaintyView;
use previ_engine::figure::{CashPart, Figure};
use previ_engine::month::Month;
use previ_engine::timeline::Timeline;
use previ_words::{Language, cash_row, text};

use super::cell::{CellView, Emphasis};
use super::columns::{Column, Columns, OpenYears};
use crate::open::Session;

/// The page *Trésorerie*: columns are fiscal years that open into months.
#[derive(Clone, Debug)]
pub struct CashPage {
    /// Columns of amounts with the fiscal years they belong to.
    pub columns: Columns,
    /// The rows in order.
    pub rows: Vec<CashKey>,
    /// The view is an average: its cash is that of no year that will be (*moyenne*).
    pub is_average: bool,
    forecast: Arc<CashForecast>,
    timeline: Timeline,
    language: Language,
}

/// A row of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CashKey {
    /// Cash at the start.
    Opening,
    /// One kind of receipt or payment.
    Row(CashRow),
    /// All receipts.
    Receipts,
    /// All payments.
    Payments,
    /// Cash at the end.
    Closing,
    /// The worst inside the month.
    Worst,
    /// Cash to keep.
    Reserve,
}

/// The curve of a cash forecast, in cents by month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CashCurve {
    /// The months.
    pub months: Vec<Month>,
    /// Cash at the end of each.
    pub closing_cents: Vec<i64>,
    /// The worst inside each.
    pub worst_cents: Vec<i64>,
    /// Cash to keep, if the plan sets a target.
    pub reserve_cents: Option<Vec<i64>>,
    /// The first month that ends below zero.
    pub first_negative: Option<Month>,
    /// The first month inside which cash may fall below zero.
    pub first_negative_inside: Option<Month>,
}

impl CashCurve {
    pub(crate) fn new(forecast: &CashForecast) -> Self {
        Self {
            months: forecast.months.clone(),
            closing_cents: forecast.closing_cents.clone(),
            worst_cents: forecast.worst_cents.clone(),
            reserve_cents: forecast.reserve_cents.clone(),
            first_negative: forecast.first_negative_end,
            first_negative_inside: forecast.first_negative_inside,
        }
    }
}

impl CashPage {
    pub(crate) fn new(session: &Session, open_years: &OpenYears) -> Self {
        let statements = session.statements();
        let forecast = Arc::clone(&statements.cash);
        let mut rows = vec![CashKey::Opening];
        rows.extend(forecast.receipts.iter().map(|line| CashKey::Row(line.row)));
        rows.push(CashKey::Receipts);
        rows.extend(forecast.payments.iter().map(|line| CashKey::Row(line.row)));
        rows.extend([CashKey::Payments, CashKey::Closing, CashKey::Worst]);
        rows.extend(forecast.reserve_cents.as_ref().map(|_| CashKey::Reserve));
        let timeline = statements.view.timeline().clone();
        Self {
            columns: Columns::new(&timeline, open_years),
            rows,
            is_average: session.selected_view() == CertaintyView::Expected,
            forecast,
            timeline,
            language: session.language,
        }
    }

    /// The title of a row; empty beyond the last one.
    #[must_use]
    pub fn title(&self, row: usize) -> String {
        let id = match self.rows.get(row) {
            None => return String::new(),
            Some(CashKey::Row(row)) => return cash_row(self.language, *row),
            Some(CashKey::Opening) => "cash-opening",
            Some(CashKey::Receipts) => "cash-receipts",
            Some(CashKey::Payments) => "cash-payments",
            Some(CashKey::Closing) => "cash-closing",
            Some(CashKey::Worst) => "cash-worst",
            Some(CashKey::Reserve) => "cash-reserve",
        };
        text(self.language, id)
    }

    /// How much a row stands out.
    #[must_use]
    pub fn emphasis(&self, row: usize) -> Emphasis {
        match self.rows.get(row) {
            Some(CashKey::Receipts | CashKey::Payments) => Emphasis::Total,
            Some(CashKey::Closing) => Emphasis::Result,
            Some(CashKey::Worst | CashKey::Reserve) => Emphasis::Quiet,
            Some(CashKey::Opening | CashKey::Row(_)) | None => Emphasis::Normal,
        }
    }

    /// A cell; an empty one beyond the last row or column.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> CellView {
        let Some((key, column)) = self.rows.get(row).zip(self.columns.columns.get(column)) else {
            return CellView::default();
        };
        let Some(cents) = self.cents(*key, *column) else { return CellView::default() };
        let below = cents < 0 && matches!(key, CashKey::Closing | CashKey::Worst | CashKey::Opening);
        let emphasis = if below { Emphasis::Alarm } else { self.emphasis(row) };
        let cell = CellView::amount(self.language, cents).standing_out(emphasis);
        cell.explained_by(figure(*key, *column).map(Into::into))
    }

    /// The curve to draw.
    #[must_use]
    pub fn curve(&self) -> CashCurve {
        CashCurve::new(&self.forecast)
    }

    /// A year begins with its first month, ends with its last one, moves as much as its months together
    /// and is as bad as the worst of them.
    fn cents(&self, key: CashKey, column: Column) -> Option<i64> {
        let places = column.places(&self.timeline);
        let of = |cents: &[i64]| cents.get(places.clone()).map(<[i64]>::to_vec).unwrap_or_default();
        let sum = |lines: &[CashLine]| -> i64 {
            lines.iter().map(|line| of(&line.cents).iter().sum::<i64>()).sum()
        };
        let forecast = &*self.forecast;
        match key {
            CashKey::Opening => of(&forecast.opening_cents).first().copied(),
            CashKey::Closing => of(&forecast.closing_cents).last().copied(),
            CashKey::Worst => of(&forecast.worst_cents).into_iter().min(),
            CashKey::Reserve => of(forecast.reserve_cents.as_ref()?).last().copied(),
            CashKey::Receipts => Some(sum(&forecast.receipts)),
            CashKey::Payments => Some(sum(&forecast.payments)),
            CashKey::Row(row) => {
                let lines = if row.is_receipt() { &forecast.receipts } else { &forecast.payments };
                let line = lines.iter().find(|line| line.row == row)?;
                Some(of(&line.cents).iter().sum())
            }
        }
    }
}

/// What explains a cell: figures of cash are those of a month.
fn figure(key: CashKey, column: Column) -> Option<Figure> {
    let (first, last) = column.span();
    let (month, part) = match (key, column) {
        (CashKey::Opening, _) => (first, CashPart::Opening),
        (CashKey::Closing, _) => (last, CashPart::Closing),
        (CashKey::Worst, Column::Month(month)) => (month, CashPart::Worst),
        (CashKey::Row(row), Column::Month(month)) => (month, CashPart::Row(row)),
        _ => return None,
    };
    Some(Figure::Cash { month, part })
}

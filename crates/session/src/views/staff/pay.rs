//! The pay of a month, line by line.

mod table;

use previ_engine::id::PositionId;
use previ_engine::month::Month;
use previ_engine::reference::Reference;
use previ_engine::view::View;
use previ_words::{Decimals, Language, amount, month_long, text};

use table::Table;

use crate::open::Session;
use crate::views::cell::{CellKind, CellView, Emphasis};

/// What a position is paid and costs in a month (*le salaire d'un mois, expliqué*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthPayView {
    /// Which month.
    pub month: Month,
    /// The month in words.
    pub title: String,
    /// The month before and the one after, where the post is held in the horizon.
    pub neighbours: [Option<Month>; 2],
    /// The rows in order; none in a month without pay.
    pub rows: Vec<PayRow>,
    /// What else is to be known.
    pub notes: Vec<String>,
    language: Language,
}

/// A row: a line of the pay slip, a heading, or a sum.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PayRow {
    /// What it is.
    pub label: String,
    /// What it is counted on, in cents.
    pub base_cents: Option<i64>,
    /// The rate in words; empty for amounts and sums.
    pub rate: String,
    /// The amount in cents; reductions are below zero. None in a heading.
    pub cents: Option<i64>,
    /// Since when the rate holds, or whose it is.
    pub since: String,
    /// How it stands out.
    pub emphasis: Emphasis,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayColumn {
    /// What it is.
    Label,
    /// What it is counted on.
    Base,
    /// The rate.
    Rate,
    /// The amount.
    Amount,
    /// Since when the rate holds.
    Since,
}

impl PayColumn {
    /// The columns in order.
    pub const ALL: [Self; 5] = [Self::Label, Self::Base, Self::Rate, Self::Amount, Self::Since];

    /// Its title.
    #[must_use]
    pub fn title(self, language: Language) -> String {
        let id = match self {
            Self::Label => "pay-column-label",
            Self::Base => "pay-column-base",
            Self::Rate => "pay-column-rate",
            Self::Amount => "pay-column-amount",
            Self::Since => "pay-column-since",
        };
        text(language, id)
    }
}

impl Session {
    /// The pay of a position in a month of the selected view, by default its first one in the horizon; none
    /// where the position is not held in the horizon.
    #[must_use]
    pub fn month_pay(&self, position: PositionId, month: Option<Month>) -> Option<MonthPayView> {
        MonthPayView::new(self.view(self.selected_view()), self.reference(), position, month, self.language())
    }
}

impl MonthPayView {
    /// The pay of a position in a month, by default its first one in the horizon; none where it is not held
    /// in the horizon.
    #[must_use]
    pub fn new(
        view: &View,
        reference: &Reference,
        position: PositionId,
        month: Option<Month>,
        language: Language,
    ) -> Option<Self> {
        let position = view.plan().positions.iter().find(|known| known.id == position)?;
        let (first, last) = (view.timeline().first(), view.timeline().last());
        let first = first.max(position.from);
        let last = position.to.map_or(last, |to| to.min(last));
        if last < first {
            return None;
        }
        let month = month.unwrap_or(first).clamp(first, last);
        let table = Table { view, reference, position, month, language, rows: Vec::new(), notes: Vec::new() };
        let (rows, notes) = table.filled(view.month_pay(position.id, month).as_ref());
        Some(Self {
            month,
            title: month_long(language, month),
            neighbours: [
                Some(month.plus(-1)).filter(|month| *month >= first),
                Some(month.plus(1)).filter(|month| *month <= last),
            ],
            rows,
            notes,
            language,
        })
    }

    /// A cell; an empty one beyond the last row.
    #[must_use]
    pub fn cell(&self, row: usize, column: PayColumn) -> CellView {
        let Some(row) = self.rows.get(row) else { return CellView::default() };
        let amount = |cents: Option<i64>| {
            let cell = |cents| CellView {
                text: amount(self.language, cents, Decimals::Two),
                // A reduction is good news: it is not written in the colour of a deficit.
                cents: None,
                kind: CellKind::Amount,
                ..CellView::default()
            };
            cents.map(cell).unwrap_or_default()
        };
        let cell = match column {
            PayColumn::Label => CellView::text(row.label.clone()),
            PayColumn::Base => amount(row.base_cents),
            PayColumn::Rate => CellView { kind: CellKind::Percent, ..CellView::text(row.rate.clone()) },
            PayColumn::Amount => amount(row.cents),
            PayColumn::Since => CellView::text(row.since.clone()),
        };
        let quiet = column == PayColumn::Since && row.emphasis == Emphasis::Normal;
        cell.standing_out(if quiet { Emphasis::Quiet } else { row.emphasis })
    }
}

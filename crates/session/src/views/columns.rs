//! Columns of fiscal years that open into months.

use std::collections::BTreeSet;
use std::ops::Range;

use previ_engine::month::Month;
use previ_engine::timeline::{FiscalYear, MonthIndex, Timeline};
use previ_words::{Language, fiscal_year, month_short};

/// The fiscal years whose months are shown, by the calendar year in which they begin.
pub type OpenYears = BTreeSet<i32>;

/// A column of amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// A whole fiscal year.
    Year(FiscalYear),
    /// A month of an open fiscal year.
    Month(Month),
}

/// The columns of one fiscal year, under one title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnGroup {
    /// Which fiscal year.
    pub year: FiscalYear,
    /// Its title, such as 2027 or 2027-28.
    pub title: String,
    /// Whether its months are shown.
    pub open: bool,
    /// Its columns: the year, then its months.
    pub columns: Range<usize>,
}

/// The columns of a page and their groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// The columns in order.
    pub columns: Vec<Column>,
    /// The fiscal years they belong to.
    pub groups: Vec<ColumnGroup>,
}

impl Column {
    /// Its title, such as 2027 or mars 27.
    #[must_use]
    pub fn title(self, language: Language) -> String {
        match self {
            Self::Year(year) => fiscal_year(year),
            Self::Month(month) => month_short(language, month),
        }
    }

    /// First and last month it covers.
    #[must_use]
    pub fn span(self) -> (Month, Month) {
        match self {
            Self::Year(year) => (year.first, year.last()),
            Self::Month(month) => (month, month),
        }
    }

    /// The places of its months among those of the timeline, from 0; empty outside the horizon.
    pub(crate) fn places(self, timeline: &Timeline) -> Range<usize> {
        let (first, last) = self.span();
        match (timeline.index(first), timeline.index(last)) {
            (Some(from), Some(to)) if from > MonthIndex::OPENING => {
                usize::from(from.0) - 1..usize::from(to.0)
            }
            _ => 0..0,
        }
    }
}

impl Columns {
    pub(crate) fn new(timeline: &Timeline, open: &OpenYears) -> Self {
        let mut columns = Vec::new();
        let mut groups = Vec::new();
        for year in timeline.fiscal_years() {
            let start = columns.len();
            let is_open = open.contains(&year.key());
            columns.push(Column::Year(year));
            if is_open {
                columns.extend(year.months().map(Column::Month));
            }
            let title = fiscal_year(year);
            groups.push(ColumnGroup { year, title, open: is_open, columns: start..columns.len() });
        }
        Self { columns, groups }
    }
}

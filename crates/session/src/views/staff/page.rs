//! The list of positions.

use previ_engine::days::Days;
use previ_engine::diagnostic::Arg;
use previ_engine::funding_reasons::PayerId;
use previ_engine::id::{AgreementId, ItemId, PositionId};
use previ_engine::journal::Segment;
use previ_engine::money::{Percent, multiply, to_cents};
use previ_engine::month::Month;
use previ_engine::position::Position;
use previ_engine::timeline::FiscalYear;
use previ_engine::view::View;
use previ_engine::workload::{PositionLoad, Workload, in_year};
use previ_words::{Language, fiscal_year, month_short, number, percent, text, text_with};

use crate::open::Session;
use crate::views::cell::{CellKind, CellView, Emphasis};

/// The list of positions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffPage {
    /// The columns in order.
    pub columns: Vec<StaffColumn>,
    /// One row for each position, in the order of the plan; the list shows their sum below them.
    pub rows: Vec<StaffRow>,
    /// The fiscal year of the days and aids: the first one of the plan.
    pub year: FiscalYear,
    language: Language,
}

/// A column of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffColumn {
    /// Name of the job.
    Job,
    /// Who holds it.
    Holder,
    /// What it costs in a fiscal year: gross pay and employer's share.
    Cost(FiscalYear),
    /// First and last month.
    Dates,
    /// Share of full time.
    WorkingTime,
    /// Days that it has in the first fiscal year.
    Available,
    /// Days of these planned on activities.
    Planned,
    /// What agreements that support this post pay of it in that year.
    Aids,
}

/// A position in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffRow {
    /// Which position.
    pub id: PositionId,
    /// Name of the job.
    pub job: String,
    /// Who holds it; empty if nobody is named.
    pub holder: String,
    /// First month.
    pub from: Month,
    /// Last month.
    pub to: Option<Month>,
    /// Share of full time, in the first month of the plan in which it is held.
    pub working_time: Percent,
    /// Days that it has, by fiscal year.
    pub available: Vec<Days>,
    /// Days of these planned on activities, by fiscal year.
    pub planned: Vec<Days>,
    /// What agreements that support this post pay of it, by fiscal year, in cents.
    pub aid_cents: Vec<i64>,
    /// What it costs by fiscal year, in cents, as the selected view counts it.
    pub cost_cents: Vec<i64>,
}

impl StaffPage {
    pub(crate) fn new(session: &Session) -> Self {
        let statements = session.statements();
        Self::of(&statements.view, statements.workload(), session.language())
    }

    /// The positions as a view counts them, with the days that they have in it.
    #[must_use]
    pub fn of(view: &View, workload: &Workload, language: Language) -> Self {
        let years = view.timeline().fiscal_years();
        let mut columns = vec![StaffColumn::Job, StaffColumn::Holder];
        columns.extend(years.iter().copied().map(StaffColumn::Cost));
        columns.extend([
            StaffColumn::WorkingTime,
            StaffColumn::Available,
            StaffColumn::Planned,
            StaffColumn::Aids,
            StaffColumn::Dates,
        ]);
        let first = view.timeline().fiscal_year(view.timeline().first());
        let rows = view.plan().positions.iter().map(|position| StaffRow::of(view, workload, position));
        Self { columns, rows: rows.collect(), year: first, language }
    }

    /// The title of a column; empty beyond the last one.
    #[must_use]
    pub fn title(&self, column: usize) -> String {
        let id = match self.columns.get(column) {
            None => return String::new(),
            Some(StaffColumn::Cost(year)) => return fiscal_year(*year),
            Some(StaffColumn::Job) => "staff-job",
            Some(StaffColumn::Holder) => "staff-holder",
            Some(StaffColumn::Dates) => "staff-dates",
            Some(StaffColumn::WorkingTime) => "staff-working-time",
            Some(StaffColumn::Available) => "staff-days-available",
            Some(StaffColumn::Planned) => "staff-days-planned",
            Some(StaffColumn::Aids) => {
                let year = [("year", Arg::Text(fiscal_year(self.year)))];
                return text_with(self.language, "staff-aids", &year);
            }
        };
        text(self.language, id)
    }

    /// A cell; those of the row below the last position are sums, an empty one beyond that.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> CellView {
        let Some(found) = self.columns.get(column) else { return CellView::default() };
        let Some(row) = self.rows.get(row) else {
            return if row == self.rows.len() { self.sum(column, *found) } else { CellView::default() };
        };
        match found {
            StaffColumn::Job => CellView::text(row.job.clone()),
            StaffColumn::Holder => CellView::text(row.holder.clone()),
            StaffColumn::Dates => CellView::month(row.dates(self.language)),
            StaffColumn::WorkingTime => CellView::percent(percent(self.language, row.working_time)),
            StaffColumn::Available => self.days(row.available_in(0)),
            StaffColumn::Planned => {
                let is_over = row.planned_in(0) > row.available_in(0);
                let emphasis = if is_over { Emphasis::Alarm } else { Emphasis::Normal };
                self.days(row.planned_in(0)).standing_out(emphasis)
            }
            StaffColumn::Aids => CellView::amount(self.language, row.aids_in(0)),
            StaffColumn::Cost(_) => {
                let cents = row.cost_cents.get(self.year_of(column));
                cents.map(|cents| CellView::amount(self.language, *cents)).unwrap_or_default()
            }
        }
    }

    /// Which year a column of costs is, from 0.
    fn year_of(&self, column: usize) -> usize {
        let before = self.columns.iter().take(column);
        before.filter(|column| matches!(column, StaffColumn::Cost(_))).count()
    }

    fn sum(&self, column: usize, found: StaffColumn) -> CellView {
        let amount =
            |of: &dyn Fn(&StaffRow) -> i64| CellView::amount(self.language, self.rows.iter().map(of).sum());
        let cell = match found {
            StaffColumn::Job => CellView::text(text(self.language, "staff-total")),
            StaffColumn::Holder | StaffColumn::Dates | StaffColumn::WorkingTime => CellView::default(),
            StaffColumn::Available => self.days(self.rows.iter().map(|row| row.available_in(0)).sum()),
            StaffColumn::Planned => self.days(self.rows.iter().map(|row| row.planned_in(0)).sum()),
            StaffColumn::Aids => amount(&|row| row.aids_in(0)),
            StaffColumn::Cost(_) => {
                let year = self.year_of(column);
                amount(&|row| row.cost_cents.get(year).copied().unwrap_or_default())
            }
        };
        cell.standing_out(Emphasis::Total)
    }

    /// Whole days: halves matter where they are typed.
    fn days(&self, days: Days) -> CellView {
        CellView {
            text: number(self.language, days.value().round()),
            cents: days.is_zero().then_some(0),
            kind: CellKind::Amount,
            ..CellView::default()
        }
    }
}

impl StaffRow {
    pub(super) fn new(session: &Session, position: &Position) -> Self {
        let statements = session.statements();
        Self::of(&statements.view, statements.workload(), position)
    }

    fn of(view: &View, workload: &Workload, position: &Position) -> Self {
        let load = workload.positions.iter().find(|load| load.position == position.id);
        let month = view.timeline().first().max(position.from);
        let time = position.contract.working_time.range(..=month).next_back();
        let years = 0..workload.years.len();
        // A position that does not take place in the view has neither days nor aids.
        let days = |of: &dyn Fn(&PositionLoad) -> Vec<Days>| -> Vec<Days> {
            let months = load.map(of).unwrap_or_default();
            years.clone().map(|year| in_year(&months, year)).collect()
        };
        Self {
            id: position.id,
            job: position.label.clone(),
            holder: position.holder.clone().unwrap_or_default(),
            from: position.from,
            to: position.to,
            working_time: time.map_or(Percent::WHOLE, |(_, share)| *share),
            available: days(&|load| load.available.clone()),
            planned: days(&PositionLoad::planned),
            aid_cents: years.clone().map(|year| load.map_or(0, |load| aid_cents(view, load, year))).collect(),
            cost_cents: cost_cents(view, position.id),
        }
    }

    /// Days that it has in a fiscal year, from 0.
    #[must_use]
    pub fn available_in(&self, year: usize) -> Days {
        self.available.get(year).copied().unwrap_or_default()
    }

    /// Days planned on activities in a fiscal year, from 0.
    #[must_use]
    pub fn planned_in(&self, year: usize) -> Days {
        self.planned.get(year).copied().unwrap_or_default()
    }

    /// What aids pay of it in a fiscal year, from 0, in cents.
    #[must_use]
    pub fn aids_in(&self, year: usize) -> i64 {
        self.aid_cents.get(year).copied().unwrap_or_default()
    }

    /// From when until when, in words.
    #[must_use]
    pub fn dates(&self, language: Language) -> String {
        let month = |month| Arg::Text(month_short(language, month));
        match self.to {
            None => text_with(language, "staff-dates-from", &[("from", month(self.from))]),
            Some(to) => {
                text_with(language, "staff-dates-both", &[("from", month(self.from)), ("to", month(to))])
            }
        }
    }
}

/// What agreements made for a post pay of it in a fiscal year.
fn aid_cents(view: &View, load: &PositionLoad, year: usize) -> i64 {
    let supports = |id: AgreementId| {
        let found = view.plan().agreements.iter().find(|agreement| agreement.id == id);
        found.is_some_and(|agreement| agreement.eligible.positions.contains(&load.position))
    };
    let one = load.cost_per_day(year).unwrap_or_default();
    let paid = load.time.iter().flat_map(|time| &time.paid);
    let aids = paid.filter(|paid| matches!(paid.payer, PayerId::Agreement(id) if supports(id)));
    let days: Days = aids.filter_map(|paid| paid.days.get(year)).sum();
    to_cents(multiply(one, days.value()))
}

/// What a position costs by fiscal year, in cents.
fn cost_cents(view: &View, id: PositionId) -> Vec<i64> {
    let mut cost_cents = vec![0; view.timeline().year_count()];
    let item = ItemId::Position(id);
    let segments = view.segments().iter().filter(|segment| segment.item == item);
    for entry in segments.flat_map(Segment::entries) {
        let Some(year) = view.timeline().year_of(entry.month) else { continue };
        let class = |index| view.registry().account_at(index).number.class();
        cost_cents[year] += entry.amount_cents * i64::from(class(entry.debit) == 6);
        cost_cents[year] -= entry.amount_cents * i64::from(class(entry.credit) == 6);
    }
    cost_cents
}

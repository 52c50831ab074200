//! The days as they are shown: positions in rows, activities in columns.

use std::sync::Arc;

use previ_engine::activity::Activity;
use previ_engine::id::{ActivityId, PositionId};
use previ_engine::plan::Plan;
use previ_engine::position::{Position, Time};
use previ_engine::schedule::Window;
use previ_engine::timeline::FiscalYear;
use previ_engine::view::View;
use previ_engine::workload::{Workload, in_year};
use previ_words::{Decimals, Language, amount, fiscal_year, text};

use crate::open::Session;
use crate::views::cell::{CellKind, CellView, Emphasis};

/// What of the workload is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WorkloadLayout {
    /// Which fiscal year of the plan, from 0; the last one beyond it.
    pub year: usize,
    /// Which days.
    pub days: DaysShown,
}

/// Which days of positions are shown and typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DaysShown {
    /// What is meant (*prévu*).
    #[default]
    Planned,
    /// What was done (*réalisé*).
    Done,
}

/// A row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkloadRow {
    /// The days of a position.
    Position(PositionId),
    /// The days of all positions.
    Total,
    /// What these days cost.
    Cost,
    /// What of that somebody pays.
    Paid,
    /// What nobody pays: own funds, or to be found.
    Unpaid,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkloadColumn {
    /// Days that there are (*jours disponibles*).
    Available,
    /// Days of these for other associations (*mise à disposition*).
    Lent,
    /// Days planned on activities.
    Planned,
    /// Days that no activity has yet; below zero where there are too many.
    Left,
    /// Days done on activities.
    Done,
    /// Days done less days planned.
    Difference,
    /// Days on an activity.
    Activity(ActivityId),
    /// What is left of the time for the structure.
    Structure,
}

/// The page *Plan de charge* for one fiscal year.
#[derive(Clone, Debug)]
pub struct WorkloadPage {
    /// The titles of the fiscal years to choose from.
    pub years: Vec<String>,
    /// What is shown, the fiscal year being one of the plan.
    pub layout: WorkloadLayout,
    /// The rows in order.
    pub rows: Vec<WorkloadRow>,
    /// The columns in order, those that sum up first.
    pub columns: Vec<WorkloadColumn>,
    /// Activities of this fiscal year that do not take place in this view, in words; empty without any.
    pub absent: String,
    pub(super) year: FiscalYear,
    pub(super) workload: Arc<Workload>,
    pub(super) view: Arc<View>,
    pub(super) language: Language,
    /// Hundredths of days or cents, by row and column.
    numbers: Vec<Vec<Option<i64>>>,
}

impl WorkloadPage {
    pub(crate) fn new(session: &Session, layout: WorkloadLayout) -> Self {
        let statements = session.statements();
        let (view, workload) = (Arc::clone(&statements.view), Arc::clone(statements.workload()));
        let place = layout.year.min(workload.years.len().saturating_sub(1));
        let year = workload
            .years
            .get(place)
            .copied()
            .unwrap_or_else(|| view.timeline().fiscal_year(view.timeline().first()));
        let layout = WorkloadLayout { year: place, ..layout };
        let positions = workload.positions.iter().map(|load| WorkloadRow::Position(load.position));
        let mut rows: Vec<WorkloadRow> = positions.collect();
        if !rows.is_empty() {
            rows.push(WorkloadRow::Total);
            if layout.days == DaysShown::Planned {
                rows.extend([WorkloadRow::Cost, WorkloadRow::Paid, WorkloadRow::Unpaid]);
            }
        }
        let (present, absent) = activities(&view, year);
        let mut page = Self {
            years: workload.years.iter().map(|year| fiscal_year(*year)).collect(),
            columns: columns(&workload, layout, &present),
            layout,
            rows,
            absent: absent.join(", "),
            year,
            workload,
            view,
            language: session.language(),
            numbers: Vec::new(),
        };
        page.numbers = page.rows.iter().map(|row| page.numbers_of(*row)).collect();
        page
    }

    /// Whether there is nothing to lay out: no position, or no activity.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
            || !self.columns.iter().any(|column| matches!(column, WorkloadColumn::Activity(_)))
    }

    /// Where the row of a position stands.
    #[must_use]
    pub fn place(&self, position: PositionId) -> Option<usize> {
        self.rows.iter().position(|row| *row == WorkloadRow::Position(position))
    }

    /// The title of a column; empty beyond the last one.
    #[must_use]
    pub fn column_title(&self, column: usize) -> String {
        let id = match self.columns.get(column) {
            None => return String::new(),
            Some(WorkloadColumn::Activity(id)) => return self.view.plan().label((*id).into()).to_owned(),
            Some(WorkloadColumn::Available) => "workload-available",
            Some(WorkloadColumn::Lent) => "workload-lent",
            Some(WorkloadColumn::Planned) => "workload-planned",
            Some(WorkloadColumn::Left) => "workload-left",
            Some(WorkloadColumn::Done) => "workload-done",
            Some(WorkloadColumn::Difference) => "workload-difference",
            Some(WorkloadColumn::Structure) => "activities-structure",
        };
        text(self.language, id)
    }

    /// The title of a row and who holds the position; empty beyond the last one.
    #[must_use]
    pub fn row_title(&self, row: usize) -> (String, String) {
        let id = match self.rows.get(row) {
            None => return Default::default(),
            Some(WorkloadRow::Position(id)) => {
                let holder = self.position(*id).and_then(|position| position.holder.clone());
                return (self.view.plan().label((*id).into()).to_owned(), holder.unwrap_or_default());
            }
            Some(WorkloadRow::Total) => "workload-total",
            Some(WorkloadRow::Cost) => "workload-cost",
            Some(WorkloadRow::Paid) => "workload-paid",
            Some(WorkloadRow::Unpaid) => "workload-unpaid",
        };
        (text(self.language, id), String::new())
    }

    /// How a row stands out.
    #[must_use]
    pub fn emphasis(&self, row: usize) -> Emphasis {
        match self.rows.get(row) {
            Some(WorkloadRow::Total | WorkloadRow::Cost) => Emphasis::Total,
            Some(WorkloadRow::Paid | WorkloadRow::Unpaid) => Emphasis::Result,
            Some(WorkloadRow::Position(_)) | None => Emphasis::Normal,
        }
    }

    /// A cell; an empty one beyond the last row or column.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> CellView {
        let (Some(at), Some(of)) = (self.rows.get(row), self.columns.get(column)) else {
            return CellView::default();
        };
        let editable = self.typed(row, column).is_some();
        let Some(shown) = self.number_at(row, column) else {
            return CellView { editable, ..CellView::default() };
        };
        let is_money = matches!(at, WorkloadRow::Cost | WorkloadRow::Paid | WorkloadRow::Unpaid);
        let mut cell = if is_money {
            CellView::amount(self.language, shown)
        } else {
            // Hundredths of a day are written like cents, one under the other.
            let text = amount(self.language, shown, Decimals::Two);
            CellView { text, kind: CellKind::Amount, ..CellView::default() }
        };
        cell.editable = editable;
        cell.emphasis = match (at, of) {
            (WorkloadRow::Unpaid, _) if shown > 0 => Emphasis::Alarm,
            (WorkloadRow::Position(_) | WorkloadRow::Total, WorkloadColumn::Left) if shown < 0 => {
                Emphasis::Alarm
            }
            (WorkloadRow::Position(id), WorkloadColumn::Activity(activity))
                if self.share(*id, *activity).is_some() =>
            {
                Emphasis::Quiet
            }
            _ => self.emphasis(row),
        };
        // Where nothing is planned nothing stands: the days of others are seen at once.
        if shown == 0 && matches!(of, WorkloadColumn::Activity(_)) {
            cell = CellView { editable, ..CellView::default() };
        }
        cell
    }

    /// Hundredths of days, or cents; none for a cell that has none.
    pub(super) fn number_at(&self, row: usize, column: usize) -> Option<i64> {
        self.numbers.get(row)?.get(column).copied().flatten()
    }

    /// The position and the activity whose days are typed into a cell; none where they are computed, or
    /// where the position has no day while the activity lasts.
    pub(super) fn typed(&self, row: usize, column: usize) -> Option<(PositionId, ActivityId)> {
        let (position, activity) = self.crossing(row, column)?;
        let can = match self.layout.days {
            DaysShown::Done => true,
            DaysShown::Planned => self.has_days(position, activity),
        };
        can.then_some((position, activity))
    }

    /// The position and the activity of a cell.
    pub(super) fn crossing(&self, row: usize, column: usize) -> Option<(PositionId, ActivityId)> {
        match (self.rows.get(row)?, self.columns.get(column)?) {
            (WorkloadRow::Position(position), WorkloadColumn::Activity(activity)) => {
                Some((*position, *activity))
            }
            _ => None,
        }
    }

    /// The share of its time that a position gives to an activity in this fiscal year, where it is one.
    pub(super) fn share(&self, position: PositionId, activity: ActivityId) -> Option<Time> {
        let own = Window { from: Some(self.year.first), to: Some(self.year.last()) };
        let time = self.position(position)?.time.iter();
        let mut time = time.filter(|known| {
            let window = known.window().and(own);
            known.activity == activity && window.from <= window.to
        });
        time.next().map(|known| known.time).filter(|time| matches!(time, Time::Share(_)))
    }

    pub(super) fn position(&self, id: PositionId) -> Option<&Position> {
        self.view.plan().positions.iter().find(|known| known.id == id).map(|known| &**known)
    }

    fn has_days(&self, position: PositionId, activity: ActivityId) -> bool {
        let (_, window) = self.view.registry().activity(Some(activity));
        let mut loads = self.workload.positions.iter();
        let Some(load) = loads.find(|load| load.position == position) else { return false };
        let months = self.workload.months.iter().zip(&load.available);
        let mut months = months.skip(self.layout.year * 12).take(12);
        months.any(|(month, days)| window.contains(*month) && !days.is_zero())
    }
}

fn columns(workload: &Workload, layout: WorkloadLayout, activities: &[ActivityId]) -> Vec<WorkloadColumn> {
    let lends = workload.positions.iter().any(|load| !in_year(&load.lent, layout.year).is_zero());
    let mut columns = match layout.days {
        DaysShown::Planned => vec![WorkloadColumn::Available, WorkloadColumn::Planned, WorkloadColumn::Left],
        DaysShown::Done => vec![WorkloadColumn::Planned, WorkloadColumn::Done, WorkloadColumn::Difference],
    };
    columns.extend(activities.iter().map(|id| WorkloadColumn::Activity(*id)));
    if layout.days == DaysShown::Planned {
        columns.push(WorkloadColumn::Structure);
        columns.extend(lends.then_some(WorkloadColumn::Lent));
    }
    columns
}

/// The activities that have months in a fiscal year, and the names of those that do not take place in the
/// view.
fn activities(view: &View, year: FiscalYear) -> (Vec<ActivityId>, Vec<String>) {
    let plan = view.plan();
    let (mut present, mut absent) = (Vec::new(), Vec::new());
    for activity in &plan.activities {
        let (_, window) = view.registry().activity(Some(activity.id));
        if !year.months().any(|month| window.contains(month)) {
            continue;
        }
        if takes_place(view, plan, activity) {
            present.push(activity.id);
        } else {
            absent.push(activity.label.clone());
        }
    }
    (present, absent)
}

/// Whether what an activity and those above it depend on is granted.
fn takes_place(view: &View, plan: &Plan, activity: &Activity) -> bool {
    let weights = plan.frame.weights();
    let granted = |id| {
        let found = plan.agreements.iter().find(|agreement| agreement.id == id);
        found.is_some_and(|agreement| agreement.is_granted(view.certainty, &weights))
    };
    let mut above = Some(activity);
    // As many steps as there are activities, so that a cycle ends.
    for _ in 0..plan.activities.len() {
        let Some(here) = above else { break };
        if here.only_if.as_ref().is_some_and(|condition| !condition.holds(granted)) {
            return false;
        }
        above = here
            .parent
            .and_then(|id| plan.activities.iter().find(|known| known.id == id))
            .map(|known| &**known);
    }
    true
}

//! The page *Équipe*: positions with what they cost, and one position.

use previ_engine::id::{ActivityId, ItemId, PositionId};
use previ_engine::money::{Amount, Percent};
use previ_engine::month::Month;
use previ_engine::position::{Position, usual_employee_rate};
use previ_engine::timeline::FiscalYear;
use previ_engine::view::View;
use previ_words::{Language, fiscal_year, month_long, percent, text};
use rust_decimal::Decimal;

use super::cell::CellView;
use crate::open::Session;

/// The list of positions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffPage {
    /// The columns in order.
    pub columns: Vec<StaffColumn>,
    /// One row for each position, in the order of the plan.
    pub rows: Vec<StaffRow>,
    language: Language,
}

/// A column of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffColumn {
    /// Name of the job.
    Job,
    /// Who holds it.
    Holder,
    /// First month.
    From,
    /// Last month; empty when open.
    To,
    /// Gross pay of a month, in the first month of the plan in which it is held.
    Gross,
    /// Employer's share.
    EmployerRate,
    /// Where its time goes.
    Time,
    /// What it costs in a fiscal year: gross pay and employer's share.
    Cost(FiscalYear),
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
    /// Gross pay of a month in cents, in the first month of the plan in which it is held.
    pub gross_cents: i64,
    /// Employer's share.
    pub employer_rate: Percent,
    /// Where its time goes, such as "Ateliers 60 %, fonctionnement 40 %".
    pub time: String,
    /// What it costs by fiscal year, in cents, as the selected view counts it.
    pub cost_cents: Vec<i64>,
}

/// One position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionForm {
    /// As in the list.
    pub row: StaffRow,
    /// Gross pay of a month, each amount from its month on.
    pub gross: Vec<(Month, Amount)>,
    /// The employee's share typed, where it is not the usual one.
    pub typed_employee_rate: Option<Percent>,
    /// The employee's share that counts.
    pub employee_rate: Percent,
    /// Shares of time by activity, every activity of the plan in order, 0 % included.
    pub time: Vec<TimeForm>,
    /// What is left for the structure.
    pub structure: Percent,
}

/// Time of a position on an activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeForm {
    /// Which activity.
    pub activity: ActivityId,
    /// Its name.
    pub name: String,
    /// Share of the position's time.
    pub share: Percent,
}

impl StaffPage {
    pub(crate) fn new(session: &Session) -> Self {
        let view = session.view(session.selected_view());
        let mut columns = vec![
            StaffColumn::Job,
            StaffColumn::Holder,
            StaffColumn::From,
            StaffColumn::To,
            StaffColumn::Gross,
            StaffColumn::EmployerRate,
        ];
        columns.extend(view.timeline().fiscal_years().into_iter().map(StaffColumn::Cost));
        // The longest one stands last, so that the costs are seen without scrolling.
        columns.push(StaffColumn::Time);
        let rows = session.plan().positions.iter().map(|position| row(session, position, view)).collect();
        Self { columns, rows, language: session.language() }
    }

    /// The title of a column; empty beyond the last one.
    #[must_use]
    pub fn title(&self, column: usize) -> String {
        let id = match self.columns.get(column) {
            None => return String::new(),
            Some(StaffColumn::Cost(year)) => return fiscal_year(*year),
            Some(StaffColumn::Job) => "staff-job",
            Some(StaffColumn::Holder) => "staff-holder",
            Some(StaffColumn::From) => "staff-from",
            Some(StaffColumn::To) => "staff-to",
            Some(StaffColumn::Gross) => "staff-gross",
            Some(StaffColumn::EmployerRate) => "staff-employer-rate",
            Some(StaffColumn::Time) => "staff-time",
        };
        text(self.language, id)
    }

    /// A cell; an empty one beyond the last row or column.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> CellView {
        let (Some(row), Some(found)) = (self.rows.get(row), self.columns.get(column)) else {
            return CellView::default();
        };
        let month = |month| CellView::month(month_long(self.language, month));
        match found {
            StaffColumn::Job => CellView::text(row.job.clone()),
            StaffColumn::Holder => CellView::text(row.holder.clone()),
            StaffColumn::From => month(row.from),
            StaffColumn::To => row.to.map(month).unwrap_or_default(),
            StaffColumn::Gross => CellView::amount(self.language, row.gross_cents),
            StaffColumn::EmployerRate => CellView::percent(percent(self.language, row.employer_rate)),
            StaffColumn::Time => CellView::text(row.time.clone()),
            StaffColumn::Cost(_) => {
                let before = self.columns.iter().take(column);
                let year = before.filter(|column| matches!(column, StaffColumn::Cost(_))).count();
                let cents = row.cost_cents.get(year);
                cents.map(|cents| CellView::amount(self.language, *cents)).unwrap_or_default()
            }
        }
    }
}

impl PositionForm {
    pub(crate) fn new(session: &Session, id: PositionId) -> Option<Self> {
        let position = session.plan().positions.iter().find(|position| position.id == id)?;
        let share_of = |activity| {
            let share = position.time.iter().find(|share| share.activity == activity);
            share.map_or_else(Percent::default, |share| share.share)
        };
        let time = session.plan().activities.iter().map(|activity| TimeForm {
            activity: activity.id,
            name: activity.label.clone(),
            share: share_of(activity.id),
        });
        Some(Self {
            row: row(session, position, session.view(session.selected_view())),
            gross: position.gross.iter().map(|(month, amount)| (*month, *amount)).collect(),
            typed_employee_rate: position.employee_rate,
            employee_rate: position.employee_rate.unwrap_or_else(usual_employee_rate),
            time: time.collect(),
            structure: left_for_structure(position),
        })
    }
}

fn row(session: &Session, position: &Position, view: &View) -> StaffRow {
    let mut cost_cents = vec![0; view.timeline().year_count()];
    let item = ItemId::Position(position.id);
    let segments = view.segments().iter().filter(|segment| segment.item == item);
    for entry in segments.flat_map(previ_engine::journal::Segment::entries) {
        let Some(year) = view.timeline().year_of(entry.month) else { continue };
        let class = |index| view.registry().account_at(index).number.class();
        cost_cents[year] += entry.amount_cents * i64::from(class(entry.debit) == 6);
        cost_cents[year] -= entry.amount_cents * i64::from(class(entry.credit) == 6);
    }
    StaffRow {
        id: position.id,
        job: position.label.clone(),
        holder: position.holder.clone().unwrap_or_default(),
        from: position.from,
        to: position.to,
        gross_cents: gross_cents(position, view.timeline().first().max(position.from)),
        employer_rate: position.employer_rate.unwrap_or_default(),
        time: time(session, position),
        cost_cents,
    }
}

/// The amount typed for a month, without what an index adds.
fn gross_cents(position: &Position, month: Month) -> i64 {
    position.gross.range(..=month).next_back().map_or(0, |(_, amount)| amount.cents())
}

fn left_for_structure(position: &Position) -> Percent {
    let given: Decimal = position.time.iter().map(|share| share.share.value()).sum();
    Percent::new((Decimal::ONE_HUNDRED - given).max(Decimal::ZERO)).unwrap_or_default()
}

fn time(session: &Session, position: &Position) -> String {
    let language = session.language();
    let part = |name: &str, share: Percent| format!("{name} {}", percent(language, share));
    let mut parts: Vec<String> = position
        .time
        .iter()
        .map(|share| part(session.plan().label(share.activity.into()), share.share))
        .collect();
    let left = left_for_structure(position);
    if !left.value().is_zero() && !parts.is_empty() {
        parts.push(part(&text(language, "activities-structure"), left));
    }
    parts.join(", ")
}

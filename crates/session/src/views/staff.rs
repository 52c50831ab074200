//! The page *Équipe*: positions with what they cost, and one position.

use previ_engine::contract::{Absence, Contract, ContractKind, PayScale, YearlyBonus};
use previ_engine::diagnostic::Arg;
use previ_engine::employer::{HeadcountBand, PayrollTax, WhitMonday};
use previ_engine::id::{ActivityId, ItemId, PoolId, PositionId};
use previ_engine::money::{Amount, Percent};
use previ_engine::month::Month;
use previ_engine::payment::Part;
use previ_engine::position::{Position, Time, TimeShare, usual_employee_rate};
use previ_engine::timeline::FiscalYear;
use previ_engine::view::View;
use previ_reference::default_percent;
use previ_words::{Language, fiscal_year, month_long, month_short, percent, text, text_with};
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
    /// The employer's share typed; its contributions are calculated when absent.
    pub typed_employer_rate: Option<Percent>,
    /// The employee's share typed, where it is not the usual one.
    pub typed_employee_rate: Option<Percent>,
    /// The employee's share that counts.
    pub employee_rate: Percent,
    /// Pay by a scale, each from its month on.
    pub scale: Vec<(Month, PayScale)>,
    /// What the contract says besides, to be changed and given back.
    pub contract: Contract,
    /// Share of its time meant for activities, where it is not all of it.
    pub operational_share: Option<Percent>,
    /// The pool by whose key the structure's part is shared out.
    pub pool: Option<PoolId>,
    /// What the month of the list costs with a typed rate, in cents.
    pub month_cost_cents: Option<i64>,
    /// Shares of time by activity, every activity of the plan in order, 0 % included.
    pub time: Vec<TimeForm>,
    /// What shares without a period leave for the structure.
    pub structure: Percent,
}

/// Time of a position on an activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeForm {
    /// Which activity.
    pub activity: ActivityId,
    /// Its name.
    pub name: String,
    /// How much; none when absent. Of several periods the first one.
    pub time: Option<TimeShare>,
    /// All of it in words where it has days or dates, which are typed in the workload; empty otherwise.
    pub in_periods: String,
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

/// The kinds of contracts to choose from, `current` with what is typed of it.
#[must_use]
pub fn contract_kinds(language: Language, current: ContractKind) -> Vec<(ContractKind, String)> {
    let end_bonus = match current {
        ContractKind::FixedTerm { end_bonus } => end_bonus,
        ContractKind::Permanent | ContractKind::Apprentice => default_percent("end-bonus"),
    };
    let kinds = [ContractKind::Permanent, ContractKind::FixedTerm { end_bonus }, ContractKind::Apprentice];
    kinds.map(|kind| (kind, contract_kind(language, kind))).into()
}

fn contract_kind(language: Language, kind: ContractKind) -> String {
    let id = match kind {
        ContractKind::Permanent => "contract-permanent",
        ContractKind::FixedTerm { .. } => "contract-fixed-term",
        ContractKind::Apprentice => "contract-apprentice",
    };
    text(language, id)
}

/// How many people an employer may have.
#[must_use]
pub fn headcount_bands(language: Language) -> Vec<(HeadcountBand, String)> {
    let bands = [
        (HeadcountBand::Under11, "headcount-under-11"),
        (HeadcountBand::From11To49, "headcount-11-to-49"),
        (HeadcountBand::From50, "headcount-from-50"),
    ];
    bands.map(|(band, id)| (band, text(language, id))).into()
}

/// What Whit Monday may be.
#[must_use]
pub fn whit_mondays(language: Language) -> Vec<(WhitMonday, String)> {
    let all = [(WhitMonday::Holiday, "whit-monday-holiday"), (WhitMonday::Worked, "whit-monday-worked")];
    all.map(|(day, id)| (day, text(language, id))).into()
}

/// The tax on pay of an association without VAT, which paid none last year.
#[must_use]
pub fn usual_payroll_tax() -> PayrollTax {
    PayrollTax { liable: Percent::WHOLE, before: Amount::ZERO }
}

/// A bonus to begin with: a month's pay in December.
#[must_use]
pub fn thirteenth_month() -> YearlyBonus {
    YearlyBonus { month: 12, part: Part::Share(Percent::WHOLE) }
}

/// An absence without pay to begin with: the month after the last one, or the first month of the post.
#[must_use]
pub fn next_absence(form: &PositionForm) -> Absence {
    let last = form.contract.absences.iter().map(|absence| absence.to.plus(1)).max();
    let month = last.unwrap_or(form.row.from);
    Absence { from: month, to: month, kept: Percent::default() }
}

impl PositionForm {
    /// The share of full time, each from its month on; full time from the first month where none is typed.
    #[must_use]
    pub fn working_time(&self) -> Vec<(Month, Percent)> {
        let typed: Vec<_> =
            self.contract.working_time.iter().map(|(month, share)| (*month, *share)).collect();
        if typed.is_empty() { vec![(self.row.from, Percent::WHOLE)] } else { typed }
    }

    pub(crate) fn new(session: &Session, id: PositionId) -> Option<Self> {
        let position = session.plan().positions.iter().find(|position| position.id == id)?;
        let time = session.plan().activities.iter().map(|activity| TimeForm {
            activity: activity.id,
            name: activity.label.clone(),
            time: position.time.iter().find(|share| share.activity == activity.id).copied(),
            in_periods: in_periods(session.language(), position, activity.id),
        });
        let row = row(session, position, session.view(session.selected_view()));
        let month_cost_cents =
            position.employer_rate.map(|rate| row.gross_cents + rate.of_cents(row.gross_cents));
        Some(Self {
            row,
            scale: position.scale.iter().map(|(month, scale)| (*month, *scale)).collect(),
            contract: position.contract.clone(),
            operational_share: position.operational_share,
            pool: position.pool,
            month_cost_cents,
            gross: position.gross.iter().map(|(month, amount)| (*month, *amount)).collect(),
            typed_employer_rate: position.employer_rate,
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
    let given: Decimal = position.time.iter().filter_map(lasting_share).map(Percent::value).sum();
    Percent::new((Decimal::ONE_HUNDRED - given).max(Decimal::ZERO)).unwrap_or_default()
}

/// A share that holds as long as the position does.
fn lasting_share(share: &TimeShare) -> Option<Percent> {
    match share.time {
        Time::Share(percent) if share.from.is_none() && share.to.is_none() => Some(percent),
        Time::Share(_) | Time::Days(_) => None,
    }
}

/// The time of an activity with its dates, such as "50 % jusqu'à déc. 2027 ; 12 jours de janv. 2028 à déc.
/// 2028"; empty where it lasts as long as the position does.
fn in_periods(language: Language, position: &Position, activity: ActivityId) -> String {
    let times: Vec<&TimeShare> = position.time.iter().filter(|known| known.activity == activity).collect();
    if times.iter().all(|known| lasting_share(known).is_some()) {
        return String::new();
    }
    let said = |known: &&TimeShare| {
        let time = time_in_words(language, known.time);
        let month = |month| Arg::Text(month_short(language, month));
        let (id, args) = match (known.from, known.to) {
            (None, None) => return time,
            (Some(from), None) => ("staff-time-from", vec![("from", month(from))]),
            (None, Some(to)) => ("staff-time-until", vec![("to", month(to))]),
            (Some(from), Some(to)) => ("staff-time-between", vec![("from", month(from)), ("to", month(to))]),
        };
        text_with(language, id, &[vec![("time", Arg::Text(time))], args].concat())
    };
    times.iter().map(said).collect::<Vec<String>>().join("; ")
}

/// How much time it is, in words.
#[must_use]
pub fn time_in_words(language: Language, time: Time) -> String {
    match time {
        Time::Share(share) => percent(language, share),
        Time::Days(days) => text_with(language, "staff-days-a-year", &[("days", Arg::Number(days.value()))]),
    }
}

fn time(session: &Session, position: &Position) -> String {
    let language = session.language();
    let part = |name: &str, time: Time| format!("{name} {}", time_in_words(language, time));
    let mut parts: Vec<String> = position
        .time
        .iter()
        .map(|share| part(session.plan().label(share.activity.into()), share.time))
        .collect();
    let left = left_for_structure(position);
    let all_lasting = position.time.iter().all(|share| lasting_share(share).is_some());
    if !left.value().is_zero() && !parts.is_empty() && all_lasting {
        parts.push(part(&text(language, "activities-structure"), Time::Share(left)));
    }
    parts.join(", ")
}

//! Items whose amounts follow a schedule (budget lines and contributions in kind): where they stand on
//! *Lignes* and *Mois*, and their rows of *Mois* and *Règlements*.

use previ_engine::account::AccountNumber;
use previ_engine::cash::CashRow;
use previ_engine::id::{ActivityId, ItemId};
use previ_engine::in_kind::InKind;
use previ_engine::journal::ActivityIndex;
use previ_engine::line::BudgetLine;
use previ_engine::schedule::{Schedule, ScheduleRule, Window, YearKind};
use previ_engine::timing::{Settlement, Timing};

use super::super::source::Source;
use super::super::tabs::assumptions::Assumed;
use super::super::workers::side_by_side;
use super::payments::{Cost, Payments};
use super::{FIRST_ROW, Grids, MonthRow, month_row};

/// How many items a worker takes at once.
const AT_ONCE: usize = 50;

/// A line or a contribution in kind that takes place in the view.
#[derive(Clone, Debug)]
pub(in super::super) struct Scheduled<'a> {
    pub(in super::super) item: ItemId,
    pub(in super::super) account: AccountNumber,
    /// The resource of a contribution in kind.
    pub(in super::super) resource: Option<AccountNumber>,
    pub(in super::super) activity: Option<ActivityId>,
    pub(in super::super) schedule: &'a Schedule,
    /// Its months: those of the schedule inside those of the activity.
    pub(in super::super) window: Window,
    pub(in super::super) settlement: Option<&'a Settlement>,
    /// Whether its quantities are hours at the legal minimum of their months, which Prévi knows.
    pub(in super::super) is_hourly: bool,
    /// Its row of *Lignes*.
    pub(in super::super) input_row: u32,
    /// The row of its amounts by calendar year, where fiscal years are others.
    pub(in super::super) calendar_row: Option<u32>,
    /// Its row of *Mois*.
    pub(in super::super) month_row: u32,
}

impl Scheduled<'_> {
    /// Whether it has a second row on *Lignes*, for quantities.
    pub(in super::super) fn has_quantities(&self) -> bool {
        matches!(self.schedule.rule, ScheduleRule::QuantityPrice { .. }) && !self.is_hourly
    }

    /// Whether its amounts are typed by calendar years that are no fiscal years.
    pub(in super::super) fn is_by_calendar_year(&self, source: &Source<'_>) -> bool {
        let starts_in_january = source.timeline.first().number() == 1;
        matches!(self.schedule.rule, ScheduleRule::Yearly { years: YearKind::Calendar, .. })
            && !starts_in_january
    }
}

/// The lines in the order of their accounts, then contributions in kind, each with its place; and the
/// first row of *Lignes* below them.
pub(in super::super) fn place<'a>(source: &Source<'a>) -> (Vec<Scheduled<'a>>, u32) {
    let counted = |only_if: &Option<_>, activity| source.takes_place(only_if.as_ref(), activity);
    let plan = source.plan;
    let lines = plan
        .lines
        .iter()
        .filter(|line| matches!(line.account.class(), 6 | 7) && counted(&line.only_if, line.activity));
    let mut items: Vec<Scheduled<'a>> = lines.map(|line| of_line(source, line)).collect();
    items.sort_by_key(|line| line.account);
    let in_kind = plan.in_kind.iter().filter(|item| counted(&item.only_if, item.activity));
    items.extend(in_kind.map(|item| of_in_kind(source, item)));
    let (mut input_row, mut month_row) = (FIRST_ROW, FIRST_ROW);
    let mut is_title_due = true;
    for item in &mut items {
        if item.resource.is_some() && is_title_due {
            // Two empty rows and a title.
            input_row += 3;
            is_title_due = false;
        }
        item.input_row = input_row;
        item.month_row = month_row;
        input_row += if item.has_quantities() { 2 } else { 1 };
        month_row += if item.resource.is_some() { 2 } else { 1 };
    }
    (items, input_row)
}

fn of_line<'a>(source: &Source<'a>, line: &'a BudgetLine) -> Scheduled<'a> {
    let (_, window) = source.registry.activity(line.activity);
    Scheduled {
        item: line.id.into(),
        account: line.account,
        resource: None,
        activity: line.activity,
        schedule: &line.schedule,
        window: line.schedule.window().and(window),
        settlement: Some(&line.settlement),
        is_hourly: false,
        input_row: 0,
        calendar_row: None,
        month_row: 0,
    }
}

fn of_in_kind<'a>(source: &Source<'a>, item: &'a InKind) -> Scheduled<'a> {
    let (_, window) = source.registry.activity(item.activity);
    let (account, resource) = item.kind.accounts();
    Scheduled {
        item: item.id.into(),
        account,
        resource: Some(resource),
        activity: item.activity,
        schedule: &item.schedule,
        window: item.schedule.window().and(window),
        settlement: None,
        is_hourly: item.hourly.is_some() && matches!(item.schedule.rule, ScheduleRule::QuantityPrice { .. }),
        input_row: 0,
        calendar_row: None,
        month_row: 0,
    }
}

/// Adds the rows of lines and contributions in kind; they come first on both sheets.
pub(in super::super) fn push(
    source: &Source<'_>,
    items: &[Scheduled<'_>],
    assumed: &Assumed,
    grids: &mut Grids,
) {
    let rows_of = |items: &[Scheduled<'_>]| {
        let mut grids = Grids::default();
        items.iter().for_each(|item| push_item(source, item, assumed, &mut grids));
        grids
    };
    for rows in side_by_side(items.chunks(AT_ONCE).collect(), rows_of) {
        grids.append(rows);
    }
}

fn push_item(source: &Source<'_>, item: &Scheduled<'_>, assumed: &Assumed, grids: &mut Grids) {
    let flows = source.flows(item.item);
    let nothing = vec![0; source.months.len()];
    let flow = flows.iter().find(|flow| flow.account == item.account);
    let cents = flow.map_or(&nothing, |flow| &flow.cents);
    let mut row = month_row(source, item.item, item.account);
    row.activity = item.activity.map_or(ActivityIndex::STRUCTURE, |id| source.registry.activity(Some(id)).0);
    row.cells = super::schedule::cells(source, item, assumed, cents);
    if let Some(settlement) = item.settlement {
        push_money(source, item, settlement, &row, assumed, grids);
    }
    let resource = item.resource.map(|resource| resource_row(source, &row, item.month_row, resource));
    grids.push_months(row);
    if let Some(row) = resource {
        grids.push_months(row);
    }
}

/// The resource of a contribution in kind, equal to its use.
fn resource_row(source: &Source<'_>, usage: &MonthRow, place: u32, account: AccountNumber) -> MonthRow {
    let mut row = MonthRow { account, ..usage.clone() };
    for (month, cell) in row.cells.iter_mut().enumerate().filter(|(_, cell)| cell.is_used()) {
        let column = super::month_column(source.years.len(), month);
        *cell = super::Cell::Formula(source.refs.here(place, column), cell.cents());
    }
    row
}

fn push_money(
    source: &Source<'_>,
    item: &Scheduled<'_>,
    settlement: &Settlement,
    months: &MonthRow,
    assumed: &Assumed,
    grids: &mut Grids,
) {
    let is_expense = item.account.class() == 6;
    // An expense settled "on receipt" is paid in its month.
    let timing = if is_expense && settlement.timing == Timing::OnReceipt {
        &Timing::SameMonth
    } else {
        &settlement.timing
    };
    let years = source.years.len();
    let address = |month: usize| super::month_cell(&source.refs, years, item.month_row, month);
    let mut payments = Payments::new(source, is_expense);
    for (place, cell) in months.cells.iter().enumerate().filter(|(_, cell)| cell.is_used()) {
        let cost = Cost { month: source.months[place], cents: cell.cents(), address: Some(address(place)) };
        payments.add_cost(source, timing, &cost);
    }
    let row = cash_row(item.account);
    let treasury = source.registry.treasury(settlement.account);
    let label = source.plan.label(item.item);
    payments.push(source, (item.item, label), row, treasury, grids);
    let all_earlier = super::schedule::earlier(source, item, assumed);
    if all_earlier.is_empty() {
        return;
    }
    let mut from_before = Payments::new(source, is_expense);
    for earlier in all_earlier {
        let address = earlier.formula.map(|formula| format!("({formula})"));
        from_before.add_cost(source, timing, &Cost { month: earlier.month, cents: earlier.cents, address });
    }
    let label = format!("{label} {}", source.word("due-from-before"));
    from_before.push(source, (item.item, &label), row, treasury, grids);
}

/// The row of the cash forecast that shows the money of a line.
fn cash_row(account: AccountNumber) -> CashRow {
    match (account.class(), account.prefix(3)) {
        (7, 756) => CashRow::Dues,
        (7, 754) => CashRow::Gifts,
        (7, _) => CashRow::Income(account.prefix(2).clamp(70, 79) as u8),
        (_, _) => CashRow::Expenses(account.prefix(2).clamp(60, 69) as u8),
    }
}

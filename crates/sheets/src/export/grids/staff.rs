//! Positions: what *Équipe* calculates from gross pay, and its rows of *Mois* and *Règlements*.

use previ_engine::cash::CashRow;
use previ_engine::frame::ContributionRhythm;
use previ_engine::journal::{ActivityIndex, accounts};
use previ_engine::money::Amount;
use previ_engine::month::Month;
use previ_engine::position::{Position, usual_employee_rate};
use previ_engine::schedule::Window;
use previ_engine::time_weights::TimeWeights;
use rust_decimal::Decimal;

use super::super::cell::Cell;
use super::super::formula::{Slice, signed_sum};
use super::super::refs::Tab;
use super::super::source::{Money, Source};
use super::super::tabs::assumptions::Assumed;
use super::super::workers::side_by_side;
use super::payments::{Cost, Payments, push_derived};
use super::{FIRST_ROW, Grids, derived, month_column, month_row};

/// Rows of *Équipe* for each position.
pub(in super::super) const ROWS: u32 = 4;
/// The column of *Équipe* with the rates.
pub(in super::super) const RATE_COLUMN: u16 = 4;

/// A position that takes place in the view, with the cells of its rows of *Équipe*.
pub(in super::super) struct Staffed<'a> {
    pub(in super::super) position: &'a Position,
    /// Its first row of *Équipe*.
    pub(in super::super) row: u32,
    /// Whether its rows are numbers that Prévi calculated, without rates.
    pub(in super::super) is_calculated: bool,
    /// Gross pay; then the employee's share, the employer's, and net pay.
    pub(in super::super) cells: [Vec<Cell>; ROWS as usize],
}

/// The positions of the view.
pub(in super::super) fn place<'a>(source: &Source<'a>, assumed: &Assumed) -> Vec<Staffed<'a>> {
    let all = source.plan.positions.iter();
    let counted = all.filter(|position| source.takes_place(position.only_if.as_ref(), None));
    side_by_side(counted.enumerate().collect(), |(place, position)| {
        staffed(source, assumed, position, FIRST_ROW + ROWS * place as u32)
    })
}

fn staffed<'a>(source: &Source<'a>, assumed: &Assumed, position: &'a Position, row: u32) -> Staffed<'a> {
    if is_calculated(source, position) {
        return Staffed { position, row, is_calculated: true, cells: calculated_cells(source, position) };
    }
    let gross = gross_cells(source, assumed, position, row);
    let employee_rate = position.employee_rate.unwrap_or_else(usual_employee_rate);
    let employer_rate = position.employer_rate.unwrap_or_default();
    let here = |row: u32, month: usize| source.refs.here(row, month_column(source.years.len(), month));
    let rate = |row: u32| format!("${}", source.refs.here(row, RATE_COLUMN));
    let on_gross = |formula: &dyn Fn(usize) -> String, cents: &dyn Fn(i64) -> i64| -> Vec<Cell> {
        let one = |(month, cell): (usize, &Cell)| match cell {
            Cell::Blank => Cell::Blank,
            used => Cell::Formula(formula(month), cents(used.cents())),
        };
        gross.iter().enumerate().map(one).collect()
    };
    let share = |line: u32| move |month: usize| format!("ROUND({}*{},2)", here(row, month), rate(line));
    let employee = on_gross(&share(row + 1), &|gross| employee_rate.of_cents(gross));
    let employer = on_gross(&share(row + 2), &|gross| employer_rate.of_cents(gross));
    let net =
        on_gross(&|month| format!("ROUND({}-{},2)", here(row, month), here(row + 1, month)), &|gross| {
            gross - employee_rate.of_cents(gross)
        });
    Staffed { position, row, is_calculated: false, cells: [gross, employee, employer, net] }
}

/// Whether what a position costs follows from more than its gross pay and typed rates.
fn is_calculated(source: &Source<'_>, position: &Position) -> bool {
    position.is_calculated() || source.plan.frame.association.employer.posts_leave_owed
}

/// The rows of a position whose pay Prévi calculated, as numbers.
fn calculated_cells(source: &Source<'_>, position: &Position) -> [Vec<Cell>; ROWS as usize] {
    let item = position.id.into();
    let (mut gross, mut employer) = (vec![0; source.months.len()], vec![0; source.months.len()]);
    for flow in source.flows(item).iter().filter(|flow| flow.account.class() == 6) {
        let sum = if flow.account == accounts::PAY { &mut gross } else { &mut employer };
        sum.iter_mut().zip(&flow.cents).for_each(|(sum, cents)| *sum += cents);
    }
    let net = source.net_pay(item);
    let employee: Vec<i64> = gross.iter().zip(&net).map(|(gross, net)| gross - net).collect();
    [derived(&gross), derived(&employee), derived(&employer), derived(&net)]
}

/// Gross pay: typed where the plan types it and in the first month, elsewhere that of the month before,
/// raised where its index steps.
fn gross_cells(source: &Source<'_>, assumed: &Assumed, position: &Position, row: u32) -> Vec<Cell> {
    let flows = source.flows(position.id.into());
    let pay = |month: usize| -> i64 {
        flows.iter().filter(|flow| flow.account == accounts::PAY).map(|flow| flow.cents[month]).sum()
    };
    let dates = Window { from: Some(position.from), to: position.to };
    let mut base: Option<usize> = None;
    let mut cells = Vec::new();
    for (place, month) in source.months.iter().enumerate() {
        if !dates.contains(*month) {
            cells.push(Cell::Blank);
            continue;
        }
        let from = base.filter(|_| !position.gross.contains_key(month));
        let formula = from.and_then(|base| raised(source, assumed, position, row, (base, place)));
        if from.is_none() {
            base = Some(place);
        }
        cells.push(match formula {
            Some(formula) => Cell::Formula(formula, pay(place)),
            None => Cell::Typed(pay(place)),
        });
    }
    cells
}

/// The pay of a month from that of the month where it was last typed; `None` where the index had
/// already stepped between the two.
fn raised(
    source: &Source<'_>,
    assumed: &Assumed,
    position: &Position,
    row: u32,
    (base, place): (usize, usize),
) -> Option<String> {
    let here = |place: usize| source.refs.here(row, month_column(source.years.len(), place));
    let month = *source.months.get(place)?;
    let indexes = &source.plan.frame.assumptions.indexes;
    let Some(index) = indexes.iter().find(|index| Some(index.id) == position.index) else {
        return Some(here(place.checked_sub(1)?));
    };
    let level = |month: Month| index.factor(month, source.timeline);
    let base_month = *source.months.get(base)?;
    let typed = position.gross.range(..=month).next_back();
    let (typed_in, amount) = typed.map_or((month, Amount::default()), |(month, amount)| (*month, *amount));
    if level(typed_in) != level(base_month) || level(base_month).is_zero() {
        return None;
    }
    if level(month) == level(base_month) {
        return Some(here(place.checked_sub(1)?));
    }
    let [from, to] = [base_month, month].map(|month| assumed.raw_level(source, index.id, month));
    let whole_cents = Decimal::new(amount.cents(), 2);
    let beyond_cents = amount.euros() - whole_cents;
    let pay = if beyond_cents.is_zero() {
        here(base)
    } else {
        // The cell holds whole cents; what was typed beyond them grows too, until other pay is typed there.
        format!("({0}+IF({0}={whole_cents},{beyond_cents},0))", here(base))
    };
    Some(format!("ROUND({pay}*{}/{},2)", to?, from?))
}

/// Adds the rows of positions: pay and contributions by activity, and their payments.
pub(in super::super) fn push(source: &Source<'_>, staff: &[Staffed<'_>], grids: &mut Grids) {
    for rows in side_by_side(staff.iter().collect(), |staffed| rows(source, staffed)) {
        grids.append(rows);
    }
}

fn rows(source: &Source<'_>, staffed: &Staffed<'_>) -> Grids {
    let mut grids = Grids::default();
    if staffed.is_calculated {
        push_calculated(source, staffed, &mut grids);
    } else {
        push_costs(source, staffed, &mut grids);
        push_payments(source, staffed, &mut grids);
    }
    push_lending(source, staffed, &mut grids);
    grids
}

/// Costs and payments as Prévi calculated them.
fn push_calculated(source: &Source<'_>, staffed: &Staffed<'_>, grids: &mut Grids) {
    let item = staffed.position.id.into();
    for flow in source.flows(item).into_iter().filter(|flow| flow.account.class() == 6) {
        let mut row = month_row(source, item, flow.account);
        row.activity = flow.activity;
        row.cells = derived(&flow.cents);
        grids.push_months(row);
    }
    let is_paid = |money: &Money| matches!(money.row, CashRow::NetPay | CashRow::Contributions);
    for money in source.money(item).into_iter().filter(is_paid) {
        push_derived(source, (item, &staffed.position.label), &money, grids);
    }
}

fn push_costs(source: &Source<'_>, staffed: &Staffed<'_>, grids: &mut Grids) {
    let position = staffed.position;
    let item = position.id.into();
    let weights = TimeWeights::new(position, &source.plan.frame, source.registry);
    let shares: Vec<Vec<(ActivityIndex, Slice)>> =
        source.months.iter().map(|month| time_of(source, &weights, *month)).collect();
    let mut activities: Vec<ActivityIndex> = shares.iter().flatten().map(|(place, _)| *place).collect();
    activities.sort_unstable();
    activities.dedup();
    let flows = source.flows(item);
    for activity in activities {
        // Lines of *Équipe* that make up each account: net pay and the employee's share; the employer's.
        for (account, lines) in [(accounts::PAY, &[3, 1][..]), (accounts::CONTRIBUTIONS, &[2][..])] {
            let flow = flows.iter().find(|flow| flow.account == account && flow.activity == activity);
            let mut row = month_row(source, item, account);
            row.activity = activity;
            for (month, cell) in row.cells.iter_mut().enumerate() {
                let slices = || shares[month].iter().filter(|(place, _)| *place == activity);
                if !staffed.cells[0][month].is_used() || slices().next().is_none() {
                    continue;
                }
                let column = month_column(source.years.len(), month);
                let address = |line: u32| source.refs.at(Tab::Team, staffed.row + line, column);
                let is_whole = slices().all(|(_, slice)| *slice == Slice::WHOLE);
                let formula = if is_whole && account == accounts::PAY {
                    address(0)
                } else {
                    let mut parts = Vec::new();
                    for line in lines {
                        parts.extend(slices().map(|(_, slice)| slice.formula_of_cents(&address(*line))));
                    }
                    signed_sum(&parts, false)
                };
                *cell = Cell::Formula(formula, flow.map_or(0, |flow| flow.cents[month]));
            }
            grids.push_months(row);
        }
    }
}

/// Where the time of a month goes, as slices of a whole: first the structure, which keeps what no
/// activity takes.
fn time_of(source: &Source<'_>, weights: &TimeWeights, month: Month) -> Vec<(ActivityIndex, Slice)> {
    let parts = weights.at(month);
    let of = parts.iter().sum();
    let mut running = 0;
    let slices = weights.activities().zip(parts).map(|(activity, weight)| {
        let from = running;
        running += weight;
        let kept = source.kept_activity(source.registry.activity_at(activity));
        (kept, Slice { from, to: running, of }.reduced())
    });
    slices.filter(|(_, slice)| !slice.is_empty()).collect()
}

/// Time billed to others, which follows from what the position costs: as Prévi calculated it.
fn push_lending(source: &Source<'_>, staffed: &Staffed<'_>, grids: &mut Grids) {
    if staffed.position.lent.is_empty() {
        return;
    }
    let item = staffed.position.id.into();
    for flow in source.flows(item).into_iter().filter(|flow| flow.account == accounts::STAFF_LENT) {
        let mut row = month_row(source, item, flow.account);
        row.cells = derived(&flow.cents);
        grids.push_months(row);
    }
    let is_billed = |money: &Money| matches!(money.row, CashRow::Income(_));
    for money in source.money(item).into_iter().filter(is_billed) {
        push_derived(source, (item, &staffed.position.label), &money, grids);
    }
}

fn push_payments(source: &Source<'_>, staffed: &Staffed<'_>, grids: &mut Grids) {
    let item = staffed.position.id.into();
    let treasury = source.registry.treasury(None);
    let [mut net, mut contributions] = [(), ()].map(|()| Payments::new(source, true));
    for (place, month) in source.months.iter().enumerate() {
        if !staffed.cells[0][place].is_used() {
            continue;
        }
        let column = month_column(source.years.len(), place);
        let add = |payments: &mut Payments, due: Month, line: u32| {
            let cents = staffed.cells[line as usize][place].cents();
            let address = source.refs.at(Tab::Team, staffed.row + line, column);
            let cost = Cost { month: *month, cents, address: Some(address) };
            payments.add(source, due, Slice::WHOLE, &cost);
        };
        let due = match source.plan.frame.association.contributions {
            ContributionRhythm::Monthly => month.plus(1),
            ContributionRhythm::Quarterly => month.next_among(&[3, 6, 9, 12]).plus(1),
        };
        add(&mut net, *month, 3);
        add(&mut contributions, due, 1);
        add(&mut contributions, due, 2);
    }
    net.push_with_earlier(source, item, CashRow::NetPay, treasury, grids);
    contributions.push_with_earlier(source, item, CashRow::Contributions, treasury, grids);
}

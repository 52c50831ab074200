//! Investments and loans: their rows of *Mois* and *Règlements*.

use previ_engine::agreement::Tranche;
use previ_engine::cash::CashRow;
use previ_engine::id::InvestmentId;
use previ_engine::investment::Investment;
use previ_engine::journal::accounts;
use previ_engine::month::Month;
use rust_decimal::Decimal;

use super::super::cell::Cell;
use super::super::formula::Slice;
use super::super::refs::Tab;
use super::super::source::Source;
use super::super::tabs::lines::BASE_COLUMN;
use super::payments::{Cost, Payments, push_derived};
use super::{Grids, derived, month_row};

/// An investment that takes place in the view, and its row of *Lignes*.
pub(in super::super) struct Invested<'a> {
    pub(in super::super) investment: &'a Investment,
    pub(in super::super) row: u32,
}

/// The investments of the view from row `first` of *Lignes* on.
pub(in super::super) fn place<'a>(source: &Source<'a>, first: u32) -> Vec<Invested<'a>> {
    let all = source.plan.investments.iter();
    let counted = all.filter(|item| source.takes_place(item.only_if.as_ref(), item.activity));
    counted.zip(first..).map(|(investment, row)| Invested { investment, row }).collect()
}

/// Adds the rows of investments: depreciation and payments.
pub(in super::super) fn push_investments(source: &Source<'_>, invested: &[Invested<'_>], grids: &mut Grids) {
    for Invested { investment, row } in invested {
        let item = investment.id.into();
        let address = source.refs.fixed(Tab::Lines, *row, BASE_COLUMN);
        let cents = investment.amount.cents();
        let mut months = month_row(source, item, accounts::DEPRECIATION_CHARGE);
        months.activity = source.registry.activity(investment.activity).0;
        months.cells = share_cells(source, investment, None, cents, &address);
        if months.cells.iter().any(Cell::is_used) {
            grids.push_months(months);
        }
        let settlement = &investment.settlement;
        let mut payments = Payments::new(source, true);
        let cost = Cost { month: investment.purchase, cents, address: Some(address) };
        payments.add_cost(source, &settlement.timing, &cost);
        let treasury = source.registry.treasury(settlement.account);
        payments.push(source, (item, &investment.label), CashRow::Investments, treasury, grids);
    }
}

/// The release of an investment grant: each month its share of the depreciation, what is late in the month
/// of the decision.
pub(super) fn release_cells(
    source: &Source<'_>,
    id: InvestmentId,
    tranche: &Tranche,
    counted: i64,
    address: &str,
) -> Vec<Cell> {
    match source.plan.investments.iter().find(|investment| investment.id == id) {
        Some(investment) => share_cells(source, investment, Some(tranche.decision), counted, address),
        None => vec![Cell::Blank; source.months.len()],
    }
}

/// The monthly shares of an amount over the life of an investment, none before `decision`.
fn share_cells(
    source: &Source<'_>,
    investment: &Investment,
    decision: Option<Month>,
    cents: i64,
    address: &str,
) -> Vec<Cell> {
    let Some(life) = investment.life_months else { return vec![Cell::Blank; source.months.len()] };
    let life = life.clamp(1, 600);
    let first = investment.in_use.unwrap_or(investment.purchase);
    let elapsed = |month: Month| -> u64 {
        if decision.is_some_and(|decision| month < decision) {
            return 0;
        }
        month.since(first).saturating_add(1).clamp(0, life.into()).unsigned_abs().into()
    };
    let one = |month: &Month| {
        let slice = Slice { from: elapsed(month.plus(-1)), to: elapsed(*month), of: life.into() };
        if slice.is_empty() {
            return Cell::Blank;
        }
        Cell::Formula(slice.formula_of_cents(address), slice.cents(Decimal::new(cents, 2)))
    };
    source.months.iter().map(one).collect()
}

/// Adds the rows of loans: interest, and their money; all calculated by Prévi.
pub(in super::super) fn push_loans(source: &Source<'_>, grids: &mut Grids) {
    for loan in &source.plan.loans {
        let item = loan.id.into();
        if !source.takes_place(loan.only_if.as_ref(), None) {
            continue;
        }
        for flow in source.flows(item) {
            let mut row = month_row(source, item, flow.account);
            row.activity = flow.activity;
            row.cells = derived(&flow.cents);
            grids.push_months(row);
        }
        for money in source.money(item) {
            push_derived(source, (item, &loan.label), &money, grids);
        }
    }
}

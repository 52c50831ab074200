//! What the opening balance and transfers between accounts bring and take: rows of *Règlements*.

use previ_engine::cash::CashRow;
use previ_engine::opening::OpeningSide;

use super::super::cell::Cell;
use super::super::source::Source;
use super::super::tabs::assumptions::Assumed;
use super::{Grids, money_row};

/// Adds claims and debts of the opening balance, settled in their month.
pub(in super::super) fn push_opening(source: &Source<'_>, assumed: &Assumed, grids: &mut Grids) {
    for item in &source.plan.frame.opening.items {
        let (row, sign) = match item.side {
            OpeningSide::Receivable => (CashRow::OpeningReceipts, 1),
            OpeningSide::Payable => (CashRow::OpeningPayments, -1),
        };
        let mut money = money_row(source, item.id.into(), row, source.registry.treasury(None));
        let cell = source.place(item.due).and_then(|place| money.cells.get_mut(place));
        if let (Some(cell), Some(address)) = (cell, assumed.opening(item.id)) {
            let minus = if sign < 0 { "-" } else { "" };
            *cell = Cell::Formula(format!("{minus}{address}"), sign * item.amount.cents());
        }
        grids.push_money(source, money);
    }
}

/// Adds transfers; those between two usable accounts stay outside the cash forecast.
pub(in super::super) fn push_transfers(source: &Source<'_>, assumed: &Assumed, grids: &mut Grids) {
    for transfer in &source.plan.transfers {
        let [from, to] = [transfer.from, transfer.to].map(|id| source.registry.treasury(Some(id)));
        if from == to {
            continue;
        }
        let inside = source.is_usable(from) && source.is_usable(to);
        for (treasury, sign) in [(from, -1), (to, 1)] {
            let mut money = money_row(source, transfer.id.into(), CashRow::Transfers, treasury);
            let cell = source.place(transfer.month).and_then(|place| money.cells.get_mut(place));
            if let (Some(cell), Some(address)) = (cell, assumed.transfer(transfer.id)) {
                let minus = if sign < 0 { "-" } else { "" };
                *cell = Cell::Formula(format!("{minus}{address}"), sign * transfer.amount.cents());
            }
            if inside && money.cells.iter().any(Cell::is_used) {
                money.row = None;
                grids.outside.push(money);
            } else if !inside {
                grids.push_money(source, money);
            }
        }
    }
}

//! What becomes of money tied to costs: dedicated funds, money given back, claims on spent cost. It depends
//! on who pays which cost, and stands on the sheets as Prévi calculated it.

use previ_engine::agreement::FundingAgreement;

use super::super::source::Source;
use super::{Grids, derived, money_row, month_row};

/// Adds what an agreement posts beside its awards and instalments.
pub(super) fn push(source: &Source<'_>, agreement: &FundingAgreement, grids: &mut Grids) {
    let item = agreement.id.into();
    let label = format!("{} – {}", agreement.label, source.word("settled"));
    for flow in source.flows(item) {
        let mut cents = flow.cents;
        let own = |row: &&super::MonthRow| {
            row.item == item && row.account == flow.account && row.activity == flow.activity
        };
        for row in grids.months.iter().filter(own) {
            subtract(&mut cents, row.cells.iter().map(super::Cell::cents));
        }
        if cents.iter().any(|cents| *cents != 0) {
            let mut row = month_row(source, item, flow.account);
            row.label.clone_from(&label);
            row.activity = flow.activity;
            row.cells = derived(&cents);
            grids.push_months(row);
        }
    }
    for money in source.money(item) {
        // Two rows, because the worst inside a month counts what goes out alone.
        for (mut cents, side) in [(money.received, 1), (money.paid, -1)] {
            let own = |row: &&super::MoneyRow| row.item == item && row.treasury == money.treasury;
            for row in grids.money.iter().chain(&grids.outside).filter(own) {
                let of_side = |cell: &super::Cell| (cell.cents() * side).max(0) * side;
                subtract(&mut cents, row.cells.iter().map(of_side));
            }
            let mut row = money_row(source, item, money.row, money.treasury);
            row.label.clone_from(&label);
            row.cells = derived(&cents);
            grids.push_money(source, row);
        }
    }
}

fn subtract(cents: &mut [i64], known: impl Iterator<Item = i64>) {
    for (cents, known) in cents.iter_mut().zip(known) {
        *cents -= known;
    }
}

//! What becomes of money tied to costs: dedicated funds, money given back, claims on spent cost. It depends
//! on who pays which cost, and stands on the sheets as Prévi calculated it.

use previ_engine::agreement::FundingAgreement;

use super::super::cell::Cell;
use super::super::source::{Money, Source};
use super::agreements::Placed;
use super::{FIRST_ROW, Grids, MoneyRow, derived, money_row, month_row};

/// Adds what a tranche posts to costs and income beside its awards.
pub(super) fn push_flows(source: &Source<'_>, tranche: &Placed<'_>, grids: &mut Grids) {
    let item = tranche.agreement.id.into();
    let first = tranche.tranche.lines.first();
    let level = first.and_then(|line| tranche.agreement.certainty_of(tranche.tranche, line));
    for flow in source.flows_of_tranche(item, tranche.tranche.id) {
        let mut cents = flow.cents;
        let awards = tranche.month_rows.iter().flatten();
        let awards = awards.filter_map(|row| grids.months.get((row - FIRST_ROW) as usize));
        for row in awards.filter(|row| row.account == flow.account && row.activity == flow.activity) {
            subtract(&mut cents, row.cells.iter().map(Cell::cents));
        }
        if cents.iter().any(|cents| *cents != 0) {
            let mut row = month_row(source, item, flow.account);
            row.label = label(source, &tranche.label(source));
            row.activity = flow.activity;
            row.certainty = level;
            row.cells = derived(&cents);
            grids.push_months(row);
        }
    }
}

fn label(source: &Source<'_>, name: &str) -> String {
    format!("{name} – {}", source.word("settled"))
}

/// Adds the money of an agreement beside its instalments.
pub(super) fn push_money(source: &Source<'_>, agreement: &FundingAgreement, grids: &mut Grids) {
    let item = agreement.id.into();
    for money in apart(source, source.money(item)) {
        // Two rows, because the worst inside a month counts what goes out alone.
        for (mut cents, side) in [(money.received, 1), (money.paid, -1)] {
            let own = |row: &&MoneyRow| {
                let is_of_row = row.row.is_none_or(|known| known == money.row);
                row.item == item && row.treasury == money.treasury && is_of_row
            };
            for row in grids.money.iter().chain(&grids.outside).filter(own) {
                let of_side = |cell: &Cell| (cell.cents() * side).max(0) * side;
                subtract(&mut cents, row.cells.iter().map(of_side));
            }
            let mut row = money_row(source, item, money.row, money.treasury);
            row.label = label(source, &agreement.label);
            row.cells = derived(&cents);
            grids.push_money(source, row);
        }
    }
}

/// The rows of accounts outside the cash forecast, where rows are not told apart, as one for each account.
fn apart(source: &Source<'_>, all: Vec<Money>) -> Vec<Money> {
    let mut kept: Vec<Money> = Vec::new();
    for money in all {
        let is_outside = !source.is_usable(money.treasury);
        match kept.iter_mut().find(|known| is_outside && known.treasury == money.treasury) {
            Some(known) => {
                for (sum, cents) in [(&mut known.received, &money.received), (&mut known.paid, &money.paid)] {
                    sum.iter_mut().zip(cents).for_each(|(sum, cents)| *sum += cents);
                }
            }
            None => kept.push(money),
        }
    }
    kept
}

fn subtract(cents: &mut [i64], known: impl Iterator<Item = i64>) {
    for (cents, known) in cents.iter_mut().zip(known) {
        *cents -= known;
    }
}

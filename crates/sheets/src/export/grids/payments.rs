//! Payments and receipts as formulas of the costs and income they settle.

use previ_engine::cash::CashRow;
use previ_engine::id::ItemId;
use previ_engine::journal::AccountIndex;
use previ_engine::month::Month;
use previ_engine::timing::Timing;
use rust_decimal::Decimal;

use super::super::cell::{Cell, result_of};
use super::super::formula::{Slice, signed_sum};
use super::super::source::{Money, Source};
use super::{Grids, derived, money_row};

/// The money that settles the costs or income of an item, by month.
pub(super) struct Payments {
    due: Vec<Vec<Term>>,
    /// Whether money goes out for an amount above zero.
    goes_out: bool,
    /// Whether several costs due together stand side by side, so that one SUM adds them.
    side_by_side: bool,
}

/// A cost or an income that is settled.
pub(super) struct Cost {
    pub(super) month: Month,
    pub(super) cents: i64,
    /// The cell or formula that gives it; `None` where it is only known as a number.
    pub(super) address: Option<String>,
}

/// A part of a cost that is due.
#[derive(Clone, Debug)]
struct Term {
    address: Option<String>,
    slice: Slice,
    cents: i64,
}

/// Which money a row shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Both,
    Received,
    Paid,
}

impl Payments {
    pub(super) fn new(source: &Source<'_>, goes_out: bool) -> Self {
        Self { due: vec![Vec::new(); source.months.len()], goes_out, side_by_side: false }
    }

    /// Adds what settles a cost.
    pub(super) fn add_cost(&mut self, source: &Source<'_>, timing: &Timing, cost: &Cost) {
        let month = cost.month;
        let mut whole = |due: Month| self.add(source, due, Slice::WHOLE, cost);
        match timing {
            Timing::SameMonth | Timing::OnReceipt => whole(month),
            Timing::After { months } => whole(month.plus(i32::from(*months))),
            Timing::Before { months } => whole(month.plus(-i32::from(*months))),
            Timing::InMonths { months } => {
                whole(month.next_among(months));
                self.side_by_side = true;
            }
            Timing::Instalments { count, every_months } => {
                let count = (*count).clamp(1, 60);
                for part in 0..count {
                    let due = month.plus(i32::from(part) * i32::from(*every_months));
                    let slice = Slice { from: part.into(), to: u64::from(part) + 1, of: count.into() };
                    self.add(source, due, slice, cost);
                }
            }
        }
    }

    /// Adds a part of a cost, due in `month`; nothing outside the horizon.
    pub(super) fn add(&mut self, source: &Source<'_>, month: Month, slice: Slice, cost: &Cost) {
        if let Some(due) = source.place(month).and_then(|place| self.due.get_mut(place)) {
            let cents = match slice {
                Slice::WHOLE => cost.cents,
                part => part.cents(Decimal::new(cost.cents, 2)),
            };
            // A difference of rounded numbers carries binary noise, which a further rounding must not see.
            let clean = |address: &String| {
                if slice == Slice::WHOLE { address.clone() } else { format!("ROUND({address},2)") }
            };
            due.push(Term { address: cost.address.as_ref().map(clean), slice, cents });
        }
    }

    /// Adds the rows of an item whose money depends on nothing else than what was added, and gives what
    /// they receive and pay by month.
    pub(super) fn push(
        &self,
        source: &Source<'_>,
        (item, label): (ItemId, &str),
        row: CashRow,
        treasury: AccountIndex,
        grids: &mut Grids,
    ) -> Money {
        let side = |side: Side| self.due.iter().map(|terms| self.cents(terms, side)).collect();
        let money = Money { row, treasury, received: side(Side::Received), paid: side(Side::Paid) };
        let sides: &[Side] = if money.is_mixed() { &[Side::Received, Side::Paid] } else { &[Side::Both] };
        for side in sides {
            let mut shown = money_row(source, item, row, treasury);
            label.clone_into(&mut shown.label);
            shown.cells = self.due.iter().map(|terms| self.cell(terms, *side)).collect();
            grids.push_money(source, shown);
        }
        money
    }

    /// The same for an item that may have begun before the horizon: what is still settled of that time
    /// stands in rows of its own.
    pub(super) fn push_with_earlier(
        &self,
        source: &Source<'_>,
        item: ItemId,
        row: CashRow,
        treasury: AccountIndex,
        grids: &mut Grids,
    ) {
        let label = source.plan.label(item);
        let here = self.push(source, (item, label), row, treasury, grids);
        let Some(mut all) = source.money(item).into_iter().find(|m| m.row == row && m.treasury == treasury)
        else {
            return;
        };
        for (all, here) in [(&mut all.received, &here.received), (&mut all.paid, &here.paid)] {
            all.iter_mut().zip(here).for_each(|(all, here)| *all -= here);
        }
        let label = format!("{label} {}", source.word("due-from-before"));
        push_derived(source, (item, &label), &all, grids);
    }

    fn cents(&self, terms: &[Term], side: Side) -> i64 {
        let sign = if self.goes_out { -1 } else { 1 };
        let amounts = terms.iter().map(|term| sign * term.cents);
        match side {
            Side::Both => amounts.sum(),
            Side::Received => amounts.map(|cents| cents.max(0)).sum(),
            Side::Paid => amounts.map(|cents| cents.min(0)).sum(),
        }
    }

    fn cell(&self, terms: &[Term], side: Side) -> Cell {
        let cents = self.cents(terms, side);
        if let ([Term { address: Some(address), slice: Slice::WHOLE, .. }], Side::Both) = (terms, side) {
            return Cell::Formula(signed_sum(std::slice::from_ref(address), self.goes_out), cents);
        }
        if terms.iter().all(|term| term.address.is_none()) {
            return Cell::derived(cents);
        }
        // Amounts of the side shown: above zero for a payment that goes out, below for one that returns.
        let bound = match (side, self.goes_out) {
            (Side::Both, _) => None,
            (Side::Paid, true) | (Side::Received, false) => Some("MAX"),
            (Side::Received, true) | (Side::Paid, false) => Some("MIN"),
        };
        let piece = |term: &Term| {
            let known = || format!("({})", result_of(term.cents));
            match (&term.address, bound) {
                (None, None) => known(),
                (None, Some(bound)) => format!("{bound}(0,{})", known()),
                (Some(address), None) => term.slice.formula_of_cents(address),
                (Some(address), Some(bound)) => term.slice.formula_of_cents(&format!("{bound}(0,{address})")),
            }
        };
        let pieces: Vec<String> = match sum(terms) {
            Some(sum) if bound.is_none() && self.side_by_side => vec![sum],
            _ => terms.iter().map(piece).collect(),
        };
        Cell::Formula(signed_sum(&pieces, self.goes_out), cents)
    }
}

/// One SUM over more than two cells that stand side by side.
fn sum(terms: &[Term]) -> Option<String> {
    let [first, _, .., last] = terms else { return None };
    let (first, last) = (first.address.as_ref()?, last.address.as_ref()?);
    let is_cell = |address: &str| !address.starts_with('(');
    let last = last.rsplit('!').next().filter(|_| terms.len() > 2 && is_cell(first))?;
    Some(format!("SUM({first}:{last})"))
}

/// Adds money calculated by Prévi, received and paid apart where a month has both.
pub(super) fn push_derived(
    source: &Source<'_>,
    (item, label): (ItemId, &str),
    money: &Money,
    grids: &mut Grids,
) {
    let parts =
        if money.is_mixed() { vec![money.received.clone(), money.paid.clone()] } else { vec![money.net()] };
    for cents in parts {
        let mut row = money_row(source, item, money.row, money.treasury);
        label.clone_into(&mut row.label);
        row.cells = derived(&cents);
        grids.push_money(source, row);
    }
}

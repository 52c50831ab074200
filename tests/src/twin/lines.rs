//! Budget lines and contributions in kind.

use previ_engine::cash::CashRow;
use previ_engine::in_kind::{InKind, InKindKind};
use previ_engine::line::BudgetLine;
use previ_engine::timing::Timing;

use super::movement::{Movement, Place};
use super::schedule::{amount_in, months_of, payments};
use super::situation::{Situation, both};

/// A cost and its payment, an income and its receipt.
pub fn budget_line(situation: &Situation<'_>, line: &BudgetLine) -> Vec<Movement> {
    let mut movements = Vec::new();
    if !situation.holds(line.only_if.as_ref()) || !situation.takes_place(line.activity) {
        return movements;
    }
    let dates = both((line.schedule.from, line.schedule.to), situation.dates(line.activity));
    let is_cost = line.account.class() == 6;
    let row = match line.account.prefix(3) {
        754 => CashRow::Gifts,
        756 => CashRow::Dues,
        _ if is_cost => CashRow::Expenses(line.account.prefix(2) as u8),
        _ => CashRow::Income(line.account.prefix(2) as u8),
    };
    let result = Place::Account(line.account);
    let third_party = Place::account(if is_cost { 401 } else { 411 });
    let treasury = Place::Treasury(line.settlement.account);
    for month in months_of(situation, &line.schedule, dates) {
        let amount = amount_in(situation, &line.schedule, dates, month);
        let mut post = |month, from: Place, to: Place, euros| {
            let (debit, credit) = if is_cost { (from, to) } else { (to, from) };
            movements.push(Movement {
                month: Some(month),
                debit,
                credit,
                euros,
                activity: line.activity,
                row,
            });
        };
        if line.settlement.timing == Timing::OnReceipt {
            post(month, result, treasury, amount);
        } else {
            post(month, result, third_party, amount);
            for (when, part) in payments(&line.settlement.timing, month, amount) {
                post(when, third_party, treasury, part);
            }
        }
    }
    movements
}

/// A use and its resource, both in class 8.
pub fn in_kind(situation: &Situation<'_>, item: &InKind) -> Vec<Movement> {
    if !situation.holds(item.only_if.as_ref()) || !situation.takes_place(item.activity) {
        return Vec::new();
    }
    let (used, given) = match item.kind {
        InKindKind::Relief => (860, 870),
        InKindKind::FreeUse => (861, 871),
        InKindKind::Services => (862, 871),
        InKindKind::Volunteering => (864, 875),
    };
    let dates = both((item.schedule.from, item.schedule.to), situation.dates(item.activity));
    months_of(situation, &item.schedule, dates)
        .into_iter()
        .map(|month| Movement {
            month: Some(month),
            debit: Place::account(used),
            credit: Place::account(given),
            euros: amount_in(situation, &item.schedule, dates, month),
            activity: item.activity,
            row: CashRow::Transfers,
        })
        .collect()
}

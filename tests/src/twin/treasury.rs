//! Claims and debts of the opening, transfers.

use previ_engine::cash::CashRow;
use previ_engine::opening::{OpeningItem, OpeningSide};
use previ_engine::treasury::Transfer;

use super::euros::round;
use super::movement::{Movement, Place};
use super::situation::Situation;

/// A claim or a debt that is there at the start and settled later.
pub fn opening_item(_: &Situation<'_>, item: &OpeningItem) -> Vec<Movement> {
    let (third_party, own_funds) = (Place::Account(item.account), Place::account(110));
    let treasury = Place::Treasury(None);
    let euros = round(item.amount.euros());
    let movement = |month, debit, credit, row| Movement { month, debit, credit, euros, activity: None, row };
    match item.side {
        OpeningSide::Receivable => vec![
            movement(None, third_party, own_funds, CashRow::OpeningReceipts),
            movement(Some(item.due), treasury, third_party, CashRow::OpeningReceipts),
        ],
        OpeningSide::Payable => vec![
            movement(None, own_funds, third_party, CashRow::OpeningPayments),
            movement(Some(item.due), third_party, treasury, CashRow::OpeningPayments),
        ],
    }
}

/// Money that goes from one treasury account to another.
pub fn transfer(transfer: &Transfer) -> Vec<Movement> {
    vec![Movement {
        month: Some(transfer.month),
        debit: Place::Treasury(Some(transfer.to)),
        credit: Place::Treasury(Some(transfer.from)),
        euros: round(transfer.amount.euros()),
        activity: None,
        row: CashRow::Transfers,
    }]
}

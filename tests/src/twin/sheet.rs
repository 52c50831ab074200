//! The balance sheet.

use std::collections::BTreeMap;

use previ_engine::account::AccountNumber;
use previ_engine::plan::Plan;
use rust_decimal::Decimal;

use super::books::{Balances, treasury_number};
use super::movement::Place;
use crate::figures::Side;

/// Amounts by side and account, above zero on the usual side.
pub type Sheet = BTreeMap<(Side, AccountNumber), Decimal>;

/// The balance sheet as the books stand.
pub fn sheet(balances: &Balances, plan: &Plan) -> Sheet {
    let mut sheet = Sheet::new();
    let mut add = |side: Side, account: AccountNumber, debit: Decimal| {
        let shown = if side == Side::Assets { debit } else { -debit };
        *sheet.entry((side, account)).or_default() += shown;
    };
    let mut result = Decimal::ZERO;
    let mut carried_forward = Decimal::ZERO;
    let mut treasury: BTreeMap<Place, Decimal> = BTreeMap::new();
    for ((_, place), debit) in balances {
        match place {
            Place::Treasury(_) => *treasury.entry(*place).or_default() += debit,
            Place::Account(account) => match (account.class(), account.prefix(3)) {
                (6 | 7, _) | (_, 120) => result -= debit,
                (_, 110) => carried_forward -= debit,
                (1, _) => add(Side::Liabilities, *account, *debit),
                (4, _) => {
                    let (side, shown) = third_party(*account, *debit);
                    add(side, shown, *debit);
                }
                (8, _) => {}
                _ => add(Side::Assets, *account, *debit),
            },
        }
    }
    add(Side::Liabilities, gain_or_loss(result, 120, 129), -result);
    add(Side::Liabilities, gain_or_loss(carried_forward, 110, 119), -carried_forward);
    for (place, debit) in treasury {
        let Place::Treasury(id) = place else { continue };
        if debit < Decimal::ZERO {
            add(Side::Liabilities, AccountNumber::of(519), debit);
        } else {
            add(Side::Assets, treasury_number(plan, id), debit);
        }
    }
    sheet.retain(|_, euros| !euros.is_zero());
    sheet
}

/// A claim stands among the assets, a debt among the liabilities, each item by itself.
fn third_party(account: AccountNumber, debit: Decimal) -> (Side, AccountNumber) {
    let paid_in_advance = debit > Decimal::ZERO && account.is_under(AccountNumber::of(40));
    let received_in_advance = debit < Decimal::ZERO && account.is_under(AccountNumber::of(41));
    match (paid_in_advance, received_in_advance) {
        (true, _) => (Side::Assets, AccountNumber::of(486)),
        (_, true) => (Side::Liabilities, AccountNumber::of(487)),
        _ if debit < Decimal::ZERO => (Side::Liabilities, account),
        _ => (Side::Assets, account),
    }
}

fn gain_or_loss(credit: Decimal, gain: u32, loss: u32) -> AccountNumber {
    AccountNumber::of(if credit < Decimal::ZERO { loss } else { gain })
}

//! The situation at the start of the plan.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::account::AccountNumber;
use crate::id::OpeningId;
use crate::is_default;
use crate::journal::{Book, Rule, accounts};
use crate::money::Amount;
use crate::month::Month;

/// The opening balance (*bilan d'ouverture*): what neither a treasury account nor a plan item tells.
///
/// Items that began before the plan (an agreement, an asset, a loan, a post) give their own share of
/// the opening from their dates. Own funds are the balancing figure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpeningBalance {
    /// Claims and debts with the month in which they are settled.
    #[serde(default, skip_serializing_if = "is_default")]
    pub items: Vec<OpeningItem>,
    /// Reserves for projects (1068), the part of own funds set aside.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reserves: Amount,
}

/// A claim or a debt of the opening balance (*créance ou dette à l'ouverture*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpeningItem {
    /// Identity.
    pub id: OpeningId,
    /// What it is.
    pub label: String,
    /// Account of class 4, such as 411, 441, 401, 431.
    pub account: AccountNumber,
    /// Whether it is owed to or by the association.
    pub side: OpeningSide,
    /// How much.
    pub amount: Amount,
    /// The month in which it is received or paid.
    pub due: Month,
}

/// Claim or debt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OpeningSide {
    /// Owed to the association (*créance*).
    Receivable,
    /// Owed by the association (*dette*).
    Payable,
}

/// Posts the opening of one claim or debt and its settlement into the default treasury account.
pub(crate) fn post_item(item: &OpeningItem, book: &mut Book<'_>) {
    let before = book.timeline().first().plus(-1);
    let account = book.account(item.account);
    let own_funds = book.account(accounts::CARRIED_FORWARD);
    let treasury = book.treasury(None);
    let cents = item.amount.cents();
    match item.side {
        OpeningSide::Receivable => {
            book.post(before, Rule::Opening, account, own_funds, cents);
            book.post(item.due, Rule::OpeningReceipt, treasury, account, cents);
        }
        OpeningSide::Payable => {
            book.post(before, Rule::Opening, own_funds, account, cents);
            book.post(item.due, Rule::OpeningPayment, account, treasury, cents);
        }
    }
}

/// Posts the reserves, taken out of the balancing own funds.
pub(crate) fn post_reserves(opening: &OpeningBalance, book: &mut Book<'_>) {
    let before = book.timeline().first().plus(-1);
    let own_funds = book.account(accounts::CARRIED_FORWARD);
    let reserves = book.account(accounts::PROJECT_RESERVES);
    book.post(before, Rule::Opening, own_funds, reserves, opening.reserves.cents());
}

//! Treasury accounts, transfers between them, and balances read on bank statements.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use crate::account::AccountNumber;
use crate::id::{ReadingId, TransferId, TreasuryId};
use crate::is_default;
use crate::journal::{Book, Rule, accounts};
use crate::money::Amount;
use crate::month::Month;

/// A treasury account (*compte de trésorerie*): bank, cash box or savings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TreasuryAccount {
    /// Identity.
    pub id: TreasuryId,
    /// Name.
    pub label: String,
    /// Account number: 512 banks, 53 cash boxes, 50 short-term investments.
    pub account: AccountNumber,
    /// Balance at the start of the plan.
    #[serde(default, skip_serializing_if = "is_default")]
    pub opening: Amount,
    /// How far below zero the bank lets it go.
    #[serde(default, skip_serializing_if = "is_default")]
    pub overdraft_limit: Option<Amount>,
    /// Blocked money (*compte bloqué*) is not part of the cash forecast.
    #[serde(default, skip_serializing_if = "is_default")]
    pub blocked: bool,
}

/// A transfer between two treasury accounts (*virement interne*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    /// Identity.
    pub id: TransferId,
    /// What for.
    pub label: String,
    /// From which account.
    pub from: TreasuryId,
    /// To which account.
    pub to: TreasuryId,
    /// When.
    pub month: Month,
    /// How much.
    pub amount: Amount,
}

/// A balance read on a bank statement at the end of a month (*solde relevé*).
///
/// The forecast goes on from it; the difference stands in 471 until it is explained.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BalanceReading {
    /// Identity.
    pub id: ReadingId,
    /// Which account.
    pub account: TreasuryId,
    /// At the end of which month.
    pub month: Month,
    /// The balance read.
    pub balance: Amount,
}

/// Posts the opening balance of a treasury account.
pub(crate) fn post_opening(treasury: &TreasuryAccount, book: &mut Book<'_>) {
    let before = book.timeline().first().plus(-1);
    let own_funds = book.account(accounts::CARRIED_FORWARD);
    let account = book.treasury(Some(treasury.id));
    book.post_opening(before, account, own_funds, treasury.opening.cents());
}

/// Posts a transfer.
pub(crate) fn post_transfer(transfer: &Transfer, book: &mut Book<'_>) {
    let (from, to) = (book.treasury(Some(transfer.from)), book.treasury(Some(transfer.to)));
    book.post(transfer.month, Rule::Transfer, to, from, transfer.amount.cents());
}

//! What a part of the plan does in a month.

use previ_engine::account::AccountNumber;
use previ_engine::cash::CashRow;
use previ_engine::id::{ActivityId, TreasuryId};
use previ_engine::month::Month;
use rust_decimal::Decimal;

/// An account money moves from or to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// An account of the books.
    Account(AccountNumber),
    /// A treasury account of the plan; the default one when absent.
    Treasury(Option<TreasuryId>),
}

impl Place {
    /// The account of this number.
    pub fn account(number: u32) -> Self {
        Self::Account(AccountNumber::of(number))
    }

    /// The class of a plain account; `None` for treasury.
    pub fn class(self) -> Option<u8> {
        match self {
            Self::Account(number) => Some(number.class()),
            Self::Treasury(_) => None,
        }
    }
}

/// Money that moves from one account to another.
#[derive(Clone, Debug)]
pub struct Movement {
    /// When, inside the plan or not; `None` for the opening as it is.
    pub month: Option<Month>,
    pub debit: Place,
    pub credit: Place,
    /// How much; below zero it moves the other way.
    pub euros: Decimal,
    /// What it is for; the structure when absent.
    pub activity: Option<ActivityId>,
    /// The row of the cash forecast, if it touches treasury.
    pub row: CashRow,
}

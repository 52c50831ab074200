//! Rows of the budget.

use previ_engine::account::AccountNumber;
use previ_engine::id::ItemId;

use crate::views::cell::Emphasis;

/// One side of the budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Block {
    /// Class 6 (*charges*).
    Charges,
    /// Class 7 (*produits*).
    Income,
    /// Uses of contributions in kind, 86 (*emplois des contributions volontaires*).
    InKindUses,
    /// Resources of contributions in kind, 87 (*contributions volontaires en nature*).
    InKindResources,
}

impl Block {
    /// The block an account stands in; none outside classes 6 to 8.
    pub(crate) fn of(account: AccountNumber) -> Option<Self> {
        match (account.class(), account.prefix(2)) {
            (6, _) => Some(Self::Charges),
            (7, _) => Some(Self::Income),
            (8, 87) => Some(Self::InKindResources),
            (8, _) => Some(Self::InKindUses),
            _ => None,
        }
    }

    /// The blocks in the order of the page.
    pub const ALL: [Self; 4] = [Self::Charges, Self::Income, Self::InKindUses, Self::InKindResources];
}

/// Which row: the same one after an edit, whatever its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowKey {
    /// The title of a block.
    Block(Block),
    /// A two-digit heading.
    Heading(AccountNumber),
    /// An account.
    Account(AccountNumber),
    /// What one item of the plan adds to an account: a line, a position, an agreement…
    Item(AccountNumber, ItemId),
    /// The total of a block.
    Total(Block),
    /// Excess or deficit (*excédent ou insuffisance*).
    Result,
    /// What is still to be found (*à trouver*).
    ToFind,
}

/// A row as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetRow {
    /// Which row.
    pub key: RowKey,
    /// Its title.
    pub title: String,
    /// Where a computed row comes from, such as "vient de l'équipe"; empty for others.
    pub note: String,
    /// How far it is indented, from 0.
    pub depth: u8,
    /// Whether it can be folded and whether it is: none where nothing stands below.
    pub folded: Option<bool>,
    /// The plan item behind it.
    pub item: Option<ItemId>,
    /// Its account.
    pub account: Option<AccountNumber>,
    /// How much it stands out.
    pub emphasis: Emphasis,
}

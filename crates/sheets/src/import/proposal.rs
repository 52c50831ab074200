//! What a sheet becomes, and what became of each of its cells.

use previ_engine::account::AccountNumber;
use previ_engine::diagnostic::Place;
use previ_engine::funder::FunderKind;
use previ_engine::in_kind::InKindKind;
use previ_engine::money::Amount;

use super::workbook::address;

/// What a sheet becomes (*proposition d'import*): shown to the person, changed, then turned into items of
/// a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Name of the file.
    pub file_name: String,
    /// The sheet it was read from.
    pub sheet: String,
    /// The title above its tables.
    pub title: Option<String>,
    /// The calendar year of the amounts.
    pub first_year: i32,
    /// Where that year comes from.
    pub first_year_source: YearSource,
    /// What is brought in, in the order of the sheet.
    pub items: Vec<ProposedItem>,
    /// Every cell of the sheet that holds something, by row, then column.
    pub fates: Vec<CellFate>,
}

/// Where the year of an import comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum YearSource {
    /// The person said it.
    Asked,
    /// The head of the column of amounts.
    Column(Place),
    /// A title.
    Title(Place),
    /// The name of the sheet.
    SheetName,
    /// The name of the file.
    FileName,
    /// Nothing says it: next year.
    Assumed,
}

/// One item that a sheet proposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedItem {
    /// What it becomes.
    pub kind: ProposedKind,
    /// Its label, without its account.
    pub label: String,
    /// Its account, as the sheet writes it or as its label means it.
    pub account: AccountNumber,
    /// The yearly amount in euros.
    pub amount: Amount,
    /// The cell of its amount; that of its label where there is no amount.
    pub cell: Place,
    /// How sure its account is.
    pub confidence: Confidence,
    /// What the person should look at.
    pub question: Option<Question>,
}

/// What a line of a sheet becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProposedKind {
    /// A budget line of class 6 or 7.
    Line,
    /// A funding agreement: account 74.
    Agreement {
        /// Name of the funder.
        funder: String,
        /// Its kind.
        funder_kind: FunderKind,
    },
    /// A contribution in kind: class 8.
    InKind(InKindKind),
}

/// How sure an account is (*degré de confiance*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Nothing in the label says it.
    Low,
    /// The label says it, or says something else than the account written beside it.
    Medium,
    /// The sheet writes it.
    High,
}

/// What to ask about an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// The account was found by the label.
    AccountFromLabel,
    /// No account could be found: it stands with "divers".
    AccountGuessed,
    /// The label means another account than the one written beside it.
    LabelSaysOtherwise(AccountNumber),
}

/// A cell and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellFate {
    /// Row, from 0.
    pub row: u32,
    /// Column, from 0.
    pub column: u32,
    /// What it shows.
    pub text: String,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// Nothing, and why.
    NotPlaced(Reason),
    /// Left out on purpose, and why.
    Ignored(Left),
    /// A title, the head of a column or of a section.
    Header,
    /// A total, sub-total or result: calculated again.
    Total,
    /// Part of the item at this place of [`Proposal::items`].
    Used(usize),
}

/// Why a cell was left out on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Left {
    /// Its row plans nothing: no amount, or zero, in a sheet whose other rows have amounts.
    NothingPlanned,
}

/// Why a cell could not be placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It lies outside the tables, or is a remark.
    Outside,
    /// It stands in another column of amounts than the plan's.
    OtherColumn,
    /// Its table repeats another one of the sheet.
    Duplicate,
    /// It counts something else than euros.
    OtherUnit,
    /// Its row has an amount and no label.
    NoLabel,
    /// It should be an amount and is none.
    NotAnAmount,
    /// It is or stands beside an error value.
    Error,
    /// Its account has no class 1 to 8.
    NoClass,
    /// Its account belongs to the balance sheet.
    NotBudget,
    /// Nothing tells expense from income.
    SideUnknown,
    /// It is a result of earlier years.
    CarriedResult,
    /// It is already counted in the line above ("dont …").
    OfWhich,
    /// Its amount is beyond the bounds of amounts.
    TooLarge,
}

impl Reason {
    /// The id of its text.
    #[must_use]
    pub fn text_id(self) -> &'static str {
        match self {
            Self::Outside => "import-reason-outside",
            Self::OtherColumn => "import-reason-other-column",
            Self::Duplicate => "import-reason-duplicate",
            Self::OtherUnit => "import-reason-other-unit",
            Self::NoLabel => "import-reason-no-label",
            Self::NotAnAmount => "import-reason-not-an-amount",
            Self::Error => "import-reason-error",
            Self::NoClass => "import-reason-no-class",
            Self::NotBudget => "import-reason-not-budget",
            Self::SideUnknown => "import-reason-side-unknown",
            Self::CarriedResult => "import-reason-carried-result",
            Self::OfWhich => "import-reason-of-which",
            Self::TooLarge => "import-reason-too-large",
        }
    }
}

/// A cell that could not be placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotPlaced {
    /// Its address, such as `B7`.
    pub address: String,
    /// The same for diagnostics.
    pub place: Place,
    /// What it shows.
    pub text: String,
    /// Why.
    pub reason: Reason,
}

/// The cells that could not be placed, by row, then column.
#[must_use]
pub fn not_placed(proposal: &Proposal) -> Vec<NotPlaced> {
    let listed = |cell: &CellFate| match cell.fate {
        Fate::NotPlaced(reason) => Some(NotPlaced {
            address: address(cell.row, cell.column),
            place: Place::Cell { sheet: proposal.sheet.clone(), row: cell.row, column: cell.column },
            text: cell.text.clone(),
            reason,
        }),
        Fate::Ignored(_) | Fate::Header | Fate::Total | Fate::Used(_) => None,
    };
    proposal.fates.iter().filter_map(listed).collect()
}

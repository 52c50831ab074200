//! What is wrong, where, and with which values: plain data that previ-words turns into sentences.

use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::account::AccountNumber;
use crate::id::ItemId;
use crate::month::Month;

/// A stable code such as `plan.dangling-id`; its texts are in previ-words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub &'static str);

/// A code and the names and kinds of its arguments, as each crate lists its own in `CODES`.
#[derive(Clone, Copy, Debug)]
pub struct CodeSpec {
    /// The code.
    pub code: Code,
    /// Argument names with their kinds, in the order of the diagnostic.
    pub args: &'static [(&'static str, ArgKind)],
}

/// How serious a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something to know or to make more precise.
    Note,
    /// Probably a mistake; the calculation goes on with it.
    Warning,
    /// The item cannot be calculated as written; the rest is.
    Error,
}

/// The field of an item, by its name in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Field(pub &'static str);

/// Where a diagnostic points.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A field of a plan item.
    Item(ItemId, Field),
    /// A cell of a spreadsheet, counted from 0.
    Cell {
        /// Name of the sheet.
        sheet: String,
        /// Row, from 0.
        row: u32,
        /// Column, from 0.
        column: u32,
    },
    /// A place in a text file, counted from 1.
    Text {
        /// Line, from 1.
        line: u32,
        /// Column, from 1.
        column: u32,
    },
    /// The file or the plan as a whole.
    Whole,
}

/// The kind of an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArgKind {
    /// [`Arg::Text`].
    Text,
    /// [`Arg::Cents`].
    Cents,
    /// [`Arg::Month`].
    Month,
    /// [`Arg::Number`].
    Number,
    /// [`Arg::Account`].
    Account,
    /// [`Arg::Year`].
    Year,
}

/// A value shown inside a message; previ-words formats it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Arg {
    /// A name or label, shown as it is.
    Text(String),
    /// An amount in cents.
    Cents(i64),
    /// A month.
    Month(Month),
    /// A plain number or percentage.
    Number(Decimal),
    /// An account number.
    Account(AccountNumber),
    /// A calendar year, or the year in which a fiscal year begins.
    Year(i32),
}

impl Arg {
    /// The kind of this value.
    #[must_use]
    pub fn kind(&self) -> ArgKind {
        match self {
            Self::Text(_) => ArgKind::Text,
            Self::Cents(_) => ArgKind::Cents,
            Self::Month(_) => ArgKind::Month,
            Self::Number(_) => ArgKind::Number,
            Self::Account(_) => ArgKind::Account,
            Self::Year(_) => ArgKind::Year,
        }
    }
}

/// One thing to say about a plan, a file or a sheet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Diagnostic {
    /// What is said.
    pub code: Code,
    /// How serious it is.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// The values of the message, named.
    pub args: Vec<(&'static str, Arg)>,
}

impl Diagnostic {
    /// A diagnostic without arguments.
    #[must_use]
    pub fn new(code: Code, severity: Severity, place: Place) -> Self {
        Self { code, severity, place, args: Vec::new() }
    }

    /// The same with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: Arg) -> Self {
        self.args.push((name, value));
        self
    }
}

//! What comes in and what is to be done outside.

use previ_engine::certainty::CertaintyView;
use previ_engine::diagnostic::Diagnostic;
use previ_engine::id::ItemId;
use previ_engine::money::Amount;
use previ_sheets::import::Proposal;
use previ_words::Language;

use crate::edits::Edit;
pub use crate::history::Revision;

/// The time as the program knows it: the session has no clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Now {
    /// Seconds since 1 January 1970.
    pub seconds: u64,
}

impl Now {
    /// The calendar year, in universal time.
    #[must_use]
    pub fn year(self) -> i32 {
        let mut days = self.seconds / 86_400;
        let length = |year: i32| {
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            if leap { 366 } else { 365 }
        };
        let mut year = 1970;
        // Far beyond any plan, and never a long way to count.
        while days >= length(year) && year < 9999 {
            days -= length(year);
            year += 1;
        }
        year
    }
}

/// What was read from a spreadsheet, to be shown and accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportReview {
    /// What the sheet becomes; its first year may be changed before it is accepted.
    pub proposal: Proposal,
    /// What is doubtful about it.
    pub diagnostics: Vec<Diagnostic>,
}

/// What a person asks for, or what became of an effect.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// Change the plan.
    Edit(Edit),
    /// Take back the last edit.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Begin a plan in place of this document.
    NewPlan(NewPlan),
    /// Open a document in place of this one.
    Open {
        /// The file's content.
        bytes: Vec<u8>,
        /// Its name or path, as it is shown and given back to [`Effect::Write`].
        name: String,
    },
    /// Open the content of an example in place of this document; it has no name.
    OpenExample {
        /// The file's content.
        bytes: Vec<u8>,
    },
    /// Leave the document for something else; asks first if it has changes not saved.
    Leave(Then),
    /// Write the document where it came from; asks where if it has no name.
    Save,
    /// Write the document elsewhere.
    SaveAs {
        /// Name or path.
        name: String,
    },
    /// A write ended well.
    Saved {
        /// The name it was written under.
        name: String,
        /// The revision of [`Effect::Write`].
        revision: Revision,
    },
    /// A write failed; the document stays as it is, not saved.
    SaveFailed(Diagnostic),
    /// Read a spreadsheet; nothing is imported before [`Input::AcceptImport`].
    Import {
        /// The file's content.
        bytes: Vec<u8>,
        /// Its name, which tells its kind.
        name: String,
    },
    /// Add what was read from a sheet to the plan, as one step.
    AcceptImport(Box<ImportReview>),
    /// Make a file of the plan for others.
    Export(ExportKind),
    /// Count other money.
    SetView(CertaintyView),
    /// Speak another language.
    SetLanguage(Language),
}

/// What the program is to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Write the document and answer with [`Input::Saved`] or [`Input::SaveFailed`].
    Write {
        /// Name or path.
        name: String,
        /// The content.
        bytes: Vec<u8>,
        /// What is written.
        revision: Revision,
    },
    /// Ask where to save, then send [`Input::SaveAs`].
    AskSaveName {
        /// A name to begin with, with its extension.
        suggested: String,
    },
    /// Ask where to write a file made for others, and write it.
    WriteExport {
        /// A name to begin with, with its extension.
        suggested: String,
        /// The content.
        bytes: Vec<u8>,
    },
    /// Ask whether changes not saved may be lost; if so go on as with [`Effect::GoOn`].
    AskUnsaved(Then),
    /// Nothing would be lost: go on.
    GoOn(Then),
    /// Show what was read from a sheet, to be accepted.
    ShowProposal(Box<ImportReview>),
    /// Say something.
    Show(Diagnostic),
    /// Show this item, which was just added.
    Select(ItemId),
}

/// For what a document is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// A new plan.
    New,
    /// Another document.
    Open,
    /// The example.
    Example,
    /// The end of the program.
    Quit,
}

/// Kinds of files made for others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportKind {
    /// A workbook with live formulas, of the selected view.
    Workbook,
}

/// What a new plan begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPlan {
    /// The association's name.
    pub association: String,
    /// The calendar year in which the first fiscal year begins.
    pub first_year: i32,
    /// Number of fiscal years, 1 to 10.
    pub years: u8,
    /// First month of the fiscal year, 1 January … 12 December.
    pub fiscal_year_starts: u8,
    /// Money in the bank at the start.
    pub opening: Amount,
}

//! How a session begins: from a file, from the example, or as a new plan.

use std::sync::Arc;

use previ_engine::account::AccountNumber;
use previ_engine::diagnostic::Diagnostic;
use previ_engine::employer::Employer;
use previ_engine::frame::{Association, Assumptions, ContributionRhythm, Frame, Horizon};
use previ_engine::id::TreasuryId;
use previ_engine::opening::OpeningBalance;
use previ_engine::plan::Plan;
use previ_engine::treasury::TreasuryAccount;
use previ_file::format::{self, Document};
use previ_words::{Language, text};

use crate::edits::{Draft, Edit, FrameEdit};
use crate::events::{NewPlan, Now};
use crate::open::Session;

impl Session {
    /// Opens the content of a file, with its name or path if it has one.
    ///
    /// # Errors
    /// Everything found in a file that cannot be read.
    pub fn open(bytes: &[u8], name: Option<String>, language: Language) -> Result<Self, Vec<Diagnostic>> {
        let (document, reading) = format::read(bytes)?;
        Ok(Self { name, reading, ..Self::new(document, language) })
    }

    /// Opens an example: it has no name, so that saving asks for one.
    ///
    /// # Errors
    /// Everything found in a file that cannot be read.
    pub fn example(bytes: &[u8], language: Language) -> Result<Self, Vec<Diagnostic>> {
        Self::open(bytes, None, language)
    }

    /// Begins a plan with a bank account and nothing else. It counts as saved: nothing is lost with it.
    ///
    /// # Errors
    /// An empty name, a year, a number of years or a month out of bounds.
    pub fn new_plan(wanted: &NewPlan, language: Language, now: Now) -> Result<Self, Diagnostic> {
        let mut draft = Draft { plan: Plan::new(frame(wanted)), next_id: 1 };
        let checks = [
            FrameEdit::SetAssociationName(wanted.association.clone()),
            FrameEdit::SetFirstYear(wanted.first_year),
            FrameEdit::SetHorizonYears(wanted.years),
            FrameEdit::SetFiscalYearStart(wanted.fiscal_year_starts),
        ];
        for check in checks {
            Edit::from(check).apply(&mut draft)?;
        }
        draft.plan.treasury.push(Arc::new(TreasuryAccount {
            id: TreasuryId(1),
            label: text(language, "new-bank-account"),
            account: AccountNumber::of(512),
            opening: wanted.opening,
            overdraft_limit: None,
            blocked: false,
        }));
        let edition = previ_reference::reference().edition.clone();
        Ok(Self::new(Document::new(draft.plan, document_id(wanted, now), edition), language))
    }
}

fn frame(wanted: &NewPlan) -> Frame {
    Frame {
        association: Association {
            name: wanted.association.clone(),
            rna: None,
            siren: None,
            fiscal_year_starts: wanted.fiscal_year_starts,
            contributions: ContributionRhythm::default(),
            vat: None,
            employer: Employer::default(),
        },
        horizon: Horizon { first_year: wanted.first_year, years: wanted.years, as_of: None },
        assumptions: Assumptions::default(),
        opening: OpeningBalance::default(),
    }
}

/// An identity made of the time and of the name, which nobody else makes at the same time.
fn document_id(wanted: &NewPlan, now: Now) -> String {
    let name = wanted.association.bytes();
    // FNV-1a: the same on every machine.
    let hash = name.fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{:x}-{hash:08x}", now.seconds)
}

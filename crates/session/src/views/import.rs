//! What was read from a spreadsheet, as it is shown before any of it enters the plan.

use previ_engine::diagnostic::Arg;
use previ_engine::reference::Reference;
use previ_sheets::import::{ProposedItem, ProposedKind, Question, YearSource, not_placed};
use previ_words::{Language, account_label, text, text_with};

use super::budget::Block;
use super::home::AlertView;
use crate::events::ImportReview;

/// What was read from a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportPage {
    /// Name of the file and of its sheet.
    pub title: String,
    /// The calendar year of the amounts.
    pub first_year: i32,
    /// Nothing in the file says that year: it should be looked at.
    pub year_is_assumed: bool,
    /// What is brought in, in the order of the sheet.
    pub rows: Vec<ImportRow>,
    /// Charges in cents, all rows together.
    pub charges_cents: i64,
    /// Income in cents, all rows together.
    pub income_cents: i64,
    /// The cells that could not be placed.
    pub left: Vec<LeftCell>,
    /// What is doubtful, the gravest first.
    pub messages: Vec<AlertView>,
}

/// One item that is brought in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRow {
    /// Its label.
    pub label: String,
    /// Its account with its name.
    pub account: String,
    /// The yearly amount in cents.
    pub cents: i64,
    /// What it becomes, such as "ligne de budget" or "subvention de la Ville".
    pub becomes: String,
    /// What to look at; empty when nothing is doubtful.
    pub question: String,
}

/// A cell that could not be placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftCell {
    /// Its address, such as `B7`.
    pub address: String,
    /// What it shows.
    pub text: String,
    /// Why it could not be placed.
    pub reason: String,
}

impl ImportPage {
    /// The page of a review.
    #[must_use]
    pub fn new(review: &ImportReview, reference: &Reference, language: Language) -> Self {
        let proposal = &review.proposal;
        let row = |item: &ProposedItem| ImportRow {
            label: item.label.clone(),
            account: account_label(language, reference, item.account),
            cents: item.amount.cents(),
            becomes: becomes(item, language),
            question: item.question.map(|asked| question(asked, item, language)).unwrap_or_default(),
        };
        let total = |block| {
            let items = proposal.items.iter().filter(|item| Block::of(item.account) == Some(block));
            items.map(|item| item.amount.cents()).sum()
        };
        let mut messages: Vec<AlertView> =
            review.diagnostics.iter().map(|said| AlertView::new(language, said)).collect();
        messages.sort_by_key(|message| std::cmp::Reverse(message.severity));
        Self {
            title: format!("{} – {}", proposal.file_name, proposal.sheet),
            first_year: proposal.first_year,
            year_is_assumed: proposal.first_year_source == YearSource::Assumed,
            rows: proposal.items.iter().map(row).collect(),
            charges_cents: total(Block::Charges),
            income_cents: total(Block::Income),
            left: not_placed(proposal)
                .into_iter()
                .map(|left| LeftCell {
                    address: left.address,
                    text: left.text,
                    reason: text(language, left.reason.text_id()),
                })
                .collect(),
            messages,
        }
    }
}

fn becomes(item: &ProposedItem, language: Language) -> String {
    match &item.kind {
        ProposedKind::Line => text(language, "import-as-line"),
        ProposedKind::InKind(_) => text(language, "import-as-in-kind"),
        ProposedKind::Agreement { funder, .. } => {
            text_with(language, "import-as-agreement", &[("funder", Arg::Text(funder.clone()))])
        }
    }
}

fn question(asked: Question, item: &ProposedItem, language: Language) -> String {
    let account = ("account", Arg::Account(item.account));
    match asked {
        Question::AccountFromLabel => text_with(language, "import-question-from-label", &[account]),
        Question::AccountGuessed => text_with(language, "import-question-guessed", &[account]),
        Question::LabelSaysOtherwise(suggested) => {
            let suggested = ("suggested", Arg::Account(suggested));
            text_with(language, "import-question-says-otherwise", &[account, suggested])
        }
    }
}

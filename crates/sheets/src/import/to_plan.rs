//! A proposal becomes items of a plan, or a plan of its own.

use std::collections::BTreeMap;
use std::sync::Arc;

use previ_engine::account::AccountNumber;
use previ_engine::agreement::{FundingAgreement, FundingLine, Tranche};
use previ_engine::certainty::Stage;
use previ_engine::diagnostic::{Arg, Place};
use previ_engine::employer::Employer;
use previ_engine::frame::{Association, Assumptions, ContributionRhythm, Frame, Horizon};
use previ_engine::funder::{Funder, FunderKind};
use previ_engine::id::{AgreementId, FunderId, InKindId, ItemId, LineId, NoteId, TrancheId, TreasuryId};
use previ_engine::in_kind::InKind;
use previ_engine::line::BudgetLine;
use previ_engine::money::{Amount, Percent};
use previ_engine::month::Month;
use previ_engine::note::{Note, NoteState};
use previ_engine::opening::OpeningBalance;
use previ_engine::payment::{Instalment, Part, Trigger};
use previ_engine::plan::Plan;
use previ_engine::schedule::{Schedule, ScheduleRule, YearKind};
use previ_engine::timing::{Settlement, Timing};
use previ_engine::treasury::TreasuryAccount;
use previ_words::{Language, text, text_with};
use rust_decimal::Decimal;

use super::proposal::{Proposal, ProposedItem, ProposedKind, Question};
use super::wording::text::folded;
use super::workbook::address;

/// What an import adds to a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewItems {
    /// Budget lines.
    pub lines: Vec<BudgetLine>,
    /// Funders, each once.
    pub funders: Vec<Funder>,
    /// Funding agreements.
    pub agreements: Vec<FundingAgreement>,
    /// Contributions in kind.
    pub in_kind: Vec<InKind>,
    /// One note per item on what is to be made precise, and the questions about accounts.
    pub notes: Vec<Note>,
    /// The next free id.
    pub next_id: u32,
}

/// Gives ids one after the other.
struct Ids(u32);

impl Ids {
    fn next(&mut self) -> u32 {
        let id = self.0;
        self.0 = self.0.saturating_add(1);
        id
    }
}

/// The items of a proposal for a plan whose fiscal years begin in month `fiscal_year_starts` (1 January …
/// 12 December), numbered from `first_id` on.
///
/// Amounts are yearly, spread over the months of the fiscal year that begins in
/// [`Proposal::first_year`] and paid or received in their month; grants are general, with one instalment
/// in the month after mid-year. Each item has a note that says so, in `language`.
#[must_use]
pub fn items(proposal: &Proposal, fiscal_year_starts: u8, first_id: u32, language: Language) -> NewItems {
    let mut ids = Ids(first_id);
    let mut new = NewItems::default();
    let mut known: BTreeMap<String, (FunderId, FunderKind)> = BTreeMap::new();
    for item in &proposal.items {
        let (about, note) = match &item.kind {
            ProposedKind::Line => {
                let line = line(item, LineId(ids.next()), proposal.first_year);
                let about = ItemId::from(line.id);
                new.lines.push(line);
                (about, "import-note-schedule")
            }
            ProposedKind::InKind(kind) => {
                let id = InKindId(ids.next());
                let schedule = schedule(item.amount, proposal.first_year);
                let label = item.label.clone();
                new.in_kind.push(InKind {
                    id,
                    label,
                    kind: *kind,
                    activity: None,
                    schedule,
                    only_if: None,
                    hourly: None,
                });
                (ItemId::from(id), "import-note-in-kind")
            }
            ProposedKind::Agreement { funder, funder_kind } => {
                let key = folded(funder);
                let (funder, kind) = *known.entry(key).or_insert_with(|| {
                    let id = FunderId(ids.next());
                    let name = funder.clone();
                    new.funders.push(Funder { id, name, kind: *funder_kind, delay_months: 0 });
                    (id, *funder_kind)
                });
                let Some(agreement) =
                    agreement(item, funder, kind, proposal.first_year, fiscal_year_starts, &mut ids)
                else {
                    continue;
                };
                let about = ItemId::from(agreement.id);
                new.agreements.push(agreement);
                (about, "import-note-agreement")
            }
        };
        new.notes.push(Note {
            id: NoteId(ids.next()),
            about: Some(about),
            text: text_with(language, note, &[("cell", Arg::Text(cell_name(&item.cell)))]),
            author: String::new(),
            state: NoteState::ToBeSpecified,
        });
        if let Some(question) = item.question {
            let id = NoteId(ids.next());
            let text = question_text(question, item.account, language);
            let (about, author) = (Some(about), String::new());
            new.notes.push(Note { id, about, text, author, state: NoteState::Question });
        }
    }
    new.next_id = ids.0;
    new
}

/// A plan of one fiscal year from a proposal, and the next free id.
///
/// The association is called `name`, or after the title or the file where `name` is empty; its fiscal year
/// is the calendar year; its one bank account starts at zero.
#[must_use]
pub fn to_plan(proposal: &Proposal, name: &str, first_id: u32, language: Language) -> (Plan, u32) {
    let mut ids = Ids(first_id);
    let bank = TreasuryAccount {
        id: TreasuryId(ids.next()),
        label: text(language, "import-bank"),
        account: AccountNumber::of(512),
        opening: Amount::ZERO,
        overdraft_limit: None,
        blocked: false,
    };
    let new = items(proposal, 1, ids.0, language);
    let name = Some(name.trim()).filter(|name| !name.is_empty());
    let mut plan = Plan::new(Frame {
        association: Association {
            name: name.map_or_else(|| own_name(proposal), str::to_owned),
            rna: None,
            siren: None,
            fiscal_year_starts: 1,
            contributions: ContributionRhythm::default(),
            vat: None,
            employer: Employer::default(),
        },
        horizon: Horizon { first_year: proposal.first_year, years: 1, as_of: None },
        assumptions: Assumptions::default(),
        opening: OpeningBalance::default(),
    });
    plan.treasury.push(Arc::new(bank));
    plan.lines.extend(new.lines.into_iter().map(Arc::new));
    plan.funders.extend(new.funders.into_iter().map(Arc::new));
    plan.agreements.extend(new.agreements.into_iter().map(Arc::new));
    plan.in_kind.extend(new.in_kind.into_iter().map(Arc::new));
    plan.notes.extend(new.notes.into_iter().map(Arc::new));
    (plan, new.next_id)
}

fn own_name(proposal: &Proposal) -> String {
    let stem = proposal.file_name.rsplit_once('.').map_or(proposal.file_name.as_str(), |(stem, _)| stem);
    proposal.title.clone().unwrap_or_else(|| stem.to_owned())
}

fn schedule(amount: Amount, year: i32) -> Schedule {
    Schedule::new(ScheduleRule::Yearly {
        amounts: BTreeMap::from([(year, amount)]),
        years: YearKind::Fiscal,
        months: Vec::new(),
    })
}

fn line(item: &ProposedItem, id: LineId, year: i32) -> BudgetLine {
    // Dues, gifts and patronage are income when the money comes, never a claim.
    let on_receipt = matches!(item.account.prefix(3), 754 | 756);
    BudgetLine {
        id,
        label: item.label.clone(),
        account: item.account,
        activity: None,
        schedule: schedule(item.amount, year),
        settlement: Settlement {
            timing: if on_receipt { Timing::OnReceipt } else { Timing::SameMonth },
            account: None,
        },
        only_if: None,
        pool: None,
        actual: BTreeMap::new(),
    }
}

/// `None` in years that no month has.
fn agreement(
    item: &ProposedItem,
    funder: FunderId,
    kind: FunderKind,
    year: i32,
    starts: u8,
    ids: &mut Ids,
) -> Option<FundingAgreement> {
    let from = Month::new(year, starts)?;
    let whole = Percent::new(Decimal::ONE_HUNDRED)?;
    let line = FundingLine::new(None, item.amount);
    // Six months make the half; the month after it is the seventh.
    let payment = Instalment::new(Part::Share(whole), Trigger::InMonth(from.plus(6)));
    let (id, tranche) = (AgreementId(ids.next()), TrancheId(ids.next()));
    let tranche =
        Tranche { instalments: vec![payment], ..Tranche::new(tranche, from, from.plus(11), vec![line]) };
    Some(FundingAgreement {
        income_account: Some(item.account).filter(|account| *account != kind.income_account()),
        ..FundingAgreement::new(id, item.label.clone(), funder, Stage::Idea, vec![tranche])
    })
}

fn cell_name(place: &Place) -> String {
    match place {
        Place::Cell { sheet, row, column } => format!("{sheet}!{}", address(*row, *column)),
        Place::Item(..) | Place::Text { .. } | Place::Whole => String::new(),
    }
}

fn question_text(question: Question, account: AccountNumber, language: Language) -> String {
    let account = ("account", Arg::Account(account));
    match question {
        Question::AccountFromLabel => text_with(language, "import-note-account-from-label", &[account]),
        Question::AccountGuessed => text_with(language, "import-note-account-guessed", &[account]),
        Question::LabelSaysOtherwise(suggested) => {
            let args = [account, ("suggested", Arg::Account(suggested))];
            text_with(language, "import-note-label-says-otherwise", &args)
        }
    }
}

//! Edits: changes of the plan that carry data, are undone, and have a name.
//!
//! An edit either changes the plan as it says or is refused with a diagnostic and changes nothing.

mod activity;
mod agreement;
mod batch;
mod days;
mod draft;
mod employer;
mod frame;
mod funder;
mod import;
mod in_kind;
mod lending;
mod line;
mod line_fields;
mod new_agreement;
mod pool;
mod position;
mod sound;
mod time;
mod tranche;
mod treasury;

use previ_engine::diagnostic::{Arg, Diagnostic};
use previ_engine::id::ItemId;
use previ_engine::plan::Plan;
use previ_sheets::import::NewItems;
use previ_words::{Language, text_with};

pub use activity::ActivityEdit;
pub use agreement::AgreementEdit;
pub use batch::BatchName;
pub use employer::EmployerEdit;
pub use frame::FrameEdit;
pub use funder::FunderEdit;
pub use in_kind::InKindEdit;
pub use lending::LendingEdit;
pub use line::LineEdit;
pub use line_fields::{LineFields, months_of, usual_timing};
pub use new_agreement::{AmountSpan, NewAgreement, Payer, Purpose};
pub use pool::PoolEdit;
pub use position::PositionEdit;
pub use time::{TimeChange, TimeEdit};
pub use tranche::TrancheEdit;
pub use treasury::TreasuryEdit;

pub(crate) use draft::Draft;
pub(crate) use sound::share;

/// A change of the plan (*modification*).
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Of a budget line.
    Line(LineEdit),
    /// Of a position.
    Position(PositionEdit),
    /// Of the time that a position has for an activity.
    Time(TimeEdit),
    /// Of time that a position lends.
    Lending(LendingEdit),
    /// Of a contribution in kind.
    InKind(InKindEdit),
    /// Of a funding agreement.
    Agreement(AgreementEdit),
    /// Of a tranche of an agreement.
    Tranche(TrancheEdit),
    /// Of a funder.
    Funder(FunderEdit),
    /// Of an activity.
    Activity(ActivityEdit),
    /// Of a treasury account.
    Treasury(TreasuryEdit),
    /// Of the frame.
    Frame(FrameEdit),
    /// Of the association as an employer.
    Employer(EmployerEdit),
    /// Of a pool of shared costs.
    Pool(PoolEdit),
    /// Everything read from a sheet, as one step.
    Import(Box<NewItems>),
    /// Several edits as one step: all of them take place, or none.
    Batch(BatchName, Vec<Edit>),
}

macro_rules! parts {
    ($($part:ident => $variant:ident,)*) => {
        $(
            impl From<$part> for Edit {
                fn from(edit: $part) -> Self {
                    Self::$variant(edit)
                }
            }
        )*
    };
}

parts! {
    LineEdit => Line,
    PositionEdit => Position,
    TimeEdit => Time,
    LendingEdit => Lending,
    InKindEdit => InKind,
    AgreementEdit => Agreement,
    TrancheEdit => Tranche,
    FunderEdit => Funder,
    ActivityEdit => Activity,
    TreasuryEdit => Treasury,
    FrameEdit => Frame,
    EmployerEdit => Employer,
    PoolEdit => Pool,
}

impl Edit {
    /// What it does, for "Annuler : loyer 2028"; `plan` is the plan before the edit.
    #[must_use]
    pub fn label(&self, plan: &Plan, language: Language) -> String {
        let name = match self {
            Self::Line(edit) => edit.name(plan, language),
            Self::Position(edit) => edit.name(plan, language),
            Self::Time(edit) => edit.name(plan),
            Self::Lending(edit) => edit.name(plan),
            Self::InKind(edit) => edit.name(plan),
            Self::Agreement(edit) => edit.name(plan, language),
            Self::Tranche(edit) => edit.name(plan),
            Self::Funder(edit) => edit.name(plan),
            Self::Activity(edit) => edit.name(plan),
            Self::Treasury(edit) => edit.name(plan),
            Self::Frame(edit) => edit.name(),
            Self::Employer(edit) => edit.name(),
            Self::Pool(edit) => edit.name(plan),
            Self::Import(items) => import::name(items),
            Self::Batch(name, edits) => name.name(edits.len(), plan),
        };
        text_with(language, name.id, &name.args)
    }

    /// Changes the draft; the item added, if it adds one.
    pub(crate) fn apply(&self, draft: &mut Draft) -> Result<Option<ItemId>, Diagnostic> {
        match self {
            Self::Line(edit) => edit.apply(draft),
            Self::Position(edit) => edit.apply(draft),
            Self::Time(edit) => edit.apply(draft).map(|()| None),
            Self::Lending(edit) => edit.apply(draft).map(|()| None),
            Self::InKind(edit) => edit.apply(draft),
            Self::Agreement(edit) => edit.apply(draft),
            Self::Tranche(edit) => edit.apply(draft),
            Self::Funder(edit) => edit.apply(draft),
            Self::Activity(edit) => edit.apply(draft),
            Self::Treasury(edit) => edit.apply(draft),
            Self::Frame(edit) => edit.apply(draft).map(|()| None),
            Self::Employer(edit) => edit.apply(draft).map(|()| None),
            Self::Pool(edit) => edit.apply(draft),
            Self::Import(items) => import::apply(items, draft).map(|()| None),
            Self::Batch(_, edits) => {
                let mut added = None;
                for edit in edits {
                    added = edit.apply(draft)?.or(added);
                }
                Ok(added)
            }
        }
    }
}

/// The text id of an edit's name and the values it shows.
pub(crate) struct EditName {
    pub(crate) id: &'static str,
    pub(crate) args: Vec<(&'static str, Arg)>,
}

impl EditName {
    /// A name without values.
    fn plain(id: &'static str) -> Self {
        Self { id, args: Vec::new() }
    }

    /// A name that shows the item it changes.
    fn of(id: &'static str, label: &str) -> Self {
        Self::plain(id).with("label", label)
    }

    /// The same showing one more text.
    fn with(mut self, name: &'static str, value: &str) -> Self {
        self.args.push((name, Arg::Text(value.to_owned())));
        self
    }
}

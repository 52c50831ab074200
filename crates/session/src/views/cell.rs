//! One cell of a page.

use previ_words::{Decimals, Language, amount};

use super::explanation::Subject;

/// A cell as it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CellView {
    /// Its text in the session's language; amounts without their cents.
    pub text: String,
    /// The amount behind the text, if it is one.
    pub cents: Option<i64>,
    /// What it holds.
    pub kind: CellKind,
    /// Whether typing changes it; otherwise the page says why not.
    pub editable: bool,
    /// Whether the amount was typed by hand in place of what the calendar gives.
    pub by_hand: bool,
    /// How much it stands out.
    pub emphasis: Emphasis,
    /// What to ask an explanation for.
    pub subject: Option<Subject>,
    /// How busy somebody is, in the map of the workload.
    pub load: Option<LoadStep>,
}

/// How busy somebody is (*charge*), planned days in percent of those there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LoadStep {
    /// Up to 49 %.
    Light,
    /// 50 to 89 %.
    Medium,
    /// 90 to 100 %.
    Full,
    /// More than there are (*surcharge*).
    Over,
}

impl LoadStep {
    /// The steps from little to much.
    pub const ALL: [Self; 4] = [Self::Light, Self::Medium, Self::Full, Self::Over];
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CellKind {
    /// Nothing, and nothing ever will be there.
    #[default]
    Empty,
    /// An amount, written at the right.
    Amount,
    /// A month or a date.
    Month,
    /// A percentage.
    Percent,
    /// A text.
    Text,
}

/// How much a row or a cell stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Emphasis {
    /// Not at all.
    #[default]
    Normal,
    /// Helps to understand the others: a part of what stands above.
    Quiet,
    /// A heading.
    Heading,
    /// A total.
    Total,
    /// What the page is about: the result, the cash at the end.
    Result,
    /// Something to worry about: a deficit, cash below zero.
    Alarm,
}

impl CellView {
    /// An amount in cents.
    pub(crate) fn amount(language: Language, cents: i64) -> Self {
        Self {
            text: amount(language, cents, Decimals::None),
            cents: Some(cents),
            kind: CellKind::Amount,
            ..Self::default()
        }
    }

    /// A number that is no amount.
    pub(crate) fn number(text: String) -> Self {
        Self { text, kind: CellKind::Amount, ..Self::default() }
    }

    /// A text.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), kind: CellKind::Text, ..Self::default() }
    }

    /// A month or a date.
    pub(crate) fn month(text: String) -> Self {
        Self { text, kind: CellKind::Month, ..Self::default() }
    }

    /// A percentage.
    pub(crate) fn percent(text: String) -> Self {
        Self { text, kind: CellKind::Percent, ..Self::default() }
    }

    /// The same standing out.
    pub(crate) fn standing_out(mut self, emphasis: Emphasis) -> Self {
        self.emphasis = emphasis;
        self
    }

    /// The same with something to explain.
    pub(crate) fn explained_by(mut self, subject: impl Into<Option<Subject>>) -> Self {
        self.subject = subject.into();
        self
    }
}

//! What is due when, month after month.

use previ_engine::calendar::{Due, DueKind, calendar};
use previ_engine::id::AgreementId;
use previ_engine::view::View;
use previ_words::{Decimals, Language, fiscal_year, money, month_long, text};

/// What is due in the months of the plan (*échéancier*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarPage {
    /// In order of the months.
    pub rows: Vec<CalendarRow>,
}

/// Something that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarRow {
    /// Which agreement.
    pub agreement: AgreementId,
    /// Its fiscal year, such as 2028.
    pub year: String,
    /// When, such as "juin 2028".
    pub month: String,
    /// What, such as "Compte rendu à rendre".
    pub what: String,
    /// The agreement's name.
    pub label: String,
    /// How much, such as "5 000,00 €"; empty for a paper.
    pub amount: String,
}

impl CalendarPage {
    /// The calendar of a view.
    #[must_use]
    pub fn new(view: &View, language: Language) -> Self {
        Self { rows: calendar(view).iter().map(|due| row(view, due, language)).collect() }
    }

    /// What is due for an agreement.
    pub fn of(&self, agreement: AgreementId) -> impl Iterator<Item = &CalendarRow> {
        self.rows.iter().filter(move |row| row.agreement == agreement)
    }
}

fn row(view: &View, due: &Due, language: Language) -> CalendarRow {
    let what = match due.kind {
        DueKind::Decision => "calendar-decision",
        DueKind::Payment => "calendar-payment",
        DueKind::Report => "calendar-report",
        DueKind::GiveBack => "calendar-give-back",
    };
    CalendarRow {
        agreement: due.agreement,
        year: fiscal_year(view.timeline().fiscal_year(due.month)),
        month: month_long(language, due.month),
        what: text(language, what),
        label: view.plan().label(due.agreement.into()).to_owned(),
        amount: due.cents.map(|cents| money(language, cents, Decimals::Two)).unwrap_or_default(),
    }
}

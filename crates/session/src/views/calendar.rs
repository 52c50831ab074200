//! What is due when, month after month.

use previ_engine::calendar::{Due, DueKind, Standing, calendar};
use previ_engine::id::{AgreementId, FunderId, TrancheId};
use previ_engine::month::Month;
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
    /// Which tranche of it.
    pub tranche: TrancheId,
    /// Whose it is; none where the plan knows no funder.
    pub funder: Option<FunderId>,
    /// What kind of thing.
    pub kind: DueKind,
    /// Whether it is late, done or ahead.
    pub standing: Standing,
    /// Its fiscal year, such as 2028.
    pub year: String,
    /// When.
    pub when: Month,
    /// When, such as "juin 2028".
    pub month: String,
    /// What, such as "Compte rendu à rendre".
    pub what: String,
    /// What, for a narrow column, such as "Compte rendu".
    pub short: String,
    /// The agreement's name.
    pub label: String,
    /// The funder's name.
    pub funder_name: String,
    /// Who follows it in the association; empty when nobody was named.
    pub person: String,
    /// How much, in cents; none for a paper.
    pub cents: Option<i64>,
    /// How much, such as "5 000,00 €"; empty for a paper.
    pub amount: String,
    /// "en retard" or "à vérifier"; empty for what is ahead or done.
    pub remark: String,
}

/// Which part of the calendar is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CalendarFilter {
    /// Of one funder alone.
    pub funder: Option<FunderId>,
    /// Of one kind alone.
    pub kind: Option<DueKind>,
    /// What is past as well, be it done or to be checked.
    pub past: bool,
}

impl CalendarPage {
    /// The calendar of a view, seen from the month `as_of`.
    #[must_use]
    pub fn new(view: &View, as_of: Option<Month>, language: Language) -> Self {
        Self { rows: calendar(view, as_of).iter().map(|due| row(view, due, language)).collect() }
    }

    /// What is due for an agreement.
    pub fn of(&self, agreement: AgreementId) -> impl Iterator<Item = &CalendarRow> {
        self.rows.iter().filter(move |row| row.agreement == agreement)
    }

    /// What a filter lets through: what is late first, then the months in order.
    #[must_use]
    pub fn shown(&self, filter: CalendarFilter) -> Vec<&CalendarRow> {
        let mut rows: Vec<&CalendarRow> = self
            .rows
            .iter()
            .filter(|row| filter.funder.is_none_or(|funder| row.funder == Some(funder)))
            .filter(|row| filter.kind.is_none_or(|kind| row.kind == kind))
            .filter(|row| filter.past || matches!(row.standing, Standing::Late | Standing::Ahead))
            .collect();
        rows.sort_by_key(|row| (row.standing != Standing::Late, row.when));
        rows
    }

    /// How many things are late.
    #[must_use]
    pub fn late_count(&self) -> usize {
        self.rows.iter().filter(|row| row.standing == Standing::Late).count()
    }

    /// Whether something past is hidden unless a filter asks for it.
    #[must_use]
    pub fn has_past(&self) -> bool {
        self.rows.iter().any(|row| matches!(row.standing, Standing::Done | Standing::Unknown))
    }
}

/// The name of a kind, such as "Compte rendu à rendre".
#[must_use]
pub fn due_kind(language: Language, kind: DueKind) -> String {
    let id = match kind {
        DueKind::Filing => "calendar-filing",
        DueKind::Decision => "calendar-decision",
        DueKind::Signature => "calendar-signature",
        DueKind::Claim => "calendar-claim",
        DueKind::Payment => "calendar-payment",
        DueKind::ToPartners => "calendar-to-partners",
        DueKind::InterimReport => "calendar-interim-report",
        DueKind::Report => "calendar-report",
        DueKind::GiveBack => "calendar-give-back",
    };
    text(language, id)
}

fn due_kind_short(language: Language, kind: DueKind) -> String {
    let id = match kind {
        DueKind::Filing => "calendar-short-filing",
        DueKind::Decision => "calendar-short-decision",
        DueKind::Signature => "calendar-short-signature",
        DueKind::Claim => "calendar-short-claim",
        DueKind::Payment => "calendar-short-payment",
        DueKind::ToPartners => "calendar-short-to-partners",
        DueKind::InterimReport => "calendar-short-interim-report",
        DueKind::Report => "calendar-short-report",
        DueKind::GiveBack => "calendar-short-give-back",
    };
    text(language, id)
}

fn row(view: &View, due: &Due, language: Language) -> CalendarRow {
    let agreement = view.plan().agreements.iter().find(|known| known.id == due.agreement);
    let funder = agreement.map(|agreement| agreement.funder);
    CalendarRow {
        agreement: due.agreement,
        tranche: due.tranche,
        funder,
        kind: due.kind,
        standing: due.standing,
        year: fiscal_year(view.timeline().fiscal_year(due.month)),
        when: due.month,
        month: month_long(language, due.month),
        what: due_kind(language, due.kind),
        short: due_kind_short(language, due.kind),
        label: view.plan().label(due.agreement.into()).to_owned(),
        funder_name: funder.map(|id| view.plan().label(id.into()).to_owned()).unwrap_or_default(),
        person: agreement.map(|agreement| agreement.person.clone()).unwrap_or_default(),
        cents: due.cents,
        amount: due.cents.map(|cents| money(language, cents, Decimals::Two)).unwrap_or_default(),
        remark: match due.standing {
            Standing::Late => text(language, "calendar-late"),
            Standing::Unknown => text(language, "calendar-to-check"),
            Standing::Ahead | Standing::Done => String::new(),
        },
    }
}

//! The agreements over the years: a bar for each tranche, marks for decisions and payments.

use previ_engine::agreement::{FundingAgreement, Tranche};
use previ_engine::calendar::{Due, DueKind, calendar};
use previ_engine::certainty::Certainty;
use previ_engine::diagnostic::Arg;
use previ_engine::id::{AgreementId, TrancheId};
use previ_engine::month::Month;
use previ_engine::view::View;
use previ_words::{
    Decimals, Language, certainty, fiscal_year, money, month_long, month_short, stage, text, text_with,
};

use crate::views::calendar::due_kind;

/// The agreements over the months of the plan (*frise*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelinePage {
    /// How many months.
    pub months: usize,
    /// The fiscal years, twelve months each.
    pub years: Vec<String>,
    /// One row for each agreement with money in these months, in the order of the plan.
    pub rows: Vec<TimelineRow>,
    /// The place of the month from which the plan is looked at, where it lies in these months.
    pub today: Option<usize>,
    /// Its name, such as "aujourd'hui, mars 27"; empty where it lies outside.
    pub today_label: String,
}

/// An agreement over the months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineRow {
    /// Which agreement.
    pub agreement: AgreementId,
    /// Its name.
    pub label: String,
    /// The funder's name.
    pub funder: String,
    /// Its tranches in the order of the plan.
    pub bars: Vec<TimelineBar>,
    /// Decisions and payments in order.
    pub marks: Vec<TimelineMark>,
    /// All of it in words, for who does not see the picture.
    pub words: String,
}

/// A tranche.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineBar {
    /// Which tranche.
    pub tranche: TrancheId,
    /// The months it pays for, counted from 0; as far as they lie in the plan.
    pub months: std::ops::Range<usize>,
    /// Whether it began before the plan.
    pub began_before: bool,
    /// Whether it goes on after the plan.
    pub goes_on: bool,
    /// How sure it is, by its least sure line; none when refused.
    pub certainty: Option<Certainty>,
    /// How much, such as "24 000 €".
    pub amount: String,
    /// What it is, in words.
    pub words: String,
}

/// A decision or a payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineMark {
    /// Its month, counted from 0.
    pub month: usize,
    /// What.
    pub kind: DueKind,
    /// What it is, in words.
    pub words: String,
}

impl TimelinePage {
    /// The agreements over the months of a view, seen from the month `as_of`.
    ///
    /// Agreements that the view does not count stand there too: a picture of what is missing.
    #[must_use]
    pub fn new(view: &View, as_of: Option<Month>, language: Language) -> Self {
        let timeline = view.timeline();
        let due = calendar(view, as_of);
        let agreements = view.plan().agreements.iter();
        let rows = agreements.map(|agreement| row(view, agreement, &due, language));
        let today = as_of.and_then(|month| place(view, month));
        let label = |month| {
            text_with(language, "timeline-today", &[("month", Arg::Text(month_short(language, month)))])
        };
        Self {
            months: timeline.month_count(),
            years: timeline.fiscal_years().into_iter().map(fiscal_year).collect(),
            rows: rows.filter(|row| !row.bars.is_empty() || !row.marks.is_empty()).collect(),
            today,
            today_label: as_of.filter(|_| today.is_some()).map(label).unwrap_or_default(),
        }
    }
}

/// The place of a month in the horizon.
fn place(view: &View, month: Month) -> Option<usize> {
    let place = usize::try_from(month.since(view.timeline().first())).ok()?;
    (place < view.timeline().month_count()).then_some(place)
}

fn row(view: &View, agreement: &FundingAgreement, due: &[Due], language: Language) -> TimelineRow {
    let bars: Vec<TimelineBar> =
        agreement.tranches.iter().filter_map(|tranche| bar(view, agreement, tranche, language)).collect();
    let own = due.iter().filter(|due| due.agreement == agreement.id);
    let marks: Vec<TimelineMark> = own.filter_map(|due| mark(view, due, language)).collect();
    let funder = view.plan().label(agreement.funder.into()).to_owned();
    let args = [
        ("label", Arg::Text(agreement.label.clone())),
        ("funder", Arg::Text(funder.clone())),
        ("certainty", Arg::Text(stage(language, agreement.stage))),
    ];
    let title = text_with(language, "funding-agreement", &args);
    let parts = bars.iter().map(|bar| &bar.words).chain(marks.iter().map(|mark| &mark.words));
    let words = std::iter::once(&title).chain(parts).map(String::as_str).collect::<Vec<_>>().join(". ");
    TimelineRow { agreement: agreement.id, label: agreement.label.clone(), funder, bars, marks, words }
}

fn bar(
    view: &View,
    agreement: &FundingAgreement,
    tranche: &Tranche,
    language: Language,
) -> Option<TimelineBar> {
    let (first, last) = (view.timeline().first(), view.timeline().last());
    if tranche.to < first || tranche.from > last {
        return None;
    }
    let months = place(view, tranche.from.max(first))?..place(view, tranche.to.min(last))? + 1;
    let known = tranche.lines.iter().map(|line| agreement.certainty_of(tranche, line)).min();
    let certain = known.unwrap_or_else(|| agreement.level());
    let amount = money(language, tranche.total_cents(), Decimals::None);
    let level = certain.map(|level| certainty(language, level));
    let args = [
        ("from", Arg::Text(month_long(language, tranche.from))),
        ("to", Arg::Text(month_long(language, tranche.to))),
        ("amount", Arg::Text(amount.clone())),
        ("certainty", Arg::Text(level.unwrap_or_else(|| text(language, "timeline-refused")))),
    ];
    Some(TimelineBar {
        tranche: tranche.id,
        months,
        began_before: tranche.from < first,
        goes_on: tranche.to > last,
        certainty: certain,
        amount,
        words: text_with(language, "timeline-tranche", &args),
    })
}

fn mark(view: &View, due: &Due, language: Language) -> Option<TimelineMark> {
    if !matches!(due.kind, DueKind::Decision | DueKind::Payment | DueKind::GiveBack) {
        return None;
    }
    let what = due_kind(language, due.kind);
    let month = month_long(language, due.month);
    let words = match due.cents {
        Some(cents) => format!("{month}\u{A0}: {what}, {}", money(language, cents, Decimals::None)),
        None => format!("{month}\u{A0}: {what}"),
    };
    Some(TimelineMark { month: place(view, due.month)?, kind: due.kind, words })
}

//! What was planned beside what was done of an activity or of the whole.

use std::collections::BTreeSet;

use previ_engine::account::AccountNumber;
use previ_engine::actuals::{ActualBlock, YearActuals, actuals};
use previ_engine::completion::Beside;
use previ_engine::days::Days;
use previ_engine::id::AgreementId;
use previ_words::{Language, completion, fiscal_year, heading, text};

use super::card::{YearRow, days};
use crate::open::Session;
use crate::views::cell::{CellView, Emphasis};
use crate::views::explanation::Scope;

/// A table of the years of which something was done (*prévu et réalisé*): three columns for each, one for a year
/// of which nothing was planned.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ActualsTable {
    /// The years with how many columns each has; none where nothing was typed.
    pub years: Vec<(String, usize)>,
    /// The columns of the years one after the other.
    pub columns: Vec<ActualsColumn>,
    /// Charges and income by heading, the result, agreements, days.
    pub rows: Vec<YearRow>,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActualsColumn {
    /// As planned (*prévu*).
    Planned,
    /// As it came out (*réalisé*).
    Done,
    /// How far the plan was met (*taux*).
    Rate,
}

impl ActualsColumn {
    /// Its title.
    #[must_use]
    pub fn title(self, language: Language) -> String {
        let id = match self {
            Self::Planned => "actuals-column-planned",
            Self::Done => "actuals-column-done",
            Self::Rate => "actuals-percent",
        };
        text(language, id)
    }
}

impl ActualsTable {
    /// The structure alone has none: what it shares out is done by nobody yet.
    pub(super) fn new(session: &Session, scope: Scope) -> Self {
        let statements = session.statements();
        let (view, workload) = (&*statements.view, &**statements.workload());
        let years = match scope {
            Scope::Whole => actuals(view, workload, None),
            Scope::Activity(id) => actuals(view, workload, Some(&[id])),
            Scope::Structure => Vec::new(),
        };
        if years.is_empty() {
            return Self::default();
        }
        let maker = Maker { session, years: &years, language: session.language() };
        let columns = |year: &YearActuals| {
            maker.three(year, [ActualsColumn::Planned, ActualsColumn::Done, ActualsColumn::Rate])
        };
        Self {
            years: years.iter().map(|year| (fiscal_year(year.year), columns(year).len())).collect(),
            columns: years.iter().flat_map(columns).collect(),
            rows: maker.rows(),
        }
    }
}

struct Maker<'a> {
    session: &'a Session,
    years: &'a [YearActuals],
    language: Language,
}

impl Maker<'_> {
    /// What a year shows: one of which nothing was planned was only done.
    fn three<T>(&self, year: &YearActuals, [planned, done, percent]: [T; 3]) -> Vec<T> {
        if year.is_planned() { vec![planned, done, percent] } else { vec![done] }
    }

    fn rows(&self) -> Vec<YearRow> {
        let say = |id| text(self.language, id);
        let mut rows = self.block(|year| &year.charges, "actuals-charges");
        rows.extend(self.block(|year| &year.income, "actuals-income"));
        rows.push(self.result());
        for agreement in &self.session.plan().agreements {
            let of = |year: &YearActuals| of_agreement(year, agreement.id);
            if self.years.iter().any(|year| of(year).is_some()) {
                let title = agreement.label.clone();
                rows.push(self.amounts(title, Emphasis::Quiet, |year| of(year).unwrap_or_default()));
            }
        }
        if self.years.iter().any(|year| !year.posts.is_empty()) {
            rows.push(self.days(say("workload-total")));
            rows.push(self.amounts(say("workload-cost"), Emphasis::Normal, YearActuals::staff_cents));
        }
        rows
    }

    /// The headings of a side that say something in any year, and their total.
    fn block(&self, of: impl Fn(&YearActuals) -> &ActualBlock, total: &str) -> Vec<YearRow> {
        let headings = self.years.iter().flat_map(|year| &of(year).headings);
        let headings: BTreeSet<AccountNumber> = headings.map(|heading| heading.account).collect();
        let row = |account: AccountNumber| {
            let title = heading(self.language, self.session.reference(), account);
            self.amounts(title, Emphasis::Normal, |year| of(year).heading(account))
        };
        let mut rows: Vec<YearRow> = headings.into_iter().map(row).collect();
        rows.push(self.amounts(text(self.language, total), Emphasis::Total, |year| of(year).total_cents));
        rows
    }

    fn amounts(
        &self,
        title: String,
        emphasis: Emphasis,
        of: impl Fn(&YearActuals) -> Beside<i64>,
    ) -> YearRow {
        let euros = |cents: Option<i64>| {
            cents.map_or_else(CellView::default, |cents| CellView::amount(self.language, cents))
        };
        let cells = self.years.iter().flat_map(|year| {
            let found = of(year);
            let percent = CellView::number(completion(self.language, found.completion()));
            self.three(year, [euros(found.planned), euros(found.done), percent])
        });
        YearRow { title, cells: cells.map(|cell| cell.standing_out(emphasis)).collect(), emphasis }
    }

    /// A result says nothing in percent of another one.
    fn result(&self) -> YearRow {
        let euros = |cents: Option<i64>| {
            cents.map_or_else(CellView::default, |cents| CellView::amount(self.language, cents))
        };
        let cells = self.years.iter().flat_map(|year| {
            let found = year.result_cents;
            self.three(year, [euros(found.planned), euros(found.done), CellView::default()])
        });
        let emphasis = Emphasis::Result;
        let cells = cells.map(|cell| cell.standing_out(emphasis)).collect();
        YearRow { title: text(self.language, "actuals-result"), cells, emphasis }
    }

    fn days(&self, title: String) -> YearRow {
        let count =
            |found: Option<Days>| found.map_or_else(CellView::default, |found| days(self.language, found));
        let cells = self.years.iter().flat_map(|year| {
            let found = year.days();
            let percent = CellView::number(completion(self.language, found.completion()));
            self.three(year, [count(found.planned), count(found.done), percent])
        });
        YearRow { title, cells: cells.collect(), emphasis: Emphasis::Normal }
    }
}

fn of_agreement(year: &YearActuals, id: AgreementId) -> Option<Beside<i64>> {
    year.agreements.iter().find(|(known, _)| *known == id).map(|(_, amount)| *amount)
}

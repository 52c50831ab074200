//! Where a figure comes from: its entries grouped by item.

mod title;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use previ_engine::AllocationRow;
use previ_engine::account::AccountNumber;
use previ_engine::figure::{Figure, usual_side};
use previ_engine::id::{ActivityId, ItemId};
use previ_engine::journal::{ActivityIndex, Rule};
use previ_engine::month::Month;
use previ_engine::query::{AccountFilter, Query, Row, rows};
use previ_engine::timeline::MonthIndex;
use previ_engine::view::View;
use previ_words::{Language, item_kind, month_long, rule, text};

use crate::open::Session;
use crate::views::budget::{Block, RowKey};

/// What an explanation is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A figure of a statement.
    Figure(Figure),
    /// What entries of some months add to accounts of classes 6 to 8.
    Flow(Flow),
}

/// Movements of accounts of classes 6 to 8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flow {
    /// Which accounts.
    pub accounts: Accounts,
    /// First month.
    pub from: Month,
    /// Last month.
    pub to: Month,
    /// Only what this item adds.
    pub item: Option<ItemId>,
    /// Only what is for this.
    pub scope: Scope,
}

/// Accounts of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accounts {
    /// Classes 6 and 7 together: the result.
    Result,
    /// An account with those below it.
    Under(AccountNumber),
    /// An account alone.
    Only(AccountNumber),
}

/// What movements are for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Anything.
    #[default]
    Whole,
    /// The structure itself, no activity.
    Structure,
    /// An activity and those below it.
    Activity(ActivityId),
}

/// An explanation (*d'où vient ce chiffre*).
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// What is explained.
    pub title: String,
    /// The name of the figure in files and tests, such as `result.2027.613`; empty if it has none.
    pub name: String,
    /// The figure.
    pub total_cents: i64,
    /// What each item adds, the largest first.
    pub groups: Vec<ExplanationGroup>,
}

/// What one item adds to a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct ExplanationGroup {
    /// The item: where the figure is changed.
    pub item: ItemId,
    /// Its name.
    pub title: String,
    /// What kind of item it is, such as "ligne budgétaire".
    pub kind: String,
    /// What it adds.
    pub total_cents: i64,
    /// Its entries, by month.
    pub rows: Vec<ExplanationRow>,
}

/// What the entries of one rule and month add.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExplanationRow {
    /// Why the entries exist; none for what the key of a pool gives.
    pub rule: Option<Rule>,
    /// The month; none for the opening.
    pub month: Option<Month>,
    /// What they add.
    pub cents: i64,
}

impl ExplanationRow {
    /// Its reason, such as "Paiement d'une charge".
    #[must_use]
    pub fn reason(&self, language: Language) -> String {
        self.rule.map_or_else(|| text(language, "explanation-shared"), |found| rule(language, found))
    }

    /// Its month, or "à l'ouverture".
    #[must_use]
    pub fn when(&self, language: Language) -> String {
        self.month.map_or_else(|| text(language, "explanation-opening"), |month| month_long(language, month))
    }
}

impl From<Figure> for Subject {
    fn from(figure: Figure) -> Self {
        Self::Figure(figure)
    }
}

impl Subject {
    /// What the cells of a row of the budget say about some months.
    pub(crate) fn of_budget(key: RowKey, from: Month, to: Month) -> Option<Self> {
        let under = |number| Accounts::Under(AccountNumber::of(number));
        let (accounts, item) = match key {
            RowKey::Block(_) => return None,
            RowKey::Total(Block::Charges) => (under(6), None),
            RowKey::Total(Block::Income) => (under(7), None),
            RowKey::Total(Block::InKindUses) => (under(86), None),
            RowKey::Total(Block::InKindResources) => (under(87), None),
            RowKey::Result | RowKey::ToFind => (Accounts::Result, None),
            RowKey::Heading(account) => (Accounts::Under(account), None),
            RowKey::Account(account) => (Accounts::Only(account), None),
            RowKey::Item(account, item) => (Accounts::Only(account), Some(item)),
        };
        Some(Self::Flow(Flow { accounts, from, to, item, scope: Scope::Whole }))
    }

    /// What it is about, such as "Location, mars 2027".
    fn title(self, session: &Session) -> String {
        match self {
            Self::Figure(figure) => title::of_figure(figure, session),
            Self::Flow(flow) => title::of_flow(&flow, session),
        }
    }

    /// The entries behind it, each with what it adds; none outside the horizon.
    fn rows(self, view: &View) -> Option<Vec<Row>> {
        match self {
            Self::Figure(figure) => figure.rows(view),
            Self::Flow(flow) => flow.rows(view),
        }
    }

    /// The shared costs behind it; none of them is in the books.
    fn shared_rows(self, view: &View) -> Vec<AllocationRow> {
        match self {
            Self::Figure(figure) => figure.shared_rows(view),
            Self::Flow(_) => Vec::new(),
        }
    }
}

impl Flow {
    fn rows(&self, view: &View) -> Option<Vec<Row>> {
        let inside = |month| view.timeline().index(month).filter(|index| *index != MonthIndex::OPENING);
        let (filter, sign) = match self.accounts {
            Accounts::Result => (AccountFilter::Result, -1),
            Accounts::Under(account) | Accounts::Only(account) => {
                (AccountFilter::Under(account), usual_side(account))
            }
        };
        let mut query = Query::new(filter, inside(self.from)?, inside(self.to)?);
        query.item = self.item;
        if let Scope::Activity(activity) = self.scope {
            query.activity = Some(activity);
        }
        let mut found = rows(view, &query);
        if let Accounts::Only(account) = self.accounts {
            let is = |index| view.registry().account_at(index).number == account;
            found.retain(|row| is(row.entry.debit) || is(row.entry.credit));
        }
        if self.scope == Scope::Structure {
            found.retain(|row| row.entry.activity == ActivityIndex::STRUCTURE);
        }
        for row in &mut found {
            row.cents *= sign;
        }
        Some(found)
    }
}

impl Explanation {
    pub(crate) fn new(session: &Session, subject: Subject) -> Option<Self> {
        let view = session.view(session.selected_view());
        let found = subject.rows(view)?;
        let mut by_item: BTreeMap<ItemId, BTreeMap<(MonthIndex, Option<Rule>), i64>> = BTreeMap::new();
        // Entries stand item by item in the journal.
        for of_item in found.chunk_by(|a, b| a.item == b.item) {
            let Some(first) = of_item.first() else { continue };
            let rows = by_item.entry(first.item).or_default();
            for row in of_item {
                *rows.entry((row.entry.month, Some(row.entry.rule))).or_default() += row.cents;
            }
        }
        for row in subject.shared_rows(view) {
            *by_item.entry(row.pool.into()).or_default().entry((row.month, None)).or_default() += row.cents;
        }
        let group = |(item, rows): (ItemId, BTreeMap<(MonthIndex, Option<Rule>), i64>)| {
            let row = |((index, rule), cents): ((MonthIndex, Option<Rule>), i64)| {
                let month = (index != MonthIndex::OPENING).then(|| view.timeline().month(index));
                ExplanationRow { rule, month, cents }
            };
            let rows: Vec<ExplanationRow> = rows.into_iter().map(row).collect();
            ExplanationGroup {
                item,
                title: session.plan().label(item).to_owned(),
                kind: item_kind(session.language(), item),
                total_cents: rows.iter().map(|row| row.cents).sum(),
                rows,
            }
        };
        let mut groups: Vec<ExplanationGroup> = by_item.into_iter().map(group).collect();
        groups.sort_by_key(|group| Reverse(group.total_cents.unsigned_abs()));
        let total_cents = groups.iter().map(|group| group.total_cents).sum();
        let name = match subject {
            Subject::Figure(figure) => figure.to_string(),
            Subject::Flow(_) => String::new(),
        };
        Some(Self { title: subject.title(session), name, total_cents, groups })
    }
}

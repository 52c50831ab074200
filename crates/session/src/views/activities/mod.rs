//! The page *Actions*: the tree of activities with what each costs in full and who pays for it.

mod actuals;
mod card;
mod own;
mod rows;
mod tree;

use previ_engine::account::AccountNumber;
use previ_engine::figure::Figure;
use previ_engine::full_cost::{FullCost, full_costs};
use previ_engine::month::Month;
use previ_engine::timeline::FiscalYear;
use previ_words::{Decimals, Language, amount, fiscal_year, month_short, text};

pub use actuals::{ActualsColumn, ActualsTable};
pub use card::{ActivityCard, YearRow};
pub use rows::ActivityRow;
use rows::Sums;
use tree::tree;

use super::cell::{CellView, Emphasis};
use super::explanation::{Accounts, Flow, Scope, Subject};
use crate::open::Session;

/// The tree of activities, one fiscal year at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivitiesPage {
    /// The fiscal years to choose from, such as 2027 or 2027-28.
    pub years: Vec<String>,
    /// The columns: those that say something of this plan.
    pub columns: Vec<ActivityColumn>,
    /// The whole, the structure, then the activities, each before those below it.
    pub rows: Vec<ActivityRow>,
    /// Whether keys share out costs of the structure.
    pub has_shared: bool,
    fiscal_years: Vec<FiscalYear>,
    costs: Vec<FullCost>,
    language: Language,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActivityColumn {
    /// Days planned (*jours*).
    Days,
    /// Its own costs (*coût direct*).
    Direct,
    /// Shared costs that keys give it (*charges communes*).
    Shared,
    /// Both (*coût complet*).
    Cost,
    /// What its own income pays of it (*recettes propres*).
    OwnIncome,
    /// What agreements pay of it (*financeurs*).
    Paid,
    /// What nobody pays (*reste à financer*).
    Left,
    /// What its income brings beyond its cost (*marge*).
    Margin,
    /// First and last month.
    Dates,
}

/// What columns have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnGroup {
    /// What it takes.
    Days,
    /// What it costs.
    Costs,
    /// Who pays that.
    Payers,
    /// What is left in the end.
    Margin,
    /// When it takes place.
    Dates,
}

impl ActivityColumn {
    /// What it has in common with those beside it.
    #[must_use]
    pub fn group(self) -> ColumnGroup {
        match self {
            Self::Days => ColumnGroup::Days,
            Self::Direct | Self::Shared | Self::Cost => ColumnGroup::Costs,
            Self::OwnIncome | Self::Paid | Self::Left => ColumnGroup::Payers,
            Self::Margin => ColumnGroup::Margin,
            Self::Dates => ColumnGroup::Dates,
        }
    }
}

impl ActivitiesPage {
    pub(crate) fn new(session: &Session) -> Self {
        let statements = session.statements();
        let (view, workload) = (&*statements.view, &**statements.workload());
        let language = session.language();
        let mut page = Self {
            years: view.timeline().fiscal_years().into_iter().map(fiscal_year).collect(),
            columns: Vec::new(),
            rows: Vec::new(),
            has_shared: !view.plan().pools.is_empty(),
            fiscal_years: view.timeline().fiscal_years(),
            costs: full_costs(view),
            language,
        };
        let sums = Sums::new(session, view, workload);
        let top = |scope, id: &str| sums.row(&page.costs, scope, text(language, id), 0);
        let mut rows =
            vec![top(Scope::Whole, "activities-whole"), top(Scope::Structure, "activities-structure")];
        for (id, depth) in tree(session.plan()) {
            let title = session.plan().label(id.into()).to_owned();
            rows.push(sums.row(&page.costs, Scope::Activity(id), title, depth));
        }
        page.columns = columns(&rows, page.has_shared);
        page.rows = rows;
        page
    }

    /// The title of a column; empty beyond the last one.
    #[must_use]
    pub fn title(&self, column: usize) -> String {
        let Some(column) = self.columns.get(column) else { return String::new() };
        let id = match column {
            ActivityColumn::Days => "activities-days",
            ActivityColumn::Direct => "activities-direct",
            ActivityColumn::Shared => "activities-shared",
            ActivityColumn::Cost if self.has_shared => "activities-full",
            ActivityColumn::Cost => "activities-cost",
            ActivityColumn::OwnIncome => "activities-own-income",
            ActivityColumn::Paid => "activities-paid",
            ActivityColumn::Left => "activities-left",
            ActivityColumn::Margin => "activities-margin",
            ActivityColumn::Dates => "activities-dates",
        };
        text(self.language, id)
    }

    /// The title above columns of a group; empty where their own says it.
    #[must_use]
    pub fn group_title(&self, group: ColumnGroup) -> String {
        match group {
            ColumnGroup::Costs if self.has_shared => text(self.language, "activities-costs"),
            ColumnGroup::Payers => text(self.language, "activities-payers"),
            ColumnGroup::Costs | ColumnGroup::Days | ColumnGroup::Margin | ColumnGroup::Dates => {
                String::new()
            }
        }
    }

    /// A cell in a fiscal year; an empty one beyond the last row, column or year.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize, year: usize) -> CellView {
        let (Some(row), Some(column), Some(of)) =
            (self.rows.get(row), self.columns.get(column), self.fiscal_years.get(year))
        else {
            return CellView::default();
        };
        let at = |cents: &[i64]| cents.get(year).copied().unwrap_or(0);
        let cents = match column {
            ActivityColumn::Dates => return CellView::text(self.dates(row)),
            ActivityColumn::Days => {
                return card::days(self.language, row.days.get(year).copied().unwrap_or_default());
            }
            ActivityColumn::Direct => at(&row.direct_cents),
            ActivityColumn::Shared => at(&row.shared_cents),
            ActivityColumn::Cost => at(&row.direct_cents) + at(&row.shared_cents),
            ActivityColumn::OwnIncome => at(&row.own_income_cents),
            ActivityColumn::Paid => at(&row.paid_cents),
            ActivityColumn::Left => at(&row.left_cents),
            // Below zero it says nothing: grants of the structure or of the activity above pay for it, or what is
            // left does. That of the structure pays for activities.
            ActivityColumn::Margin if row.scope == Scope::Structure || at(&row.result_cents) <= 0 => {
                return CellView::default();
            }
            ActivityColumn::Margin => at(&row.result_cents),
        };
        let emphasis = match column {
            ActivityColumn::Cost | ActivityColumn::Left => Emphasis::Total,
            _ => Emphasis::Normal,
        };
        // What leaves the structure is no loss, and not in red.
        if *column == ActivityColumn::Shared && cents < 0 {
            return CellView::number(amount(self.language, cents, Decimals::None));
        }
        // Only where the rows of the explanation make the same sum.
        let (charges, moved) = (at(&row.charges_cents), at(&row.moved_cents));
        let expenses = AccountNumber::of(6);
        let subject = match column {
            ActivityColumn::Direct if cents == charges => {
                let (from, to) = (of.first, of.last());
                let accounts = Accounts::Under(expenses);
                Some(Subject::Flow(Flow { accounts, from, to, item: None, scope: row.scope }))
            }
            ActivityColumn::Cost if cents == charges + moved => with_shared(row, *of, Some(expenses)),
            ActivityColumn::Margin => with_shared(row, *of, None),
            _ => None,
        };
        CellView::amount(self.language, cents).standing_out(emphasis).explained_by(subject)
    }

    /// Such as "mars 27 – août 29"; empty where it is open on both sides.
    fn dates(&self, row: &ActivityRow) -> String {
        let short = |month| month_short(self.language, month);
        match (row.from, row.to) {
            (None, None) => String::new(),
            (from, to) => {
                let side = |month: Option<Month>| month.map_or_else(|| "…".to_owned(), short);
                format!("{} – {}", side(from), side(to))
            }
        }
    }
}

/// An account, or the result, of a row in a fiscal year, shared costs counted; none of the structure where something
/// leaves it.
fn with_shared(row: &ActivityRow, year: FiscalYear, account: Option<AccountNumber>) -> Option<Subject> {
    let activity = match row.scope {
        Scope::Activity(activity) => activity,
        Scope::Structure if row.moved_cents.iter().any(|cents| *cents != 0) => return None,
        Scope::Whole | Scope::Structure => {
            let accounts = account.map_or(Accounts::Result, Accounts::Under);
            let (from, to) = (year.first, year.last());
            return Some(Subject::Flow(Flow { accounts, from, to, item: None, scope: row.scope }));
        }
    };
    Some(Figure::Full { year: year.key(), account, activity }.into())
}

/// The columns that say something.
fn columns(rows: &[ActivityRow], has_shared: bool) -> Vec<ActivityColumn> {
    let mut columns = Vec::new();
    let has_days = rows.iter().flat_map(|row| &row.days).any(|days| !days.is_zero());
    columns.extend(has_days.then_some(ActivityColumn::Days));
    if has_shared {
        columns.extend([ActivityColumn::Direct, ActivityColumn::Shared]);
    }
    columns.extend([
        ActivityColumn::Cost,
        ActivityColumn::OwnIncome,
        ActivityColumn::Paid,
        ActivityColumn::Left,
        ActivityColumn::Margin,
    ]);
    let has_dates = rows.iter().any(|row| row.from.is_some() || row.to.is_some());
    columns.extend(has_dates.then_some(ActivityColumn::Dates));
    columns
}

//! The page *Actions*: the tree of activities with what each costs and brings in.

use previ_engine::account::AccountNumber;
use previ_engine::diagnostic::Arg;
use previ_engine::id::ActivityId;
use previ_engine::journal::{AccountIndex, ActivityIndex};
use previ_engine::month::Month;
use previ_engine::plan::Plan;
use previ_engine::timeline::FiscalYear;
use previ_engine::view::View;
use previ_words::{Language, fiscal_year, text, text_with};

use super::cell::{CellView, Emphasis};
use super::explanation::{Accounts, Flow, Scope, Subject};
use crate::open::Session;

/// The tree of activities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivitiesPage {
    /// Columns of amounts: costs, income and gap of each fiscal year.
    pub columns: Vec<ActivityColumn>,
    /// The whole, the structure, then the activities, each before those below it.
    pub rows: Vec<ActivityRow>,
    language: Language,
}

/// A column of amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActivityColumn {
    /// Which fiscal year.
    pub year: FiscalYear,
    /// Which amount of the year.
    pub amount: ActivityAmount,
}

/// An amount of an activity in a fiscal year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActivityAmount {
    /// Charges.
    Costs,
    /// Income.
    Income,
    /// Income less charges.
    Gap,
}

/// An activity in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityRow {
    /// What the row is about.
    pub scope: Scope,
    /// Its title.
    pub title: String,
    /// How far it is indented, from 0.
    pub depth: u8,
    /// First month; open when absent.
    pub from: Option<Month>,
    /// Last month; open when absent.
    pub to: Option<Month>,
    /// Charges by fiscal year, in cents, with those of activities below it.
    pub costs_cents: Vec<i64>,
    /// Income by fiscal year, in cents, with that of activities below it.
    pub income_cents: Vec<i64>,
}

impl ActivitiesPage {
    pub(crate) fn new(session: &Session) -> Self {
        let view = session.view(session.selected_view());
        let amounts = [ActivityAmount::Costs, ActivityAmount::Income, ActivityAmount::Gap];
        let columns = view
            .timeline()
            .fiscal_years()
            .into_iter()
            .flat_map(|year| amounts.into_iter().map(move |amount| ActivityColumn { year, amount }));
        let own = OwnAmounts::new(view);
        let language = session.language();
        let top = |scope, id: &str, chosen: &dyn Fn(usize) -> bool| {
            let (costs_cents, income_cents) = own.sum(chosen);
            let title = text(language, id);
            ActivityRow { scope, title, depth: 0, from: None, to: None, costs_cents, income_cents }
        };
        let mut rows = vec![
            top(Scope::Whole, "activities-whole", &|_| true),
            top(Scope::Structure, "activities-structure", &|place| place == 0),
        ];
        for (id, depth) in tree(session.plan()) {
            let Some(activity) = session.plan().activities.iter().find(|activity| activity.id == id) else {
                continue;
            };
            let below = view.registry().subtree(view.registry().activity(Some(id)).0);
            let (costs_cents, income_cents) = own.sum(&|place| below.get(place) == Some(&true));
            rows.push(ActivityRow {
                scope: Scope::Activity(id),
                title: activity.label.clone(),
                depth,
                from: activity.from,
                to: activity.to,
                costs_cents,
                income_cents,
            });
        }
        Self { columns: columns.collect(), rows, language }
    }

    /// The title of a column, such as "Charges 2027"; empty beyond the last one.
    #[must_use]
    pub fn title(&self, column: usize) -> String {
        let Some(column) = self.columns.get(column) else { return String::new() };
        let id = match column.amount {
            ActivityAmount::Costs => "activities-costs",
            ActivityAmount::Income => "activities-income",
            ActivityAmount::Gap => "activities-gap",
        };
        text_with(self.language, id, &[("year", Arg::Text(fiscal_year(column.year)))])
    }

    /// A cell; an empty one beyond the last row or column.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> CellView {
        let (Some(row), Some(found)) = (self.rows.get(row), self.columns.get(column)) else {
            return CellView::default();
        };
        let at = |cents: &[i64]| cents.get(column / 3).copied().unwrap_or(0);
        let (costs, income) = (at(&row.costs_cents), at(&row.income_cents));
        let (cents, accounts) = match found.amount {
            ActivityAmount::Costs => (costs, Accounts::Under(AccountNumber::of(6))),
            ActivityAmount::Income => (income, Accounts::Under(AccountNumber::of(7))),
            ActivityAmount::Gap => (income - costs, Accounts::Result),
        };
        let (from, to) = (found.year.first, found.year.last());
        let subject = Subject::Flow(Flow { accounts, from, to, item: None, scope: row.scope });
        let emphasis = match found.amount {
            ActivityAmount::Gap if cents < 0 => Emphasis::Alarm,
            ActivityAmount::Gap => Emphasis::Result,
            _ if row.scope == Scope::Whole => Emphasis::Total,
            _ => Emphasis::Normal,
        };
        CellView::amount(self.language, cents).standing_out(emphasis).explained_by(subject)
    }
}

/// Charges and income by place of activity, then year, without those below.
struct OwnAmounts {
    years: usize,
    costs: Vec<i64>,
    income: Vec<i64>,
}

impl OwnAmounts {
    fn new(view: &View) -> Self {
        let (years, activities) = (view.timeline().year_count(), view.registry().activity_count());
        let (mut costs, mut income) = (vec![0; years * activities], vec![0; years * activities]);
        let accounts = view.registry().accounts();
        let classes: Vec<u8> = accounts.iter().map(|account| account.number.class()).collect();
        let class = |index: AccountIndex| classes.get(usize::from(index.0)).copied().unwrap_or(0);
        for entry in view.entries() {
            let Some(year) = view.timeline().year_of(entry.month) else { continue };
            let ActivityIndex(activity) = entry.activity;
            let place = usize::from(activity) * years + year;
            for (index, cents) in [(entry.debit, entry.amount_cents), (entry.credit, -entry.amount_cents)] {
                match class(index) {
                    6 => costs[place] += cents,
                    7 => income[place] -= cents,
                    _ => {}
                }
            }
        }
        Self { years, costs, income }
    }

    fn sum(&self, chosen: &dyn Fn(usize) -> bool) -> (Vec<i64>, Vec<i64>) {
        let total = |cents: &[i64]| {
            let mut total = vec![0; self.years];
            for (_, part) in cents.chunks(self.years).enumerate().filter(|(place, _)| chosen(*place)) {
                for (total, part) in total.iter_mut().zip(part) {
                    *total += part;
                }
            }
            total
        };
        (total(&self.costs), total(&self.income))
    }
}

/// The activities with their depth, each before those below it; those of a cycle or below an unknown
/// one stand at the top.
fn tree(plan: &Plan) -> Vec<(ActivityId, u8)> {
    let known = |id: Option<ActivityId>| id.filter(|id| plan.activities.iter().any(|item| item.id == *id));
    let below = |parent: Option<ActivityId>| {
        let children = plan.activities.iter().filter(move |item| known(item.parent) == parent);
        children.map(|item| item.id).collect::<Vec<_>>()
    };
    let mut found: Vec<(ActivityId, u8)> = Vec::new();
    let mut waiting: Vec<(ActivityId, u8)> = below(None).into_iter().rev().map(|id| (id, 0)).collect();
    while let Some((id, depth)) = waiting.pop() {
        // An identity used twice, which the check reports, must not lead round in circles.
        if found.iter().any(|(known, _)| *known == id) {
            continue;
        }
        found.push((id, depth));
        let children = below(Some(id)).into_iter().rev();
        waiting.extend(children.map(|child| (child, depth.saturating_add(1))));
    }
    let missing: Vec<ActivityId> = plan.activities.iter().map(|item| item.id).collect();
    let missing = missing.into_iter().filter(|id| !found.iter().any(|(other, _)| other == id));
    let missing: Vec<_> = missing.map(|id| (id, 0)).collect();
    found.extend(missing);
    found
}

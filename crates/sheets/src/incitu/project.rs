//! The projects of the workbook (*chantiers*).

use std::collections::BTreeMap;

use previ_engine::account::AccountNumber;
use previ_engine::certainty::Certainty;
use previ_engine::id::{ActivityId, ItemId};
use previ_engine::plan::Plan;
use rust_decimal::Decimal;

use super::both::Both;
use super::charges::Category;
use super::flows::Flows;
use super::income::{Income, Source};
use super::people::Person;

/// A project (*chantier*): an activity, without those below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// The activity.
    pub activity: ActivityId,
    /// Days of all people on it.
    pub days: Both,
    /// What these days cost, realised ones at the planned cost of a day.
    pub staff: Both,
    /// Its part of each category of indirect charges.
    pub indirect: Vec<Both>,
    /// Its own expenses.
    pub expenses: Vec<Expense>,
    /// What it is promised and what it earns.
    pub income: Vec<Income>,
}

/// An expense of a project (*dépense*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expense {
    /// The item it comes from.
    pub item: ItemId,
    /// Its account.
    pub account: AccountNumber,
    /// How much.
    pub amount: Both,
}

impl Expense {
    /// Whether its account says no more than that it is a cost: the workbook then leaves it out of every
    /// result account.
    #[must_use]
    pub fn is_without_account(&self) -> bool {
        self.account.digits() < 2
    }
}

impl Project {
    /// Its own expenses in all (*dépenses*).
    #[must_use]
    pub fn expenses_total(&self) -> Both {
        self.expenses.iter().map(|expense| expense.amount).sum()
    }

    /// What it costs in all (*total*).
    #[must_use]
    pub fn cost(&self) -> Both {
        self.staff + self.indirect.iter().copied().sum() + self.expenses_total()
    }

    /// Funders and own income together (*total des financements*).
    #[must_use]
    pub fn funding(&self) -> Both {
        self.income_where(|source| !matches!(source, Source::Other(_)))
    }

    /// What else it brings (*autofinancement, autres*).
    #[must_use]
    pub fn other_income(&self) -> Both {
        self.income_where(|source| matches!(source, Source::Other(_)))
    }

    /// What is left for the structure to pay (*autofinancement structure*); below zero what it gains.
    #[must_use]
    pub fn paid_by_structure(&self) -> Both {
        self.cost() - self.funding() - self.other_income()
    }

    /// What funders promise, by the four levels of certainty from the least sure to the surest.
    #[must_use]
    pub fn by_certainty(&self) -> [Both; 4] {
        Certainty::ALL.map(|level| {
            self.income_where(
                |source| matches!(source, Source::Funder { certainty, .. } if certainty == level),
            )
        })
    }

    pub(super) fn income_where(&self, is_meant: impl Fn(Source) -> bool) -> Both {
        self.income.iter().filter(|income| is_meant(income.source)).map(|income| income.amount).sum()
    }
}

pub(super) fn projects(
    plan: &Plan,
    year: i32,
    people: &[Person],
    categories: &[Category],
    incomes: &[Income],
    flows: &Flows,
) -> Vec<Project> {
    let project = |(place, activity): (usize, ActivityId)| {
        let of_person = |person: &Person| person.on_projects.get(place).copied().unwrap_or_default();
        let days: Both = people.iter().map(of_person).sum();
        Project {
            activity,
            days,
            staff: people.iter().map(|person| of_person(person).by(person.day_cost)).sum(),
            indirect: categories.iter().map(|category| days.times(category.day_cost)).collect(),
            expenses: expenses(plan, year, activity, flows),
            income: incomes.iter().filter(|income| income.activity == Some(activity)).copied().collect(),
        }
    };
    plan.activities.iter().map(|activity| activity.id).enumerate().map(project).collect()
}

/// The costs of an activity that are neither pay nor matters of agreements.
fn expenses(plan: &Plan, year: i32, activity: ActivityId, flows: &Flows) -> Vec<Expense> {
    let mut amounts: BTreeMap<(ItemId, AccountNumber), Both> = BTreeMap::new();
    let lines = plan.lines.iter().filter(|line| line.activity == Some(activity) && line.account.class() == 6);
    for line in lines {
        let realised: Decimal = line.actual.get(&year).map(|amount| amount.euros()).unwrap_or_default();
        amounts.insert((line.id.into(), line.account), Both::realised(realised));
    }
    for flow in flows.all() {
        let is_counted_elsewhere = matches!(flow.item, ItemId::Position(_) | ItemId::Agreement(_));
        if flow.activity == Some(activity) && flow.account.class() == 6 && !is_counted_elsewhere {
            let amount = amounts.entry((flow.item, flow.account)).or_default();
            *amount = *amount + Both::planned(flow.euros);
        }
    }
    amounts.into_iter().map(|((item, account), amount)| Expense { item, account, amount }).collect()
}

//! What was planned beside what was done, for a machine.

use previ_engine::actuals::{ActualBlock, YearActuals, actuals};
use previ_engine::completion::Beside;
use previ_engine::days::Days;
use previ_engine::id::ActivityId;
use previ_engine::view::View;
use previ_engine::workload::workload;
use previ_words::fiscal_year;
use serde::Serialize;

/// A fiscal year; what is not planned or not typed is null, which is not zero.
#[derive(Serialize)]
pub(super) struct Year {
    year: String,
    charges: Vec<Account>,
    income: Vec<Account>,
    total_charges: Euros,
    total_income: Euros,
    result: Euros,
    pools: Vec<Item>,
    agreements: Vec<Item>,
    posts: Vec<Post>,
}

#[derive(Serialize)]
struct Euros {
    planned_cents: Option<i64>,
    done_cents: Option<i64>,
}

#[derive(Serialize)]
struct Account {
    account: String,
    #[serde(flatten)]
    euros: Euros,
}

#[derive(Serialize)]
struct Item {
    id: u32,
    label: String,
    #[serde(flatten)]
    euros: Euros,
}

#[derive(Serialize)]
struct Post {
    position: u32,
    label: String,
    planned_days: Option<String>,
    done_days: Option<String>,
    #[serde(flatten)]
    cost: Euros,
}

impl From<Beside<i64>> for Euros {
    fn from(amount: Beside<i64>) -> Self {
        Self { planned_cents: amount.planned, done_cents: amount.done }
    }
}

pub(super) fn years(view: &View, chosen: Option<&[ActivityId]>) -> Vec<Year> {
    actuals(view, &workload(view), chosen).into_iter().map(|found| year(view, found)).collect()
}

fn year(view: &View, found: YearActuals) -> Year {
    let label = |item| view.plan().label(item).to_owned();
    let days = |days: Option<Days>| days.map(|days| days.value().to_string());
    Year {
        year: fiscal_year(found.year),
        charges: accounts(&found.charges),
        income: accounts(&found.income),
        total_charges: found.charges.total_cents.into(),
        total_income: found.income.total_cents.into(),
        result: found.result_cents.into(),
        pools: found
            .pools
            .into_iter()
            .map(|(id, amount)| Item { id: id.0, label: label(id.into()), euros: amount.into() })
            .collect(),
        agreements: found
            .agreements
            .into_iter()
            .map(|(id, amount)| Item { id: id.0, label: label(id.into()), euros: amount.into() })
            .collect(),
        posts: found
            .posts
            .into_iter()
            .map(|post| Post {
                position: post.position.0,
                label: label(post.position.into()),
                planned_days: days(post.days.planned),
                done_days: days(post.days.done),
                cost: post.cost_cents.into(),
            })
            .collect(),
    }
}

fn accounts(block: &ActualBlock) -> Vec<Account> {
    let rows = block.headings.iter().flat_map(|heading| &heading.rows);
    rows.map(|(account, amount)| Account { account: account.to_string(), euros: (*amount).into() }).collect()
}

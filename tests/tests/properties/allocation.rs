//! Shared costs move between activities and nowhere else.

use std::collections::BTreeMap;

use previ_engine::activities::activities_statement;
use previ_engine::certainty::CertaintyView;
use previ_engine::figure::Figure;
use previ_engine::full_cost::{full_costs, pool_costs};
use previ_engine::funding_statement::funding_by_activity;
use previ_engine::id::ActivityId;
use previ_engine::income::income_statement;
use previ_engine::journal::Entry;
use previ_engine::plan::Plan;
use previ_engine::query::{SharedQuery, shared_rows, shared_sum};
use previ_engine::timeline::MonthIndex;
use previ_engine::view::View;

use crate::random::{Verdict, holds, view_of};

/// What all activities and the structure add up to, by fiscal year.
fn whole(view: &View) -> Vec<i64> {
    let mut sums = vec![0; view.timeline().year_count()];
    for cost in full_costs(view) {
        sums.iter_mut().zip(cost.total_cents).for_each(|(sum, cents)| *sum += cents);
    }
    sums
}

fn without_pools(plan: &Plan) -> Plan {
    Plan { pools: Vec::new(), ..plan.clone() }
}

fn equal<T: PartialEq + std::fmt::Debug>(what: &str, one: &T, other: &T) -> Verdict {
    if one == other { Ok(()) } else { Err(format!("{what}: {one:?}, {other:?}")) }
}

#[test]
fn full_costs_and_what_stays_are_what_the_association_costs() {
    holds(150, |plan, _| {
        for certainty in CertaintyView::ALL {
            let view = view_of(plan, certainty);
            let unpaid = Plan { agreements: Vec::new(), ..without_pools(plan) };
            if plan.agreements.is_empty() {
                equal("without pools", &whole(&view), &whole(&view_of(&unpaid, certainty)))?;
            }
            // Who pays looks at the same costs, activity by activity: no cost is there twice.
            let funded: Vec<_> =
                funding_by_activity(&view).into_iter().map(|row| (row.activity, row.cost_cents)).collect();
            let full: Vec<_> =
                full_costs(&view).into_iter().map(|row| (row.activity, row.total_cents)).collect();
            equal("funded cost", &funded, &full)?;
        }
        Ok(())
    });
}

#[test]
fn keys_move_costs_and_make_none() {
    holds(150, |plan, _| {
        let view = view_of(plan, CertaintyView::Everything);
        for cost in full_costs(&view).iter().filter(|cost| cost.activity.is_none()) {
            let left: i64 = cost.shared_cents().iter().sum();
            let given = full_costs(&view).into_iter().filter(|cost| cost.activity.is_some());
            let given: i64 = given.flat_map(|cost| cost.shared_cents()).sum();
            equal("what leaves and what arrives", &-left, &given)?;
        }
        for pool in pool_costs(&view) {
            let last = MonthIndex(view.timeline().month_count() as u16);
            let query = SharedQuery {
                account: None,
                from: MonthIndex(1),
                to: last,
                activity: None,
                pool: Some(pool.pool),
            };
            equal("rows of a pool", &shared_sum(&view, &query), &pool.shared_cents.iter().sum())?;
            // Nobody gets a part outside its dates.
            for row in shared_rows(&view, &query) {
                let (_, window) = view.registry().activity(Some(row.activity));
                if !window.contains(view.timeline().month(row.month)) {
                    return Err(format!("outside its dates: {row:?}"));
                }
            }
        }
        Ok(())
    });
}

/// Without funding, which sees costs where keys put them, the books are the same with and without pools.
#[test]
fn keys_do_not_change_the_books() {
    holds(150, |plan, _| {
        let plan = Plan { agreements: Vec::new(), ..plan.clone() };
        let entries =
            |plan: &Plan| view_of(plan, CertaintyView::Everything).entries().collect::<Vec<Entry>>();
        // The places of items differ, what they post does not.
        let plain = |entries: Vec<Entry>| {
            let mut sums: BTreeMap<_, i64> = BTreeMap::new();
            for entry in entries {
                let key = (entry.month, entry.debit, entry.credit, entry.activity, entry.rule);
                *sums.entry(key).or_default() += entry.amount_cents;
            }
            sums
        };
        equal("entries", &plain(entries(&plan)), &plain(entries(&without_pools(&plan))))
    });
}

#[test]
fn all_activities_and_what_stays_are_the_income_statement() {
    holds(100, |plan, _| {
        let view = view_of(plan, CertaintyView::Everything);
        let all: Vec<ActivityId> = plan.activities.iter().map(|activity| activity.id).collect();
        let found = activities_statement(&view, &all);
        let mut sum = found.full.charges.total_cents.clone();
        let registry = view.registry();
        for (year, cents) in sum.iter_mut().enumerate() {
            let months = view.timeline().months_of(year);
            let of_structure = view.entries().filter(|entry| {
                registry.activity_at(entry.activity).is_none() && months.contains(&entry.month.0)
            });
            let class = |account| registry.account_at(account).number.class();
            *cents += of_structure
                .map(|entry| {
                    entry.amount_cents
                        * (i64::from(class(entry.debit) == 6) - i64::from(class(entry.credit) == 6))
                })
                .sum::<i64>();
        }
        // What the structure gives is counted with it and with those who get it.
        let shared = &found.shared.total_cents;
        sum.iter_mut().zip(shared).for_each(|(sum, shared)| *sum -= shared);
        equal("charges", &sum, &income_statement(&view, None).charges.total_cents)
    });
}

#[test]
fn full_figures_are_those_of_the_statement_of_their_activities_and_their_rows_add_up() {
    holds(60, |plan, _| {
        let view = view_of(plan, CertaintyView::Everything);
        for activity in plan.activities.iter().map(|activity| activity.id) {
            let statement = activities_statement(&view, &[activity]).full;
            for (place, year) in statement.years.iter().enumerate() {
                let charges = "6".parse().ok();
                for (account, expected) in
                    [(charges, statement.charges.total_cents[place]), (None, statement.result_cents[place])]
                {
                    let figure = Figure::Full { year: year.key(), account, activity };
                    let name = figure.to_string();
                    equal(&name, &figure.value(&view), &Some(expected))?;
                    let rows = figure.rows(&view).into_iter().flatten().map(|row| row.cents);
                    let shared = figure.shared_rows(&view).into_iter().map(|row| row.cents);
                    equal(&name, &rows.chain(shared).sum(), &expected)?;
                }
            }
        }
        Ok(())
    });
}

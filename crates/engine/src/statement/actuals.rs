//! What was planned beside what was done, of the whole or of any set of activities.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use crate::account::AccountNumber;
use crate::completion::Beside;
use crate::days::Days;
use crate::full_cost::pool_costs;
use crate::id::{ActivityId, AgreementId, PoolId, PositionId};
use crate::income::{Block, income_statement};
use crate::journal::ActivityIndex;
use crate::statement::activities::{activities_statement, counted};
use crate::statement::full_cost::shared_by_year;
use crate::timeline::FiscalYear;
use crate::view::View;
use crate::workload::{Workload, in_year};

mod done;
mod planned;

use done::Done;
use planned::Planned;

/// A fiscal year as planned and as done (*compte de résultat prévu et réalisé*), amounts in cents.
///
/// What was done is what people typed, and it is never posted: lines and money of funders as they came, days
/// as they were worked, at what a planned day of the post costs; provisions for money of programmes follow
/// from the money that came. Depreciation, interest and time that no activity has are done only where a line
/// says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearActuals {
    /// The year.
    pub year: FiscalYear,
    /// Its place in the plan; none for a year before or after it, of which nothing is planned.
    pub place: Option<usize>,
    /// Class 6 (*charges*).
    pub charges: ActualBlock,
    /// Class 7 (*produits*).
    pub income: ActualBlock,
    /// Income less charges.
    pub result_cents: Beside<i64>,
    /// The pools in the order of the plan (*catégories de charges indirectes*), those that say something: all
    /// of them for the whole, their part for a set.
    pub pools: Vec<(PoolId, Beside<i64>)>,
    /// What agreements bring, in the order of the plan, those that say something.
    pub agreements: Vec<(AgreementId, Beside<i64>)>,
    /// The posts that have days on the activities, in the order of the plan.
    pub posts: Vec<PostActuals>,
}

/// A side of the statement, by two-digit headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActualBlock {
    /// The headings in order, those without any amount left out.
    pub headings: Vec<ActualHeading>,
    /// The whole side.
    pub total_cents: Beside<i64>,
}

/// A two-digit heading, such as 60 *Achats*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActualHeading {
    /// Its number.
    pub account: AccountNumber,
    /// Its accounts in order.
    pub rows: Vec<(AccountNumber, Beside<i64>)>,
    /// All of them.
    pub total_cents: Beside<i64>,
}

/// The days of a post on the activities, and what they cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PostActuals {
    /// Which post.
    pub position: PositionId,
    /// Its days on activities; the structure's are not typed when done.
    pub days: Beside<Days>,
    /// What they cost, those done at the planned cost of a day.
    pub cost_cents: Beside<i64>,
}

impl ActualBlock {
    /// An account, empty where the side has none.
    #[must_use]
    pub fn account(&self, account: AccountNumber) -> Beside<i64> {
        let mut rows = self.headings.iter().flat_map(|heading| &heading.rows);
        rows.find(|(known, _)| *known == account).map(|(_, amount)| *amount).unwrap_or_default()
    }

    /// A heading, empty where the side has none.
    #[must_use]
    pub fn heading(&self, account: AccountNumber) -> Beside<i64> {
        let found = self.headings.iter().find(|heading| heading.account == account);
        found.map(|heading| heading.total_cents).unwrap_or_default()
    }
}

impl YearActuals {
    /// Whether anything was done.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.result_cents.done.is_some() || self.days().done.is_some()
    }

    /// Whether anything was planned to compare it with.
    #[must_use]
    pub fn is_planned(&self) -> bool {
        let cents = [self.charges.total_cents, self.income.total_cents];
        cents.iter().any(|cents| cents.planned.unwrap_or(0) != 0)
            || self.days().planned.is_some_and(|days| !days.is_zero())
    }

    /// The days of all posts.
    #[must_use]
    pub fn days(&self) -> Beside<Days> {
        self.posts.iter().fold(Beside::default(), |sum, post| sum + post.days)
    }

    /// What the days of all posts cost.
    #[must_use]
    pub fn staff_cents(&self) -> Beside<i64> {
        self.posts.iter().fold(Beside::default(), |sum, post| sum + post.cost_cents)
    }
}

/// The fiscal years in which something was done, the earliest first: of the chosen activities with those below
/// them, each counted once, or of the whole.
///
/// A set bears shared charges as the keys say: those by days in proportion to the days done, the others, and
/// those of a year without such days, as they were planned.
#[must_use]
pub fn actuals(view: &View, workload: &Workload, chosen: Option<&[ActivityId]>) -> Vec<YearActuals> {
    let done = Done::of(view, workload);
    if done.years.is_empty() {
        return Vec::new();
    }
    let is_counted = match chosen {
        Some(chosen) => counted(view, chosen),
        None => alloc::vec![true; view.registry.activity_count()],
    };
    let (statement, pools) = match chosen {
        Some(chosen) => {
            let found = activities_statement(view, chosen);
            (found.full, found.pools.into_iter().map(|part| (part.pool, part.cents)).collect())
        }
        None => {
            let pools = pool_costs(view).into_iter().map(|pool| (pool.pool, pool.cost_cents));
            (income_statement(view, None), pools.collect())
        }
    };
    let planned = Planned::of(view, &is_counted, pools);
    let shared = chosen.map(|_| shared_by_year(view, |cost| Some((cost.pool, cost.account))));
    let timeline = view.timeline();
    let known = timeline.fiscal_years();
    let year = |key: i32| {
        let place = known.iter().position(|year| year.key() == key);
        let first = crate::month::Month::new(key, timeline.first().number())?;
        let sides = done.sides(view, key, place, shared.as_ref(), &is_counted);
        let [charges, income] = [(&statement.charges, 6), (&statement.income, 7)]
            .map(|(block, class)| actual_block(block, place, class, &sides.accounts));
        let less = |income: Option<i64>, charges: Option<i64>| {
            (income.is_some() || charges.is_some()).then(|| income.unwrap_or(0) - charges.unwrap_or(0))
        };
        let result_cents = Beside {
            planned: less(income.total_cents.planned, charges.total_cents.planned),
            done: less(income.total_cents.done, charges.total_cents.done),
        };
        Some(YearActuals {
            year: FiscalYear { first },
            place,
            charges,
            income,
            result_cents,
            pools: pools_of(view, place, &planned, &sides.pools),
            agreements: agreements_of(view, key, place, &planned, &done, &is_counted),
            posts: posts_of(view, workload, key, place, &planned, &done, &is_counted),
        })
    };
    done.years.iter().filter_map(|key| year(*key)).filter(YearActuals::is_done).collect()
}

/// A year of a side: the accounts that have something planned or done.
fn actual_block(
    block: &Block,
    place: Option<usize>,
    class: u8,
    done: &BTreeMap<AccountNumber, i64>,
) -> ActualBlock {
    let mut rows: BTreeMap<AccountNumber, Beside<i64>> = BTreeMap::new();
    let nothing = Beside { planned: place.map(|_| 0), done: None };
    if let Some(place) = place {
        for row in block.headings.iter().flat_map(|heading| &heading.rows) {
            if let Some(cents) = row.cents.get(place).copied().filter(|cents| *cents != 0) {
                // Accounts of the same number, such as two banks, stand together.
                let amount = rows.entry(row.account).or_insert(nothing);
                amount.planned = amount.planned.map(|sum| sum + cents);
            }
        }
    }
    for (account, cents) in done.iter().filter(|(account, _)| account.class() == class) {
        rows.entry(*account).or_insert(nothing).done = Some(*cents);
    }
    let mut found = ActualBlock { headings: Vec::new(), total_cents: nothing };
    for (account, amount) in rows {
        found.total_cents = found.total_cents + amount;
        if found.headings.last().is_none_or(|last| last.account != account.heading()) {
            let heading =
                ActualHeading { account: account.heading(), rows: Vec::new(), total_cents: nothing };
            found.headings.push(heading);
        }
        if let Some(heading) = found.headings.last_mut() {
            heading.total_cents = heading.total_cents + amount;
            heading.rows.push((account, amount));
        }
    }
    found
}

fn pools_of(
    view: &View,
    place: Option<usize>,
    planned: &Planned,
    done: &BTreeMap<PoolId, i64>,
) -> Vec<(PoolId, Beside<i64>)> {
    let of = |pool: PoolId| {
        let known = planned.pools.iter().find(|(known, _)| *known == pool);
        let cents = |place: usize| known.and_then(|(_, cents)| cents.get(place)).copied().unwrap_or(0);
        (pool, Beside { planned: place.map(cents), done: done.get(&pool).copied() })
    };
    let pools = view.plan.pools.iter().map(|pool| of(pool.id));
    pools.filter(|(_, amount)| amount.planned.unwrap_or(0) != 0 || amount.done.is_some()).collect()
}

fn agreements_of(
    view: &View,
    key: i32,
    place: Option<usize>,
    planned: &Planned,
    done: &Done,
    is_counted: &[bool],
) -> Vec<(AgreementId, Beside<i64>)> {
    let of = |id: AgreementId| {
        let cents = |place: usize| planned.agreements.get(&(id, place)).copied().unwrap_or(0);
        let range = (key, id, ActivityIndex::STRUCTURE)..=(key, id, ActivityIndex(u16::MAX));
        let own = done.agreements.range(range).filter(|((.., activity), _)| is_in(is_counted, *activity));
        (id, Beside { planned: place.map(cents), done: sum(own.map(|(_, cents)| *cents)) })
    };
    let agreements = view.plan.agreements.iter().map(|agreement| of(agreement.id));
    agreements.filter(|(_, amount)| amount.planned.unwrap_or(0) != 0 || amount.done.is_some()).collect()
}

fn posts_of(
    view: &View,
    workload: &Workload,
    key: i32,
    place: Option<usize>,
    planned: &Planned,
    done: &Done,
    is_counted: &[bool],
) -> Vec<PostActuals> {
    let of = |position: PositionId| {
        let load = workload.positions.iter().find(|load| load.position == position);
        let time = load.into_iter().flat_map(|load| &load.time).filter(|time| {
            time.activity.is_some() && is_in(is_counted, view.registry.activity(time.activity).0)
        });
        let days = place.map(|place| time.map(|time| in_year(&time.planned, place)).sum::<Days>());
        let own = done.days.iter().filter(|((year, post, activity), _)| {
            *year == key && *post == position && is_in(is_counted, *activity)
        });
        let worked: Vec<Days> = own.map(|(_, days)| *days).collect();
        let worked = (!worked.is_empty()).then(|| worked.into_iter().sum());
        let cost = |place: usize| planned.posts.get(&(position, place)).copied().unwrap_or(0);
        let own = done.staff.iter().filter(|((year, activity, post, _), _)| {
            *year == key && *post == position && is_in(is_counted, *activity)
        });
        PostActuals {
            position,
            days: Beside { planned: days, done: worked },
            cost_cents: Beside { planned: place.map(cost), done: sum(own.map(|(_, cents)| *cents)) },
        }
    };
    let says = |post: &PostActuals| {
        let is_planned = post.days.planned.is_some_and(|days| !days.is_zero());
        is_planned || post.days.done.is_some() || post.cost_cents.planned.unwrap_or(0) != 0
    };
    let mut known = BTreeSet::new();
    // An identity used twice, which the check reports, is counted once.
    let ids = view.plan.positions.iter().map(|position| position.id).filter(|id| known.insert(*id));
    ids.map(of).filter(says).collect()
}

/// The sum of some amounts; none without any.
fn sum(amounts: impl Iterator<Item = i64>) -> Option<i64> {
    amounts.fold(None, |sum: Option<i64>, cents| Some(sum.unwrap_or(0) + cents))
}

/// Whether an activity is among those that count.
fn is_in(is_counted: &[bool], activity: ActivityIndex) -> bool {
    is_counted.get(usize::from(activity.0)).copied().unwrap_or(false)
}

#[cfg(test)]
mod tests;

//! What was typed as done, and what follows from it.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::is_in;
use crate::account::AccountNumber;
use crate::days::Days;
use crate::id::{AgreementId, ItemId, PoolId, PositionId};
use crate::journal::{AccountIndex, ActivityIndex, Rule};
use crate::money::{spread, to_cents};
use crate::month::Month;
use crate::plan::Plan;
use crate::pool::AllocationKey;
use crate::view::View;
use crate::workload::{Workload, in_year};

/// What was done, in cents and days; fiscal years by the calendar years in which they begin.
pub(super) struct Done {
    /// The years of which something was typed.
    pub(super) years: BTreeSet<i32>,
    /// Charges and income on each activity, those of the structure before they are shared out.
    own: BTreeMap<(i32, ActivityIndex, AccountNumber), i64>,
    /// Of the structure, what pools share out.
    pooled: BTreeMap<(i32, PoolId, AccountNumber), i64>,
    /// Money of funders; it is among `own` too.
    pub(super) agreements: BTreeMap<(i32, AgreementId, ActivityIndex), i64>,
    /// Days worked.
    pub(super) days: BTreeMap<(i32, PositionId, ActivityIndex), Days>,
    /// What they cost; it is among `own` too.
    pub(super) staff: BTreeMap<(i32, ActivityIndex, PositionId, AccountNumber), i64>,
}

/// What is planned to move by the place of a pool, account and activity, by fiscal year.
type Shared = BTreeMap<((usize, AccountIndex), ActivityIndex), Vec<i64>>;

/// A year of some activities.
pub(super) struct Sides {
    /// Charges and income, shared ones included.
    pub(super) accounts: BTreeMap<AccountNumber, i64>,
    /// What pools cost, or give a set.
    pub(super) pools: BTreeMap<PoolId, i64>,
}

/// The account in which an agreement brings income; none for one that pays for assets, and without a funder.
pub(super) fn account_of(view: &View, id: AgreementId) -> Option<AccountNumber> {
    let agreement = view.plan.agreements.iter().find(|agreement| agreement.id == id)?;
    let funder = view.plan.funders.iter().find(|funder| funder.id == agreement.funder)?;
    agreement.investment.is_none().then(|| agreement.account_of_income(funder))
}

impl Done {
    pub(super) fn of(view: &View, workload: &Workload) -> Self {
        let mut found = Self {
            years: BTreeSet::new(),
            own: BTreeMap::new(),
            pooled: BTreeMap::new(),
            agreements: BTreeMap::new(),
            days: BTreeMap::new(),
            staff: BTreeMap::new(),
        };
        found.add_lines(view);
        found.add_funding(view);
        found.add_days(view);
        found.years = found.own.keys().map(|(year, ..)| *year).collect();
        found.years.extend(found.days.keys().map(|(year, ..)| *year));
        found.add_staff(view, workload);
        found.add_provisions(view);
        found
    }

    fn add(&mut self, year: i32, activity: ActivityIndex, account: AccountNumber, cents: i64) {
        *self.own.entry((year, activity, account)).or_default() += cents;
    }

    fn add_lines(&mut self, view: &View) {
        for line in view.plan.lines.iter().filter(|line| matches!(line.account.class(), 6 | 7)) {
            let (activity, _) = view.registry.activity(line.activity);
            for (year, amount) in &line.actual {
                self.add(*year, activity, line.account, amount.cents());
                if let Some(pool) = line.pool.filter(|_| activity == ActivityIndex::STRUCTURE) {
                    *self.pooled.entry((*year, pool, line.account)).or_default() += amount.cents();
                }
            }
        }
    }

    /// Money of a tranche over several fiscal years goes to them by their months.
    fn add_funding(&mut self, view: &View) {
        for agreement in &view.plan.agreements {
            let Some(account) = account_of(view, agreement.id) else { continue };
            for tranche in &agreement.tranches {
                let years = parts_of(view, tranche.from, tranche.to);
                let weights: Vec<u64> = years.iter().map(|(_, months)| *months).collect();
                for line in &tranche.lines {
                    let Some(amount) = line.actual else { continue };
                    let (activity, _) = view.registry.activity(line.activity);
                    for ((year, _), cents) in years.iter().zip(spread(amount.euros(), &weights)) {
                        self.add(*year, activity, account, cents);
                        *self.agreements.entry((*year, agreement.id, activity)).or_default() += cents;
                    }
                }
            }
        }
    }

    fn add_days(&mut self, view: &View) {
        for position in &view.plan.positions {
            for worked in &position.worked {
                let (activity, _) = view.registry.activity(Some(worked.activity));
                let days = self.days.entry((worked.year, position.id, activity)).or_default();
                *days += worked.count();
            }
        }
    }

    /// What the days done cost: the part of a post's planned cost that they are of its days, account by
    /// account, rounded so that the whole is the nearest cent.
    fn add_staff(&mut self, view: &View, workload: &Workload) {
        let mut costs: BTreeMap<(PositionId, usize, AccountNumber), i64> = BTreeMap::new();
        for (key, cents) in &view.booked_cells().costs {
            let Some(position) = key.position else { continue };
            let account = view.registry.account_at(key.account).number;
            for (year, months) in cents.chunks(12).enumerate() {
                *costs.entry((position, year, account)).or_default() += months.iter().sum::<i64>();
            }
        }
        for (place, year) in workload.years.iter().enumerate() {
            let mut exact: BTreeMap<(ActivityIndex, PositionId, AccountNumber), Decimal> = BTreeMap::new();
            for ((_, position, activity), days) in
                self.days.iter().filter(|((key, ..), _)| *key == year.key())
            {
                let load = workload.positions.iter().find(|load| load.position == *position);
                let Some(available) = load.map(|load| in_year(&load.available, place).value()) else {
                    continue;
                };
                let range = (*position, place, AccountNumber::of(1))..;
                let own =
                    costs.range(range).take_while(|((post, at, _), _)| post == position && *at == place);
                for ((.., account), cents) in own.filter(|(_, cents)| **cents != 0) {
                    let cost = Decimal::new(*cents, 2).saturating_mul(days.value());
                    if let Some(euros) = cost.checked_div(available) {
                        exact.insert((*activity, *position, *account), euros);
                    }
                }
            }
            let (mut reached, mut given) = (Decimal::ZERO, 0);
            for ((activity, position, account), euros) in exact {
                reached = reached.saturating_add(euros);
                let cents = to_cents(reached) - given;
                given += cents;
                self.add(year.key(), activity, account, cents);
                self.staff.insert((year.key(), activity, position, account), cents);
            }
        }
    }

    /// Provisions of agreements whose money came by then: they follow from it.
    fn add_provisions(&mut self, view: &View) {
        let years = view.timeline.fiscal_years();
        for segment in &view.segments {
            let ItemId::Agreement(id) = segment.item else { continue };
            let Some(first) = first_receipt(&view.plan, id) else { continue };
            for entry in segment.entries() {
                if !matches!(entry.rule, Rule::ProvisionMade | Rule::ProvisionReleased) {
                    continue;
                }
                let year = view.timeline.year_of(entry.month).and_then(|place| years.get(place));
                let is_done = |year: i32, last: Month| self.years.contains(&year) && first <= last;
                let Some(year) = year.filter(|year| is_done(year.key(), year.last())) else { continue };
                for (account, cents) in
                    [(entry.debit, entry.amount_cents), (entry.credit, -entry.amount_cents)]
                {
                    let account = view.registry.account_at(account).number;
                    match account.class() {
                        6 => self.add(year.key(), entry.activity, account, cents),
                        7 => self.add(year.key(), entry.activity, account, -cents),
                        _ => {}
                    }
                }
            }
        }
    }

    /// A year of the activities that count; where they are a set, `shared` gives their part of what pools share out.
    pub(super) fn sides(
        &self,
        view: &View,
        key: i32,
        place: Option<usize>,
        shared: Option<&Shared>,
        is_counted: &[bool],
    ) -> Sides {
        let mut sides = Sides { accounts: BTreeMap::new(), pools: BTreeMap::new() };
        let first = AccountNumber::of(1);
        let own = self.own.range((key, ActivityIndex::STRUCTURE, first)..);
        let own = own.take_while(|((year, ..), _)| *year == key);
        for ((_, _, account), cents) in own.filter(|((_, activity, _), _)| is_in(is_counted, *activity)) {
            *sides.accounts.entry(*account).or_default() += cents;
        }
        let mut weights: BTreeMap<PoolId, Vec<u64>> = BTreeMap::new();
        let pooled = self.pooled.iter().filter(|((year, ..), _)| *year == key);
        for ((_, pool, account), cents) in pooled {
            let Some(shared) = shared else {
                *sides.pools.entry(*pool).or_default() += cents;
                continue;
            };
            let weights =
                weights.entry(*pool).or_insert_with(|| self.weights(view, key, place, *pool, shared));
            let parts = spread(Decimal::new(*cents, 2), weights).zip(is_counted);
            let part: i64 = parts.filter(|(_, is_counted)| **is_counted).map(|(cents, _)| cents).sum();
            if part != 0 {
                *sides.pools.entry(*pool).or_default() += part;
                *sides.accounts.entry(*account).or_default() += part;
            }
        }
        sides
    }

    /// In what proportion a pool's charges go to activities, by their places; the structure keeps the first.
    fn weights(
        &self,
        view: &View,
        key: i32,
        place: Option<usize>,
        pool: PoolId,
        shared: &Shared,
    ) -> Vec<u64> {
        let mut weights = alloc::vec![0_u64; view.registry.activity_count()];
        let Some(at) = view.plan.pools.iter().position(|known| known.id == pool) else { return weights };
        if matches!(view.plan.pools[at].key, AllocationKey::Days | AllocationKey::DaysAvailable) {
            for ((year, _, activity), days) in &self.days {
                if *year == key && *activity != ActivityIndex::STRUCTURE {
                    weights[usize::from(activity.0)] += days.millionths().max(0).unsigned_abs();
                }
            }
        }
        if weights.iter().any(|weight| *weight > 0) {
            return weights;
        }
        let Some(place) = place else { return weights };
        let place_of = |known: usize| view.allocation.pools().get(known).map(|found| found.id) == Some(pool);
        for ((_, activity), cents) in shared.iter().filter(|(((pool, _), _), _)| place_of(*pool)) {
            if *activity != ActivityIndex::STRUCTURE {
                weights[usize::from(activity.0)] += cents[place].max(0).unsigned_abs();
            }
        }
        let costs = view.allocation.costs.iter().filter(|cost| place_of(cost.pool));
        let whole: i64 = costs.flat_map(|cost| cost.cents.iter().skip(place * 12).take(12)).sum();
        let given: u64 = weights.iter().sum();
        weights[0] = whole.max(0).unsigned_abs().saturating_sub(given);
        weights
    }
}

/// The month in which money of an agreement first came.
fn first_receipt(plan: &Plan, id: AgreementId) -> Option<Month> {
    let agreement = plan.agreements.iter().find(|agreement| agreement.id == id)?;
    let instalments = agreement.tranches.iter().flat_map(|tranche| &tranche.instalments);
    instalments.filter_map(|instalment| Some(instalment.received?.month)).min()
}

/// The fiscal years between two months, with how many months of them lie between.
fn parts_of(view: &View, from: Month, to: Month) -> Vec<(i32, u64)> {
    let (mut parts, mut year) = (Vec::new(), view.timeline.fiscal_year(from));
    // A period that ends before it begins, which the check reports, is its first month.
    let to = to.max(from);
    loop {
        let months = to.min(year.last()).since(from.max(year.first)).saturating_add(1);
        parts.push((year.key(), months.max(0).unsigned_abs().into()));
        match year.next() {
            Some(next) if next.first <= to => year = next,
            _ => return parts,
        }
    }
}

//! The rows of the tree of activities: what each is, and its sums by fiscal year.

use previ_engine::days::Days;
use previ_engine::full_cost::{FullCost, pool_shares};
use previ_engine::journal::ActivityIndex;
use previ_engine::month::Month;
use previ_engine::view::View;
use previ_engine::workload::{Workload, in_year};

use super::card::is_of;
use super::own::OwnAmounts;
use crate::open::Session;
use crate::views::explanation::Scope;
use crate::views::funding::FundingRowKind;

/// An activity in the tree; amounts and days are by fiscal year, with those of activities below it.
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
    /// Days planned; of the structure, those that no activity has.
    pub days: Vec<Days>,
    /// Its own costs, in cents.
    pub direct_cents: Vec<i64>,
    /// Shared costs that it gets, in cents; of the structure, what leaves it, below zero.
    pub shared_cents: Vec<i64>,
    /// What its own income pays of its cost, in cents.
    pub own_income_cents: Vec<i64>,
    /// What agreements pay of it, in cents.
    pub paid_cents: Vec<i64>,
    /// What nobody pays of it, in cents.
    pub left_cents: Vec<i64>,
    /// Its income less its charges, shared costs counted, in cents.
    pub result_cents: Vec<i64>,
    /// Its charges in the books, in cents: its own costs and those that nobody pays for, such as provisions.
    pub charges_cents: Vec<i64>,
    /// Its income in the books, in cents.
    pub income_cents: Vec<i64>,
    /// Shared costs, those included that nobody pays for, in cents.
    pub(super) moved_cents: Vec<i64>,
}

/// Shared costs of every activity by its place, then year, in cents; of the structure, what leaves it.
fn moved(view: &View) -> Vec<Vec<i64>> {
    let mut found = vec![vec![0; view.timeline().year_count()]; view.registry().activity_count()];
    for share in pool_shares(view) {
        let (ActivityIndex(place), _) = view.registry().activity(Some(share.activity));
        for (year, cents) in share.cents.iter().enumerate() {
            found[usize::from(place)][year] += cents;
            found[0][year] -= cents;
        }
    }
    found
}

/// What rows are summed from.
pub(super) struct Sums<'a> {
    session: &'a Session,
    view: &'a View,
    workload: &'a Workload,
    own: OwnAmounts,
    moved: Vec<Vec<i64>>,
}

impl<'a> Sums<'a> {
    pub(super) fn new(session: &'a Session, view: &'a View, workload: &'a Workload) -> Self {
        Self { session, view, workload, own: OwnAmounts::new(view), moved: moved(view) }
    }

    pub(super) fn row(&self, costs: &[FullCost], scope: Scope, title: String, depth: u8) -> ActivityRow {
        let years = self.view.timeline().year_count();
        let counted = counted(self.view, scope);
        let is_counted = |place: usize| counted.get(place).copied().unwrap_or(false);
        let (charges_cents, income_cents) = self.own.sum(&is_counted);
        let moved = self.moved.iter().enumerate().filter(|(place, _)| is_counted(*place));
        let moved_cents = total(years, moved.map(|(_, cents)| cents.as_slice()));
        let own: Vec<&FullCost> =
            costs.iter().enumerate().filter(|(place, _)| is_counted(*place)).map(|(_, cost)| cost).collect();
        let direct: Vec<Vec<i64>> = own.iter().map(|cost| cost.direct_cents()).collect();
        let shared: Vec<Vec<i64>> = own.iter().map(|cost| cost.shared_cents()).collect();
        let rows = self.session.funding();
        let rows = rows.scope(scope).unwrap_or_default();
        let paid = |is: &dyn Fn(FundingRowKind) -> bool| {
            total(years, rows.iter().filter(|row| is(row.kind)).map(|row| row.cents.as_slice()))
        };
        let activity = match scope {
            Scope::Activity(id) => self.session.plan().activities.iter().find(|known| known.id == id),
            Scope::Whole | Scope::Structure => None,
        };
        let result = (0..years).map(|year| income_cents[year] - charges_cents[year] - moved_cents[year]);
        ActivityRow {
            scope,
            title,
            depth,
            from: activity.and_then(|activity| activity.from),
            to: activity.and_then(|activity| activity.to),
            days: self.days(scope, &counted),
            direct_cents: total(years, direct.iter().map(Vec::as_slice)),
            shared_cents: total(years, shared.iter().map(Vec::as_slice)),
            own_income_cents: paid(&|kind| kind == FundingRowKind::OwnIncome),
            paid_cents: paid(&|kind| matches!(kind, FundingRowKind::PaidBy(_))),
            left_cents: paid(&|kind| kind == FundingRowKind::Left),
            result_cents: result.collect(),
            charges_cents,
            income_cents,
            moved_cents,
        }
    }

    fn days(&self, scope: Scope, counted: &[bool]) -> Vec<Days> {
        let mut days = vec![Days::ZERO; self.view.timeline().year_count()];
        let time = self.workload.positions.iter().flat_map(|load| &load.time);
        for time in time.filter(|time| is_of(self.view, time, scope, counted)) {
            days.iter_mut().enumerate().for_each(|(year, sum)| *sum += in_year(&time.planned, year));
        }
        days
    }
}

/// Which activities a row counts, by their places.
pub(super) fn counted(view: &View, scope: Scope) -> Vec<bool> {
    let all = view.registry().activity_count();
    match scope {
        Scope::Whole => vec![true; all],
        Scope::Structure => (0..all).map(|place| place == 0).collect(),
        Scope::Activity(id) => view.registry().subtree(view.registry().activity(Some(id)).0),
    }
}

/// The parts together, year by year.
pub(super) fn total<'a>(years: usize, parts: impl Iterator<Item = &'a [i64]>) -> Vec<i64> {
    let mut total = vec![0; years];
    for part in parts {
        total.iter_mut().zip(part).for_each(|(total, part)| *total += part);
    }
    total
}

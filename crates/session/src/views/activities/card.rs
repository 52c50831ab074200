//! One activity: its costs account by account, its part of shared costs, the days of each post.

use std::collections::BTreeMap;

use previ_engine::account::AccountNumber;
use previ_engine::days::Days;
use previ_engine::full_cost::FullCost;
use previ_engine::id::PoolId;
use previ_engine::journal::ActivityIndex;
use previ_engine::view::View;
use previ_engine::workload::{ActivityTime, in_year};
use previ_words::{Language, account_label, hundredths, text};

use super::ActualsTable;
use super::rows::{counted, total};
use crate::open::Session;
use crate::views::cell::{CellView, Emphasis};
use crate::views::explanation::Scope;

/// What is told of one activity, those below it included.
#[derive(Clone, Debug, PartialEq)]
pub struct ActivityCard {
    /// Its own costs by account, its part of each pool, and both together.
    pub costs: Vec<YearRow>,
    /// Days planned by post, then together, then those that nobody pays; empty without any.
    pub days: Vec<YearRow>,
    /// Its part of shared costs in the three lines of the French form; empty without any.
    pub indirect: Vec<YearRow>,
    /// What was planned beside what was done, shared charges counted.
    pub actuals: ActualsTable,
}

/// A row with fiscal years in columns.
#[derive(Clone, Debug, PartialEq)]
pub struct YearRow {
    /// Its title.
    pub title: String,
    /// A cell for each fiscal year.
    pub cells: Vec<CellView>,
    /// How it stands out.
    pub emphasis: Emphasis,
}

impl ActivityCard {
    pub(crate) fn new(session: &Session, scope: Scope) -> Self {
        let statements = session.statements();
        let view = &*statements.view;
        let page = session.activities();
        let counted = counted(view, scope);
        let costs = page.costs.iter().zip(&counted).filter(|(_, is_counted)| **is_counted);
        let costs: Vec<&FullCost> = costs.map(|(cost, _)| cost).collect();
        Self {
            costs: cost_rows(session, &costs),
            days: day_rows(session, scope, &counted),
            indirect: indirect_rows(session, &costs),
            actuals: ActualsTable::new(session, scope),
        }
    }
}

fn amounts(language: Language, title: String, cents: &[i64], emphasis: Emphasis) -> YearRow {
    let cells = cents.iter().map(|cents| CellView::amount(language, *cents).standing_out(emphasis));
    YearRow { title, cells: cells.collect(), emphasis }
}

fn cost_rows(session: &Session, costs: &[&FullCost]) -> Vec<YearRow> {
    let (language, years) = (session.language(), session.activities().years.len());
    let mut direct: BTreeMap<AccountNumber, Vec<i64>> = BTreeMap::new();
    for row in costs.iter().flat_map(|cost| &cost.direct) {
        add(direct.entry(row.account).or_insert_with(|| vec![0; years]), &row.cents);
    }
    let mut shared: BTreeMap<PoolId, Vec<i64>> = BTreeMap::new();
    for row in costs.iter().flat_map(|cost| &cost.shared) {
        add(shared.entry(row.pool).or_insert_with(|| vec![0; years]), &row.cents);
    }
    let says = |cents: &[i64]| cents.iter().any(|cents| *cents != 0);
    let mut rows: Vec<YearRow> = direct
        .iter()
        .filter(|(_, cents)| says(cents))
        .map(|(account, cents)| {
            let title = format!("{account} – {}", account_label(language, session.reference(), *account));
            amounts(language, title, cents, Emphasis::Normal)
        })
        .collect();
    let sum = |all: &mut dyn Iterator<Item = &Vec<i64>>| total(years, all.map(Vec::as_slice));
    let (own, given) = (sum(&mut direct.values()), sum(&mut shared.values()));
    // In the order in which pools are shared out.
    let pools = session.plan().pools.iter().filter_map(|pool| Some((pool, shared.get(&pool.id)?)));
    let pools: Vec<YearRow> = pools
        .filter(|(_, cents)| says(cents))
        .map(|(pool, cents)| amounts(language, pool.label.clone(), cents, Emphasis::Normal))
        .collect();
    if pools.is_empty() {
        rows.push(amounts(language, text(language, "activity-cost"), &own, Emphasis::Total));
        return rows;
    }
    let all: Vec<i64> = own.iter().zip(&given).map(|(own, given)| own + given).collect();
    rows.push(amounts(language, text(language, "activity-direct"), &own, Emphasis::Total));
    rows.extend(pools);
    rows.push(amounts(language, text(language, "activity-shared"), &given, Emphasis::Total));
    rows.push(amounts(language, text(language, "activity-full"), &all, Emphasis::Result));
    rows
}

fn indirect_rows(session: &Session, costs: &[&FullCost]) -> Vec<YearRow> {
    let (language, years) = (session.language(), session.activities().years.len());
    let blocks: Vec<_> = costs.iter().map(|cost| cost.indirect_block()).collect();
    let lines = [
        ("activity-indirect-running", total(years, blocks.iter().map(|block| &block.running_cents[..]))),
        ("activity-indirect-financial", total(years, blocks.iter().map(|block| &block.financial_cents[..]))),
        ("activity-indirect-other", total(years, blocks.iter().map(|block| &block.other_cents[..]))),
    ];
    // Of the structure, what leaves it is no line of a project.
    if !lines.iter().flat_map(|(_, cents)| cents).any(|cents| *cents > 0) {
        return Vec::new();
    }
    let row = |(id, cents): &(&str, Vec<i64>)| amounts(language, text(language, id), cents, Emphasis::Normal);
    lines.iter().map(row).collect()
}

fn day_rows(session: &Session, scope: Scope, counted: &[bool]) -> Vec<YearRow> {
    let statements = session.statements();
    let (view, workload, language) = (&*statements.view, statements.workload(), session.language());
    let years = workload.years.len();
    let is_of = |time: &&ActivityTime| is_of(view, time, scope, counted);
    let row = |title: String, count: &[Days], emphasis: Emphasis| YearRow {
        title,
        cells: count.iter().map(|count| days(language, *count).standing_out(emphasis)).collect(),
        emphasis,
    };
    let mut rows = Vec::new();
    let (mut all, mut unpaid) = (vec![Days::ZERO; years], vec![Days::ZERO; years]);
    for load in &workload.positions {
        let mut own = vec![Days::ZERO; years];
        for time in load.time.iter().filter(is_of) {
            for year in 0..years {
                own[year] += in_year(&time.planned, year);
                unpaid[year] += time.unpaid.get(year).copied().unwrap_or_default();
            }
        }
        all.iter_mut().zip(&own).for_each(|(all, own)| *all += *own);
        if own.iter().any(|days| !days.is_zero()) {
            let position = session.plan().positions.iter().find(|known| known.id == load.position);
            let holder = position.and_then(|known| known.holder.as_deref()).unwrap_or_default();
            let job = view.plan().label(load.position.into());
            let title = if holder.is_empty() { job.to_owned() } else { format!("{job} ({holder})") };
            rows.push(row(title, &own, Emphasis::Normal));
        }
    }
    if rows.is_empty() {
        return rows;
    }
    rows.push(row(text(language, "workload-total"), &all, Emphasis::Total));
    if unpaid.iter().any(|days| !days.is_zero()) {
        rows.push(row(text(language, "activity-days-unpaid"), &unpaid, Emphasis::Quiet));
    }
    rows
}

/// Whether time belongs to a row.
pub(super) fn is_of(view: &View, time: &ActivityTime, scope: Scope, counted: &[bool]) -> bool {
    match (scope, time.activity) {
        (Scope::Whole, _) => true,
        (Scope::Structure, activity) => activity.is_none(),
        (Scope::Activity(_), None) => false,
        (Scope::Activity(_), Some(id)) => {
            let (ActivityIndex(place), _) = view.registry().activity(Some(id));
            counted.get(usize::from(place)).copied().unwrap_or(false)
        }
    }
}

/// Days with two decimals, as a cell; nothing where there are none.
pub(super) fn days(language: Language, days: Days) -> CellView {
    if days.is_zero() { CellView::default() } else { CellView::number(hundredths(language, days.value())) }
}

fn add(sums: &mut [i64], cents: &[i64]) {
    sums.iter_mut().zip(cents).for_each(|(sum, cents)| *sum += cents);
}

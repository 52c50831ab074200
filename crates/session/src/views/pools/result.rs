//! What a pool costs, what each activity gets of it, and what stays with the structure.

use previ_engine::days::Days;
use previ_engine::diagnostic::Arg;
use previ_engine::full_cost::{PoolCost, PoolShare, pool_shares};
use previ_engine::id::ActivityId;
use previ_engine::money::to_cents;
use previ_engine::pool::{AllocationKey, CostPool};
use previ_engine::workload::{Workload, in_year};
use previ_words::{Decimals, Language, hundredths, money, number, text, text_with};
use rust_decimal::Decimal;

use crate::open::Session;
use crate::views::cell::{CellView, Emphasis};

/// What keys by days measure.
const DAYS: &str = "pool-unit-days";

/// Where the cost of a pool goes, one fiscal year at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolResult {
    /// The columns.
    pub columns: Vec<PoolColumn>,
    /// The activities that get something or weigh something, what stays, the total.
    pub rows: Vec<PoolRow>,
    /// Its cost for one of the days meant for activities, in words, by fiscal year; empty without such days.
    pub daily: Vec<String>,
    unit: &'static str,
    language: Language,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PoolColumn {
    /// What the key measures: days, square metres, parts.
    Measure,
    /// Its share of the cost, in percent.
    Share,
    /// What it gets.
    Amount,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolRow {
    /// Its title.
    pub title: String,
    /// How it stands out.
    pub emphasis: Emphasis,
    /// What the key measures, by fiscal year; empty where it measures nothing of it.
    pub measures: Vec<Decimal>,
    /// By fiscal year, in cents.
    pub cents: Vec<i64>,
}

impl PoolResult {
    /// The title of a column; empty beyond the last one.
    #[must_use]
    pub fn title(&self, column: usize) -> String {
        let id = match self.columns.get(column) {
            None => return String::new(),
            Some(PoolColumn::Measure) => self.unit,
            Some(PoolColumn::Share) => "pool-share",
            Some(PoolColumn::Amount) => "pool-amount",
        };
        text(self.language, id)
    }

    /// Whether something of it is shared out or stays in a fiscal year.
    #[must_use]
    pub fn has_cost(&self, year: usize) -> bool {
        self.total(year) != 0
    }

    fn total(&self, year: usize) -> i64 {
        self.rows.last().and_then(|row| row.cents.get(year)).copied().unwrap_or(0)
    }

    /// A cell in a fiscal year; an empty one beyond the last row, column or year.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize, year: usize) -> CellView {
        let (Some(row), Some(column)) = (self.rows.get(row), self.columns.get(column)) else {
            return CellView::default();
        };
        let cents = row.cents.get(year).copied().unwrap_or(0);
        let cell = match column {
            PoolColumn::Measure => {
                let Some(measure) = row.measures.get(year) else { return CellView::default() };
                CellView::number(match self.unit {
                    DAYS => hundredths(self.language, *measure),
                    _ => number(self.language, *measure),
                })
            }
            PoolColumn::Share => match share(self.language, cents, self.total(year)) {
                Some(share) => CellView::percent(share),
                None => return CellView::default(),
            },
            PoolColumn::Amount => CellView::amount(self.language, cents),
        };
        cell.standing_out(row.emphasis)
    }
}

/// In percent with two decimals; none of nothing.
fn share(language: Language, cents: i64, total: i64) -> Option<String> {
    let share = Decimal::from(cents).checked_mul(Decimal::ONE_HUNDRED)?.checked_div(Decimal::from(total))?;
    Some(format!("{}\u{A0}%", hundredths(language, share)))
}

/// Those of every pool, in the order of the plan.
pub(super) fn results(session: &Session, costs: &[PoolCost]) -> Vec<PoolResult> {
    let shares = pool_shares(&session.statements().view);
    let pools = session.plan().pools.iter();
    let pools = pools.map(|pool| {
        let cost = costs.iter().find(|cost| cost.pool == pool.id);
        cost.map_or_else(|| PoolResult::none(session.language()), |cost| result(session, pool, cost, &shares))
    });
    pools.collect()
}

impl PoolResult {
    /// Nothing.
    fn none(language: Language) -> Self {
        Self { columns: Vec::new(), rows: Vec::new(), daily: Vec::new(), unit: DAYS, language }
    }
}

fn result(session: &Session, pool: &CostPool, cost: &PoolCost, shares: &[PoolShare]) -> PoolResult {
    let (language, years) = (session.language(), cost.cost_cents.len());
    let statements = session.statements();
    let unit = match &pool.key {
        AllocationKey::Days | AllocationKey::DaysAvailable => Some(DAYS),
        AllocationKey::FloorArea(_) => Some("pool-unit-area"),
        AllocationKey::Shares(_) => Some("pool-unit-parts"),
        AllocationKey::FullTimeEquivalents | AllocationKey::DirectCost => None,
    };
    let measures = |activity: ActivityId| match &pool.key {
        AllocationKey::Days | AllocationKey::DaysAvailable => planned(statements.workload(), activity, years),
        AllocationKey::FloorArea(parts) | AllocationKey::Shares(parts) => {
            parts.get(&activity).map_or_else(Vec::new, |part| vec![part.value(); years])
        }
        AllocationKey::FullTimeEquivalents | AllocationKey::DirectCost => Vec::new(),
    };
    let own: Vec<&PoolShare> = shares.iter().filter(|share| share.pool == pool.id).collect();
    let activity = |id: ActivityId| {
        let cents = own.iter().find(|share| share.activity == id).map(|share| share.cents.clone());
        let measures = measures(id);
        let says = cents.is_some() || measures.iter().any(|measure| !measure.is_zero());
        says.then(|| PoolRow {
            title: session.plan().label(id.into()).to_owned(),
            emphasis: Emphasis::Normal,
            measures,
            cents: cents.unwrap_or_else(|| vec![0; years]),
        })
    };
    let mut rows: Vec<PoolRow> =
        session.plan().activities.iter().filter_map(|known| activity(known.id)).collect();
    let sum = |year: usize| rows.iter().filter_map(|row| row.measures.get(year)).sum::<Decimal>();
    let planned: Vec<Decimal> = (0..years).map(sum).collect();
    let is_available = pool.key == AllocationKey::DaysAvailable;
    if is_available || cost.kept_cents.iter().any(|cents| *cents != 0) {
        // Days that no activity has bear their part.
        let left = cost.available_days.iter().zip(&planned);
        let left = left.map(|(available, planned)| (*available - *planned).max(Decimal::ZERO));
        rows.push(PoolRow {
            title: text(language, "pool-kept"),
            emphasis: Emphasis::Normal,
            measures: if is_available { left.collect() } else { Vec::new() },
            cents: cost.kept_cents.clone(),
        });
    }
    let measures = match &pool.key {
        AllocationKey::DaysAvailable => cost
            .available_days
            .iter()
            .zip(&planned)
            .map(|(available, planned)| *available.max(planned))
            .collect(),
        _ if unit.is_some() => planned,
        _ => Vec::new(),
    };
    rows.push(PoolRow {
        title: text(language, "pool-total"),
        emphasis: Emphasis::Total,
        measures,
        cents: cost.cost_cents.clone(),
    });
    let mut columns = vec![PoolColumn::Share, PoolColumn::Amount];
    if unit.is_some() {
        columns.insert(0, PoolColumn::Measure);
    }
    PoolResult {
        columns,
        rows,
        daily: (0..years).map(|year| daily(language, cost, year)).collect(),
        unit: unit.unwrap_or("pool-unit-parts"),
        language,
    }
}

fn planned(workload: &Workload, activity: ActivityId, years: usize) -> Vec<Decimal> {
    let time = workload.positions.iter().flat_map(|load| &load.time);
    let time: Vec<_> = time.filter(|time| time.activity == Some(activity)).collect();
    let of = |year: usize| time.iter().map(|time| in_year(&time.planned, year)).sum::<Days>().value();
    (0..years).map(of).collect()
}

/// Such as "Soit 45,67 € par jour : 9 500 € pour 208 jours destinés aux actions."
fn daily(language: Language, cost: &PoolCost, year: usize) -> String {
    let Some(euros) = cost.daily_euros(year).filter(|euros| !euros.is_zero()) else { return String::new() };
    let days = cost.available_days.get(year).copied().unwrap_or_default();
    let args = [
        ("amount", Arg::Text(money(language, to_cents(euros), Decimals::Two))),
        ("days", Arg::Text(hundredths(language, days))),
    ];
    text_with(language, "pool-daily", &args)
}

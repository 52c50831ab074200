//! Sums of entries by account and month, kept beside the journal: caches of
//! [`crate::query::sum`], and tested against it.

mod flows;

use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::cash::CashRow;
use crate::cubes::flows::Flows;
use crate::journal::{AccountIndex, ActivityIndex, Segment};
use crate::plan::Plan;
use crate::registry::Registry;
use crate::side::Side;
use crate::timeline::{MonthIndex, Timeline};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Classes 6, 7 and 8.
    Flow,
    /// Class 4, looked at item by item.
    ThirdParty,
    /// Money that can be used.
    Usable,
    /// Everything else, blocked money included.
    Other,
}

#[derive(Clone, Debug)]
pub(crate) struct Cubes {
    kinds: Vec<Kind>,
    profit_or_loss: Vec<bool>,
    years: usize,
    stride: usize,
    /// Debit minus credit of each account, by month. These and the next are by far the largest of these sums:
    /// copies share what an edit or a view leaves as it is.
    movements: Vec<Arc<[i64]>>,
    /// Debit minus credit of classes 6 to 8 of each activity, by year.
    flows: Vec<Arc<Flows>>,
    /// Movements of usable treasury, by cash row then month.
    cash: Vec<i64>,
    /// What leaves usable treasury, by month, transfers inside it not counted.
    outflows: Vec<i64>,
    /// Claims and debts at the opening and at each year end, by account: the balances of items in
    /// debit, and those in credit.
    claims: Vec<i64>,
    debts: Vec<i64>,
}

impl Cubes {
    pub(crate) fn new(plan: &Plan, timeline: &Timeline, registry: &Registry) -> Self {
        let accounts = registry.accounts();
        let blocked = |index: usize| {
            let id = accounts.get(index).and_then(|account| account.treasury);
            plan.treasury.iter().any(|treasury| Some(treasury.id) == id && treasury.blocked)
        };
        let kind = |index: usize| {
            let place = AccountIndex(index as u16);
            match registry.account_at(place).number.class() {
                _ if registry.is_treasury(place) && !blocked(index) => Kind::Usable,
                6..=8 => Kind::Flow,
                4 => Kind::ThirdParty,
                _ => Kind::Other,
            }
        };
        let (years, stride) = (timeline.year_count(), timeline.month_count() + 1);
        let no_flows = Arc::new(Flows::new(accounts.len(), years));
        Self {
            kinds: (0..accounts.len()).map(kind).collect(),
            profit_or_loss: accounts.iter().map(|a| matches!(a.number.class(), 6 | 7)).collect(),
            years,
            stride,
            movements: alloc::vec![alloc::vec![0; stride].into(); accounts.len()],
            flows: alloc::vec![no_flows; registry.activity_count()],
            cash: alloc::vec![0; CashRow::COUNT * stride],
            outflows: alloc::vec![0; stride],
            claims: alloc::vec![0; (years + 1) * accounts.len()],
            debts: alloc::vec![0; (years + 1) * accounts.len()],
        }
    }

    /// Counts the entries of a segment in.
    pub(crate) fn add(&mut self, segment: &Segment) {
        self.count(segment, Side::Plus);
    }

    /// Takes out a segment that was counted in.
    pub(crate) fn remove(&mut self, segment: &Segment) {
        self.count(segment, Side::Minus);
    }

    fn count(&mut self, segment: &Segment, side: Side) {
        let mut balances = ItemBalances(Vec::new());
        for (run, cents) in segment.runs() {
            let first = usize::from(run.first.0);
            let years = by_year(first, cents);
            for (account, sign) in [(run.debit, Side::Plus), (run.credit, Side::Minus)] {
                let movements = Arc::make_mut(&mut self.movements[usize::from(account.0)]);
                sign.times(side).add_all(&mut movements[first..], cents);
                match self.kinds[usize::from(account.0)] {
                    Kind::Flow => self.add_flows(account, run.activity, &years, sign.times(side)),
                    Kind::ThirdParty => balances.add(account, &years, sign),
                    Kind::Usable | Kind::Other => {}
                }
            }
            let money = match (self.is_usable(run.debit), self.is_usable(run.credit)) {
                (true, false) => Side::Plus,
                (false, true) => Side::Minus,
                (true, true) | (false, false) => continue,
            };
            let start = CashRow::of(segment, run.rule).place() * self.stride + first;
            money.times(side).add_all(&mut self.cash[start..], cents);
            self.add_outflows(first, cents, money, side);
        }
        let accounts = self.kinds.len();
        for (account, movements) in balances.0 {
            let mut balance = 0_i64;
            for (column, movement) in movements.into_iter().enumerate().take(self.years + 1) {
                balance += movement;
                let cells = if balance > 0 { &mut self.claims } else { &mut self.debts };
                side.add(&mut cells[column * accounts + usize::from(account.0)], balance.abs());
            }
        }
    }

    fn add_flows(&mut self, account: AccountIndex, activity: ActivityIndex, years: &ByYear, sign: Side) {
        let (first, cents) = years.inside();
        if !cents.is_empty() {
            Arc::make_mut(&mut self.flows[usize::from(activity.0)]).add(account, first, cents, sign);
        }
    }

    /// What leaves usable treasury of a movement of money that comes in (plus) or goes out.
    fn add_outflows(&mut self, first: usize, cents: &[i64], money: Side, side: Side) {
        // Nearly every movement goes one way: the bits of all amounts together say it.
        let goes_both_ways = cents.iter().fold(0, |bits, cents| bits | cents) < 0;
        let cells = &mut self.outflows[first..];
        match (money, goes_both_ways) {
            (Side::Plus, false) => {}
            (Side::Minus, false) => side.add_all(cells, cents),
            (_, true) => {
                for (cell, cents) in cells.iter_mut().zip(cents) {
                    let leaving = if money == Side::Plus { cents.wrapping_neg() } else { *cents };
                    side.add(cell, leaving.max(0));
                }
            }
        }
    }

    /// Debit minus credit of an account up to and with a month.
    pub(crate) fn balance(&self, account: AccountIndex, month: MonthIndex) -> i64 {
        self.movements[usize::from(account.0)][..=usize::from(month.0)].iter().sum()
    }

    /// Usable treasury at the end of a month.
    pub(crate) fn usable(&self, month: MonthIndex) -> i64 {
        let usable = |index: &usize| self.kinds[*index] == Kind::Usable;
        let balance = |index: usize| self.balance(AccountIndex(index as u16), month);
        (0..self.kinds.len()).filter(usable).map(balance).sum()
    }

    /// Whether an account is usable treasury.
    pub(crate) fn is_usable(&self, account: AccountIndex) -> bool {
        self.kinds[usize::from(account.0)] == Kind::Usable
    }

    /// The movement of a cash row in a month.
    pub(crate) fn cash(&self, row: CashRow, month: MonthIndex) -> i64 {
        self.cash[row.place() * self.stride + usize::from(month.0)]
    }

    /// What leaves usable treasury in a month.
    pub(crate) fn outflow(&self, month: MonthIndex) -> i64 {
        self.outflows[usize::from(month.0)]
    }

    /// Debit minus credit of an account of classes 6 to 8 in a year, for the activities chosen.
    pub(crate) fn flow(&self, year: usize, account: AccountIndex, activities: Option<&[bool]>) -> i64 {
        let Some(chosen) = activities else { return self.movements_of(account, year).iter().sum() };
        let counted = self.flows.iter().zip(chosen).filter(|(_, chosen)| **chosen);
        counted.filter_map(|(flows, _)| flows.of(usize::from(account.0)).get(year)).sum()
    }

    /// Adds debit minus credit of an activity on the accounts of classes 6 to 8 that count, by year.
    pub(crate) fn add_flows_of(&self, activity: ActivityIndex, counts: &[bool], years: &mut [i64]) {
        let flows = &self.flows[usize::from(activity.0)];
        for (account, _) in counts.iter().enumerate().filter(|(_, counts)| **counts) {
            Side::Plus.add_all(years, flows.of(account));
        }
    }

    /// The movements of an account in the months of a year.
    fn movements_of(&self, account: AccountIndex, year: usize) -> &[i64] {
        &self.movements[usize::from(account.0)][year * 12 + 1..][..12]
    }

    /// Excess (above zero) or deficit of a year.
    pub(crate) fn result_cents(&self, year: usize) -> i64 {
        let counted = (0..self.kinds.len()).filter(|account| self.profit_or_loss[*account]);
        -counted.flat_map(|account| self.movements_of(AccountIndex(account as u16), year)).sum::<i64>()
    }

    /// Claims and debts of an account of class 4, item by item, at the opening (0) or a year end.
    pub(crate) fn third_party(&self, account: AccountIndex, column: usize) -> (i64, i64) {
        let place = column * self.kinds.len() + usize::from(account.0);
        (self.claims[place], self.debts[place])
    }

    /// Whether an account is looked at item by item.
    pub(crate) fn is_third_party(&self, account: AccountIndex) -> bool {
        self.kinds[usize::from(account.0)] == Kind::ThirdParty
    }
}

/// Movements of the third-party accounts of one item, by year.
struct ItemBalances(Vec<(AccountIndex, [i64; COLUMNS])>);

impl ItemBalances {
    fn add(&mut self, account: AccountIndex, years: &ByYear, sign: Side) {
        let slot = match self.0.iter_mut().find(|(known, _)| *known == account) {
            Some((_, slot)) => slot,
            None => &mut self.0.push_mut((account, [0; COLUMNS])).1,
        };
        sign.add_all(&mut slot[years.first..], &years.cents[years.first..=years.last]);
    }
}

/// The opening and the years of the longest plan.
const COLUMNS: usize = 11;

/// The sums of the opening (0) and of each fiscal year (from 1), between the first and the last of them.
struct ByYear {
    cents: [i64; COLUMNS],
    first: usize,
    last: usize,
}

impl ByYear {
    /// The first fiscal year, from 0, and the cents of each; the opening is left out.
    fn inside(&self) -> (usize, &[i64]) {
        let first = self.first.max(1);
        (first - 1, self.cents.get(first..=self.last).unwrap_or_default())
    }
}

/// The sums of months from `first` on.
fn by_year(first: usize, cents: &[i64]) -> ByYear {
    let column = |month: usize| month.div_ceil(12).min(COLUMNS - 1);
    let last = (first + cents.len()).saturating_sub(1);
    let mut years = ByYear { cents: [0; COLUMNS], first: column(first), last: column(last) };
    let mut rest = cents;
    for column in years.first..=years.last {
        let end = (column * 12 + 1).saturating_sub(first + cents.len() - rest.len());
        let (months, after) = rest.split_at(end.min(rest.len()));
        years.cents[column] = months.iter().fold(0, |sum: i64, cents| sum.wrapping_add(*cents));
        rest = after;
    }
    years
}

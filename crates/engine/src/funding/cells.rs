//! What funding looks at in the books: the costs that may be paid, and the own income that pays first.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::account::AccountNumber;
use crate::id::{ItemId, PositionId};
use crate::journal::{AccountIndex, ActivityIndex, Segment, accounts};
use crate::registry::{Account, Registry};
use crate::rule::Eligibility;
use crate::timeline::{MonthIndex, Timeline};
use crate::view::View;

/// What a cost is and whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct CellKey {
    pub(crate) activity: ActivityIndex,
    pub(crate) account: AccountIndex,
    /// The post it belongs to, for the cost of staff.
    pub(crate) position: Option<PositionId>,
    /// Whether a key brought it here from the structure.
    pub(crate) is_shared: bool,
}

impl CellKey {
    /// Whether an agreement may pay it, on `account`. Where it pays indirect cost at a flat rate, what is
    /// shared out is paid by that alone.
    pub(crate) fn is_eligible(&self, eligible: &Eligibility, account: AccountNumber) -> bool {
        let at_flat_rate = self.is_shared && eligible.flat_rate.is_some();
        !at_flat_rate && eligible.allows(account, self.position)
    }
}

/// Costs and own income of a view, by month of the horizon, counted from 0.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cells {
    /// Costs that may be paid, in cents.
    pub(crate) costs: BTreeMap<CellKey, Vec<i64>>,
    /// Income of budget lines on each activity, in cents, by fiscal year.
    pub(crate) own_income: BTreeMap<ActivityIndex, Vec<i64>>,
    /// Contributions in kind to each activity, in cents, by month.
    pub(crate) in_kind: BTreeMap<ActivityIndex, Vec<i64>>,
}

/// What an account means to funding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    /// A cost, or the release of an investment grant that lowers the depreciation.
    Cost(AccountIndex),
    /// Own income, when a budget line posts it.
    Income,
    /// The use of a contribution in kind.
    InKind,
    Other,
}

fn meaning(number: AccountNumber, index: AccountIndex, depreciation: AccountIndex) -> Meaning {
    match number.prefix(2) {
        60..=67 => Meaning::Cost(index),
        _ if number.is_under(accounts::DEPRECIATION_CHARGE) => Meaning::Cost(index),
        _ if number.is_under(accounts::INVESTMENT_GRANT_INCOME) => Meaning::Cost(depreciation),
        70..=76 => Meaning::Income,
        86 => Meaning::InKind,
        _ => Meaning::Other,
    }
}

impl Cells {
    /// The cells of the items of a view, agreements other than investment grants not yet among them.
    pub(crate) fn of(segments: &[Segment], registry: &Registry, timeline: &Timeline) -> Self {
        let depreciation = registry.account(accounts::DEPRECIATION_CHARGE);
        let meanings: Vec<Meaning> = (0..)
            .zip(registry.accounts())
            .map(|(place, account)| meaning(account.number, AccountIndex(place), depreciation))
            .collect();
        let mut cells = Self::default();
        for segment in segments {
            for (run, cents) in segment.runs() {
                for (account, sign) in [(run.debit, 1), (run.credit, -1)] {
                    match meanings[usize::from(account.0)] {
                        Meaning::Cost(account) => {
                            let position = position_of(segment.item);
                            let key = CellKey { activity: run.activity, account, position, is_shared: false };
                            let empty = || alloc::vec![0; timeline.month_count()];
                            let row = cells.costs.entry(key).or_insert_with(empty);
                            add(row, usize::from(run.first.0), cents, sign, |month| month);
                        }
                        Meaning::Income if matches!(segment.item, ItemId::Line(_)) => {
                            let empty = || alloc::vec![0; timeline.year_count()];
                            let row = cells.own_income.entry(run.activity).or_insert_with(empty);
                            add(row, usize::from(run.first.0), cents, -sign, |month| month / 12);
                        }
                        Meaning::InKind if matches!(segment.item, ItemId::InKind(_)) => {
                            let empty = || alloc::vec![0; timeline.month_count()];
                            let row = cells.in_kind.entry(run.activity).or_insert_with(empty);
                            add(row, usize::from(run.first.0), cents, sign, |month| month);
                        }
                        Meaning::Income | Meaning::InKind | Meaning::Other => {}
                    }
                }
            }
        }
        cells
    }
}

impl View {
    /// What funding looks at once shared costs have reached activities.
    pub(crate) fn cells(&self) -> Cells {
        let mut cells = Cells::of(&self.segments, &self.registry, &self.timeline);
        self.allocation.moved.apply(&mut cells);
        cells
    }
}

/// Whether a cost on this account may be paid.
pub(crate) fn is_cost(number: AccountNumber) -> bool {
    matches!(meaning(number, AccountIndex(0), AccountIndex(0)), Meaning::Cost(_))
}

/// The movements in which funding finds costs, own income or contributions: item, accounts, activity, first
/// month and cents. Payments are not among them.
pub(crate) fn looked_at<'a>(
    segments: &'a [Segment],
    registry: &Registry,
) -> impl Iterator<Item = (ItemId, [AccountIndex; 2], ActivityIndex, MonthIndex, &'a [i64])> {
    let is_other =
        |account: &Account| meaning(account.number, AccountIndex(0), AccountIndex(0)) == Meaning::Other;
    let other: Vec<bool> = registry.accounts().iter().map(is_other).collect();
    let is_looked_at = move |index: &AccountIndex| !other[usize::from(index.0)];
    let items = segments.iter().filter(|segment| !matches!(segment.item, ItemId::Agreement(_)));
    let movements = items.flat_map(|segment| {
        let runs = segment.runs();
        runs.map(|(run, cents)| (segment.item, [run.debit, run.credit], run.activity, run.first, cents))
    });
    movements.filter(move |(_, accounts, ..)| accounts.iter().any(&is_looked_at))
}

/// Adds cents of months from `first` on (0 is the opening) to the places of `row` that months go to.
fn add(row: &mut [i64], first: usize, cents: &[i64], sign: i64, place: impl Fn(usize) -> usize) {
    for (month, cents) in (first..).zip(cents) {
        if let Some(cell) = month.checked_sub(1).and_then(|month| row.get_mut(place(month))) {
            *cell += sign * cents;
        }
    }
}

fn position_of(item: ItemId) -> Option<PositionId> {
    match item {
        ItemId::Position(id) => Some(id),
        _ => None,
    }
}

//! What funding looks at in the books: the costs that may be paid, and the own income that pays first.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::account::AccountNumber;
use crate::agreement::FundingAgreement;
use crate::id::{AgreementId, ItemId, PositionId};
use crate::journal::{AccountIndex, ActivityIndex, Rule, Segment, accounts};
use crate::registry::{Account, Registry};
use crate::timeline::{MonthIndex, Timeline};

/// What a cost is and whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct CellKey {
    pub(crate) activity: ActivityIndex,
    pub(crate) account: AccountIndex,
    /// The post it belongs to, for the cost of staff.
    pub(crate) position: Option<PositionId>,
    /// The agreement whose partners it goes to, if it does.
    pub(crate) partners_of: Option<AgreementId>,
}

impl CellKey {
    /// Whether the rules of an agreement let it pay this cost, on `account`.
    pub(crate) fn may_be_paid_by(&self, agreement: &FundingAgreement, account: AccountNumber) -> bool {
        match agreement.pays_its_partners() {
            Some(is_eligible) if self.partners_of == Some(agreement.id) => is_eligible,
            _ => agreement.eligible.allows(account, self.position),
        }
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
                            let partners_of = partners_of(segment.item, run.rule);
                            let key = CellKey { activity: run.activity, account, position, partners_of };
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

fn partners_of(item: ItemId, rule: Rule) -> Option<AgreementId> {
    match (item, rule) {
        (ItemId::Agreement(id), Rule::PartnersShare) => Some(id),
        _ => None,
    }
}

fn position_of(item: ItemId) -> Option<PositionId> {
    match item {
        ItemId::Position(id) => Some(id),
        _ => None,
    }
}

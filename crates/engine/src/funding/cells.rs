//! What funding looks at in the books: the costs that may be paid, and the own income that pays first.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::account::AccountNumber;
use crate::agreement::FundingAgreement;
use crate::funding::moved::MovedCells;
use crate::funding::together::Together;
use crate::id::{AgreementId, ItemId, PositionId};
use crate::journal::{AccountIndex, ActivityIndex, Rule, Segment, accounts};
use crate::registry::{Account, Registry};
use crate::side::Side;
use crate::timeline::{MonthIndex, Timeline};
use crate::view::View;

/// What a cost is and whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct CellKey {
    pub(crate) activity: ActivityIndex,
    pub(crate) account: AccountIndex,
    /// The post it belongs to, for the cost of staff.
    pub(crate) position: Option<PositionId>,
    /// The agreement whose partners it goes to, if it does.
    pub(crate) partners_of: Option<AgreementId>,
    /// Whether a key brought it here from the structure.
    pub(crate) is_shared: bool,
}

impl CellKey {
    /// Whether the rules of an agreement let it pay this cost, on `account`. Where it pays indirect cost at a
    /// flat rate, what is shared out is paid by that alone.
    pub(crate) fn may_be_paid_by(&self, agreement: &FundingAgreement, account: AccountNumber) -> bool {
        match agreement.pays_its_partners() {
            Some(is_eligible) if self.partners_of == Some(agreement.id) => is_eligible,
            _ if self.is_shared && agreement.eligible.flat_rate.is_some() => false,
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
    /// The cells of the items of a view, agreements other than investment grants not yet among them. What
    /// stands together is one cell.
    pub(crate) fn of<'a>(
        segments: impl IntoIterator<Item = &'a Segment>,
        together: &Together,
        registry: &Registry,
        timeline: &Timeline,
    ) -> Self {
        let depreciation = registry.account(accounts::DEPRECIATION_CHARGE);
        let meanings: Vec<Meaning> = (0..)
            .zip(registry.accounts())
            .map(|(place, account)| {
                meaning(account.number, together.account(AccountIndex(place)), together.account(depreciation))
            })
            .collect();
        let (months, years) = (timeline.month_count(), timeline.year_count());
        let mut cells = Self::default();
        for segment in segments {
            let position = position_of(segment.item).map(|position| together.post(position));
            // What stands in the opening is paid already.
            for (run, first, cents) in segment.runs_inside() {
                for (account, side) in [(run.debit, Side::Plus), (run.credit, Side::Minus)] {
                    match meanings[usize::from(account.0)] {
                        Meaning::Cost(account) => {
                            let partners_of = partners_of(segment.item, run.rule);
                            let activity = run.activity;
                            let key = CellKey { activity, account, position, partners_of, is_shared: false };
                            let row = cells.costs.entry(key).or_insert_with(|| alloc::vec![0; months]);
                            side.add_all(row.get_mut(first..).unwrap_or_default(), cents);
                        }
                        Meaning::Income if matches!(segment.item, ItemId::Line(_)) => {
                            let empty = || alloc::vec![0; years];
                            let row = cells.own_income.entry(run.activity).or_insert_with(empty);
                            for (month, cents) in (first..).zip(cents) {
                                if let Some(sum) = row.get_mut(month / 12) {
                                    side.opposite().add(sum, *cents);
                                }
                            }
                        }
                        Meaning::InKind if matches!(segment.item, ItemId::InKind(_)) => {
                            let empty = || alloc::vec![0; months];
                            let row = cells.in_kind.entry(run.activity).or_insert_with(empty);
                            side.add_all(row.get_mut(first..).unwrap_or_default(), cents);
                        }
                        Meaning::Income | Meaning::InKind | Meaning::Other => {}
                    }
                }
            }
        }
        cells
    }

    /// The costs of an activity.
    pub(crate) fn costs_of(&self, activity: ActivityIndex) -> impl Iterator<Item = (&CellKey, &Vec<i64>)> {
        let account = AccountIndex(0);
        let first = CellKey { activity, account, position: None, partners_of: None, is_shared: false };
        self.costs.range(first..).take_while(move |(key, _)| key.activity == activity)
    }
}

impl View {
    /// What funding looks at once shared costs have reached activities.
    pub(crate) fn cells(&self) -> Cells {
        let mut cells = Cells::of(&self.segments, &self.together, &self.registry, &self.timeline);
        self.allocation.moved.apply(&mut cells);
        cells
    }

    /// The same, with other costs together than funding looks at.
    pub(crate) fn cells_by(&self, together: &Together) -> Cells {
        let mut cells = Cells::of(&self.segments, together, &self.registry, &self.timeline);
        MovedCells::of(&self.allocation, None, together, &self.registry).apply(&mut cells);
        cells
    }

    /// Costs where the books have them, every account and every post by itself.
    pub(crate) fn booked_cells(&self) -> Cells {
        Cells::of(&self.segments, &Together::nothing(&self.registry), &self.registry, &self.timeline)
    }
}

/// Whether a cost on this account may be paid.
pub(crate) fn is_cost(number: AccountNumber) -> bool {
    matches!(meaning(number, AccountIndex(0), AccountIndex(0)), Meaning::Cost(_))
}

/// The movements in which funding finds costs, own income or contributions: item, accounts, activity, first
/// month and cents. Payments are not among them.
pub(crate) fn looked_at<'a>(
    segments: impl IntoIterator<Item = &'a Segment>,
    registry: &Registry,
) -> impl Iterator<Item = (ItemId, [AccountIndex; 2], ActivityIndex, MonthIndex, &'a [i64])> {
    let is_other =
        |account: &Account| meaning(account.number, AccountIndex(0), AccountIndex(0)) == Meaning::Other;
    let other: Vec<bool> = registry.accounts().iter().map(is_other).collect();
    let is_looked_at = move |index: &AccountIndex| !other[usize::from(index.0)];
    let items = segments.into_iter().filter(|segment| !matches!(segment.item, ItemId::Agreement(_)));
    let movements = items.flat_map(|segment| {
        let runs = segment.runs();
        runs.map(|(run, cents)| (segment.item, [run.debit, run.credit], run.activity, run.first, cents))
    });
    movements.filter(move |(_, accounts, ..)| accounts.iter().any(&is_looked_at))
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

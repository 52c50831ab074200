//! Dense positions of accounts, activities, tranches and items in one projection.

use alloc::vec::Vec;

use crate::account::AccountNumber;
use crate::check::TOO_MANY;
use crate::condition::Condition;
use crate::diagnostic::{Arg, Diagnostic, Place, Severity};
use crate::id::{ActivityId, AgreementId, ItemId, TrancheId, TreasuryId};
use crate::journal::{AccountIndex, ActivityIndex, SourceIndex, TrancheIndex, accounts};
use crate::plan::Plan;
use crate::schedule::Window;

mod of_plan;

use of_plan::{all_accounts, nodes};

/// An account of a projection: a number, and for treasury the account of the plan it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Account {
    /// Its number.
    pub number: AccountNumber,
    /// The treasury account of the plan, so that two banks numbered 512 stay apart.
    pub treasury: Option<TreasuryId>,
}

/// An activity of a projection with what follows from those above it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Node {
    id: Option<ActivityId>,
    parent: ActivityIndex,
    window: Window,
    conditions: Vec<Condition>,
}

/// Who is where: made once per projection from the sorted ids of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registry {
    accounts: Vec<Account>,
    default_treasury: AccountIndex,
    own_funds: AccountIndex,
    nodes: Vec<Node>,
    tranches: Vec<(TrancheId, AgreementId)>,
    sources: Vec<ItemId>,
}

impl Registry {
    /// The registry of a plan. Items beyond the reach of the indices give a diagnostic.
    #[must_use]
    pub fn new(plan: &Plan) -> (Self, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let mut accounts = all_accounts(plan);
        let mut tranches: Vec<_> = plan
            .agreements
            .iter()
            .flat_map(|agreement| agreement.tranches.iter().map(|tranche| (tranche.id, agreement.id)))
            .collect();
        tranches.sort_unstable();
        let mut nodes = nodes(&plan.activities);
        truncate(&mut accounts, "accounts", &mut diagnostics);
        truncate(&mut tranches, "tranches", &mut diagnostics);
        truncate(&mut nodes, "activities", &mut diagnostics);
        let mut sources = plan.item_ids();
        // Items stand nearly in order, which a stable sort makes use of.
        sources.sort();
        sources.dedup();
        let mut registry = Self {
            accounts,
            default_treasury: AccountIndex(0),
            own_funds: AccountIndex(0),
            nodes,
            tranches,
            sources,
        };
        registry.own_funds = registry.account(accounts::CARRIED_FORWARD);
        let first = plan.treasury.first();
        registry.default_treasury = match first {
            Some(first) => registry.find(first.account, Some(first.id)),
            None => registry.account(accounts::BANK),
        };
        (registry, diagnostics)
    }

    fn find(&self, number: AccountNumber, treasury: Option<TreasuryId>) -> AccountIndex {
        let wanted = Account { number, treasury };
        let place = self.accounts.binary_search(&wanted).unwrap_or_else(|near| near);
        AccountIndex(place.min(self.accounts.len().saturating_sub(1)) as u16)
    }

    /// The place of an account number outside treasury.
    #[must_use]
    pub fn account(&self, number: AccountNumber) -> AccountIndex {
        self.find(number, None)
    }

    /// The place of a treasury account; the default one for none or an unknown one.
    #[must_use]
    pub fn treasury(&self, id: Option<TreasuryId>) -> AccountIndex {
        let position = id.and_then(|id| self.accounts.iter().position(|a| a.treasury == Some(id)));
        position.map_or(self.default_treasury, |place| AccountIndex(place as u16))
    }

    /// Every account in order of its number.
    #[must_use]
    pub fn accounts(&self) -> &[Account] {
        &self.accounts
    }

    /// The account at a place.
    #[must_use]
    pub fn account_at(&self, index: AccountIndex) -> Account {
        let fallback = Account { number: accounts::SUSPENSE, treasury: None };
        self.accounts.get(usize::from(index.0)).copied().unwrap_or(fallback)
    }

    /// Whether money in this account is treasury: a treasury account of the plan, or the bank that
    /// stands in for one.
    #[must_use]
    pub fn is_treasury(&self, index: AccountIndex) -> bool {
        index == self.default_treasury || self.account_at(index).treasury.is_some()
    }

    /// What an account becomes before the horizon: treasury, charges and income are own funds.
    pub(crate) fn in_opening(&self, index: AccountIndex) -> AccountIndex {
        let settled = self.is_treasury(index) || self.account_at(index).number.class() >= 6;
        if settled { self.own_funds } else { index }
    }

    /// How many activities there are, the structure included.
    #[must_use]
    pub fn activity_count(&self) -> usize {
        self.nodes.len()
    }

    /// The place and the dates of an activity; those of the structure for none or an unknown one.
    #[must_use]
    pub fn activity(&self, id: Option<ActivityId>) -> (ActivityIndex, Window) {
        let place = id.and_then(|id| {
            let below_structure = self.nodes.get(1..).unwrap_or_default();
            below_structure.binary_search_by_key(&Some(id), |node| node.id).ok()
        });
        match place {
            Some(place) => (ActivityIndex(place as u16 + 1), self.nodes[place + 1].window),
            None => (ActivityIndex::STRUCTURE, Window::default()),
        }
    }

    /// The activity at a place; `None` for the structure.
    #[must_use]
    pub fn activity_at(&self, index: ActivityIndex) -> Option<ActivityId> {
        self.nodes.get(usize::from(index.0)).and_then(|node| node.id)
    }

    /// Which activities are `root` or below it, by place.
    #[must_use]
    pub fn subtree(&self, root: ActivityIndex) -> Vec<bool> {
        let inside = |mut index: ActivityIndex| {
            for _ in 0..self.nodes.len() {
                if index == root || index == ActivityIndex::STRUCTURE {
                    return index == root;
                }
                index = self.nodes[usize::from(index.0)].parent;
            }
            root == ActivityIndex::STRUCTURE
        };
        (0..self.nodes.len()).map(|place| inside(ActivityIndex(place as u16))).collect()
    }

    /// Every activity after the one above it, those of one in the order of their ids; those above themselves
    /// come last.
    #[must_use]
    pub fn tree_order(&self) -> Vec<ActivityIndex> {
        let mut below: Vec<Vec<usize>> = alloc::vec![Vec::new(); self.nodes.len()];
        for (place, node) in self.nodes.iter().enumerate().skip(1) {
            below[usize::from(node.parent.0)].push(place);
        }
        let mut order = Vec::with_capacity(self.nodes.len());
        let mut known = alloc::vec![false; self.nodes.len()];
        // From the root, then from those that it does not reach.
        for root in 0..self.nodes.len() {
            let mut ahead = alloc::vec![root];
            while let Some(place) = ahead.pop() {
                if !core::mem::replace(&mut known[place], true) {
                    order.push(ActivityIndex(place as u16));
                    ahead.extend(below[place].iter().rev());
                }
            }
        }
        order.retain(|activity| *activity != ActivityIndex::STRUCTURE);
        order
    }

    /// Whether two activities are the same or one is below the other; the structure is itself alone here.
    pub(crate) fn is_same_branch(&self, one: ActivityIndex, other: ActivityIndex) -> bool {
        let is_below = |mut index: ActivityIndex, above: ActivityIndex| {
            (0..self.nodes.len()).any(|_| {
                index = self.nodes.get(usize::from(index.0)).map_or(index, |node| node.parent);
                index == above
            })
        };
        let structure = ActivityIndex::STRUCTURE;
        one == other
            || (one != structure && other != structure && (is_below(one, other) || is_below(other, one)))
    }

    /// Whether an activity takes place in some views only.
    pub(crate) fn is_conditional(&self, index: ActivityIndex) -> bool {
        self.nodes.get(usize::from(index.0)).is_some_and(|node| !node.conditions.is_empty())
    }

    /// Whether every condition of the activity and of those above it holds.
    pub(crate) fn takes_place(&self, index: ActivityIndex, granted: &impl Fn(AgreementId) -> bool) -> bool {
        let conditions = self.nodes.get(usize::from(index.0)).map(|node| &node.conditions);
        conditions.is_none_or(|all| all.iter().all(|condition| condition.holds(granted)))
    }

    /// The place of a tranche; 0 for an unknown one.
    #[must_use]
    pub fn tranche(&self, id: TrancheId) -> TrancheIndex {
        let place = self.tranches.binary_search_by_key(&id, |(tranche, _)| *tranche);
        place.map_or_else(|_| TrancheIndex::default(), |place| TrancheIndex(place as u16 + 1))
    }

    /// The tranche at a place and its agreement; `None` for 0.
    #[must_use]
    pub fn tranche_at(&self, index: TrancheIndex) -> Option<(TrancheId, AgreementId)> {
        usize::from(index.0).checked_sub(1).and_then(|place| self.tranches.get(place)).copied()
    }

    /// The place of an item.
    #[must_use]
    pub fn source(&self, item: ItemId) -> SourceIndex {
        // `ItemId::Frame` sorts first and stands in for anything unknown.
        SourceIndex(self.sources.binary_search(&item).unwrap_or(0) as u32)
    }

    /// The item at a place.
    #[must_use]
    pub fn source_at(&self, index: SourceIndex) -> ItemId {
        self.sources.get(index.0 as usize).copied().unwrap_or(ItemId::Frame)
    }
}

fn truncate<T>(items: &mut Vec<T>, what: &'static str, diagnostics: &mut Vec<Diagnostic>) {
    // One place is left for "none".
    let most = usize::from(u16::MAX) - 1;
    if items.len() > most {
        items.truncate(most);
        let said = Diagnostic::new(TOO_MANY.code, Severity::Error, Place::Whole);
        diagnostics.push(said.with("what", Arg::Text(what.into())));
    }
}

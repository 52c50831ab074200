//! Accounts and posts that nobody who pays tells apart.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use crate::account::AccountNumber;
use crate::funding::cells::{CellKey, is_cost};
use crate::funding::settlement::STAFF_COST;
use crate::id::PositionId;
use crate::journal::AccountIndex;
use crate::plan::Plan;
use crate::registry::Registry;
use crate::rule::ChosenKind;

/// Which costs stand together: those of accounts and of posts that are alike, under the first of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Together {
    /// By place, the account that each of them stands under.
    accounts: Vec<AccountIndex>,
    /// By post, the one that it stands under; posts that are not among them stand by themselves.
    posts: BTreeMap<PositionId, PositionId>,
}

impl Together {
    /// What no agreement, no choice and no ceiling of a plan tells apart.
    pub(crate) fn of(plan: &Plan, registry: &Registry) -> Self {
        // Ceilings and flat rates ask whether a cost is one of staff.
        let mut accounts: Vec<AccountNumber> = alloc::vec![STAFF_COST];
        let mut posts: BTreeSet<PositionId> = BTreeSet::new();
        for agreement in &plan.agreements {
            accounts.extend(&agreement.eligible.accounts);
            posts.extend(&agreement.eligible.positions);
            for chosen in agreement.tranches.iter().flat_map(|tranche| &tranche.chosen) {
                match chosen.cost {
                    ChosenKind::Account(account) => accounts.push(account),
                    ChosenKind::Position(position) => {
                        posts.insert(position);
                    }
                }
            }
        }
        accounts.sort_unstable();
        accounts.dedup();
        let others = plan.positions.iter().map(|position| position.id).filter(|id| !posts.contains(id));
        let first = others.clone().min();
        let posts = others.filter_map(|id| Some((id, first?))).collect();
        Self { accounts: accounts_under(&accounts, registry), posts }
    }

    /// Nothing: every account and every post stands by itself.
    pub(crate) fn nothing(registry: &Registry) -> Self {
        let accounts = (0..).map(AccountIndex).zip(registry.accounts()).map(|(place, _)| place);
        Self { accounts: accounts.collect(), posts: BTreeMap::new() }
    }

    /// What an account stands under.
    pub(crate) fn account(&self, account: AccountIndex) -> AccountIndex {
        self.accounts.get(usize::from(account.0)).copied().unwrap_or(account)
    }

    /// What a post stands under.
    pub(crate) fn post(&self, position: PositionId) -> PositionId {
        self.posts.get(&position).copied().unwrap_or(position)
    }

    /// What a cost stands under.
    pub(crate) fn key(&self, key: &CellKey) -> CellKey {
        let position = key.position.map(|position| self.post(position));
        CellKey { account: self.account(key.account), position, ..*key }
    }
}

/// For each account, the first of those that are under the same of some numbers; an account of no cost
/// stands by itself.
fn accounts_under(numbers: &[AccountNumber], registry: &Registry) -> Vec<AccountIndex> {
    let mut first: BTreeMap<Vec<bool>, AccountIndex> = BTreeMap::new();
    let accounts = (0..).map(AccountIndex).zip(registry.accounts());
    let alike = accounts.map(|(place, account)| {
        if !is_cost(account.number) {
            return place;
        }
        let under = numbers.iter().map(|number| account.number.is_under(*number)).collect();
        *first.entry(under).or_insert(place)
    });
    alike.collect()
}

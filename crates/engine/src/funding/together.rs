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

    /// The same accounts, every post by itself.
    pub(crate) fn with_posts_apart(&self) -> Self {
        Self { accounts: self.accounts.clone(), posts: BTreeMap::new() }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::certainty::Stage;
    use crate::funding::settlement::settle;
    use crate::rule::{PaymentRule, UnspentRule};
    use crate::schedule::ScheduleRule;
    use crate::testing::{account, add_agreement, amount, everything, last, line, plan, position};
    use crate::timing::Timing;
    use alloc::sync::Arc;

    /// Costs on five accounts, three posts; an agreement that pays what is under 606 and the post 41.
    fn named() -> Plan {
        let mut plan = plan(1, "0");
        let cost =
            |(id, number)| Arc::new(line(id, number, ScheduleRule::Monthly(amount("10")), Timing::SameMonth));
        plan.lines.extend((20..).zip([6061, 6063, 613, 615, 648]).map(cost));
        plan.positions.extend([40, 41, 42].map(|id| {
            let mut position = position(id, "2027-01");
            position.gross.insert(position.from, amount("2000"));
            Arc::new(position)
        }));
        add_agreement(&mut plan, 10, Stage::Signed, ("2027-01", "2027-12", "2027-02", "1200"));
        last(&mut plan).payment = PaymentRule::Fixed(UnspentRule::GiveBack);
        last(&mut plan).eligible.accounts.push(account(606));
        last(&mut plan).eligible.positions.push(PositionId(41));
        plan
    }

    #[test]
    fn accounts_and_posts_that_no_agreement_names_stand_together() {
        let plan = named();
        let (registry, _) = Registry::new(&plan);
        let together = Together::of(&plan, &registry);
        let under = |number| together.account(registry.account(account(number)));
        assert_eq!(under(6061), under(6063));
        assert_eq!(under(613), under(615));
        assert_ne!(under(6061), under(613));
        // Whether a cost is one of staff is asked by ceilings and flat rates.
        assert_ne!(under(648), under(613));
        assert_eq!(together.post(PositionId(42)), PositionId(40));
        assert_eq!(together.post(PositionId(41)), PositionId(41));
    }

    #[test]
    fn the_same_is_paid_whether_costs_stand_together_or_not() {
        let view = everything(&named());
        let settled = |cells| {
            let weights = view.plan.frame.weights();
            settle(&view.plan, view.certainty, &weights, &cells, &view.registry, &view.timeline, None)
        };
        let (together, single) = (view.cells(), view.cells_by(&Together::nothing(&view.registry)));
        assert!(together.costs.len() < single.costs.len());
        let (together, single) = (settled(together), settled(single));
        assert_eq!(together.rows.iter().map(|row| row.cents).sum::<i64>(), 120_000);
        assert_eq!((together.classes, together.rows), (single.classes, single.rows));
    }
}

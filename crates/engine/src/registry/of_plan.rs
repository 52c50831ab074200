//! The accounts and activities of a plan.

use alloc::sync::Arc;
use alloc::vec::Vec;

use super::{Account, Node};
use crate::account::AccountNumber;
use crate::activity::Activity;
use crate::funding::award::dedicated_funds;
use crate::id::ActivityId;
use crate::journal::{ActivityIndex, accounts};
use crate::plan::Plan;
use crate::schedule::Window;

/// Every account that a plan names or its rules post to, in order of its number.
pub(super) fn all_accounts(plan: &Plan) -> Vec<Account> {
    let plain = |number: AccountNumber| Account { number, treasury: None };
    let mut all: Vec<Account> = accounts::FIXED.map(plain).into();
    let frame = &plan.frame;
    all.extend(frame.opening.items.iter().map(|item| plain(item.account)));
    all.extend(plan.treasury.iter().map(|t| Account { number: t.account, treasury: Some(t.id) }));
    all.extend(plan.lines.iter().map(|line| plain(line.account)));
    for funder in &plan.funders {
        all.extend([funder.kind.income_account(), funder.kind.claim_account()].map(plain));
    }
    for agreement in &plan.agreements {
        all.extend(agreement.income_account.map(plain));
        let funder = plan.funders.iter().find(|funder| funder.id == agreement.funder);
        if let Some(funder) = funder.filter(|_| agreement.must_find_cost()) {
            all.extend(dedicated_funds(agreement.account_of_income(funder)).map(plain));
            all.push(plain(accounts::ACCRUED));
        }
        if agreement.partners.is_some() {
            all.extend([accounts::AIDS_GRANTED, accounts::ACCRUED].map(plain));
        }
        if agreement.provision.is_some() {
            all.extend(
                [accounts::PROVISIONS, accounts::PROVISION_CHARGE, accounts::PROVISION_INCOME].map(plain),
            );
        }
    }
    if plan.positions.iter().any(|position| position.employer_rate.is_none()) {
        all.extend(accounts::CALCULATED_PAY.map(plain));
    }
    if frame.association.employer.posts_leave_owed {
        all.extend(accounts::OF_LEAVE.map(plain));
    }
    if plan.positions.iter().any(|position| !position.lent.is_empty()) {
        all.push(plain(accounts::STAFF_LENT));
    }
    for investment in &plan.investments {
        all.extend([investment.account, investment.account.depreciation()].map(plain));
    }
    all.extend(plan.loans.iter().map(|loan| plain(loan.account)));
    for item in &plan.in_kind {
        let (usage, resource) = item.kind.accounts();
        all.extend([usage, resource].map(plain));
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// The structure and the activities in order of their ids, with dates and conditions of the chain
/// above each. A cycle is cut where it closes; the check reports it.
pub(super) fn nodes(activities: &[Arc<Activity>]) -> Vec<Node> {
    let mut sorted: Vec<&Activity> = activities.iter().map(|activity| &**activity).collect();
    sorted.sort_by_key(|activity| activity.id);
    sorted.dedup_by_key(|activity| activity.id);
    let place = |id: ActivityId| sorted.binary_search_by_key(&id, |activity| activity.id).ok();
    let structure = Node {
        id: None,
        parent: ActivityIndex::STRUCTURE,
        window: Window::default(),
        conditions: Vec::new(),
    };
    let node = |activity: &&Activity| {
        let parent = activity.parent.and_then(place);
        let (mut window, mut conditions) = (activity.window(), Vec::new());
        conditions.extend(activity.only_if.clone());
        let mut above = parent;
        for _ in 0..sorted.len() {
            let Some(ancestor) = above.and_then(|place| sorted.get(place)) else { break };
            window = window.and(ancestor.window());
            conditions.extend(ancestor.only_if.clone());
            above = ancestor.parent.and_then(place);
        }
        let parent = parent.map_or(ActivityIndex::STRUCTURE, |place| ActivityIndex(place as u16 + 1));
        Node { id: Some(activity.id), parent, window, conditions }
    };
    core::iter::once(structure).chain(sorted.iter().map(node)).collect()
}

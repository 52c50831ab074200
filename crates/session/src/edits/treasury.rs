//! Edits of treasury accounts.

use std::sync::Arc;

use previ_engine::account::AccountNumber;
use previ_engine::diagnostic::{Arg, Diagnostic};
use previ_engine::id::{ItemId, TreasuryId};
use previ_engine::money::Amount;
use previ_engine::plan::Plan;
use previ_engine::treasury::TreasuryAccount;

use super::EditName;
use super::draft::{self, Draft, find, named, whole};
use crate::codes;

/// A change of a treasury account (*compte de trésorerie*).
#[derive(Clone, Debug, PartialEq)]
pub enum TreasuryEdit {
    /// A new account.
    Add {
        /// Name.
        label: String,
        /// Account of class 5, such as 512 or 53.
        account: AccountNumber,
        /// Balance at the start of the plan.
        opening: Amount,
    },
    /// The account goes; refused while anything names it.
    Remove(TreasuryId),
    /// Another name.
    Rename(TreasuryId, String),
    /// Balance at the start of the plan, below zero for an overdraft.
    SetOpening(TreasuryId, Amount),
    /// Whether its money is blocked and out of the cash forecast.
    SetBlocked(TreasuryId, bool),
}

impl TreasuryEdit {
    pub(super) fn name(&self, plan: &Plan) -> EditName {
        let of = |id, account: &TreasuryId| EditName::of(id, plan.label(ItemId::Treasury(*account)));
        match self {
            Self::Add { label, .. } => EditName::of("edit-add-treasury", label),
            Self::Remove(account) => of("edit-remove-treasury", account),
            Self::Rename(account, new) => of("edit-rename", account).with("new", new),
            Self::SetOpening(account, _) => of("edit-set-opening", account),
            Self::SetBlocked(account, _) => of("edit-set-blocked", account),
        }
    }

    pub(super) fn apply(&self, draft: &mut Draft) -> Result<Option<ItemId>, Diagnostic> {
        match self {
            Self::Add { label, account, opening } => {
                let label = named(label)?;
                if account.class() != 5 {
                    return Err(whole(codes::TREASURY_CLASS).with("account", Arg::Account(*account)));
                }
                let id = TreasuryId(draft.id()?);
                draft.plan.treasury.push(Arc::new(TreasuryAccount {
                    id,
                    label,
                    account: *account,
                    opening: *opening,
                    overdraft_limit: None,
                    blocked: false,
                }));
                return Ok(Some(id.into()));
            }
            Self::Remove(id) => {
                draft.refuse_if_used((*id).into(), &users(&draft.plan, *id))?;
                draft::remove(&mut draft.plan.treasury, |account| account.id == *id)?;
            }
            Self::Rename(id, label) => account_mut(draft, *id)?.label = named(label)?,
            Self::SetOpening(id, opening) => account_mut(draft, *id)?.opening = *opening,
            Self::SetBlocked(id, blocked) => account_mut(draft, *id)?.blocked = *blocked,
        }
        Ok(None)
    }
}

fn account_mut(draft: &mut Draft, id: TreasuryId) -> Result<&mut TreasuryAccount, Diagnostic> {
    find(&mut draft.plan.treasury, |account| account.id == id)
}

fn users(plan: &Plan, id: TreasuryId) -> Vec<String> {
    let mut users: Vec<String> = Vec::new();
    let transfers = plan.transfers.iter().filter(|transfer| transfer.from == id || transfer.to == id);
    users.extend(transfers.map(|transfer| transfer.label.clone()));
    let readings = plan.readings.iter().filter(|reading| reading.account == id);
    users.extend(readings.map(|reading| reading.month.to_string()));
    let lines = plan.lines.iter().filter(|line| line.settlement.account == Some(id));
    users.extend(lines.map(|line| line.label.clone()));
    let agreements = plan.agreements.iter().filter(|agreement| agreement.account == Some(id));
    users.extend(agreements.map(|agreement| agreement.label.clone()));
    let investments = plan.investments.iter().filter(|item| item.settlement.account == Some(id));
    users.extend(investments.map(|item| item.label.clone()));
    let loans = plan.loans.iter().filter(|loan| loan.treasury == Some(id));
    users.extend(loans.map(|loan| loan.label.clone()));
    users
}

//! Edits of funding agreements.

use std::sync::Arc;

use previ_engine::account::AccountNumber;
use previ_engine::agreement::{FundingAgreement, FundingLine, Tranche};
use previ_engine::certainty::{Certainty, Stage};
use previ_engine::condition::Condition;
use previ_engine::diagnostic::{Arg, Diagnostic};
use previ_engine::id::{ActivityId, AgreementId, FunderId, ItemId, PositionId, TrancheId};
use previ_engine::money::Amount;
use previ_engine::month::Month;
use previ_engine::plan::Plan;
use previ_engine::rule::{PaymentRule, UnspentRule};
use previ_words::{Language, stage};
use rust_decimal::Decimal;

use super::EditName;
use super::draft::{self, Draft, find, named, whole};
use super::position::not_negative;
use crate::codes;

/// A change of a funding agreement (*convention, subvention*).
#[derive(Clone, Debug, PartialEq)]
pub enum AgreementEdit {
    /// A new agreement with one tranche, decided in its first month.
    Add {
        /// Name.
        label: String,
        /// Who pays.
        funder: FunderId,
        /// Where it stands.
        stage: Stage,
        /// First month it pays for.
        from: Month,
        /// Last month it pays for.
        to: Month,
        /// What was or will be asked.
        asked: Amount,
        /// What it is for; the structure when absent.
        activity: Option<ActivityId>,
    },
    /// The agreement goes, with its tranches.
    Remove(AgreementId),
    /// Another name.
    Rename(AgreementId, String),
    /// Who pays.
    SetFunder(AgreementId, FunderId),
    /// Where it stands.
    SetStage(AgreementId, Stage),
    /// Its certainty; that of its stage when absent.
    SetCertainty(AgreementId, Option<Certainty>),
    /// Its income account, of class 7; that of the funder's kind when absent.
    SetIncomeAccount(AgreementId, Option<AccountNumber>),
    /// How the funder counts what it owes, and what becomes of money not used.
    SetPayment(AgreementId, PaymentRule),
    /// The accounts it may pay, of class 6; every cost of its activities when there are neither accounts
    /// nor posts.
    SetEligibleAccounts(AgreementId, Vec<AccountNumber>),
    /// A post whose cost it may pay, or may no longer pay.
    SetEligiblePosition(AgreementId, PositionId, bool),
    /// A new tranche for the twelve months after the last one, with the same amounts asked.
    AddTranche(AgreementId),
    /// A tranche goes; the last one of an agreement may go too.
    RemoveTranche(TrancheId),
}

impl AgreementEdit {
    pub(super) fn name(&self, plan: &Plan, language: Language) -> EditName {
        let of = |id, agreement: &AgreementId| EditName::of(id, plan.label(ItemId::Agreement(*agreement)));
        match self {
            Self::Add { label, .. } => EditName::of("edit-add-agreement", label),
            Self::Remove(agreement) => of("edit-remove-agreement", agreement),
            Self::Rename(agreement, new) => of("edit-rename", agreement).with("new", new),
            Self::SetFunder(agreement, funder) => {
                of("edit-set-funder", agreement).with("funder", plan.label(ItemId::Funder(*funder)))
            }
            Self::SetStage(agreement, new) => {
                of("edit-set-stage", agreement).with("stage", &stage(language, *new))
            }
            Self::SetCertainty(agreement, _) => of("edit-set-certainty", agreement),
            Self::SetIncomeAccount(agreement, _) => of("edit-set-income-account", agreement),
            Self::SetPayment(agreement, _) => of("edit-set-payment", agreement),
            Self::SetEligibleAccounts(agreement, _) | Self::SetEligiblePosition(agreement, ..) => {
                of("edit-set-eligible", agreement)
            }
            Self::AddTranche(agreement) => of("edit-add-tranche", agreement),
            Self::RemoveTranche(tranche) => {
                EditName::of("edit-remove-tranche", plan.label(ItemId::Tranche(*tranche)))
            }
        }
    }

    pub(super) fn apply(&self, draft: &mut Draft) -> Result<Option<ItemId>, Diagnostic> {
        match self {
            Self::Add { label, funder, stage, from, to, asked, activity } => {
                let label = named(label)?;
                known_funder(&draft.plan, *funder)?;
                draft.known_activity(*activity)?;
                draft::in_order(Some(*from), Some(*to))?;
                not_negative(*asked)?;
                let id = AgreementId(draft.id()?);
                let line = FundingLine::new(*activity, *asked);
                let tranche = Tranche::new(TrancheId(draft.id()?), *from, *to, vec![line]);
                let new = FundingAgreement::new(id, label, *funder, *stage, vec![tranche]);
                draft.plan.agreements.push(Arc::new(new));
                return Ok(Some(id.into()));
            }
            Self::Remove(id) => {
                draft.refuse_if_used((*id).into(), &users(&draft.plan, *id))?;
                draft::remove(&mut draft.plan.agreements, |agreement| agreement.id == *id)?;
            }
            Self::Rename(id, label) => agreement_mut(draft, *id)?.label = named(label)?,
            Self::SetFunder(id, funder) => {
                known_funder(&draft.plan, *funder)?;
                agreement_mut(draft, *id)?.funder = *funder;
            }
            Self::SetStage(id, stage) => agreement_mut(draft, *id)?.stage = *stage,
            Self::SetCertainty(id, certainty) => agreement_mut(draft, *id)?.certainty = *certainty,
            Self::SetIncomeAccount(id, account) => {
                if let Some(account) = account.filter(|account| account.class() != 7) {
                    return Err(whole(codes::INCOME_CLASS).with("account", Arg::Account(account)));
                }
                agreement_mut(draft, *id)?.income_account = *account;
            }
            Self::SetPayment(id, payment) => {
                sound_payment(*payment)?;
                agreement_mut(draft, *id)?.payment = *payment;
            }
            Self::SetEligibleAccounts(id, accounts) => {
                if let Some(account) = accounts.iter().find(|account| account.class() != 6) {
                    return Err(whole(codes::COST_CLASS).with("account", Arg::Account(*account)));
                }
                agreement_mut(draft, *id)?.eligible.accounts.clone_from(accounts);
            }
            Self::SetEligiblePosition(id, position, is_eligible) => {
                let positions = &mut agreement_mut(draft, *id)?.eligible.positions;
                positions.retain(|known| known != position);
                positions.extend(is_eligible.then_some(*position));
            }
            Self::AddTranche(id) => return add_tranche(draft, *id).map(Some),
            Self::RemoveTranche(id) => {
                let has = |agreement: &FundingAgreement| agreement.tranches.iter().any(|t| t.id == *id);
                let agreement = find(&mut draft.plan.agreements, has)?;
                agreement.tranches.retain(|tranche| tranche.id != *id);
            }
        }
        Ok(None)
    }
}

fn agreement_mut(draft: &mut Draft, id: AgreementId) -> Result<&mut FundingAgreement, Diagnostic> {
    find(&mut draft.plan.agreements, |agreement| agreement.id == id)
}

fn known_funder(plan: &Plan, funder: FunderId) -> Result<(), Diagnostic> {
    let known = plan.funders.iter().any(|item| item.id == funder);
    if known { Ok(()) } else { Err(whole(codes::GONE)) }
}

/// A share of cost is a part of the whole.
fn sound_payment(payment: PaymentRule) -> Result<(), Diagnostic> {
    let percent = match payment {
        PaymentRule::Rate(percent) | PaymentRule::Fixed(UnspentRule::Keep { up_to: percent }) => percent,
        PaymentRule::General | PaymentRule::Fixed(_) | PaymentRule::Scale => return Ok(()),
    };
    let is_sound = (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&percent.value());
    let refusal = || whole(codes::RATE).with("percent", Arg::Number(percent.value()));
    if is_sound { Ok(()) } else { Err(refusal()) }
}

fn add_tranche(draft: &mut Draft, agreement: AgreementId) -> Result<ItemId, Diagnostic> {
    let id = TrancheId(draft.id()?);
    let start = draft.plan.frame.timeline().first();
    let agreement = agreement_mut(draft, agreement)?;
    let last = agreement.tranches.iter().max_by_key(|tranche| tranche.to);
    let from = last.map_or(start, |last| last.to.plus(1));
    let none_yet = || vec![FundingLine::new(None, Amount::ZERO)];
    let again = |line: &FundingLine| FundingLine { granted: None, certainty: None, ..line.clone() };
    let lines = last.map_or_else(none_yet, |last| last.lines.iter().map(again).collect());
    agreement.tranches.push(Tranche::new(id, from, from.plus(11), lines));
    Ok(id.into())
}

/// What takes place only if the agreement is granted.
fn users(plan: &Plan, id: AgreementId) -> Vec<String> {
    let names = |condition: &Option<Condition>| {
        condition.as_ref().is_some_and(|condition| condition.agreements().contains(&id))
    };
    let mut users: Vec<String> = Vec::new();
    users.extend(plan.activities.iter().filter(|i| names(&i.only_if)).map(|i| i.label.clone()));
    users.extend(plan.lines.iter().filter(|i| names(&i.only_if)).map(|i| i.label.clone()));
    users.extend(plan.positions.iter().filter(|i| names(&i.only_if)).map(|i| i.label.clone()));
    users.extend(plan.investments.iter().filter(|i| names(&i.only_if)).map(|i| i.label.clone()));
    users.extend(plan.loans.iter().filter(|i| names(&i.only_if)).map(|i| i.label.clone()));
    users.extend(plan.in_kind.iter().filter(|i| names(&i.only_if)).map(|i| i.label.clone()));
    users
}

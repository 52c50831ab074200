//! Edits of funding agreements.

use previ_engine::account::AccountNumber;
use previ_engine::agreement::{FundingAgreement, FundingLine, Tranche};
use previ_engine::certainty::{Certainty, Stage};
use previ_engine::condition::Condition;
use previ_engine::diagnostic::{Arg, Diagnostic};
use previ_engine::id::{AgreementId, FunderId, ItemId, PositionId, TrancheId};
use previ_engine::money::Amount;
use previ_engine::partner::Partnership;
use previ_engine::payment::{Instalment, Trigger};
use previ_engine::plan::Plan;
use previ_engine::provision::Provision;
use previ_engine::rule::{Ceiling, FlatRate, PaymentRule};
use previ_words::{Language, stage};

use super::draft::{self, Draft, find, named, whole};
use super::new_agreement::NewAgreement;
use super::sound::not_negative;
use super::{EditName, sound};
use crate::codes;

/// A change of a funding agreement (*convention, subvention*).
#[derive(Clone, Debug, PartialEq)]
pub enum AgreementEdit {
    /// A new agreement with all its tranches, and its funder if that is new too.
    Add(Box<NewAgreement>),
    /// The agreement goes, with its tranches.
    Remove(AgreementId),
    /// Another name.
    Rename(AgreementId, String),
    /// Who pays.
    SetFunder(AgreementId, FunderId),
    /// Where it stands. Once it is certain, tranches decided later than the first one are favourable only,
    /// where their certainty was not typed.
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
    /// The flat rate at which it counts indirect cost; none when absent.
    SetFlatRate(AgreementId, Option<FlatRate>),
    /// Whether contributions in kind enlarge its base.
    SetInKind(AgreementId, bool),
    /// Limits that it sets on its own money.
    SetCeilings(AgreementId, Vec<Ceiling>),
    /// Provision for money that may go back or never come; none when absent.
    SetProvision(AgreementId, Option<Provision>),
    /// Those who share its money, each with a share of 0 or more, at most the whole together; nobody when absent.
    SetPartners(AgreementId, Option<Partnership>),
    /// What the signed paper promises in all, 0 or more; not known when absent.
    SetTotal(AgreementId, Option<Amount>),
    /// Who follows it in the association; empty for nobody.
    SetPerson(AgreementId, String),
    /// A new tranche for the twelve months after the last one, with the same amounts asked and payments of
    /// the same kind; favourable where the agreement is certain.
    AddTranche(AgreementId),
    /// A tranche goes; the last one of an agreement may go too.
    RemoveTranche(TrancheId),
}

impl AgreementEdit {
    pub(super) fn name(&self, plan: &Plan, language: Language) -> EditName {
        let of = |id, agreement: &AgreementId| EditName::of(id, plan.label(ItemId::Agreement(*agreement)));
        match self {
            Self::Add(new) => EditName::of("edit-add-agreement", &new.label),
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
            Self::SetFlatRate(agreement, _) => of("edit-set-flat-rate", agreement),
            Self::SetInKind(agreement, _) => of("edit-set-counts-in-kind", agreement),
            Self::SetCeilings(agreement, _) => of("edit-set-ceilings", agreement),
            Self::SetProvision(agreement, _) => of("edit-set-provision", agreement),
            Self::SetPartners(agreement, _) => of("edit-set-partners", agreement),
            Self::SetTotal(agreement, _) => of("edit-set-total", agreement),
            Self::SetPerson(agreement, _) => of("edit-set-person", agreement),
            Self::AddTranche(agreement) => of("edit-add-tranche", agreement),
            Self::RemoveTranche(tranche) => {
                EditName::of("edit-remove-tranche", plan.label(ItemId::Tranche(*tranche)))
            }
        }
    }

    pub(super) fn apply(&self, draft: &mut Draft) -> Result<Option<ItemId>, Diagnostic> {
        match self {
            Self::Add(new) => return new.apply(draft).map(Some),
            Self::Remove(id) => {
                draft.refuse_if_used((*id).into(), &users(&draft.plan, *id))?;
                draft::remove(&mut draft.plan.agreements, |agreement| agreement.id == *id)?;
            }
            Self::Rename(id, label) => agreement_mut(draft, *id)?.label = named(label)?,
            Self::SetFunder(id, funder) => {
                known_funder(&draft.plan, *funder)?;
                agreement_mut(draft, *id)?.funder = *funder;
            }
            Self::SetStage(id, stage) => set_stage(agreement_mut(draft, *id)?, *stage),
            Self::SetCertainty(id, certainty) => agreement_mut(draft, *id)?.certainty = *certainty,
            Self::SetIncomeAccount(id, account) => {
                if let Some(account) = account.filter(|account| account.class() != 7) {
                    return Err(whole(codes::INCOME_CLASS).with("account", Arg::Account(account)));
                }
                agreement_mut(draft, *id)?.income_account = *account;
            }
            Self::SetPayment(id, payment) => {
                sound::payment(*payment)?;
                agreement_mut(draft, *id)?.payment = *payment;
            }
            Self::SetEligibleAccounts(id, accounts) => {
                accounts.iter().copied().try_for_each(sound::cost_account)?;
                agreement_mut(draft, *id)?.eligible.accounts.clone_from(accounts);
            }
            Self::SetEligiblePosition(id, position, is_eligible) => {
                let positions = &mut agreement_mut(draft, *id)?.eligible.positions;
                positions.retain(|known| known != position);
                positions.extend(is_eligible.then_some(*position));
            }
            Self::SetFlatRate(id, flat_rate) => {
                flat_rate.map_or(Ok(()), |flat_rate| sound::share(flat_rate.rate))?;
                agreement_mut(draft, *id)?.eligible.flat_rate = *flat_rate;
            }
            Self::SetInKind(id, counts) => agreement_mut(draft, *id)?.eligible.in_kind = *counts,
            Self::SetCeilings(id, ceilings) => {
                ceilings.iter().copied().try_for_each(sound::ceiling)?;
                agreement_mut(draft, *id)?.ceilings.clone_from(ceilings);
            }
            Self::SetProvision(id, provision) => {
                provision.map_or(Ok(()), sound::provision)?;
                agreement_mut(draft, *id)?.provision = *provision;
            }
            Self::SetPartners(id, partners) => {
                partners.as_ref().map_or(Ok(()), sound::partners)?;
                agreement_mut(draft, *id)?.partners.clone_from(partners);
            }
            Self::SetTotal(id, total) => {
                total.map_or(Ok(()), not_negative)?;
                agreement_mut(draft, *id)?.total = *total;
            }
            Self::SetPerson(id, person) => person.trim().clone_into(&mut agreement_mut(draft, *id)?.person),
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

/// A signature makes the first tranche certain, and not those decided in later years: they stay one level
/// below until somebody says otherwise.
fn set_stage(agreement: &mut FundingAgreement, stage: Stage) {
    let is_certain = |stage: Stage| stage.certainty() == Some(Certainty::Certain);
    let becomes_certain = is_certain(stage) && !is_certain(agreement.stage);
    agreement.stage = stage;
    let first = agreement.tranches.iter().map(|tranche| tranche.decision).min();
    for tranche in agreement.tranches.iter_mut().filter(|tranche| Some(tranche.decision) > first) {
        if becomes_certain && tranche.certainty.is_none() {
            tranche.certainty = Some(Certainty::Favourable);
        }
    }
}

fn add_tranche(draft: &mut Draft, agreement: AgreementId) -> Result<ItemId, Diagnostic> {
    let id = TrancheId(draft.id()?);
    let start = draft.plan.frame.timeline().first();
    let agreement = agreement_mut(draft, agreement)?;
    let is_certain = agreement.level() == Some(Certainty::Certain);
    let none_yet = || vec![FundingLine::new(None, Amount::ZERO)];
    let Some(last) = agreement.tranches.iter().max_by_key(|tranche| tranche.to) else {
        agreement.tranches.push(Tranche::new(id, start, start.plus(11), none_yet()));
        return Ok(id.into());
    };
    let from = last.to.plus(1);
    let again = |line: &FundingLine| FundingLine { granted: None, certainty: None, ..line.clone() };
    let lines = last.lines.iter().map(again).collect();
    let later = from.since(last.from);
    let payment = |instalment: &Instalment| {
        let trigger = match instalment.trigger {
            Trigger::InMonth(month) => Trigger::InMonth(month.plus(later)),
            trigger => trigger,
        };
        Instalment::new(instalment.part, trigger)
    };
    let new = Tranche {
        instalments: last.instalments.iter().map(payment).collect(),
        report: last.report.map(|month| month.plus(later)),
        certainty: last.certainty.or(is_certain.then_some(Certainty::Favourable)),
        ..Tranche::new(id, from, from.plus(11), lines)
    };
    agreement.tranches.push(new);
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

//! One agreement with its tranches and payments, as a form.

use previ_engine::account::AccountNumber;
use previ_engine::agreement::Tranche;
use previ_engine::certainty::{Certainty, Stage};
use previ_engine::funder::FunderKind;
use previ_engine::id::{AgreementId, FunderId, PositionId};
use previ_engine::money::Amount;
use previ_engine::partner::Partnership;
use previ_engine::provision::Provision;
use previ_engine::rule::{Ceiling, FlatRate, PaymentRule};

use super::tranche::TrancheForm;
use crate::open::Session;

/// One agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementForm {
    /// Which agreement.
    pub id: AgreementId,
    /// Its name.
    pub label: String,
    /// Who pays.
    pub funder: FunderId,
    /// The funder's name.
    pub funder_name: String,
    /// What the funder is; none if it is not in the plan.
    pub funder_kind: Option<FunderKind>,
    /// Months the funder takes to pay.
    pub delay_months: u8,
    /// Where it stands.
    pub stage: Stage,
    /// The certainty typed, where it is not that of the stage.
    pub typed_certainty: Option<Certainty>,
    /// The certainty that counts; none when refused.
    pub certainty: Option<Certainty>,
    /// The income account typed, where it is not that of the funder's kind.
    pub typed_account: Option<AccountNumber>,
    /// The income account that counts; none without a funder.
    pub account: Option<AccountNumber>,
    /// How the funder counts what it owes.
    pub payment: PaymentRule,
    /// The accounts it may pay.
    pub eligible_accounts: Vec<AccountNumber>,
    /// Every post, with whether it may pay its cost.
    pub eligible_positions: Vec<(PositionId, String, bool)>,
    /// Indirect cost counted at a flat rate.
    pub flat_rate: Option<FlatRate>,
    /// Whether contributions in kind enlarge its base.
    pub counts_in_kind: bool,
    /// Limits that it sets on its own money.
    pub ceilings: Vec<Ceiling>,
    /// Provision for money that may go back or never come.
    pub provision: Option<Provision>,
    /// Those who share its money.
    pub partners: Option<Partnership>,
    /// What of its promise goes to them, in cents.
    pub partners_cents: i64,
    /// What of its promise is the association's, in cents.
    pub own_cents: i64,
    /// Whether it pays for an investment, whose rules are its own.
    pub is_for_investment: bool,
    /// What the signed paper promises in all.
    pub total: Option<Amount>,
    /// What its tranches promise together, in cents.
    pub promised_cents: i64,
    /// What the paper promises beyond its tranches, in cents; below zero where they promise more than the paper,
    /// 0 where the paper says nothing.
    pub beyond_tranches_cents: i64,
    /// Who follows it in the association.
    pub person: String,
    /// Its tranches, in their order.
    pub tranches: Vec<TrancheForm>,
}

impl AgreementForm {
    pub(crate) fn new(session: &Session, id: AgreementId) -> Option<Self> {
        let plan = session.plan();
        let agreement = plan.agreements.iter().find(|agreement| agreement.id == id)?;
        let funder = plan.funders.iter().find(|funder| funder.id == agreement.funder);
        let delay_months = funder.map_or(0, |funder| funder.delay_months);
        let tranche = |tranche| TrancheForm::new(session, agreement, tranche);
        let promised_cents = agreement.tranches.iter().map(Tranche::total_cents).sum();
        let partners_cents =
            agreement.partners.as_ref().map_or(0, |partners| partners.part_of_cents(promised_cents));
        Some(Self {
            id,
            label: agreement.label.clone(),
            funder: agreement.funder,
            funder_name: funder.map(|funder| funder.name.clone()).unwrap_or_default(),
            funder_kind: funder.map(|funder| funder.kind),
            delay_months,
            stage: agreement.stage,
            typed_certainty: agreement.certainty,
            certainty: agreement.level(),
            typed_account: agreement.income_account,
            account: funder.map(|funder| agreement.account_of_income(funder)),
            payment: agreement.payment,
            eligible_accounts: agreement.eligible.accounts.clone(),
            eligible_positions: plan
                .positions
                .iter()
                .map(|post| (post.id, post.label.clone(), agreement.eligible.positions.contains(&post.id)))
                .collect(),
            flat_rate: agreement.eligible.flat_rate,
            counts_in_kind: agreement.eligible.in_kind,
            ceilings: agreement.ceilings.clone(),
            provision: agreement.provision,
            partners: agreement.partners.clone(),
            partners_cents,
            own_cents: promised_cents - partners_cents,
            is_for_investment: agreement.investment.is_some(),
            total: agreement.total,
            promised_cents,
            beyond_tranches_cents: agreement.total.map_or(0, |total| total.cents() - promised_cents),
            person: agreement.person.clone(),
            tranches: agreement.tranches.iter().map(tranche).collect(),
        })
    }
}

//! Funding agreements and their tranches.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::account::AccountNumber;
use crate::certainty::{Certainty, CertaintyView, Stage};
use crate::frame::CertaintyWeights;
use crate::funder::Funder;
use crate::id::{AgreementId, FunderId, InvestmentId, TreasuryId};
use crate::is_default;
use crate::money::Amount;
use crate::month::Month;
use crate::partner::{Answers, Partnership};
use crate::provision::Provision;
use crate::rule::{Ceiling, Eligibility, PaymentRule, UnspentRule};

pub use super::tranche::{Amendment, FundingLine, Tranche};

/// A funding agreement (*convention, subvention, CPO*): one promise of money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FundingAgreement {
    /// Identity.
    pub id: AgreementId,
    /// Name.
    pub label: String,
    /// Who pays.
    pub funder: FunderId,
    /// Where it stands.
    pub stage: Stage,
    /// Certainty, where it is not that of the stage.
    #[serde(default, skip_serializing_if = "is_default")]
    pub certainty: Option<Certainty>,
    /// Income account, where it is not that of the funder's kind.
    #[serde(default, skip_serializing_if = "is_default")]
    pub income_account: Option<AccountNumber>,
    /// The investment it pays for: an investment grant (131), released with the depreciation.
    #[serde(default, skip_serializing_if = "is_default")]
    pub investment: Option<InvestmentId>,
    /// How the funder counts what it owes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub payment: PaymentRule,
    /// The costs it may pay.
    #[serde(default, skip_serializing_if = "is_default")]
    pub eligible: Eligibility,
    /// Limits that it sets on its own money (*plafonds*).
    #[serde(default, skip_serializing_if = "is_default")]
    pub ceilings: Vec<Ceiling>,
    /// Provision for money that may have to go back or may never come; none when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub provision: Option<Provision>,
    /// Those who share its money; nobody when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub partners: Option<Partnership>,
    /// Where its money comes in (*compte de trésorerie*); the first treasury account when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub account: Option<TreasuryId>,
    /// What the signed paper promises in all (*montant de la convention*), 0 or more: its tranches are
    /// compared with it, and nothing is calculated from it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub total: Option<Amount>,
    /// Who follows it in the association (*personne en charge*); empty when nobody was named.
    #[serde(default, skip_serializing_if = "is_default")]
    pub person: String,
    /// Its parts, often one a year.
    pub tranches: Vec<Tranche>,
}

impl FundingAgreement {
    /// A general grant whose certainty and accounts follow from its stage and its funder.
    #[must_use]
    pub fn new(
        id: AgreementId,
        label: String,
        funder: FunderId,
        stage: Stage,
        tranches: Vec<Tranche>,
    ) -> Self {
        Self {
            id,
            label,
            funder,
            stage,
            certainty: None,
            income_account: None,
            investment: None,
            payment: PaymentRule::General,
            eligible: Eligibility::default(),
            ceilings: Vec::new(),
            provision: None,
            partners: None,
            account: None,
            total: None,
            person: String::new(),
            tranches,
        }
    }

    /// Its certainty, tranches and lines with one of their own aside; `None` when refused.
    #[must_use]
    pub fn level(&self) -> Option<Certainty> {
        self.stage.certainty().map(|stage| self.certainty.unwrap_or(stage))
    }

    /// The certainty of a line: its own, else the tranche's, else the agreement's, else the stage's;
    /// `None` when refused, whatever was typed.
    #[must_use]
    pub fn certainty_of(&self, tranche: &Tranche, line: &FundingLine) -> Option<Certainty> {
        let stage = self.stage.certainty()?;
        Some(line.certainty.or(tranche.certainty).or(self.certainty).unwrap_or(stage))
    }

    /// The cents of a line that a view counts, the part of partners who answer themselves left out.
    #[must_use]
    pub fn counted_cents(
        &self,
        tranche: &Tranche,
        line: &FundingLine,
        view: CertaintyView,
        weights: &CertaintyWeights,
    ) -> i64 {
        self.own_cents(self.whole_cents(tranche, line, view, weights))
    }

    /// The cents of a line that a view counts, whoever they are for.
    #[must_use]
    pub fn whole_cents(
        &self,
        tranche: &Tranche,
        line: &FundingLine,
        view: CertaintyView,
        weights: &CertaintyWeights,
    ) -> i64 {
        view.weight(self.certainty_of(tranche, line), weights).of_cents(line.amount().cents())
    }

    /// Whether its money may pay the cost that the shares of its own partners are; `None` where they are none.
    #[must_use]
    pub fn pays_its_partners(&self) -> Option<bool> {
        match self.partners.as_ref()?.answers {
            Answers::EachPartner => None,
            Answers::LeadAlone { is_eligible } => Some(is_eligible),
        }
    }

    /// What cents of the agreement leave to the association: all but the part of partners who answer
    /// themselves to the funder.
    #[must_use]
    pub fn own_cents(&self, cents: i64) -> i64 {
        let agents = self.partners.iter().filter(|partners| partners.answers == Answers::EachPartner);
        agents.fold(cents, |cents, partners| cents - partners.part_of_cents(cents))
    }

    /// Whether it is claimed month by month, as cost occurs or as time goes by, and not at the decision.
    #[must_use]
    pub fn is_claimed(&self) -> bool {
        self.investment.is_none() && matches!(self.payment, PaymentRule::Rate(_) | PaymentRule::Scale)
    }

    /// Whether its money is tied to costs: a lump sum for a project, a share of cost or a scale.
    #[must_use]
    pub fn must_find_cost(&self) -> bool {
        self.payment != PaymentRule::General && self.investment.is_none()
    }

    /// The last month whose cost unspent money of a tranche may pay, when `counts` says which tranches
    /// there are.
    #[must_use]
    pub fn usable_until(&self, tranche: &Tranche, counts: impl Fn(&Tranche) -> bool) -> Month {
        match self.payment {
            PaymentRule::Fixed(UnspentRule::Carry { until }) => {
                let others = self.tranches.iter().filter(|tranche| counts(tranche));
                others.map(|tranche| tranche.to).chain(until).max().unwrap_or(tranche.to).max(tranche.to)
            }
            PaymentRule::General | PaymentRule::Fixed(_) | PaymentRule::Rate(_) | PaymentRule::Scale => {
                tranche.to
            }
        }
    }

    /// Whether a view counts any of its money.
    #[must_use]
    pub fn is_granted(&self, view: CertaintyView, weights: &CertaintyWeights) -> bool {
        self.tranches.iter().any(|tranche| {
            tranche.lines.iter().any(|line| self.whole_cents(tranche, line, view, weights) != 0)
        })
    }

    /// The account of its income: its own, else that of the funder's kind.
    #[must_use]
    pub fn account_of_income(&self, funder: &Funder) -> AccountNumber {
        self.income_account.unwrap_or_else(|| funder.kind.income_account())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::payment::Instalment;
    use crate::payment::{Part, Trigger};
    use crate::projection::project;
    use crate::testing::{add_agreement, amount, everything, figure, month, no_reference, plan};
    use alloc::sync::Arc;

    #[test]
    fn a_two_year_award_is_income_of_each_year_and_deferred_in_between() {
        let mut plan = plan(2, "0");
        add_agreement(&mut plan, 10, Stage::Signed, ("2027-07", "2028-06", "2027-03", "24000"));
        let view = everything(&plan);
        // Six months of twelve lie in each year: 12,000.00 each.
        assert_eq!(figure(&view, "result.2027.741"), 1_200_000);
        assert_eq!(figure(&view, "result.2028.741"), 1_200_000);
        assert_eq!(figure(&view, "balance.2027.487"), 1_200_000);
        assert_eq!(figure(&view, "balance.2028.487"), 0);
        // Without instalments the whole is paid at the decision.
        assert_eq!(figure(&view, "cash.2027-03.grants-state"), 2_400_000);
    }

    #[test]
    fn a_decision_after_the_year_it_pays_for_is_income_when_decided() {
        let mut plan = plan(2, "0");
        add_agreement(&mut plan, 10, Stage::Filed, ("2027-01", "2027-12", "2028-02", "5000"));
        let view = everything(&plan);
        assert_eq!(figure(&view, "result.2027"), 0);
        assert_eq!(figure(&view, "result.2028.741"), 500_000);
    }

    #[test]
    fn an_agreement_that_began_earlier_opens_with_what_is_owed_and_deferred() {
        // Decided in October 2026 for 2026-10 … 2027-09, 1,200.00; paid half at once, half in March 2027.
        let mut plan = plan(1, "0");
        add_agreement(&mut plan, 10, Stage::Running, ("2026-10", "2027-09", "2026-10", "1200"));
        let half = Part::Share("50".parse().unwrap());
        let agreement = Arc::make_mut(&mut plan.agreements[0]);
        agreement.tranches[0].instalments = Vec::from([
            Instalment::new(half, Trigger::OnDecision),
            Instalment::new(half, Trigger::InMonth(month("2027-03"))),
        ]);
        let view = everything(&plan);
        // 600.00 are still owed; nine months of twelve, 900.00, belong to 2027.
        assert_eq!(figure(&view, "balance.opening.441"), 60_000);
        assert_eq!(figure(&view, "balance.opening.487"), 90_000);
        assert_eq!(figure(&view, "result.2027.741"), 90_000);
        assert_eq!(figure(&view, "cash.2027-03"), 60_000);
        assert_eq!(figure(&view, "balance.2027.441"), 0);
    }

    #[test]
    fn each_view_counts_an_uncertain_award_in_its_own_way() {
        let mut plan = plan(1, "0");
        add_agreement(&mut plan, 10, Stage::Filed, ("2027-01", "2027-12", "2027-02", "1000"));
        let projection = project(&plan, &no_reference(), None);
        let result = |view| figure(&projection.view(view), "result.2027");
        assert_eq!(result(CertaintyView::Certain), 0);
        // Filed weighs 50 %.
        assert_eq!(result(CertaintyView::Expected), 50_000);
        assert_eq!(result(CertaintyView::Everything), 100_000);
    }

    #[test]
    fn a_refused_agreement_counts_nowhere_whatever_was_typed() {
        let mut plan = plan(1, "0");
        add_agreement(&mut plan, 10, Stage::Refused, ("2027-01", "2027-12", "2027-02", "1000"));
        Arc::make_mut(&mut plan.agreements[0]).certainty = Some(Certainty::Certain);
        assert_eq!(figure(&everything(&plan), "result.2027"), 0);
    }

    #[test]
    fn amounts_and_shares_of_instalments_scale_with_the_view_and_leave_the_rest_owed() {
        let mut plan = plan(1, "0");
        add_agreement(&mut plan, 10, Stage::Filed, ("2027-01", "2027-12", "2027-02", "1000"));
        let agreement = Arc::make_mut(&mut plan.agreements[0]);
        agreement.tranches[0].instalments = Vec::from([
            Instalment::new(Part::Amount(amount("300")), Trigger::InMonth(month("2027-03"))),
            Instalment::new(Part::Share("50".parse().unwrap()), Trigger::InMonth(month("2027-06"))),
        ]);
        let view = project(&plan, &no_reference(), None).view(CertaintyView::Expected);
        // Half of 300.00, of 500.00 and of the 200.00 that no instalment pays.
        assert_eq!(figure(&view, "cash.2027-03.grants-state"), 15_000);
        assert_eq!(figure(&view, "cash.2027-06.grants-state"), 25_000);
        assert_eq!(figure(&view, "balance.2027.441"), 10_000);
    }
}

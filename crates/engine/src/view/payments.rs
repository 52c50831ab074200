//! The payments of a tranche, as a view counts them.

use alloc::vec::Vec;

use crate::agreement::FundingAgreement;
use crate::funding::expected::TranchePayments;
use crate::id::{AgreementId, TrancheId};
use crate::partner::Answers;
use crate::payment::ExpectedPayment;
use crate::view::View;

impl View {
    /// The payments of a tranche, in the order of its instalments: those that are awaited and those that
    /// came, with what the view counts of each. Empty where the plan has no such tranche or no such funder.
    ///
    /// They are what the journal posts, the months outside the horizon included.
    #[must_use]
    pub fn payments(&self, agreement: AgreementId, tranche: TrancheId) -> &[ExpectedPayment] {
        self.payments_of(agreement, tranche).map_or(&[], |(_, payments)| &payments.expected)
    }

    /// The same, with the money of partners that comes along: what the funder pays and the bank shows.
    #[must_use]
    pub fn arrivals(&self, agreement: AgreementId, tranche: TrancheId) -> Vec<ExpectedPayment> {
        let Some((agreement, payments)) = self.payments_of(agreement, tranche) else { return Vec::new() };
        let mut arrivals = payments.expected.clone();
        let passes_on = agreement.partners.as_ref().is_some_and(|it| it.answers == Answers::EachPartner);
        if passes_on {
            let both = arrivals.iter_mut().zip(&payments.partners_cents);
            both.for_each(|(arrival, partners)| arrival.cents += partners);
        }
        arrivals
    }

    fn payments_of(
        &self,
        agreement: AgreementId,
        tranche: TrancheId,
    ) -> Option<(&FundingAgreement, &TranchePayments)> {
        let mut agreements = self.plan.agreements.iter().zip(self.payments.iter());
        let (agreement, payments) = agreements.find(|(item, _)| item.id == agreement)?;
        let (_, payments) = agreement.tranches.iter().zip(payments).find(|(item, _)| item.id == tranche)?;
        Some((agreement, payments))
    }
}

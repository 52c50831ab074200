//! Investments, their depreciation and the release of the grants that pay for them.

use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::account::AccountNumber;
use crate::agreement::FundingAgreement;
use crate::certainty::CertaintyView;
use crate::condition::Condition;
use crate::frame::CertaintyWeights;
use crate::id::{ActivityId, InvestmentId};
use crate::is_default;
use crate::journal::{Book, Rule, accounts};
use crate::money::{Amount, spread};
use crate::month::Month;
use crate::timing::Settlement;

/// An investment (*investissement*), depreciated evenly by month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Investment {
    /// Identity.
    pub id: InvestmentId,
    /// What is bought.
    pub label: String,
    /// Account of class 2, such as 2183 for computers.
    pub account: AccountNumber,
    /// What it is for; the structure when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub activity: Option<ActivityId>,
    /// Month of the purchase.
    pub purchase: Month,
    /// Cost.
    pub amount: Amount,
    /// First month of use, from which it is depreciated; the month of the purchase when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub in_use: Option<Month>,
    /// Useful life in months, 1 to 600; land has none and is not depreciated.
    #[serde(default, skip_serializing_if = "is_default")]
    pub life_months: Option<u16>,
    /// When and from where it is paid.
    #[serde(default, skip_serializing_if = "is_default")]
    pub settlement: Settlement,
    /// Takes place only if these agreements are granted.
    #[serde(default, skip_serializing_if = "is_default")]
    pub only_if: Option<Condition>,
}

impl Investment {
    /// Month and cents of each month of depreciation of `cents`, adding up to them.
    fn depreciation(&self, cents: i64) -> Vec<(Month, i64)> {
        let Some(months) = self.life_months else { return Vec::new() };
        let first = self.in_use.unwrap_or(self.purchase);
        let weights = alloc::vec![1; usize::from(months.clamp(1, 600))];
        let parts = spread(Decimal::new(cents, 2), &weights);
        (0..).map(|n| first.plus(n)).zip(parts).collect()
    }
}

/// Posts the purchase, its payment and the depreciation.
pub(crate) fn post(investment: &Investment, book: &mut Book<'_>) {
    let asset = book.account(investment.account);
    let supplier = book.account(accounts::ASSET_SUPPLIERS);
    let treasury = book.treasury(investment.settlement.account);
    let charge = book.account(accounts::DEPRECIATION_CHARGE);
    let depreciation = book.account(investment.account.depreciation());
    let cents = investment.amount.cents();
    book.post(investment.purchase, Rule::Investment, asset, supplier, cents);
    investment.settlement.timing.payments(investment.purchase, cents, |due, part| {
        book.post(due, Rule::InvestmentPayment, supplier, treasury, part);
    });
    for (month, part) in investment.depreciation(cents) {
        book.post(month, Rule::Depreciation, charge, depreciation, part);
    }
}

/// Posts the release of an investment grant: each month its share of the depreciation goes to 747
/// through 139, and when all is released 131 and 139 are cleared (PCG art. 312-1, 747 since 2025).
///
/// Money awarded after months of depreciation catches up in the month of its decision.
pub(crate) fn post_grant_release(
    agreement: &FundingAgreement,
    investment: &Investment,
    view: CertaintyView,
    weights: &CertaintyWeights,
    book: &mut Book<'_>,
) {
    let granted = book.account(accounts::INVESTMENT_GRANTS);
    let released = book.account(accounts::INVESTMENT_GRANTS_RELEASED);
    let income = book.account(accounts::INVESTMENT_GRANT_INCOME);
    for tranche in &agreement.tranches {
        book.for_tranche(tranche.id);
        for line in &tranche.lines {
            let cents = agreement.counted_cents(tranche, line, view, weights);
            let (activity, _) = book.context().activity(line.activity);
            book.for_activity(activity);
            let mut last = tranche.decision;
            for (month, part) in investment.depreciation(cents) {
                last = month.max(tranche.decision);
                book.post(last, Rule::InvestmentGrantRelease, released, income, part);
            }
            if investment.life_months.is_some() {
                book.post(last, Rule::InvestmentGrantCleared, granted, released, cents);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::certainty::Stage;
    use crate::testing::{add_agreement, amount, everything, figure, month, plan};
    use alloc::sync::Arc;

    fn computers(purchase: &str) -> Investment {
        Investment {
            id: InvestmentId(20),
            label: String::from("Ordinateurs"),
            account: AccountNumber::of(2183),
            activity: None,
            purchase: month(purchase),
            amount: amount("3600"),
            in_use: None,
            life_months: Some(36),
            settlement: Settlement::default(),
            only_if: None,
        }
    }

    #[test]
    fn a_grant_is_released_with_the_depreciation_it_paid_for() {
        let mut plan = plan(4, "10000");
        plan.investments.push(Arc::new(computers("2027-07")));
        add_agreement(&mut plan, 30, Stage::Signed, ("2027-07", "2030-06", "2027-07", "1800"));
        Arc::make_mut(&mut plan.agreements[0]).investment = Some(InvestmentId(20));
        let view = everything(&plan);
        // 3,600 over 36 months: 100 a month, 600 in 2027; half of it was granted.
        assert_eq!(figure(&view, "result.2027.6811"), 60_000);
        assert_eq!(figure(&view, "result.2027.747"), 30_000);
        assert_eq!(figure(&view, "balance.2027.28183"), 60_000);
        assert_eq!(figure(&view, "balance.2027.139"), 30_000);
        // Wholly released in June 2030: 131 and 139 leave the books.
        assert_eq!(figure(&view, "balance.2029.131"), 180_000);
        assert_eq!(figure(&view, "balance.2030.131"), 0);
        assert_eq!(figure(&view, "balance.2030.139"), 0);
        assert_eq!(figure(&view, "balance.2030.28183"), 360_000);
    }

    #[test]
    fn what_was_bought_before_the_plan_opens_with_its_depreciation() {
        let mut plan = plan(1, "10000");
        plan.investments.push(Arc::new(computers("2026-07")));
        let view = everything(&plan);
        // Six months of 100 before 2027; the price left the bank before the opening balance.
        assert_eq!(figure(&view, "balance.opening.2183"), 360_000);
        assert_eq!(figure(&view, "balance.opening.28183"), 60_000);
        assert_eq!(figure(&view, "balance.opening.512"), 1_000_000);
        assert_eq!(figure(&view, "balance.opening.110"), 1_300_000);
        assert_eq!(figure(&view, "result.2027.6811"), 120_000);
    }
}

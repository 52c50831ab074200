//! Joint projects: an agreement whose money is shared with partners.

use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::agreement::Tranche;
use crate::is_default;
use crate::journal::{ActivityIndex, Book, Rule, accounts};
use crate::money::{Percent, spread};
use crate::payment::ExpectedPayment;
use crate::row::Row;

/// The partners of an agreement that the association leads (*projet collectif, chef de file*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partnership {
    /// Who answers to the funder.
    pub answers: Answers,
    /// The shares of the partners; what is left is the association's.
    pub shares: Vec<PartnerShare>,
    /// Months from a payment of the funder to that of the partners.
    #[serde(default, skip_serializing_if = "is_default")]
    pub delay_months: u8,
}

/// Who answers to the funder for the use of the money, as the convention says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Answers {
    /// The partners are named with their shares: the association passes their money on, 5xx to 468 and 468 to
    /// 5xx, neither its income nor its cost (*mandataire*).
    EachPartner,
    /// The association alone: all of it is its income, what it gives to partners is a cost, 6571
    /// (*seule responsable*).
    LeadAlone {
        /// Whether the agreement itself may pay that cost.
        is_eligible: bool,
    },
}

/// The share of a partner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartnerShare {
    /// Who.
    pub name: String,
    /// Share of the agreement's money.
    pub share: Percent,
}

impl Partnership {
    /// The part of the partners in cents of the agreement, all of them together: never more than the whole.
    #[must_use]
    pub fn part_of_cents(&self, cents: i64) -> i64 {
        self.all_shares().of_cents(cents)
    }

    /// The shares of the partners together, 0 to 100 %.
    #[must_use]
    pub fn all_shares(&self) -> Percent {
        let shares = self.shares.iter().map(|partner| partner.share.value().max(Decimal::ZERO));
        let all = shares.fold(Decimal::ZERO, Decimal::saturating_add).min(Decimal::ONE_HUNDRED);
        Percent::new(all).unwrap_or_default()
    }

    /// The part of the partners in what a line counts, where it is a cost of the association.
    pub(crate) fn cost_cents(&self, counted_cents: i64) -> i64 {
        match self.answers {
            Answers::EachPartner => 0,
            Answers::LeadAlone { .. } => self.part_of_cents(counted_cents),
        }
    }

    /// Posts what a line of a tranche gives to partners as the cost of an activity: in even parts over the months
    /// that the tranche pays for, as income of a lump sum falls to them, so that each fiscal year has the cost
    /// with the money. `counted_cents` is what the view counts of the line before any ceiling, because
    /// what a ceiling leaves depends on this cost.
    pub(crate) fn post_cost(
        &self,
        tranche: &Tranche,
        activity: ActivityIndex,
        counted_cents: i64,
        book: &mut Book<'_>,
    ) {
        let cents = self.cost_cents(counted_cents);
        if cents == 0 {
            return;
        }
        let [cost, owed] = [accounts::AIDS_GRANTED, accounts::ACCRUED].map(|number| book.account(number));
        let months = tranche.to.since(tranche.from).max(0) as usize + 1;
        let cents = spread(Decimal::new(cents, 2), &alloc::vec![1; months]).collect();
        let row = Row { first: tranche.from, cents };
        book.for_activity(activity).post_row(Rule::PartnersShare, cost, owed, &row);
    }

    /// Posts the money of partners: what comes with each payment for them, and what goes to them, so many months
    /// later.
    pub(crate) fn post_money(
        &self,
        payments: impl Iterator<Item = (ExpectedPayment, i64)>,
        account: Option<crate::id::TreasuryId>,
        book: &mut Book<'_>,
    ) {
        let (owed, treasury) = (book.account(accounts::ACCRUED), book.treasury(account));
        for (payment, cents) in payments {
            let later = payment.arrival.plus(self.delay_months.into());
            match self.answers {
                Answers::EachPartner => {
                    book.post(payment.arrival, Rule::PartnersMoney, treasury, owed, cents);
                    book.post(later, Rule::PartnersMoneyPassedOn, owed, treasury, cents);
                }
                Answers::LeadAlone { .. } => {
                    book.post(later, Rule::PartnersSharePayment, owed, treasury, cents);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::certainty::Stage;
    use crate::funder::FunderKind;
    use crate::rule::{PaymentRule, UnspentRule};
    use crate::statement::funding::funding_by_agreement;
    use crate::statement::promise::funding_by_funder;
    use crate::testing::{
        add_agreement, agreement, amount, everything, figure, last, of_project, percent, plan, with_project,
    };

    const GIVE_BACK: PaymentRule = PaymentRule::Fixed(UnspentRule::GiveBack);

    fn partnership(answers: Answers, shares: &[&str], delay_months: u8) -> Option<Partnership> {
        let share = |share: &&str| PartnerShare { name: String::from("Voisins"), share: percent(share) };
        Some(Partnership { answers, shares: shares.iter().map(share).collect(), delay_months })
    }

    #[test]
    fn money_passed_on_is_neither_income_nor_cost() {
        let mut plan = plan(2, "0");
        add_agreement(&mut plan, 10, Stage::Signed, ("2027-07", "2028-06", "2027-03", "24000"));
        last(&mut plan).partners = partnership(Answers::EachPartner, &["30", "10"], 2);
        let view = everything(&plan);
        // 60 % of 24,000.00 = 14,400.00, half of it of each year.
        assert_eq!(figure(&view, "result.2027.741"), 720_000);
        assert_eq!(figure(&view, "balance.2027.487"), 720_000);
        assert_eq!(figure(&view, "result.2028.741"), 720_000);
        assert_eq!(figure(&view, "result.2027.6"), 0);
        // All of it is paid in March; 9,600.00 leave in May.
        assert_eq!(figure(&view, "cash.2027-03.grants-state"), 1_440_000);
        assert_eq!(figure(&view, "cash.2027-03.partners-money"), 960_000);
        assert_eq!(figure(&view, "cash.2027-05.partners-money"), -960_000);
        assert_eq!(figure(&view, "balance.2027.468"), 0);
        assert_eq!(figure(&view, "balance.2027.441"), 0);
        let promise = &funding_by_funder(&view)[0].promise;
        assert_eq!((promise.asked_cents, promise.counted_cents), (1_440_000, 1_440_000));
        assert_eq!(promise.to_come_cents, [0, 0]);
    }

    #[test]
    fn what_partners_get_of_a_share_of_cost_follows_what_the_association_gets() {
        let mut plan = with_project(2);
        plan.lines.push(of_project(20, 611, &[(2027, "8000"), (2028, "0")]));
        agreement(&mut plan, 10, FunderKind::Region, PaymentRule::Rate(percent("50")), &["10000"]);
        last(&mut plan).partners = partnership(Answers::EachPartner, &["40"], 0);
        let view = everything(&plan);
        // 50 % of 8,000.00 = 4,000.00 of the 6,000.00 that are the association's; paid with the report, in June 2028.
        assert_eq!(figure(&view, "result.2027.741"), 400_000);
        assert_eq!(figure(&view, "cash.2028-06.grants-region"), 400_000);
        // In and out in one month.
        assert_eq!(figure(&view, "cash.2028-06.partners-money"), 0);
        assert_eq!(figure(&view, "balance.2028.468"), 0);
        assert_eq!(figure(&view, "balance.2028.441"), 0);
    }

    #[test]
    fn a_share_that_the_agreement_may_not_pay_leaves_its_money_unused() {
        // 1,000.00 granted, 400.00 of it for the partner, 600.00 spent by the association.
        let given_back = |is_eligible| {
            let mut plan = with_project(1);
            plan.lines.push(of_project(20, 611, &[(2027, "600")]));
            agreement(&mut plan, 10, FunderKind::State, GIVE_BACK, &["1000"]);
            last(&mut plan).partners = partnership(Answers::LeadAlone { is_eligible }, &["40"], 0);
            // The accounts that it may pay do not name 6571: what the convention says of partners counts.
            last(&mut plan).eligible.accounts = Vec::from([crate::testing::account(61)]);
            let view = everything(&plan);
            assert_eq!(figure(&view, "result.2027.6571"), 40_000);
            assert_eq!(figure(&view, "result.2027.6@5"), 100_000);
            // Paid with the one payment, in February.
            assert_eq!(figure(&view, "cash.2027-02.expenses-65"), -40_000);
            let row = &funding_by_agreement(&view)[0];
            // Income of the agreement, its partners' cost left out.
            assert_eq!(row.income_cents[0], 100_000 - row.given_back_cents[0]);
            row.given_back_cents[0]
        };
        assert_eq!(given_back(true), 0);
        assert_eq!(given_back(false), 40_000);
    }

    #[test]
    fn another_agreement_may_pay_what_goes_to_partners() {
        let mut plan = with_project(1);
        agreement(&mut plan, 10, FunderKind::State, PaymentRule::General, &["1000"]);
        last(&mut plan).partners = partnership(Answers::LeadAlone { is_eligible: false }, &["40"], 0);
        agreement(&mut plan, 30, FunderKind::Foundation, GIVE_BACK, &["300"]);
        let view = everything(&plan);
        // 400.00 of cost on the project, 300.00 of it paid by the foundation.
        assert_eq!(funding_by_agreement(&view)[1].paid_cents, [30_000]);
        assert_eq!(figure(&view, "result.2027"), 100_000 + 30_000 - 40_000);
    }

    #[test]
    fn shares_above_the_whole_are_the_whole() {
        let partners = partnership(Answers::EachPartner, &["80", "70"], 0).unwrap();
        assert_eq!(partners.part_of_cents(amount("10").cents()), 1_000);
    }
}

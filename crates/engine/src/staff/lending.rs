//! A position shared with other associations.

use alloc::string::String;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::position::Position;
use crate::is_default;
use crate::journal::{ActivityIndex, Book, Rule, accounts};
use crate::money::{Amount, Percent, multiply, to_cents};
use crate::month::Month;
use crate::row::Row;
use crate::schedule::Window;

/// A part of a position's time for another association, which is billed for it (*mise à disposition de
/// personnel facturée*, 7084; Code du travail, art. L8241-2: without profit).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lending {
    /// Who it is lent to.
    pub to: String,
    /// Share of the position's time, 40 meaning 40 %. It leaves that much less for its own activities.
    pub share: Percent,
    /// First month; that of the position when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub from: Option<Month>,
    /// Last month; that of the position when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub until: Option<Month>,
    /// What is billed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub price: LendingPrice,
    /// Months from the work to the receipt.
    #[serde(default, skip_serializing_if = "is_default")]
    pub delay_months: u8,
}

/// What is billed for time lent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum LendingPrice {
    /// Its share of what the position costs (*à prix coûtant*).
    #[default]
    Cost,
    /// An amount each month (*forfait mensuel*).
    Monthly(Amount),
}

impl Lending {
    /// Its months: its own inside those of the position.
    #[must_use]
    pub fn window(&self, position: &Position) -> Window {
        Window { from: self.from, to: self.until }.and(Window { from: Some(position.from), to: position.to })
    }

    /// What is billed of each month, in cents. Running totals of its share of the cost are rounded, and not months.
    fn billed(&self, position: &Position, costs: &Row) -> Row {
        let window = self.window(position);
        let mut billed = Row { first: costs.first, cents: alloc::vec![0; costs.cents.len()] };
        let mut cost = 0_i64;
        let mut total = 0;
        let months = (0..).map(|n| costs.first.plus(n));
        for ((month, of_month), cell) in months.zip(&costs.cents).zip(&mut billed.cents) {
            if !window.contains(month) {
                continue;
            }
            *cell = match self.price {
                LendingPrice::Monthly(amount) => amount.cents(),
                LendingPrice::Cost => {
                    cost = cost.saturating_add(*of_month);
                    let due = to_cents(multiply(Decimal::new(cost, 2), self.share.fraction()));
                    due - core::mem::replace(&mut total, due)
                }
            };
        }
        billed
    }
}

/// The most that a position lends in any month, in percent of its time.
#[must_use]
pub fn most_lent(position: &Position) -> Decimal {
    // The most is lent in a month in which something begins to be.
    let starts = position.lent.iter().map(|lending| lending.from.unwrap_or(position.from).max(position.from));
    let lent = starts.map(|month| {
        let here = position.lent.iter().filter(|lending| lending.window(position).contains(month));
        here.map(|lending| lending.share.value()).fold(Decimal::ZERO, Decimal::saturating_add)
    });
    lent.max().unwrap_or(Decimal::ZERO)
}

/// Posts the time of a position that other associations pay for. `costs` are pay and contributions of each of its
/// months, in cents.
///
/// The income is the structure's: what is lent is a part of the time that no activity takes.
pub(super) fn post(position: &Position, costs: &Row, book: &mut Book<'_>) {
    if position.lent.is_empty() {
        return;
    }
    let [customers, income] = [accounts::CUSTOMERS, accounts::STAFF_LENT].map(|number| book.account(number));
    let treasury = book.treasury(None);
    book.for_activity(ActivityIndex::STRUCTURE);
    for lending in &position.lent {
        let mut row = lending.billed(position, costs);
        book.post_row(Rule::Lending, customers, income, &row);
        row.first = row.first.plus(lending.delay_months.into());
        book.post_row(Rule::LendingReceipt, treasury, customers, &row);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{amount, everything, figure, month, plan};
    use alloc::collections::BTreeMap;
    use alloc::sync::Arc;
    use alloc::vec::Vec;

    /// A post of 2,800.00 a month.
    fn position(lent: Vec<Lending>) -> Position {
        Position {
            lent,
            gross: BTreeMap::from([(month("2026-06"), amount("2000"))]),
            ..crate::testing::position(20, "2026-06")
        }
    }

    fn lending(share: &str) -> Lending {
        Lending {
            to: String::from("La Ruche"),
            share: share.parse().unwrap(),
            from: None,
            until: None,
            price: LendingPrice::Cost,
            delay_months: 0,
        }
    }

    #[test]
    fn time_lent_at_cost_bills_its_share_of_pay_and_contributions() {
        let mut plan = plan(1, "100000");
        plan.positions.push(Arc::new(position(Vec::from([Lending { delay_months: 2, ..lending("25") }]))));
        let view = everything(&plan);
        // 25 % of 2,800.00 = 700.00 a month; the cost itself stays whole.
        assert_eq!(figure(&view, "result.2027.7084"), 12 * 70_000);
        assert_eq!(figure(&view, "result.2027.6"), 12 * 280_000);
        // November and December 2026 are received in January and February, November and December 2027 later.
        assert_eq!(figure(&view, "balance.opening.411"), 2 * 70_000);
        assert_eq!(figure(&view, "cash.2027-01.income-70"), 70_000);
        assert_eq!(figure(&view, "balance.2027.411"), 2 * 70_000);
    }

    #[test]
    fn cents_of_a_share_are_rounded_over_its_months_together() {
        let mut plan = plan(1, "100000");
        let from = Some(month("2027-01"));
        plan.positions.push(Arc::new(position(Vec::from([Lending { from, ..lending("33.3335") }]))));
        let view = everything(&plan);
        // 33.3335 % of 2,800.00 = 933.338: 933.34, then 1,866.676 − 933.34 = 933.34, 2,800.014 − 1,866.68 = 933.33.
        let months = ["2027-01", "2027-02", "2027-03"];
        let came = months.map(|month| figure(&view, &alloc::format!("cash.{month}.income-70")));
        assert_eq!(came, [93_334, 93_334, 93_333]);
        // 33,600.00 × 33.3335 % = 11,200.056.
        assert_eq!(figure(&view, "result.2027.7084"), 1_120_006);
    }

    #[test]
    fn a_monthly_amount_is_billed_in_the_months_of_both() {
        let mut plan = plan(1, "100000");
        let (from, until) = (Some(month("2026-01")), Some(month("2027-03")));
        let price = LendingPrice::Monthly(amount("500"));
        let mut lent = position(Vec::from([Lending { from, until, price, ..lending("20") }]));
        lent.from = month("2027-02");
        lent.gross = BTreeMap::from([(lent.from, amount("2000"))]);
        plan.positions.push(Arc::new(lent));
        let view = everything(&plan);
        // February and March.
        assert_eq!(figure(&view, "result.2027.7084"), 2 * 50_000);
        assert_eq!(figure(&view, "balance.2027.411"), 0);
    }
}

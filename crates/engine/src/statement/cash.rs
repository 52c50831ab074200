//! The cash forecast.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::account::AccountNumber;
use crate::funder::FunderKind;
use crate::journal::{Rule, Segment};
use crate::money::{multiply, to_cents};
use crate::month::Month;
use crate::timeline::MonthIndex;
use crate::view::View;

/// A row of the cash forecast: what money was for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CashRow {
    /// Own income of a heading, 70 to 79, dues and gifts apart.
    Income(u8),
    /// Dues (756).
    Dues,
    /// Gifts and collections (754).
    Gifts,
    /// Payments of agreements, by kind of funder.
    Grants(FunderKind),
    /// Claims of the opening balance.
    OpeningReceipts,
    /// Money of loans.
    LoansDrawn,
    /// Expenses of a heading, 60 to 69.
    Expenses(u8),
    /// Net pay.
    NetPay,
    /// Social contributions.
    Contributions,
    /// Investments.
    Investments,
    /// Loans repaid and their interest.
    LoanRepayments,
    /// Debts of the opening balance.
    OpeningPayments,
    /// Money of partners, in and out (*argent des partenaires, en transit*).
    PartnersMoney,
    /// Transfers from and to blocked accounts.
    Transfers,
    /// Differences with bank statements.
    Readings,
}

impl CashRow {
    /// How many rows there are.
    pub const COUNT: usize = 10 + 2 + FunderKind::ALL.len() + 2 + 10 + 8;

    /// All rows, receipts first.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut all: Vec<Self> = (70..80).map(Self::Income).collect();
        all.extend([Self::Dues, Self::Gifts]);
        all.extend(FunderKind::ALL.map(Self::Grants));
        all.extend([Self::OpeningReceipts, Self::LoansDrawn]);
        all.extend((60..70).map(Self::Expenses));
        all.extend([
            Self::NetPay,
            Self::Contributions,
            Self::Investments,
            Self::LoanRepayments,
            Self::OpeningPayments,
            Self::PartnersMoney,
            Self::Transfers,
            Self::Readings,
        ]);
        all
    }

    /// The row of the entries of a segment that touch treasury, by rule.
    #[must_use]
    pub fn of(segment: &Segment, rule: Rule) -> Self {
        match rule {
            Rule::Expense
            | Rule::ExpensePayment
            | Rule::Income
            | Rule::IncomeReceipt
            | Rule::Award
            | Rule::DeferredIncome
            | Rule::Instalment
            | Rule::DedicatedFundsCarried
            | Rule::DedicatedFundsUsed
            | Rule::GivenBack
            | Rule::GivenBackPayment
            | Rule::ProvisionMade
            | Rule::ProvisionReleased
            | Rule::InvestmentGrantAward
            | Rule::InvestmentGrantRelease
            | Rule::InvestmentGrantCleared => segment.own_row,
            Rule::Opening | Rule::OpeningReceipt => Self::OpeningReceipts,
            Rule::OpeningPayment => Self::OpeningPayments,
            Rule::Pay | Rule::LeaveOwed | Rule::NetPayPayment => Self::NetPay,
            Rule::EmployerContributions | Rule::SalaryTax | Rule::ContributionsPayment => Self::Contributions,
            Rule::Investment | Rule::InvestmentPayment | Rule::Depreciation => Self::Investments,
            Rule::LoanDrawn => Self::LoansDrawn,
            Rule::LoanRepayment | Rule::LoanInterest => Self::LoanRepayments,
            Rule::PartnersMoney | Rule::PartnersMoneyPassedOn => Self::PartnersMoney,
            Rule::PartnersShare | Rule::PartnersSharePayment => Self::Expenses(65),
            Rule::Lending | Rule::LendingReceipt => Self::Income(70),
            Rule::Transfer => Self::Transfers,
            Rule::Reading | Rule::InKind | Rule::Appropriation => Self::Readings,
        }
    }

    /// The row of the money of a budget line.
    pub(crate) fn of_line(account: AccountNumber) -> Self {
        match (account.class(), account.prefix(3)) {
            (7, 756) => Self::Dues,
            (7, 754) => Self::Gifts,
            (7, _) => Self::Income(account.prefix(2).clamp(70, 79) as u8),
            (_, _) => Self::Expenses(account.prefix(2).clamp(60, 69) as u8),
        }
    }

    /// Whether it stands among the receipts.
    #[must_use]
    pub fn is_receipt(self) -> bool {
        self < Self::Expenses(60)
    }

    /// Its place among [`CashRow::all`].
    #[must_use]
    pub fn place(self) -> usize {
        let grants = 12;
        let after_grants = grants + FunderKind::ALL.len();
        match self {
            Self::Income(heading) => usize::from(heading.clamp(70, 79) - 70),
            Self::Dues => 10,
            Self::Gifts => 11,
            Self::Grants(kind) => grants + kind as usize,
            Self::OpeningReceipts => after_grants,
            Self::LoansDrawn => after_grants + 1,
            Self::Expenses(heading) => after_grants + 2 + usize::from(heading.clamp(60, 69) - 60),
            Self::NetPay => after_grants + 12,
            Self::Contributions => after_grants + 13,
            Self::Investments => after_grants + 14,
            Self::LoanRepayments => after_grants + 15,
            Self::OpeningPayments => after_grants + 16,
            Self::PartnersMoney => after_grants + 17,
            Self::Transfers => after_grants + 18,
            Self::Readings => after_grants + 19,
        }
    }
}

/// The cash forecast (*plan de trésorerie*), by month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CashForecast {
    /// The months, one per column.
    pub months: Vec<Month>,
    /// Usable treasury at the start of each month.
    pub opening_cents: Vec<i64>,
    /// Receipts, rows without any amount left out.
    pub receipts: Vec<CashLine>,
    /// Payments, below zero, rows without any amount left out.
    pub payments: Vec<CashLine>,
    /// Usable treasury at the end of each month.
    pub closing_cents: Vec<i64>,
    /// The worst that can happen inside the month: all payments before all receipts.
    pub worst_cents: Vec<i64>,
    /// Cash to keep, if the plan sets a target.
    pub reserve_cents: Option<Vec<i64>>,
    /// The lowest month end of each fiscal year: month and cents.
    pub low_points: Vec<(Month, i64)>,
    /// The first month that ends below zero.
    pub first_negative_end: Option<Month>,
    /// The first month inside which cash may fall below zero.
    pub first_negative_inside: Option<Month>,
}

/// A row of the cash forecast with its movements by month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CashLine {
    /// Which row.
    pub row: CashRow,
    /// Movement of usable treasury by month.
    pub cents: Vec<i64>,
}

/// The cash forecast of a view.
#[must_use]
pub fn cash_forecast(view: &View) -> CashForecast {
    let timeline = view.timeline();
    let months: Vec<Month> = timeline.months().collect();
    let indices = || (1..=months.len() as u16).map(MonthIndex);
    let closing_cents: Vec<i64> = indices().map(|month| view.cubes.usable(month)).collect();
    let start = view.cubes.usable(MonthIndex::OPENING);
    let opening_cents: Vec<i64> =
        core::iter::once(start).chain(closing_cents.iter().copied()).take(months.len()).collect();
    let worst_cents: Vec<i64> =
        opening_cents.iter().zip(indices()).map(|(open, month)| open - view.cubes.outflow(month)).collect();
    let lines = CashRow::all()
        .into_iter()
        .map(|row| CashLine { row, cents: indices().map(|month| view.cubes.cash(row, month)).collect() });
    let (receipts, payments) =
        lines.filter(|line| line.cents.iter().any(|c| *c != 0)).partition(|line| line.row.is_receipt());
    let low_points = closing_cents.chunks(12).zip(months.chunks(12)).filter_map(|(cents, months)| {
        months.iter().copied().zip(cents.iter().copied()).min_by_key(|(_, cents)| *cents)
    });
    let first_below = |cents: &[i64]| cents.iter().position(|cents| *cents < 0).map(|place| months[place]);
    CashForecast {
        low_points: low_points.collect(),
        first_negative_end: first_below(&closing_cents),
        first_negative_inside: first_below(&worst_cents),
        reserve_cents: reserve(view),
        months,
        opening_cents,
        receipts,
        payments,
        closing_cents,
        worst_cents,
    }
}

/// The cash to keep each month: the target in months times a twelfth of the payments of the year.
fn reserve(view: &View) -> Option<Vec<i64>> {
    let target = view.plan().frame.assumptions.reserve_months?;
    let year_reserve = |year: usize| {
        let paid: i64 =
            view.timeline().months_of(year).map(|month| view.cubes.outflow(MonthIndex(month))).sum();
        to_cents(multiply(Decimal::new(paid, 2), target.value()) / Decimal::from(12))
    };
    let by_year = (0..view.timeline().year_count()).map(year_reserve);
    Some(by_year.flat_map(|cents| core::iter::repeat_n(cents, 12)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_stands_at_its_own_place() {
        let places: Vec<usize> = CashRow::all().into_iter().map(CashRow::place).collect();
        assert_eq!(places, (0..CashRow::COUNT).collect::<Vec<_>>());
    }
}

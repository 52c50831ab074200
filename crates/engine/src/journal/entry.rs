//! Dated movements between two accounts, in whole cents, and why they exist.

use crate::timeline::MonthIndex;

/// Position of an account in a projection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountIndex(pub u16);

/// Position of an activity in a projection; 0 is the structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActivityIndex(pub u16);

impl ActivityIndex {
    /// The structure itself, root of the tree.
    pub const STRUCTURE: Self = Self(0);
}

/// Position of a tranche in a projection; 0 is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TrancheIndex(pub u16);

/// Position of a plan item in a projection; 0 is the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceIndex(pub u32);

/// Why an entry exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Rule {
    /// The situation at the start (*à-nouveau*).
    Opening,
    /// A claim of the opening balance comes in.
    OpeningReceipt,
    /// A debt of the opening balance is paid.
    OpeningPayment,
    /// An expense of a budget line (*charge*).
    Expense,
    /// Its payment (*règlement*).
    ExpensePayment,
    /// An own income of a budget line (*produit*).
    Income,
    /// Its receipt (*encaissement*).
    IncomeReceipt,
    /// Gross pay, net and employee's share (*salaires*).
    Pay,
    /// Employer's contributions (*charges patronales*).
    EmployerContributions,
    /// Tax on salaries (*taxe sur les salaires*).
    SalaryTax,
    /// Leave that is owed at a year's end (*provision pour congés payés*).
    LeaveOwed,
    /// Net pay is paid.
    NetPayPayment,
    /// Contributions are paid.
    ContributionsPayment,
    /// Time of a post is billed to another association (*mise à disposition*).
    Lending,
    /// It is received.
    LendingReceipt,
    /// A tranche is decided (*notification*).
    Award,
    /// The share of a later fiscal year becomes income (*produit constaté d'avance*).
    DeferredIncome,
    /// A payment of a tranche (*versement*).
    Instalment,
    /// Unspent money of a project is carried over (*report en fonds dédiés*).
    DedicatedFundsCarried,
    /// Money carried over is used (*utilisation de fonds dédiés*).
    DedicatedFundsUsed,
    /// Unspent money is owed to the funder (*à reverser*).
    GivenBack,
    /// It is paid (*reversement*).
    GivenBackPayment,
    /// Money of partners comes with that of the association (*encaissé pour leur compte*).
    PartnersMoney,
    /// It goes to them.
    PartnersMoneyPassedOn,
    /// The share of partners is a cost (*aide financière octroyée*).
    PartnersShare,
    /// It is paid.
    PartnersSharePayment,
    /// A part of money earned or received is set aside (*dotation à une provision*).
    ProvisionMade,
    /// What was set aside is no longer needed (*reprise de provision*).
    ProvisionReleased,
    /// An investment grant is decided.
    InvestmentGrantAward,
    /// Its share of the depreciation becomes income (*quote-part virée au résultat*).
    InvestmentGrantRelease,
    /// An investment grant wholly released leaves the books.
    InvestmentGrantCleared,
    /// An investment is bought (*acquisition*).
    Investment,
    /// It is paid.
    InvestmentPayment,
    /// It loses value (*amortissement*).
    Depreciation,
    /// Money of a loan comes (*déblocage*).
    LoanDrawn,
    /// A part of the debt is repaid.
    LoanRepayment,
    /// Interest is paid.
    LoanInterest,
    /// A contribution in kind.
    InKind,
    /// A transfer between treasury accounts.
    Transfer,
    /// The difference with a bank statement (*écart à expliquer*).
    Reading,
    /// The result is appropriated (*affectation*).
    Appropriation,
}

impl Rule {
    /// All rules, in order.
    pub const ALL: [Self; 41] = [
        Self::Opening,
        Self::OpeningReceipt,
        Self::OpeningPayment,
        Self::Expense,
        Self::ExpensePayment,
        Self::Income,
        Self::IncomeReceipt,
        Self::Pay,
        Self::EmployerContributions,
        Self::SalaryTax,
        Self::LeaveOwed,
        Self::NetPayPayment,
        Self::ContributionsPayment,
        Self::Lending,
        Self::LendingReceipt,
        Self::Award,
        Self::DeferredIncome,
        Self::Instalment,
        Self::DedicatedFundsCarried,
        Self::DedicatedFundsUsed,
        Self::GivenBack,
        Self::GivenBackPayment,
        Self::PartnersMoney,
        Self::PartnersMoneyPassedOn,
        Self::PartnersShare,
        Self::PartnersSharePayment,
        Self::ProvisionMade,
        Self::ProvisionReleased,
        Self::InvestmentGrantAward,
        Self::InvestmentGrantRelease,
        Self::InvestmentGrantCleared,
        Self::Investment,
        Self::InvestmentPayment,
        Self::Depreciation,
        Self::LoanDrawn,
        Self::LoanRepayment,
        Self::LoanInterest,
        Self::InKind,
        Self::Transfer,
        Self::Reading,
        Self::Appropriation,
    ];
}

/// One movement from one account to another; it balances because it cannot do otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// How much, always above zero.
    pub amount_cents: i64,
    /// The plan item it comes from.
    pub source: SourceIndex,
    /// When; 0 for the opening.
    pub month: MonthIndex,
    /// The account debited.
    pub debit: AccountIndex,
    /// The account credited.
    pub credit: AccountIndex,
    /// What it is for.
    pub activity: ActivityIndex,
    /// The tranche it belongs to, if any.
    pub tranche: TrancheIndex,
    /// Why it exists.
    pub rule: Rule,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_takes_24_bytes() {
        assert_eq!(size_of::<Entry>(), 24);
    }
}

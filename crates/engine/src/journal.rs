//! The journal: dated movements between two accounts, in whole cents.

use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::account::AccountNumber;
use crate::cash::CashRow;
use crate::frame::{ContributionRhythm, Frame, Index};
use crate::id::{ActivityId, ItemId, TrancheId, TreasuryId};
use crate::month::Month;
use crate::registry::Registry;
use crate::schedule::Window;
use crate::timeline::{MonthIndex, Timeline};

/// Account numbers fixed by the rules (ANC 2018-06 as in force since 2025).
pub mod accounts {
    use crate::account::AccountNumber;

    const fn of(number: u32) -> AccountNumber {
        AccountNumber::of(number)
    }

    /// Réserves pour projet de l'entité.
    pub const PROJECT_RESERVES: AccountNumber = of(1068);
    /// Report à nouveau, creditor; 119 when it shows a debit.
    pub const CARRIED_FORWARD: AccountNumber = of(110);
    /// Résultat: 120 when it is an excess, 129 when it is a deficit.
    pub const RESULT: AccountNumber = of(120);
    /// Subventions d'investissement.
    pub const INVESTMENT_GRANTS: AccountNumber = of(131);
    /// Subventions d'investissement inscrites au compte de résultat.
    pub const INVESTMENT_GRANTS_RELEASED: AccountNumber = of(139);
    /// Emprunts auprès des établissements de crédit.
    pub const BANK_LOANS: AccountNumber = of(164);
    /// Fournisseurs.
    pub const SUPPLIERS: AccountNumber = of(401);
    /// Fournisseurs d'immobilisations.
    pub const ASSET_SUPPLIERS: AccountNumber = of(404);
    /// Usagers, clients.
    pub const CUSTOMERS: AccountNumber = of(411);
    /// Personnel, rémunérations dues.
    pub const STAFF: AccountNumber = of(421);
    /// Sécurité sociale.
    pub const SOCIAL_SECURITY: AccountNumber = of(431);
    /// Compte d'attente.
    pub const SUSPENSE: AccountNumber = of(471);
    /// Produits constatés d'avance.
    pub const DEFERRED_INCOME: AccountNumber = of(487);
    /// Banques.
    pub const BANK: AccountNumber = of(512);
    /// Rémunérations du personnel.
    pub const PAY: AccountNumber = of(641);
    /// Charges de sécurité sociale et de prévoyance.
    pub const CONTRIBUTIONS: AccountNumber = of(645);
    /// Intérêts des emprunts.
    pub const LOAN_INTEREST: AccountNumber = of(6611);
    /// Dotations aux amortissements sur immobilisations.
    pub const DEPRECIATION_CHARGE: AccountNumber = of(6811);
    /// Quote-part des subventions d'investissement virée au résultat.
    pub const INVESTMENT_GRANT_INCOME: AccountNumber = of(747);

    /// All of the above: every projection knows them.
    pub const FIXED: [AccountNumber; 20] = [
        PROJECT_RESERVES,
        CARRIED_FORWARD,
        RESULT,
        INVESTMENT_GRANTS,
        INVESTMENT_GRANTS_RELEASED,
        BANK_LOANS,
        SUPPLIERS,
        ASSET_SUPPLIERS,
        CUSTOMERS,
        STAFF,
        SOCIAL_SECURITY,
        SUSPENSE,
        DEFERRED_INCOME,
        BANK,
        PAY,
        CONTRIBUTIONS,
        LOAN_INTEREST,
        DEPRECIATION_CHARGE,
        INVESTMENT_GRANT_INCOME,
        of(441),
    ];
}

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
    /// Net pay is paid.
    NetPayPayment,
    /// Contributions are paid.
    ContributionsPayment,
    /// A tranche is decided (*notification*).
    Award,
    /// The share of a later fiscal year becomes income (*produit constaté d'avance*).
    DeferredIncome,
    /// A payment of a tranche (*versement*).
    Instalment,
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
    pub const ALL: [Self; 27] = [
        Self::Opening,
        Self::OpeningReceipt,
        Self::OpeningPayment,
        Self::Expense,
        Self::ExpensePayment,
        Self::Income,
        Self::IncomeReceipt,
        Self::Pay,
        Self::EmployerContributions,
        Self::NetPayPayment,
        Self::ContributionsPayment,
        Self::Award,
        Self::DeferredIncome,
        Self::Instalment,
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

/// The entries of one plan item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The item.
    pub item: ItemId,
    /// The cash row of its own money, where the rule does not say it: lines and agreements.
    pub own_row: CashRow,
    /// Its entries, in the order of their rules.
    pub entries: Arc<[Entry]>,
}

impl Segment {
    /// The segment of an item whose cash rows follow from its rules.
    pub(crate) fn new(item: ItemId, book: Book<'_>) -> Self {
        Self { item, own_row: CashRow::Readings, entries: book.entries() }
    }
}

/// What posting needs to know of the rest of the plan.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub(crate) frame: &'a Frame,
    pub(crate) timeline: &'a Timeline,
    pub(crate) registry: &'a Registry,
}

impl<'a> Context<'a> {
    /// The months of the projection.
    #[must_use]
    pub fn timeline(&self) -> &'a Timeline {
        self.timeline
    }

    /// The named indexes.
    #[must_use]
    pub fn indexes(&self) -> &'a [Index] {
        &self.frame.assumptions.indexes
    }

    /// The rhythm of social contributions.
    #[must_use]
    pub fn contributions(&self) -> ContributionRhythm {
        self.frame.association.contributions
    }

    /// An activity's index and dates; the structure for none or an unknown one.
    #[must_use]
    pub fn activity(&self, id: Option<ActivityId>) -> (ActivityIndex, Window) {
        self.registry.activity(id)
    }
}

/// Collects the entries of one plan item, in a list that goes from item to item.
pub(crate) struct Book<'a> {
    context: &'a Context<'a>,
    source: SourceIndex,
    activity: ActivityIndex,
    tranche: TrancheIndex,
    entries: &'a mut Vec<Entry>,
}

impl<'a> Book<'a> {
    pub(crate) fn new(
        context: &'a Context<'a>,
        item: ItemId,
        activity: ActivityIndex,
        entries: &'a mut Vec<Entry>,
    ) -> Self {
        let source = context.registry.source(item);
        entries.clear();
        Self { context, source, activity, tranche: TrancheIndex::default(), entries }
    }

    pub(crate) fn context(&self) -> &'a Context<'a> {
        self.context
    }

    pub(crate) fn timeline(&self) -> &'a Timeline {
        self.context.timeline
    }

    pub(crate) fn account(&self, number: AccountNumber) -> AccountIndex {
        self.context.registry.account(number)
    }

    pub(crate) fn treasury(&self, id: Option<TreasuryId>) -> AccountIndex {
        self.context.registry.treasury(id)
    }

    /// Entries from here on are for `activity`.
    pub(crate) fn for_activity(&mut self, activity: ActivityIndex) -> &mut Self {
        self.activity = activity;
        self
    }

    /// Entries from here on belong to a tranche.
    pub(crate) fn for_tranche(&mut self, id: TrancheId) {
        self.tranche = self.context.registry.tranche(id);
    }

    /// Posts a movement. A negative one is posted the other way round, nothing is posted for zero
    /// nor after the horizon.
    ///
    /// What happened before the horizon is in the opening: its money is already in the opening
    /// balance of the treasury accounts and its income and charges in own funds, so both become own
    /// funds, and what is left of the movement is the item's share of the opening balance sheet.
    pub(crate) fn post(
        &mut self,
        month: Month,
        rule: Rule,
        debit: AccountIndex,
        credit: AccountIndex,
        cents: i64,
    ) {
        let Some(index) = self.context.timeline.index(month) else { return };
        if index == MonthIndex::OPENING {
            let registry = self.context.registry;
            self.push(index, rule, registry.in_opening(debit), registry.in_opening(credit), cents);
        } else {
            self.push(index, rule, debit, credit, cents);
        }
    }

    /// Posts into the opening as it is.
    pub(crate) fn post_opening(
        &mut self,
        month: Month,
        debit: AccountIndex,
        credit: AccountIndex,
        cents: i64,
    ) {
        if let Some(index) = self.context.timeline.index(month) {
            self.push(index, Rule::Opening, debit, credit, cents);
        }
    }

    fn push(&mut self, month: MonthIndex, rule: Rule, debit: AccountIndex, credit: AccountIndex, cents: i64) {
        if cents == 0 || debit == credit {
            return;
        }
        let (debit, credit) = if cents > 0 { (debit, credit) } else { (credit, debit) };
        self.entries.push(Entry {
            amount_cents: cents.saturating_abs(),
            source: self.source,
            month,
            debit,
            credit,
            activity: self.activity,
            tranche: self.tranche,
            rule,
        });
    }

    pub(crate) fn entries(&self) -> Arc<[Entry]> {
        self.entries.as_slice().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_takes_24_bytes() {
        assert_eq!(size_of::<Entry>(), 24);
    }
}

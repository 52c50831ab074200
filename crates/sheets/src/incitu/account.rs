//! The result account of all projects or of some (*compte de résultat*).

use std::collections::BTreeMap;

use previ_engine::account::AccountNumber;
use previ_engine::funder::FunderKind;
use previ_engine::money::Percent;
use previ_reference::default_percent;
use rust_decimal::Decimal;

use super::Report;
use super::both::{Both, quotient};
use super::income::Source;
use super::project::Project;

/// A result account as the workbook makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The part of indirect charges and of provisions that it bears (*taux de charges indirectes*), 1 for
    /// all projects together.
    pub rate: Both,
    /// The headings 60 to 69, those without any amount too.
    pub charges: Vec<(AccountNumber, Both)>,
    /// Inside 64, pay of the people on projects (*rémunération des personnels*).
    pub pay: Both,
    /// Inside 64, the employer's contributions on it (*charges sociales*).
    pub contributions: Both,
    /// Inside 68, account 687.
    pub provisions_made: Both,
    /// Account 70.
    pub own_income: Both,
    /// Account 74, by kind of funder.
    pub funders: BTreeMap<FunderKind, Both>,
    /// Account 75.
    pub other_income: Both,
    /// Account 787.
    pub provisions_released: Both,
    /// Expenses that stand in no account of the workbook: they are missing here.
    pub without_account: Both,
}

impl Account {
    /// All charges (*total des dépenses*).
    #[must_use]
    pub fn total_charges(&self) -> Both {
        self.charges.iter().map(|(_, amount)| *amount).sum()
    }

    /// A heading such as 64.
    #[must_use]
    pub fn heading(&self, number: u32) -> Both {
        let own = self.charges.iter().find(|(heading, _)| *heading == AccountNumber::of(number));
        own.map(|(_, amount)| *amount).unwrap_or_default()
    }

    /// What all funders give, account 74.
    #[must_use]
    pub fn total_funders(&self) -> Both {
        self.funders.values().copied().sum()
    }

    /// All income (*total des financements*).
    #[must_use]
    pub fn total_income(&self) -> Both {
        self.own_income + self.total_funders() + self.other_income + self.provisions_released
    }

    /// Income less charges.
    #[must_use]
    pub fn result(&self) -> Both {
        self.total_income() - self.total_charges()
    }
}

/// The employer's contributions in the workbook, in percent of pay.
#[must_use]
pub fn usual_contributions() -> Percent {
    default_percent("incitu-contributions")
}

impl Report {
    /// The result account of all projects, or of a set of them by their numbers, the first one being 1, with contributions of so many percent of
    /// pay.
    ///
    /// A set bears indirect charges and provisions in the proportion of its days: planned ones to the days
    /// meant for projects, realised ones to all days done. The whole bears the pay of all days meant for
    /// projects, a set that of its planned days.
    #[must_use]
    pub fn account(&self, set: Option<&[usize]>, contributions: Percent) -> Account {
        let places = self.projects.iter().enumerate();
        let chosen: Vec<&Project> = places
            .filter(|(place, _)| set.is_none_or(|set| set.contains(&(place + 1))))
            .map(|(_, project)| project)
            .collect();
        let whole = Both { planned: Decimal::ONE, realised: Decimal::ONE };
        let days: Both = chosen.iter().map(|project| project.days).sum();
        let rate = set.map_or(whole, |_| days.over(self.day_base()));
        let mut staff: Both = chosen.iter().map(|project| project.staff).sum();
        if set.is_none() {
            staff.planned = self.operational_cost();
        }
        let provisions_made = self.provisions_made().times(rate);
        let mut charges: BTreeMap<AccountNumber, Both> =
            (60..=69).map(|number| (AccountNumber::of(number), Both::default())).collect();
        let mut add = |number: AccountNumber, amount: Both| {
            let heading = charges.entry(number.heading()).or_default();
            *heading = *heading + amount;
        };
        for charge in &self.charges {
            add(charge.account, charge.amount.times(rate));
        }
        let expenses = || chosen.iter().flat_map(|project| &project.expenses);
        for expense in expenses().filter(|expense| !expense.is_without_account()) {
            add(expense.account, expense.amount);
        }
        add(AccountNumber::of(64), staff);
        add(AccountNumber::of(68), provisions_made);
        let income = |is_meant: &dyn Fn(Source) -> bool| -> Both {
            chosen.iter().map(|project| project.income_where(is_meant)).sum()
        };
        let mut funders: BTreeMap<FunderKind, Both> = BTreeMap::new();
        for of in FunderKind::ALL {
            let amount = income(&|source| matches!(source, Source::Funder { kind, .. } if kind == of));
            if amount != Both::default() {
                funders.insert(of, amount);
            }
        }
        let without = expenses().filter(|expense| expense.is_without_account());
        let divisor = Decimal::ONE + contributions.fraction().max(Decimal::ZERO);
        let pay =
            Both { planned: quotient(staff.planned, divisor), realised: quotient(staff.realised, divisor) };
        Account {
            rate,
            pay,
            contributions: staff - pay,
            provisions_made,
            own_income: income(&|source| matches!(source, Source::Own(_))),
            funders,
            other_income: income(&|source| matches!(source, Source::Other(_))),
            provisions_released: self.provisions_released().times(rate),
            without_account: without.map(|expense| expense.amount).sum(),
            charges: charges.into_iter().collect(),
        }
    }
}

//! Provisions for European money, year of execution by year of execution.

use previ_engine::agreement::{FundingAgreement, FundingLine, Tranche};
use previ_engine::id::{AgreementId, TrancheId};
use previ_engine::month::Month;
use previ_engine::plan::Plan;
use previ_engine::provision::Provision;
use previ_engine::timeline::{FiscalYear, Timeline};
use rust_decimal::Decimal;

use super::both::Both;

/// What is expected of a year of execution, what came, and what is set aside for it.
///
/// The realised provision is 10 % of what came in the year and, for the year's own execution, 25 % of what
/// is awaited. The forecast sets 10 % aside of what came and of what is awaited, and takes back all that was
/// set aside of earlier payments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExecutionYear {
    /// The agreement.
    pub agreement: AgreementId,
    /// Its tranche.
    pub tranche: TrancheId,
    /// The fiscal year in which the tranche begins.
    pub year: i32,
    /// What is expected in all (*attendu*).
    pub expected: Decimal,
    /// What came before the year of the report.
    pub paid_before: Decimal,
    /// What came in it.
    pub paid: Decimal,
    /// What is still awaited at its end (*en attente de paiement*).
    pub waiting: Decimal,
    /// Set aside, account 687 of the workbook; the plan is its forecast.
    pub made: Both,
    /// Taken back, account 787.
    pub released: Both,
}

pub(super) fn execution_years(plan: &Plan, timeline: &Timeline, year: FiscalYear) -> Vec<ExecutionYear> {
    let mut found = Vec::new();
    for agreement in &plan.agreements {
        let Some(provision) = agreement.provision.filter(|_| agreement.level().is_some()) else { continue };
        let begun = agreement.tranches.iter().filter(|tranche| tranche.from <= year.last());
        found.extend(begun.map(|tranche| {
            execution_year(agreement, provision, tranche, timeline.fiscal_year(tranche.from), year)
        }));
    }
    found
}

fn execution_year(
    agreement: &FundingAgreement,
    provision: Provision,
    tranche: &Tranche,
    execution: FiscalYear,
    year: FiscalYear,
) -> ExecutionYear {
    let is_own = execution == year;
    let received = || tranche.instalments.iter().filter_map(|instalment| instalment.received);
    let sum = |counts: &dyn Fn(Month) -> bool| -> Decimal {
        received().filter(|receipt| counts(receipt.month)).map(|receipt| receipt.amount.euros()).sum()
    };
    let in_year = |month: Month| year.first <= month && month <= year.last();
    let (paid_before, paid) = (sum(&|month| month < year.first), sum(&in_year));
    let granted = |line: &&FundingLine| agreement.certainty_of(tranche, line).is_some();
    let expected: Decimal = tranche.lines.iter().filter(granted).map(|line| line.amount().euros()).sum();
    let waiting = (expected - paid_before - paid).max(Decimal::ZERO);
    let released = |counts: &dyn Fn(Month) -> bool| -> Decimal {
        let releases = tranche.releases.iter().filter(|release| counts(release.month));
        releases.map(|release| release.amount.euros()).sum()
    };
    let (of_paid, of_unpaid) = (provision.received.fraction(), provision.unpaid.fraction());
    let arrived = if is_own { Decimal::ZERO } else { of_unpaid * paid };
    ExecutionYear {
        agreement: agreement.id,
        tranche: tranche.id,
        year: execution.key(),
        expected,
        paid_before,
        paid,
        waiting,
        made: Both {
            planned: of_paid * (paid + waiting),
            realised: of_paid * paid + if is_own { of_unpaid * waiting } else { Decimal::ZERO },
        },
        released: Both {
            planned: arrived + of_paid * paid_before - released(&|month| month < year.first),
            realised: arrived + released(&in_year),
        },
    }
}

//! What the projects are promised and what they earn.

use previ_engine::account::AccountNumber;
use previ_engine::agreement::{FundingAgreement, FundingLine, Tranche};
use previ_engine::certainty::Certainty;
use previ_engine::funder::FunderKind;
use previ_engine::id::{ActivityId, AgreementId, LineId, PositionId};
use previ_engine::money::Amount;
use previ_engine::plan::Plan;
use previ_engine::timeline::FiscalYear;
use rust_decimal::Decimal;

use super::both::{Both, quotient};
use super::flows::Flows;

/// An income of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Income {
    /// Where it comes from.
    pub source: Source,
    /// The project; the structure when absent, which the workbook has no column for.
    pub activity: Option<ActivityId>,
    /// How much. Promises count in full, whatever their certainty.
    pub amount: Both,
}

/// Where income comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A funder (*financement*), account 74 of the workbook.
    Funder {
        /// The agreement.
        agreement: AgreementId,
        /// What the funder is.
        kind: FunderKind,
        /// How sure it is, for this project.
        certainty: Certainty,
    },
    /// Own income (*ressources propres*), account 70 of the workbook.
    Own(LineId),
    /// What else the project brings (*autofinancement, autres*), account 75.
    Other(LineId),
    /// Time of a position that another association pays (*mise à disposition*): always the structure's here.
    Lent(PositionId),
}

/// Where the rest of what projects bring stands in the workbook.
const OTHER: AccountNumber = AccountNumber::of(75);

pub(super) fn incomes(plan: &Plan, year: FiscalYear, flows: &Flows) -> Vec<Income> {
    let mut found = Vec::new();
    for agreement in plan.agreements.iter().filter(|agreement| agreement.investment.is_none()) {
        let kind = plan.funders.iter().find(|funder| funder.id == agreement.funder).map(|funder| funder.kind);
        let Some(kind) = kind else { continue };
        for tranche in &agreement.tranches {
            let lines = tranche.lines.iter();
            found.extend(lines.filter_map(|line| promised(agreement, kind, tranche, line, year)));
        }
    }
    for line in plan.lines.iter().filter(|line| line.account.class() == 7) {
        let realised = line.actual.get(&year.key()).map(|amount| amount.euros()).unwrap_or_default();
        let amount = Both { planned: flows.income(line.id.into()), realised };
        let is_other = line.account.is_under(OTHER);
        let source = if is_other { Source::Other(line.id) } else { Source::Own(line.id) };
        found.push(Income { source, activity: line.activity, amount });
    }
    let lent = plan.positions.iter().map(|position| Income {
        source: Source::Lent(position.id),
        activity: None,
        amount: Both::planned(flows.income(position.id.into())),
    });
    found.extend(lent.filter(|income| !income.amount.planned.is_zero()));
    found
}

/// What a line of a tranche promises for the year: all of it, or its months' part where the tranche goes on
/// for several years. `None` when refused or for other years.
fn promised(
    agreement: &FundingAgreement,
    kind: FunderKind,
    tranche: &Tranche,
    line: &FundingLine,
    year: FiscalYear,
) -> Option<Income> {
    let certainty = agreement.certainty_of(tranche, line)?;
    let inside = year.months().filter(|month| tranche.from <= *month && *month <= tranche.to).count();
    if inside == 0 {
        return None;
    }
    let months = Decimal::from(tranche.to.since(tranche.from).saturating_add(1));
    let whole =
        Both { planned: line.amount().euros(), realised: line.actual.map(Amount::euros).unwrap_or_default() };
    let part = quotient(Decimal::from(inside), months);
    let amount = if part == Decimal::ONE { whole } else { whole.by(part) };
    let source = Source::Funder { agreement: agreement.id, kind, certainty };
    Some(Income { source, activity: line.activity, amount })
}

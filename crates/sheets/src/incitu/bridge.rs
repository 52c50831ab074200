//! From the projects of the workbook to its result account, and from there to the result of Prévi.

use previ_engine::id::ItemId;
use rust_decimal::Decimal;

use super::Report;
use super::account::{Account, usual_contributions};
use super::flows::Flows;
use super::income::Source;
use super::project::Project;

/// A line of the bridge: why two results differ, or one of the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it is.
    pub kind: StepKind,
    /// Euros; above zero where the result rises.
    pub euros: Decimal,
}

/// The lines of the bridge in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// The results of all projects together: what they bring less what they cost.
    Projects,
    /// Pay of days that are meant for projects and are on none.
    UnassignedPay,
    /// Indirect charges that no planned day takes.
    UnabsorbedCharges,
    /// Expenses without account, which the result account of the workbook leaves out.
    WithoutAccount,
    /// Provisions of its forecast, 687.
    ProvisionsMade,
    /// Provisions taken back in its forecast, 787.
    ProvisionsReleased,
    /// The result of its result account.
    Workbook,
    /// These expenses cost all the same.
    WithoutAccountBack,
    /// Its forecast of provisions taken out.
    ForecastOut,
    /// The provisions that Prévi posts.
    OwnProvisions,
    /// Own income of the structure, promises to it and people billed to others: the workbook has no column
    /// for them.
    StructureIncome,
    /// Agreements that give another income than what is promised for the year: unspent money, shares of
    /// cost, investment grants.
    Agreements,
    /// All the rest.
    Others,
    /// The result of Prévi.
    Previ,
}

impl StepKind {
    /// Whether it is a result, and not a difference.
    #[must_use]
    pub fn is_result(self) -> bool {
        matches!(self, Self::Projects | Self::Workbook | Self::Previ)
    }
}

/// The lines of the bridge. Between two results each line adds up; differences of zero are left out.
pub(super) fn bridge(report: &Report, flows: &Flows) -> Vec<Step> {
    let account = report.account(None, usual_contributions());
    let sum = |of: &dyn Fn(&Project) -> Decimal| -> Decimal { report.projects.iter().map(of).sum() };
    let projects = -sum(&|project| project.paid_by_structure().planned);
    let unassigned = report.operational_cost() - sum(&|project| project.staff.planned);
    let taken = sum(&|project| project.indirect.iter().map(|part| part.planned).sum());
    let unabsorbed = report.charges.iter().map(|charge| charge.amount.planned).sum::<Decimal>() - taken;
    let workbook = account.result().planned;
    let [made, released] = flows.provisions;
    let own_provisions = released_less_made(made, released);
    let of_structure = structure_income(report);
    let agreements = of_agreements(flows) - promised(report);
    let previ = flows.result_where(|_| true) + own_provisions;
    let back = forecast(&account);
    let without = account.without_account.planned;
    let known = workbook - without - back + own_provisions + of_structure + agreements;
    let steps = [
        (StepKind::Projects, projects),
        (StepKind::UnassignedPay, -unassigned),
        (StepKind::UnabsorbedCharges, -unabsorbed),
        (StepKind::WithoutAccount, without),
        (StepKind::ProvisionsMade, -account.provisions_made.planned),
        (StepKind::ProvisionsReleased, account.provisions_released.planned),
        (StepKind::Workbook, workbook),
        (StepKind::WithoutAccountBack, -without),
        (StepKind::ForecastOut, -back),
        (StepKind::OwnProvisions, own_provisions),
        (StepKind::StructureIncome, of_structure),
        (StepKind::Agreements, agreements),
        (StepKind::Others, previ - known),
        (StepKind::Previ, previ),
    ];
    let shown = steps.into_iter().filter(|(kind, euros)| kind.is_result() || !euros.round_dp(2).is_zero());
    shown.map(|(kind, euros)| Step { kind, euros }).collect()
}

/// Provisions are income where they come back and a cost where they are made.
fn released_less_made(made: Decimal, released: Decimal) -> Decimal {
    released - made
}

fn forecast(account: &Account) -> Decimal {
    released_less_made(account.provisions_made.planned, account.provisions_released.planned)
}

fn structure_income(report: &Report) -> Decimal {
    report.outside.iter().map(|income| income.amount.planned).sum()
}

/// What agreements promise for the year, to projects and to the structure.
fn promised(report: &Report) -> Decimal {
    let all = report.projects.iter().flat_map(|project| &project.income).chain(&report.outside);
    let promised = all.filter(|income| matches!(income.source, Source::Funder { .. }));
    promised.map(|income| income.amount.planned).sum()
}

/// What agreements bring in Prévi, provisions apart.
fn of_agreements(flows: &Flows) -> Decimal {
    flows.result_where(|item| matches!(item, ItemId::Agreement(_)))
}

//! Who pays what: funders in rows, activities in columns.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::id::{ActivityId, AgreementId, FunderId};
use crate::statement::funding::{ActivityFunding, funding_by_activity};
use crate::statement::funding_sums::add;
use crate::view::View;

/// Who pays what of each activity (*qui paie quoi*), in cents.
///
/// The rows of an activity add up to what it costs; those of an activity that costs nothing are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FundingMatrix {
    /// The columns: the structure, none, first, then activities in order of their ids.
    pub activities: Vec<Option<ActivityId>>,
    /// Funders in the order of the plan, then own income, own funds, and what is to be found; those that pay
    /// nothing are left out.
    pub rows: Vec<MatrixRow>,
}

/// One who pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixRow {
    /// Who.
    pub payer: Payer,
    /// For each activity, by fiscal year.
    pub cents: Vec<Vec<i64>>,
}

/// Who pays a cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Payer {
    /// A funder, all its agreements together.
    Funder(FunderId),
    /// Own income of the activity or of one above it (*recettes propres*).
    OwnIncome,
    /// Other resources of the association (*fonds propres et autres recettes*).
    OwnFunds,
    /// Nobody yet (*à trouver*).
    ToFind,
}

impl MatrixRow {
    /// What it pays of an activity, in one fiscal year or in all; nothing beyond the last one.
    #[must_use]
    pub fn of(&self, activity: usize, year: Option<usize>) -> i64 {
        let cents = self.cents.get(activity).map(Vec::as_slice).unwrap_or_default();
        match year {
            Some(year) => cents.get(year).copied().unwrap_or(0),
            None => cents.iter().sum(),
        }
    }

    /// What it pays in all, in one fiscal year or in all.
    #[must_use]
    pub fn total(&self, year: Option<usize>) -> i64 {
        (0..self.cents.len()).map(|activity| self.of(activity, year)).sum()
    }
}

impl FundingMatrix {
    /// What an activity costs, in one fiscal year or in all.
    #[must_use]
    pub fn cost(&self, activity: usize, year: Option<usize>) -> i64 {
        self.rows.iter().map(|row| row.of(activity, year)).sum()
    }
}

/// Who pays what in a view.
#[must_use]
pub fn funding_matrix(view: &View) -> FundingMatrix {
    let mut activities = funding_by_activity(view);
    activities.retain(|activity| activity.cost_cents.iter().any(|cents| *cents != 0));
    let funder_of = |id: AgreementId| {
        view.plan.agreements.iter().find(|agreement| agreement.id == id).map(|agreement| agreement.funder)
    };
    let none = alloc::vec![alloc::vec![0_i64; view.timeline.year_count()]; activities.len()];
    let mut found: BTreeMap<Payer, Vec<Vec<i64>>> = BTreeMap::new();
    let mut pay = |payer: Payer, activity: usize, cents: &[i64]| {
        let row = found.entry(payer).or_insert_with(|| none.clone());
        add(&mut row[activity], cents);
    };
    for (place, activity) in activities.iter().enumerate() {
        let ActivityFunding { own_income_cents, own_funds_cents, to_find_cents, .. } = activity;
        for paid in &activity.paid {
            if let Some(funder) = funder_of(paid.agreement) {
                pay(Payer::Funder(funder), place, &paid.cents);
            }
        }
        pay(Payer::OwnIncome, place, own_income_cents);
        pay(Payer::OwnFunds, place, own_funds_cents);
        pay(Payer::ToFind, place, to_find_cents);
    }
    let funders = view.plan.funders.iter().map(|funder| Payer::Funder(funder.id));
    let order = funders.chain([Payer::OwnIncome, Payer::OwnFunds, Payer::ToFind]);
    let row = |payer| found.remove(&payer).map(|cents| MatrixRow { payer, cents });
    let rows = order.filter_map(row).filter(|row| row.cents.iter().flatten().any(|cents| *cents != 0));
    FundingMatrix { rows: rows.collect(), activities: activities.iter().map(|row| row.activity).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::certainty::Stage;
    use crate::schedule::ScheduleRule;
    use crate::testing::{add_agreement, amount, everything, line, plan};
    use crate::timing::Timing;
    use alloc::sync::Arc;

    #[test]
    fn the_payers_of_an_activity_add_up_to_its_cost() {
        let mut plan = plan(1, "0");
        let monthly = |id, account, euros: &str| {
            Arc::new(line(id, account, ScheduleRule::Monthly(amount(euros)), Timing::SameMonth))
        };
        plan.lines.extend([monthly(50, 613, "100"), monthly(51, 7561, "20")]);
        add_agreement(&mut plan, 10, Stage::Signed, ("2027-01", "2027-12", "2027-01", "700"));
        let matrix = funding_matrix(&everything(&plan));
        assert_eq!(matrix.activities, [None]);
        let rows: Vec<_> = matrix.rows.iter().map(|row| (row.payer, row.total(None))).collect();
        // 1,200.00 of rent: 700.00 by the State, 240.00 by dues, the deficit of 260.00 is to be found.
        let expected =
            [(Payer::Funder(FunderId(11)), 70_000), (Payer::OwnFunds, 24_000), (Payer::ToFind, 26_000)];
        assert_eq!(rows, expected);
        assert_eq!(matrix.cost(0, Some(0)), 120_000);
    }
}

//! Who pays for what: activities with those who pay them, agreements with what becomes of their money.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::agreement::{FundingAgreement, Tranche};
use crate::certainty::Certainty;
use crate::id::{ActivityId, AgreementId, ItemId, TrancheId};
use crate::journal::{Entry, Rule};
use crate::month::Month;
use crate::statement::funding_sums::add;
use crate::statement::paid_months::{self, MonthFunding};
use crate::statement::payers::{by_year, is_beside_income, share_what_is_left};
use crate::statement::promise::{self, Promise};
use crate::view::View;

/// An activity and who pays for it (*financement d'une action*), by fiscal year, in cents, those below it
/// not counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityFunding {
    /// Which activity; the structure when absent.
    pub activity: Option<ActivityId>,
    /// What it costs: classes 60 to 67 and depreciation, net of what investment grants release.
    pub cost_cents: Vec<i64>,
    /// Paid by own income of the activity or of one above it.
    pub own_income_cents: Vec<i64>,
    /// Paid by agreements, in the order of the plan; those that pay nothing are left out.
    pub paid: Vec<PaidBy>,
    /// What nobody pays: own funds, other income, or still to be found (*reste à financer*).
    pub left_cents: Vec<i64>,
    /// Of what nobody pays, what other resources of the year cover (*fonds propres et autres recettes*).
    pub own_funds_cents: Vec<i64>,
    /// Of what nobody pays, what is missing for a result of zero, shared out among activities in proportion
    /// to what nobody pays of each (*à trouver*).
    pub to_find_cents: Vec<i64>,
    /// Money for this activity that waits for costs of later years (*fonds dédiés à la fin de l'exercice*).
    pub carried_cents: Vec<i64>,
    /// Money for this activity that found no cost and waits for none: kept, given back or never claimed
    /// (*surfinancement*).
    pub surplus_cents: Vec<i64>,
}

impl ActivityFunding {
    /// An activity without cost and without money.
    pub(crate) fn none(activity: Option<ActivityId>, years: usize) -> Self {
        let none = || alloc::vec![0_i64; years];
        Self {
            activity,
            cost_cents: none(),
            own_income_cents: none(),
            paid: Vec::new(),
            left_cents: none(),
            own_funds_cents: none(),
            to_find_cents: none(),
            carried_cents: none(),
            surplus_cents: none(),
        }
    }
}

/// What an agreement pays of an activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaidBy {
    /// Which agreement.
    pub agreement: AgreementId,
    /// How sure the least sure is of what the view counts of it for the activity.
    pub certainty: Option<Certainty>,
    /// By fiscal year, in cents.
    pub cents: Vec<i64>,
    /// The first month of the horizon in which it pays something of the activity.
    pub first: Option<Month>,
    /// The last month of the horizon in which it does.
    pub last: Option<Month>,
}

/// An agreement and what becomes of its money, by fiscal year, in cents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementFunding {
    /// Which agreement.
    pub agreement: AgreementId,
    /// Cost that it may pay, whoever pays it in the end (*assiette éligible*); for those that must find a
    /// cost.
    pub base_cents: Vec<i64>,
    /// Cost that it pays (*dépenses prises en charge*).
    pub paid_cents: Vec<i64>,
    /// What a flat rate gives beyond the cost there is (*forfait au-delà du coût réel*).
    pub beyond_cents: Vec<i64>,
    /// Earned: income of the year, what was carried in and out counted (*acquis*).
    pub income_cents: Vec<i64>,
    /// Carried over to later years (*reporté en fonds dédiés*).
    pub carried_cents: Vec<i64>,
    /// Owed back to the funder (*à reverser*).
    pub given_back_cents: Vec<i64>,
    /// Received, less what was paid back (*encaissé*).
    pub received_cents: Vec<i64>,
    /// What it promises, and what of that is still to come or may have to go back.
    pub promise: Promise,
}

/// A tranche and what becomes of its money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrancheFunding {
    /// Which tranche.
    pub tranche: TrancheId,
    /// The same as for its agreement, this tranche alone.
    pub money: AgreementFunding,
}

/// Every activity with who pays for it: the structure, then activities in order of their ids.
///
/// Money tied to costs is shared out by the assignment; general grants then fill what is left of their
/// activity and those below it, the surest first. That last step is a way to read the plan: it posts
/// nothing.
#[must_use]
pub fn funding_by_activity(view: &View) -> Vec<ActivityFunding> {
    funding_and_months(view).0
}

/// Who pays for each activity, by fiscal year and by month.
pub(crate) fn funding_and_months(view: &View) -> (Vec<ActivityFunding>, Vec<MonthFunding>) {
    let cells = view.cells();
    let mut found = by_year(view, &cells);
    share_what_is_left(view, &mut found);
    let months = paid_months::by_month(view, &cells, &found);
    for (activity, months) in found.iter_mut().zip(&months) {
        for (paid, cents) in activity.paid.iter_mut().zip(&months.paid_cents) {
            let month = |place: usize| view.timeline.first().plus(place as i32);
            paid.first = cents.iter().position(|cents| *cents != 0).map(month);
            paid.last = cents.iter().rposition(|cents| *cents != 0).map(month);
        }
    }
    (found, months)
}

/// The entries of every agreement, in one pass over the journal.
fn entries_by_agreement(view: &View) -> BTreeMap<AgreementId, Vec<Entry>> {
    let mut found: BTreeMap<AgreementId, Vec<Entry>> = BTreeMap::new();
    for segment in &view.segments {
        if let ItemId::Agreement(id) = segment.item {
            found.entry(id).or_default().extend(segment.entries());
        }
    }
    found
}

/// Every agreement with what becomes of its money, in the order of the plan.
#[must_use]
pub fn funding_by_agreement(view: &View) -> Vec<AgreementFunding> {
    let entries = entries_by_agreement(view);
    let own = |agreement: &FundingAgreement| entries.get(&agreement.id).map_or(&[][..], Vec::as_slice);
    let agreements = view.plan.agreements.iter().enumerate();
    agreements.map(|(place, item)| money_of(view, (place, item), None, own(item))).collect()
}

/// Every tranche with what becomes of its money, in the order of the plan.
#[must_use]
pub fn funding_by_tranche(view: &View) -> Vec<TrancheFunding> {
    let entries = entries_by_agreement(view);
    let own = |agreement: &FundingAgreement| entries.get(&agreement.id).map_or(&[][..], Vec::as_slice);
    let agreements = view.plan.agreements.iter().enumerate();
    let of = |(place, agreement): (usize, &FundingAgreement)| -> Vec<TrancheFunding> {
        let tranches = agreement.tranches.iter().enumerate();
        let money = |(number, tranche): (usize, &Tranche)| TrancheFunding {
            tranche: tranche.id,
            money: money_of(view, (place, agreement), Some(number), own(agreement)),
        };
        tranches.map(money).collect()
    };
    agreements.flat_map(|(place, agreement)| of((place, agreement))).collect()
}

/// What becomes of the money of an agreement, or of one tranche of it.
fn money_of(
    view: &View,
    (place, agreement): (usize, &FundingAgreement),
    only: Option<usize>,
    entries: &[Entry],
) -> AgreementFunding {
    let none = || alloc::vec![0_i64; view.timeline.year_count()];
    let mut row = AgreementFunding {
        agreement: agreement.id,
        base_cents: none(),
        paid_cents: none(),
        beyond_cents: none(),
        income_cents: none(),
        carried_cents: none(),
        given_back_cents: none(),
        received_cents: none(),
        promise: promise::promise(view, (place, agreement), only, entries),
    };
    let tranche = only.map(|number| view.registry.tranche(agreement.tranches[number].id));
    let of_it =
        |entry: &&Entry| tranche.is_none_or(|tranche| tranche == entry.tranche) && !is_beside_income(entry);
    for entry in entries.iter().filter(of_it) {
        let Some(year) = view.timeline.year_of(entry.month) else { continue };
        let class = |account| view.registry.account_at(account).number.class();
        let is_income = |account| matches!(class(account), 6 | 7);
        row.income_cents[year] += entry.amount_cents * i64::from(is_income(entry.credit));
        row.income_cents[year] -= entry.amount_cents * i64::from(is_income(entry.debit));
        match entry.rule {
            Rule::DedicatedFundsCarried => row.carried_cents[year] += entry.amount_cents,
            Rule::GivenBack => row.given_back_cents[year] += entry.amount_cents,
            Rule::Instalment | Rule::GivenBackPayment => {
                let comes_in = view.registry.is_treasury(entry.debit);
                row.received_cents[year] += if comes_in { entry.amount_cents } else { -entry.amount_cents };
            }
            _ => {}
        }
    }
    let lines = view.settlement.outcomes.range((place, 0, 0)..(place + 1, 0, 0));
    for (_, outcome) in lines.filter(|((_, number, _), _)| only.is_none_or(|only| only == *number)) {
        let found = [&outcome.paid_cents, &outcome.beyond_cents, &outcome.base_cents];
        let rows = [&mut row.paid_cents, &mut row.beyond_cents, &mut row.base_cents];
        rows.into_iter().zip(found).for_each(|(row, cents)| add(row, cents));
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::certainty::Stage;
    use crate::rule::PaymentRule;
    use crate::schedule::ScheduleRule;
    use crate::testing::{add_agreement, amount, everything, line, plan};
    use crate::timing::Timing;
    use alloc::sync::Arc;

    #[test]
    fn general_money_fills_what_is_left_and_the_rest_is_to_be_found() {
        let mut plan = plan(1, "0");
        let rent = line(10, 613, ScheduleRule::Monthly(amount("100")), Timing::SameMonth);
        plan.lines.push(Arc::new(rent));
        add_agreement(&mut plan, 20, Stage::Signed, ("2027-01", "2027-12", "2027-01", "700"));
        let found = funding_by_activity(&everything(&plan));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].cost_cents, [120_000]);
        assert_eq!(found[0].paid[0].cents, [70_000]);
        // 1,200.00 − 700.00.
        assert_eq!(found[0].left_cents, [50_000]);
    }

    #[test]
    fn of_general_grants_the_surest_fills_costs_first() {
        let mut plan = plan(1, "0");
        let rent = line(10, 613, ScheduleRule::Monthly(amount("100")), Timing::SameMonth);
        plan.lines.push(Arc::new(rent));
        add_agreement(&mut plan, 20, Stage::Filed, ("2027-01", "2027-12", "2027-01", "1000"));
        add_agreement(&mut plan, 30, Stage::Signed, ("2027-01", "2027-12", "2027-01", "700"));
        let paid = &funding_by_activity(&everything(&plan))[0].paid;
        // 700.00 of the certain one, 1,200.00 − 700.00 of the other, which stands first in the plan.
        assert_eq!(paid.iter().map(|paid| paid.cents[0]).collect::<Vec<_>>(), [50_000, 70_000]);
    }

    #[test]
    fn a_grant_beyond_the_cost_pays_no_more_than_the_cost() {
        let mut plan = plan(1, "0");
        let rent = line(10, 613, ScheduleRule::Monthly(amount("10")), Timing::SameMonth);
        plan.lines.push(Arc::new(rent));
        add_agreement(&mut plan, 20, Stage::Signed, ("2027-01", "2027-12", "2027-01", "700"));
        Arc::make_mut(&mut plan.agreements[0]).payment = "100".parse().map(PaymentRule::Rate).unwrap();
        let view = everything(&plan);
        assert_eq!(funding_by_activity(&view)[0].left_cents, [0]);
        let agreement = &funding_by_agreement(&view)[0];
        assert_eq!(agreement.base_cents, [12_000]);
        assert_eq!(agreement.paid_cents, [12_000]);
        assert_eq!(agreement.income_cents, [12_000]);
    }
}

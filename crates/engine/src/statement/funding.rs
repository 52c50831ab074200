//! Who pays for what: activities with those who pay them, agreements with what becomes of their money.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::agreement::FundingAgreement;
use crate::certainty::Certainty;
use crate::funding::cells::Cells;
use crate::funding::settlement::{CostClass, Settlement, Source, settle};
use crate::id::{ActivityId, AgreementId, ItemId};
use crate::journal::{ActivityIndex, Rule, Segment};
use crate::money::spread;
use crate::rule::PaymentRule;
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
}

/// What an agreement pays of an activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaidBy {
    /// Which agreement.
    pub agreement: AgreementId,
    /// How sure it is.
    pub certainty: Option<Certainty>,
    /// By fiscal year, in cents.
    pub cents: Vec<i64>,
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
    /// Income of the year, what was carried in and out counted.
    pub income_cents: Vec<i64>,
    /// Carried over to later years (*reporté en fonds dédiés*).
    pub carried_cents: Vec<i64>,
    /// Owed back to the funder (*à reverser*).
    pub given_back_cents: Vec<i64>,
    /// Received, less what was paid back (*encaissé*).
    pub received_cents: Vec<i64>,
}

/// Every activity with who pays for it: the structure, then activities in order of their ids.
///
/// Money tied to costs is shared out by the assignment; general grants then fill what is left of their
/// activity and those below it, the surest first. That last step is a way to read the plan: it posts
/// nothing.
#[must_use]
pub fn funding_by_activity(view: &View) -> Vec<ActivityFunding> {
    let (registry, timeline) = (&view.registry, &view.timeline);
    let cells = Cells::of(&view.segments, registry, timeline);
    let weights = view.plan.frame.weights();
    let settled;
    let settlement = if view.settlement.lines.is_empty() {
        settled = settle(&view.plan, view.certainty, &weights, &view.segments, registry, timeline);
        &settled
    } else {
        &view.settlement
    };
    let years = timeline.year_count();
    let none = || alloc::vec![0_i64; years];
    let mut found: Vec<ActivityFunding> = (0..registry.activity_count())
        .map(|place| ActivityFunding {
            activity: registry.activity_at(ActivityIndex(place as u16)),
            cost_cents: none(),
            own_income_cents: none(),
            paid: Vec::new(),
            left_cents: none(),
        })
        .collect();
    for (key, cents) in &cells.costs {
        for (month, cents) in cents.iter().enumerate() {
            found[usize::from(key.activity.0)].cost_cents[month / 12] += cents;
        }
    }
    for activity in &mut found {
        activity.left_cents.clone_from(&activity.cost_cents);
    }
    let mut paid: BTreeMap<(usize, usize), Vec<i64>> = BTreeMap::new();
    for (activity, year, source, cents) in shared_out(settlement) {
        let row = &mut found[activity];
        row.left_cents[year] -= cents;
        match source {
            Source::OwnIncome(_) => row.own_income_cents[year] += cents,
            Source::Carried(line) | Source::New(line) => {
                let (agreement, ..) = settlement.lines[line];
                paid.entry((activity, agreement)).or_insert_with(none)[year] += cents;
            }
        }
    }
    fill_with_general(view, &mut found, &mut paid);
    for ((activity, agreement), cents) in paid {
        let Some(agreement) = view.plan.agreements.get(agreement) else { continue };
        found[activity].paid.push(PaidBy { agreement: agreement.id, certainty: agreement.level(), cents });
    }
    found
}

/// What each payer takes of each activity: its share of a class in proportion to what those before it left
/// of each activity there.
fn shared_out(settlement: &Settlement) -> Vec<(usize, usize, Source, i64)> {
    let mut shares = Vec::new();
    let left = |class: &CostClass| -> Vec<u64> {
        class.parts.iter().map(|(_, cents)| cents.max(&0).unsigned_abs()).collect()
    };
    let mut left_cents: Vec<Vec<u64>> = settlement.classes.iter().map(left).collect();
    for row in &settlement.rows {
        let (class, left) = (&settlement.classes[row.class], &mut left_cents[row.class]);
        let parts: Vec<i64> = spread(Decimal::new(row.cents, 2), left).collect();
        for (((activity, _), left), part) in class.parts.iter().zip(left).zip(parts) {
            *left = left.saturating_sub(part.unsigned_abs());
            shares.push((usize::from(activity.0), class.year, row.source, part));
        }
    }
    shares
}

/// General grants pay what is left of their activity, then of those below it.
fn fill_with_general(
    view: &View,
    found: &mut [ActivityFunding],
    paid: &mut BTreeMap<(usize, usize), Vec<i64>>,
) {
    let years = view.timeline.year_count();
    let agreements = view.plan.agreements.iter().enumerate();
    let is_general = |agreement: &FundingAgreement| {
        agreement.payment == PaymentRule::General && agreement.investment.is_none()
    };
    let mut general: Vec<_> = agreements.filter(|(_, agreement)| is_general(agreement)).collect();
    general.sort_by_key(|(_, agreement)| (core::cmp::Reverse(agreement.level()), agreement.id));
    for (place, agreement) in general {
        let mut income: BTreeMap<ActivityIndex, Vec<i64>> = BTreeMap::new();
        for entry in entries_of(view, agreement.id) {
            let class = |account| view.registry.account_at(account).number.class();
            let Some(year) = view.timeline.year_of(entry.month) else { continue };
            let row = income.entry(entry.activity).or_insert_with(|| alloc::vec![0; years]);
            row[year] += entry.amount_cents * i64::from(class(entry.credit) == 7);
            row[year] -= entry.amount_cents * i64::from(class(entry.debit) == 7);
        }
        for (activity, cents) in income {
            let below = view.registry.subtree(activity);
            let own = usize::from(activity.0);
            let order =
                core::iter::once(own).chain((0..found.len()).filter(|place| *place != own && below[*place]));
            let order: Vec<usize> = order.collect();
            for (year, mut cents) in cents.into_iter().enumerate() {
                for target in &order {
                    let part = cents.min(found[*target].left_cents[year]).max(0);
                    if part > 0 {
                        cents -= part;
                        found[*target].left_cents[year] -= part;
                        paid.entry((*target, place)).or_insert_with(|| alloc::vec![0; years])[year] += part;
                    }
                }
            }
        }
    }
}

fn entries_of(view: &View, agreement: AgreementId) -> impl Iterator<Item = crate::journal::Entry> + '_ {
    let item = ItemId::Agreement(agreement);
    view.segments.iter().filter(move |segment| segment.item == item).flat_map(Segment::entries)
}

/// Every agreement with what becomes of its money, in the order of the plan.
#[must_use]
pub fn funding_by_agreement(view: &View) -> Vec<AgreementFunding> {
    let years = view.timeline.year_count();
    let none = || alloc::vec![0_i64; years];
    let mut found = Vec::new();
    for (place, agreement) in view.plan.agreements.iter().enumerate() {
        let mut row = AgreementFunding {
            agreement: agreement.id,
            base_cents: none(),
            paid_cents: none(),
            beyond_cents: none(),
            income_cents: none(),
            carried_cents: none(),
            given_back_cents: none(),
            received_cents: none(),
        };
        for entry in entries_of(view, agreement.id) {
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
                    row.received_cents[year] +=
                        if comes_in { entry.amount_cents } else { -entry.amount_cents };
                }
                _ => {}
            }
        }
        let lines = view.settlement.outcomes.iter().filter(|((agreement, ..), _)| *agreement == place);
        for (_, outcome) in lines {
            let found = [&outcome.paid_cents, &outcome.beyond_cents, &outcome.base_cents];
            for (row, cents) in
                [&mut row.paid_cents, &mut row.beyond_cents, &mut row.base_cents].into_iter().zip(found)
            {
                row.iter_mut().zip(cents).for_each(|(sum, cents)| *sum += cents);
            }
        }
        found.push(row);
    }
    found
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

//! What stops: the end of each agreement, what it paid, and who pays it afterwards.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::agreement::FundingAgreement;
use crate::funding::cells::Cells;
use crate::id::{ActivityId, AgreementId, PositionId};
use crate::journal::ActivityIndex;
use crate::money::spread;
use crate::month::Month;
use crate::statement::funding::{ActivityFunding, funding_and_months};
use crate::statement::paid_months::{MonthFunding, eligible_cents};
use crate::view::View;

/// What stops within the horizon (*ce qui s'arrête*), in cents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cliff {
    /// The ends of agreements, in order.
    pub endings: Vec<Ending>,
    /// By month of the horizon, the money per year that ends with it, of agreements that are tied to costs.
    pub tied_cents: Vec<i64>,
}

/// The end of an agreement (*fin d'une convention*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// The last month that its counted tranches pay for.
    pub month: Month,
    /// Which agreement.
    pub agreement: AgreementId,
    /// What the view counts of it for the last twelve months.
    pub yearly_cents: i64,
    /// The activities of which it paid something in these months, with how much.
    pub activities: Vec<(Option<ActivityId>, i64)>,
    /// The posts of which it may pay the time on these activities, with what that cost in these months,
    /// whoever paid it.
    pub positions: Vec<(PositionId, i64)>,
    /// What these activities cost in each month that follows, to the end of the horizon.
    pub cost_cents: Vec<i64>,
    /// What nobody pays of it.
    pub left_cents: Vec<i64>,
}

/// The ends of agreements before the last month of the horizon: beyond it, nothing is known.
#[must_use]
pub fn cliff(view: &View) -> Cliff {
    let cells = view.cells_by(&view.together.with_posts_apart());
    let (years, months) = funding_and_months(view);
    let mut tied_cents = alloc::vec![0; view.timeline.month_count()];
    let mut endings = Vec::new();
    for (place, agreement) in view.plan.agreements.iter().enumerate() {
        let tranches = agreement.tranches.iter().filter(|tranche| view.counts(agreement, tranche));
        let Some(month) = tranches.map(|tranche| tranche.to).max() else { continue };
        let Ok(last) = usize::try_from(month.since(view.timeline.first())) else { continue };
        // Investment grants end with what they paid for.
        if month >= view.timeline.last() || agreement.investment.is_some() {
            continue;
        }
        let ending = ending(view, &cells, (place, agreement), (month, last), (&years, &months));
        if agreement.must_find_cost() {
            tied_cents[last] += ending.yearly_cents;
        }
        endings.push(ending);
    }
    endings.sort_by_key(|ending| (ending.month, ending.agreement));
    Cliff { endings, tied_cents }
}

fn ending(
    view: &View,
    cells: &Cells,
    (place, agreement): (usize, &FundingAgreement),
    (month, last): (Month, usize),
    (years, months): (&[ActivityFunding], &[MonthFunding]),
) -> Ending {
    let window = (last + 1).saturating_sub(12)..last + 1;
    let after = last + 1..view.timeline.month_count();
    let none = alloc::vec![0_i64; after.len()];
    let mut found = Ending {
        month,
        agreement: agreement.id,
        yearly_cents: yearly_cents(view, (place, agreement), month),
        activities: Vec::new(),
        positions: Vec::new(),
        cost_cents: none.clone(),
        left_cents: none,
    };
    let mut posts: BTreeMap<PositionId, i64> = BTreeMap::new();
    for (activity, (year, month)) in (0..).map(ActivityIndex).zip(years.iter().zip(months)) {
        let Some(payer) = year.paid.iter().position(|paid| paid.agreement == agreement.id) else { continue };
        let paid: i64 = month.paid_cents[payer][window.clone()].iter().sum();
        if paid <= 0 {
            continue;
        }
        found.activities.push((year.activity, paid));
        let eligible = eligible_cents(view, cells, activity, agreement);
        for (key, cents) in cells.costs_of(activity) {
            let account = view.registry.account_at(key.account).number;
            let allows = !agreement.must_find_cost() || key.may_be_paid_by(agreement, account);
            if let (Some(position), true) = (key.position, allows) {
                let paid_for = window.clone().filter(|month| eligible[*month] != 0);
                *posts.entry(position).or_default() += paid_for.map(|month| cents[month]).sum::<i64>();
            }
        }
        let sums = found.cost_cents.iter_mut().zip(&mut found.left_cents);
        for ((cost, left), place) in sums.zip(after.clone()) {
            *cost += month.cost_cents[place];
            *left += month.left_cents[place];
        }
    }
    found.positions = posts.into_iter().filter(|(_, cents)| *cents > 0).collect();
    found
}

/// What a view counts of an agreement for the twelve months up to `end`, its tranches in even parts.
fn yearly_cents(view: &View, (place, agreement): (usize, &FundingAgreement), end: Month) -> i64 {
    let mut sum = 0;
    for (number, tranche) in agreement.tranches.iter().enumerate() {
        let months = tranche.to.since(tranche.from).max(0) as usize + 1;
        let even = alloc::vec![1_u64; months];
        for line in 0..tranche.lines.len() {
            let counted = view.counted_cents((place, number, line));
            let parts = (0..).zip(spread(Decimal::new(counted, 2), &even));
            let inside = parts.filter(|(n, _)| {
                let month = tranche.from.plus(*n);
                month <= end && end.since(month) < 12
            });
            sum += inside.map(|(_, cents)| cents).sum::<i64>();
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::certainty::Stage;
    use crate::rule::{PaymentRule, UnspentRule};
    use crate::schedule::ScheduleRule;
    use crate::testing::{add_agreement, amount, everything, line, month, plan};
    use crate::timing::Timing;
    use alloc::sync::Arc;

    #[test]
    fn an_end_shows_what_was_paid_and_what_nobody_pays_afterwards() {
        let mut plan = plan(2, "0");
        let rent = line(50, 613, ScheduleRule::Monthly(amount("100")), Timing::SameMonth);
        plan.lines.push(Arc::new(rent));
        // 18 months, 1,350.00: 75.00 a month.
        add_agreement(&mut plan, 10, Stage::Signed, ("2027-01", "2028-06", "2027-01", "1350"));
        Arc::make_mut(&mut plan.agreements[0]).payment = PaymentRule::Fixed(UnspentRule::GiveBack);
        let view = everything(&plan);
        let found = cliff(&view);
        assert_eq!(found.endings.len(), 1);
        let ending = &found.endings[0];
        assert_eq!(ending.month, month("2028-06"));
        // 12 × 75.00; 900.00 of 2027 are spread over its months, 450.00 of 2028 over six: 75.00 a month.
        assert_eq!(ending.yearly_cents, 90_000);
        assert_eq!(ending.activities, [(None, 90_000)]);
        // July to December 2028.
        assert_eq!(ending.cost_cents, [10_000; 6]);
        assert_eq!(ending.left_cents, [10_000; 6]);
        assert_eq!(found.tied_cents.iter().sum::<i64>(), 90_000);
        assert_eq!(found.tied_cents[17], 90_000);
        let paid = &crate::statement::funding::funding_by_activity(&view)[0].paid[0];
        assert_eq!((paid.first, paid.last), (Some(month("2027-01")), Some(month("2028-06"))));
    }

    #[test]
    fn what_follows_an_end_may_be_paid_by_the_next_agreement() {
        let mut plan = plan(2, "0");
        let rent = line(50, 613, ScheduleRule::Monthly(amount("100")), Timing::SameMonth);
        plan.lines.push(Arc::new(rent));
        add_agreement(&mut plan, 10, Stage::Signed, ("2027-01", "2027-12", "2027-01", "1200"));
        add_agreement(&mut plan, 20, Stage::Filed, ("2028-01", "2028-12", "2028-01", "900"));
        let found = cliff(&everything(&plan));
        // The second ends with the horizon, beyond which nothing is known.
        assert_eq!(found.endings.len(), 1);
        // General money fills the months in proportion: 900.00 of 1,200.00 leave 25.00 a month.
        assert_eq!(found.endings[0].left_cents, [2_500; 12]);
        // A general grant is not tied to costs.
        assert_eq!(found.tied_cents, [0; 24]);
    }
}

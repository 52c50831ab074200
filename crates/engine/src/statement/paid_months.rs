//! Who pays for each activity month by month: a way to read the years, which posts nothing.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::agreement::{FundingAgreement, Tranche};
use crate::funding::cells::Cells;
use crate::id::AgreementId;
use crate::journal::ActivityIndex;
use crate::money::spread;
use crate::month::Month;
use crate::statement::funding::ActivityFunding;
use crate::statement::funding_sums::add;
use crate::view::View;

/// An activity by month of the horizon, in cents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct MonthFunding {
    /// What it costs.
    pub(crate) cost_cents: Vec<i64>,
    /// What each of those who pay it pays, in the order of [`ActivityFunding::paid`].
    pub(crate) paid_cents: Vec<Vec<i64>>,
    /// What nobody pays.
    pub(crate) left_cents: Vec<i64>,
}

/// Every activity, in the order of `years`.
///
/// What somebody pays in a fiscal year goes to the months of its period, in proportion to what is left there
/// of the costs it may pay; those with fewest months in the year come first, general grants last.
pub(crate) fn by_month(view: &View, cells: &Cells, years: &[ActivityFunding]) -> Vec<MonthFunding> {
    let places = years.iter().enumerate();
    places.map(|(place, years)| of_activity(view, cells, ActivityIndex(place as u16), years)).collect()
}

/// Someone who pays.
struct Payer<'a> {
    /// Its place among those who pay, and its agreement; none for own income.
    place: Option<usize>,
    agreement: Option<AgreementId>,
    is_general: bool,
    /// By fiscal year.
    cents: &'a [i64],
    /// The cost it may pay by month, whoever pays it in the end.
    eligible_cents: Vec<i64>,
}

fn of_activity(view: &View, cells: &Cells, activity: ActivityIndex, years: &ActivityFunding) -> MonthFunding {
    let months = view.timeline.month_count();
    let mut found = MonthFunding {
        cost_cents: alloc::vec![0; months],
        paid_cents: alloc::vec![alloc::vec![0; months]; years.paid.len()],
        left_cents: Vec::new(),
    };
    let own = cells.costs_of(activity);
    for (_, cents) in own {
        add(&mut found.cost_cents, cents);
    }
    found.left_cents.clone_from(&found.cost_cents);
    let mut payers: Vec<Payer<'_>> = Vec::new();
    for (place, paid) in years.paid.iter().enumerate() {
        let agreement = view.plan.agreements.iter().find(|known| known.id == paid.agreement);
        let Some(agreement) = agreement else { continue };
        payers.push(Payer {
            place: Some(place),
            agreement: Some(agreement.id),
            is_general: !agreement.must_find_cost(),
            cents: &paid.cents,
            eligible_cents: eligible_cents(view, cells, activity, agreement),
        });
    }
    payers.push(Payer {
        place: None,
        agreement: None,
        is_general: false,
        cents: &years.own_income_cents,
        eligible_cents: found.cost_cents.clone(),
    });
    for year in 0..view.timeline.year_count() {
        let first = year * 12;
        let month_count = |payer: &Payer<'_>| {
            payer.eligible_cents[first..first + 12].iter().filter(|cents| **cents > 0).count()
        };
        let mut turns: Vec<&Payer<'_>> = payers.iter().filter(|payer| payer.cents[year] != 0).collect();
        turns.sort_by_key(|payer| (payer.is_general, month_count(payer), payer.agreement));
        for payer in turns {
            let left = &mut found.left_cents[first..first + 12];
            let parts = parts(payer.cents[year], &payer.eligible_cents[first..first + 12], left);
            for (month, part) in parts.into_iter().enumerate() {
                left[month] -= part;
                if let Some(place) = payer.place {
                    found.paid_cents[place][first + month] += part;
                }
            }
        }
    }
    found
}

/// `cents` over twelve months: by what is left of eligible cost, what goes beyond it by what is left at all,
/// and what goes beyond that too in the last month.
fn parts(cents: i64, eligible: &[i64], left: &[i64]) -> Vec<i64> {
    let own: Vec<i64> = left.iter().zip(eligible).map(|(left, own)| (*left).min(*own).max(0)).collect();
    let others: Vec<i64> = left.iter().zip(&own).map(|(left, own)| (left - own).max(0)).collect();
    let mut parts = alloc::vec![0; left.len()];
    let mut rest = cents;
    for room in [own, others] {
        let taken = rest.min(room.iter().sum());
        let weights: Vec<u64> = room.iter().map(|cents| cents.unsigned_abs()).collect();
        for (part, more) in parts.iter_mut().zip(spread(Decimal::new(taken, 2), &weights)) {
            *part += more;
        }
        rest -= taken;
    }
    if let Some(last) = parts.last_mut() {
        *last += rest;
    }
    parts
}

/// The cost of an activity that an agreement may pay in the months of the tranches that the view counts.
pub(crate) fn eligible_cents(
    view: &View,
    cells: &Cells,
    activity: ActivityIndex,
    agreement: &FundingAgreement,
) -> Vec<i64> {
    let mut sums = alloc::vec![0; view.timeline.month_count()];
    for (key, cents) in cells.costs_of(activity) {
        let account = view.registry.account_at(key.account).number;
        if !agreement.must_find_cost() || key.may_be_paid_by(agreement, account) {
            add(&mut sums, cents);
        }
    }
    let counts = |tranche: &Tranche| view.counts(agreement, tranche);
    let tranches = agreement.tranches.iter().filter(|tranche| counts(tranche));
    let periods: Vec<(Month, Month)> =
        tranches.map(|tranche| (tranche.from, agreement.usable_until(tranche, counts))).collect();
    for (place, sum) in sums.iter_mut().enumerate() {
        let month = view.timeline.first().plus(place as i32);
        if !periods.iter().any(|(from, to)| (*from..=*to).contains(&month)) {
            *sum = 0;
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_goes_to_its_own_months_first_and_beyond_them_only_when_they_are_paid() {
        // 6.00 of 9.00 in its own months: 2/3 of each; 12.00 fill them, the 3.00 beyond go to the others in
        // proportion, 1.00 and 2.00; of 20.00 nothing is left to pay for 2.00.
        let (own, left) = ([300, 600, 0, 0], [300, 600, 300, 600]);
        assert_eq!(parts(600, &own, &left), [200, 400, 0, 0]);
        assert_eq!(parts(1_200, &own, &left), [300, 600, 100, 200]);
        assert_eq!(parts(2_000, &own, &left), [300, 600, 300, 800]);
    }
}

//! Costs that the user chose for a tranche.

use super::*;
use previ_engine::rule::{ChosenCost, ChosenKind};

fn chosen(activity: Option<u32>, account: u32, amount: i64) -> ChosenCost {
    ChosenCost {
        activity: activity.map(ActivityId),
        cost: ChosenKind::Account(AccountNumber::of(account)),
        amount: euros(amount),
    }
}

#[test]
fn a_chosen_cost_is_paid_first_though_its_payer_comes_last() {
    let mut plan = plan(1);
    once(&mut plan, 611, Some(1), "2027-05", 4_000);
    for id in [1, 2] {
        let tranches = vec![tranche(id, "2027-01", "2027-12", Some(1), 4_000)];
        agreement(&mut plan, id, GIVE_BACK, &[], tranches).income_account =
            Some(AccountNumber::of(7400 + id));
    }
    let paid = |plan: &Plan| [7401, 7402].map(|account| in_year(plan, account, 2027));
    assert_eq!(paid(&plan), [4_000, 0].map(of));
    Arc::make_mut(&mut plan.agreements[1]).tranches[0].chosen = vec![chosen(Some(1), 61, 1_500)];
    assert_eq!(paid(&plan), [2_500, 1_500].map(of));
    // Not of another account, nor of an activity below.
    for other in [chosen(Some(1), 62, 1_500), chosen(Some(2), 61, 1_500)] {
        Arc::make_mut(&mut plan.agreements[1]).tranches[0].chosen = vec![other];
        assert_eq!(paid(&plan), [4_000, 0].map(of));
    }
}

#[test]
fn an_earlier_choice_may_be_moved_but_not_reduced() {
    // Both want the rent; the first may pay any 61, the second only 613.
    let mut plan = plan(1);
    once(&mut plan, 613, Some(1), "2027-05", 2_000);
    once(&mut plan, 611, Some(1), "2027-05", 2_000);
    for (id, account) in [(1, 61), (2, 613)] {
        let mut part = tranche(id, "2027-01", "2027-12", Some(1), 2_000);
        part.chosen = vec![chosen(Some(1), account, 2_000)];
        agreement(&mut plan, id, GIVE_BACK, &[], vec![part]);
    }
    assert_eq!(in_year(&plan, 741, 2027), of(4_000));
}

#[test]
fn a_choice_takes_carried_money_first_and_counts_over_the_years() {
    let mut plan = plan(2);
    for (when, amount) in [("2027-05", 1_000), ("2028-05", 5_000)] {
        once(&mut plan, 611, Some(1), when, amount);
    }
    let mut part = tranche(1, "2027-01", "2028-12", Some(1), 6_000);
    part.chosen = vec![chosen(Some(1), 611, 3_500)];
    agreement(&mut plan, 2, CARRY, &[], vec![part]).income_account = Some(AccountNumber::of(7402));
    let tranches = vec![tranche(2, "2028-01", "2028-12", Some(1), 4_000)];
    agreement(&mut plan, 1, GIVE_BACK, &[], tranches).income_account = Some(AccountNumber::of(7401));
    // 2027: 1,000 by choice, 2,000 carried. 2028: 2,500 are left of the choice: the 2,000 carried and 500 of the
    // 3,000 new; then 2,500 of the 4,000 of the other, given back at the end.
    assert_eq!(in_year(&plan, 7894, 2028), of(2_000));
    assert_eq!([7401, 7402].map(|account| in_year(&plan, account, 2028)), [2_500, 500].map(of));
}

//! Who pays what.

use super::*;

/// What A and B pay and give back of a rent and a salary, each with its accounts.
fn rent_and_salary(costs: [i64; 2], a: (i64, &[u32]), b: (i64, &[u32])) -> [Decimal; 4] {
    let mut plan = plan(1);
    once(&mut plan, 613, Some(1), "2027-02", costs[0]);
    once(&mut plan, 641, Some(1), "2027-02", costs[1]);
    for (id, (amount, accounts)) in [(1, a), (2, b)] {
        let tranches = vec![tranche(id, "2027-01", "2027-12", Some(1), amount)];
        agreement(&mut plan, id, GIVE_BACK, accounts, tranches).income_account =
            Some(AccountNumber::of(7400 + id));
    }
    [
        in_year(&plan, 7401, 2027),
        in_year(&plan, 7402, 2027),
        in_year(&plan, 468, 2027),
        paid(&plan, "2028-06"),
    ]
}

#[test]
fn who_may_pay_more_leaves_to_the_other_what_only_the_other_may_pay() {
    // 12,000 on both costs and 4,000 on the salary: 16,000 of 20,000 are paid.
    let all = rent_and_salary([10_000, 10_000], (12_000, &[613, 641]), (4_000, &[641]));
    assert_eq!(all, [12_000, 4_000, 0, 0].map(of));
    // B has 4,000 for a salary of 4,000: A pays the rent alone, whichever it would take first.
    for costs in [[10_000, 4_000], [10_000, 4_001]] {
        let all = rent_and_salary(costs, (10_000, &[613, 641]), (4_000, &[641]));
        assert_eq!(all, [10_000, 4_000, 0, 0].map(of));
    }
    let all = rent_and_salary([4_000, 10_000], (10_000, &[613, 641]), (4_000, &[613]));
    assert_eq!(all, [10_000, 4_000, 0, 0].map(of));
    // Not enough for both: 12,000 − 9,000 = 3,000 remain for B, 1,000 go back six months after the year.
    let all = rent_and_salary([2_000, 10_000], (9_000, &[613, 641]), (4_000, &[64]));
    assert_eq!(all, [9_000, 3_000, 1_000, -1_000].map(of));
}

#[test]
fn what_finds_no_cost_is_given_back() {
    // 12,000 for a rent of 10,000, 4,000 for a salary of 10,000: 14,000 are used, 2,000 go back.
    let all = rent_and_salary([10_000, 10_000], (12_000, &[613]), (4_000, &[641]));
    assert_eq!(all, [10_000, 4_000, 2_000, -2_000].map(of));
}

#[test]
fn a_late_decision_pays_what_others_left_of_earlier_years() {
    let mut plan = plan(2);
    once(&mut plan, 613, Some(1), "2027-05", 1_000);
    once(&mut plan, 611, Some(1), "2027-05", 3_000);
    agreement(&mut plan, 1, GIVE_BACK, &[], vec![tranche(1, "2027-01", "2027-12", Some(1), 1_000)]);
    let mut late = tranche(2, "2027-01", "2027-12", Some(1), 5_000);
    late.decision = month("2028-03");
    agreement(&mut plan, 2, GIVE_BACK, &[611], vec![late]);
    // The first funder can pay the rent, which leaves all 3,000 to the second one.
    assert_eq!([2027, 2028].map(|year| in_year(&plan, 741, year)), [1_000, 3_000].map(of));
    assert_eq!(in_month(&plan, 468, "2028-03"), of(2_000));
}

#[test]
fn what_a_late_decision_takes_of_an_earlier_year_is_gone_for_the_next_one() {
    let mut plan = plan(3);
    once(&mut plan, 611, Some(1), "2027-05", 6_000);
    for (id, decision) in [(1, "2028-02"), (2, "2028-09"), (3, "2029-01")] {
        let mut late = tranche(id, "2027-01", "2027-12", Some(1), 2_500);
        late.decision = month(decision);
        agreement(&mut plan, id, GIVE_BACK, &[], vec![late]);
    }
    // 2,500 twice in 2028; 1,000 of the 6,000 are left in 2029, the other 1,500 go back.
    assert_eq!([2027, 2028, 2029].map(|year| in_year(&plan, 741, year)), [0, 5_000, 1_000].map(of));
    assert_eq!(in_year(&plan, 468, 2029), of(1_500));
}

#[test]
fn what_an_activity_earns_itself_pays_first() {
    let mut plan = plan(1);
    once(&mut plan, 611, Some(2), "2027-05", 10_000);
    once(&mut plan, 706, Some(1), "2027-07", 3_000);
    agreement(&mut plan, 1, GIVE_BACK, &[], vec![tranche(1, "2027-01", "2027-12", Some(2), 9_000)]);
    assert_eq!(in_year(&plan, 741, 2027), of(7_000));
    // What the structure earns pays nothing.
    let mut plan = plan.clone();
    Arc::make_mut(&mut plan.lines[1]).activity = None;
    assert_eq!(in_year(&plan, 741, 2027), of(9_000));
}

//! Lump sums: carried, given back, kept.

use super::*;

#[test]
fn what_a_year_does_not_need_is_carried_to_the_next_one_and_the_end_gives_back() {
    let mut plan = plan(4);
    let mut tranches = Vec::new();
    for (year, granted, cost) in
        [(2027, 40_000, 40_000), (2028, 40_000, 34_000), (2029, 30_000, 36_000), (2030, 40_000, 37_000)]
    {
        let (from, to) = (format!("{year}-01"), format!("{year}-12"));
        tranches.push(tranche(year as u32, &from, &to, Some(1), granted));
        once(&mut plan, 611, Some(1), &format!("{year}-05"), cost);
    }
    agreement(&mut plan, 1, CARRY, &[], tranches);
    // 2028: 40,000 − 34,000 = 6,000 are left. 2029: 36,000 = 6,000 carried + 30,000. 2030: 40,000 − 37,000.
    let awarded = [40_000, 40_000, 30_000, 37_000].map(of);
    assert_eq!([2027, 2028, 2029, 2030].map(|year| in_year(&plan, 741, year)), awarded);
    assert_eq!([2027, 2028, 2029, 2030].map(|year| -in_year(&plan, 6894, year)), [0, 6_000, 0, 0].map(of));
    assert_eq!([2027, 2028, 2029, 2030].map(|year| in_year(&plan, 7894, year)), [0, 0, 6_000, 0].map(of));
    assert_eq!([2028, 2029].map(|year| in_year(&plan, 194, year)), [6_000, -6_000].map(of));
    assert_eq!(in_month(&plan, 468, "2030-12"), of(3_000));
}

#[test]
fn carried_money_is_used_in_the_months_of_the_costs() {
    let mut plan = plan(2);
    for (when, amount) in [("2027-02", 4_000), ("2028-03", 1_500), ("2028-04", 2_000), ("2028-09", 9_000)] {
        once(&mut plan, 611, Some(2), when, amount);
    }
    let carry = PaymentRule::Fixed(UnspentRule::Carry { until: Some(month("2028-12")) });
    agreement(&mut plan, 1, carry, &[], vec![tranche(1, "2027-01", "2027-12", Some(1), 8_000)]);
    // 8,000 − 4,000 are carried; 1,500 go in March, 2,000 in April, the last 500 in September.
    let used = ["2028-03", "2028-04", "2028-09"].map(|when| in_month(&plan, 7894, when));
    assert_eq!(used, [1_500, 2_000, 500].map(of));
    assert_eq!(in_year(&plan, 468, 2028), of(0));
}

#[test]
fn money_of_a_year_pays_costs_of_its_tranche_only_and_once_carried_those_of_later_ones() {
    let mut plan = plan(2);
    once(&mut plan, 611, Some(1), "2027-03", 1_000);
    once(&mut plan, 611, Some(1), "2027-09", 2_000);
    once(&mut plan, 611, Some(1), "2028-02", 1_500);
    let tranches = vec![
        tranche(1, "2027-01", "2027-06", Some(1), 5_000),
        tranche(2, "2028-01", "2028-03", Some(1), 200),
    ];
    agreement(&mut plan, 1, CARRY, &[], tranches);
    // 5,000 − 1,000 are carried, for September is after June; of them 1,500 are used in February; the 200
    // find nothing left. 4,000 − 1,500 + 200 go back in March 2028.
    assert_eq!(in_month(&plan, 6894, "2027-12"), of(-4_000));
    assert_eq!(in_month(&plan, 7894, "2028-02"), of(1_500));
    assert_eq!(in_month(&plan, 468, "2028-03"), of(2_700));
    assert_eq!(in_year(&plan, 741, 2028), of(0));
}

#[test]
fn what_is_given_back_is_paid_after_the_report_and_the_delay() {
    let with = |report: Option<&str>| {
        let mut plan = plan(2);
        once(&mut plan, 611, None, "2027-05", 9_000);
        let mut part = tranche(1, "2027-01", "2027-09", None, 10_000);
        part.report = report.map(month);
        agreement(&mut plan, 1, GIVE_BACK, &[], vec![part]);
        Arc::make_mut(&mut plan.funders[0]).delay_months = 2;
        // What finds no cost is no income any more at the end of the tranche.
        assert_eq!(in_month(&plan, 741, "2027-09"), of(-1_000));
        plan
    };
    // Six months after December 2027 and two more.
    assert_eq!(paid(&with(None), "2028-08"), of(-1_000));
    assert_eq!(paid(&with(Some("2027-11")), "2028-01"), of(-1_000));
    // Never before the end: September and two more.
    assert_eq!(paid(&with(Some("2027-02")), "2027-11"), of(-1_000));
}

#[test]
fn a_reasonable_part_of_what_is_left_is_kept() {
    let mut plan = plan(2);
    once(&mut plan, 611, Some(1), "2027-05", 3_000);
    once(&mut plan, 611, Some(1), "2028-05", 5_500);
    let keep = PaymentRule::Fixed(UnspentRule::Keep { up_to: percent(10) });
    agreement(&mut plan, 1, keep, &[], vec![tranche(1, "2027-01", "2028-12", Some(1), 10_000)]);
    // 5,000 a year: 2,000 are carried. 2028: these first, then 3,500 of the 5,000; 1,500 are left and 10 %
    // of 8,500 = 850 kept.
    assert_eq!([2027, 2028].map(|year| in_year(&plan, 7894, year)), [0, 2_000].map(of));
    assert_eq!([2027, 2028].map(|year| in_year(&plan, 741, year)), [5_000, 4_350].map(of));
    assert_eq!(in_month(&plan, 468, "2028-12"), of(650));
}

#[test]
fn what_is_kept_of_carried_money_becomes_income() {
    let mut plan = plan(2);
    once(&mut plan, 611, Some(1), "2027-05", 4_000);
    let keep = PaymentRule::Fixed(UnspentRule::Keep { up_to: percent(40) });
    agreement(&mut plan, 1, keep, &[], vec![tranche(1, "2027-01", "2028-12", Some(1), 10_000)]);
    // 1,000 are carried, 6,000 left in 2028, 40 % of 4,000 = 1,600 kept: 1,000 of the carried ones, 600 new.
    assert_eq!(in_month(&plan, 7894, "2028-12"), of(1_000));
    assert_eq!(in_year(&plan, 741, 2028), of(600));
    assert_eq!(in_year(&plan, 468, 2028), of(4_400));
}

//! When money of funders comes, and what is set aside for it.

use super::*;
use previ_engine::payment::Receipt;
use previ_engine::provision::{Provision, Release};

/// Payments of 12,000 for 2027-02 to 2028-09, decided in March 2027, with costs of 1,000 a month.
fn with(payment: PaymentRule, instalments: Vec<Instalment>) -> Plan {
    let mut plan = plan(4);
    for place in 0..20 {
        once(&mut plan, 611, Some(1), &month("2027-02").plus(place).to_string(), 1_000);
    }
    let mut part = tranche(1, "2027-02", "2028-09", Some(1), 12_000);
    part.decision = month("2027-03");
    part.instalments = instalments;
    agreement(&mut plan, 1, payment, &[], vec![part]);
    plan
}

fn all(expected: &[(&str, i64)]) -> BTreeMap<Month, Decimal> {
    expected.iter().map(|(when, euros)| (month(when), of(*euros))).collect()
}

fn whole(trigger: Trigger) -> Vec<Instalment> {
    vec![Instalment::new(Part::Share(percent(100)), trigger)]
}

#[test]
fn each_trigger_has_its_months() {
    let paid = |trigger| all_paid(&with(PaymentRule::General, whole(trigger)));
    assert_eq!(paid(Trigger::OnSignature), all(&[("2027-03", 12_000)]));
    // January 2027 and 2028, the first with the decision.
    assert_eq!(paid(Trigger::EachYearIn(1)), all(&[("2027-03", 6_000), ("2028-01", 6_000)]));
    // Twenty months: six quarters of three, two months left; 12,000 × 3 ÷ 20 = 1,800.
    let quarters =
        ["2027-04", "2027-07", "2027-10", "2028-01", "2028-04", "2028-07"].map(|when| (when, 1_800));
    assert_eq!(paid(Trigger::Quarterly), all(&[&quarters[..], &[("2028-09", 1_200)]].concat()));
    // The tenth month of twenty.
    assert_eq!(paid(Trigger::OnInterimReport), all(&[("2027-11", 12_000)]));
    // Six months after December 2028, and three.
    assert_eq!(paid(Trigger::AfterReport { months: 3 }), all(&[("2029-09", 12_000)]));
    assert_eq!(paid(Trigger::AfterOthers { months: 3 }), all(&[("2029-09", 12_000)]));
    // Half of the time.
    assert_eq!(paid(Trigger::WhenSpent(percent(50))), all(&[("2027-11", 12_000)]));
}

#[test]
fn what_is_covered_is_the_cost_or_what_it_makes_due() {
    let month_of = |payment| {
        let paid = all_paid(&with(payment, whole(Trigger::WhenSpent(percent(50)))));
        paid.keys().next().map(Month::to_string).unwrap_or_default()
    };
    // 6,000 of cost in July 2027; 40 % of 15,000 in April 2028.
    assert_eq!(month_of(GIVE_BACK), "2027-07");
    assert_eq!(month_of(PaymentRule::Rate(percent(40))), "2028-04");
    // 20 % of all 20,000 are 4,000: never half, so with the report.
    let paid = all_paid(&with(PaymentRule::Rate(percent(20)), whole(Trigger::WhenSpent(percent(50)))));
    assert_eq!(paid, all(&[("2029-06", 4_000)]));
}

#[test]
fn who_waits_for_others_is_paid_after_the_last_of_them() {
    let after = |plan: &mut Plan, id: u32, months: u8, amount: i64| {
        let mut part = tranche(id, "2027-01", "2027-12", Some(2), amount);
        part.instalments = whole(Trigger::AfterOthers { months });
        agreement(plan, id, PaymentRule::General, &[], vec![part]);
    };
    let mut plan = plan(4);
    let mut part = tranche(1, "2027-01", "2027-12", Some(1), 1_000);
    part.instalments = whole(Trigger::InMonth(month("2027-04")));
    agreement(&mut plan, 1, PaymentRule::General, &[], vec![part]);
    after(&mut plan, 2, 2, 500);
    assert_eq!(all_paid(&plan), all(&[("2027-04", 1_000), ("2027-06", 500)]));
    // Two that wait for each other: with the report, June 2028, and their months.
    after(&mut plan, 3, 5, 70);
    assert_eq!(all_paid(&plan), all(&[("2027-04", 1_000), ("2028-08", 500), ("2028-11", 70)]));
}

#[test]
fn what_did_not_come_is_due_with_the_next_payment() {
    let instalments = |received: &[Option<(&str, i64)>]| {
        let all = [("2027-03", 5_000), ("2027-09", 4_000), ("2028-03", 3_000)];
        let one = |((when, euros_due), came): ((&str, i64), &Option<(&str, i64)>)| Instalment {
            received: came.map(|(when, amount)| Receipt { month: month(when), amount: euros(amount) }),
            ..Instalment::new(Part::Amount(euros(euros_due)), Trigger::InMonth(month(when)))
        };
        all.into_iter().zip(received).map(one).collect::<Vec<_>>()
    };
    let paid =
        |received: &[Option<(&str, i64)>]| all_paid(&with(PaymentRule::General, instalments(received)));
    let came = paid(&[Some(("2027-05", 4_400)), None, None]);
    assert_eq!(came, all(&[("2027-05", 4_400), ("2027-09", 4_600), ("2028-03", 3_000)]));
    let came = paid(&[Some(("2027-05", 4_400)), Some(("2027-08", 5_000)), None]);
    assert_eq!(came, all(&[("2027-05", 4_400), ("2027-08", 5_000), ("2028-03", 2_600)]));
    // Nobody is left to pay 100.
    let came = paid(&[Some(("2027-05", 4_900)), Some(("2027-08", 4_000)), Some(("2028-04", 3_000))]);
    assert_eq!(came, all(&[("2027-05", 4_900), ("2027-08", 4_000), ("2028-04", 3_000)]));
}

#[test]
fn money_that_came_is_not_weighed_unless_the_view_weighs_its_tranche() {
    let mut plan = with(
        PaymentRule::General,
        vec![Instalment {
            received: Some(Receipt { month: month("2027-05"), amount: euros(4_001) }),
            ..Instalment::new(Part::Share(percent(100)), Trigger::OnDecision)
        }],
    );
    Arc::make_mut(&mut plan.agreements[0]).stage = Stage::Filed;
    let claim = |view| credit(&plan, view, 441, "2027-05", "2027-05");
    assert_eq!(claim(CertaintyView::Everything), of(4_001));
    // Filed weighs half: 2,000.50.
    assert_eq!(claim(CertaintyView::Expected), Decimal::new(200_050, 2));
}

#[test]
fn a_provision_follows_what_came_and_what_is_still_owed() {
    // Expected 30,000, 36,000 and 24,000; 10,000 + 12,000 + 3,000, 9,000 + 15,000 and 7,000 come.
    let mut plan = plan(3);
    let mut tranches = Vec::new();
    for (year, expected, parts) in [
        (2027, 30_000, &[10_000, 12_000, 3_000][..]),
        (2028, 36_000, &[9_000, 15_000]),
        (2029, 24_000, &[7_000]),
    ] {
        let mut part = tranche(year as u32, &format!("{year}-01"), &format!("{year}-12"), Some(1), expected);
        let instalment = |(after, amount): (usize, &i64)| {
            let when = Trigger::InMonth(month(&format!("{}-06", year + after as i32)));
            Instalment::new(Part::Amount(euros(*amount)), when)
        };
        part.instalments = parts.iter().enumerate().map(instalment).collect();
        tranches.push(part);
    }
    tranches[0].releases = vec![Release { month: month("2029-05"), amount: euros(1_000) }];
    agreement(&mut plan, 1, PaymentRule::General, &[], tranches).provision =
        Some(Provision { received: percent(10), unpaid: percent(25) });
    // 2029: 10 % of 25,000 and 25 % of 17,000 = 6,750. Back: 25 % of 8,000 − 5,000 and of 27,000 − 12,000, which
    // is 750 + 3,750, and the 1,000.
    assert_eq!(-in_year(&plan, 6815, 2029), of(6_750));
    assert_eq!(in_year(&plan, 7815, 2029), of(5_500));
    // 2027: 1,000 + 25 % of 20,000. 2028: 2,100 + 6,750, back 25 % of 12,000.
    assert_eq!([2027, 2028].map(|year| -in_year(&plan, 6815, year)), [6_000, 8_850].map(of));
    assert_eq!([2027, 2028].map(|year| in_year(&plan, 7815, year)), [0, 3_000].map(of));
}

#[test]
fn no_more_of_a_provision_is_released_than_was_made() {
    let mut plan = plan(2);
    let mut part = tranche(1, "2027-01", "2027-12", None, 1_000);
    let release = |when: &str, amount| Release { month: month(when), amount: euros(amount) };
    part.releases = vec![release("2028-07", 80), release("2028-03", 60), release("2027-06", 30)];
    agreement(&mut plan, 1, PaymentRule::General, &[], vec![part]).provision =
        Some(Provision { received: percent(10), unpaid: percent(0) });
    // 100 at the end of 2027; nothing before, then 60 and the 40 that remain.
    let released = ["2027-06", "2028-03", "2028-07"].map(|when| in_month(&plan, 7815, when));
    assert_eq!(released, [0, 60, 40].map(of));
}

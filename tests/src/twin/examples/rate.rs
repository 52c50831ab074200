//! Shares of the cost.

use super::*;

#[test]
fn two_funders_at_half_of_a_salary_pay_half_each_and_a_third_pays_nothing() {
    let mut plan = plan(1);
    once(&mut plan, 641, Some(1), "2027-06", 40_000);
    for id in [1, 2, 3] {
        let tranches = vec![tranche(id, "2027-01", "2027-12", Some(1), 30_000)];
        agreement(&mut plan, id, PaymentRule::Rate(percent(50)), &[64], tranches).income_account =
            Some(AccountNumber::of(7400 + id));
    }
    // 50 % of 40,000 = 20,000 each; then nothing is left of the salary.
    assert_eq!(
        [7401, 7402, 7403].map(|account| in_month(&plan, account, "2027-06")),
        [20_000, 20_000, 0].map(of)
    );
}

#[test]
fn a_rate_is_earned_as_costs_come_and_its_balance_pays_no_more() {
    let with = |costs: i64| {
        let mut plan = plan(2);
        for when in ["2027-02", "2027-08"] {
            once(&mut plan, 611, Some(1), when, costs);
        }
        let mut part = tranche(1, "2027-01", "2027-12", Some(1), 6_000);
        part.instalments = [(4_200, "2027-03"), (1_800, "2028-03")]
            .map(|(amount, when)| Instalment::new(Part::Amount(euros(amount)), Trigger::InMonth(month(when))))
            .to_vec();
        agreement(&mut plan, 1, PaymentRule::Rate(percent(50)), &[], vec![part]);
        plan
    };
    let result = |plan: &Plan| {
        ["2027-02", "2027-08"]
            .map(|when| in_month(plan, 741, when))
            .into_iter()
            .chain(["2027-03", "2028-03", "2028-06"].map(|when| paid(plan, when)))
            .collect::<Vec<Decimal>>()
    };
    // 50 % of 5,000 twice; the balance is 5,000 − 4,200.
    assert_eq!(result(&with(5_000)), [2_500, 2_500, 4_200, 800, 0].map(of));
    // 50 % of 7,000, then what the 6,000 leave.
    assert_eq!(result(&with(7_000)), [3_500, 2_500, 4_200, 1_800, 0].map(of));
    // 50 % of 4,000 twice: 200 were received too much.
    assert_eq!(result(&with(4_000)), [2_000, 2_000, 4_200, 0, -200].map(of));
}

#[test]
fn a_view_weighs_what_a_rate_makes_due() {
    let mut plan = plan(1);
    once(&mut plan, 611, None, "2027-05", 10_000);
    let tranches = vec![tranche(1, "2027-01", "2027-12", None, 6_000)];
    agreement(&mut plan, 1, PaymentRule::Rate(percent(80)), &[], tranches).stage = Stage::Filed;
    // 80 % of 10,000 are 8,000, at most 6,000; filed weighs 50 %.
    let award = |view| credit(&plan, view, 741, "2027-05", "2027-05");
    assert_eq!(award(CertaintyView::Everything), of(6_000));
    assert_eq!(award(CertaintyView::Expected), of(3_000));
    assert_eq!(award(CertaintyView::Certain), of(0));
}

#[test]
fn what_an_investment_grant_pays_is_no_cost() {
    let mut plan = plan(1);
    let (id, account) = (InvestmentId(1), AccountNumber::of(2183));
    plan.investments.push(Arc::new(Investment {
        id,
        label: String::new(),
        account,
        activity: Some(ActivityId(1)),
        purchase: month("2027-01"),
        amount: euros(12_000),
        in_use: None,
        life_months: Some(12),
        settlement: Settlement::default(),
        only_if: None,
    }));
    let grant = vec![tranche(1, "2027-01", "2027-12", Some(1), 4_000)];
    agreement(&mut plan, 1, GIVE_BACK, &[], grant).investment = Some(id);
    let tranches = vec![tranche(2, "2027-01", "2027-12", Some(1), 90_000)];
    agreement(&mut plan, 2, PaymentRule::Rate(percent(50)), &[68], tranches);
    // Half of 12,000 − 4,000.
    assert_eq!(in_year(&plan, 741, 2027), of(4_000));
}

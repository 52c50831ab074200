//! Limits that funders set on their own money.

use super::*;
use previ_engine::id::InKindId;
use previ_engine::in_kind::{InKind, InKindKind};
use previ_engine::rule::{Ceiling, CostNature, FlatRate, FlatRateBase};

/// Volunteers in a month.
fn volunteers(plan: &mut Plan, activity: u32, when: &str, amount: i64) {
    let rule = ScheduleRule::Once { month: month(when), amount: euros(amount) };
    plan.in_kind.push(Arc::new(InKind {
        id: InKindId(300),
        label: String::new(),
        kind: InKindKind::Volunteering,
        activity: Some(ActivityId(activity)),
        schedule: Schedule { rule, from: None, to: None, overrides: Default::default() },
        only_if: None,
        hourly: None,
    }));
}

fn share(value: i64) -> Part {
    Part::Share(percent(value))
}

#[test]
fn contributions_in_kind_enlarge_the_base_of_public_money() {
    let mut plan = plan(1);
    once(&mut plan, 611, Some(1), "2027-05", 3_000);
    volunteers(&mut plan, 2, "2027-06", 600);
    let tranches = vec![tranche(1, "2027-01", "2027-12", Some(1), 5_000)];
    let agreement = agreement(&mut plan, 1, GIVE_BACK, &[], tranches);
    agreement.ceilings = vec![Ceiling::PublicMoney(percent(80))];
    agreement.eligible.in_kind = true;
    // 80 % of 3,000 + 600.
    assert_eq!(in_year(&plan, 741, 2027), of(2_880));
    assert_eq!(paid(&plan, "2027-01"), of(2_880));
    // The ceiling cuts before anything is used: nothing goes back.
    assert_eq!(in_year(&plan, 468, 2027), of(0));
}

#[test]
fn other_public_money_takes_its_part_of_the_ceiling_by_months() {
    let with = |kind: FunderKind, decision: &str, limited: bool| {
        let mut plan = plan(2);
        once(&mut plan, 611, Some(2), "2027-05", 10_000);
        let (id, name) = (FunderId(2), String::new());
        plan.funders.push(Arc::new(Funder { id, name, kind, delay_months: 0 }));
        let mut own = tranche(1, "2027-01", "2027-12", Some(1), 9_000);
        own.decision = month("2027-03");
        agreement(&mut plan, 1, GIVE_BACK, &[], vec![own]).ceilings = vec![Ceiling::PublicMoney(percent(80))];
        // Twelve months, of which six lie in 2027.
        let mut other = tranche(2, "2027-07", "2028-06", Some(2), 6_000);
        other.decision = month(decision);
        let other = agreement(&mut plan, 2, GIVE_BACK, &[], vec![other]);
        other.funder = FunderId(2);
        other.income_account = Some(AccountNumber::of(7551));
        other.ceilings = if limited { vec![Ceiling::PublicMoney(percent(100))] } else { Vec::new() };
        in_year(&plan, 741, 2027)
    };
    // 80 % of 10,000 less six twelfths of 6,000.
    assert_eq!(with(FunderKind::Region, "2027-02", false), of(5_000));
    assert_eq!(with(FunderKind::Region, "2027-09", false), of(5_000));
    // Private money does not count.
    assert_eq!(with(FunderKind::Foundation, "2027-02", false), of(8_000));
    // What is decided later and limited itself comes after; decided before, it is cut to 0, for no cost lies in
    // its own months.
    assert_eq!(with(FunderKind::Region, "2027-09", true), of(8_000));
    assert_eq!(with(FunderKind::Region, "2027-02", true), of(8_000));
}

#[test]
fn a_nature_of_cost_is_paid_up_to_its_cap_over_the_life_of_the_tranche() {
    let mut plan = plan(2);
    for (account, when, amount) in
        [(641, "2027-05", 6_000), (611, "2027-05", 1_000), (641, "2028-05", 6_000), (611, "2028-05", 3_000)]
    {
        once(&mut plan, account, Some(1), when, amount);
    }
    let tranches = vec![tranche(1, "2027-01", "2028-12", Some(1), 20_000)];
    agreement(&mut plan, 1, CARRY, &[], tranches).ceilings = vec![
        Ceiling::Nature(CostNature::Staff, share(50)),
        Ceiling::Nature(CostNature::Staff, Part::Amount(euros(9_000))),
    ];
    // 2027: half of 7,000 for staff and 1,000; 10,000 − 4,500 are carried. 2028: half of 16,000 = 8,000 less
    // 3,500 for staff and 3,000: 7,500, of which 5,500 carried. The other 8,000 go back.
    assert_eq!(-in_year(&plan, 6894, 2027), of(5_500));
    assert_eq!(in_year(&plan, 7894, 2028), of(5_500));
    assert_eq!(in_year(&plan, 741, 2028), of(2_000));
    assert_eq!(in_year(&plan, 468, 2028), of(8_000));
}

#[test]
fn what_one_may_not_pay_is_left_to_the_next() {
    let mut plan = plan(1);
    once(&mut plan, 641, Some(1), "2027-05", 6_000);
    once(&mut plan, 611, Some(1), "2027-05", 2_000);
    for id in [1, 2] {
        let tranches = vec![tranche(id, "2027-01", "2027-12", Some(1), 5_000)];
        agreement(&mut plan, id, GIVE_BACK, &[], tranches).income_account =
            Some(AccountNumber::of(7400 + id));
    }
    Arc::make_mut(&mut plan.agreements[0]).ceilings = vec![Ceiling::Nature(CostNature::Staff, share(25))];
    // 25 % of 8,000 = 2,000 of staff and all of the rest; the second pays the 4,000 of staff that remain.
    assert_eq!([7401, 7402].map(|account| in_year(&plan, account, 2027)), [4_000, 4_000].map(of));
}

#[test]
fn an_amount_for_one_nature_is_shared_between_the_lines() {
    let mut plan = plan(1);
    once(&mut plan, 641, Some(1), "2027-05", 6_000);
    once(&mut plan, 641, None, "2027-05", 6_000);
    let mut part = tranche(1, "2027-01", "2027-12", Some(1), 6_000);
    part.lines.push(FundingLine::new(Some(ActivityId(2)), euros(2_000)));
    agreement(&mut plan, 1, GIVE_BACK, &[], vec![part]).ceilings =
        vec![Ceiling::Nature(CostNature::Staff, Part::Amount(euros(1_000)))];
    // 750 of 1,000 for the line of 6,000; nothing is spent below.
    assert_eq!(in_year(&plan, 741, 2027), of(750));
}

/// A share of 50 % of a cost of 10,000, of which 6,000 are staff, with so much of the structure's cost and a flat
/// rate of 20 % of staff cost.
fn at_a_flat_rate(payment: PaymentRule, granted: i64, structure: i64) -> Plan {
    let mut plan = plan(1);
    once(&mut plan, 641, Some(1), "2027-05", 6_000);
    once(&mut plan, 611, Some(1), "2027-05", 4_000);
    once(&mut plan, 613, None, "2027-05", structure);
    let tranches = vec![tranche(1, "2027-01", "2027-12", Some(1), granted)];
    agreement(&mut plan, 1, payment, &[], tranches).eligible.flat_rate =
        Some(FlatRate { rate: percent(20), of: FlatRateBase::StaffCost });
    plan
}

#[test]
fn indirect_cost_at_a_flat_rate_enlarges_the_base_whatever_the_structure_costs() {
    // 20 % of 6,000 = 1,200; half of 11,200.
    for structure in [0, 500, 5_000] {
        let plan = at_a_flat_rate(PaymentRule::Rate(percent(50)), 90_000, structure);
        assert_eq!(in_year(&plan, 741, 2027), of(5_600));
    }
    // A lump sum pays 10,000 and 1,200, beyond the real cost if need be.
    for structure in [0, 500, 5_000] {
        assert_eq!(in_year(&at_a_flat_rate(GIVE_BACK, 15_000, structure), 741, 2027), of(11_200));
    }
}

#[test]
fn what_a_flat_rate_pays_of_the_structure_is_left_to_nobody_else() {
    let with = |structure: i64| {
        let mut plan = at_a_flat_rate(GIVE_BACK, 15_000, structure);
        let tranches = vec![tranche(2, "2027-01", "2027-12", None, 2_000)];
        agreement(&mut plan, 2, GIVE_BACK, &[613], tranches).income_account = Some(AccountNumber::of(7402));
        in_year(&plan, 7402, 2027)
    };
    assert_eq!([1_000, 2_000, 9_000].map(with), [0, 800, 2_000].map(of));
}

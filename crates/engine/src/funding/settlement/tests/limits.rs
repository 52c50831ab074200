//! Flat rates, contributions in kind, ceilings and chosen costs.

use alloc::collections::BTreeMap;

use super::*;
use crate::activity::Activity;
use crate::agreement::FundingLine;
use crate::choices::{ChoiceCost, cost_of_choices};
use crate::funding_statement::{funding_by_activity, funding_by_agreement};
use crate::id::{ActivityId, AgreementId, InKindId};
use crate::in_kind::{InKind, InKindKind};
use crate::rule::{Ceiling, ChosenCost, ChosenKind, CostNature, FlatRate, FlatRateBase};
use crate::schedule::{Schedule, ScheduleRule, YearKind};
use crate::view::View;

const GIVE_BACK: PaymentRule = PaymentRule::Fixed(UnspentRule::GiveBack);

pub(super) fn rate(text: &str) -> PaymentRule {
    PaymentRule::Rate(percent(text))
}

/// A cost of the structure in each year.
pub(super) fn of_structure(id: u32, number: u32, amounts: &[(i32, &str)]) -> Arc<BudgetLine> {
    let mut line = of_project(id, number, amounts);
    Arc::make_mut(&mut line).activity = None;
    line
}

pub(super) fn flat(text: &str, of: FlatRateBase) -> Eligibility {
    Eligibility { flat_rate: Some(FlatRate { rate: percent(text), of }), ..Eligibility::default() }
}

pub(super) fn only(number: u32) -> Eligibility {
    Eligibility { accounts: [account(number)].into(), ..Eligibility::default() }
}

fn volunteers(euros: &str) -> Arc<InKind> {
    let amounts: BTreeMap<_, _> = [(2027, amount(euros))].into();
    Arc::new(InKind {
        id: InKindId(90),
        label: String::from("Bénévoles"),
        kind: InKindKind::Volunteering,
        activity: Some(PROJECT),
        schedule: Schedule::new(ScheduleRule::Yearly {
            amounts,
            years: YearKind::Fiscal,
            months: Vec::new(),
        }),
        only_if: None,
        hourly: None,
    })
}

/// What an agreement pays of the cost of 2027 and 2028, 0 for the structure, 1 for the project.
pub(super) fn paid(view: &View, activity: usize, agreement: u32) -> Vec<i64> {
    let found = &funding_by_activity(view)[activity];
    let paid = found.paid.iter().find(|paid| paid.agreement == AgreementId(agreement));
    paid.map_or_else(Vec::new, |paid| paid.cents.clone())
}

fn beyond(view: &View) -> Vec<i64> {
    view.settlement.outcomes.values().next().unwrap().beyond_cents.clone()
}

#[test]
fn a_flat_rate_pays_the_structure_and_is_owed_beyond_its_cost() {
    let mut plan = with_project(1);
    plan.lines.push(of_project(10, 611, &[(2027, "10000")]));
    plan.lines.push(of_structure(11, 613, &[(2027, "1000")]));
    agreement(&mut plan, 20, FunderKind::Europe, rate("100"), &["20000"]);
    last(&mut plan).eligible = flat("15", FlatRateBase::DirectCost);
    let view = everything(&plan);
    // 10,000 and 15 % of it: 1,000 of rent, and 500 that no rent stands for.
    assert_eq!(figure(&view, "result.2027.741"), 1_150_000);
    assert_eq!(paid(&view, 1, 20), [1_000_000]);
    assert_eq!(paid(&view, 0, 20), [100_000]);
    assert_eq!(beyond(&view), [50_000]);
    let agreement = &funding_by_agreement(&view)[0];
    assert_eq!(agreement.paid_cents, [1_100_000]);
    assert_eq!(agreement.beyond_cents, [50_000]);
}

#[test]
fn a_flat_rate_of_staff_looks_at_staff_alone() {
    let mut plan = with_project(1);
    plan.lines.push(of_project(10, 641, &[(2027, "10000")]));
    plan.lines.push(of_project(11, 611, &[(2027, "2000")]));
    agreement(&mut plan, 20, FunderKind::Europe, rate("50"), &["20000"]);
    last(&mut plan).eligible = flat("40", FlatRateBase::StaffCost);
    // Half of 10,000 + 2,000 + 40 % of 10,000.
    assert_eq!(figure(&everything(&plan), "result.2027.741"), 800_000);
}

#[test]
fn a_lump_sum_uses_its_flat_rate_and_gives_the_rest_back() {
    let mut plan = with_project(1);
    plan.lines.push(of_project(10, 611, &[(2027, "10000")]));
    agreement(&mut plan, 20, FunderKind::State, GIVE_BACK, &["12000"]);
    last(&mut plan).eligible = flat("7", FlatRateBase::DirectCost);
    let view = everything(&plan);
    // 12,000 − 10,000 − 7 % of 10,000.
    assert_eq!(figure(&view, "balance.2027.468"), -130_000);
    assert_eq!(beyond(&view), [70_000]);
}

#[test]
fn what_a_flat_rate_gave_without_cost_is_not_charged_again_later() {
    let mut plan = with_project(2);
    plan.lines.push(of_project(10, 611, &[(2027, "10000"), (2028, "10000")]));
    plan.lines.push(of_structure(11, 613, &[(2027, "0"), (2028, "3000")]));
    agreement(&mut plan, 20, FunderKind::State, GIVE_BACK, &["40000"]);
    let convention = last(&mut plan);
    convention.eligible = flat("10", FlatRateBase::DirectCost);
    convention.tranches[0].to = month("2028-12");
    let view = everything(&plan);
    // 2027: 1,000 without cost. 2028: 2,000 in all less those 1,000, of 3,000 of rent.
    assert_eq!(beyond(&view), [100_000, 0]);
    assert_eq!(paid(&view, 0, 20), [0, 100_000]);
    // 40,000 − 11,000 − 11,000.
    assert_eq!(figure(&view, "balance.2028.468"), -1_800_000);
    // What was left of 20,000 in 2027 is carried: 9,000.
    assert_eq!(figure(&view, "balance.2027.194"), 900_000);
}

#[test]
fn volunteering_enlarges_the_base_and_no_euro_is_charged_to_it() {
    let mut plan = with_project(1);
    plan.lines.push(of_project(10, 611, &[(2027, "3000")]));
    plan.in_kind.push(volunteers("600"));
    agreement(&mut plan, 20, FunderKind::Foundation, rate("50"), &["5000"]);
    last(&mut plan).eligible.in_kind = true;
    // Half of 3,600.
    assert_eq!(figure(&everything(&plan), "result.2027.7551"), 180_000);
    // All of 3,600 would be more than there is to pay.
    last(&mut plan).payment = rate("100");
    assert_eq!(figure(&everything(&plan), "result.2027.7551"), 300_000);
}

#[test]
fn staff_is_paid_up_to_a_share_of_the_base() {
    let mut plan = with_project(1);
    plan.lines.push(of_project(10, 641, &[(2027, "6000")]));
    plan.lines.push(of_project(11, 611, &[(2027, "2000")]));
    agreement(&mut plan, 20, FunderKind::State, GIVE_BACK, &["10000"]);
    let ceiling = Ceiling::Nature(CostNature::Staff, Part::Share(percent("50")));
    last(&mut plan).ceilings = Vec::from([ceiling]);
    // 2,000, and half of 8,000 of staff.
    assert_eq!(figure(&everything(&plan), "balance.2027.468"), -400_000);
}

#[test]
fn an_amount_for_the_structure_is_for_the_life_of_the_tranche() {
    let mut plan = with_project(2);
    plan.lines.push(of_structure(10, 613, &[(2027, "700"), (2028, "700")]));
    agreement(&mut plan, 20, FunderKind::State, GIVE_BACK, &["6000"]);
    let convention = last(&mut plan);
    convention.tranches[0].to = month("2028-12");
    convention.tranches[0].lines[0].activity = None;
    convention.ceilings = Vec::from([Ceiling::Nature(CostNature::Indirect, Part::Amount(amount("1000")))]);
    // 700 in the first year, 300 in the second.
    assert_eq!(paid(&everything(&plan), 0, 20), [70_000, 30_000]);
}

#[test]
fn an_amount_is_shared_out_over_the_lines_of_a_tranche() {
    let other = ActivityId(6);
    let mut plan = with_project(1);
    let copy = Activity { id: other, ..(*plan.activities[0]).clone() };
    plan.activities.push(Arc::new(copy));
    plan.lines.push(of_project(10, 641, &[(2027, "6000")]));
    let mut second = of_project(11, 641, &[(2027, "6000")]);
    Arc::make_mut(&mut second).activity = Some(other);
    plan.lines.push(second);
    agreement(&mut plan, 20, FunderKind::State, GIVE_BACK, &["6000"]);
    let convention = last(&mut plan);
    convention.tranches[0].lines.push(FundingLine::new(Some(other), amount("3000")));
    convention.ceilings = Vec::from([Ceiling::Nature(CostNature::Staff, Part::Amount(amount("900")))]);
    let view = everything(&plan);
    // 900 in proportion to 6,000 and 3,000.
    assert_eq!((paid(&view, 1, 20), paid(&view, 2, 20)), ([60_000].into(), [30_000].into()));
}

#[test]
fn money_carried_over_and_new_money_share_a_ceiling() {
    // 20,000 over two years, 1,000 of staff a year, at most 1,500 of it.
    let mut plan = with_project(2);
    plan.lines.push(of_project(10, 641, &[(2027, "1000"), (2028, "1000")]));
    agreement(&mut plan, 20, FunderKind::State, GIVE_BACK, &["20000"]);
    let convention = last(&mut plan);
    convention.tranches[0].to = month("2028-12");
    convention.ceilings = Vec::from([Ceiling::Nature(CostNature::Staff, Part::Amount(amount("1500")))]);
    assert_eq!(paid(&everything(&plan), 1, 20), [100_000, 50_000]);
}

/// 3,000 of cost and 600 of volunteering; public money pays 80 % of both at most.
fn with_ceiling() -> Plan {
    let mut plan = with_project(1);
    plan.lines.push(of_project(10, 611, &[(2027, "3000")]));
    plan.in_kind.push(volunteers("600"));
    agreement(&mut plan, 20, FunderKind::State, GIVE_BACK, &["3600"]);
    let cut = last(&mut plan);
    cut.eligible.in_kind = true;
    cut.ceilings = Vec::from([Ceiling::PublicMoney(percent("80"))]);
    plan
}

#[test]
fn public_money_is_cut_at_its_share_of_the_base() {
    let view = everything(&with_ceiling());
    // 80 % of 3,600 is awarded, paid and used.
    assert_eq!(figure(&view, "result.2027.741"), 288_000);
    assert_eq!(figure(&view, "cash.2027-02.grants-state"), 288_000);
    assert_eq!(figure(&view, "balance.2027.468"), 0);
    assert_eq!(figure(&view, "balance.2027.441"), 0);
    // What was cut is neither counted nor still to come.
    let promise = &funding_by_agreement(&view)[0].promise;
    assert_eq!((promise.counted_cents, promise.to_come_cents[0]), (288_000, 0));
}

#[test]
fn instalments_of_what_is_cut_are_cut_in_proportion() {
    let mut plan = with_ceiling();
    let parts = ["40", "60"].map(percent).map(Part::Share);
    last(&mut plan).tranches[0].instalments = Vec::from([
        Instalment::new(parts[0], Trigger::OnDecision),
        Instalment::new(parts[1], Trigger::InMonth(month("2027-10"))),
    ]);
    let view = everything(&plan);
    assert_eq!(figure(&view, "cash.2027-02.grants-state"), 115_200);
    assert_eq!(figure(&view, "cash.2027-10.grants-state"), 172_800);
}

#[test]
fn other_public_money_for_the_same_months_cuts_and_private_money_does_not() {
    let mut plan = with_ceiling();
    agreement(&mut plan, 30, FunderKind::Foundation, PaymentRule::General, &["1000"]);
    assert_eq!(everything(&plan).settlement.cuts.values().copied().sum::<i64>(), 288_000);
    agreement(&mut plan, 40, FunderKind::Region, PaymentRule::General, &["1000"]);
    assert_eq!(everything(&plan).settlement.cuts.values().copied().sum::<i64>(), 188_000);
    // Over two years only one of them is shared.
    last(&mut plan).tranches[0].to = month("2028-12");
    assert_eq!(everything(&plan).settlement.cuts.values().copied().sum::<i64>(), 238_000);
    // A general grant to the whole association is for nothing in particular.
    last(&mut plan).tranches[0].lines[0].activity = None;
    assert_eq!(everything(&plan).settlement.cuts.values().copied().sum::<i64>(), 288_000);
}

#[test]
fn of_two_agreements_with_a_ceiling_the_one_decided_first_takes_its_money() {
    let mut plan = with_ceiling();
    agreement(&mut plan, 30, FunderKind::Region, GIVE_BACK, &["2000"]);
    let earlier = last(&mut plan);
    earlier.tranches[0].decision = month("2027-01");
    earlier.ceilings = Vec::from([Ceiling::PublicMoney(percent("50"))]);
    let view = everything(&plan);
    let cuts: Vec<i64> = view.settlement.cuts.values().copied().collect();
    // Half of 3,000 for the second, decided first; 2,880 − 1,500 for the first.
    assert_eq!(cuts, [138_000, 150_000]);
}

#[test]
fn a_line_cut_to_nothing_posts_nothing() {
    let mut plan = with_ceiling();
    agreement(&mut plan, 30, FunderKind::Region, GIVE_BACK, &["3000"]);
    let view = everything(&plan);
    assert_eq!(figure(&view, "cash.2027-02.grants-state"), 0);
    assert_eq!(figure(&view, "result.2027.741"), 300_000);
}

/// Rent and salary of 10,000 each; 10,000 for anything, 10,000 for the salary.
fn rent_and_salary() -> Plan {
    let mut plan = with_project(1);
    plan.lines.push(of_project(10, 613, &[(2027, "10000")]));
    plan.lines.push(of_project(11, 641, &[(2027, "10000")]));
    agreement(&mut plan, 30, FunderKind::Foundation, GIVE_BACK, &["10000"]);
    last(&mut plan).eligible = only(641);
    agreement(&mut plan, 20, FunderKind::State, GIVE_BACK, &["10000"]);
    plan
}

#[test]
fn a_chosen_cost_is_paid_before_anybody_else_and_what_that_costs_is_said() {
    let mut plan = rent_and_salary();
    assert_eq!(cost_of_choices(&everything(&plan)), None);
    let chosen = |number, euros| ChosenCost {
        activity: Some(PROJECT),
        cost: ChosenKind::Account(account(number)),
        amount: amount(euros),
    };
    last(&mut plan).tranches[0].chosen = Vec::from([chosen(64, "4000")]);
    let view = everything(&plan);
    // 4,000 of the salary are taken: 6,000 are left for the one who may pay nothing else.
    assert_eq!(paid(&view, 1, 30), [600_000]);
    assert_eq!(paid(&view, 1, 20), [1_000_000]);
    let cost = ChoiceCost { paid_cents: 1_600_000, unchosen_cents: 2_000_000 };
    assert_eq!(cost_of_choices(&view), Some(cost));
    assert_eq!(cost.cents(), 400_000);
    // A choice that changes nothing costs nothing.
    last(&mut plan).tranches[0].chosen = Vec::from([chosen(613, "10000")]);
    assert_eq!(cost_of_choices(&everything(&plan)).map(|cost| cost.cents()), Some(0));
}

#[test]
fn a_choice_lasts_over_the_years_and_takes_money_carried_over_first() {
    let mut plan = with_project(2);
    plan.lines.push(of_project(10, 613, &[(2027, "0"), (2028, "5000")]));
    plan.lines.push(of_project(11, 641, &[(2027, "3000"), (2028, "5000")]));
    agreement(&mut plan, 20, FunderKind::State, GIVE_BACK, &["12000"]);
    let convention = last(&mut plan);
    convention.tranches[0].to = month("2028-12");
    convention.tranches[0].chosen = Vec::from([ChosenCost {
        activity: Some(PROJECT),
        cost: ChosenKind::Account(account(641)),
        amount: amount("7000"),
    }]);
    let view = everything(&plan);
    // 2027: 3,000 of 6,000 are used, 3,000 carried. 2028: the other 4,000 chosen take those first.
    assert_eq!(figure(&view, "balance.2027.194"), 300_000);
    assert_eq!(figure(&view, "result.2028.7894"), 300_000);
    assert_eq!(paid(&view, 1, 20), [300_000, 900_000]);
    assert_eq!(figure(&view, "balance.2028.468"), 0);
}

#[test]
fn of_two_choices_of_one_cost_that_of_the_tranche_that_pays_first_is_served_first() {
    let mut plan = with_project(1);
    plan.lines.push(of_project(11, 641, &[(2027, "3000")]));
    for (id, rule) in [(20, carry()), (30, GIVE_BACK)] {
        agreement(&mut plan, id, FunderKind::State, rule, &["3000"]);
        last(&mut plan).tranches[0].chosen = Vec::from([ChosenCost {
            activity: Some(PROJECT),
            cost: ChosenKind::Account(account(641)),
            amount: amount("3000"),
        }]);
    }
    let view = everything(&plan);
    // Both may take all of the 3,000; what has to be given back is worse to leave unused than what is carried over.
    assert_eq!(paid(&view, 1, 30), [300_000]);
    assert_eq!(paid(&view, 1, 20), []);
}

#[test]
fn a_choice_of_a_cost_that_no_line_may_pay_does_nothing() {
    let mut plan = rent_and_salary();
    last(&mut plan).tranches[0].chosen = Vec::from([ChosenCost {
        activity: None,
        cost: ChosenKind::Account(account(64)),
        amount: amount("4000"),
    }]);
    assert_eq!(cost_of_choices(&everything(&plan)).map(|cost| cost.cents()), Some(0));
}

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::certainty::{Certainty, CertaintyView};
use crate::funder::FunderKind;
use crate::id::InvestmentId;
use crate::investment::Investment;
use crate::line::BudgetLine;
use crate::payment::{Instalment, Part, Trigger};
use crate::plan::Plan;
use crate::projection::project;
use crate::rule::{Eligibility, PaymentRule, UnspentRule};
use crate::testing::{
    PROJECT, account, agreement, amount, everything, figure, last, month, no_reference, of_project, percent,
    with_project,
};
use crate::timing::Settlement;

mod limits;
mod random;
mod resume;

fn carry() -> PaymentRule {
    PaymentRule::Fixed(UnspentRule::Carry { until: None })
}

/// State CPO 2027–2030 of 40,000 a year, 2029 cut to 30,000, half paid in March, half in November.
fn state_convention() -> Plan {
    let mut plan = with_project(4);
    let costs = [(2027, "40000"), (2028, "34000"), (2029, "36000"), (2030, "37000")];
    plan.lines.push(of_project(10, 611, &costs));
    agreement(&mut plan, 20, FunderKind::State, carry(), &["40000", "40000", "40000", "40000"]);
    let half = Part::Share(percent("50"));
    let convention = last(&mut plan);
    convention.tranches[2].lines[0].granted = Some(amount("30000"));
    for tranche in &mut convention.tranches {
        let [march, november] = [tranche.from.plus(2), tranche.from.plus(10)];
        tranche.instalments = Vec::from([
            Instalment::new(half, Trigger::InMonth(march)),
            Instalment::new(half, Trigger::InMonth(november)),
        ]);
    }
    plan
}

#[test]
fn a_convention_carries_inside_and_gives_back_at_its_end() {
    let view = everything(&state_convention());
    let found = |name: &str| figure(&view, name);
    // Income 40,000; 40,000; 30,000; 40,000 less the 3,000 that found no cost by the end.
    let income = [4_000_000, 4_000_000, 3_000_000, 3_700_000];
    assert_eq!([2027, 2028, 2029, 2030].map(|y| found(&alloc::format!("result.{y}.741"))), income);
    // 40,000 − 34,000 = 6,000 carried out of 2028; 2029 costs 36,000 and has 30,000 of its own.
    assert_eq!(found("result.2028.6894"), 600_000);
    assert_eq!(found("result.2029.7894"), 600_000);
    for year in 2027..=2030 {
        assert_eq!(found(&alloc::format!("result.{year}")), 0, "{year}");
        assert_eq!(found(&alloc::format!("balance.{year}.441")), 0, "{year}");
        assert_eq!(found(&alloc::format!("balance.{year}.487")), 0, "{year}");
    }
    assert_eq!(
        [2027, 2028, 2029, 2030].map(|y| found(&alloc::format!("balance.{y}.194"))),
        [0, 600_000, 0, 0]
    );
    assert_eq!(
        [2027, 2028, 2029, 2030].map(|y| found(&alloc::format!("balance.{y}.468"))),
        [0, 0, 0, -300_000]
    );
    // Bank at year ends: 0, then 6,000 carried, 0, then the 3,000 owed.
    assert_eq!(
        [2027, 2028, 2029, 2030].map(|y| found(&alloc::format!("cash.{y}-12"))),
        [0, 600_000, 0, 300_000]
    );
    // Two months of cost before the first half: 2 × 40,000 ÷ 12; 6,000 from before less 2 × 36,000 ÷ 12…
    assert_eq!(
        [2027, 2028, 2029, 2030].map(|y| found(&alloc::format!("cash.{y}-02"))),
        [-666_667, -566_667, 0, -616_667]
    );
    assert_eq!(
        [2027, 2028, 2029, 2030].map(|y| found(&alloc::format!("cash.{y}-10"))),
        [-1_333_333, -833_333, -900_000, -1_083_333]
    );
}

#[test]
fn what_is_owed_at_the_end_is_paid_after_the_report() {
    let mut plan = state_convention();
    Arc::make_mut(&mut plan.frame).horizon.years = 5;
    let line = Arc::make_mut(&mut plan.lines[0]);
    line.schedule.to = Some(month("2030-12"));
    let view = everything(&plan);
    assert_eq!(figure(&view, "cash.2031-05"), 300_000);
    assert_eq!(figure(&view, "cash.2031-06"), 0);
    assert_eq!(figure(&view, "balance.2031.468"), 0);
}

#[test]
fn years_not_decided_have_cost_and_no_money_in_the_certain_view() {
    let mut plan = state_convention();
    for tranche in &mut last(&mut plan).tranches[1..] {
        tranche.certainty = Some(Certainty::Favourable);
    }
    let view = project(&plan, &no_reference(), None).view(CertaintyView::Certain);
    assert_eq!(figure(&view, "result.2028"), -3_400_000);
    for name in ["result.2028.741", "balance.2028.441", "balance.2028.487", "balance.2028.194"] {
        assert_eq!(figure(&view, name), 0, "{name}");
    }
}

#[test]
fn two_funders_at_half_of_one_salary_owe_half_each() {
    let mut plan = with_project(1);
    plan.lines.push(of_project(10, 641, &[(2027, "40000")]));
    agreement(&mut plan, 20, FunderKind::Region, PaymentRule::Rate(percent("50")), &["30000"]);
    agreement(&mut plan, 30, FunderKind::Foundation, PaymentRule::Rate(percent("50")), &["30000"]);
    let view = everything(&plan);
    assert_eq!(figure(&view, "result.2027.741"), 2_000_000);
    assert_eq!(figure(&view, "result.2027.7551"), 2_000_000);
    // Claimed as the cost occurs: January and February, decided in February.
    assert_eq!(figure(&view, "balance.2027.441"), 2_000_000);
}

#[test]
fn a_general_grant_is_earned_whatever_it_costs() {
    let mut plan = with_project(1);
    plan.lines.push(of_project(10, 611, &[(2027, "45000")]));
    agreement(&mut plan, 20, FunderKind::State, PaymentRule::General, &["50000"]);
    let view = everything(&plan);
    assert_eq!(figure(&view, "result.2027"), 500_000);
    assert_eq!(figure(&view, "result.2027.6894"), 0);
}

#[test]
fn own_income_pays_first_and_grants_beyond_the_rest_go_back() {
    let mut plan = with_project(1);
    plan.lines.push(of_project(10, 611, &[(2027, "20000")]));
    plan.lines.push(of_project(11, 706, &[(2027, "6000")]));
    let back = PaymentRule::Fixed(UnspentRule::GiveBack);
    agreement(&mut plan, 20, FunderKind::Company, back, &["18000"]);
    let view = everything(&plan);
    // 20,000 − 6,000 leave 14,000 to pay; 18,000 is 4,000 too much.
    assert_eq!(figure(&view, "result.2027.7542"), 1_400_000);
    assert_eq!(figure(&view, "balance.2027.468"), -400_000);
}

#[test]
fn money_for_one_cost_does_not_pay_another() {
    let mut plan = with_project(1);
    plan.lines.push(of_project(10, 613, &[(2027, "10000")]));
    plan.lines.push(of_project(11, 641, &[(2027, "10000")]));
    for (id, number, euros) in [(20, 613, "12000"), (30, 641, "4000")] {
        agreement(&mut plan, id, FunderKind::State, carry(), &[euros]);
        last(&mut plan).eligible =
            Eligibility { accounts: [account(number)].into(), ..Eligibility::default() };
    }
    // 10,000 of rent and 4,000 of salary.
    assert_eq!(figure(&everything(&plan), "result.2027.741"), 1_400_000);
}

#[test]
fn a_van_partly_given_charges_only_what_it_costs() {
    let mut plan = with_project(1);
    plan.investments.push(Arc::new(Investment {
        id: InvestmentId(40),
        label: String::from("Camionnette"),
        account: account(2182),
        activity: Some(PROJECT),
        purchase: month("2027-01"),
        amount: amount("24000"),
        in_use: None,
        life_months: Some(48),
        settlement: Settlement::default(),
        only_if: None,
    }));
    agreement(&mut plan, 20, FunderKind::Region, PaymentRule::General, &["14400"]);
    last(&mut plan).investment = Some(InvestmentId(40));
    agreement(&mut plan, 30, FunderKind::State, PaymentRule::Rate(percent("100")), &["10000"]);
    let view = everything(&plan);
    // 24,000 over four years: 6,000 a year, of which 60 % come back through 747.
    assert_eq!(figure(&view, "result.2027.6811"), 600_000);
    assert_eq!(figure(&view, "result.2027.747"), 360_000);
    assert_eq!(figure(&view, "result.2027.741"), 240_000);
}

#[test]
fn a_reasonable_excess_is_kept_and_the_rest_goes_back() {
    let mut plan = with_project(1);
    plan.lines.push(of_project(10, 611, &[(2027, "8000")]));
    let keep = PaymentRule::Fixed(UnspentRule::Keep { up_to: percent("10") });
    agreement(&mut plan, 20, FunderKind::Department, keep, &["10000"]);
    let view = everything(&plan);
    // 2,000 unspent; 10 % of 8,000 are kept.
    assert_eq!(figure(&view, "result.2027.741"), 880_000);
    assert_eq!(figure(&view, "balance.2027.468"), -120_000);
}

#[test]
fn a_grant_of_two_years_is_used_when_their_cost_together_is_enough() {
    let mut plan = with_project(2);
    plan.lines.push(of_project(10, 611, &[(2027, "25000"), (2028, "18000")]));
    let give_back = PaymentRule::Fixed(UnspentRule::GiveBack);
    agreement(&mut plan, 20, FunderKind::Foundation, give_back, &["40000"]);
    last(&mut plan).tranches[0].to = month("2028-12");
    let view = everything(&plan);
    // 20,000 a year. 18,000 of 2028 and 2,000 of the 5,000 that 2027 had left: nothing goes back.
    assert_eq!(figure(&view, "result.2027.7551"), 2_000_000);
    assert_eq!(figure(&view, "result.2028.7551"), 2_000_000);
    assert_eq!(figure(&view, "balance.2028.468"), 0);
}

#[test]
fn costs_stay_sorted_until_there_are_others_or_none() {
    let plan = state_convention();
    let last = project(&plan, &no_reference(), None);
    let view = last.view(CertaintyView::Everything);
    let after = |line: Arc<BudgetLine>| {
        let mut plan = plan.clone();
        plan.lines[0] = line;
        let next = project(&plan, &no_reference(), Some(&last));
        let after = next.view_after(CertaintyView::Everything, Some(&view));
        assert_eq!(after.segments(), next.view(CertaintyView::Everything).segments());
        // What 2028 gives to dedicated funds, and whether costs are sorted as they were.
        (figure(&after, "result.2028.6894"), Arc::ptr_eq(&after.settlement.sorted, &view.settlement.sorted))
    };
    let costs = [(2027, "40000"), (2028, "35000"), (2029, "36000"), (2030, "37000")];
    // 40,000 of income less a cost of 35,000.
    assert_eq!(after(of_project(10, 611, &costs)), (500_000, true));
    assert_eq!(after(of_project(10, 613, &costs)), (500_000, false));
    let costs = [(2027, "40000"), (2028, "0"), (2029, "36000"), (2030, "37000")];
    assert_eq!(after(of_project(10, 611, &costs)), (4_000_000, false));
}

//! Agreements worked out by hand, for the twin itself.

use std::sync::Arc;

use previ_engine::account::AccountNumber;
use previ_engine::activity::Activity;
use previ_engine::agreement::{FundingAgreement, FundingLine, Instalment, Part, Tranche, Trigger};
use previ_engine::certainty::{CertaintyView, Stage};
use previ_engine::frame::{Association, Assumptions, Frame, Horizon};
use previ_engine::funder::{Funder, FunderKind};
use previ_engine::id::{ActivityId, AgreementId, FunderId, InvestmentId, LineId, TrancheId};
use previ_engine::investment::Investment;
use previ_engine::line::BudgetLine;
use previ_engine::money::{Amount, Percent};
use previ_engine::month::Month;
use previ_engine::opening::OpeningBalance;
use previ_engine::plan::Plan;
use previ_engine::rule::{Eligibility, PaymentRule, UnspentRule};
use previ_engine::schedule::{Schedule, ScheduleRule};
use previ_engine::timing::Settlement;
use rust_decimal::Decimal;

use super::movement::Place;
use super::movements;
use super::situation::Situation;

const GIVE_BACK: PaymentRule = PaymentRule::Fixed(UnspentRule::GiveBack);
const CARRY: PaymentRule = PaymentRule::Fixed(UnspentRule::Carry { until: None });

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn euros(euros: i64) -> Amount {
    Amount::from_cents(euros * 100)
}

fn percent(value: i64) -> Percent {
    Percent::new(Decimal::from(value)).unwrap()
}

/// A plan of calendar years from 2027 with an activity 1, an activity 2 below it, and the State.
fn plan(years: u8) -> Plan {
    let mut plan = Plan::new(Frame {
        association: Association {
            name: String::new(),
            rna: None,
            siren: None,
            fiscal_year_starts: 1,
            contributions: Default::default(),
            vat: None,
        },
        horizon: Horizon { first_year: 2027, years },
        assumptions: Assumptions::default(),
        opening: OpeningBalance::default(),
    });
    let activity = |id, parent| {
        let label = String::new();
        Arc::new(Activity { id: ActivityId(id), label, parent, from: None, to: None, only_if: None })
    };
    plan.activities = vec![activity(1, None), activity(2, Some(ActivityId(1)))];
    let (id, name) = (FunderId(1), String::new());
    plan.funders.push(Arc::new(Funder { id, name, kind: FunderKind::State, delay_months: 0 }));
    plan
}

/// A cost or an income of a month.
fn once(plan: &mut Plan, account: u32, activity: Option<u32>, when: &str, amount: i64) {
    let rule = ScheduleRule::Once { month: month(when), amount: euros(amount) };
    plan.lines.push(Arc::new(BudgetLine {
        id: LineId(100 + plan.lines.len() as u32),
        label: String::new(),
        account: AccountNumber::of(account),
        activity: activity.map(ActivityId),
        schedule: Schedule { rule, from: None, to: None, overrides: Default::default() },
        settlement: Settlement::default(),
        only_if: None,
    }));
}

/// A tranche decided in its first month.
fn tranche(id: u32, from: &str, to: &str, activity: Option<u32>, amount: i64) -> Tranche {
    let activity = activity.map(ActivityId);
    let line = FundingLine { activity, asked: euros(amount), granted: None, certainty: None };
    Tranche::new(TrancheId(id), month(from), month(to), vec![line])
}

/// An agreement that may pay costs of these accounts, of any when there are none.
fn agreement<'a>(
    plan: &'a mut Plan,
    id: u32,
    payment: PaymentRule,
    accounts: &[u32],
    tranches: Vec<Tranche>,
) -> &'a mut FundingAgreement {
    let new = FundingAgreement::new(AgreementId(id), String::new(), FunderId(1), Stage::Signed, tranches);
    let accounts = accounts.iter().copied().map(AccountNumber::of).collect();
    let eligible = Eligibility { accounts, positions: Vec::new() };
    plan.agreements.push(Arc::new(FundingAgreement { payment, eligible, ..new }));
    Arc::make_mut(plan.agreements.last_mut().unwrap())
}

/// What an account receives on its credit side, less its debit side, from one month to another.
fn credit(plan: &Plan, view: CertaintyView, account: u32, from: &str, to: &str) -> Decimal {
    let situation = Situation::new(plan, view);
    let here = |place| place == Place::account(account);
    let mut credit = Decimal::ZERO;
    for (_, movement) in movements(&situation) {
        if movement.month.is_some_and(|when| (month(from)..=month(to)).contains(&when)) {
            credit += if here(movement.credit) { movement.euros } else { Decimal::ZERO };
            credit -= if here(movement.debit) { movement.euros } else { Decimal::ZERO };
        }
    }
    credit
}

/// The same for a whole year, everything counted.
fn in_year(plan: &Plan, account: u32, year: i32) -> Decimal {
    credit(plan, CertaintyView::Everything, account, &format!("{year}-01"), &format!("{year}-12"))
}

fn in_month(plan: &Plan, account: u32, when: &str) -> Decimal {
    credit(plan, CertaintyView::Everything, account, when, when)
}

/// Money of the funder that comes in, less what goes back.
fn paid(plan: &Plan, when: &str) -> Decimal {
    let situation = Situation::new(plan, CertaintyView::Everything);
    let mut paid = Decimal::ZERO;
    for (item, movement) in movements(&situation) {
        if matches!(item, previ_engine::id::ItemId::Agreement(_)) && movement.month == Some(month(when)) {
            paid += if movement.debit == Place::Treasury(None) { movement.euros } else { Decimal::ZERO };
            paid -= if movement.credit == Place::Treasury(None) { movement.euros } else { Decimal::ZERO };
        }
    }
    paid
}

fn of(euros: i64) -> Decimal {
    Decimal::from(euros)
}

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

#[test]
fn a_rate_is_earned_as_costs_come_and_its_balance_pays_no_more() {
    let with = |costs: i64| {
        let mut plan = plan(2);
        for when in ["2027-02", "2027-08"] {
            once(&mut plan, 611, Some(1), when, costs);
        }
        let mut part = tranche(1, "2027-01", "2027-12", Some(1), 6_000);
        part.instalments = [(4_200, "2027-03"), (1_800, "2028-03")]
            .map(|(amount, when)| Instalment {
                part: Part::Amount(euros(amount)),
                trigger: Trigger::InMonth(month(when)),
            })
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

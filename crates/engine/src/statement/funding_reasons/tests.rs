use super::*;
use crate::funder::FunderKind;
use crate::payment::Part;
use crate::plan::Plan;
use crate::rule::{CostNature, PaymentRule, UnspentRule};
use crate::testing::{
    PROJECT, account, agreement, everything, last, month, of_project, percent, with_project,
};

const GIVE_BACK: PaymentRule = PaymentRule::Fixed(UnspentRule::GiveBack);

/// A salary of 40,000 on the project.
fn salary() -> Plan {
    let mut plan = with_project(1);
    plan.lines.push(of_project(10, 641, &[(2027, "40000")]));
    plan
}

fn why(plan: &Plan, id: u32) -> Option<UnusedMoney> {
    funding_reasons(&everything(plan), AgreementId(id))
}

#[test]
fn money_that_finds_its_cost_needs_no_reason() {
    let mut plan = salary();
    agreement(&mut plan, 20, FunderKind::State, GIVE_BACK, &["40000"]);
    assert_eq!(why(&plan, 20), None);
    assert_eq!(why(&plan, 99), None);
}

#[test]
fn there_may_be_no_cost_at_all_in_its_accounts() {
    let mut plan = salary();
    agreement(&mut plan, 20, FunderKind::State, GIVE_BACK, &["5000"]);
    last(&mut plan).eligible.accounts = Vec::from([account(613)]);
    let reasons = Vec::from([Reason::NoEligibleCost]);
    assert_eq!(why(&plan, 20), Some(UnusedMoney { agreement: AgreementId(20), cents: 500_000, reasons }));
}

#[test]
fn a_salary_paid_by_others_is_said_with_who_pays_it() {
    let mut plan = salary();
    plan.lines.push(of_project(11, 706, &[(2027, "2836")]));
    agreement(&mut plan, 20, FunderKind::EmploymentAid, PaymentRule::Scale, &["7164"]);
    agreement(&mut plan, 30, FunderKind::Region, GIVE_BACK, &["30000"]);
    agreement(&mut plan, 40, FunderKind::Department, GIVE_BACK, &["5000"]);
    // 40,000 − 2,836 − 7,164 − 30,000 leave nothing.
    let by = |payer, cents| OtherPayer { payer, cents };
    let others = Vec::from([
        by(PayerId::Agreement(AgreementId(30)), 3_000_000),
        by(PayerId::Agreement(AgreementId(20)), 716_400),
        by(PayerId::OwnIncome(PROJECT), 283_600),
    ]);
    let found = why(&plan, 40).unwrap();
    assert_eq!((found.cents, found.reasons), (500_000, Vec::from([Reason::AlreadyPaid(others)])));
}

#[test]
fn a_share_of_too_little_cost_claims_less_than_was_granted() {
    let mut plan = salary();
    agreement(&mut plan, 20, FunderKind::Region, PaymentRule::Rate(percent("50")), &["30000"]);
    // Another pays the other half, which takes nothing from it.
    agreement(&mut plan, 30, FunderKind::State, GIVE_BACK, &["20000"]);
    let reason = Reason::TooLittleCost { eligible_cents: 4_000_000, cents: 1_000_000 };
    let found = why(&plan, 20).unwrap();
    assert_eq!((found.cents, found.reasons), (1_000_000, Vec::from([reason])));
}

#[test]
fn a_ceiling_is_said_with_what_it_cuts() {
    let mut plan = salary();
    plan.lines.push(of_project(11, 611, &[(2027, "10000")]));
    agreement(&mut plan, 20, FunderKind::State, GIVE_BACK, &["50000"]);
    let staff = Ceiling::Nature(CostNature::Staff, Part::Share(percent("60")));
    last(&mut plan).ceilings = Vec::from([staff]);
    // 10,000 and 60 % of 50,000: 10,000 of the salary stay unpaid.
    let found = why(&plan, 20).unwrap();
    let reason = Reason::Ceiling { ceiling: staff, cents: 1_000_000 };
    assert_eq!((found.cents, found.reasons), (1_000_000, Vec::from([reason])));
}

#[test]
fn what_is_cut_before_the_award_is_said_too() {
    let mut plan = salary();
    agreement(&mut plan, 20, FunderKind::State, GIVE_BACK, &["40000"]);
    let public = Ceiling::PublicMoney(percent("80"));
    last(&mut plan).ceilings = Vec::from([public]);
    // 80 % of 40,000.
    let reason = Reason::Ceiling { ceiling: public, cents: 800_000 };
    let found = why(&plan, 20).unwrap();
    assert_eq!((found.cents, found.reasons), (800_000, Vec::from([reason])));
}

#[test]
fn what_is_still_carried_over_at_the_end_has_its_time_before_it() {
    let mut plan = salary();
    agreement(&mut plan, 20, FunderKind::State, GIVE_BACK, &["90000"]);
    last(&mut plan).tranches[0].to = month("2028-12");
    assert_eq!(why(&plan, 20), None);
}

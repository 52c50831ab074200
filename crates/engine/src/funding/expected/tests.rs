use super::*;
use crate::certainty::Stage;
use crate::id::{AgreementId, TrancheId};
use crate::payment::{Part, Receipt, Trigger};
use crate::projection::project;
use crate::rule::PaymentRule;
use crate::schedule::ScheduleRule;
use crate::testing::{add_agreement, amount, everything, figure, line, month, no_reference, plan as plan_of};
use crate::timing::Timing;
use crate::view::View;
use alloc::string::{String, ToString};
use alloc::sync::Arc;

fn share(percent: &str, trigger: Trigger) -> Instalment {
    Instalment::new(Part::Share(percent.parse().unwrap()), trigger)
}

fn came(mut instalment: Instalment, when: &str, euros: &str) -> Instalment {
    instalment.received = Some(Receipt { month: month(when), amount: amount(euros) });
    instalment
}

/// Agreement 10 of 1,000.00 for 2027, its funder two months late, with these payments.
fn plan(stage: Stage, instalments: &[Instalment]) -> Plan {
    let mut plan = plan_of(2, "0");
    add_agreement(&mut plan, 10, stage, ("2027-01", "2027-12", "2027-01", "1000"));
    Arc::make_mut(&mut plan.funders[0]).delay_months = 2;
    Arc::make_mut(&mut plan.agreements[0]).tranches[0].instalments = instalments.into();
    plan
}

fn paid(view: &View, agreement: u32) -> Vec<(Option<usize>, String, i64)> {
    let payments = view.payments(AgreementId(agreement), TrancheId(agreement + 2));
    payments.iter().map(|p| (p.instalment, p.arrival.to_string(), p.cents)).collect()
}

fn listed(expected: &[(usize, &str, i64)]) -> Vec<(Option<usize>, String, i64)> {
    expected.iter().map(|(place, month, cents)| (Some(*place), String::from(*month), *cents)).collect()
}

#[test]
fn the_journal_posts_the_payments_that_are_listed() {
    let view = everything(&plan(Stage::Signed, &[share("100", Trigger::Quarterly)]));
    let quarters =
        [(0, "2027-05", 25_000), (0, "2027-08", 25_000), (0, "2027-11", 25_000), (0, "2028-02", 25_000)];
    assert_eq!(paid(&view, 10), listed(&quarters));
    for (_, month, cents) in quarters {
        assert_eq!(figure(&view, &alloc::format!("cash.{month}.grants-state")), cents);
    }
}

#[test]
fn what_is_missing_of_money_that_came_is_due_with_the_next_payment() {
    let first = came(share("50", Trigger::OnDecision), "2027-04", "400");
    let second = share("30", Trigger::InMonth(month("2027-06")));
    let third = share("20", Trigger::InMonth(month("2027-09")));
    let view = everything(&plan(Stage::Signed, &[first, second, third]));
    // 500.00 − 400.00 = 100.00 come with the 300.00 of June, two months late; what came has no delay.
    let expected = [(0, "2027-04", 40_000), (1, "2027-08", 40_000), (2, "2027-11", 20_000)];
    assert_eq!(paid(&view, 10), listed(&expected));
    assert_eq!(figure(&view, "balance.2027.441"), 0);
}

#[test]
fn too_much_lessens_the_payments_that_are_awaited_and_too_little_at_the_end_stays_owed() {
    let first = came(share("50", Trigger::OnDecision), "2027-04", "850");
    let second = share("30", Trigger::InMonth(month("2027-06")));
    let third = came(share("20", Trigger::OnDecision), "2027-05", "90");
    let view = everything(&plan(Stage::Signed, &[first, second, third]));
    // 500.00 − 850.00 = −350.00: nothing of the 300.00; −50.00 + 200.00 − 90.00 = 60.00 stay owed.
    let expected = [(0, "2027-04", 85_000), (1, "2027-08", 0), (2, "2027-05", 9_000)];
    assert_eq!(paid(&view, 10), listed(&expected));
    assert_eq!(figure(&view, "balance.2027.441"), 6_000);
}

#[test]
fn a_view_that_counts_half_of_a_tranche_counts_half_of_what_came() {
    let instalments = [came(share("50", Trigger::OnDecision), "2027-04", "400")];
    let plan = plan(Stage::Filed, &instalments);
    let view = |view| project(&plan, &no_reference(), None).view(view);
    assert_eq!(figure(&view(CertaintyView::Expected), "cash.2027-04"), 20_000);
    assert_eq!(figure(&view(CertaintyView::Certain), "cash.2027-04"), 0);
}

#[test]
fn the_last_to_pay_waits_until_the_others_have_paid() {
    let mut plan = plan(Stage::Signed, &[share("100", Trigger::InMonth(month("2027-06")))]);
    let span = ("2027-07", "2028-06", "2027-07", "500");
    add_agreement(&mut plan, 20, Stage::Signed, span);
    let waits = share("100", Trigger::AfterOthers { months: 2 });
    Arc::make_mut(&mut plan.agreements[1]).tranches[0].instalments = [waits].into();
    // The first pays in June and two months late, in August; two months after it: October.
    assert_eq!(paid(&everything(&plan), 20), listed(&[(0, "2027-10", 50_000)]));
    // In a view that does not count the first, nobody is waited for: June 2028 ends the period and the
    // fiscal year, the report is due in June 2029, then two months.
    Arc::make_mut(&mut plan.agreements[0]).stage = Stage::Refused;
    assert_eq!(paid(&everything(&plan), 20), listed(&[(0, "2029-08", 50_000)]));
}

#[test]
fn two_that_wait_for_each_other_pay_after_their_own_reports() {
    let waits = share("100", Trigger::AfterOthers { months: 1 });
    let mut plan = plan(Stage::Signed, core::slice::from_ref(&waits));
    add_agreement(&mut plan, 20, Stage::Signed, ("2027-01", "2027-12", "2027-01", "500"));
    Arc::make_mut(&mut plan.agreements[1]).tranches[0].instalments = [waits].into();
    let view = everything(&plan);
    // June 2028 and one month; two more for the late funder.
    assert_eq!(paid(&view, 10), listed(&[(0, "2028-09", 100_000)]));
    assert_eq!(paid(&view, 20), listed(&[(0, "2028-07", 50_000)]));
}

fn with_cost(payment: PaymentRule, instalments: &[Instalment]) -> Plan {
    let mut plan = plan(Stage::Signed, instalments);
    let rent = line(30, 613, ScheduleRule::Monthly(amount("100")), Timing::SameMonth);
    plan.lines.push(Arc::new(rent));
    Arc::make_mut(&mut plan.agreements[0]).payment = payment;
    plan
}

#[test]
fn money_comes_once_a_share_of_it_is_covered_by_cost_or_by_time() {
    let half = "50".parse().unwrap();
    let instalments = [share("100", Trigger::WhenSpent(half))];
    let due = |payment| {
        let view = everything(&with_cost(payment, &instalments));
        paid(&view, 10).remove(0).1
    };
    // 500.00 of 1,000.00: half of 100.00 a month is claimed, ten months, and two of delay.
    assert_eq!(due(PaymentRule::Rate(half)), "2027-12");
    // 100.00 a month are eligible: five months.
    assert_eq!(due(PaymentRule::Fixed(crate::rule::UnspentRule::GiveBack)), "2027-07");
    // Half of the twelve months have gone by in June.
    assert_eq!(due(PaymentRule::General), "2027-08");
}

#[test]
fn what_came_beyond_what_was_earned_goes_back_and_the_balance_pays_only_the_rest() {
    let rate = PaymentRule::Rate("50".parse().unwrap());
    let balance = share("50", Trigger::AfterReport { months: 0 });
    let first = |euros| came(share("50", Trigger::OnDecision), "2027-02", euros);
    // Half of 12 × 100.00 is earned: 600.00, so that 700.00 are 100.00 too much.
    let view = everything(&with_cost(rate, &[first("700"), balance.clone()]));
    assert_eq!(paid(&view, 10), listed(&[(0, "2027-02", 70_000), (1, "2028-08", 0)]));
    assert_eq!(figure(&view, "cash.2028-08.grants-state"), -10_000);
    // 450.00 came: the balance pays 150.00 of the 550.00 that were agreed.
    let view = everything(&with_cost(rate, &[first("450"), balance]));
    assert_eq!(paid(&view, 10), listed(&[(0, "2027-02", 45_000), (1, "2028-08", 15_000)]));
    assert_eq!(figure(&view, "balance.2028.441"), 0);
}

//! The payments of every tranche as a view awaits them: months first, then amounts.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::agreement::{FundingAgreement, FundingLine, Tranche};
use crate::certainty::CertaintyView;
use crate::frame::CertaintyWeights;
use crate::funder::Funder;
use crate::funding::award::counted_cents;
use crate::funding::due::{self, Circumstances};
use crate::funding::instalment::{self, Counted};
use crate::funding::settlement::{Outcome, Settlement};
use crate::funding::waiting::{Waiting, in_order, waits_for_others};
use crate::journal::ActivityIndex;
use crate::money::spread;
use crate::month::Month;
use crate::payment::{ExpectedPayment, Instalment};
use crate::plan::Plan;
use crate::registry::Registry;
use crate::timeline::Timeline;

/// The payments of a tranche.
#[derive(Clone, Debug, Default)]
pub(crate) struct TranchePayments {
    /// In the order of its instalments.
    pub(crate) expected: Vec<ExpectedPayment>,
    /// What was paid beyond what was earned, and when it goes back.
    pub(crate) excess: Option<(Month, i64)>,
}

/// What a view knows of the money of agreements.
#[derive(Clone, Copy)]
pub(crate) struct Money<'a> {
    pub(crate) view: CertaintyView,
    pub(crate) weights: &'a CertaintyWeights,
    pub(crate) settlement: &'a Settlement,
    pub(crate) registry: &'a Registry,
    pub(crate) timeline: &'a Timeline,
}

/// When each instalment of a tranche is due, with weights.
type Months = Vec<Vec<(Month, u64)>>;

/// A tranche with what a view counts of each of its lines.
struct Counting<'a> {
    place: (usize, usize),
    agreement: &'a FundingAgreement,
    funder: &'a Funder,
    tranche: &'a Tranche,
    lines_cents: Vec<i64>,
}

/// The payments of a plan, by the places of agreements and tranches; none without a funder.
pub(crate) fn payments(plan: &Plan, money: Money<'_>) -> Vec<Vec<TranchePayments>> {
    let empty =
        |agreement: &FundingAgreement| agreement.tranches.iter().map(|_| Default::default()).collect();
    let mut found: Vec<Vec<TranchePayments>> = plan.agreements.iter().map(|item| empty(item)).collect();
    let countings = countings(plan, money);
    let mut months: Vec<Months> = countings.iter().map(|counting| counting.months(money, None)).collect();
    let waits = |place: &usize| waits_for_others(countings[*place].tranche);
    let others = |place: usize| {
        let others = countings.iter().enumerate();
        let others = others.filter(|(_, other)| countings[place].shares_costs_with(other, money.registry));
        Waiting { place, others: others.map(|(place, _)| place).collect() }
    };
    let waiting = (0..countings.len()).filter(waits).map(others).collect();
    for Waiting { place, others } in in_order(waiting) {
        let last = others.iter().filter_map(|other| {
            let other_months = months.get(*other)?;
            countings[*other].last_arrival(money.timeline, other_months)
        });
        months[place] = countings[place].months(money, last.max());
    }
    for (counting, months) in countings.iter().zip(&months) {
        found[counting.place.0][counting.place.1] = counting.payments(money, months);
    }
    found
}

fn countings<'a>(plan: &'a Plan, money: Money<'_>) -> Vec<Counting<'a>> {
    let mut found = Vec::new();
    for (a, agreement) in plan.agreements.iter().enumerate() {
        let Some(funder) = plan.funders.iter().find(|funder| funder.id == agreement.funder) else { continue };
        for (t, tranche) in agreement.tranches.iter().enumerate() {
            let seen = (money.view, money.weights);
            let lines_cents = counted_cents((a, agreement), (t, tranche), seen, money.settlement);
            found.push(Counting { place: (a, t), agreement, funder, tranche, lines_cents });
        }
    }
    found
}

impl Counting<'_> {
    /// All lines together; what is claimed counts none below zero.
    fn counted_cents(&self) -> i64 {
        let least = if self.agreement.is_claimed() { 0 } else { i64::MIN };
        self.lines_cents.iter().map(|cents| (*cents).max(least)).sum()
    }

    /// Whether a line that counts of another agreement is for the same activity as one of its own that
    /// counts, or for one above or below, in the same months.
    fn shares_costs_with(&self, other: &Self, registry: &Registry) -> bool {
        let shares_months = self.tranche.from <= other.tranche.to && other.tranche.from <= self.tranche.to;
        if self.agreement.id == other.agreement.id || !shares_months {
            return false;
        }
        let activity = |line: &FundingLine| registry.activity(line.activity).0;
        let counted = |of: &Self| -> Vec<ActivityIndex> {
            let lines = of.tranche.lines.iter().zip(&of.lines_cents);
            lines.filter(|(_, cents)| **cents > 0).map(|(line, _)| activity(line)).collect()
        };
        let own = counted(self);
        counted(other).into_iter().any(|theirs| own.iter().any(|own| registry.is_same_branch(*own, theirs)))
    }

    /// When the one payment of a tranche without instalments is due.
    fn usual(&self, timeline: &Timeline) -> Month {
        match self.agreement.is_claimed() {
            true => self.tranche.report_after(self.tranche.end(), timeline),
            false => self.tranche.decision,
        }
    }

    /// When each instalment is due.
    fn months(&self, money: Money<'_>, others: Option<Month>) -> Months {
        let around = Circumstances {
            timeline: money.timeline,
            covered_cents: &|month| self.covered_cents(money, month),
            counted_cents: self.counted_cents(),
            others,
        };
        let mut months: Months =
            self.tranche.instalments.iter().map(|item| due::months(self.tranche, item, &around)).collect();
        if self.agreement.is_claimed() {
            for (month, _) in months.iter_mut().flatten().filter(|(month, _)| *month > self.tranche.to) {
                // Nobody pays the balance of what is not decided yet.
                *month = (*month).max(self.tranche.decision);
            }
        }
        months
    }

    /// Cost, or time where cost does not matter, that covers the tranche at the end of a month.
    fn covered_cents(&self, money: Money<'_>, month: usize) -> i64 {
        let (from, to) = (self.tranche.from, self.tranche.to);
        let months = to.since(from).max(0) + 1;
        let elapsed = (money.timeline.first().plus(month as i32).since(from) + 1).clamp(0, months);
        let weights = [elapsed, months - elapsed].map(|months| u64::from(months.unsigned_abs()));
        let of_line = |(place, cents): (usize, &i64)| match self.outcome(money, place) {
            Some(outcome) => outcome.covered_cents.get(month).copied().unwrap_or(0),
            None if self.agreement.must_find_cost() => 0,
            None => spread(Decimal::new(*cents, 2), &weights).next().unwrap_or(0),
        };
        self.lines_cents.iter().enumerate().filter(|(_, cents)| **cents > 0).map(of_line).sum()
    }

    fn outcome<'b>(&self, money: Money<'b>, line: usize) -> Option<&'b Outcome> {
        money.settlement.outcomes.get(&(self.place.0, self.place.1, line))
    }

    /// When its last payment arrives.
    fn last_arrival(&self, timeline: &Timeline, months: &[Vec<(Month, u64)>]) -> Option<Month> {
        let delay = i32::from(self.funder.delay_months);
        if self.tranche.instalments.is_empty() {
            return Some(self.usual(timeline).plus(delay));
        }
        let arrival = |(instalment, months): (&Instalment, &Vec<(Month, u64)>)| match instalment.received {
            Some(receipt) => Some(receipt.month),
            None => months.iter().map(|(due, _)| due.plus(delay)).max(),
        };
        self.tranche.instalments.iter().zip(months).filter_map(arrival).max()
    }

    fn payments(&self, money: Money<'_>, months: &[Vec<(Month, u64)>]) -> TranchePayments {
        let of_line = |line| self.agreement.counted_cents(self.tranche, line, money.view, money.weights);
        let viewed_cents = self.tranche.lines.iter().map(of_line).sum();
        let counted = Counted { payable_cents: self.counted_cents(), viewed_cents };
        let delay = self.funder.delay_months;
        let usual = self.usual(money.timeline);
        let mut expected = instalment::payments(self.tranche, counted, delay, usual, months);
        if !self.agreement.is_claimed() {
            return TranchePayments { expected, excess: None };
        }
        let outcomes: Vec<&Outcome> =
            (0..self.lines_cents.len()).filter_map(|line| self.outcome(money, line)).collect();
        let cents = instalment::limit_to_earned(self.tranche, &mut expected, &outcomes, money.timeline);
        let report = self.tranche.report_after(self.tranche.end(), money.timeline);
        TranchePayments { expected, excess: (cents > 0).then_some((report.plus(delay.into()), cents)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::certainty::Stage;
    use crate::id::{AgreementId, TrancheId};
    use crate::payment::{Part, Receipt, Trigger};
    use crate::projection::project;
    use crate::rule::PaymentRule;
    use crate::schedule::ScheduleRule;
    use crate::testing::{
        add_agreement, amount, everything, figure, line, month, no_reference, plan as plan_of,
    };
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
}

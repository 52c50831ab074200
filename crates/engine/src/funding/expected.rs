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
use crate::money::{multiply, spread, to_cents};
use crate::month::Month;
use crate::partner::{Answers, Partnership};
use crate::payment::{ExpectedPayment, Instalment};
use crate::plan::Plan;
use crate::registry::Registry;
use crate::timeline::Timeline;

/// The payments of a tranche.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TranchePayments {
    /// In the order of its instalments.
    pub(crate) expected: Vec<ExpectedPayment>,
    /// What partners get of each payment or with it; empty where there are none.
    pub(crate) partners_cents: Vec<i64>,
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

/// `cents` of something of which so much was planned and so much came.
fn in_proportion(cents: i64, (planned, came): (i64, i64)) -> i64 {
    if planned == came || planned == 0 {
        return cents;
    }
    to_cents(multiply(Decimal::new(cents, 2), Decimal::from(came)) / Decimal::from(planned))
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
            Some(_) => {
                let line = (self.place.0, self.place.1, place);
                let covered = money.settlement.covered_cents.get(&line);
                covered.and_then(|cents| cents.get(month)).copied().unwrap_or(0)
            }
            None if self.agreement.must_find_cost() => 0,
            None => spread(Decimal::new(*cents, 2), &weights).next().unwrap_or(0),
        };
        self.lines_cents.iter().enumerate().filter(|(_, cents)| **cents > 0).map(of_line).sum()
    }

    fn outcome<'b>(&self, money: Money<'b>, line: usize) -> Option<&'b Outcome> {
        money.settlement.outcomes.get(&(self.place.0, self.place.1, line)).map(|outcome| &**outcome)
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
        let partners = self.agreement.partners.as_ref();
        let mut partners_cents = partners.map_or(Vec::new(), |partners| match partners.answers {
            Answers::EachPartner => self.passed_on(money, &expected, months),
            Answers::LeadAlone { .. } => self.paid_with(money, partners, &expected),
        });
        if !self.agreement.is_claimed() {
            return TranchePayments { expected, partners_cents, excess: None };
        }
        let planned: Vec<i64> = expected.iter().map(|payment| payment.cents).collect();
        let outcomes: Vec<&Outcome> =
            (0..self.lines_cents.len()).filter_map(|line| self.outcome(money, line)).collect();
        let cents = instalment::limit_to_earned(self.tranche, &mut expected, &outcomes, money.timeline);
        let report = self.tranche.report_after(self.tranche.end(), money.timeline);
        if self.agreement.pays_its_partners().is_none() {
            let paid = planned.iter().zip(&expected).map(|(planned, payment)| (*planned, payment.cents));
            partners_cents.iter_mut().zip(paid).for_each(|(cents, of)| *cents = in_proportion(*cents, of));
        }
        let excess = (cents > 0).then_some((report.plus(delay.into()), cents));
        TranchePayments { expected, partners_cents, excess }
    }

    /// What the view counts of each line, the part of all partners counted: less where a ceiling cuts the line.
    fn whole_cents(&self, money: Money<'_>) -> impl Iterator<Item = i64> {
        let seen = (money.view, money.weights);
        self.tranche.lines.iter().zip(&self.lines_cents).map(move |(line, counted)| {
            let whole = self.agreement.whole_cents(self.tranche, line, seen.0, seen.1);
            let own = self.agreement.own_cents(whole);
            counted + in_proportion(whole - own, (own, *counted))
        })
    }

    /// The part of partners who answer themselves in each payment: what the whole pays beyond what is the
    /// association's.
    fn passed_on(&self, money: Money<'_>, own: &[ExpectedPayment], months: &[Vec<(Month, u64)>]) -> Vec<i64> {
        let least = if self.agreement.is_claimed() { 0 } else { i64::MIN };
        let of_line = |line| self.agreement.whole_cents(self.tranche, line, money.view, money.weights);
        let counted = Counted {
            payable_cents: self.whole_cents(money).map(|cents| cents.max(least)).sum(),
            viewed_cents: self.tranche.lines.iter().map(of_line).sum(),
        };
        let delay = self.funder.delay_months;
        let usual = self.usual(money.timeline);
        let whole = instalment::payments(self.tranche, counted, delay, usual, months);
        whole.iter().zip(own).map(|(whole, own)| whole.cents - own.cents).collect()
    }

    /// What is paid of the partners' cost with each payment, in proportion to what was agreed: all of it in the
    /// end, whatever the funder keeps back.
    fn paid_with(&self, money: Money<'_>, partners: &Partnership, planned: &[ExpectedPayment]) -> Vec<i64> {
        let of_line = |line| {
            partners.cost_cents(self.agreement.whole_cents(self.tranche, line, money.view, money.weights))
        };
        let cost: i64 = self.tranche.lines.iter().map(of_line).sum();
        let mut weights: Vec<u64> =
            planned.iter().map(|payment| payment.cents.max(0).unsigned_abs()).collect();
        if weights.iter().all(|weight| *weight == 0) {
            weights.fill(1);
        }
        spread(Decimal::new(cost, 2), &weights).collect()
    }
}

#[cfg(test)]
mod tests;

//! Who pays which costs: year by year, those whose money is the worst to leave unused first.
//!
//! What a payer gets is what flows more with it than without it, after those before it: none of them is
//! reduced, though they may have to pay other costs instead.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use previ_engine::id::{ActivityId, ItemId};
use previ_engine::rule::{PaymentRule, UnspentRule};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::award::Award;
use super::costs::{Cost, own_income};
use super::flow::Network;
use super::movement::Movement;
use super::rate;
use super::situation::{Situation, certainty};

/// What a line of an agreement has in a fiscal year and how much of it finds costs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Use {
    /// Carried over from earlier years.
    pub carried: Decimal,
    /// Of this year.
    pub new: Decimal,
    pub carried_used: Decimal,
    pub new_used: Decimal,
}

/// A line of an agreement in each fiscal year of the plan.
pub struct Life<'a> {
    pub award: Award<'a>,
    pub years: Vec<Use>,
}

impl Life<'_> {
    /// What found costs up to the end of a fiscal year.
    pub fn earned(&self, year: i32) -> Decimal {
        let years = self.years.iter().take(usize::try_from(year + 1).unwrap_or(0));
        years.map(|of_year| of_year.new_used).sum()
    }

    /// What there is to give in the next fiscal year.
    fn begin(&mut self, costs: &[Cost]) {
        let award = &self.award;
        let year = self.years.len() as i32;
        let mut next = Use::default();
        if year >= award.decided() {
            match award.agreement.payment {
                PaymentRule::General => {}
                PaymentRule::Fixed(_) => {
                    let closed = award.situation.year_of(award.closing()) < year;
                    if let Some(last) = self.years.last().filter(|_| !closed) {
                        next.carried = last.carried + last.new - last.carried_used - last.new_used;
                    }
                    next.new = award.income_of(year);
                }
                PaymentRule::Rate(share) => {
                    let due = rate::due(award, share, costs, award.situation.end_of(year));
                    next.new = (due - self.earned(year - 1)).max(Decimal::ZERO);
                }
            }
        }
        self.years.push(next);
    }
}

#[derive(Clone, Copy)]
struct Payer {
    who: Who,
    /// The fiscal year in which it pays.
    year: i32,
    /// The most it pays, in cents.
    limit: i64,
}

#[derive(Clone, Copy)]
enum Who {
    /// The income of an activity itself.
    Activity(ActivityId),
    /// What a line carried over.
    Carried(usize),
    /// What a line has new.
    New(usize),
}

/// Each line of a fixed or rate agreement with what it pays; `movements` are those of everything else.
pub fn assign<'a>(
    situation: &'a Situation<'a>,
    mut awards: Vec<Award<'a>>,
    costs: &[Cost],
    movements: &[(ItemId, Movement)],
) -> Vec<Life<'a>> {
    awards.retain(|award| award.counted > Decimal::ZERO);
    awards.sort_by_key(rank);
    let mut lives: Vec<Life<'_>> =
        awards.into_iter().map(|award| Life { award, years: Vec::new() }).collect();
    if lives.is_empty() {
        return lives;
    }
    let mut earlier: Vec<Payer> = Vec::new();
    for year in 0..situation.years() {
        lives.iter_mut().for_each(|life| life.begin(costs));
        let mut payers = payers_of(situation, &lives, movements, year);
        let paid = paid_by(situation, &lives, costs, &earlier, &payers);
        for (payer, cents) in payers.iter_mut().zip(paid) {
            // What it pays is settled: in later years it can only be asked to pay other costs.
            payer.limit = cents;
            let euros = Decimal::new(cents, 2);
            match payer.who {
                Who::Activity(_) => {}
                Who::Carried(place) => lives[place].years[year as usize].carried_used = euros,
                Who::New(place) => lives[place].years[year as usize].new_used = euros,
            }
        }
        earlier.extend(payers);
    }
    lives
}

/// Certain money first, then what is worst to leave unused, then what ends first.
fn rank(award: &Award<'_>) -> impl Ord + use<> {
    let worst = match award.agreement.payment {
        PaymentRule::Fixed(UnspentRule::Keep { .. }) => 2,
        PaymentRule::Fixed(UnspentRule::Carry { .. }) => 1,
        _ => 0,
    };
    let certainty = certainty(award.agreement, award.tranche, award.line);
    (Reverse(certainty), worst, award.tranche.to, award.agreement.id, award.tranche.id, award.place)
}

/// Who has something to give in a year, in order.
fn payers_of(
    situation: &Situation<'_>,
    lives: &[Life<'_>],
    movements: &[(ItemId, Movement)],
    year: i32,
) -> Vec<Payer> {
    let mut activities: Vec<ActivityId> = situation.plan.activities.iter().map(|one| one.id).collect();
    activities.sort_unstable();
    let mut payers: Vec<Payer> = Vec::new();
    let mut payer = |who, euros: Decimal| {
        let limit = (euros * Decimal::ONE_HUNDRED).to_i64().unwrap_or(0);
        if limit > 0 {
            payers.push(Payer { who, year, limit });
        }
    };
    for activity in activities {
        payer(Who::Activity(activity), own_income(situation, movements, activity, year));
    }
    for (place, life) in lives.iter().enumerate() {
        payer(Who::Carried(place), life.years[year as usize].carried);
    }
    for (place, life) in lives.iter().enumerate() {
        payer(Who::New(place), life.years[year as usize].new);
    }
    payers
}

/// Whether a payer may pay a cost: one of its year, or of an earlier one when it is decided late.
fn may_pay(situation: &Situation<'_>, lives: &[Life<'_>], payer: Payer, cost: &Cost) -> bool {
    match payer.who {
        Who::Activity(id) => cost.year == payer.year && cost.is_of(situation, id),
        Who::Carried(place) | Who::New(place) => {
            let award = &lives[place].award;
            let in_time =
                cost.year == payer.year || (cost.year < payer.year && payer.year == award.decided());
            in_time && award.may_pay(cost)
        }
    }
}

/// What each of `payers` pays, in cents, when those of earlier years go on paying what they pay.
fn paid_by(
    situation: &Situation<'_>,
    lives: &[Life<'_>],
    costs: &[Cost],
    earlier: &[Payer],
    payers: &[Payer],
) -> Vec<i64> {
    let may_pay = |payer: &Payer, cost: &Cost| may_pay(situation, lives, *payer, cost);
    // Earlier years only matter to who may still pay their costs.
    let looks_back =
        payers.iter().any(|payer| costs.iter().any(|cost| cost.year < payer.year && may_pay(payer, cost)));
    let mut all: Vec<Payer> = if looks_back { earlier.to_vec() } else { Vec::new() };
    let settled = all.len();
    all.extend(payers);
    let mut groups: BTreeMap<(i32, Vec<usize>), Decimal> = BTreeMap::new();
    for cost in costs {
        let who: Vec<usize> = (0..all.len()).filter(|place| may_pay(&all[*place], cost)).collect();
        *groups.entry((cost.year, who)).or_default() += cost.euros;
    }
    groups.retain(|(_, who), _| !who.is_empty());
    let flows: Vec<i64> = (settled..=all.len()).map(|count| flow(&all, count, &groups)).collect();
    flows.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

/// What the first `count` payers pay together.
///
/// From a source to each payer, from there to each group of costs that no payer tells apart, from there
/// to the class of the costs that no payer of their own year tells apart, from there to a sink.
fn flow(all: &[Payer], count: usize, groups: &BTreeMap<(i32, Vec<usize>), Decimal>) -> i64 {
    const ANY: i64 = i64::MAX / 4;
    let cents = |euros: Decimal| (euros * Decimal::ONE_HUNDRED).to_i64().unwrap_or(0).max(0);
    let mut classes: BTreeMap<(i32, Vec<usize>), Decimal> = BTreeMap::new();
    let class_of = |year: i32, who: &[usize]| {
        (year, who.iter().copied().filter(|place| all[*place].year == year).collect::<Vec<usize>>())
    };
    for ((year, who), euros) in groups {
        *classes.entry(class_of(*year, who)).or_default() += euros;
    }
    let (source, sink) = (0, 1);
    let first_group = 2 + count;
    let first_class = first_group + groups.len();
    let mut network = Network::new(first_class + classes.len());
    for (place, payer) in all.iter().take(count).enumerate() {
        network.pipe(source, 2 + place, payer.limit);
    }
    for (group, ((year, who), euros)) in groups.iter().enumerate() {
        for place in who.iter().filter(|place| **place < count) {
            network.pipe(2 + place, first_group + group, ANY);
        }
        let class = classes.keys().position(|key| *key == class_of(*year, who)).unwrap_or(0);
        network.pipe(first_group + group, first_class + class, cents(*euros));
    }
    for (class, ((_, own_payers), euros)) in classes.iter().enumerate() {
        // Nothing is used of costs that nobody could pay in their own year.
        let left = if own_payers.is_empty() { ANY } else { cents(*euros) };
        network.pipe(first_class + class, sink, left);
    }
    network.max_flow(source, sink)
}

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
use super::situation::{Situation, certainty};
use super::{rate, scale};

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
    /// What a scale earns in each fiscal year, and before the plan.
    scale: Vec<Decimal>,
    scale_before: Decimal,
}

impl Life<'_> {
    /// What found costs up to the end of a fiscal year; of a rate with what came before the plan, once it is
    /// decided.
    pub fn earned(&self, year: i32) -> Decimal {
        if self.award.agreement.payment == PaymentRule::Scale {
            let earned: Decimal = self.scale.iter().take(usize::try_from(year + 1).unwrap_or(0)).sum();
            return if year >= self.award.decided() { self.scale_before + earned } else { Decimal::ZERO };
        }
        let is_rate = matches!(self.award.agreement.payment, PaymentRule::Rate(_));
        let past = if is_rate && year >= self.award.decided() { self.award.past() } else { Decimal::ZERO };
        let years = self.years.iter().take(usize::try_from(year + 1).unwrap_or(0));
        past + years.map(|of_year| of_year.new_used).sum::<Decimal>()
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
                PaymentRule::Scale => {
                    let first = if year == award.decided() { 0 } else { year };
                    next.new = scale::earned(award, costs, first, year);
                }
                PaymentRule::Rate(share) => {
                    let due = rate::due(award, share, costs, award.situation.end_of(year));
                    let earned = self.earned(year - 1).max(award.past());
                    next.new = (due - earned).max(Decimal::ZERO);
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

/// Costs of a fiscal year that the same payers may pay.
struct Class {
    year: i32,
    who: Vec<Who>,
    cents: i64,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
    let life = |award: Award<'a>| {
        let of = |first, last| match award.agreement.payment {
            PaymentRule::Scale => scale::earned(&award, costs, first, last),
            _ => Decimal::ZERO,
        };
        let scale = (0..situation.years()).map(|year| of(year, year)).collect();
        Life { award, years: Vec::new(), scale, scale_before: of(i32::MIN, -1) }
    };
    let mut lives: Vec<Life<'_>> = awards.into_iter().map(life).collect();
    if lives.is_empty() {
        return lives;
    }
    let classes = classes(situation, &lives, costs, movements);
    let mut payers: Vec<Payer> = Vec::new();
    let mut paid_before = 0;
    for year in 0..situation.years() {
        lives.iter_mut().for_each(|life| life.begin(costs));
        for payer in payers_of(situation, &lives, movements, year) {
            payers.push(payer);
            let paid = flow(&classes, &payers);
            let euros = Decimal::new(paid - paid_before, 2);
            match payer.who {
                Who::Activity(_) => {}
                Who::Carried(place) => lives[place].years[year as usize].carried_used = euros,
                Who::New(place) => lives[place].years[year as usize].new_used = euros,
            }
            paid_before = paid;
        }
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
        let limit = cents(euros);
        if limit > 0 {
            payers.push(Payer { who, year, limit });
        }
    };
    for activity in activities {
        payer(Who::Activity(activity), own_income(situation, movements, activity, year));
    }
    let is_scale = |life: &Life<'_>| life.award.agreement.payment == PaymentRule::Scale;
    for (place, life) in lives.iter().enumerate().filter(|(_, life)| is_scale(life)) {
        payer(Who::New(place), life.years[year as usize].new);
    }
    for (place, life) in lives.iter().enumerate() {
        payer(Who::Carried(place), life.years[year as usize].carried);
    }
    for (place, life) in lives.iter().enumerate().filter(|(_, life)| !is_scale(life)) {
        payer(Who::New(place), life.years[year as usize].new);
    }
    payers
}

/// The costs of each fiscal year that nobody tells apart, by who may pay them: every line, whatever it has to
/// give and when it is decided, and the activities that earn something themselves in that year.
fn classes(
    situation: &Situation<'_>,
    lives: &[Life<'_>],
    costs: &[Cost],
    movements: &[(ItemId, Movement)],
) -> Vec<Class> {
    let mut classes: BTreeMap<(i32, Vec<Who>), Decimal> = BTreeMap::new();
    for year in 0..situation.years() {
        let activities = situation.plan.activities.iter().map(|one| one.id);
        let earning: Vec<ActivityId> =
            activities.filter(|id| own_income(situation, movements, *id, year) > Decimal::ZERO).collect();
        for cost in costs.iter().filter(|cost| cost.year == year) {
            let mut who: Vec<Who> = Vec::new();
            who.extend(earning.iter().filter(|id| cost.is_of(situation, **id)).map(|id| Who::Activity(*id)));
            for (place, life) in lives.iter().enumerate() {
                who.extend(life.award.may_pay_carried(cost).then_some(Who::Carried(place)));
                who.extend(life.award.may_pay(cost).then_some(Who::New(place)));
            }
            *classes.entry((year, who)).or_default() += cost.euros;
        }
    }
    let class = |((year, who), euros)| Class { year, who, cents: cents(euros).max(0) };
    classes.into_iter().map(class).collect()
}

/// Whether a payer may pay a class: one of its year; money of the year also what earlier years of its period
/// have left.
fn may_pay(payer: &Payer, class: &Class) -> bool {
    let late = matches!(payer.who, Who::New(_));
    let in_time = class.year == payer.year || (late && class.year < payer.year);
    in_time && class.who.contains(&payer.who)
}

/// What these payers pay together, in cents: from a source to each of them, from there to the classes it
/// may pay, from there to a sink.
fn flow(classes: &[Class], payers: &[Payer]) -> i64 {
    let (source, sink) = (0, 1);
    let (first_payer, first_class) = (2, 2 + payers.len());
    let mut network = Network::new(first_class + classes.len());
    for (place, class) in classes.iter().enumerate() {
        network.pipe(first_class + place, sink, class.cents);
    }
    for (number, payer) in payers.iter().enumerate() {
        network.pipe(source, first_payer + number, payer.limit);
        for (place, _) in classes.iter().enumerate().filter(|(_, class)| may_pay(payer, class)) {
            network.pipe(first_payer + number, first_class + place, payer.limit);
        }
    }
    network.max_flow(source, sink)
}

fn cents(euros: Decimal) -> i64 {
    (euros * Decimal::ONE_HUNDRED).to_i64().unwrap_or(0)
}

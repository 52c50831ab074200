//! Who pays which costs: year by year, those whose money is the worst to leave unused first.
//!
//! What a payer gets is what flows more with it than without it, after those before it: none of them is
//! reduced, though they may have to pay other costs instead.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use previ_engine::certainty::Certainty;
use previ_engine::id::{ActivityId, AgreementId, ItemId, TrancheId};
use previ_engine::month::Month;
use previ_engine::rule::{PaymentRule, UnspentRule};
use rust_decimal::Decimal;

use super::award::Award;
use super::base::flat_money;
use super::ceiling::caps;
use super::choice::{Choice, choices};
use super::classes::{Group, Who, classes};
use super::costs::{Ground, own_income};
use super::euros::cents;
use super::life::Life;
use super::movement::Movement;
use super::network::{Limit, Payer, Table};
use super::situation::{Situation, certainty};

/// What lines pay.
pub struct Assignment<'a> {
    pub lives: Vec<Life<'a>>,
    /// Whether the rules leave something open: how much of a limit is used in a year where that counts for the
    /// next one, or who may pay what inside a limit.
    pub is_open: bool,
}

/// Each line of a fixed, rate or scale agreement with what it pays; `movements` are those of everything else.
pub fn assign<'a>(
    situation: &'a Situation<'a>,
    mut awards: Vec<Award<'a>>,
    ground: &Ground,
    movements: &[(ItemId, Movement)],
) -> Assignment<'a> {
    awards.retain(|award| award.counted > Decimal::ZERO);
    awards.sort_by_key(rank);
    let choices = choices(&awards);
    let classes = classes(situation, &awards, &choices, ground, movements);
    let lives = awards.iter().map(|award| Life::new(*award, ground)).collect();
    let mut assignment = Assignment { lives, is_open: false };
    if awards.is_empty() {
        return assignment;
    }
    let mut limits: BTreeMap<Limit, i64> = BTreeMap::new();
    let mut taken: Vec<Decimal> = vec![Decimal::ZERO; choices.len()];
    let mut payers: Vec<Payer> = Vec::new();
    let mut paid_before = 0;
    for year in 0..situation.years() {
        let at = year as usize;
        assignment.lives.iter_mut().for_each(|life| life.begin(ground));
        for (line, life) in assignment.lives.iter().enumerate() {
            limits.extend(
                limits_of(&awards, life, ground, year).map(|(group, cents)| ((line, group, year), cents)),
            );
        }
        for who in order(situation, &assignment.lives, &choices) {
            let line = Payer::line_of(who, &choices);
            let lives = &mut assignment.lives;
            let room = |choice: usize| {
                let award = &awards[choices[choice].line];
                award.weighted(super::euros::round(choices[choice].said.amount.euros())) - taken[choice]
            };
            let limit = match who {
                Who::Activity(activity) => own_income(situation, movements, activity, year),
                Who::ChosenCarried(choice) => {
                    room(choice).min(lives[choices[choice].line].years[at].carried_left())
                }
                Who::ChosenNew(choice) => room(choice).min(lives[choices[choice].line].years[at].new_left()),
                Who::Carried(line) => lives[line].years[at].carried_left(),
                Who::New(line) => lives[line].years[at].new_left(),
            };
            if limit <= Decimal::ZERO {
                continue;
            }
            // Money of the year also pays what earlier years of its period have left.
            let late = matches!(who, Who::New(_) | Who::ChosenNew(_));
            payers.push(Payer { who, line, year, late, limit: cents(limit) });
            let outcome = Table { classes: &classes, limits: &limits }.pay(&payers);
            assignment.is_open |= outcome.mixed;
            let paid = outcome.paid - paid_before;
            paid_before = outcome.paid;
            if let Some(payer) = payers.last_mut() {
                payer.limit = paid;
            }
            let euros = Decimal::new(paid, 2);
            match who {
                Who::Activity(_) => {}
                Who::Carried(line) => lives[line].years[at].carried_used += euros,
                Who::New(line) => lives[line].years[at].new_used += euros,
                Who::ChosenCarried(choice) => {
                    taken[choice] += euros;
                    lives[choices[choice].line].years[at].carried_used += euros;
                }
                Who::ChosenNew(choice) => {
                    taken[choice] += euros;
                    lives[choices[choice].line].years[at].new_used += euros;
                }
            }
        }
        let charged = Table { classes: &classes, limits: &limits }.charged(&payers);
        for ((line, group, when), (least, most)) in charged {
            let life = &mut assignment.lives[line];
            life.charged.insert((group, when), least);
            // Nothing more goes through a limit of a year that is over: what later years may move follows from
            // what it lets through.
            limits.insert((line, group, when), least);
            let goes_on = year + 1 < situation.years();
            let has_left = !(life.years[at].carried_left() + life.years[at].new_left()).is_zero();
            let counts = goes_on || (group == Group::Flat && has_left);
            assignment.is_open |= least != most && counts;
        }
        assignment.lives.iter_mut().for_each(|life| earn_beyond_cost(life, ground, year));
    }
    assignment
}

/// What is not of its certainty, its rule and its end goes by number and by place.
type Rank = (Reverse<Option<Certainty>>, u8, Month, AgreementId, TrancheId, usize);

/// Certain money first, then what is worst to leave unused, then what ends first.
pub fn rank(award: &Award<'_>) -> Rank {
    let worst = match award.agreement.payment {
        PaymentRule::Fixed(UnspentRule::Keep { .. }) => 2,
        PaymentRule::Fixed(UnspentRule::Carry { .. }) => 1,
        _ => 0,
    };
    let certainty = certainty(award.agreement, award.tranche, award.line);
    (Reverse(certainty), worst, award.tranche.to, award.agreement.id, award.tranche.id, award.place)
}

/// Who pays, in order.
fn order(situation: &Situation<'_>, lives: &[Life<'_>], choices: &[Choice<'_>]) -> Vec<Who> {
    let mut activities: Vec<ActivityId> = situation.plan.activities.iter().map(|one| one.id).collect();
    activities.sort_unstable();
    let is_scale = |line: &usize| lives[*line].award.agreement.payment == PaymentRule::Scale;
    let mut order: Vec<Who> = activities.into_iter().map(Who::Activity).collect();
    order.extend((0..lives.len()).filter(is_scale).map(Who::New));
    order.extend((0..choices.len()).flat_map(|choice| [Who::ChosenCarried(choice), Who::ChosenNew(choice)]));
    order.extend((0..lives.len()).map(Who::Carried));
    order.extend((0..lives.len()).filter(|line| !is_scale(line)).map(Who::New));
    order
}

/// What a line may pay in a fiscal year of each group of its costs that has a limit, in cents.
fn limits_of(
    awards: &[Award<'_>],
    life: &Life<'_>,
    ground: &Ground,
    year: i32,
) -> impl Iterator<Item = (Group, i64)> {
    let award = &life.award;
    let end = award.situation.end_of(year);
    let natures = caps(awards, award, ground, end).into_iter();
    let mut all: Vec<(Group, Decimal)> =
        natures.map(|(nature, most)| (Group::of_nature(nature), most)).collect();
    all.push((Group::Flat, flat_money(award, ground, end)));
    // What a flat rate gave beyond the cost there was is not given twice.
    let beyond: Decimal = life.years.iter().map(|of_year| of_year.beyond).sum();
    let left = all.into_iter().map(|(group, most)| {
        let given = if group == Group::Flat { cents(beyond) } else { 0 };
        (group, (cents(most) - given - life.charged_before(group, year)).max(0))
    });
    left.collect::<Vec<_>>().into_iter()
}

/// A flat rate is owed whether or not the structure costs that much.
fn earn_beyond_cost(life: &mut Life<'_>, ground: &Ground, year: i32) {
    let award = &life.award;
    if award.agreement.eligible.flat_rate.is_none() || award.agreement.payment == PaymentRule::Scale {
        return;
    }
    let flat = flat_money(award, ground, award.situation.end_of(year));
    let charged = Decimal::new(life.charged_before(Group::Flat, year + 1), 2);
    let earned: Decimal = life.years.iter().map(|of_year| of_year.beyond).sum();
    let room = (flat - charged - earned).max(Decimal::ZERO);
    let Some(of_year) = life.years.last_mut() else { return };
    let of_carried = room.min(of_year.carried_left());
    let of_new = (room - of_carried).min(of_year.new_left());
    of_year.carried_used += of_carried;
    of_year.new_used += of_new;
    of_year.beyond += of_carried + of_new;
}

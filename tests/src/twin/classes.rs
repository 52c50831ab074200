//! Costs that nobody tells apart.

use std::collections::BTreeMap;

use previ_engine::id::{ActivityId, ItemId};
use previ_engine::rule::{Ceiling, CostNature};
use rust_decimal::Decimal;

use super::award::Award;
use super::base::may_pay_as_indirect;
use super::choice::Choice;
use super::costs::{Cost, Ground, own_income};
use super::euros::cents;
use super::movement::Movement;
use super::situation::Situation;

/// Costs of a fiscal year that the same payers may pay, each in the same group of its costs.
pub struct Class {
    pub year: i32,
    pub who: Vec<(Who, Group)>,
    pub cents: i64,
}

/// Somebody who pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// The income of an activity itself.
    Activity(ActivityId),
    /// What a line carried over, for a choice.
    ChosenCarried(usize),
    /// What a line has new, for a choice.
    ChosenNew(usize),
    /// What a line carried over.
    Carried(usize),
    /// What a line has new.
    New(usize),
}

/// Costs of a line that it pays up to one limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// No limit.
    Free,
    /// Of a nature that its agreement limits.
    Nature(u8),
    /// The structure's, by a flat rate.
    Flat,
}

impl Group {
    pub fn of_nature(nature: CostNature) -> Self {
        Self::Nature(match nature {
            CostNature::Staff => 0,
            CostNature::OtherDirect => 1,
            CostNature::Indirect => 2,
        })
    }

    /// The group of a cost that a line may pay.
    fn of(award: &Award<'_>, cost: &Cost) -> Self {
        let nature = cost.nature();
        let is_limit = |ceiling: &Ceiling| matches!(ceiling, Ceiling::Nature(of, _) if *of == nature);
        if award.agreement.ceilings.iter().any(is_limit) { Self::of_nature(nature) } else { Self::Free }
    }
}

/// The costs of each fiscal year that nobody tells apart, by who may pay them: every line, whatever it has to
/// give and when it is decided, every choice, and the activities that earn something themselves in that year.
pub fn classes(
    situation: &Situation<'_>,
    awards: &[Award<'_>],
    choices: &[Choice<'_>],
    ground: &Ground,
    movements: &[(ItemId, Movement)],
) -> Vec<Class> {
    let mut classes: BTreeMap<(i32, Vec<(Who, Group)>), Decimal> = BTreeMap::new();
    for year in 0..situation.years() {
        let activities = situation.plan.activities.iter().map(|one| one.id);
        let earning: Vec<ActivityId> =
            activities.filter(|id| own_income(situation, movements, *id, year) > Decimal::ZERO).collect();
        for cost in ground.costs.iter().filter(|cost| cost.year == year) {
            let earning = earning.iter().filter(|id| cost.is_of(situation, **id));
            let mut who: Vec<(Who, Group)> = earning.map(|id| (Who::Activity(*id), Group::Free)).collect();
            for (place, award) in awards.iter().enumerate() {
                if may_pay_as_indirect(award, cost) {
                    who.extend([(Who::Carried(place), Group::Flat), (Who::New(place), Group::Flat)]);
                }
                let group = Group::of(award, cost);
                who.extend(award.may_pay_carried(cost).then_some((Who::Carried(place), group)));
                who.extend(award.may_pay(cost).then_some((Who::New(place), group)));
            }
            for (number, choice) in choices.iter().enumerate().filter(|(_, choice)| choice.is_of(cost)) {
                let award = &awards[choice.line];
                let group = Group::of(award, cost);
                who.extend(award.may_pay_carried(cost).then_some((Who::ChosenCarried(number), group)));
                who.extend(award.may_pay(cost).then_some((Who::ChosenNew(number), group)));
            }
            *classes.entry((year, who)).or_default() += cost.euros;
        }
    }
    let class = |((year, who), euros)| Class { year, who, cents: cents(euros).max(0) };
    classes.into_iter().map(class).collect()
}

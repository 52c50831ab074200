//! Costs that the user chose for a tranche.

use std::cmp::Reverse;

use previ_engine::rule::{ChosenCost, ChosenKind, PaymentRule};

use super::assignment::rank;
use super::award::Award;
use super::books::is_below;
use super::costs::Cost;
use super::situation::certainty;

/// A cost chosen for a line.
#[derive(Clone, Copy)]
pub struct Choice<'a> {
    pub said: &'a ChosenCost,
    /// The line that pays it, by its place among those that take part.
    pub line: usize,
    /// Its place in the tranche.
    place: usize,
}

impl Choice<'_> {
    /// Whether a cost is the chosen one.
    pub fn is_of(&self, cost: &Cost) -> bool {
        cost.activity == self.said.activity
            && match self.said.cost {
                ChosenKind::Account(account) => cost.account.is_under(account),
                ChosenKind::Position(position) => cost.post == Some(position),
            }
    }
}

/// The choices for these lines, in the order in which they are served.
pub fn choices<'a>(awards: &[Award<'a>]) -> Vec<Choice<'a>> {
    let mut choices: Vec<Choice<'a>> = Vec::new();
    for (at, award) in awards.iter().enumerate() {
        let may_choose = matches!(award.agreement.payment, PaymentRule::Fixed(_) | PaymentRule::Rate(_));
        for (place, said) in award.tranche.chosen.iter().enumerate().filter(|_| may_choose) {
            let is_for = |award: &Award<'_>| match award.line.activity {
                None => true,
                Some(line) => is_below(award.situation.plan, said.activity, line),
            };
            let is_earlier = |other: &&Award<'_>| {
                other.agreement.id == award.agreement.id
                    && other.tranche.id == award.tranche.id
                    && other.place < award.place
            };
            if is_for(award) && !awards.iter().filter(is_earlier).any(is_for) {
                choices.push(Choice { said, line: at, place });
            }
        }
    }
    choices.sort_by_key(|choice| {
        let award = &awards[choice.line];
        let certainty = certainty(award.agreement, award.tranche, award.line);
        let (_, worst, to, agreement, tranche, _) = rank(award);
        (Reverse(certainty), worst, to, agreement, tranche, choice.place)
    });
    choices
}

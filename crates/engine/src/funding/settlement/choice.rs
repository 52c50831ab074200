//! Costs that the user wants a tranche to pay.

use alloc::vec::Vec;

use crate::account::AccountNumber;
use crate::funding::cells::CellKey;
use crate::funding::settlement::line::FundedLine;
use crate::journal::ActivityIndex;
use crate::registry::Registry;
use crate::rule::{ChosenKind, PaymentRule};

/// A choice of the user and the line that follows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    pub(crate) line: usize,
    pub(crate) activity: ActivityIndex,
    cost: ChosenKind,
    /// What is left of it to take.
    pub(crate) left_cents: i64,
}

impl Choice {
    /// Whether it is about the same cost as another one, for the same line.
    pub(crate) fn is_sorted_as(&self, before: &Self) -> bool {
        (self.line, self.activity, self.cost) == (before.line, before.activity, before.cost)
    }

    /// Whether it is about this cost.
    pub(crate) fn wants(&self, key: &CellKey, account: AccountNumber) -> bool {
        self.activity == key.activity
            && match self.cost {
                ChosenKind::Account(chosen) => account.is_under(chosen),
                ChosenKind::Position(chosen) => key.position == Some(chosen),
            }
    }
}

/// The choices that have a line to follow them, in their turn: in the order in which the first lines of
/// tranches pay, then as the tranche lists them. Scales pay what they support and choose nothing.
pub(crate) fn choices(lines: &[FundedLine], registry: &Registry) -> Vec<Choice> {
    let mut choices = Vec::new();
    let of_tranche = |a: &FundedLine, b: &FundedLine| a.tranche_place() == b.tranche_place();
    let mut first = 0;
    for tranche in lines.chunk_by(of_tranche) {
        let chosen = tranche.first().filter(|line| line.agreement.payment != PaymentRule::Scale);
        let chosen =
            chosen.into_iter().flat_map(|first| first.tranche().chosen.iter().map(move |one| (first, one)));
        for (leader, chosen) in chosen {
            let (activity, _) = registry.activity(chosen.activity);
            let is_above = |line: &FundedLine| {
                registry.subtree(registry.activity(line.line().activity).0)[usize::from(activity.0)]
            };
            if let Some(place) = tranche.iter().position(is_above) {
                let left_cents = tranche[place].weight.of_cents(chosen.amount.cents()).max(0);
                let choice = Choice { line: first + place, activity, cost: chosen.cost, left_cents };
                choices.push(((leader.turn(), leader.ids()), choice));
            }
        }
        first += tranche.len();
    }
    choices.sort_by_key(|(turn, _)| *turn);
    choices.into_iter().map(|(_, choice)| choice).collect()
}

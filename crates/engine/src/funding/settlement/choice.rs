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
    /// Whether it is about this cost.
    pub(crate) fn wants(&self, key: &CellKey, account: AccountNumber) -> bool {
        self.activity == key.activity
            && match self.cost {
                ChosenKind::Account(chosen) => account.is_under(chosen),
                ChosenKind::Position(chosen) => key.position == Some(chosen),
            }
    }
}

/// The choices that have a line to follow them, in their turn: in the order in which lines pay, then as the
/// tranche lists them. Scales pay what they support and choose nothing.
pub(crate) fn choices(lines: &[FundedLine<'_>], registry: &Registry) -> Vec<Choice> {
    let mut choices = Vec::new();
    let of_tranche = |a: &FundedLine<'_>, b: &FundedLine<'_>| a.tranche_place() == b.tranche_place();
    let mut first = 0;
    for tranche in lines.chunk_by(of_tranche) {
        let chosen = tranche.first().filter(|line| line.agreement.payment != PaymentRule::Scale);
        for chosen in chosen.map_or(&[][..], |line| &line.tranche.chosen) {
            let (activity, _) = registry.activity(chosen.activity);
            let is_above = |line: &FundedLine<'_>| {
                registry.subtree(registry.activity(line.line.activity).0)[usize::from(activity.0)]
            };
            if let Some(place) = tranche.iter().position(is_above) {
                let left_cents = tranche[place].weight.of_cents(chosen.amount.cents()).max(0);
                choices.push(Choice { line: first + place, activity, cost: chosen.cost, left_cents });
            }
        }
        first += tranche.len();
    }
    choices.sort_by_key(|choice| (lines[choice.line].turn(), lines[choice.line].ids()));
    choices
}

//! Who pays what: each payer in turn takes as much cost as it may.
//!
//! Earlier payers are moved to other costs they may pay where that lets a later one take more, and never
//! take less for it. So what each payer takes depends on nobody after it, and all together take as much
//! as can be taken (augmenting paths, after Ford and Fulkerson, 1956).

use alloc::collections::{BTreeMap, VecDeque};
use alloc::vec::Vec;

/// Somebody who pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Payer {
    /// How many cents it has.
    pub(crate) limit_cents: i64,
    /// The places of the costs it may pay.
    pub(crate) costs: Vec<usize>,
}

/// Costs and those who pay them, served one after the other.
#[derive(Clone, Debug, Default)]
pub(crate) struct Assignment {
    /// What is still to be paid of each cost.
    room_cents: Vec<i64>,
    /// What each payer takes of each cost.
    paid_cents: Vec<BTreeMap<usize, i64>>,
    payers: Vec<Payer>,
    /// How each cost was last reached, and in which search: kept so that a search begins with nothing to
    /// clear.
    steps: Vec<(usize, Step)>,
    searches: usize,
}

/// How a cost is reached on the way from a payer to a cost that is not all paid yet.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// The payer itself may pay it.
    First,
    /// `payer` may pay it in place of `from`.
    Moved { payer: usize, from: usize },
}

impl Assignment {
    /// Nothing paid yet.
    pub(crate) fn new(costs_cents: Vec<i64>) -> Self {
        let costs = costs_cents.len();
        Self {
            room_cents: costs_cents,
            paid_cents: alloc::vec![BTreeMap::new(); costs],
            payers: Vec::new(),
            steps: alloc::vec![(0, Step::First); costs],
            searches: 0,
        }
    }

    /// Serves one more payer: how many cents it takes.
    pub(crate) fn serve(&mut self, payer: Payer) -> i64 {
        let number = self.payers.len();
        let mut wanted = payer.limit_cents.max(0);
        let limit = wanted;
        self.payers.push(payer);
        while wanted > 0 {
            let Some(last) = self.cost_with_room(number) else { break };
            let mut cents = wanted.min(self.room_cents[last]);
            let mut at = last;
            while let (_, Step::Moved { payer, from }) = self.steps[at] {
                cents = cents.min(self.paid_cents[from].get(&payer).copied().unwrap_or(0));
                at = from;
            }
            self.room_cents[last] -= cents;
            wanted -= cents;
            let mut at = last;
            while let (_, Step::Moved { payer, from }) = self.steps[at] {
                *self.paid_cents[at].entry(payer).or_default() += cents;
                *self.paid_cents[from].entry(payer).or_default() -= cents;
                at = from;
            }
            *self.paid_cents[at].entry(number).or_default() += cents;
        }
        limit - wanted
    }

    /// What each payer, in the order they were served, takes of a cost.
    pub(crate) fn paid_cents(&self, cost: usize) -> impl Iterator<Item = (usize, i64)> + '_ {
        let paid = self.paid_cents.get(cost).into_iter().flatten();
        paid.map(|(payer, cents)| (*payer, *cents)).filter(|(_, cents)| *cents > 0)
    }

    /// The nearest cost with room that can be reached from a payer; the way there stands in `steps`.
    fn cost_with_room(&mut self, payer: usize) -> Option<usize> {
        self.searches += 1;
        let mut next = VecDeque::new();
        for cost in &self.payers[payer].costs {
            self.steps[*cost] = (self.searches, Step::First);
            next.push_back(*cost);
        }
        while let Some(from) = next.pop_front() {
            if self.room_cents[from] > 0 {
                return Some(from);
            }
            for (payer, _) in self.paid_cents[from].iter().filter(|(_, cents)| **cents > 0) {
                for cost in &self.payers[*payer].costs {
                    if self.steps[*cost].0 < self.searches {
                        self.steps[*cost] = (self.searches, Step::Moved { payer: *payer, from });
                        next.push_back(*cost);
                    }
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(costs: &[i64], payers: &[(i64, &[usize])]) -> Vec<i64> {
        let mut assignment = Assignment::new(costs.to_vec());
        let payers = payers.iter().map(|(limit, costs)| Payer { limit_cents: *limit, costs: costs.to_vec() });
        let taken: Vec<i64> = payers.map(|payer| assignment.serve(payer)).collect();
        for (payer, taken) in taken.iter().enumerate() {
            let paid = |cost| assignment.paid_cents(cost).filter(|(found, _)| *found == payer);
            assert_eq!((0..costs.len()).flat_map(paid).map(|(_, cents)| cents).sum::<i64>(), *taken);
        }
        taken
    }

    #[test]
    fn money_that_may_pay_anything_makes_room_for_money_that_may_not() {
        // The first would take the salary (0) first; the second may pay nothing else.
        assert_eq!(taken(&[10_000, 10_000], &[(12_000, &[0, 1]), (4_000, &[0])]), [12_000, 4_000]);
        // Rent (0) 10,000 and salary (1) 10,000: 12,000 for the rent finds 10,000 only.
        assert_eq!(taken(&[10_000, 10_000], &[(12_000, &[0]), (4_000, &[1])]), [10_000, 4_000]);
    }

    #[test]
    fn an_earlier_payer_is_moved_and_never_reduced() {
        // Three payers in a chain: each frees its cost for the next.
        let chain = [(100, &[0, 1][..]), (100, &[0, 2]), (100, &[0])];
        assert_eq!(taken(&[100, 100, 100], &chain), [100, 100, 100]);
        // Nowhere to go: the third gets what is left, nothing.
        assert_eq!(taken(&[100], &[(60, &[0]), (40, &[0]), (10, &[0])]), [60, 40, 0]);
    }

    #[test]
    fn who_may_pay_nothing_takes_nothing() {
        assert_eq!(taken(&[100], &[(60, &[])]), [0]);
        assert_eq!(taken(&[], &[(60, &[])]), [0]);
    }
}

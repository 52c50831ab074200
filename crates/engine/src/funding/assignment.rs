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
    use petgraph::algo::dinics;
    use petgraph::graph::DiGraph;

    /// Numbers that look like chance and come back the same each time (splitmix64).
    struct Dice(u64);

    impl Dice {
        fn below(&mut self, bound: u64) -> u64 {
            self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            (mixed ^ (mixed >> 31)) % bound
        }

        /// Up to so many costs and payers of up to so many cents; each may pay a cost this many times out
        /// of a hundred.
        fn network(&mut self, costs: u64, payers: u64, cents: u64, percent: u64) -> (Vec<i64>, Vec<Payer>) {
            let costs: Vec<i64> = (0..=self.below(costs)).map(|_| self.below(cents + 1) as i64).collect();
            let payers = (0..=self.below(payers)).map(|_| Payer {
                limit_cents: self.below(cents + 1) as i64,
                costs: (0..costs.len()).filter(|_| self.below(100) < percent).collect(),
            });
            let payers = payers.collect();
            (costs, payers)
        }
    }

    /// What each payer takes, served in turn, once what they pay of each cost is seen to agree with it.
    fn served(costs: &[i64], payers: &[Payer]) -> Vec<i64> {
        let mut assignment = Assignment::new(costs.to_vec());
        let taken: Vec<i64> = payers.iter().map(|payer| assignment.serve(payer.clone())).collect();
        let mut of_payer = alloc::vec![0; payers.len()];
        for (cost, size) in costs.iter().enumerate() {
            let mut paid = 0;
            for (payer, cents) in assignment.paid_cents(cost) {
                assert!(payers[payer].costs.contains(&cost));
                of_payer[payer] += cents;
                paid += cents;
            }
            assert!(paid <= *size, "{costs:?} {payers:?}");
        }
        assert_eq!(taken, of_payer, "{costs:?} {payers:?}");
        taken
    }

    /// The most that all payers can take together.
    fn greatest_flow(costs: &[i64], payers: &[Payer]) -> i64 {
        let mut network = DiGraph::<(), u64>::new();
        let (source, sink) = (network.add_node(()), network.add_node(()));
        let places: Vec<_> = costs.iter().map(|_| network.add_node(())).collect();
        for (place, cents) in places.iter().zip(costs) {
            network.add_edge(*place, sink, cents.unsigned_abs());
        }
        for payer in payers {
            let place = network.add_node(());
            let limit = payer.limit_cents.unsigned_abs();
            network.add_edge(source, place, limit);
            for cost in &payer.costs {
                network.add_edge(place, places[*cost], limit);
            }
        }
        dinics(&network, source, sink).0 as i64
    }

    #[test]
    fn after_each_payer_as_much_is_taken_as_flows_through_the_network() {
        let mut dice = Dice(2027);
        for case in 0..400 {
            let (costs, payers) = match case % 4 {
                0 => dice.network(6, 6, 9, 50),
                1 => dice.network(8, 12, 10_000_000, 30),
                2 => dice.network(30, 20, 500, 10),
                _ => dice.network(25, 40, 1_000_000, 15),
            };
            let mut total = 0;
            for (last, cents) in served(&costs, &payers).iter().enumerate() {
                total += cents;
                let flow = greatest_flow(&costs, &payers[..=last]);
                assert_eq!(total, flow, "after {last}: {costs:?} {payers:?}");
            }
        }
    }

    /// The greatest amounts in the order of payers: of all ways to pay, the first takes the most it can,
    /// of those ways the second the most it can, and so on.
    fn greatest_of_all_ways(room: &[i64], payers: &[Payer]) -> Vec<i64> {
        let Some((first, others)) = payers.split_first() else { return Vec::new() };
        let mut greatest = Vec::new();
        let mut ways = alloc::vec![(0_i64, room.to_vec())];
        for cost in &first.costs {
            let mut more = Vec::new();
            for (taken, room) in ways {
                for cents in 0..=room[*cost].min(first.limit_cents - taken) {
                    let mut room = room.clone();
                    room[*cost] -= cents;
                    more.push((taken + cents, room));
                }
            }
            ways = more;
        }
        for (taken, room) in ways {
            let mut amounts = alloc::vec![taken];
            amounts.extend(greatest_of_all_ways(&room, others));
            greatest = greatest.max(amounts);
        }
        greatest
    }

    #[test]
    fn of_all_ways_to_pay_it_is_the_best_for_the_first_then_for_the_second_and_so_on() {
        let mut dice = Dice(7);
        for _ in 0..400 {
            let (costs, payers) = dice.network(3, 4, 4, 60);
            let greatest = greatest_of_all_ways(&costs, &payers);
            assert_eq!(served(&costs, &payers), greatest, "{costs:?} {payers:?}");
        }
    }

    fn taken(costs: &[i64], payers: &[(i64, &[usize])]) -> Vec<i64> {
        let payers = payers.iter().map(|(limit, costs)| Payer { limit_cents: *limit, costs: costs.to_vec() });
        served(costs, &payers.collect::<Vec<_>>())
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

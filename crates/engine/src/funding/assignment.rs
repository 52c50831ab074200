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

/// How a cost is reached on the way from a payer to a cost that is not all paid yet.
#[derive(Clone, Copy, Debug)]
enum Step {
    NotSeen,
    /// The payer itself may pay it.
    First,
    /// `payer` may pay it in place of `from`.
    Moved {
        payer: usize,
        from: usize,
    },
}

/// For each cost, of `left_cents` still to be paid, how many cents each payer takes of it.
pub(crate) fn assign(left_cents: &[i64], payers: &[Payer]) -> Vec<BTreeMap<usize, i64>> {
    let mut room = left_cents.to_vec();
    let mut paid: Vec<BTreeMap<usize, i64>> = alloc::vec![BTreeMap::new(); room.len()];
    for (number, payer) in payers.iter().enumerate() {
        let mut wanted = payer.limit_cents;
        while wanted > 0 {
            let Some((last, steps)) = way(payer, payers, &room, &paid) else { break };
            let mut cents = wanted.min(room[last]);
            let mut at = last;
            while let Step::Moved { payer, from } = steps[at] {
                cents = cents.min(paid[from].get(&payer).copied().unwrap_or(0));
                at = from;
            }
            room[last] -= cents;
            wanted -= cents;
            let mut at = last;
            while let Step::Moved { payer, from } = steps[at] {
                *paid[at].entry(payer).or_default() += cents;
                *paid[from].entry(payer).or_default() -= cents;
                at = from;
            }
            *paid[at].entry(number).or_default() += cents;
        }
    }
    for taken in &mut paid {
        taken.retain(|_, cents| *cents > 0);
    }
    paid
}

/// The nearest cost with room that can be reached, and the steps to it.
fn way(
    payer: &Payer,
    payers: &[Payer],
    room: &[i64],
    paid: &[BTreeMap<usize, i64>],
) -> Option<(usize, Vec<Step>)> {
    let mut steps = alloc::vec![Step::NotSeen; room.len()];
    let mut next = VecDeque::new();
    for cost in &payer.costs {
        steps[*cost] = Step::First;
        next.push_back(*cost);
    }
    while let Some(from) = next.pop_front() {
        if room[from] > 0 {
            return Some((from, steps));
        }
        for (payer, _) in paid[from].iter().filter(|(_, cents)| **cents > 0) {
            for cost in &payers[*payer].costs {
                if matches!(steps[*cost], Step::NotSeen) {
                    steps[*cost] = Step::Moved { payer: *payer, from };
                    next.push_back(*cost);
                }
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(costs: &[i64], payers: &[(i64, &[usize])]) -> Vec<i64> {
        let payers: Vec<Payer> = payers
            .iter()
            .map(|(limit, costs)| Payer { limit_cents: *limit, costs: costs.to_vec() })
            .collect();
        let paid = assign(costs, &payers);
        let of = |payer: usize| paid.iter().filter_map(|taken| taken.get(&payer)).sum();
        (0..payers.len()).map(of).collect()
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

use super::*;
use crate::testing::Dice;
use petgraph::algo::dinics;
use petgraph::graph::DiGraph;

impl Dice {
    fn cents(&mut self, most: u64) -> i64 {
        self.below(most + 1) as i64
    }

    fn some(&mut self, of: usize, percent: u64) -> Vec<usize> {
        (0..of).filter(|_| self.below(100) < percent).collect()
    }

    /// Up to so many costs, caps and payers of up to so many cents; each may pay a cost or go through a cap
    /// this many times out of a hundred.
    fn network(&mut self, sizes: (u64, u64, u64), cents: u64, percent: u64) -> Network {
        let (costs, caps, payers) = sizes;
        let costs: Vec<i64> = (0..=self.below(costs)).map(|_| self.cents(cents)).collect();
        let caps = if caps == 0 { 0 } else { self.below(caps + 1) };
        let caps: Vec<_> = (0..caps).map(|_| (self.cents(cents), self.some(costs.len(), percent))).collect();
        let payers = (0..=self.below(payers)).map(|_| Payer {
            limit_cents: self.cents(cents),
            costs: self.some(costs.len(), percent),
            caps: self.some(caps.len(), percent),
        });
        let payers = payers.collect();
        Network { costs, caps, payers }
    }
}

/// Costs, caps with the costs behind them, and payers in their turn.
#[derive(Debug)]
struct Network {
    costs: Vec<i64>,
    caps: Vec<(i64, Vec<usize>)>,
    payers: Vec<Payer>,
}

impl Network {
    fn may_pay(&self, payer: usize, cost: usize) -> bool {
        let payer = &self.payers[payer];
        payer.costs.contains(&cost) || payer.caps.iter().any(|cap| self.caps[*cap].1.contains(&cost))
    }
}

/// What each payer takes, served in turn, once what they pay of each cost is seen to agree with it.
fn served(network: &Network) -> Vec<i64> {
    let mut assignment = Assignment::new(network.costs.clone());
    let add = |(cents, costs): &(i64, Vec<usize>)| assignment.add_cap(*cents, costs.clone());
    let caps: Vec<usize> = network.caps.iter().map(add).collect();
    let taken: Vec<i64> = network.payers.iter().map(|payer| assignment.serve(payer.clone())).collect();
    let mut of_payer = alloc::vec![0; taken.len()];
    let mut of_cost = alloc::vec![0; network.costs.len()];
    for share in assignment.shares() {
        assert!(share.cents > 0 && network.may_pay(share.payer, share.cost), "{share:?} {network:?}");
        of_payer[share.payer] += share.cents;
        of_cost[share.cost] += share.cents;
    }
    assert!(of_cost.iter().zip(&network.costs).all(|(paid, size)| paid <= size), "{network:?}");
    assert_eq!(taken, of_payer, "{network:?}");
    for cap in caps {
        assert!(assignment.close_cap(cap) <= network.caps[cap].0, "{network:?}");
    }
    taken
}

/// The most that the first payers can take together.
fn greatest_flow(all: &Network, payers: usize) -> i64 {
    const ENOUGH: u64 = 1 << 40;
    let mut network = DiGraph::<(), u64>::new();
    let (source, sink) = (network.add_node(()), network.add_node(()));
    let costs: Vec<_> = all.costs.iter().map(|_| network.add_node(())).collect();
    for (place, cents) in costs.iter().zip(&all.costs) {
        network.add_edge(*place, sink, cents.unsigned_abs());
    }
    let mut caps = Vec::new();
    for (cents, behind) in &all.caps {
        let (into, out) = (network.add_node(()), network.add_node(()));
        network.add_edge(into, out, cents.unsigned_abs());
        network.extend_with_edges(behind.iter().map(|cost| (out, costs[*cost], ENOUGH)));
        caps.push(into);
    }
    for payer in &all.payers[..payers] {
        let place = network.add_node(());
        network.add_edge(source, place, payer.limit_cents.unsigned_abs());
        network.extend_with_edges(payer.costs.iter().map(|cost| (place, costs[*cost], ENOUGH)));
        network.extend_with_edges(payer.caps.iter().map(|cap| (place, caps[*cap], ENOUGH)));
    }
    dinics(&network, source, sink).0 as i64
}

#[test]
fn after_each_payer_as_much_is_taken_as_flows_through_the_network() {
    let mut dice = Dice(2027);
    for case in 0..800 {
        let network = match case % 8 {
            0 => dice.network((6, 0, 6), 9, 50),
            1 => dice.network((8, 0, 12), 10_000_000, 30),
            2 => dice.network((30, 0, 20), 500, 10),
            3 => dice.network((25, 0, 40), 1_000_000, 15),
            4 => dice.network((6, 4, 6), 9, 40),
            5 => dice.network((8, 8, 12), 10_000_000, 25),
            6 => dice.network((30, 12, 20), 500, 10),
            _ => dice.network((25, 30, 40), 1_000_000, 8),
        };
        let mut total = 0;
        for (last, cents) in served(&network).iter().enumerate() {
            total += cents;
            assert_eq!(total, greatest_flow(&network, last + 1), "after {last}: {network:?}");
        }
    }
}

/// What is left of each cost and of each cap.
type Room = (Vec<i64>, Vec<i64>);

/// The greatest amounts in the order of payers: of all ways to pay, the first takes the most it can,
/// of those ways the second the most it can, and so on.
fn greatest_of_all_ways((costs, caps): &Room, network: &Network, first: usize) -> Vec<i64> {
    let Some(payer) = network.payers.get(first) else { return Vec::new() };
    let direct = payer.costs.iter().map(|cost| (*cost, None));
    let behind =
        |cap: &usize| network.caps[*cap].1.iter().map(|cost| (*cost, Some(*cap))).collect::<Vec<_>>();
    let edges: Vec<(usize, Option<usize>)> = direct.chain(payer.caps.iter().flat_map(behind)).collect();
    let mut greatest = Vec::new();
    let mut ways = alloc::vec![(0_i64, costs.clone(), caps.clone())];
    for (cost, cap) in edges {
        let mut more = Vec::new();
        for (taken, costs, caps) in ways {
            let room = cap.map_or(i64::MAX, |cap| caps[cap]).min(costs[cost]);
            for cents in 0..=room.min(payer.limit_cents - taken) {
                let (mut costs, mut caps) = (costs.clone(), caps.clone());
                costs[cost] -= cents;
                if let Some(cap) = cap {
                    caps[cap] -= cents;
                }
                more.push((taken + cents, costs, caps));
            }
        }
        more.sort_unstable();
        more.dedup();
        ways = more;
    }
    for (taken, costs, caps) in ways {
        let mut amounts = alloc::vec![taken];
        amounts.extend(greatest_of_all_ways(&(costs, caps), network, first + 1));
        greatest = greatest.max(amounts);
    }
    greatest
}

#[test]
fn of_all_ways_to_pay_it_is_the_best_for_the_first_then_for_the_second_and_so_on() {
    let mut dice = Dice(7);
    for case in 0..600 {
        let network = match case % 3 {
            0 => dice.network((3, 0, 3), 4, 60),
            1 => dice.network((2, 2, 2), 3, 40),
            _ => dice.network((2, 2, 2), 2, 60),
        };
        let caps = network.caps.iter().map(|(cents, _)| *cents).collect();
        let greatest = greatest_of_all_ways(&(network.costs.clone(), caps), &network, 0);
        assert_eq!(served(&network), greatest, "{network:?}");
    }
}

fn taken(costs: &[i64], payers: &[(i64, &[usize])]) -> Vec<i64> {
    taken_with(costs, &[], &payers.iter().map(|(limit, costs)| (*limit, *costs, &[][..])).collect::<Vec<_>>())
}

fn taken_with(costs: &[i64], caps: &[(i64, &[usize])], payers: &[(i64, &[usize], &[usize])]) -> Vec<i64> {
    let payers = payers.iter().map(|(limit_cents, costs, caps)| Payer {
        limit_cents: *limit_cents,
        costs: costs.to_vec(),
        caps: caps.to_vec(),
    });
    let caps = caps.iter().map(|(cents, costs)| (*cents, costs.to_vec())).collect();
    served(&Network { costs: costs.to_vec(), caps, payers: payers.collect() })
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

#[test]
fn a_cap_bounds_its_payers_together() {
    // 30 of the salary (0), whoever of the two pays it.
    assert_eq!(taken_with(&[100], &[(30, &[0])], &[(20, &[], &[0]), (20, &[], &[0])]), [20, 10]);
    // The first has rent (1) to pay beside it, and makes room in the cap for the second.
    assert_eq!(taken_with(&[100, 50], &[(30, &[0])], &[(40, &[1], &[0]), (30, &[], &[0])]), [40, 30]);
}

#[test]
fn a_payer_behind_a_cap_is_moved_to_what_it_may_pay_without() {
    // The first pays the salary (0) up to 30 and then the rent (1). The second may pay the rent alone: the
    // first can only give up 10 of it for the salary.
    let payers: [(i64, &[usize], &[usize]); 2] = [(60, &[1], &[0]), (100, &[1], &[])];
    assert_eq!(taken_with(&[100, 80], &[(30, &[0])], &payers), [60, 50]);
}

#[test]
fn a_closed_cap_takes_nothing_more() {
    let mut assignment = Assignment::new([100].into());
    let cap = assignment.add_cap(50, [0].into());
    let through = |limit_cents| Payer { limit_cents, costs: Vec::new(), caps: [cap].into() };
    assert_eq!(assignment.serve(through(20)), 20);
    assert_eq!(assignment.close_cap(cap), 20);
    assert_eq!(assignment.serve(through(20)), 0);
}

#[test]
fn going_on_from_any_moment_takes_what_serving_anew_takes() {
    let mut dice = Dice(2031);
    for _ in 0..300 {
        let network = dice.network((6, 3, 8), 40, 40);
        let begin = || {
            let mut assignment = Assignment::new(network.costs.clone());
            for (cents, costs) in &network.caps {
                assignment.add_cap(*cents, costs.clone());
            }
            assignment
        };
        let mut whole = begin();
        let moments: Vec<(Served, i64)> =
            network.payers.iter().map(|payer| (whole.served(), whole.serve(payer.clone()))).collect();
        let shares = whole.shares();
        let record = whole.into_record();
        for (place, (moment, _)) in moments.iter().enumerate() {
            let mut again = Assignment::after(network.costs.clone(), &record, *moment);
            let payers = network.payers[place..].iter();
            let taken: Vec<i64> = payers.map(|payer| again.serve(payer.clone())).collect();
            let before: Vec<i64> = moments[place..].iter().map(|(_, taken)| *taken).collect();
            assert_eq!(taken, before, "{network:?}");
            assert_eq!(again.shares(), shares, "{network:?}");
        }
    }
}

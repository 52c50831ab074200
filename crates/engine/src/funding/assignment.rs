//! Who pays what: each payer in turn takes as much cost as it may.
//!
//! Earlier payers are moved to other costs they may pay where that lets a later one take more, and never
//! take less for it. So what each payer takes depends on nobody after it, and all together take as much
//! as can be taken (augmenting paths, after Ford and Fulkerson, 1956).
//!
//! Money goes from a payer to a cost, or through a cap that bounds what several payers pay of some costs
//! together. Behind a cap nobody asks whose money it was: its payers are told apart again in
//! [`Assignment::shares`].

use alloc::sync::Arc;
use alloc::vec::Vec;

mod network;
mod record;

use network::{CapStep, Change, CostStep, Holder, Node, PayerStep, Steps};
pub(crate) use record::{Record, Served};

/// Somebody who pays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Payer {
    /// How many cents it has.
    pub(crate) limit_cents: i64,
    /// The places of the costs it may pay.
    pub(crate) costs: Vec<usize>,
    /// The caps through which it may pay others, none of them a cost of its own or of two caps.
    pub(crate) caps: Vec<usize>,
}

/// A bound to what its payers pay of some costs, all together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Cap {
    costs: Arc<[usize]>,
    /// Its bound when it was added.
    most_cents: i64,
    room_cents: i64,
    /// What each payer takes through it.
    taken_cents: Vec<(usize, i64)>,
}

/// What a payer takes of a cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Share {
    /// The place of the cost.
    pub(crate) cost: usize,
    /// The payer, in the order they were served.
    pub(crate) payer: usize,
    /// Above zero.
    pub(crate) cents: i64,
}

/// Costs and those who pay them, served one after the other.
#[derive(Clone, Debug, Default)]
pub(crate) struct Assignment {
    /// What is still to be paid of each cost.
    room_cents: Vec<i64>,
    /// What each payer or cap takes of each cost, in order of payers.
    paid_cents: Vec<Vec<(Holder, i64)>>,
    payers: Vec<Arc<Payer>>,
    caps: Vec<Cap>,
    /// Every change so far, with its cents: what there is follows from them.
    made: Vec<(Change, i64)>,
    steps: Steps,
    /// What the search has reached, in the order in which it goes on from there.
    reached: Vec<Node>,
    changes: Vec<Change>,
}

impl Assignment {
    /// Nothing paid yet.
    pub(crate) fn new(costs_cents: Vec<i64>) -> Self {
        let costs = costs_cents.len();
        Self {
            room_cents: costs_cents,
            paid_cents: alloc::vec![Vec::new(); costs],
            steps: Steps::new(costs),
            ..Self::default()
        }
    }

    /// Adds a cap: its payers take no more than `cents` of `costs` together. Gives its number.
    pub(crate) fn add_cap(&mut self, cents: i64, costs: Vec<usize>) -> usize {
        let most_cents = cents.max(0);
        let costs = costs.into();
        self.caps.push(Cap { costs, most_cents, room_cents: most_cents, taken_cents: Vec::new() });
        self.steps.add_cap();
        self.caps.len() - 1
    }

    /// Lets nobody take more through a cap than now: how many cents that is. They may still be moved among
    /// its costs.
    pub(crate) fn close_cap(&mut self, cap: usize) -> i64 {
        let Some(room_cents) = self.caps.get(cap).map(|cap| cap.room_cents) else { return 0 };
        self.make(Change::FillCap(cap), room_cents);
        self.caps[cap].taken_cents.iter().map(|(_, cents)| cents).sum()
    }

    /// The costs behind a cap.
    pub(crate) fn costs_of_cap(&self, cap: usize) -> &[usize] {
        self.caps.get(cap).map_or(&[], |cap| &cap.costs)
    }

    /// Serves one more payer: how many cents it takes.
    pub(crate) fn serve(&mut self, payer: Payer) -> i64 {
        let number = self.payers.len();
        let limit = payer.limit_cents.max(0);
        let mut wanted = limit - self.fill(number, &payer.costs, limit);
        self.payers.push(Arc::new(payer));
        self.steps.add_payer();
        while wanted > 0 {
            let Some(last) = self.cost_with_room(number) else { break };
            self.steps.changes_to(last, &mut self.changes);
            let cents = wanted.min(self.room_cents[last]).min(self.most());
            wanted -= cents;
            for place in 0..self.changes.len() {
                self.make(self.changes[place], cents);
            }
        }
        limit - wanted
    }

    /// Lets a payer pay what has room among its own costs, the nearest there are: how many cents it takes.
    fn fill(&mut self, payer: usize, costs: &[usize], limit_cents: i64) -> i64 {
        let mut wanted = limit_cents;
        for cost in costs {
            let cents = wanted.min(self.room_cents[*cost]);
            if cents > 0 {
                wanted -= cents;
                self.make(Change::Pay(Holder::Payer(payer), *cost), cents);
            }
        }
        limit_cents - wanted
    }

    /// What everybody takes, by cost, then by payer.
    ///
    /// The payers of a cap take its costs in order, the first of them the first costs.
    pub(crate) fn shares(&self) -> Vec<Share> {
        let mut of_caps: Vec<_> = self.caps.iter().map(|cap| cap.taken_cents.iter().copied()).collect();
        let mut at: Vec<Option<(usize, i64)>> = of_caps.iter_mut().map(Iterator::next).collect();
        let mut shares = Vec::new();
        for (cost, paid) in self.paid_cents.iter().enumerate() {
            let first = shares.len();
            for (holder, cents) in paid.iter().filter(|(_, cents)| *cents > 0) {
                match *holder {
                    Holder::Payer(payer) => shares.push(Share { cost, payer, cents: *cents }),
                    Holder::Cap(cap) => {
                        let mut left = *cents;
                        while let Some((payer, has)) = at[cap].filter(|_| left > 0) {
                            let cents = left.min(has);
                            if cents > 0 {
                                shares.push(Share { cost, payer, cents });
                            }
                            left -= cents;
                            at[cap] =
                                if cents == has { of_caps[cap].next() } else { Some((payer, has - cents)) };
                        }
                    }
                }
            }
            shares[first..].sort_unstable();
        }
        shares
    }

    /// The nearest cost with room that can be reached from a payer; the way there stands in `steps`.
    ///
    /// Where there is none, nothing that was reached ever leads to room again: whoever comes later could take
    /// some of it only by moving others on to room, so nothing in it changes any more. It is closed to all
    /// later searches.
    fn cost_with_room(&mut self, payer: usize) -> Option<usize> {
        self.steps.begin();
        self.reached.clear();
        self.reach_payer(payer, PayerStep::First);
        let mut next = 0;
        while let Some(node) = self.reached.get(next).copied() {
            match node {
                Node::Cost(cost) if self.room_cents[cost] > 0 => return Some(cost),
                Node::Cost(cost) => self.leave_cost(cost),
                Node::Cap(cap) => self.enter_cap(cap),
                // What it may pay was reached with it.
                Node::Payer(_) => {}
            }
            next += 1;
        }
        self.reached.iter().for_each(|node| self.steps.close(*node));
        None
    }

    /// A payer has something to place: at any of its costs, or through its caps.
    fn reach_payer(&mut self, payer: usize, step: PayerStep) {
        if self.steps.reach_payer(payer, step) {
            self.reached.push(Node::Payer(payer));
            for cost in &self.payers[payer].costs {
                if self.steps.reach_cost(*cost, CostStep::Payer(payer)) {
                    self.reached.push(Node::Cost(*cost));
                }
            }
            for cap in &self.payers[payer].caps {
                if self.steps.reach_cap(*cap, CapStep::Payer(payer)) {
                    self.reached.push(Node::Cap(*cap));
                }
            }
        }
    }

    /// A cost that is all paid is paid by somebody else: who pays it now places that elsewhere.
    fn leave_cost(&mut self, cost: usize) {
        for place in 0..self.paid_cents[cost].len() {
            match self.paid_cents[cost][place] {
                (_, ..=0) => {}
                (Holder::Payer(payer), _) => self.reach_payer(payer, PayerStep::OffCost(cost)),
                (Holder::Cap(cap), _) => {
                    for other in &*self.caps[cap].costs {
                        if self.steps.reach_cost(*other, CostStep::MovedByCap { cap, from: cost }) {
                            self.reached.push(Node::Cost(*other));
                        }
                    }
                    if self.steps.reach_cap(cap, CapStep::OffCost(cost)) {
                        self.reached.push(Node::Cap(cap));
                    }
                }
            }
        }
    }

    /// Money comes into a cap: it goes on to its costs, or other money leaves the cap for it.
    fn enter_cap(&mut self, cap: usize) {
        if self.caps[cap].room_cents > 0 {
            for cost in &*self.caps[cap].costs {
                if self.steps.reach_cost(*cost, CostStep::ThroughCap(cap)) {
                    self.reached.push(Node::Cost(*cost));
                }
            }
        }
        for place in 0..self.caps[cap].taken_cents.len() {
            let (payer, cents) = self.caps[cap].taken_cents[place];
            if cents > 0 {
                self.reach_payer(payer, PayerStep::OutOfCap(cap));
            }
        }
    }

    /// The most that can go the way found.
    fn most(&self) -> i64 {
        let room = |change: &Change| match *change {
            Change::Unpay(holder, cost) => amount_of(&self.paid_cents[cost], holder),
            Change::LeaveCap(payer, cap) => amount_of(&self.caps[cap].taken_cents, payer),
            Change::FillCap(cap) => self.caps[cap].room_cents,
            Change::Pay(..) | Change::EnterCap(..) | Change::EmptyCap(_) => i64::MAX,
        };
        self.changes.iter().map(room).min().unwrap_or(0)
    }

    fn make(&mut self, change: Change, cents: i64) {
        if cents == 0 {
            return;
        }
        self.made.push((change, cents));
        self.apply(change, cents);
    }

    fn apply(&mut self, change: Change, cents: i64) {
        match change {
            Change::Pay(holder, cost) => {
                self.room_cents[cost] -= cents;
                add(&mut self.paid_cents[cost], holder, cents);
            }
            Change::Unpay(holder, cost) => {
                self.room_cents[cost] += cents;
                add(&mut self.paid_cents[cost], holder, -cents);
            }
            Change::EnterCap(payer, cap) => add(&mut self.caps[cap].taken_cents, payer, cents),
            Change::LeaveCap(payer, cap) => add(&mut self.caps[cap].taken_cents, payer, -cents),
            Change::FillCap(cap) => self.caps[cap].room_cents -= cents,
            Change::EmptyCap(cap) => self.caps[cap].room_cents += cents,
        }
    }
}

fn amount_of<T: Ord + Copy>(amounts: &[(T, i64)], whose: T) -> i64 {
    let place = amounts.binary_search_by_key(&whose, |(holder, _)| *holder);
    place.map_or(0, |place| amounts[place].1)
}

fn add<T: Ord + Copy>(amounts: &mut Vec<(T, i64)>, whose: T, cents: i64) {
    match amounts.binary_search_by_key(&whose, |(holder, _)| *holder) {
        Ok(place) => amounts[place].1 += cents,
        Err(place) => amounts.insert(place, (whose, cents)),
    }
}

#[cfg(test)]
mod tests;

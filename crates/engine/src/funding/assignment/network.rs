//! The ways through the network of payers, caps and costs: how each was reached in a search, and what
//! changes along a way.

use alloc::vec::Vec;

/// Who pays a cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Holder {
    Payer(usize),
    /// The payers of a cap, through it.
    Cap(usize),
}

/// What a search reaches.
#[derive(Clone, Copy, Debug)]
pub(super) enum Node {
    Payer(usize),
    Cost(usize),
    Cap(usize),
}

/// How a payer comes to have something to place.
#[derive(Clone, Copy, Debug)]
pub(super) enum PayerStep {
    /// It is the one being served.
    First,
    /// It no longer pays a cost.
    OffCost(usize),
    /// Other money takes its place in a cap.
    OutOfCap(usize),
}

/// How money comes into a cap, before it is known whether there is room.
#[derive(Clone, Copy, Debug)]
pub(super) enum CapStep {
    Payer(usize),
    /// It no longer pays a cost, and looks for a payer that goes elsewhere.
    OffCost(usize),
}

/// How a cost is reached.
#[derive(Clone, Copy, Debug)]
pub(super) enum CostStep {
    Payer(usize),
    /// Money that has come into a cap with room.
    ThroughCap(usize),
    /// Money inside a cap, which no longer pays the cost `from`.
    MovedByCap {
        cap: usize,
        from: usize,
    },
}

/// What changes along a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// This holder pays more of this cost.
    Pay(Holder, usize),
    /// This holder pays less of this cost.
    Unpay(Holder, usize),
    /// This payer takes more through this cap.
    EnterCap(usize, usize),
    /// This payer takes less through this cap.
    LeaveCap(usize, usize),
    /// More goes through this cap.
    FillCap(usize),
    /// Less goes through this cap.
    EmptyCap(usize),
}

/// In which search something was reached that no later search reaches.
const CLOSED: usize = usize::MAX;

/// How everything was last reached, and in which search: kept so that a search begins with nothing to
/// clear.
#[derive(Clone, Debug, Default)]
pub(super) struct Steps {
    search: usize,
    costs: Vec<(usize, CostStep)>,
    payers: Vec<(usize, PayerStep)>,
    caps: Vec<(usize, CapStep)>,
}

impl Steps {
    pub(super) fn new(costs: usize) -> Self {
        Self { costs: alloc::vec![(0, CostStep::Payer(0)); costs], ..Self::default() }
    }

    pub(super) fn add_payer(&mut self) {
        self.payers.push((0, PayerStep::First));
    }

    pub(super) fn add_cap(&mut self) {
        self.caps.push((0, CapStep::Payer(0)));
    }

    /// Begins a search: nothing is reached yet.
    pub(super) fn begin(&mut self) {
        self.search += 1;
    }

    /// Lets no later search reach this.
    pub(super) fn close(&mut self, node: Node) {
        match node {
            Node::Payer(payer) => self.payers[payer].0 = CLOSED,
            Node::Cost(cost) => self.costs[cost].0 = CLOSED,
            Node::Cap(cap) => self.caps[cap].0 = CLOSED,
        }
    }

    /// Notes how a cost is reached; whether this is the first time.
    pub(super) fn reach_cost(&mut self, cost: usize, step: CostStep) -> bool {
        reach(&mut self.costs[cost], self.search, step)
    }

    /// Notes how a payer is reached; whether this is the first time.
    pub(super) fn reach_payer(&mut self, payer: usize, step: PayerStep) -> bool {
        reach(&mut self.payers[payer], self.search, step)
    }

    /// Notes how a cap is reached; whether this is the first time.
    pub(super) fn reach_cap(&mut self, cap: usize, step: CapStep) -> bool {
        reach(&mut self.caps[cap], self.search, step)
    }

    /// What changes along the way to a cost, the last first.
    pub(super) fn changes_to(&self, last: usize, changes: &mut Vec<Change>) {
        changes.clear();
        let mut at = last;
        loop {
            // Back to the payer that brings the money, or to the cost that a cap leaves for this one.
            let mut payer = match self.costs[at].1 {
                CostStep::Payer(payer) => {
                    changes.push(Change::Pay(Holder::Payer(payer), at));
                    payer
                }
                CostStep::MovedByCap { cap, from } => {
                    changes
                        .extend([Change::Pay(Holder::Cap(cap), at), Change::Unpay(Holder::Cap(cap), from)]);
                    at = from;
                    continue;
                }
                CostStep::ThroughCap(cap) => {
                    changes.extend([Change::Pay(Holder::Cap(cap), at), Change::FillCap(cap)]);
                    let CapStep::Payer(payer) = self.caps[cap].1 else { return };
                    changes.push(Change::EnterCap(payer, cap));
                    payer
                }
            };
            // Back to the cost it leaves, through the caps it leaves to others.
            at = loop {
                match self.payers[payer].1 {
                    PayerStep::First => return,
                    PayerStep::OffCost(from) => {
                        changes.push(Change::Unpay(Holder::Payer(payer), from));
                        break from;
                    }
                    PayerStep::OutOfCap(cap) => {
                        changes.push(Change::LeaveCap(payer, cap));
                        match self.caps[cap].1 {
                            CapStep::Payer(other) => {
                                changes.push(Change::EnterCap(other, cap));
                                payer = other;
                            }
                            CapStep::OffCost(from) => {
                                let off = Change::Unpay(Holder::Cap(cap), from);
                                changes.extend([Change::EmptyCap(cap), off]);
                                break from;
                            }
                        }
                    }
                }
            };
        }
    }
}

fn reach<T>(place: &mut (usize, T), search: usize, step: T) -> bool {
    let is_new = place.0 < search;
    if is_new {
        *place = (search, step);
    }
    is_new
}

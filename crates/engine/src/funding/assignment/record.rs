//! What happened in an assignment: going on from any moment of it makes what comes after as if all of it had
//! been served anew.

use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::funding::assignment::network::Change;
use crate::funding::assignment::{Assignment, Cap, Payer};

/// How much of an assignment had happened at a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Served {
    pub(crate) payers: usize,
    pub(crate) caps: usize,
    changes: usize,
}

/// Everything that happened in an assignment, in its order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Record {
    payers: Vec<Arc<Payer>>,
    caps: Vec<Cap>,
    changes: Vec<(Change, i64)>,
}

impl Assignment {
    /// How much has happened.
    pub(crate) fn served(&self) -> Served {
        Served { payers: self.payers.len(), caps: self.caps.len(), changes: self.made.len() }
    }

    /// What happened, once all payers are served.
    pub(crate) fn into_record(self) -> Record {
        Record { payers: self.payers, caps: self.caps, changes: self.made }
    }

    /// An assignment of costs in which has happened what had happened in another one at a moment. Costs that
    /// somebody paid by then are as they were.
    ///
    /// What searches had found to lead nowhere is not kept: they find it again, and take the same ways.
    pub(crate) fn after(costs_cents: Vec<i64>, record: &Record, served: Served) -> Self {
        let mut again = Self::new(costs_cents);
        again.payers.extend(record.payers.iter().take(served.payers).cloned());
        again.payers.iter().for_each(|_| again.steps.add_payer());
        for Cap { costs, most_cents, .. } in record.caps.iter().take(served.caps) {
            let costs = Arc::clone(costs);
            let (most_cents, room_cents) = (*most_cents, *most_cents);
            again.caps.push(Cap { costs, most_cents, room_cents, taken_cents: Vec::new() });
            again.steps.add_cap();
        }
        again.made.extend(record.changes.iter().take(served.changes));
        for place in 0..again.made.len() {
            let (change, cents) = again.made[place];
            again.apply(change, cents);
        }
        again
    }
}

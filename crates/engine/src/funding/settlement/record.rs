//! What a component came to, with what happened on the way: enough to go on from any fiscal year.

use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::funding::assignment;
use crate::funding::settlement::nature::Group;
use crate::funding::settlement::outcome::Outcome;
use crate::funding::settlement::standing::Closed;
use crate::funding::settlement::{AssignmentRow, Source};

/// A component that is settled.
#[derive(Clone, Debug)]
pub(crate) struct Solved {
    pub(crate) rows: Vec<AssignmentRow>,
    /// Of each line, in the order of the lines of the component.
    pub(crate) outcomes: Vec<Arc<Outcome>>,
    pub(super) record: Record,
    /// The first fiscal year that was not taken over from a settlement before.
    #[cfg_attr(not(test), expect(dead_code, reason = "a fact that only tests ask for"))]
    pub(super) first_solved_year: usize,
}

/// What happened, in its order.
///
/// The states at the start of the fiscal years are not kept, only how much had happened by then: to do
/// that again without asking who pays is nearly nothing.
#[derive(Clone, Debug, Default)]
pub(super) struct Record {
    /// Set once all is settled.
    pub(super) assignment: assignment::Record,
    /// Who was served, in the order of the payers of the assignment.
    pub(super) paid: Vec<Paid>,
    /// Whose each cap of the assignment is, by the places of lines in the component, and for which group.
    pub(super) caps: Vec<(usize, Group)>,
    pub(super) closed: Vec<Closed>,
    /// How much had happened at the start of each fiscal year: in the assignment, and of years of lines.
    years: Vec<(assignment::Served, usize)>,
}

/// A payer that was served.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paid {
    pub(super) source: Source,
    /// The choice it followed, by its place in the component.
    pub(super) choice: Option<usize>,
    /// What it took.
    pub(super) cents: i64,
}

impl Record {
    pub(super) fn begin_year(&mut self, served: assignment::Served) {
        self.years.push((served, self.closed.len()));
    }

    pub(super) fn pay(&mut self, source: Source, choice: Option<usize>, cents: i64) {
        self.paid.push(Paid { source, choice, cents });
    }

    /// Notes whose a cap is if it is a new one.
    pub(super) fn note_cap(&mut self, cap: usize, whose: (usize, Group)) {
        if cap == self.caps.len() {
            self.caps.push(whose);
        }
    }

    /// What had happened at the start of a fiscal year, in the assignment and beside it.
    pub(super) fn until(&self, year: usize) -> (assignment::Served, Self) {
        let (served, closed) = self.years.get(year).copied().unwrap_or_default();
        let record = Self {
            assignment: assignment::Record::default(),
            paid: self.paid[..served.payers].to_vec(),
            caps: self.caps[..served.caps].to_vec(),
            closed: self.closed[..closed].to_vec(),
            years: self.years.get(..year).unwrap_or_default().to_vec(),
        };
        (served, record)
    }
}
